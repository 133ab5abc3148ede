"""Made-up files of every kind, and the folder of real ones."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from jewelcrm.context import Context

REAL = Path(
    os.environ.get("JEWELCRM_REAL_DATA") or Path(__file__).parents[4] / "shared" / "data" / "real"
)
Write = Callable[..., Path]


@pytest.fixture
def real() -> Path:
    """The folder of files that nobody on the project wrote."""
    if not REAL.is_dir():
        pytest.skip("the folder of real files is not here")
    return REAL


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file and gives its path."""

    def make(text: str | bytes, name: str = "list.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return make


def rows_of(ctx: Context, sql: str, *values: object) -> list[tuple[object, ...]]:
    """What the store has."""
    with ctx.read() as conn:
        return [tuple(row) for row in conn.exec_driver_sql(sql, values)]


def count(ctx: Context, what: str) -> int:
    return int(rows_of(ctx, f"SELECT count(*) FROM {what}")[0][0])
