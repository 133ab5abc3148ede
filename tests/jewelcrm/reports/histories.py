"""Anything that can happen to orders, in any order, by anybody: for rows and sums kept of them."""

import datetime as dt
import random
from contextlib import nullcontext
from decimal import Decimal

from db.tables.catalogue import product
from db.tables.orders import order_line, sales_order
from db.tables.payments import payment, payment_due
from tests.builders import a_kept_customer


class History:
    """Random acts on orders, lines, payments and products: by persons, head office, erasures."""

    def __init__(self, ctx, seed):
        self.ctx, self.dice = ctx, random.Random(seed)
        self.orders, self.lines, self.dues, self.products = [], [], [], []
        self.going_on = None
        with ctx.read() as conn:
            self.staff = [row[0] for row in conn.exec_driver_sql("SELECT id FROM staff")]
        self.customers = [a_kept_customer(ctx, name=name) for name in ("Chan", "Wong", "Lee")]
        for _ in range(3):
            self.new_product()

    def moment(self):
        start = dt.datetime(2026, 10, 1, tzinfo=dt.UTC)
        return start + dt.timedelta(seconds=self.dice.randrange(40 * 86_400))

    def write(self):
        """As somebody here does, or as head office's rows come in; or still in the same work."""
        if self.going_on is not None:
            return nullcontext(self.going_on)
        if self.dice.random() < 0.5:
            return self.ctx.work("history")
        return self.ctx.store.apply(now=self.ctx.clock.now())

    def act(self):
        acts = {
            self.new_order: 5,
            self.new_payment: 3,
            self.change_order: 2,
            self.change_line: 2,
            self.new_due: 2,
            self.change_due: 1,
            self.change_category: 1,
        }
        if self.going_on is None:
            acts |= {self.erase: 1, self.several: 2}
        (act,) = self.dice.choices(list(acts), weights=list(acts.values()))
        act()

    def several(self):
        """A few acts in one unit of work."""
        with self.write() as self.going_on:
            for _ in range(self.dice.randrange(2, 6)):
                self.act()
        self.going_on = None

    def number(self):
        """Sometimes one that another paper has."""
        return str(self.dice.randrange(self.dice.choice([20, 10**9])))

    def new_product(self):
        with self.write() as work:
            sku = f"P{self.dice.randrange(10**9)}"
            category = self.dice.choice(["ring", "bangle", None])
            self.products.append(
                work.insert(
                    product,
                    sku=sku,
                    name=sku,
                    category=category,
                    pricing_mode="fixed_price",
                    price_cents=100,
                    currency="HKD",
                    active=True,
                )
            )

    def new_order(self):
        at = self.moment()
        with self.write() as work:
            order = work.insert(
                sales_order,
                number=self.number(),
                kind=self.dice.choice(["sale", "repair"]),
                customer_id=self.dice.choice([*self.customers, None]),
                channel=self.dice.choice(["counter", "online"]),
                staff_id=self.dice.choice([*self.staff, None]),
                stage=self.dice.choice(["confirmed", "draft", "cancelled", "collected"]),
                stage_since=at,
                placed_at=at,
                rush=False,
                currency=self.dice.choice(["HKD", "HKD", "HKD", "USD"]),
            )
            self.orders.append(order)
            for position in range(self.dice.randrange(4)):
                self.lines.append(work.insert(order_line, **self.a_line(order, position)))

    def a_line(self, order, position):
        return {
            "order_id": order,
            "position": position,
            "product_id": self.dice.choice([*self.products, None]),
            "description": "x",
            "quantity": Decimal(1),
            "unit_price_cents": 0,
            "labour_cents": 0,
            "discount_cents": 0,
            "amount_cents": self.dice.randrange(-50_000, 500_000),
        }

    def new_due(self):
        if not self.orders:
            return
        with self.write() as work:
            due = work.insert(
                payment_due,
                order_id=self.dice.choice(self.orders),
                kind=self.dice.choice(["deposit", "balance"]),
                due_on=self.moment().date(),
                amount_cents=self.dice.randrange(1, 300_000),
                currency="HKD",
            )
        self.dues.append(due)

    def change_due(self):
        if not self.dues:
            return
        now, order = self.ctx.clock.now(), self.dice.choice([*self.orders, None])
        change = [{"amount_cents": 77_00}, {"archived_at": now}, {"archived_at": None}]
        with self.write() as work:
            change += [{"order_id": order}] if order else []
            work.update(payment_due, self.dice.choice(self.dues), **self.dice.choice(change))

    def new_payment(self):
        if not self.orders:
            return
        with self.write() as work:
            work.insert(
                payment,
                receipt_number=str(self.dice.randrange(10**9)),
                order_id=self.dice.choice(self.orders),
                kind=self.dice.choice(["deposit", "refund"]),
                method=self.dice.choice(["cash", "fps"]),
                amount_cents=self.dice.randrange(-90_000, 90_000),
                currency="HKD",
                taken_at=self.moment(),
                staff_id=self.dice.choice(self.staff),
            )

    def change_order(self):
        if not self.orders:
            return
        now = self.ctx.clock.now()
        change = self.dice.choice(
            [
                {"stage": self.dice.choice(["cancelled", "draft"])},
                {"stage": "confirmed"},
                {"placed_at": self.moment()},
                {"staff_id": self.dice.choice(self.staff)},
                {"archived_at": now},
                {"archived_at": None},
                {"channel": "online"},
                {"number": self.number()},
                {"customer_id": self.dice.choice([*self.customers, None])},
            ]
        )
        with self.write() as work:
            work.update(sales_order, self.dice.choice(self.orders), **change)

    def change_line(self):
        if not self.lines:
            return
        change = self.dice.choice(
            [
                {"amount_cents": 123},
                {"archived_at": self.ctx.clock.now()},
                {"archived_at": None},
                {"product_id": self.dice.choice(self.products)},
                {"order_id": self.dice.choice(self.orders)},
            ]
        )
        with self.write() as work:
            work.update(order_line, self.dice.choice(self.lines), **change)

    def change_category(self):
        with self.write() as work:
            category = self.dice.choice(["ring", "bangle", "jade"])
            work.update(product, self.dice.choice(self.products), category=category)

    def erase(self):
        """As head office's word to erase: rows go, lines sometimes after their order."""
        if not self.orders:
            return
        order = self.orders.pop(self.dice.randrange(len(self.orders)))
        parts = ["order_line", "payment", "payment_due"]
        tables = self.dice.choice([["sales_order", *parts], [*parts, "sales_order"]])
        with self.ctx.store.apply(now=self.ctx.clock.now()) as work:
            for table in tables:
                key = "id" if table == "sales_order" else "order_id"
                work.raw.execute(f"DELETE FROM {table} WHERE {key} = ?", (order,))
        with self.ctx.read() as conn:
            self.lines = [row[0] for row in conn.exec_driver_sql("SELECT id FROM order_line")]
            self.dues = [row[0] for row in conn.exec_driver_sql("SELECT id FROM payment_due")]
