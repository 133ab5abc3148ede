"""A report on its way out, off the UI thread: through the one gate, onto paper or into a file."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from jewelcrm.context import Context
    from jewelcrm.extraction import Left, Second
    from jewelcrm.extraction.queries import Demand
    from jewelcrm.reports.model import Figures
    from ui.background import Progress


@dataclass(frozen=True)
class Wish:
    """Figures that shall leave: as what, what for, and who else agrees."""

    figures: Figures
    form: str  # pdf | xlsx | csv
    purpose: str
    second: Second | None = None


def looked_at(figures: Figures) -> bytes:
    """The PDF as it would be printed, for the window only: nothing leaves."""
    from jewelcrm.reports.outputs import writers

    stream = BytesIO()
    writers()["pdf"](figures, stream)
    return stream.getvalue()


def demanded(ctx: Context, figures: Figures) -> Demand:
    """What is asked before so many rows leave."""
    from jewelcrm.extraction.queries import demand

    personal = figures.detail.sensitivity == "personal"
    return demand(ctx, rows=figures.count, personal=personal)


def made(ctx: Context, wish: Wish, progress: Progress) -> bytes:
    """The PDF to print, noted as gone."""
    from jewelcrm.reports.commands import print_pdf

    return print_pdf(ctx, wish.figures, purpose=wish.purpose, second=wish.second, progress=progress)


def kept(ctx: Context, wish: Wish, path: Path, progress: Progress) -> Left:
    """Written to a file, whole or not at all."""
    from jewelcrm.reports.commands import write

    end = f".{wish.form}"
    wanted = path if path.suffix.lower() == end else path.with_name(f"{path.name}{end}")
    return write(
        ctx,
        wish.figures,
        wanted,
        form=wish.form,
        purpose=wish.purpose,
        second=wish.second,
        progress=progress,
    )
