"""Head office with its web interface, on each of its stores."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.jewelcrm.office_app.builders import HeadOffice, Pc, a_head_office


@pytest.fixture
def head_office(office_store, clock) -> Iterator[HeadOffice]:
    """On each store."""
    yield from _started(a_head_office(office_store, clock))


@pytest.fixture
def small_office(embedded, clock) -> Iterator[HeadOffice]:
    """On the encrypted file only, where the store does not matter."""
    yield from _started(a_head_office(embedded, clock))


def _started(office: HeadOffice) -> Iterator[HeadOffice]:
    office.line.start()
    yield office
    office.line.stop()


@pytest.fixture
def pc(small_office) -> Pc:
    """A PC of HK01."""
    return small_office.pc()
