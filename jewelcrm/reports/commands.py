"""A report leaves the program, as a file or on paper, through the one gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from sqlalchemy import Connection

from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.extraction import Left, Parcel, Second, leave, print_out
from jewelcrm.reports.allowed import allowed_now
from jewelcrm.reports.figuring import opened
from jewelcrm.reports.model import MOST_ON_ROLL, ROLL, Figures, Progress
from jewelcrm.reports.outputs import writers


@command("extraction.take")
def write(
    ctx: Context,
    figures: Figures,
    path: Path,
    *,
    form: str,
    purpose: str = "",
    second: Second | None = None,
    progress: Progress | None = None,
) -> Left:
    """Write figures to `path` as `form`: pdf, xlsx, csv or json.

    What names people is encrypted: `path` gets `.zip` behind it, and the password that opens it is
    in the answer and nowhere else.

    Raises:
        CanFix: no such form; too long for the roll; a place that cannot be written; names without a
            purpose; more than one may take out alone.
        Denied: this person may not, also when that is so since a moment.
    """
    writer = writers().get(form)
    if writer is None:
        raise CanFix("Give the file a name that ends in .pdf, .xlsx, .csv or .json.", field="file")

    if path.is_dir():
        raise CanFix("{path} is a folder. Name the file in it.", field="file", path=path)
    if form == "pdf":
        _fits(figures)
    with _whole(ctx, figures, progress) as every:
        parcel = _parcel(every, form, purpose)
        with leave(ctx, parcel, path, second=second, check=_still(ctx, every)) as out:
            writer(every, out.stream)
    assert out.left is not None
    return out.left


@command("extraction.take")
def print_pdf(
    ctx: Context,
    figures: Figures,
    *,
    purpose: str = "",
    second: Second | None = None,
    progress: Progress | None = None,
) -> bytes:
    """The PDF for a printer: noted and counted as a file is, and marked with who took it.

    Raises:
        CanFix: names without a purpose; more than one may take out alone.
        Denied: this person may not, also when that is so since a moment.
    """
    _fits(figures)
    with _whole(ctx, figures, progress) as every:
        parcel = _parcel(every, "print", purpose)
        with print_out(ctx, parcel, second=second, check=_still(ctx, every)):
            return _pdf(every)


def _fits(figures: Figures) -> None:
    if figures.asked.paper == ROLL and figures.count > MOST_ON_ROLL:
        raise CanFix(
            "{n} rows are too long for a roll of 80 mm. Take A4, or a level with less detail.",
            field="paper",
            n=f"{figures.count:,}",
        )


@contextmanager
def _whole(ctx: Context, figures: Figures, progress: Progress | None) -> Iterator[Figures]:
    """The figures with all their rows; those of a window may be the first of them."""
    if len(figures.rows) == figures.count:
        yield figures
        return
    with opened(ctx, figures.report.name, figures.asked, progress) as fresh:
        yield fresh


def _pdf(figures: Figures) -> bytes:
    stream = BytesIO()
    writers()["pdf"](figures, stream)
    return stream.getvalue()


def _parcel(figures: Figures, form: str, purpose: str) -> Parcel:
    return Parcel(
        what=f"{figures.report.name}/{figures.detail.name}",
        form=form,
        rows=figures.count,
        personal=figures.detail.sensitivity == "personal",
        purpose=purpose,
        columns=tuple(column.name for column in figures.detail.columns),
    )


def _still(ctx: Context, figures: Figures) -> Callable[[Connection], None]:
    """Asked again before the first byte: a right may have been withdrawn while it ran."""

    def check(conn: Connection) -> None:
        allowed_now(ctx, conn, figures.report, figures.detail)

    return check
