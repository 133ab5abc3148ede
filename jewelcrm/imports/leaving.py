"""Customers on their way into a file: a row each, and what is known beside it in cells of lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from sqlcipher3 import dbapi2 as cipher

from jewelcrm.customers.guests import OWN_OR_SHARED
from jewelcrm.imports.commands.bulk import select_in
from jewelcrm.imports.rules.kept import PARTS, Part, cells_of

AT_ONCE = 500
Rows = Iterator[list[str]]
_OWN = (
    "jewelcrm_number",
    "old_number",
    "title",
    "name",
    "chinese_name",
    "preferred_name",
    "gender",
    "language",
    "phone",
    "email",
    "whatsapp",
    "wechat",
    "address",
    "district",
    "country",
    "birthday",
    "lunar_birthday",
    "anniversary",
    "tier",
    "source",
    "tags",
)
CUSTOMER_COLUMNS = (*_OWN, *(part.target for part in PARTS))

OURS = "archived_at IS NULL AND merged_into IS NULL AND " + OWN_OR_SHARED
_CUSTOMERS = (
    "SELECT id, number, external_key, title, name, name_zh, preferred_name,"  # noqa: S608 our words
    " gender, language,"
    " address, district, country, tier, source FROM customer"
    " WHERE id > ? AND " + OURS + " ORDER BY id LIMIT ?"
)
_CONTACTS = (
    "SELECT customer_id, kind, value, normal, label, checked FROM contact_point"
    " WHERE archived_at IS NULL AND customer_id IN ({}) ORDER BY preferred DESC, id"
)
_DAYS = (
    "SELECT customer_id, kind, calendar, year, month, day FROM occasion WHERE archived_at IS NULL"
    " AND day IS NOT NULL AND coalesce(whose, '') = '' AND customer_id IN ({}) ORDER BY id"
)
_TAGS = (
    "SELECT customer_id, value FROM preference WHERE archived_at IS NULL AND kind = 'tag'"
    " AND customer_id IN ({}) ORDER BY id"
)
_FOUND = {
    "": "{column}",
    "staff": "(SELECT login FROM staff WHERE staff.id = {column})",
    "product": "(SELECT sku FROM product WHERE product.id = {column})",
    "note": "(SELECT body FROM note AS other WHERE other.id = {column})",
}
_BUT_TAGS = " AND kind != 'tag'"


def pages(raw: cipher.Connection, sql: str) -> Iterator[list[tuple[Any, ...]]]:
    """Rows of `sql` (it asks for those behind an id, and how many), some at a time."""
    after = b""
    while page := raw.execute(sql, (after, AT_ONCE)).fetchall():
        yield page
        after = page[-1][0]


def by_owner(rows: list[tuple[Any, ...]]) -> dict[bytes, list[tuple[Any, ...]]]:
    """Rows under their first value."""
    owned: dict[bytes, list[tuple[Any, ...]]] = {}
    for owner, *rest in rows:
        owned.setdefault(owner, []).append(tuple(rest))
    return owned


def customers(raw: cipher.Connection) -> Rows:
    """Every customer; more than one row only when a list is too long for one cell."""
    for page in pages(raw, _CUSTOMERS):
        ids = [row[0] for row in page]
        reaches, days, tags, *lists = (
            by_owner(select_in(raw, sql, ids)) for sql in (_CONTACTS, _DAYS, _TAGS, *_LISTS)
        )
        for row in page:
            one = row[0]
            kept = [
                list(cells_of(part, owned.get(one, ())))
                for part, owned in zip(PARTS, lists, strict=True)
            ]
            own = _customer(row, reaches.get(one, []), days.get(one, []), tags.get(one, []))
            yield from _with_lists(own, kept)


def _list_sql(part: Part) -> str:
    columns = ", ".join(
        _FOUND[one.finds].format(column=f"{part.table}.{one.column}") for one in part.fields
    )
    but = _BUT_TAGS if part.table == "preference" else ""
    return (
        f"SELECT customer_id, {columns} FROM {part.table}"  # noqa: S608 our own names
        f" WHERE archived_at IS NULL{but} AND customer_id IN ({{}}) ORDER BY id"
    )


_LISTS = tuple(map(_list_sql, PARTS))


def _with_lists(own: list[str], kept: list[list[str]]) -> Rows:
    first, *more = zip_longest(*kept, fillvalue="") if any(kept) else [("",) * len(kept)]
    yield [*own, *first]
    for cells in more:
        yield [own[0], *("" for _ in own[1:]), *cells]


def _customer(
    row: tuple[Any, ...],
    reaches: list[tuple[Any, ...]],
    days: list[tuple[Any, ...]],
    tags: list[tuple[Any, ...]],
) -> list[str]:
    (
        _,
        number,
        key,
        title,
        name,
        name_zh,
        called,
        gender,
        language,
        address,
        district,
        country,
        tier,
        source,
    ) = row
    phones = [_reach(r) for r in reaches if r[0] == "phone" or (r[0] == "other" and r[3] == "fax")]
    mails = [_reach(r) for r in reaches if r[0] == "email"]
    handle = {
        kind: next((r[1] for r in reaches if r[0] == kind), "") for kind in ("whatsapp", "wechat")
    }
    when = {(kind, calendar): _day(y, m, d) for kind, calendar, y, m, d in reversed(days)}
    return [
        number or "",
        key or "",
        title or "",
        name or "",
        name_zh or "",
        called or "",
        gender or "",
        language or "",
        "; ".join(phones),
        "; ".join(mails),
        handle["whatsapp"],
        handle["wechat"],
        address or "",
        district or "",
        country or "",
        when.get(("birthday", "solar"), ""),
        when.get(("birthday", "lunar"), ""),
        when.get(("anniversary", "solar"), ""),
        tier or "",
        source or "",
        "; ".join(value for (value,) in tags),
    ]


def _reach(reach: tuple[Any, ...]) -> str:
    """`+85291234567 (home)`: valid phones in the form that means the same everywhere."""
    kind, value, normal, label, checked = reach
    shown = normal if kind != "email" and checked == "valid" and not _has_more(value) else value
    return f"{shown} ({label})" if label else str(shown)


def _has_more(value: str) -> bool:
    """An extension, which the normal form lacks."""
    return "ext" in value.casefold()


def _day(year: int | None, month: int, day: int) -> str:
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"
