"""Bringing a file into the store: batch by batch, each kept whole together with its checkpoint.

`kill -9` at any point, and running again, goes on behind the last batch that was kept.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sqlcipher3 import dbapi2 as cipher

from db.errors import StoreError
from db.types import to_millis
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.customers.rules.contacts import home_region
from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.imports.commands import rejects, runs
from jewelcrm.imports.commands.bulk import Ids, Sink
from jewelcrm.imports.commands.customers import Customers
from jewelcrm.imports.commands.documents import KeyOf, Plan, documents, plan
from jewelcrm.imports.commands.ends import Document, Ends
from jewelcrm.imports.commands.erased import Ask
from jewelcrm.imports.commands.gold_rates import GoldRates
from jewelcrm.imports.commands.orders import Orders
from jewelcrm.imports.commands.people import People
from jewelcrm.imports.commands.products import Products
from jewelcrm.imports.commands.runs import Run
from jewelcrm.imports.commands.shelf import Shelf
from jewelcrm.imports.commands.summary import SAMPLE_ROWS, Summary, notes_on
from jewelcrm.imports.readers import ReadOptions, Source, Tally, open_source
from jewelcrm.imports.rules import gold_rows
from jewelcrm.imports.rules import mapping as maps
from jewelcrm.imports.rules.mapping import Mapping
from jewelcrm.imports.rules.order_lines import OrderReader
from jewelcrm.imports.rules.person import Habits
from jewelcrm.imports.rules.shapes import shape
from jewelcrm.imports.rules.words import KINDS, OF_CATALOGUE, Kind
from jewelcrm.log import log

BATCH_ROWS, BATCH_LETTERS = 2_000, 2_000_000
"""A batch is one transaction, which head office takes whole: far below what it takes at the most
(`jewelcrm.wire.messages.LONE_TX_BYTES`), also when cells hold pages of notes."""
FIRST_REJECTS = 50
Progress = Callable[[int, int | None], None]
Cancelled = Callable[[], bool]


class Importer(Protocol):
    """What a kind of file brings: how its rows belong together and what becomes of them."""

    what: str
    key_of: KeyOf | None

    def prepare(self, documents: Sequence[Document], ends: Ends) -> Any: ...
    def apply(self, raw: cipher.Connection, read: Any, sink: Sink, ends: Ends) -> None: ...
    def pass_over(self, document: Document) -> None: ...
    def made(self) -> dict[str, int]: ...


@dataclass(slots=True)
class _Job:
    """One call of `import_file`."""

    ctx: Context
    source: Source
    importer: Importer
    mapping: Mapping
    tally: Tally
    dry_run: bool
    progress: Progress
    cancelled: Cancelled
    run: Run
    first_rejects: list[tuple[int, str]] = field(default_factory=list)
    stopped: bool = False
    before: int = 0
    made_before: dict[str, int] = field(default_factory=dict)


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
) -> Summary:
    """Import a file; goes on where an import of the same file with the same mapping broke off.

    Without a mapping it is guessed. A dry run decides every row and writes nothing at all.
    `erased`: who knows which contacts were those of people who were erased by request.

    Raises:
        CanFix: the file cannot be read, or the mapping does not fit it.
    """
    started = time.monotonic()
    if kind not in KINDS:
        raise CanFix("Choose what the file holds: {kinds}.", kinds=", ".join(KINDS), field="kind")
    if kind in OF_CATALOGUE:
        ctx.require("catalogue.edit")
    source = open_source(path, options)
    mapping = mapping or guess_for(source, kind)
    maps.check(mapping, kind, source.columns)
    job = _job(
        ctx,
        source,
        mapping,
        options,
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
    rejects_file = None if dry_run else _finish(job, rejects_to)
    log.info("import done", kind=kind, rows=job.run.read, stopped=job.stopped)
    return _summary(job, rejects_file, time.monotonic() - started)


def guess_for(source: Source, kind: Kind) -> Mapping:
    """The mapping that the file's own headings and first rows suggest."""
    sample = [cells for _, cells, wrong in islice(source.rows(), SAMPLE_ROWS) if wrong is None]
    return maps.guess(kind, source.columns, sample, source.facts.form)


def _job(
    ctx: Context,
    source: Source,
    mapping: Mapping,
    options: ReadOptions | None,
    *,
    dry_run: bool,
    progress: Progress | None,
    cancelled: Cancelled | None,
    erased: Ask | None,
) -> _Job:
    tally = Tally()
    people = People(Ids(), tally, author=ctx.staff.id, lasting=dry_run, ask=erased)
    importer = _importer(ctx, source, mapping, tally, people)
    told = json.dumps([asdict(mapping), asdict(options or ReadOptions())], sort_keys=True)
    digest, _ = runs.fingerprint(source.path)
    with ctx.read() as conn:
        run = runs.unfinished(_raw(conn), mapping.kind, digest, told)
    if dry_run:
        run = Run(run.id, mapping.kind, digest, told)
    return _Job(
        ctx=ctx,
        source=source,
        importer=importer,
        mapping=mapping,
        tally=tally,
        dry_run=dry_run,
        progress=progress or _quiet,
        cancelled=cancelled or _never,
        run=run,
        before=run.position,
        made_before=dict(run.made),
    )


def _importer(
    ctx: Context, source: Source, mapping: Mapping, tally: Tally, people: People
) -> Importer:
    now = ctx.clock.now()
    ids, lasting = people.ids, people.lasting
    currency = mapping.currency or ctx.branch.currency
    habits = Habits(
        mapping.country or home_region(ctx.branch.currency),
        mapping.date_order,
        mapping.source,
        shape(source.columns),
        ctx.today().year,
        found_by="" if mapping.column_of("source") else "import",
    )
    if mapping.kind == "customers":
        return Customers(source.columns, mapping, habits, people, tally)
    zone: dt.tzinfo = ZoneInfo(ctx.branch.time_zone)
    if mapping.kind == "gold-rates":
        told = gold_rows.Habits(zone, ctx.branch.currency, currency, now, mapping.date_order)
        return GoldRates(source.columns, mapping, told, ids)
    if mapping.kind == "products":
        return Products(source.columns, mapping, currency=currency, ids=ids, lasting=lasting)
    reader = OrderReader(
        source.columns, mapping, zone=zone, currency=currency, now=now, tally=tally
    )
    return Orders(
        source.columns,
        mapping,
        habits=habits,
        reader=reader,
        people=people,
        shelf=Shelf(ids, tally, currency=currency, adds=ctx.allows("catalogue.edit")),
        ids=ids,
        tally=tally,
    )


def _raw(conn: Any) -> cipher.Connection:
    raw: cipher.Connection = conn.connection.driver_connection
    return raw


def _quiet(done: int, total: int | None) -> None:
    """Nobody is looking."""


def _never() -> bool:
    return False


@contextmanager
def _rarer_collections() -> Iterator[None]:
    """Thousands of small records live for one batch: looking for cycles among them costs 15 %."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _begin(job: _Job) -> None:
    """Leave a trace before the first row: of an import that is killed too."""
    with job.ctx.work("import") as work:
        runs.keep(work, job.run, job.run.position, Ends())
        _audit(job, work, "imports.begun")
    job.run.kept = True


@contextmanager
def _failure_told(job: _Job) -> Iterator[None]:
    """An import that fails is told in the audit log; one that took no row is not to be resumed."""
    try:
        yield
    except Exception:
        if not job.dry_run:
            with suppress(StoreError), job.ctx.work("import") as work:
                runs.forget_empty(work, job.run)
                _audit(job, work, "imports.run", "failed")
        raise


def _audit(job: _Job, work: Work, action: str, outcome: str = "done") -> None:
    columns = sorted(set(job.mapping.columns.values()))
    work.audit(action, columns=columns, reason=job.mapping.kind, outcome=outcome)


def _work_through(job: _Job) -> None:
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


def _plan(job: _Job) -> Plan:
    key_of = job.importer.key_of
    if key_of is None:
        return Plan()
    return plan(job.source, key_of, beat=lambda: job.progress(job.run.read, None))


def _one_batch(job: _Job, batch: list[Document], last: int) -> None:
    ends, sink = Ends(), Sink()
    read = job.importer.prepare(batch, ends)
    if isinstance(job.importer, Customers | Orders):
        job.importer.beforehand(read)
    if job.dry_run:
        with job.ctx.read() as conn:
            job.importer.apply(_raw(conn), read, sink, ends)
        job.run.count(ends, job.importer.made())
    else:
        _keep(job, read, sink, ends, last)
    room = FIRST_REJECTS - len(job.first_rejects)
    job.first_rejects += [(at, reason) for at, reason, _ in ends.rejects[:room]]


def _keep(job: _Job, read: Any, sink: Sink, ends: Ends, last: int) -> None:
    with job.ctx.work("import") as work:
        job.importer.apply(work.raw, read, sink, ends)
        sink.flush(work, work.branch_id, to_millis(work.now))
        job.run.count(ends, _added(job.made_before, job.importer.made()))
        runs.keep(work, job.run, last, ends)
    job.run.position, job.run.kept = last, True


def _added(before: dict[str, int], now: dict[str, int]) -> dict[str, int]:
    """What an earlier, broken run made counts too."""
    return {name: before.get(name, 0) + count for name, count in now.items()}


def _finish(job: _Job, rejects_to: Path | None) -> str | None:
    """Write the rejects, close the run and leave a line in the audit log."""
    wanted = not job.stopped and job.run.counts.get("rejected", 0) > 0
    target = _write_rejects(job, rejects_to) if wanted else None
    whole = not job.stopped and (target is not None) == wanted
    with job.ctx.work("import") as work:
        runs.keep(work, job.run, job.run.position, Ends(), "done" if whole else "stopped")
        if whole:
            work.raw.execute("DELETE FROM import_reject WHERE run = ?", (job.run.id,))
        _audit(job, work, "imports.run")
    return None if target is None else str(target)


def _write_rejects(job: _Job, rejects_to: Path | None) -> Path | None:
    """Where the rejects are now; None when they could not be written and stay in the store."""
    target = rejects_to or rejects.beside(job.source.path)
    try:
        with job.ctx.read() as conn:
            rejects.write(_raw(conn), job.run.id, job.source.columns, target, job.ctx)
    except (CanFix, Unavailable, OSError):
        job.tally.add(rejects.NOT_WRITTEN)
        return None
    return target


def _notes(job: _Job) -> list[str]:
    chained = job.ctx.store.lease is not None
    return notes_on(job.source, job.mapping, chained=chained)


def _summary(job: _Job, rejects_file: str | None, seconds: float) -> Summary:
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
        reasons=dict(job.run.reasons),
        made=job.run.made,
        mapping=asdict(job.mapping),
        first_rejects=job.first_rejects,
    )
