"""A shop with a backup, made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jewelcrm.access.signin import sign_in
from jewelcrm.backup import commands as backup
from jewelcrm.backup.model import Made
from jewelcrm.context import Context
from tests.conftest import PASSWORD, SetClock, Shop
from tests.jewelcrm.backup.builders import a_customer


@pytest.fixture(scope="session")
def _backed_up(
    _first_shop: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str, Made]:
    folder = tmp_path_factory.mktemp("backed up") / "shop"
    shutil.copytree(_first_shop[0], folder)
    ctx = sign_in(folder, "mei.chan", PASSWORD, clock=SetClock())
    a_customer(ctx)
    done = backup.back_up(ctx)
    ctx.store.close()
    return folder, _first_shop[1], done


@pytest.fixture
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Shop:
    """A fresh store that is closed; with a backup where one is asked for."""
    wanted = "_backed_up" if "made" in request.fixturenames else "_first_shop"
    folder, code, *_ = request.getfixturevalue(wanted)
    shutil.copytree(folder, tmp_path / "shop")
    return Shop(tmp_path / "shop", code)


@pytest.fixture
def made(ctx: Context, _backed_up: tuple[Path, str, Made]) -> Made:
    """The backup of the shop, which has one customer."""
    return _backed_up[2]
