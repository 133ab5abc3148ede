"""The long work of an import: tried without writing, or done, with progress and stopping."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jewelcrm.context import Context
from jewelcrm.imports.commands import Summary, import_file
from jewelcrm.sync.visiting import erased_asked
from ui.background import Cancelled, Progress
from ui.imports.state import Choices
from ui.imports.words import plain_words


def job(ctx: Context, choices: Choices, *, dry_run: bool) -> Callable[[Progress], Summary]:
    """What runs on a thread of its own."""
    path, _look, mapping = choices.opened()
    kind, options, rejects_to = choices.kind, choices.options, choices.rejects_to

    def work(progress: Progress) -> Summary:
        if not dry_run:
            _keep_a_point(ctx, progress)
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
            erased=erased_asked(ctx),
            told=plain_words,
        )

    return work


def _keep_a_point(ctx: Context, progress: Progress) -> None:
    """A backup first, so that the whole import can be undone.

    Raises:
        Cancelled: the person stopped it; nothing was written.
    """
    from db.backup.stopping import Stopped
    from jewelcrm.backup.beforehand import point_before

    try:
        point_before(ctx, "import", progress=progress.step, cancelled=lambda: progress.cancelled)
    except Stopped as error:
        raise Cancelled from error
    progress(0)


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
