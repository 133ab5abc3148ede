"""The end of an import: the rejects written, the run closed, and what a person is told."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from db.work import Work
from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.imports.commands import rejects, runs
from jewelcrm.imports.commands.ends import Ends, RowEnd
from jewelcrm.imports.commands.job import Job, raw_of
from jewelcrm.imports.commands.summary import SHOWN_CELLS, RowTold, Summary, notes_on
from jewelcrm.imports.rules.values import one_line


def audit(job: Job, work: Work, action: str, outcome: str = "done") -> None:
    """A line in the audit log: which columns of what, never a value."""
    columns = sorted(set(job.mapping.columns.values()))
    work.audit(action, columns=columns, reason=job.mapping.kind, outcome=outcome)


def finish(job: Job, rejects_to: Path | None, told: rejects.Told) -> str | None:
    """Write the rejects, close the run and leave a line in the audit log."""
    wanted = not job.stopped and job.run.counts.get("rejected", 0) > 0
    target = _write_rejects(job, rejects_to, told) if wanted else None
    whole = not job.stopped and (target is not None) == wanted
    with job.ctx.work("import") as work:
        runs.keep(work, job.run, job.run.position, Ends(), "done" if whole else "stopped")
        if whole:
            runs.drop_rejects(work, job.run)
        audit(job, work, "imports.run")
    return None if target is None else str(target)


def _write_rejects(job: Job, rejects_to: Path | None, told: rejects.Told) -> Path | None:
    """Where the rejects are now; None when they could not be written and stay in the store."""
    target = rejects_to or rejects.beside(job.source.path)
    try:
        with job.ctx.read() as conn:
            columns = job.source.columns
            rejects.write(raw_of(conn), job.run.id, columns, target, job.ctx, told=told)
    except (CanFix, Unavailable, OSError):
        job.tally.add(rejects.NOT_WRITTEN)
        return None
    return target


def _notes(job: Job) -> list[str]:
    chained = job.ctx.store.lease is not None
    return notes_on(job.source, job.mapping, chained=chained)


def summary(job: Job, rejects_file: str | None, seconds: float) -> Summary:
    """What a person is told."""
    counts = job.run.counts
    return Summary(
        kind=job.mapping.kind,
        read=job.run.read,
        new=counts.get("new", 0),
        matched=counts.get("matched", 0),
        skipped=counts.get("skipped", 0),
        rejected=counts.get("rejected", 0),
        rejects_file=rejects_file,
        resumed=job.before > 0,
        stopped=job.stopped,
        dry_run=job.dry_run,
        seconds=round(seconds, 3),
        notes=[*job.source.facts.notes, *_notes(job), *job.tally.words()],
        rows=[_shown(job, one) for one in sorted(job.told, key=lambda one: one.row)],
        reasons=dict(job.run.reasons),
        made=job.run.made,
        mapping=asdict(job.mapping),
        first_rejects=job.first_rejects,
    )


def _shown(job: Job, one: RowEnd) -> RowTold:
    """A row as its first mapped cells, made safe to be looked at."""
    mapped = job.mapping.columns
    cells = {
        mapped[column]: one_line(cell)[:60]
        for column, cell in zip(job.source.columns, one.cells, strict=False)
        if column in mapped and cell.strip()
    }
    first = dict(list(cells.items())[:SHOWN_CELLS])
    return RowTold(one.row, one.end, first, one_line(one.reason))
