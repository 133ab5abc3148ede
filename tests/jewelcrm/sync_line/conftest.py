"""A head office as a process on a socket, with its own authority, and PCs that join it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path

import pytest

from tests.jewelcrm.sync_line.world import Counter, Program


@pytest.fixture(scope="session")
def program(tmp_path_factory, _cheap_passwords) -> Iterator[Program]:
    made = Program(tmp_path_factory.mktemp("server") / "office")
    made.found()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def office(program: Program) -> Program:
    """Head office, running."""
    if not program.runs:
        program.start(program.port)
    return program


@pytest.fixture
def new_counter(office: Program, tmp_path: Path) -> Iterator:
    """Makes enrolled PCs, each in a branch of its own unless one is named."""
    numbers = count()
    with ExitStack() as whatever_happens:

        def make(branch: str = "", **more: object) -> Counter:
            counter = Counter(office, tmp_path / f"pc{next(numbers)}")
            whatever_happens.enter_context(closing(counter))
            counter.enrol(branch, **more)
            return counter

        yield make
