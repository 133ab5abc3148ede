"""The rows of a chain's ten years: customers, orders, their lines and their money, at random.

Plain tuples, table by table, each made as it goes in: a million customers with five million order
lines need no more memory than their keys.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

DAYS = 3_650
LINES_EACH = (1, 2, 2, 3, 3, 4)
CATEGORIES = ("ring", "bangle", "necklace", "earring", "pendant", "chain", "watch", "jade")
DISTRICTS = ("Central", "Wan Chai", "Mong Kok", "Sha Tin", "Tsuen Wan", "Yuen Long", "", None)
METHODS = ("cash", "card", "fps")
KINDS = ("sale", "sale", "special", "repair")
OPEN = {0: "ready", 2: "in_work", 3: "estimating", 7: "notified"}
"""The stage of an order by its number modulo 200; all others were collected."""

PRODUCTS = 5_000
_DAY_MS = 86_400_000
_STAMPS = ("id", "branch_id", "created_at", "updated_at", "rev")
_ORDER_WORDS = "number kind channel customer_id staff_id stage stage_since placed_at promised_on"
_ORDER = (*_STAMPS, *_ORDER_WORDS.split(), "rush", "currency")
_LINE_WORDS = "order_id position product_id sku description quantity unit_price_cents labour_cents"
_LINE = (*_STAMPS, *_LINE_WORDS.split(), "discount_cents", "amount_cents")
_PAYMENT_WORDS = "receipt_number order_id customer_id kind method amount_cents currency taken_at"
_PAYMENT = (*_STAMPS, *_PAYMENT_WORDS.split(), "staff_id")
_AT_ONCE = 20_000

Row = tuple[object, ...]
Table = tuple[str, Sequence[str], Iterator[Row]]


class _Order(NamedTuple):
    n: int
    id: bytes
    at: int
    customer: bytes | None
    lines: int


class Rows:
    """All rows of one store, in an order in which each is after what it refers to."""

    def __init__(self, branch: bytes, me: bytes, now: int, customers: int, lines: int) -> None:
        self.branch, self.me, self.now = branch, me, now
        self.customers, self.lines = customers, lines
        self.dice = random.Random(11)
        self.ids: list[bytes] = []
        self.products: list[bytes] = []

    def tables(self) -> Iterator[Table]:
        """Each table's name, its columns and its rows; orders come some thousands at a time."""
        yield "product", (*_STAMPS, "sku", "name", "currency", "category", "active"), self._goods()
        yield (
            "customer",
            (
                *_STAMPS,
                "number",
                "name",
                "name_zh",
                "district",
                "gender",
                "language",
                "source",
                "tier",
                "owner_id",
            ),
            self._people(),
        )
        yield (
            "contact_point",
            (*_STAMPS, "customer_id", "kind", "value", "normal", "preferred", "checked"),
            self._reaches(),
        )
        yield (
            "occasion",
            (*_STAMPS, "customer_id", "kind", "calendar", "year", "month", "day", "leap_month"),
            self._birthdays(),
        )
        yield (
            "consent",
            (
                *_STAMPS,
                "customer_id",
                "purpose",
                "channel",
                "subject_class",
                "state",
                "source",
                "notice_version",
                "notice_language",
                "obtained_at",
            ),
            self._consents(),
        )
        yield from self._contacts()
        yield from self._business()

    def _contacts(self) -> Iterator[Table]:
        yield (
            "followup",
            (
                *_STAMPS,
                "customer_id",
                "rule",
                "title",
                "due_on",
                "assignee_id",
                "state",
                "outcome",
                "closed_at",
                "closed_by",
            ),
            self._followups(),
        )
        yield (
            "wish",
            (
                *_STAMPS,
                "customer_id",
                "product_id",
                "description",
                "budget_cents",
                "currency",
                "wanted_by",
                "state",
            ),
            self._wishes(),
        )
        yield "note", (*_STAMPS, "customer_id", "channel", "body", "author_id"), self._notes()

    def _stamps(self, at: int) -> Row:
        return at.to_bytes(6, "big") + self.dice.randbytes(10), self.branch, at, at, 1

    def _spread(self, n: int, many: int) -> int:
        """The moment of the n-th of many things that were spread over all days."""
        return self.now - (many - n) * (DAYS * _DAY_MS // many)

    def _goods(self) -> Iterator[Row]:
        for n in range(PRODUCTS):
            stamps = self._stamps(self.now)
            self.products.append(stamps[0])  # type: ignore[arg-type] # its key
            yield (*stamps, f"SKU{n}", f"Piece {n}", "HKD", CATEGORIES[n % len(CATEGORIES)], 1)

    def _people(self) -> Iterator[Row]:
        for n in range(self.customers):
            stamps = self._stamps(self._spread(n, self.customers))
            self.ids.append(stamps[0])  # type: ignore[arg-type] # its key
            yield (
                *stamps,
                f"C{n:08}",
                f"Customer {n}",
                "陳大文",
                DISTRICTS[n % 8],
                ("f", "m", None)[n % 3],
                "yue" if n % 9 else None,
                ("walk-in", "friend", "web")[n % 3],
                ("vip", None, None, "gold")[n % 4],
                self.me if n % 11 else None,
            )

    def _reaches(self) -> Iterator[Row]:
        """A phone for nearly each, an e-mail for every second; one in a hundred shares a phone."""
        for n, who in enumerate(self.ids):
            if n % 50 != 1:
                phone = f"+8529{(n if n % 100 else 0):07}"
                yield self._reach(who, "phone", phone, None if n % 33 else "unlikely")
            if n % 2:
                yield self._reach(who, "email", f"c{n}@example.com", None if n % 29 else "bounced")

    def _reach(self, who: bytes, kind: str, value: str, checked: str | None) -> Row:
        return (*self._stamps(self.now), who, kind, value, value, 1, checked)

    def _birthdays(self) -> Iterator[Row]:
        for n, who in enumerate(self.ids[::2]):
            calendar = ("solar", "lunar")[n % 5 == 0]
            when = (1940 + n % 65, 1 + n % 12, 1 + n % 28, 0)
            yield (*self._stamps(self.now), who, "birthday", calendar, *when)

    def _consents(self) -> Iterator[Row]:
        for n, who in enumerate(self.ids[::2]):
            state = ("consented", "refused")[n % 4 == 0]
            told = ("own_dm", "all", "all", state, "form", "2026-1", "en", self.now)
            yield (*self._stamps(self.now), who, *told)

    def _followups(self) -> Iterator[Row]:
        for n, who in enumerate(self.ids[::5]):
            at = self._spread(n, self.customers // 5)
            day = dt.datetime.fromtimestamp(at / 1000, dt.UTC).date().isoformat()
            closed = (None, None, None) if not n % 40 else ("reached", at + n % 3, self.me)
            state = "done" if closed[0] else "open"
            rule = ("birthday", "after_sale", None)[n % 3]
            yield (*self._stamps(at), who, rule, "Call her", day, self.me, state, *closed)

    def _wishes(self) -> Iterator[Row]:
        for n, who in enumerate(self.ids[::20]):
            piece = self.products[n % PRODUCTS] if n % 3 else None
            stamps = self._stamps(self.now)
            yield (*stamps, who, piece, f"Wish {n % 900}", 500_000, "HKD", "2027-02-14", "open")

    def _notes(self) -> Iterator[Row]:
        for n, who in enumerate(self.ids[::4]):
            at = self._spread(n, self.customers // 4)
            yield (*self._stamps(at), who, ("call", "visit", "whatsapp")[n % 3], "Spoke", self.me)

    # Orders, their lines, dues and payments -------------------------------------------------

    def _business(self) -> Iterator[Table]:
        sizes = self._sizes()
        for start in range(0, len(sizes), _AT_ONCE):
            chunk = sizes[start : start + _AT_ONCE]
            orders = [self._order(start + n, len(sizes), lines) for n, lines in enumerate(chunk)]
            yield from self._of(orders)

    def _of(self, orders: list[_Order]) -> Iterator[Table]:
        amounts = [
            [self.dice.randrange(20_000, 3_000_000) for _ in range(one.lines)] for one in orders
        ]
        totals = [sum(some) for some in amounts]
        yield "sales_order", _ORDER, map(self._order_row, orders)
        yield "order_line", _LINE, self._line_rows(orders, amounts)
        yield (
            "payment_due",
            (*_STAMPS, "order_id", "kind", "due_on", "amount_cents", "currency"),
            self._due_rows(orders, totals),
        )
        yield "payment", _PAYMENT, self._payment_rows(orders, totals)

    def _sizes(self) -> list[int]:
        sizes: list[int] = []
        left = self.lines
        while left > 0:
            sizes.append(min(left, self.dice.choice(LINES_EACH)))
            left -= sizes[-1]
        return sizes

    def _order(self, n: int, many: int, lines: int) -> _Order:
        at = self._spread(n, many)
        customer = self.dice.choice(self.ids) if n % 5 else None
        return _Order(n, at.to_bytes(6, "big") + self.dice.randbytes(10), at, customer, lines)

    def _order_row(self, one: _Order) -> Row:
        stage = OPEN.get(one.n % 200, "collected")
        promised = _day(one.at, 10) if KINDS[one.n % 4] != "sale" else None
        return (
            one.id,
            self.branch,
            one.at,
            one.at,
            1,
            f"HK01-A-{one.n:07}",
            KINDS[one.n % 4],
            ("counter", "counter", "phone", "online")[one.n % 4],
            one.customer,
            self.me,
            stage,
            one.at,
            one.at,
            promised,
            0,
            "HKD",
        )

    def _line_rows(self, orders: list[_Order], amounts: list[list[int]]) -> Iterator[Row]:
        for one, some in zip(orders, amounts, strict=True):
            for at, cents in enumerate(some):
                n = self.dice.randrange(PRODUCTS)
                said = (self.products[n], f"SKU{n}", f"Piece {n}", 1_000, cents, 0, 0, cents)
                yield (*self._stamps(one.at), one.id, at, *said)

    def _due_rows(self, orders: list[_Order], totals: list[int]) -> Iterator[Row]:
        """A deposit and a balance for what was ordered specially."""
        for one, total in zip(orders, totals, strict=True):
            if KINDS[one.n % 4] == "special":
                half = total // 2
                yield (*self._stamps(one.at), one.id, "deposit", _day(one.at, 0), half, "HKD")
                rest = total - half
                yield (*self._stamps(one.at), one.id, "balance", _day(one.at, 30), rest, "HKD")

    def _payment_rows(self, orders: list[_Order], totals: list[int]) -> Iterator[Row]:
        """One in a hundred has paid a part only."""
        for one, total in zip(orders, totals, strict=True):
            paid = total if one.n % 100 != 2 else total // 3
            method = METHODS[one.n % 3]
            yield (
                *self._stamps(one.at),
                f"R{one.n:08}",
                one.id,
                one.customer,
                "balance",
                method,
                paid,
                "HKD",
                one.at,
                self.me,
            )


def _day(at: int, later: int) -> str:
    return dt.datetime.fromtimestamp(at / 1000 + later * 86_400, dt.UTC).date().isoformat()
