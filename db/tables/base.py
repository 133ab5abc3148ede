"""The shape every table shares, and the register of what kind of data each column holds."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, MetaData, Table, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateIndex, SchemaItem

from db.columns import Instant, Key
from db.types import Id

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""How indexes and constraints are named, so that a later step can find them."""

metadata = MetaData(naming_convention=NAMES)

OPEN, CONTACT, VALUE, RESTRICTED = "open", "contact", "value", "restricted"
"""Column classes (design.md 5): who may see what is decided class by class."""


def field(name: str, kind: Any, *more: Any, cls: str = OPEN, **options: Any) -> Column[Any]:
    """A column with its data class; columns may be empty unless told otherwise."""
    options.setdefault("nullable", not options.get("primary_key", False))
    return Column(name, kind, *more, info={"class": cls}, **options)


def ref(name: str, target: str, **options: Any) -> Column[Id]:
    """A reference to another record's `id`."""
    return field(name, Key, ForeignKey(f"{target}.id"), **options)


def record(name: str, *items: SchemaItem, appends: bool = False) -> Table:
    """A record that every branch keeps in the same shape and that changes are captured for.

    `appends` marks a ledger: its rows are written once and never changed or deleted.
    """
    return Table(
        name,
        metadata,
        field("id", Key, primary_key=True),
        field("branch_id", Key),
        *items,
        field("created_at", Instant, nullable=False),
        field("updated_at", Instant, nullable=False),
        field("archived_at", Instant),
        field("rev", BigInteger, nullable=False, server_default=text("0")),
        sqlite_with_rowid=False,
        info={"captured": True, "ledger": appends},
    )


BOOKKEEPING = frozenset({"id", "created_at", "updated_at", "rev"})
"""Columns that change capture does not treat as somebody's words."""


def index(table: Table, *columns: str, where: str | None = None, name: str = "") -> Index:
    """An index over `columns`, partial when `where` is given."""
    name = name or f"ix_{table.name}_{'_'.join(columns)}"
    options: dict[str, Any] = {} if where is None else {"sqlite_where": text(where)}
    return Index(name, *(table.c[column] for column in columns), **options)


@compiles(CreateIndex, "postgresql")
def _partial_there_too(create: CreateIndex, compiler: Any, **options: Any) -> str:
    """PostgreSQL learns of the condition only when it makes the index.

    Told at the index itself, it would load its dialect at every start of a shop's PC (45 ms).
    """
    made = create.element
    made.dialect_options["postgresql"]["where"] = made.dialect_options["sqlite"]["where"]
    words: str = compiler.visit_create_index(create, **options)
    return words
