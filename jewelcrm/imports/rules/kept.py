"""What our own export keeps of a customer beside her row: a list of records in one cell.

Notes, consents, ring sizes, preferences and wishes are many to one customer, so each has a column
of its own whose cells are JSON lists. The same table of fields writes them and reads them back.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any, Literal

from db.types import from_millis, to_millis
from jewelcrm.customers import lists
from jewelcrm.customers.lists import Choices
from jewelcrm.imports.rules.cells import Cells
from jewelcrm.imports.rules.values import has_control

MOST = 30_000
"""Characters of a cell; a spreadsheet cuts what is longer, so the rest goes into another row."""

SPOILT = "a list of our own export was changed and cannot be read"

Record = dict[str, Any]
"""Column of the store to its raw value; of a reference, the word that finds the other record."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value: what it is called in the file, its column, how it is written and read back."""

    name: str
    column: str
    read: Callable[[str], Any] = str
    write: Callable[[Any], str] = str
    needed: bool = False
    finds: Literal["", "staff", "product", "note"] = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A list of records; two with the same values of `same` are one."""

    table: str
    target: str
    fields: tuple[Field, ...]
    same: tuple[str, ...]


def _text(limit: int, text: str) -> str:
    if has_control(text) or len(text) > limit:
        raise ValueError(text[:40])
    return text


def _one_of(choices: Choices, text: str) -> str:
    if text not in choices.codes():
        raise ValueError(text[:40])
    return text


def _day(text: str) -> str:
    return dt.date.fromisoformat(text).isoformat()


def _moment(text: str) -> int:
    at = dt.datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(text)
    return to_millis(at)


def _moment_text(millis: int) -> str:
    return from_millis(millis).isoformat(timespec="milliseconds")


def _millimetres(text: str) -> int:
    try:
        hundredths = Decimal(text).scaleb(2)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not hundredths.is_finite() or not 0 < hundredths < 1_000_000 or hundredths % 1:
        raise ValueError(text)
    return int(hundredths)


def _millimetres_text(hundredths: int) -> str:
    return f"{Decimal(hundredths).scaleb(-2):f}"


def _words(name: str, limit: int, column: str = "", *, needed: bool = False) -> Field:
    return Field(name, column or name, partial(_text, limit), needed=needed)


def _code(name: str, choices: Choices, column: str = "") -> Field:
    return Field(name, column or name, partial(_one_of, choices), needed=True)


def _date(name: str, column: str) -> Field:
    return Field(name, column, _day)


def _at(column: str) -> Field:
    return Field("at", column, _moment, _moment_text, needed=True)


def _size(name: str, column: str, *, needed: bool = False) -> Field:
    return Field(name, column, _millimetres, _millimetres_text, needed=needed)


def _by(column: str) -> Field:
    return Field("by", column, partial(_text, 60), finds="staff")


PARTS = (
    Part(
        "ring_size",
        "jewelcrm_ring_sizes",
        (
            _code("hand", lists.HANDS),
            _code("finger", lists.FINGERS),
            _size("mm", "circumference", needed=True),
            _words("system", 4, needed=True),
            _words("label", 12, needed=True),
            _size("band", "band_width"),
            _date("measured", "measured_on"),
            _words("note", 200),
        ),
        ("hand", "finger"),
    ),
    Part(
        "preference",
        "jewelcrm_preferences",
        (
            _code("kind", lists.PREFERENCE_KINDS),
            _words("value", 120, needed=True),
            _code("basis", lists.BASES),
            _words("note", 200),
        ),
        ("kind", "value"),
    ),
    Part(
        "wish",
        "jewelcrm_wishes",
        (
            _at("created_at"),
            _words("wish", 300, "description", needed=True),
            _words("occasion", 80),
            Field("budget_cents", "budget_cents", int),
            _words("currency", 3),
            _date("by", "wanted_by"),
            _code("state", lists.WISH_STATES),
            Field("sku", "product_id", partial(_text, 80), finds="product"),
        ),
        ("description", "created_at"),
    ),
    Part(
        "consent",
        "jewelcrm_consents",
        (
            _at("obtained_at"),
            _code("purpose", lists.PURPOSES),
            _code("channel", lists.CHANNELS),
            _code("goods", lists.SUBJECT_CLASSES, "subject_class"),
            Field("state", "state", partial(_text, 10), needed=True),
            _code("source", lists.CONSENT_SOURCES),
            _words("wording", 20, "notice_version", needed=True),
            _words("language", 10, "notice_language", needed=True),
            _by("obtained_by"),
            _words("witness", 80),
            _date("confirm_by", "confirm_due"),
        ),
        ("purpose", "channel", "subject_class", "state", "obtained_at"),
    ),
    Part(
        "note",
        "jewelcrm_notes",
        (
            _at("created_at"),
            _words("channel", 12, needed=True),
            _words("text", 1_000_000, "body", needed=True),
            _by("author_id"),
            Field("instead_of", "replaces_id", finds="note"),
        ),
        ("body", "created_at"),
    ),
)
TARGETS = frozenset(part.target for part in PARTS)


def cells_of(part: Part, rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """Records (values in the order of the fields) as cells, none much longer than `MOST`."""
    cell: list[str] = []
    length = 0
    for row in rows:
        one = json.dumps(_named(part, row), ensure_ascii=False)
        if cell and length + len(one) > MOST:
            yield f"[{', '.join(cell)}]"
            cell, length = [], 0
        cell.append(one)
        length += len(one) + 2
    if cell:
        yield f"[{', '.join(cell)}]"


def _named(part: Part, row: Iterable[Any]) -> dict[str, str]:
    return {
        field.name: field.write(value)
        for field, value in zip(part.fields, row, strict=True)
        if value is not None
    }


def read_kept(cells: Cells) -> tuple[Mapping[str, list[Record]], str | None]:
    """What the cells of a row hold, by table; or the words for what is wrong with them."""
    found: dict[str, list[Record]] = {}
    for part in PARTS:
        for _, text in cells.get(part.target, ()):
            try:
                found.setdefault(part.table, []).extend(_records(part, text))
            except (ValueError, TypeError, AttributeError):
                return {}, f"{SPOILT}: {part.target}"
    return found, None


def _records(part: Part, text: str) -> Iterator[Record]:
    for one in json.loads(text):
        record = {field.column: _value(field, one.get(field.name)) for field in part.fields}
        if any(field.needed and record[field.column] is None for field in part.fields):
            raise ValueError(part.target)
        yield record


def _value(field: Field, given: object) -> Any:
    if given is None:
        return None
    if not isinstance(given, str):
        raise TypeError(field.name)
    return field.read(given)
