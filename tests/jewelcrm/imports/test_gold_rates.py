"""Gold prices of the past come in by the same rules as everything else."""

import pytest

from jewelcrm.catalogue import queries
from jewelcrm.catalogue.commands import set_gold_rate
from jewelcrm.errors import CanFix
from jewelcrm.imports.commands import import_file
from jewelcrm.imports.rules.mapping import Mapping
from jewelcrm.money import Money
from tests.jewelcrm.imports.conftest import count, rows_of

HISTORY = """日期,金屬,類別,每両,買入
2026-11-18,黃金,飾金,"41,200",33800
19/11/2026,gold,bar,40500.50,
2026-11-20,鉑金,飾金,13800,9000
"""


def rates(ctx):
    return rows_of(
        ctx, "SELECT metal, grade, unit, sell_cents, buy_cents FROM gold_rate ORDER BY at, id"
    )


def test_a_history_comes_in_and_the_same_file_twice_changes_nothing(ctx, write):
    path = write(HISTORY)
    trial = import_file(ctx, path, "gold-rates", dry_run=True)
    assert (trial.new, count(ctx, "gold_rate")) == (3, 0)

    done = import_file(ctx, path, "gold-rates")
    again = import_file(ctx, path, "gold-rates")

    assert (done.read, done.new, done.rejected) == (3, 3, 0)
    assert (again.read, again.new, again.matched) == (3, 0, 3)
    assert done.made == {"gold prices": 3}
    assert rates(ctx) == [
        ("gold", "ornament", "tael", 4120000, 3380000),
        ("gold", "bar", "tael", 4050050, None),
        ("platinum", "ornament", "tael", 1380000, 900000),
    ]


def test_the_price_of_today_stays_on_the_board(ctx, write, clock):
    clock.move(hours=2)
    set_gold_rate(ctx, "gold", "ornament", Money(4200000))

    import_file(
        ctx, write("date,price per tael\n2026-11-01,39000\n2026-11-22,40000\n"), "gold-rates"
    )

    [rate] = queries.gold_board(ctx)
    assert rate.sell == Money(4200000)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",41000,", "has no date"),
        ("2026-13-45,41000,", "the date cannot be read"),
        ("2027-01-01,41000,", "the day is still to come"),
        ("2026-11-01,,", "has no price"),
        ("2026-11-01,=1+1,", "the price cannot be read"),
        ("2026-11-01,-5,", "the price cannot be read"),
        ("2026-11-01,41000,USD", "the price is in another currency than the shop's"),
    ],
)
def test_what_makes_no_sense_is_rejected_with_its_reason(ctx, write, row, reason):
    done = import_file(ctx, write(f"date,tael price,currency\n{row}\n"), "gold-rates")

    assert (done.new, done.rejected) == (0, 1)
    assert done.first_rejects[0][1].startswith(reason)


def test_two_prices_for_one_time_are_told(ctx, write):
    done = import_file(
        ctx, write("date,tael price\n2026-11-01,41000\n2026-11-01,42000\n"), "gold-rates"
    )

    assert (done.new, done.rejected) == (1, 1)


def test_an_ounce_is_turned_into_grams(ctx, write):
    done = import_file(
        ctx, write("Date,Price,Unit\n2026-11-01,31103.48,oz\n2026-11-02,999,克\n"), "gold-rates"
    )

    assert done.new == 2
    assert rates(ctx) == [
        ("gold", "ornament", "gram", 100000, None),
        ("gold", "ornament", "gram", 99900, None),
    ]


def test_a_price_of_nobody_knows_what_is_not_guessed(ctx, write):
    with pytest.raises(CanFix, match="per tael, gram or ounce"):
        import_file(ctx, write("Date,Price\n2026-11-01,4000\n"), "gold-rates")


def test_the_worlds_prices_since_1833_are_decided_row_by_row(ctx, real):
    path = real / "gold_prices" / "monthly-processed.csv"
    world = Mapping("gold-rates", {"Date": "day", "Price": "ounce_price"}, currency="USD")
    refused = import_file(ctx, path, "gold-rates", mapping=world, dry_run=True)
    assert refused.rejected == refused.read > 2000

    as_ours = Mapping("gold-rates", {"Date": "day", "Price": "ounce_price"})
    done = import_file(ctx, path, "gold-rates", mapping=as_ours)

    assert done.read == done.new + done.matched + done.skipped + done.rejected
    assert done.new > 1400
    assert set(done.reasons) <= {"the date cannot be read", "the day is still to come"}
