"""What was rejected, as a file that can be mended and imported again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from errno import EISDIR
from pathlib import Path
from tempfile import TemporaryFile

from sqlcipher3 import dbapi2 as cipher

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.extraction import Parcel, give_back
from jewelcrm.imports.tables import write_csv

Told = Callable[[str], str]
"""A reason in the words of whoever reads the file."""

REASON = "Reason"
NOT_WRITTEN = (
    "the rows are in, but the rejected ones could not be written; they are kept here: import the"
    " same file again and say where they go (--rejects)"
)


def beside(path: Path) -> Path:
    """A clear name next to the input that is not taken: `customers.rejected.csv`."""
    stem = path.name.removesuffix(".gz")
    stem = stem.rsplit(".", 1)[0] if "." in stem else stem
    names = (f"{stem}.rejected{n}.csv" for n in ("", *(f"-{n}" for n in range(2, 10_000))))
    return next(path.with_name(name) for name in names if not path.with_name(name).exists())


def check_place(source: Path, told: Path | None) -> None:
    """Make sure, before the first row, that the rejected ones can be written; leaves nothing.

    Raises:
        CanFix: the place cannot be written; says how to name another.
    """
    target = told or beside(source)
    try:
        if target.is_dir():
            raise IsADirectoryError(EISDIR, "it is a folder")
        with TemporaryFile(dir=target.parent):
            pass
    except OSError as error:
        raise CanFix(
            "Rejected rows could not be written to {path}: {why}. Nothing was imported."
            " Say where they go (--rejects FILE).",
            path=str(target),
            why=error.strerror or "",
            field="rejects_to",
        ) from error


def write(
    raw: cipher.Connection,
    run: Id,
    columns: Sequence[str],
    target: Path,
    ctx: Context,
    *,
    told: Told = str,
) -> int:
    """Write the run's rejected rows, all its columns and the reason; returns how many."""
    count = "SELECT count(*) FROM import_reject WHERE run = ?"
    parcel = Parcel(
        what="import/rejected",
        form="csv",
        rows=int(raw.execute(count, (run,)).fetchone()[0]),
        personal=True,
        purpose="rows of an import that were not taken in",
    )
    plain = [column for column in columns if column != REASON]
    at = [n for n, column in enumerate(columns) if column != REASON]
    with give_back(ctx, parcel, target) as stream:
        return write_csv(stream, [*plain, REASON], _rows(raw, run, at, told))


def _rows(raw: cipher.Connection, run: Id, at: Sequence[int], told: Told) -> Iterator[list[str]]:
    found = raw.execute(
        "SELECT cells, reason FROM import_reject WHERE run = ? ORDER BY position", (run,)
    )
    for body, reason in found:
        cells: list[str] = json.loads(body)
        fitted = [cells[n] if n < len(cells) else "" for n in at]
        if len(cells) > len(at) and fitted:
            fitted[-1] = ",".join([fitted[-1], *cells[len(at) :]])
        yield [*fitted, told(reason)]
