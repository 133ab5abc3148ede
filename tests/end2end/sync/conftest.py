"""The long row of histories starts with the run and is asked for last: the tests have one core."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from tests.conftest import PROVE
from tests.end2end.sync.running import Histories

HISTORIES = int(os.environ.get("JEWELCRM_HISTORIES", "50000" if PROVE else "500"))
FIRST = int(os.environ.get("JEWELCRM_FIRST_SEED", "0"))
_RUNNING = pytest.StashKey[Histories]()


def _asks(item: pytest.Item) -> bool:
    return "histories" in getattr(item, "fixturenames", ())


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_asks)


def pytest_collection_finish(session: pytest.Session) -> None:
    asked: Sequence[pytest.Item] = [item for item in session.items if _asks(item)]
    if asked and not session.config.option.collectonly:
        session.config.stash[_RUNNING] = Histories(FIRST, HISTORIES)


def pytest_sessionfinish(session: pytest.Session) -> None:
    running = session.config.stash.get(_RUNNING, None)
    if running is not None:
        running.stop()


@pytest.fixture
def histories(request: pytest.FixtureRequest) -> Histories:
    return request.config.stash[_RUNNING]


@pytest.fixture
def how_many() -> int:
    return HISTORIES
