"""What the two databases must each do in their own words; everything above is written once.

Values go in and come out as stored: keys as bytes, booleans as 0 or 1.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from sqlalchemy import Connection, Table

from db.office.kinds import Row, Stored
from db.types import Id

Tuple = tuple[Any, ...]


class Asked(Protocol):
    """A question that was asked."""

    def rows(self) -> list[Tuple]:
        """Every row of its answer, waited for if it has not come yet."""


class Answered:
    """A question that has its answer already."""

    __slots__ = ("_found",)

    def __init__(self, found: list[Tuple]) -> None:
        self._found = found

    def rows(self) -> list[Tuple]:
        """Every row."""
        return self._found


NOTHING = Answered([])


class Port(Protocol):
    """One transaction on one database."""

    @property
    def conn(self) -> Connection:
        """SQLAlchemy's connection in the same transaction; whatever waits is sent first."""

    def ask(self, sql: str, params: Sequence[Any] = ()) -> Asked:
        """As `all`, but what is asked before it is read goes with it, and is waited for once."""

    def all(self, sql: str, params: Sequence[Any] = ()) -> list[Tuple]:
        """Every row of a statement written with `?`."""

    def run(self, sql: str, params: Sequence[Any] = ()) -> None:
        """A statement without an answer, written with `?`."""

    def pick(self, table: Table, columns: Sequence[str], keys: Collection[Tuple]) -> list[Tuple]:
        """`columns` of the rows with these primary keys, given in the key's order."""

    def ask_pick(self, table: Table, columns: Sequence[str], keys: Collection[Tuple]) -> Asked:
        """`pick`, asked."""

    def where(
        self, table: Table, column: str, values: Collection[Stored], *, lock: bool
    ) -> list[Tuple]:
        """Whole rows whose `column` is one of `values`; `lock` holds them until the end."""

    def ask_where(
        self, table: Table, column: str, values: Collection[Stored], *, lock: bool
    ) -> Asked:
        """`where`, asked."""

    def add(self, table: Table, rows: Sequence[Tuple]) -> None:
        """Insert whole rows in the columns' order; they must be new."""

    def put(self, table: Table, rows: Sequence[Tuple]) -> None:
        """Insert whole rows in the columns' order, or overwrite those with their primary key."""

    def put_records(
        self,
        table: Table,
        rows: Sequence[Row],
        fresh: Collection[Id] = (),
        there: Collection[Id] = (),
    ) -> None:
        """The same for records, given by name.

        `fresh` ones are known not to be there; those `there` were seen in this transaction.
        """

    def together(self) -> AbstractContextManager[object]:
        """What is written meanwhile is sent without waiting for each answer.

        An error may come later than its statement, at the latest at the end. Only this port may
        be used, not `conn`.
        """

    def drop(self, table: Table, keys: Collection[Tuple]) -> None:
        """Delete the rows with these primary keys."""

    def lock_heads(self, scopes: Sequence[int]) -> Asked:
        """`scope, seq, cnt, sum128, floor` of the heads, locked in the order given."""

    def feed_entries(self, keys: Collection[Tuple]) -> list[Asked]:
        """`scope, tbl, id, kind, rev` of the feed's entries with these keys, whoever may see."""

    def put_feed(self, rows: Sequence[Tuple]) -> None:
        """Insert or overwrite feed entries, whoever may see them."""

    def put_members(self, rows: Sequence[Tuple]) -> None:
        """Insert or overwrite memberships, whoever may see them."""

    def memberships(self, keys: Collection[Tuple]) -> Asked:
        """`tbl, id, scope, kind` of every entry of the rows (tbl, id), whoever may see them."""

    def last_byte_in(self, column: str) -> str:
        """A condition with one `?` (a list in JSON) on the last byte of a key, in hexadecimal."""

    def hex_list(self, numbers: Iterable[int]) -> str:
        """What that `?` takes."""

    def chain_lock(self) -> None:
        """Make everybody else wait with the audit log until this transaction ends."""

    def widen(self, scopes: Mapping[str, int | None]) -> None:
        """Let the transaction see these scopes too, where the database guards them.

        Without a number: nothing was put in the scope yet.
        """

    def scopes_made(self, numbers: Mapping[str, int]) -> None:
        """These scopes have numbers, which they may not have had when they were widened to."""

    def wait_at_most(self, ms: int) -> None:
        """From here on, be refused (`Busy`) when somebody else holds a row for longer than this."""

    def beside(self) -> Port:
        """The same transaction for somebody else, who sees nothing yet where scopes are guarded."""

    def bind(self, value: Id | None) -> Any:
        """A key as a parameter of `all` and `run`."""
