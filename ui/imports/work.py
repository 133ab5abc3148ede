"""The long work of an import: tried without writing, or done, with progress and stopping."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jewelcrm.context import Context
from jewelcrm.imports.commands import Summary, import_file
from ui.background import Progress
from ui.imports.state import Choices


def job(ctx: Context, choices: Choices, *, dry_run: bool) -> Callable[[Progress], Summary]:
    """What runs on a thread of its own."""
    path, _look, mapping = choices.opened()
    kind, options, rejects_to = choices.kind, choices.options, choices.rejects_to

    def work(progress: Progress) -> Summary:
        return import_file(
            ctx,
            path,
            kind,
            mapping=mapping,
            options=options,
            dry_run=dry_run,
            rejects_to=rejects_to,
            progress=_teller(progress),
            cancelled=lambda: progress.cancelled,
        )

    return work


def _teller(progress: Progress) -> Callable[[int, int | None], None]:
    """Progress that stops between two batches only: the summary then says how far it came."""

    def tell(done: int, total: int | None) -> None:
        if not progress.cancelled:
            progress(done, total or 0)

    return tell


def usual_rejects(path: Path) -> Path:
    """Where rejected rows go when nobody says otherwise: beside the file, under a free name."""
    from jewelcrm.imports.commands.rejects import beside

    return beside(path)
