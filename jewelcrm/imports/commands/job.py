"""One call of an import: what it reads, what takes its rows, and how far it is."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sqlcipher3 import dbapi2 as cipher

from jewelcrm.context import Context
from jewelcrm.customers.rules.contacts import home_region
from jewelcrm.imports.commands import runs
from jewelcrm.imports.commands.bulk import Ids, Sink
from jewelcrm.imports.commands.customers import Customers
from jewelcrm.imports.commands.documents import KeyOf
from jewelcrm.imports.commands.ends import Document, Ends, RowEnd
from jewelcrm.imports.commands.erased import Ask
from jewelcrm.imports.commands.gold_rates import GoldRates
from jewelcrm.imports.commands.orders import Orders
from jewelcrm.imports.commands.people import People
from jewelcrm.imports.commands.products import Products
from jewelcrm.imports.commands.runs import Run
from jewelcrm.imports.commands.shelf import Shelf
from jewelcrm.imports.readers import ReadOptions, Source, Tally
from jewelcrm.imports.rules import gold_rows
from jewelcrm.imports.rules.mapping import Mapping
from jewelcrm.imports.rules.order_lines import OrderReader
from jewelcrm.imports.rules.person import Habits
from jewelcrm.imports.rules.shapes import shape

Progress = Callable[[int, int | None], None]
Cancelled = Callable[[], bool]
Stamp = tuple[int, int, int]
"""Which file it is, how large, and when it was written: another one when it changed."""


def stamp_of(path: Path) -> Stamp:
    """The file as it is now."""
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


class Importer(Protocol):
    """What a kind of file brings: how its rows belong together and what becomes of them."""

    what: str
    key_of: KeyOf | None

    def prepare(self, documents: Sequence[Document], ends: Ends) -> Any: ...
    def apply(self, raw: cipher.Connection, read: Any, sink: Sink, ends: Ends) -> None: ...
    def pass_over(self, document: Document) -> None: ...
    def made(self) -> dict[str, int]: ...


@dataclass(slots=True)
class Job:
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
    stamp: Stamp
    first_rejects: list[tuple[int, str]] = field(default_factory=list)
    told: list[RowEnd] = field(default_factory=list)
    stopped: bool = False
    before: int = 0
    made_before: dict[str, int] = field(default_factory=dict)


def job_for(
    source: Source,
    mapping: Mapping,
    options: ReadOptions | None,
    *,
    ctx: Context,
    dry_run: bool,
    progress: Progress | None,
    cancelled: Cancelled | None,
    erased: Ask | None,
) -> Job:
    """A call of `import_file`; goes on with a run of the same file that was broken off."""
    tally, stamp = Tally(), stamp_of(source.path)
    people = People(Ids(), tally, author=ctx.staff.id, lasting=dry_run, ask=erased)
    importer = _importer(ctx, source, mapping, tally, people)
    told = json.dumps([asdict(mapping), asdict(options or ReadOptions())], sort_keys=True)
    digest, _ = runs.fingerprint(source.path)
    with ctx.read() as conn:
        run = runs.unfinished(raw_of(conn), mapping.kind, digest, told)
    if dry_run:
        run = Run(run.id, mapping.kind, digest, told)
    return Job(
        ctx=ctx,
        source=source,
        importer=importer,
        mapping=mapping,
        tally=tally,
        dry_run=dry_run,
        progress=progress or _quiet,
        cancelled=cancelled or _never,
        run=run,
        stamp=stamp,
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


def raw_of(conn: Any) -> cipher.Connection:
    """The driver's own connection below."""
    raw: cipher.Connection = conn.connection.driver_connection
    return raw


def _quiet(done: int, total: int | None) -> None:
    """Nobody is looking."""


def _never() -> bool:
    return False
