"""Disclosures: what Hong Kong's trade description orders want stated, found when missing."""

from dataclasses import dataclass
from decimal import Decimal

import pytest

from jewelcrm.orders.model import OrderLine
from jewelcrm.orders.rules.disclosures import WORDS, disclosures

COMPLETE_DIAMOND = {
    "stone": "Diamond",
    "stone_weight": Decimal("0.50"),
    "stone_origin": "natural",
    "treatment": "none",
}


@dataclass
class Described:
    kind: str
    lines: tuple


def a_piece(**more):
    empty = dict.fromkeys(OrderLine.__dataclass_fields__)
    return OrderLine(**{**empty, "position": 1, "description": "Ring", **more})


def codes(*lines, kind="sale", **more):
    return [one.code for one in disclosures(Described(kind, lines), **more)]


def test_a_complete_piece_has_nothing_missing():
    ring = a_piece(metal="gold", fineness=7500, weight=Decimal("3.2"), **COMPLETE_DIAMOND)
    assert codes(ring) == []


@pytest.mark.parametrize(
    ("piece", "code", "field"),
    [
        ({"metal": "gold", "weight": Decimal(1)}, "TD-010", "fineness"),
        ({"metal": "gold", "weight": Decimal(1), "fineness": 3000}, "TD-010", "fineness"),
        (
            {"metal": "gold", "weight": Decimal(1), "fineness": 9900, "description": "足金手鐲"},
            "TD-011",
            "fineness",
        ),
        (
            {
                "metal": "white_gold",
                "weight": Decimal(1),
                "fineness": 7500,
                "description": "白金戒指",
            },
            "TD-012",
            "description",
        ),
        ({"metal": "gold", "fineness": 9999}, "TD-013", "weight"),
        ({"metal": "platinum", "weight": Decimal(1)}, "TD-020", "fineness"),
        (
            {
                "metal": "platinum",
                "weight": Decimal(1),
                "fineness": 9500,
                "description": "足鉑金戒指",
            },
            "TD-020",
            "fineness",
        ),
        ({"stone": "翡翠"}, "TD-030", "stone_origin"),
        ({"stone": "翡翠", "stone_origin": "natural"}, "TD-030", "treatment"),
        (
            {
                "stone": "翡翠",
                "stone_origin": "natural",
                "treatment": "B",
                "description": "天然翡翠",
            },
            "TD-031",
            "description",
        ),
        ({**COMPLETE_DIAMOND, "stone_weight": None}, "TD-041", "stone_weight"),
        ({**COMPLETE_DIAMOND, "stone_origin": None}, "TD-042", "stone_origin"),
        (
            {**COMPLETE_DIAMOND, "stone_origin": "lab_grown", "description": "Diamond ring"},
            "TD-042",
            "description",
        ),
        ({**COMPLETE_DIAMOND, "treatment": None}, "TD-050", "treatment"),
        ({"stone": "Ruby", "treatment": "heated"}, "TD-051", "stone_origin"),
        ({"stone": "Ruby", "stone_origin": "natural"}, "TD-050", "treatment"),
    ],
)
def test_what_is_missing_is_named_with_its_line_and_field(piece, code, field):
    found = disclosures(Described("sale", (a_piece(position=3, **piece),)))
    assert [(one.code, one.line, one.field) for one in found] == [(code, 3, field)]


def test_chuk_kam_is_999_per_mille_or_more():
    bangle = {"metal": "gold", "weight": Decimal("37.429"), "description": "足金龍鳳鈪"}
    assert codes(a_piece(fineness=9990, **bangle)) == []
    assert codes(a_piece(fineness=9989, **bangle)) == ["TD-011"]


def test_a_qualified_laboratory_diamond_may_be_called_one():
    piece = {**COMPLETE_DIAMOND, "stone_origin": "lab_grown"}
    assert codes(a_piece(**piece, description="Lab-grown diamond ring")) == []
    assert codes(a_piece(**piece, description="實驗室培育鑽石戒指")) == []


def test_nephrite_is_not_fei_cui():
    assert codes(a_piece(stone="Nephrite 軟玉", stone_origin="natural", treatment="none")) == []


def test_work_on_a_customer_s_own_piece_is_no_supply_of_goods():
    assert codes(a_piece(metal="gold"), kind="repair") == []
    assert codes(a_piece(metal="gold", service="polishing")) == []


def test_a_shop_without_its_address_is_noticed():
    assert codes(a_piece(), shop_named=False) == ["TD-001"]


def test_every_code_has_its_sentence():
    assert all(sentence.endswith(".") for sentence in WORDS.values())


@pytest.mark.parametrize("words", ["Not treated", "none", "Type A", "無", "未經處理", "A貨"])
def test_fei_cui_that_is_not_treated_may_be_called_natural_however_that_is_written(words):
    piece = a_piece(
        description="Natural fei cui bangle",
        stone="Fei cui",
        stone_origin="natural",
        treatment=words,
    )
    assert "TD-031" not in codes(piece)


def test_treated_fei_cui_is_not_called_natural():
    piece = {"stone": "Fei cui", "stone_origin": "natural", "treatment": "B貨"}
    assert "TD-031" in codes(a_piece(**piece, description="Natural fei cui bangle"))
