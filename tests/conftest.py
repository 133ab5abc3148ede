"""Fixtures every room uses: a fresh encrypted store, and people signed in to it."""

from __future__ import annotations

import builtins
import datetime as dt
import gc
import logging
import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from db.shop import keys, osring
from jewelcrm.access.signin import sign_in
from jewelcrm.context import Context
from jewelcrm.office import people as office_people
from jewelcrm.people import commands as people
from jewelcrm.people.founding import NewShop, found
from tests import threads
from tests.readying import take_part

pytest_plugins = ("tests.office_stores", "tests.ready_stores")
settings.register_profile("house", deadline=None)  # speed is measured in tests/benchmarks
settings.load_profile("house")

PASSWORD = "copper kettle sings"
STAFF_PASSWORD = "yellow river stone"
NOON = dt.datetime(2026, 11, 22, 4, 0, tzinfo=dt.UTC)
"""A working day's noon in Hong Kong."""


ROOT = Path(__file__).resolve().parents[1]
_IMPORT = builtins.__import__
"""Python's own. Qt for Python puts another in its place, for spellings of names that nobody here
uses; with that an `import` inside a function costs ten times as much, in tests without Qt too."""
PROVE = os.environ.get("JEWELCRM_PROVE") == "1"
"""True in `make prove`, which runs the tests marked so in their long forms."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """The processes of a run share out what is read but once."""
    share: dict[str, Any] | None = getattr(session.config, "workerinput", None)
    if share is not None:
        number = int(share["workerid"].removeprefix("gw"))
        take_part(session.config, number, share["workercount"])
    builtins.__import__ = _IMPORT
    gc.disable()  # hardly anything of what is collected is garbage


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Each worker's share begins with its part of the long tests: none is left for the end."""
    shares = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    long = [item for item in items if item.get_closest_marker("slow")]
    rest = [item for item in items if not item.get_closest_marker("slow")]
    each = -(-len(rest) // shares)
    parts = [long[n::shares] + rest[n * each : (n + 1) * each] for n in range(shares)]
    items[:] = [item for part in parts for item in part]


def pytest_collection_finish() -> None:
    """What was imported and collected stays: nothing of it is looked at again for garbage."""
    gc.collect()
    gc.freeze()
    gc.enable()


class SetClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, moment: dt.datetime = NOON) -> None:
        self.moment = moment

    def now(self) -> dt.datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += dt.timedelta(**by)


@dataclass
class Shop:
    """A store on disk with three people: the administrator, a manager, a sales associate."""

    folder: Path
    recovery_code: str


@pytest.fixture(autouse=True, scope="session")
def _cheap_passwords() -> Iterator[None]:
    """Tests do not wait for Argon2's full cost; one test of its own measures that."""
    patch = pytest.MonkeyPatch()
    patch.setattr(keys, "POLICY", keys.Cost(memory=64, passes=1))
    cheap = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    patch.setattr(office_people, "_HASHER", cheap)
    patch.setattr(osring, "find", lambda: None)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def _all_threads_end() -> Iterator[None]:
    """No thread outlives the test that began it, with all that it was given for itself alone.

    Of a test's own fixtures this is the first (the name sees to that: they come in its order), so
    that it ends last; what is kept for a module or the whole run is there before it.
    """
    before = threads.alive()
    yield
    if still := threads.left(before):
        pytest.fail(f"left running: {', '.join(still)}", pytrace=False)


@pytest.fixture(autouse=True)
def _logging_anew() -> None:
    """A program that a test or its fixtures started has set up the log; each test begins anew."""
    for name in ("jewelcrm", "uvicorn", "uvicorn.error"):
        logger = logging.getLogger(name)
        for handler in [one for one in logger.handlers if type(one) is not logging.NullHandler]:
            logger.removeHandler(handler)
            handler.close()
        logger.propagate, logger.disabled = True, False
        logger.setLevel(logging.NOTSET)


@pytest.fixture(scope="session")
def _first_shop(
    tmp_path_factory: pytest.TempPathFactory, _cheap_passwords: None
) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("first") / "shop"
    made = found(
        folder, NewShop("HK01", "Nathan Road", "Mei Chan", PASSWORD), clock=SetClock(), ring=None
    )
    ctx = sign_in(folder, "mei.chan", PASSWORD, clock=SetClock())
    for login, name, role in (("wing", "Wing Lau", "manager"), ("ann", "Ann Lee", "sales")):
        people.add_person(ctx, login=login, name=name, role=role, password=STAFF_PASSWORD)
    ctx.store.close()
    return folder, made.recovery_code


@pytest.fixture
def shop(_first_shop: tuple[Path, str], tmp_path: Path) -> Shop:
    """A fresh store that is closed."""
    folder, code = _first_shop
    shutil.copytree(folder, tmp_path / "shop")
    return Shop(tmp_path / "shop", code)


@pytest.fixture
def ctrl_c() -> Iterator[Callable[[threading.Event], None]]:
    """Somebody presses Ctrl+C as soon as the event has come: ctrl_c(event)."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's `&` ignores it
    pressing: list[threading.Thread] = []

    def press(when: threading.Event) -> None:
        def act() -> None:
            assert when.wait(60)
            signal.raise_signal(signal.SIGINT)

        pressing.append(threading.Thread(target=act, name="pressing"))
        pressing[-1].start()

    yield press
    for one in pressing:
        one.join()
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def clock() -> SetClock:
    """The clock of the `ctx` fixtures."""
    return SetClock()


@pytest.fixture
def ctx(shop: Shop, clock: SetClock) -> Iterator[Context]:
    """The administrator, signed in."""
    context = sign_in(shop.folder, "mei.chan", PASSWORD, clock=clock)
    yield context
    context.store.close()


@pytest.fixture
def manager(ctx: Context) -> Context:
    """The manager, at the same open store."""
    return _as(ctx, "wing")


@pytest.fixture
def sales(ctx: Context) -> Context:
    """The sales associate, at the same open store."""
    return _as(ctx, "ann")


def _as(ctx: Context, login: str) -> Context:
    from jewelcrm.access.signin import unlock_with_password

    return unlock_with_password(ctx, login, STAFF_PASSWORD)
