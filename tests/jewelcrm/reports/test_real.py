"""A real shop's year, written by nobody here: the reports say what its file adds up to."""

import csv
import datetime as dt
import gzip
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

import pytest

from jewelcrm.imports.commands import import_file
from jewelcrm.reports import queries, summaries
from jewelcrm.reports.model import Asked, Period
from tests.conftest import PROVE
from tests.jewelcrm.imports.conftest import real

__all__ = ["real"]

LINES = 20_000
PERIOD = Period(dt.date(2010, 1, 1), dt.date(2011, 12, 31))


class Counted:
    """What the file says, counted here and without our readers."""

    def __init__(self, rows):
        self.gross = self.returns = Decimal(0)
        self.days = defaultdict(Decimal)
        self.invoices, self.customers, self.credits = set(), set(), set()
        for row in rows:
            exact = Decimal(row["Quantity"]) * Decimal(row["UnitPrice"])
            amount = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)  # a line is money
            self.gross += max(amount, 0)
            self.returns += min(amount, 0)
            self.days[row["InvoiceDate"][:10]] += amount
            self.invoices.add(row["InvoiceNo"])
            self.customers.add(row["CustomerID"])
            if row["InvoiceNo"].startswith("C"):
                self.credits.add(row["InvoiceNo"])
        self.customers.discard("")


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.prove
def test_a_real_shops_totals_are_reproduced_to_the_cent(ctx, real, tmp_path):
    path = tmp_path / "retail.csv"
    packed = real / "online_retail" / "online_retail_2010_2011.csv.gz"
    with gzip.open(packed, "rt", encoding="utf-8", newline="") as stream:
        text = (
            stream.readlines()
            if PROVE
            else [line for line, _ in zip(stream, range(LINES + 1), strict=False)]
        )
    path.write_text("".join(text), encoding="utf-8", newline="")
    wanted = Counted(csv.DictReader(text))
    import_file(ctx, path, "orders")

    for summed in (False, True):
        if summed:
            assert summaries.catch_up(ctx) == 0
        asked = Asked("summary", PERIOD, currency="HKD")
        ((orders, _, gross, returns, net, _),) = queries.run(ctx, "sales", asked).rows
        assert orders == len(wanted.invoices)
        assert (gross, returns) == (cents(wanted.gross), cents(wanted.returns))
        assert net == cents(wanted.gross + wanted.returns)
        asked = Asked("by-day", PERIOD, currency="HKD")
        days = {row[0]: row[5] for row in queries.run(ctx, "sales", asked).rows}
        assert days == {day: cents(amount) for day, amount in wanted.days.items()}

    asked = Asked("summary", PERIOD, currency="HKD")
    bought = sum(row[1] for row in queries.run(ctx, "new-customers", asked).rows)
    assert bought == len(wanted.customers)


def cents(amount):
    assert amount == amount.quantize(Decimal("0.01"))
    return int(amount * 100)
