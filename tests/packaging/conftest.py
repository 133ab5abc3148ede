"""What `make package` made, the same under an older number, and clean roots to try them in."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from jewelcrm import __version__
from tests.conftest import PROVE, ROOT
from tests.packaging import cleanroot
from tests.packaging.cleanroot import Root

OLDER = "0.0.9"


@dataclass(frozen=True)
class Packages:
    """Of this release, and the same programs under an older number."""

    shop: Path
    office: Path
    older_shop: Path
    older_office: Path


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    if not PROVE:
        pytest.skip("a proof of some minutes: make package && make prove ARGS=tests/packaging")
    if reason := cleanroot.why_not():
        pytest.skip(reason)
    made = ROOT / "build" / "packages"
    shop, office = (
        next(iter(made.glob(f"{name}_{__version__}_*.deb")), None)
        for name in ("jewelcrm", "jewelcrm-office")
    )
    if shop is None or office is None:
        pytest.skip("no packages in build/packages: make package")
    out = tmp_path_factory.mktemp("older")
    command = [sys.executable, str(ROOT / "packaging/linux/debs.py"), "--quick"]
    subprocess.run([*command, "--version", OLDER, "--out", str(out)], check=True)
    (older_shop,), (older_office,) = out.glob("jewelcrm_*.deb"), out.glob("jewelcrm-office_*.deb")
    return Packages(shop, office, older_shop, older_office)


@pytest.fixture(scope="session")
def debian(packages: Packages, tmp_path_factory: pytest.TempPathFactory) -> Root:
    """A clean Debian 12, never changed."""
    made = Root(tmp_path_factory.mktemp("debian") / "clean")
    try:
        made.make()
    except (subprocess.SubprocessError, OSError) as error:
        pytest.skip(f"no clean Debian could be made here: {error}")
    made.run("apt-get", "update", "-qq")
    return made


@pytest.fixture
def root(debian: Root, tmp_path: Path) -> Iterator[Root]:
    """A clean Debian 12 of one's own."""
    with debian.copied(tmp_path / "root").alive() as made:
        yield made
