"""A chain's years in one encrypted store: customers, orders of ten years, their lines, their money.

Rows go in as head office's would, without a trace in the log of changes and with the triggers put
aside: what is measured is reading. The sums by day are made by the program itself afterwards.
"""

from __future__ import annotations

import random
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as cipher

from db.migrations.shop import renew_triggers
from db.shop.connect import FILE_NAME, connect
from db.types import to_millis
from jewelcrm.access.signin import sign_in
from jewelcrm.context import Context
from jewelcrm.people.founding import NewShop, found
from tests.benchmarks.figures import BUILD, LOGIN, PASSWORD

DAYS = 3_650
LINES_EACH = (1, 2, 2, 3, 3, 4)
CATEGORIES = ("ring", "bangle", "necklace", "earring", "pendant", "chain", "watch", "jade")
DISTRICTS = ("Central", "Wan Chai", "Mong Kok", "Sha Tin", "Tsuen Wan", "Yuen Long", "Tuen Mun")
PRODUCTS, STAFF = 5_000, 20
_DAY_MS = 86_400_000
_AT_ONCE = 20_000


def report_store(customers: int, lines: int) -> Context:
    """The store of that size; made once, kept in `build/bench`."""
    folder = BUILD / f"reports-{customers}-{lines}"
    if not (folder / "made").exists():
        shutil.rmtree(folder, ignore_errors=True)
        found(folder, NewShop("HK01", "Nathan Road", "Bench Mark", PASSWORD, LOGIN))
        _fill(sign_in(folder, LOGIN, PASSWORD), customers, lines)
        (folder / "made").touch()
    return sign_in(folder, LOGIN, PASSWORD)


def _fill(ctx: Context, customers: int, lines: int) -> None:
    path, key = ctx.store.path, ctx.store.key
    ctx.store.close()
    _Filling(path, key, ctx, customers, lines).fill()


class _Filling:
    """Rows of one store on their way in."""

    def __init__(self, path: Path, key: bytes, ctx: Context, customers: int, lines: int) -> None:
        assert path.name == FILE_NAME
        self.raw = connect(path, key)
        self.branch = ctx.branch.id
        self.me = ctx.staff.id
        self.now = to_millis(ctx.clock.now())
        self.customers, self.lines = customers, lines
        self.dice = random.Random(11)
        self.ids: list[bytes] = []
        self.products: list[bytes] = []

    def fill(self) -> None:
        """Everything, then the triggers as they must be."""
        raw = self.raw
        raw.execute("PRAGMA foreign_keys = OFF")
        triggers = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        raw.execute("BEGIN IMMEDIATE")
        for (name,) in triggers:
            raw.execute(f'DROP TRIGGER "{name}"')
        self._many("product", self._goods())
        self._many("customer", self._people())
        self._many("contact_point", self._reaches())
        self._many("occasion", self._birthdays())
        self._many("consent", self._consents())
        self._business()
        raw.execute("COMMIT")
        engine = create_engine(
            "sqlite://", creator=lambda: raw, module=cipher, poolclass=StaticPool
        )
        with engine.connect() as conn:
            renew_triggers(conn)
        raw.close()

    def _many(self, table: str, rows: Iterator[dict[str, object]]) -> None:
        first = next(rows)
        names = ", ".join(first)
        marks = ", ".join("?" * len(first))
        sql = f"INSERT INTO {table}({names}) VALUES ({marks})"
        self.raw.execute(sql, list(first.values()))
        self.raw.executemany(sql, (list(row.values()) for row in rows))

    def _stamped(self, at: int, **values: object) -> dict[str, object]:
        row_id = at.to_bytes(6, "big") + secrets.token_bytes(10)
        stamps = {"branch_id": self.branch, "created_at": at, "updated_at": at, "rev": 1}
        return {"id": row_id, **stamps, **values}

    def _goods(self) -> Iterator[dict[str, object]]:
        for n in range(PRODUCTS):
            row = self._stamped(self.now, sku=f"SKU{n}", name=f"Piece {n}", currency="HKD",
                                category=CATEGORIES[n % len(CATEGORIES)], active=1)  # fmt: skip
            self.products.append(row["id"])  # type: ignore[arg-type] # bytes
            yield row

    def _people(self) -> Iterator[dict[str, object]]:
        for n in range(self.customers):
            at = self.now - (self.customers - n) * (DAYS * _DAY_MS // self.customers)
            row = self._stamped(
                at,
                number=f"C{n:08}",
                name=f"Customer {n}",
                name_zh="陳大文",
                district=DISTRICTS[n % 7],
                gender=("f", "m", None)[n % 3],
                language="yue",
                source=("walk-in", "friend", "web")[n % 3],
                tier=("vip", None, None, "gold")[n % 4],
                owner_id=self.me,
            )
            self.ids.append(row["id"])  # type: ignore[arg-type]
            yield row

    def _reaches(self) -> Iterator[dict[str, object]]:
        """A phone each, an e-mail for every second; one in a hundred shares another's phone."""
        for n, who in enumerate(self.ids):
            number = f"+8529{(n if n % 100 else 0):07}"
            yield self._reach(who, "phone", number)
            if n % 2:
                yield self._reach(who, "email", f"c{n}@example.com")

    def _reach(self, who: bytes, kind: str, value: str) -> dict[str, object]:
        return self._stamped(
            self.now, customer_id=who, kind=kind, value=value, normal=value, preferred=1
        )

    def _birthdays(self) -> Iterator[dict[str, object]]:
        for n, who in enumerate(self.ids[::2]):
            yield self._stamped(
                self.now,
                customer_id=who,
                kind="birthday",
                calendar=("solar", "lunar")[n % 5 == 0],
                year=1940 + n % 65,
                month=1 + n % 12,
                day=1 + n % 28,
                leap_month=0,
            )

    def _consents(self) -> Iterator[dict[str, object]]:
        for n, who in enumerate(self.ids[::2]):
            yield self._stamped(
                self.now,
                customer_id=who,
                purpose="own_dm",
                channel="all",
                subject_class="all",
                state=("consented", "refused")[n % 4 == 0],
                source="form",
                notice_version="2026-1",
                notice_language="en",
                obtained_at=self.now,
            )

    def _business(self) -> None:
        """Orders with lines and a payment each, oldest first, some thousands at a time."""
        sizes = self._sizes()
        at = self.now - DAYS * _DAY_MS
        step = DAYS * _DAY_MS // len(sizes)
        for start in range(0, len(sizes), _AT_ONCE):
            chunk = sizes[start : start + _AT_ONCE]
            orders = [self._order(start + n, at + (start + n) * step) for n in range(len(chunk))]
            self._many("sales_order", iter(orders))
            self._many("order_line", self._lines(orders, chunk))
            self._many("payment", self._payments(orders))

    def _sizes(self) -> list[int]:
        sizes: list[int] = []
        left = self.lines
        while left > 0:
            size = min(left, self.dice.choice(LINES_EACH))
            sizes.append(size)
            left -= size
        return sizes

    def _order(self, n: int, at: int) -> dict[str, object]:
        late = n % 200 == 0
        return self._stamped(
            at,
            number=f"HK01-A-{n:07}",
            kind=("sale", "sale", "special", "repair")[n % 4],
            channel=("counter", "counter", "phone", "online")[n % 4],
            customer_id=self.dice.choice(self.ids) if n % 5 else None,
            staff_id=self.me,
            stage="ready" if late else "collected",
            stage_since=at,
            placed_at=at,
            rush=0,
            currency="HKD",
        )

    def _lines(
        self, orders: list[dict[str, object]], sizes: list[int]
    ) -> Iterator[dict[str, object]]:
        for order, size in zip(orders, sizes, strict=True):
            for position in range(size):
                at = self.dice.randrange(PRODUCTS)
                amount = self.dice.randrange(20_000, 3_000_000)
                yield self._stamped(
                    int(str(order["placed_at"])),
                    order_id=order["id"],
                    position=position,
                    product_id=self.products[at],
                    sku=f"SKU{at}",
                    description=f"Piece {at}",
                    quantity=1_000,
                    unit_price_cents=amount,
                    labour_cents=0,
                    discount_cents=0,
                    amount_cents=amount,
                )

    def _payments(self, orders: list[dict[str, object]]) -> Iterator[dict[str, object]]:
        for n, order in enumerate(orders):
            yield self._stamped(
                int(str(order["placed_at"])),
                receipt_number=f"R{order['number']}",
                order_id=order["id"],
                customer_id=order["customer_id"],
                kind="balance",
                method=("cash", "card", "fps")[n % 3],
                amount_cents=self.dice.randrange(20_000, 3_000_000),
                currency="HKD",
                taken_at=order["placed_at"],
                staff_id=self.me,
            )
