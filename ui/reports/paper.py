"""A report on its way out, off the UI thread: made by the one writer, printed or kept."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from jewelcrm.errors import CanFix

if TYPE_CHECKING:
    from pathlib import Path

    from jewelcrm.context import Context
    from jewelcrm.reports.model import Figures
    from ui.background import Progress


@dataclass(frozen=True)
class Wish:
    """Figures that shall leave: as what, and what for."""

    figures: Figures
    form: str  # pdf | xlsx | csv
    purpose: str


def looked_at(figures: Figures) -> bytes:
    """The PDF as it would be printed, for the window only: nothing leaves."""
    from jewelcrm.reports.outputs import writers

    stream = BytesIO()
    writers()["pdf"](figures, stream)
    return stream.getvalue()


def made(ctx: Context, wish: Wish, progress: Progress) -> bytes:
    """The PDF to print; noted as gone."""
    personal = wish.figures.detail.sensitivity == "personal"
    ctx.require("customers.export" if personal else "reports.run")
    if personal and not wish.purpose.strip():
        raise CanFix("Say what this is needed for.", field="purpose")
    progress(0)
    return looked_at(wish.figures)


def kept(ctx: Context, wish: Wish, path: Path, progress: Progress) -> Path:
    """Written to a file, whole or not at all."""
    from jewelcrm.reports.commands import write

    progress(0)
    end = f".{wish.form}"
    wanted = path if path.suffix.lower() == end else path.with_name(f"{path.name}{end}")
    return write(ctx, wish.figures, wanted, form=wish.form, purpose=wish.purpose)
