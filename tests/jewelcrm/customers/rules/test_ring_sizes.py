import csv
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jewelcrm.customers.rules.ring_sizes import (
    LARGEST,
    SMALLEST,
    SYSTEMS,
    all_labels,
    circumference_of,
    diameter_of,
    for_wide_band,
    label,
    labels,
    millimetres,
    read_size,
)
from jewelcrm.errors import CanFix
from resources.find import find


def published():
    with find("data/ring_sizes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", published(), ids=lambda row: f"{row['system']} {row['label']}")
def test_every_published_size_is_the_published_length(row):
    size = millimetres(row["system"], row["label"])
    assert size == Decimal(row["circumference_mm"])
    assert diameter_of(size) == pytest.approx(Decimal(row["diameter_mm"]), abs=Decimal("0.011"))
    assert label(size, row["system"]) == row["label"]


# HK size, then US, UK, EU and JP (the jewellers' chart anchored at Hong Kong)
CHART = """
6 3 F½ 44 4|7 3½ G½ 46 6|8 4 H 46 6|9 4½ I 48 8|10 4¾ J 49 8|11 5¼ K 50 10|12 5½ K½ 51 11
13 6 L½ 52 12|14 6½ M½ 53 13|15 7 N½ 54 14|16 7½ O½ 56 15|17 7¾ P 57 16|18 8¼ Q 57 17
19 8¾ R 59 18|20 9 S 60 19|21 9½ T 61 20|22 10 T½ 62 21|23 10½ U½ 63 22|24 10¾ V½ 64 23
25 11¼ W½ 65 24
"""


@pytest.mark.parametrize("line", CHART.strip().replace("\n", "|").split("|"))
def test_the_hong_kong_chart_holds(line):
    hong_kong, *others = line.split()
    found = all_labels(millimetres("HK", hong_kong))
    assert [found[system] for system in ("US", "UK", "EU", "JP")] == others


def test_the_anchor_size_holds_in_every_system():
    size = millimetres("US", "7")
    assert (size, diameter_of(size)) == (Decimal("54.42"), Decimal("17.32"))
    assert all_labels(size) == {
        "HK": "15",
        "US": "7",
        "UK": "N½",
        "EU": "54",
        "JP": "14",
        "CH": "14½",
    }


@pytest.mark.parametrize(
    ("text", "system", "name"),
    [
        ("HK 14", "HK", "14"),
        ("港度14", "HK", "14"),
        ("14號", "HK", "14"),
        ("14", "HK", "14"),
        ("１４號", "HK", "14"),
        ("US 6½", "US", "6½"),
        ("6 1/2 US", "US", "6½"),
        ("us6.5", "US", "6½"),
        ("6¾", "US", "6¾"),
        ("UK M½", "UK", "M½"),
        ("m 1/2", "UK", "M½"),
        ("M", "UK", "M"),
        ("54", "EU", "54"),
        ("EU 54", "EU", "54"),
        ("日本13號", "JP", "13"),
        ("JP 13", "JP", "13"),
        ("IT 13.1", "CH", "13.1"),
    ],
)
def test_what_staff_type_is_understood(text, system, name):
    size = read_size(text)
    assert (size.system, size.label) == (system, name)
    assert size.circumference == millimetres(system, name)


@pytest.mark.parametrize("text", ["54.35 mm", "17.3 mm", "ø17.3", "直徑 17.3毫米", "dia 17.3"])
def test_lengths_are_circumferences_and_small_ones_diameters(text):
    size = read_size(text)
    assert (size.system, size.circumference) == ("mm", Decimal("54.35"))


@pytest.mark.parametrize("text", ["", "big", "HK 40", "US M", "UK 14", "100", "99 mm", "14.3", "½"])
def test_what_is_no_ring_size_is_refused_with_an_example(text):
    with pytest.raises(CanFix) as refused:
        read_size(text)
    assert refused.value.field == "ring_size"
    assert str(refused.value)


@given(
    st.sampled_from(SYSTEMS).flatmap(lambda s: st.tuples(st.just(s), st.sampled_from(labels(s))))
)
def test_every_label_survives_the_way_to_millimetres_and_back(size):
    system, name = size
    read = read_size(f"{system} {name}")
    assert (read.system, read.label) == (system, name)
    assert label(read.circumference, system) == name


@given(st.decimals(SMALLEST + 5, LARGEST - 10, places=2), st.sampled_from(SYSTEMS))
def test_a_shown_label_is_never_further_than_half_a_step_away(size, system):
    away = abs(millimetres(system, label(size, system)) - size)
    assert away <= Decimal("1.15")


@given(st.decimals(12, 25, places=2))
def test_diameter_and_circumference_undo_each_other(diameter):
    assert abs(diameter_of(circumference_of(diameter)) - diameter) <= Decimal("0.01")


@given(st.sampled_from(SYSTEMS))
def test_a_larger_label_is_a_larger_ring(system):
    sizes = [millimetres(system, name) for name in labels(system)]
    assert sizes == sorted(set(sizes))


@given(st.text(max_size=20))
def test_any_text_is_a_size_or_a_clear_refusal(text):
    try:
        size = read_size(text)
    except CanFix:
        return
    assert SMALLEST <= size.circumference <= LARGEST


def test_a_wide_band_is_made_half_a_size_larger():
    assert label(for_wide_band(millimetres("UK", "M")), "UK") == "M½"
