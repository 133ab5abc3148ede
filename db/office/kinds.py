"""What head office's storage hands out and takes: marks, feed entries, versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from db.types import Id

Stored = bytes | int | str | None
Row = dict[str, Stored]
"""A stored row: raw values as SQLite holds them, every column, `id` and `rev` too."""

Key = tuple[str, Id]
"""A row by its table's name and its id."""

Version = tuple[int, int, int]
"""Who wrote a column last: HLC, writer number, the row's revision of then."""

HELD = ("P", "S")
"""Kinds of an entry whose row is in the scope: whole, or as a stub."""


class Mark(NamedTuple):
    """A row's place in a scope's feed is to become the newest: put, stub, removed or erased."""

    scope: str
    table: str
    id: Id
    kind: str
    rev: int


class FeedEntry(NamedTuple):
    """A row's only entry in a scope's feed."""

    seq: int
    table: str
    id: Id
    kind: str
    rev: int


@dataclass(frozen=True, slots=True)
class Head:
    """A scope's newest number, how many rows it holds, their sum, and where its feed begins."""

    seq: int
    count: int
    sum: int
    floor: int


class Applied(NamedTuple):
    """A transaction of a PC that has been dealt with; `state` is the answer it got."""

    tx: Id
    device: Id
    epoch: int
    n: int
    state: str
    at: int


@dataclass(slots=True)
class Versions:
    """Who wrote a row's columns last: one answer for the row, and the columns that differ."""

    hlc: int
    writer: int
    rev: int
    cols: dict[str, Version] = field(default_factory=dict)

    def of(self, column: str) -> Version:
        """HLC, writer and revision of the column's last change."""
        return self.cols.get(column) or (self.hlc, self.writer, self.rev)


NONE = Head(0, 0, 0, 0)
"""The head of a scope that nothing was ever put in."""

Members = dict[Key, dict[str, str]]
Found = Mapping[Id, Row]
