"""Programs of two ages: head office's knows a column and a table that an older PC's does not.

The newer release is made up: it came with `district` of a customer and with notes. An older PC is
neither sent nor asked for them; after its update it wants them again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from db.migrations import SCHEMA as OLD
from jewelcrm.office import skew
from jewelcrm.sync import first_copy, looking, outbox, repair, upgrading

NEW = OLD + 1
TABLES = frozenset({"note"})
COLUMNS = frozenset({("customer", "district")})
"""What came with the newer release."""
_SINCE = {**dict.fromkeys(TABLES, NEW), **{f"{t}.{c}": NEW for t, c in COLUMNS}}
_PROGRAM = (looking, first_copy, outbox, repair, upgrading)


@contextmanager
def released() -> Iterator[None]:
    """Head office has the newer release."""
    patch = pytest.MonkeyPatch()
    patch.setattr(skew, "SCHEMA", NEW)
    patch.setattr(skew, "SINCE", {**skew.SINCE, **_SINCE})
    patch.setattr(upgrading, "NEW_IN", {NEW: tuple(_SINCE)})
    for module in _PROGRAM:
        patch.setattr(module, "SCHEMA", NEW)
    _forget()
    try:
        yield
    finally:
        patch.undo()
        _forget()


def run(schema: int) -> None:
    """The PC whose turn it is has the program of this schema; undone with `released`."""
    for module in _PROGRAM:
        module.SCHEMA = schema  # type: ignore[attr-defined]


@contextmanager
def running(schema: int) -> Iterator[None]:
    """`run` for a while, in the middle of what another PC does."""
    before = [module.SCHEMA for module in _PROGRAM]  # type: ignore[attr-defined]
    run(schema)
    yield
    for module, was in zip(_PROGRAM, before, strict=True):
        module.SCHEMA = was  # type: ignore[attr-defined]


def known(schema: int, table: str, column: str = "") -> bool:
    """True when a program of this schema has the table, and the column of it."""
    return schema >= NEW or (table not in TABLES and (table, column) not in COLUMNS)


def projected(schema: int, images: dict[Any, dict[str, Any]]) -> dict[Any, dict[str, Any]]:
    """Rows as a PC of this schema has them."""
    return {
        key: {name: value for name, value in image.items() if known(schema, key[0], name)}
        for key, image in images.items()
        if known(schema, key[0])
    }


def _forget() -> None:
    for cached in (skew.columns_unknown_to, skew.tables_unknown_to, skew.knows_table):
        cached.cache_clear()
