"""What a file looks like before it is imported, and which mappings are kept."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, select

from db.shop.local import import_map, import_run
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.imports.commands.mended import mapping_of_rejects
from jewelcrm.imports.commands.summary import SAMPLE_ROWS
from jewelcrm.imports.readers import Facts, ReadOptions, open_source
from jewelcrm.imports.rules import mapping as maps
from jewelcrm.imports.rules.mapping import Mapping
from jewelcrm.imports.rules.words import KINDS, Kind


@dataclass(frozen=True, slots=True)
class Look:
    """A file as it was understood: its columns, its first rows, and the mapping to begin with."""

    facts: Facts
    columns: list[str]
    rows: list[list[str]]
    wrong: list[tuple[int, str]]
    mapping: Mapping
    enough: bool


@dataclass(frozen=True, slots=True)
class KeptMap:
    """A mapping kept by name."""

    name: str
    mapping: Mapping


@query("imports.run")
def look(ctx: Context, path: Path, kind: Kind, options: ReadOptions | None = None) -> Look:
    """Open a file and say what is in it; nothing is written.

    Raises:
        CanFix: it cannot be read.
    """
    source = open_source(path, options)
    sample = list(islice(source.rows(), SAMPLE_ROWS))
    cells = [row for _, row, wrong in sample if wrong is None]
    guessed = mapping_of_rejects(ctx, kind, source.columns) or maps.guess(
        kind, source.columns, cells, source.facts.form
    )
    wrong = [(at, reason) for at, _, reason in sample if reason is not None]
    return Look(source.facts, source.columns, cells[:50], wrong, guessed, maps.is_enough(guessed))


@query("imports.run")
def kept_maps(ctx: Context, kind: Kind | None = None) -> list[KeptMap]:
    """The mappings kept on this PC, by name."""
    wanted = select(import_map.c.name, import_map.c.body).order_by(import_map.c.name)
    if kind is not None:
        wanted = wanted.where(import_map.c.kind == kind)
    with ctx.read() as conn:
        return [KeptMap(row.name, maps.from_json(row.body)) for row in conn.execute(wanted)]


@query("imports.run")
def map_named(ctx: Context, name: str) -> Mapping:
    """The mapping kept under `name`.

    Raises:
        CanFix: there is none; lists those there are.
    """
    kept = {one.name: one.mapping for one in kept_maps(ctx)}
    if name not in kept:
        raise CanFix(
            "There is no mapping called {name}. There are: {names}.",
            name=name,
            names=", ".join(kept) or "none",
            field="map",
        )
    return kept[name]


@query("imports.run")
def broken_off(ctx: Context) -> list[str]:
    """The kinds of imports that were begun and not finished: each goes on with its own file."""
    with ctx.read() as conn:
        return unfinished_kinds(conn)


def unfinished_kinds(conn: Connection) -> list[str]:
    """The same, for the doctor: which kinds of files, nothing of what they hold."""
    found = set(conn.scalars(select(import_run.c.kind).where(import_run.c.state != "done")))
    return [kind for kind in KINDS if kind in found]
