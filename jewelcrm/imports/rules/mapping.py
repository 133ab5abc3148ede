"""Which column goes where: guessed, shown, edited, and kept as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping as ReadMapping
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from jewelcrm.errors import CanFix
from jewelcrm.imports.rules.content import looks_like, phone_label
from jewelcrm.imports.rules.values import DateOrder, guess_order
from jewelcrm.imports.rules.words import KINDS, TARGETS, Kind, headings, normal_heading, target


@dataclass(frozen=True, slots=True)
class Mapping:
    """Column name to target; a column that is not named here is left out.

    `source` is put before the old system's numbers ("pos1:17850"), so that two systems that both
    count from 1 stay apart. `country` is where phones without a country code are taken to be.
    """

    kind: Kind
    columns: dict[str, str] = field(default_factory=dict)
    date_order: DateOrder = "dmy"
    currency: str = ""
    country: str = ""
    source: str = ""
    channel: str = ""

    def with_column(self, column: str, to: str | None) -> Mapping:
        """The mapping with one column sent elsewhere; None leaves it out."""
        columns = {name: t for name, t in self.columns.items() if name != column}
        if to:
            columns[column] = to
        return replace(self, columns=columns)

    def column_of(self, name: str) -> str | None:
        """The first column that goes to the target called `name`."""
        return next((c for c, t in self.columns.items() if t.partition(":")[0] == name), None)

    def to_json(self) -> str:
        """The mapping as people keep it in a file."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2, sort_keys=True)


def from_json(text: str) -> Mapping:
    """A kept mapping.

    Raises:
        CanFix: it is not one; says what is wrong with it.
    """
    try:
        body: Any = json.loads(text)
        columns = {str(name): str(to) for name, to in dict(body["columns"]).items() if to}
        kind = body["kind"]
    except (ValueError, TypeError, KeyError) as error:
        raise CanFix(
            "This is not a column mapping. It needs kind and columns: {example}.",
            example='{"kind": "customers", "columns": {"Tel": "phone"}}',
            field="map",
        ) from error
    if kind not in KINDS:
        raise CanFix("The mapping's kind is one of: {kinds}.", kinds=", ".join(KINDS), field="map")
    extra = {k: str(body[k]) for k in ("currency", "country", "source", "channel") if body.get(k)}
    order = body.get("date_order", "dmy")
    if order not in {"dmy", "mdy", "ymd"}:
        raise CanFix("The mapping's date_order is dmy, mdy or ymd.", field="map")
    return Mapping(kind, columns, order, **extra)


def check(mapping: Mapping, kind: Kind, columns: Sequence[str]) -> None:
    """Refuse a mapping that does not fit the file.

    Raises:
        CanFix: names the column or the target that is wrong, or what is missing.
    """
    if mapping.kind != kind:
        raise CanFix("This mapping is for {kind}.", kind=mapping.kind, field="map")
    for column, to in mapping.columns.items():
        if column not in columns:
            raise CanFix(
                "The file has no column {column}. It has: {columns}.",
                column=column,
                columns=_listed(columns),
                field="map",
            )
        if target(kind, to) is None:
            raise CanFix(
                "There is no place called {target}. The places are: {targets}.",
                target=to,
                targets=", ".join(t.name for t in TARGETS[kind]),
                field="map",
            )
    _check_enough(mapping, columns)


_ENOUGH: ReadMapping[Kind, tuple[str, ...]] = {
    "customers": (
        "name",
        "first_name",
        "last_name",
        "chinese_name",
        "company",
        "phone",
        "email",
        "preferred_name",
        "whatsapp",
        "wechat",
        "number",
    ),
    "orders": ("order_number", "number"),
    "products": ("sku", "name", "parent", "stone_weight", "barcode", "chinese_name"),
    "gold-rates": ("tael_price", "gram_price", "ounce_price"),
}


_SOMEBODY_OR_SOMETHING = frozenset(
    [
        "sku",
        "description",
        "customer_key",
        "name",
        "first_name",
        "phone",
        "email",
        "total",
        "amount",
        "order_number",
        "number",
    ]
)


def is_enough(mapping: Mapping) -> bool:
    """True when the columns say who or what a row is about."""
    there = {to.partition(":")[0] for to in mapping.columns.values()}
    if mapping.kind == "gold-rates":
        priced = {"price", "unit"} <= there or not there.isdisjoint(_ENOUGH[mapping.kind])
        return "day" in there and priced
    if (
        mapping.kind == "orders"
        and "order_date" in there
        and there & {"amount", "total", "unit_price"}
    ):
        return bool(there & _SOMEBODY_OR_SOMETHING)
    return not there.isdisjoint(_ENOUGH[mapping.kind])


def _check_enough(mapping: Mapping, columns: Sequence[str]) -> None:
    if not is_enough(mapping):
        raise CanFix(
            "None of the columns ({columns}) could be taken for the {needed} of {kind}."
            " Say which is which with a mapping.",
            columns=_listed(columns),
            needed={
                "customers": "name, phone or e-mail",
                "orders": "number or date",
                "products": "stock code or name",
                "gold-rates": "day and price per tael, gram or ounce",
            }[mapping.kind],
            kind=mapping.kind,
            field="map",
        )


def _listed(columns: Sequence[str]) -> str:
    shown = ", ".join(column[:40] for column in columns[:20])
    return f"{shown} ..." if len(columns) > 20 else shown


def guess(
    kind: Kind, columns: Sequence[str], sample: Sequence[Sequence[str]], form: str = "csv"
) -> Mapping:
    """The mapping that the headings, and then what the columns hold, suggest."""
    if form == "vcard":
        return Mapping(kind, {name: _VCARD.get(name, name) for name in columns if name in _VCARD})
    taken: dict[str, str] = {}
    ours = "jewelcrm_number" in columns  # our own export: its discounts are amounts
    for position, column in enumerate(columns):
        cells = [row[position] for row in sample if position < len(row) and row[position].strip()]
        to = "discount" if ours and column == "discount" else _by_heading(kind, column, cells)
        to = to or _by_content(kind, column, cells, taken)
        if to and _free(kind, to, taken):
            taken[column] = to
        elif to == "name" and kind == "customers":
            taken |= _two_names(column, taken, columns, sample)
    return Mapping(kind, taken, date_order=_order(taken, columns, sample))


_VCARD = {
    "prefix": "title",
    "given": "first_name",
    "additional": "middle_name",
    "family": "last_name",
    "suffix": "suffix",
    "formatted": "name",
    "nickname": "preferred_name",
    "phones": "phone",
    "emails": "email",
    "whatsapp": "whatsapp",
    "wechat": "wechat",
    "address": "address",
    "country": "country",
    "birthday": "birthday",
    "anniversary": "anniversary",
    "gender": "gender",
    "language": "language",
    "note": "note",
    "uid": "external_key",
}


def _two_names(
    second: str, taken: dict[str, str], columns: Sequence[str], sample: Sequence[Sequence[str]]
) -> dict[str, str]:
    """`姓名` beside `英文名`: the one written in Chinese is the Chinese name."""
    names = (next(name for name, to in taken.items() if to == "name"), second)
    held = {n: [row[columns.index(n)] for row in sample if any(row)] for n in names}
    empty = [n for n in names if "英文" not in n and not any(cell.strip() for cell in held[n])]
    chinese = [n for n in names if n in empty or looks_like("chinese", held[n])]
    places = {n: "chinese_name" if n in chinese else "name" for n in names}
    fits = len(set(places.values())) == 2 and "chinese_name" not in taken.values()
    return places if fits else {}


def _free(kind: Kind, to: str, taken: ReadMapping[str, str]) -> bool:
    place = target(kind, to)
    plain = to.partition(":")[0]
    used = {t.partition(":")[0] for t in taken.values()}
    return place is not None and (place.many or plain not in used)


def _by_heading(kind: Kind, column: str, cells: Sequence[str]) -> str | None:
    known = headings(kind)
    plain = normal_heading(column)
    to = known.get(plain) or known.get(re.sub(r"\d+$", "", plain)) or _by_part(kind, column)
    if to is None:
        return None
    if to in {"phone", "email"}:
        label = phone_label(plain)
        return f"{to}:{label}" if label and to == "phone" else to
    return _by_what_it_holds(kind, plain, to, cells)


def _by_what_it_holds(kind: Kind, plain: str, to: str, cells: Sequence[str]) -> str | None:
    """Headings that mean one thing or another."""
    if to == "title":
        return to if not cells or looks_like("title", cells) else None
    if kind == "customers" and plain in {"number", "no"}:
        return "number" if looks_like("paper", cells) else "external_key"
    if kind == "orders" and plain == "discount" and cells and looks_like("rate", cells):
        return "discount_rate"
    return to


_BRACKETS = re.compile(r"[(（\[].*?[)）\]]")


def _by_part(kind: Kind, column: str) -> str | None:
    """`Mobile (HK)`, `電話 Phone`, `Customer Phone Number 2`: by the parts of the heading."""
    known = headings(kind)
    without = normal_heading(_BRACKETS.sub("", column))
    if without in known:
        return known[without]
    if kind in {"customers", "orders"} and _is_phone_number(column):
        return "phone"
    parts = [normal_heading(p) for p in re.split(r"[\s_\-/|:：()（）]+", column)]
    hits = {known[p] for p in parts if p in known}
    return hits.pop() if len(hits) == 1 and all(p in known or not p for p in parts) else None


_PHONE_WORDS = frozenset(["phone", "tel", "telephone", "mobile", "cell", "cellphone"])
_OTHER_WORDS = frozenset(
    [
        "type",
        "model",
        "brand",
        "verified",
        "code",
        "country",
        "ext",
        "extension",
        "date",
        "time",
        "consent",
        "opt",
        "id",
        "make",
        "operator",
        "carrier",
    ]
)


def _is_phone_number(column: str) -> bool:
    """`Contact Phone Number`: a phone among its words, and nothing that says it is about one."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", column)
    words = {word.casefold() for word in re.findall(r"[A-Za-z]+", spaced)}
    return not words.isdisjoint(_PHONE_WORDS) and words.isdisjoint(_OTHER_WORDS)


def _by_content(
    kind: Kind, column: str, cells: Sequence[str], taken: ReadMapping[str, str]
) -> str | None:
    """Phones and mails are known by their look; names only when no heading says anything."""
    if kind != "customers" or not cells:
        return None
    there = set(taken.values())
    for to in ("email", "phone"):
        if looks_like(to, cells) and not any(t.startswith(to) for t in there):
            return to
    if re.fullmatch(r"Column \d+", column):
        if looks_like("chinese", cells) and "chinese_name" not in there:
            return "chinese_name"
        if looks_like("name", cells) and "name" not in there:
            return "name"
    return None


def _order(
    taken: ReadMapping[str, str], columns: Sequence[str], sample: Sequence[Sequence[str]]
) -> DateOrder:
    for column, to in taken.items():
        if to in {"birthday", "anniversary", "order_date", "day"}:
            at = list(columns).index(column)
            order, certain = guess_order(row[at] for row in sample if at < len(row))
            if certain or order == "mdy":
                return order
    return "dmy"
