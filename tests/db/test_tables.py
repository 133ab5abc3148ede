"""The tables say the same to the shop's store and to the office's."""

from __future__ import annotations

import subprocess
import sys

import pytest
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.schema import CreateIndex

from db.tables.orders import STILL_OPEN, sales_order

BOTH = (sqlite.dialect(), postgresql.dialect())  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("dialect", BOTH)
def test_an_index_of_open_orders_is_partial_on_every_store(dialect: Dialect) -> None:
    one = next(i for i in sales_order.indexes if i.name == "ix_sales_order_customer_id_open")

    assert str(CreateIndex(one).compile(dialect=dialect)).endswith(f"WHERE {STILL_OPEN}")


@pytest.mark.parametrize("dialect", BOTH)
def test_a_whole_index_stays_whole(dialect: Dialect) -> None:
    one = next(i for i in sales_order.indexes if i.name == "ix_sales_order_number")

    assert "WHERE" not in str(CreateIndex(one).compile(dialect=dialect))


def test_a_shops_pc_does_not_load_what_only_the_office_needs() -> None:
    code = "import sys, db.store; print('sqlalchemy.dialects.postgresql' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
