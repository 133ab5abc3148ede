"""Bringing a file into the store: batch by batch, each kept whole together with its checkpoint.

`kill -9` at any point, and running again, goes on behind the last batch that was kept.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from db.errors import StoreError
from db.types import to_millis
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.imports.commands import rejects, runs
from jewelcrm.imports.commands.bulk import Sink
from jewelcrm.imports.commands.closing import audit, finish, summary
from jewelcrm.imports.commands.customers import Customers
from jewelcrm.imports.commands.documents import Plan, documents, plan
from jewelcrm.imports.commands.ends import Document, Ends
from jewelcrm.imports.commands.erased import Ask
from jewelcrm.imports.commands.job import Cancelled, Job, Progress, job_for, raw_of, stamp_of
from jewelcrm.imports.commands.mended import mapping_for
from jewelcrm.imports.commands.orders import Orders
from jewelcrm.imports.commands.summary import Summary
from jewelcrm.imports.readers import ReadOptions, open_source
from jewelcrm.imports.rules import mapping as maps
from jewelcrm.imports.rules.mapping import Mapping
from jewelcrm.imports.rules.words import KINDS, OF_CATALOGUE, Kind
from jewelcrm.log import log

BATCH_ROWS, BATCH_LETTERS = 2_000, 2_000_000
"""A batch is one transaction, which head office takes whole: far below what it takes at the most
(`jewelcrm.wire.messages.LONE_TX_BYTES`), also when cells hold pages of notes."""
FIRST_REJECTS = 50
FIRST_ROWS = 20


@command("imports.run")
def import_file(
    ctx: Context,
    path: Path,
    kind: Kind,
    *,
    mapping: Mapping | None = None,
    options: ReadOptions | None = None,
    dry_run: bool = False,
    rejects_to: Path | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    erased: Ask | None = None,
    told: rejects.Told = str,
) -> Summary:
    """Import a file; goes on where an import of the same file with the same mapping broke off.

    Without a mapping it is that of the rejected rows, or guessed. A dry run decides every row and
    writes nothing at all.
    `erased`: who knows which contacts were those of people who were erased by request.
    `told`: turns the reasons in the file of rejected rows into another language.

    Raises:
        CanFix: the file cannot be read, or the mapping does not fit it.
    """
    started = time.monotonic()
    if kind not in KINDS:
        raise CanFix("Choose what the file holds: {kinds}.", kinds=", ".join(KINDS), field="kind")
    if kind in OF_CATALOGUE:
        ctx.require("catalogue.edit")
    source = open_source(path, options)
    mapping = mapping or mapping_for(ctx, source, kind)
    maps.check(mapping, kind, source.columns)
    job = job_for(
        source,
        mapping,
        options,
        ctx=ctx,
        dry_run=dry_run,
        progress=progress,
        cancelled=cancelled,
        erased=erased,
    )
    if not dry_run:
        rejects.check_place(path, rejects_to)
        _begin(job)
    with _rarer_collections(), _failure_told(job):
        _work_through(job)
    rejects_file = None if dry_run else finish(job, rejects_to, told)
    done = "import tried" if dry_run else "import done"
    log.info(done, kind=kind, rows=job.run.read, stopped=job.stopped)
    return summary(job, rejects_file, time.monotonic() - started)


@contextmanager
def _rarer_collections() -> Iterator[None]:
    """Thousands of small records live for one batch: looking for cycles among them costs 15 %."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _begin(job: Job) -> None:
    """Leave a trace before the first row: of an import that is killed too."""
    with job.ctx.work("import") as work:
        runs.keep(work, job.run, job.run.position, Ends())
        audit(job, work, "imports.begun")
    job.run.kept = True


@contextmanager
def _failure_told(job: Job) -> Iterator[None]:
    """An import that fails is told in the audit log; one that took no row is not to be resumed."""
    try:
        yield
    except Exception:
        if not job.dry_run:
            with suppress(StoreError), job.ctx.work("import") as work:
                runs.forget_empty(work, job.run)
                audit(job, work, "imports.run", "failed")
        raise


def _work_through(job: Job) -> None:
    """Every document of the file, in batches."""
    found = _plan(job)
    total = found.rows or None
    batch: list[Document] = []
    rows = letters = 0
    last = job.run.position
    for place, document in documents(job.source, job.importer.key_of, found, job.tally):
        if place <= job.before:
            job.importer.pass_over(document)
            continue
        batch.append(document)
        rows += len(document)
        letters += sum(len(cell) for _, cells, _ in document for cell in cells)
        last = place
        if rows >= BATCH_ROWS or letters >= BATCH_LETTERS:
            _one_batch(job, batch, last)
            batch, rows, letters = [], 0, 0
            job.progress(job.run.read, total)
            if job.cancelled():
                job.stopped = True
                return
    if batch:
        _one_batch(job, batch, last)
    job.progress(job.run.read, job.run.read)


def _plan(job: Job) -> Plan:
    key_of = job.importer.key_of
    if key_of is None:
        return Plan()
    return plan(job.source, key_of, beat=lambda: job.progress(job.run.read, None))


def _one_batch(job: Job, batch: list[Document], last: int) -> None:
    _check_unchanged(job)
    ends, sink = Ends(watched=FIRST_ROWS if job.dry_run else 0), Sink()
    read = job.importer.prepare(batch, ends)
    if isinstance(job.importer, Customers | Orders):
        job.importer.beforehand(read)
    if job.dry_run:
        with job.ctx.read() as conn:
            job.importer.apply(raw_of(conn), read, sink, ends)
        job.run.count(ends, job.importer.made())
    else:
        _keep(job, read, sink, ends, last)
    job.told += ends.told
    room = FIRST_REJECTS - len(job.first_rejects)
    job.first_rejects += [(at, reason) for at, reason, _ in sorted(ends.rejects)[:room]]


def _keep(job: Job, read: Any, sink: Sink, ends: Ends, last: int) -> None:
    with job.ctx.work("import") as work:
        job.importer.apply(work.raw, read, sink, ends)
        sink.flush(work, work.branch_id, to_millis(work.now))
        job.run.count(ends, _added(job.made_before, job.importer.made()))
        runs.keep(work, job.run, last, ends)
    job.run.position, job.run.kept = last, True


def _added(before: dict[str, int], now: dict[str, int]) -> dict[str, int]:
    """What an earlier, broken run made counts too."""
    return {name: before.get(name, 0) + count for name, count in now.items()}


def _check_unchanged(job: Job) -> None:
    """Before a batch is kept: it is read from the file whose run this is.

    Raises:
        CanFix: somebody wrote to it meanwhile, or took it away.
    """
    with suppress(OSError):
        if stamp_of(job.source.path) == job.stamp:
            return
    if not job.dry_run:
        with job.ctx.work("import") as work:
            runs.keep(work, job.run, job.run.position, Ends(), "done")
            runs.drop_rejects(work, job.run)
    raise CanFix(
        "The file changed while it was read. What was taken in is whole and stays. Import the file"
        " again when nobody writes to it: what is in already is only recognised."
    )
