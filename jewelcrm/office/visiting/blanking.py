"""What becomes of the papers of an erased person: kept by law, without her (sync.md 2.10).

Free text goes; where a text must stay (what was sold, a transfer's reference), her names, phones
and addresses are covered in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import String

from db.office.kinds import Key, Row, Stored
from db.tables import NUMBERS, metadata
from db.types import Id
from jewelcrm.customers.rules.spoken import national
from jewelcrm.wire.papers import EMPTIED

COVER = "•••"
_NAMES = ("name", "name_zh", "preferred_name", "number", "external_key", "address")


class Traces:
    """How a person may be named in somebody's words."""

    def __init__(self, customers: Iterable[Row], contacts: Iterable[Row]) -> None:
        words = {str(row[name] or "") for row in customers for name in _NAMES}
        for contact in contacts:
            words |= _ways_to_write(str(contact["value"]), str(contact["normal"]))
        found = sorted({word.strip() for word in words if len(word.strip()) > 1}, key=len)
        parts = [_part(word) for word in reversed(found)]
        self._pattern = re.compile("|".join(parts), re.IGNORECASE) if parts else None

    def covered(self, text: str) -> str:
        """The text without her."""
        return text if self._pattern is None else self._pattern.sub(COVER, text)


def _ways_to_write(value: str, normal: str) -> set[str]:
    found = {value, normal}
    if normal.startswith("+"):
        found |= {national(normal), re.sub(r"\D", "", national(normal)), normal[1:]}
    return found


def _part(word: str) -> str:
    """A word as a pattern; inside a longer Latin word or number it is not hers."""
    before = r"(?<![^\W_])" if word[0].isascii() and word[0].isalnum() else ""
    after = r"(?![^\W_])" if word[-1].isascii() and word[-1].isalnum() else ""
    return f"{before}{re.escape(word)}{after}"


def emptied(table: str, row: Row, traces: Traces, persons: Collection[Id]) -> dict[str, Stored]:
    """The columns of a paper that change, with their new values."""
    changes: dict[str, Stored] = {}
    for column in metadata.tables[table].columns:
        value = row[column.name]
        if column.name in EMPTIED[table] or (column.name == "customer_id" and value in persons):
            fresh: Stored = None
        elif isinstance(column.type, String) and isinstance(value, str):
            fresh = traces.covered(value)
        else:
            continue
        if fresh != value:
            changes[column.name] = fresh
    return changes


def ops_without(
    ops: str, gone: Collection[Id], papers: Collection[Id], traces: Traces
) -> str | None:
    """A put-aside transaction without the person; None when nothing else was in it."""
    erased, emptied_ids = {i.hex() for i in gone}, {i.hex() for i in papers}
    left = [
        _paper(op, erased, emptied_ids, traces)
        for op in json.loads(ops)
        if op["id"] not in erased and not _belongs(op, erased)
    ]
    return json.dumps(left, ensure_ascii=False) if left else None


def made_for(ops: str, told: Collection[str]) -> Iterator[Key]:
    """The records that a put-aside transaction would have made for the person.

    `told`: her own key and those of her records and papers, in hexadecimal.
    """
    for op in json.loads(ops):
        named = {_key_in(op, name) for name in ("customer_id", "other_id", "order_id")}
        if op["op"] == "I" and op["t"] in NUMBERS and not named.isdisjoint(told):
            yield op["t"], bytes.fromhex(op["id"])


def _belongs(op: Mapping[str, Any], erased: set[str]) -> bool:
    if op["t"] in EMPTIED:
        return False
    return any(_key_in(op, name) in erased for name in ("customer_id", "other_id"))


def _key_in(op: Mapping[str, Any], name: str) -> str:
    """The key in a column, in small letters; a PC of somebody else's making may use others."""
    return str(op["set"].get(name)).lower()


def _paper(
    op: dict[str, Any], erased: set[str], papers: set[str], traces: Traces
) -> dict[str, Any]:
    """An operation that stays; the free text of her papers goes from it."""
    hers = bool({op["id"], _key_in(op, "order_id")} & papers)
    hers = hers or _key_in(op, "customer_id") in erased
    out = set(EMPTIED.get(op["t"], ())) | {"customer_id"} if hers else set()
    told = {**op, "set": _said(op["set"], out, traces)}
    if op.get("old"):
        told["old"] = _said(op["old"], out, traces)
    return told


def _said(image: Mapping[str, Any], out: set[str], traces: Traces) -> dict[str, Any]:
    return {
        name: traces.covered(value) if isinstance(value, str) else value
        for name, value in image.items()
        if name not in out
    }
