"""Labels: exact to the millimetre, read back by a decoder, in both languages."""

import datetime as dt
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from jewelcrm import settings
from jewelcrm.catalogue.commands import add_product
from jewelcrm.catalogue.model import NewProduct
from jewelcrm.errors import CanFix, Denied
from jewelcrm.money import Money
from jewelcrm.printing import queries
from jewelcrm.printing.drawing import bar_width, render
from jewelcrm.printing.model import BAG_SIZES, SIZES, TAG_SIZES, BagLabel, Look, Tag
from tests.builders import a_line, a_placed_order

MM = 72 / 25.4
scans = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler-utils is missing")
LANGUAGES = ("en", "zh_HK")


def a_bag(**more):
    usual = BagLabel(
        number="HK01-A-000123-7",
        kind="repair",
        position=1,
        pieces=2,
        description="Jade bangle",
        service="prongs",
        condition="one prong bent",
        weight=Decimal("9.9935"),
        customer="Chan Tai Man",
        customer_zh="陳大文",
        phone="•••• 4567",
        promised_on=dt.date(2026, 12, 6),
        rush=True,
        shop="Nathan Road",
    )
    return replace(usual, **more)


def a_tag(**more):
    usual = Tag(
        code="4891234567893",
        sku="R18K-00231",
        name="Dragon and phoenix bangle",
        name_zh="龍鳳鈪",
        metal="gold",
        fineness=9999,
        weight=Decimal("37.429"),
        stone=None,
        stone_weight=None,
        stone_origin=None,
        treatment=None,
        size=None,
        price=Money(1288000),
    )
    return replace(usual, **more)


def pages(pdf):
    return PdfReader(BytesIO(pdf)).pages


def said(pdf):
    return " ".join(" ".join(page.extract_text().split()) for page in pages(pdf))


def picture(pdf, tmp_path, *, dpi=203):
    """As a label printer burns it: dots of one eighth of a millimetre, black or white."""
    (tmp_path / "label.pdf").write_bytes(pdf)
    command = ["pdftoppm", "-r", str(dpi), "-mono", "-png", "label.pdf", "label"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    return [Image.open(path) for path in sorted(tmp_path.glob("label-*.png"))]


def codes(image):
    return {(code.format.name, code.text) for code in zxingcpp.read_barcodes(image.convert("L"))}


def black(image, dpi=600):
    """The rectangle of all that is black, in mm from the left upper corner."""
    box = image.convert("L").point(lambda level: 255 - level).getbbox()
    return tuple(side / dpi * 25.4 for side in box)


@pytest.mark.parametrize("size", SIZES)
def test_a_page_is_exactly_as_large_as_the_label(size):
    label = a_bag() if size in BAG_SIZES else a_tag()
    [page] = pages(render([label], Look(size)))
    assert float(page.mediabox.width) == pytest.approx(SIZES[size][0] * MM, abs=0.01)
    assert float(page.mediabox.height) == pytest.approx(SIZES[size][1] * MM, abs=0.01)


@scans
@pytest.mark.parametrize("size", BAG_SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_both_codes_of_a_bag_s_label_are_read_as_a_203_dpi_printer_burns_them(
    size, language, tmp_path
):
    [image] = picture(render([a_bag()], Look(size, language)), tmp_path)
    number = "HK01-A-000123-7"
    assert codes(image) == {("QRCode", number), ("Code128", number)}


@scans
@pytest.mark.parametrize("size", TAG_SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["4891234567893", "R18K-00231", "X" * 24])
def test_the_code_of_a_tag_is_read(size, language, code, tmp_path):
    [image] = picture(render([a_tag(code=code)], Look(size, language)), tmp_path)
    assert {text for _kind, text in codes(image)} == {code}


@pytest.mark.parametrize("dpi", [203, 300])
def test_a_bar_is_a_whole_number_of_the_printer_s_dots(dpi):
    modules = bar_width("1") / (0.25 * MM)
    dots = bar_width("1") / modules / 72 * dpi
    assert abs(dots - round(dots)) < 0.06


@scans
@pytest.mark.parametrize(("right", "down"), [(5, -10), (-7, 12), (20, 3)])
def test_a_label_is_moved_as_the_printer_needs_it(right, down, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    [there] = picture(render([a_bag()], Look("70x50")), tmp_path / "a", dpi=600)
    moved = Look("70x50", right=right, down=down)
    [here] = picture(render([a_bag()], moved), tmp_path / "b", dpi=600)
    before, after = black(there), black(here)
    assert after[0] - before[0] == pytest.approx(right / 10, abs=0.05)
    assert after[1] - before[1] == pytest.approx(down / 10, abs=0.05)


@scans
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_comes_nearer_to_an_edge_than_a_cutter_s_play(size, language, tmp_path):
    words = "A very long name of a very long thing 很長很長的名稱" * 4
    stone = {"stone": "Jadeite 翡翠", "stone_weight": Decimal("12.345"), "treatment": "none"}
    label = (
        a_bag(description=words, condition=words, customer=words)
        if size in BAG_SIZES
        else a_tag(name=words, name_zh=words, sku="S" * 40, size=Decimal("52.1"), **stone)
    )
    [image] = picture(render([label], Look(size, language)), tmp_path, dpi=600)
    left, top, right, bottom = black(image)
    wide, high = SIZES[size]
    assert min(left, top, wide - right, high - bottom) >= 0.5


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        (
            "en",
            (
                "Repair",
                "Piece 1/2",
                "RUSH",
                "06/12/2026",
                "Chan Tai Man",
                "Prongs re-tipped",
                "Nathan Road",
            ),
        ),
        ("zh_HK", ("維修", "件 1/2", "加急", "06/12/2026", "陳大文", "修爪")),
    ],
)
def test_a_bag_s_label_says_whose_it_is_and_what_is_to_be_done(language, wanted):
    text = said(render([a_bag()], Look("70x50", language)))
    for word in (*wanted, "HK01-A-000123-7", "9.9935 g", "Jade bangle", "4567", "one prong bent"):
        assert word in text


@pytest.mark.parametrize(
    ("size", "language", "name"),
    [
        ("60x12", "en", "Dragon and phoenix"),
        ("60x12", "zh_HK", "龍鳳鈪"),
        ("40x30", "en", "Dragon and phoenix"),
        ("40x30", "zh_HK", "龍鳳鈪"),
    ],
)
def test_a_tag_names_the_metal_as_the_law_does_and_the_price(size, language, name):
    text = said(render([a_tag()], Look(size, language)))
    for word in (name, "足金 Chuk Kam 999.9‰", "37.429 g", "HK$12,880.00"):
        assert word in text


@pytest.mark.parametrize("size", TAG_SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "more",
    [
        {},
        {"stone": "Diamond", "stone_origin": "lab_grown", "treatment": "hpht"},
        {"stone": "Fei cui (jadeite)", "treatment": "impregnated"},
        {"metal": "rose_gold", "fineness": 7500, "size": Decimal("17.2")},
    ],
)
def test_a_tag_says_the_whole_weight_of_stone_and_metal(size, language, more):
    stone = {"stone": "Diamond", "stone_origin": "natural", "treatment": "none"}
    weights = {"weight": Decimal("3.421"), "stone_weight": Decimal("1.235")}
    text = said(render([a_tag(**{**stone, **weights, **more})], Look(size, language)))
    assert "1.235 ct 卡" in text
    assert "3.421 g" in text


@pytest.mark.parametrize(("language", "words"), [("en", "By weight"), ("zh_HK", "按重量計價")])
def test_a_piece_sold_by_weight_has_no_price_on_its_tag(language, words):
    assert words in said(render([a_tag(price=None)], Look("40x30", language)))


def test_what_has_no_room_ends_with_a_sign():
    text = said(render([a_bag(description="gold " * 60)], Look("60x40")))
    assert "…" in text


def test_copies_come_one_after_the_other():
    found = pages(render([a_bag(), a_bag(position=2)], Look("60x40"), copies=3))
    assert ["1/2" in page.extract_text() for page in found] == [True] * 3 + [False] * 3


def test_the_same_label_gives_the_same_bytes():
    assert render([a_tag()], Look("40x30")) == render([a_tag()], Look("40x30"))


def test_every_piece_of_an_order_has_its_label(ctx):
    lines = [a_line(description="Ring"), a_line(description="Jade bangle", service="prongs")]
    placed = a_placed_order(ctx, kind="repair", lines=lines)
    first, second = queries.bag_labels(ctx, placed.id)
    assert (first.number, first.position, first.pieces) == (placed.number, 1, 2)
    assert (second.description, second.position) == ("Jade bangle", 2)
    assert first.phone
    assert "•" in first.phone or "*" in first.phone


@pytest.mark.parametrize(("language", "name"), [("en", "Jade bangle"), ("zh_HK", "翡翠手鐲")])
def test_a_bag_s_label_calls_a_piece_by_the_catalogues_name_in_its_language(ctx, language, name):
    piece = add_product(ctx, NewProduct(sku="JB-9", name="Jade bangle", name_zh="翡翠手鐲"))
    lines = [a_line(description="翡翠手鐲", product_id=piece), a_line(description="Old ring")]
    placed = a_placed_order(ctx, kind="repair", lines=lines)

    first, second = pages(render(queries.bag_labels(ctx, placed.id), Look("70x50", language)))

    assert name in first.extract_text()
    assert "Old ring" in second.extract_text()


def test_a_piece_without_a_barcode_is_scanned_by_its_item_code(ctx):
    made = add_product(ctx, NewProduct(sku="R18K-00231", name="Ring", price=Money(128000)))
    assert queries.tag(ctx, made).code == "R18K-00231"
    made = add_product(ctx, NewProduct(sku="R2", name="Ring", barcode="4891234567893"))
    assert queries.tag(ctx, made).code == "4891234567893"


def test_what_commissioning_measured_moves_the_labels(ctx):
    for key, value in (
        ("label_right_mm10", 5),
        ("label_down_mm10", -10),
        ("label_printer", "Z"),
        ("label_bag_size", "70x50"),
    ):
        settings.put(ctx, key, value)
    habits = queries.habits(ctx)
    assert habits.printer == "Z"
    assert (habits.bag.size, habits.bag.right, habits.bag.down) == ("70x50", 5, -10)
    assert (habits.tag.right, habits.tag.down) == (5, -10)


def test_labels_need_the_right_to_see_what_they_say(ctx, monkeypatch):
    placed = a_placed_order(ctx)
    monkeypatch.setattr(type(ctx), "allows", lambda _ctx, _right: False)
    with pytest.raises(Denied):
        queries.bag_labels(ctx, placed.id)
    with pytest.raises(CanFix):
        queries.tag(ctx, placed.id)
