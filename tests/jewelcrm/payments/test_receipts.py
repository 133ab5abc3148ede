"""Receipts: what they must say, codes that scan, reprints that are the same byte for byte."""

import datetime as dt
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader
from sqlalchemy import select

from db.shop.local import audit_log
from db.tables.people import branch
from jewelcrm.catalogue.commands import add_product, edit_product, set_gold_rate
from jewelcrm.catalogue.model import NewProduct
from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.orders.commands import complete_line, edit_line, move_order
from jewelcrm.orders.queries import order
from jewelcrm.payments.commands import print_receipt, refund, take_payment
from jewelcrm.payments.model import NewPayment
from jewelcrm.payments.printing import preview
from jewelcrm.payments.queries import receipt
from jewelcrm.payments.receipts import LANGUAGES, PAPERS, Receipt, Shop, gather
from jewelcrm.payments.receipts.letters import MISSING, Style, clean, missing_glyphs, width, wrap
from jewelcrm.payments.receipts.render import render
from jewelcrm.payments.receipts.words import metal_words, stone_words
from tests.builders import a_kept_customer, a_line, a_placed_order
from tests.jewelcrm.orders.test_disclosures import a_piece

SHOP = Shop(
    "Golden Harvest Jewellery", "金豐珠寶金行", "228 Nathan Road", "彌敦道228號", "2730 1234"
)
BOTH = [(paper, language) for paper in PAPERS for language in LANGUAGES]


def a_receipt(**more):
    total = Money(128000)
    line = a_piece(
        id=b"1" * 16,
        quantity=Decimal(1),
        unit_price=total,
        labour=Money(0),
        discount=Money(0),
        amount=total,
        description="龍鳳鈪 Bangle",
        metal="gold",
        fineness=9999,
        weight=Decimal("9.9935"),
    )
    usual = {
        "shop": SHOP,
        "number": "HK01-A-000124-5",
        "kind": "deposit",
        "method": "octopus",
        "amount": Money(28000),
        "reference": None,
        "taken_at": dt.datetime(2026, 11, 22, 12, 5, tzinfo=dt.UTC),
        "order_number": "HK01-A-000123-7",
        "order_kind": "sale",
        "stage": "confirmed",
        "placed_on": dt.date(2026, 11, 22),
        "promised_on": None,
        "customer_number": "HK01-A-000045-2",
        "customer_name": "Chan Tai Man",
        "customer_name_zh": "陳大文",
        "staff_name": "Ann Lee",
        "lines": (line,),
        "total": total,
        "paid_before": Money(0),
        "paid": Money(28000),
        "balance": Money(100000),
        "terms": {"en": "Seven days, with this receipt.", "zh_HK": "七天內憑單。"},
    }
    return Receipt(**{**usual, **more})


def text_of(pdf):
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def picture_of(pdf, tmp_path, page=1):
    (tmp_path / "r.pdf").write_bytes(pdf)
    subprocess.run(
        [
            "pdftoppm",
            "-r",
            "200",
            "-png",
            "-f",
            str(page),
            "-l",
            str(page),
            "-singlefile",
            tmp_path / "r.pdf",
            tmp_path / "r",
        ],
        check=True,
    )
    return Image.open(tmp_path / "r.png").convert("L")


@pytest.mark.parametrize(("paper", "language"), BOTH)
def test_a_receipt_states_everything_it_must(paper, language):
    said = text_of(render(a_receipt(), paper, language))
    for wanted in (
        "Golden Harvest Jewellery",
        "金豐珠寶金行",
        "228 Nathan Road",
        "2730 1234",
        "HK01-A-000124-5",
        "HK01-A-000123-7",
        "2026-11-22 12:05",
        "Chan Tai Man",
        "陳大文",
        "HK01-A-000045-2",
        "Ann Lee",
        "龍鳳鈪",
        "足金 Chuk Kam 999.9‰",
        "9.9935 g",
        "2錢6分7厘",
        "HK$280.00",
        "HK$1,280.00",
        "HK$1,000.00",
    ):
        assert wanted in said


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler-utils is not installed")
@pytest.mark.parametrize(("paper", "language"), BOTH)
def test_both_codes_scan_as_the_order_s_number(paper, language, tmp_path):
    picture = picture_of(render(a_receipt(), paper, language), tmp_path)
    found = zxingcpp.read_barcodes(picture)
    assert {(code.format.name, code.text) for code in found} == {
        ("QRCode", "HK01-A-000123-7"),
        ("Code128", "HK01-A-000123-7"),
    }


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler-utils is not installed")
def test_a_long_name_wraps_and_never_runs_under_the_code(tmp_path):
    name = "Wolfeschlegelsteinhausenbergerdorff " * 6
    picture = picture_of(render(a_receipt(customer_name=name), "A5", "en"), tmp_path)
    assert {code.text for code in zxingcpp.read_barcodes(picture)} == {"HK01-A-000123-7"}
    assert text_of(render(a_receipt(customer_name=name), "A5", "en")).count("Wolfe") == 6


@pytest.mark.parametrize(("paper", "language"), BOTH)
def test_the_same_receipt_gives_the_same_bytes(paper, language):
    first = render(a_receipt(), paper, language)
    render(a_receipt(customer_name="Somebody Else 張三"), paper, language)
    assert render(a_receipt(), paper, language) == first


def test_many_lines_go_over_numbered_pages():
    (line,) = a_receipt().lines
    lines = tuple(replace(line, description=f"Pellet {n}") for n in range(40))
    pdf = render(a_receipt(lines=lines), "A5", "en")
    pages = PdfReader(BytesIO(pdf)).pages
    assert len(pages) > 2
    for n, page in enumerate(pages, 1):
        assert f"Page {n} of {len(pages)}" in page.extract_text()
    assert all(f"Pellet {n}" in text_of(pdf) for n in range(40))
    assert len(PdfReader(BytesIO(render(a_receipt(lines=lines), "80mm", "en"))).pages) == 1


def test_the_roll_is_as_long_as_its_contents():
    (line,) = a_receipt().lines
    heights = [
        PdfReader(BytesIO(render(a_receipt(lines=(line,) * n), "80mm", "en")))
        .pages[0]
        .mediabox.height
        for n in (1, 5)
    ]
    assert heights[0] < heights[1]


def test_labour_and_discount_stand_by_themselves():
    (line,) = a_receipt().lines
    piece = replace(line, labour=Money(5000), discount=Money(3000), amount=Money(130000))
    said = text_of(render(a_receipt(lines=(piece,)), "A5", "en"))
    assert "Labour" in said
    assert "50.00" in said
    assert "-30.00" in said


def test_a_refund_is_called_one():
    note = a_receipt(kind="refund", amount=Money(-5000), paid=Money(23000))
    assert "Refund note" in text_of(render(note, "A5", "en"))
    assert "退款單" in text_of(render(note, "80mm", "zh_HK"))


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ({"metal": "gold", "fineness": 9990}, "足金 Chuk Kam 999‰"),
        ({"metal": "gold", "fineness": 9900}, "金 Gold 990‰"),
        ({"metal": "gold", "fineness": 9166}, "22K 金 Gold 916.6‰"),
        ({"metal": "white_gold", "fineness": 7500}, "18K 白色黃金 White gold 750‰"),
        ({"metal": "rose_gold", "fineness": 5850}, "14K 玫瑰金 Rose gold 585‰"),
        ({"metal": "platinum", "fineness": 9500}, "Pt950 鉑金 Platinum"),
        ({"metal": "platinum", "fineness": 9990}, "Pt999 足鉑金 Chuk Pak Kam"),
        ({"metal": "silver", "fineness": 9250}, "S925 銀 Silver"),
        ({"metal": "gold_plated"}, "鍍金 Gold-plated"),
        ({}, None),
    ],
)
def test_metals_have_their_legal_names(piece, words):
    assert metal_words(a_piece(**piece)) == words


@given(st.integers(3330, 9989), st.sampled_from(["gold", "white_gold", "rose_gold", "gold_plated"]))
def test_chuk_kam_is_never_said_of_less_and_white_gold_is_never_called_platinum(fineness, metal):
    said = metal_words(a_piece(metal=metal, fineness=fineness))
    assert "足金" not in said
    assert "白金" not in said


def test_stones_have_their_legal_names():
    diamond = {"stone": "diamond", "stone_weight": Decimal("0.5"), "treatment": "none"}
    assert "天然鑽石 Natural diamond" in stone_words(a_piece(**diamond, stone_origin="natural"))
    assert "Laboratory-grown diamond" in stone_words(a_piece(**diamond, stone_origin="lab_grown"))
    jade = {"stone": "翡翠", "stone_origin": "natural"}
    assert "天然翡翠 Natural fei cui" in stone_words(a_piece(**jade, treatment="A"))
    assert "天然" not in stone_words(a_piece(**jade, treatment="B"))
    assert "浸油 Oiled" in stone_words(
        a_piece(stone="Emerald", stone_origin="natural", treatment="oiled")
    )


def test_a_character_no_font_has_is_marked_not_left_blank():
    assert missing_glyphs("陳大文 Chan 𨋢嘅") == []
    assert missing_glyphs("김") == ["김"]
    assert MISSING in text_of(render(a_receipt(customer_name_zh="김"), "A5", "en"))


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=200), st.integers(20, 200))
def test_any_text_wraps_within_its_room_and_loses_nothing(text, room):
    style = Style(8)
    lines = wrap(text, style, room)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())
    assert all(width(line, style) <= room or len(line) == 1 for line in lines)


@settings(deadline=None, max_examples=15)
@given(st.text(max_size=80), st.sampled_from(BOTH))
def test_any_name_can_be_printed(name, form):
    assert render(a_receipt(customer_name=name), *form).startswith(b"%PDF")


def _at_a_real_address(ctx):
    with ctx.work() as work:
        work.update(branch, ctx.branch.id, address="228 Nathan Road", name_zh="彌敦道分店")


def _sha(ctx, payment_id):
    with ctx.read() as conn:
        rows = conn.scalars(select(audit_log.c.reason).where(audit_log.c.subject == payment_id))
        return [reason.split()[-1] for reason in rows]


def test_a_receipt_is_gathered_from_the_ledger(ctx):
    rate = set_gold_rate(ctx, "gold", "ornament", Money.parse("32270"))
    gold = a_line(
        description="Pellet",
        unit_price=None,
        weight=Decimal("9.9935"),
        gold_rate_id=rate,
        metal="gold",
        fineness=9999,
    )
    placed = a_placed_order(
        ctx,
        customer_id=a_kept_customer(ctx),
        lines=[gold],
        deposit=NewPayment("cash", Money(100000)),
    )
    said = receipt(ctx, placed.payment_id)
    assert (said.number, said.order_number) == (placed.receipt_number, placed.number)
    assert f"{said.taken_at:%H:%M}" == "12:00"
    assert (said.total, said.paid, said.balance) == (Money(861609), Money(100000), Money(761609))
    assert said.rates[rate].sell == Money.parse("32270")
    assert [due.outstanding for due in said.dues if due.outstanding] == [Money(761609)]
    assert receipt(ctx, placed.payment_id, mask_name=True).customer_name == "C*** T** M**"


def _sold(ctx, piece, description):
    line = a_line(description=description, product_id=piece, unit_price=Money(88000))
    placed = a_placed_order(
        ctx, lines=[line], deposit=NewPayment(amount=Money(10000), method="cash")
    )
    return receipt(ctx, placed.payment_id)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("picked", ["Jade bangle", "翡翠手鐲"])
def test_a_line_of_the_catalogue_is_called_by_the_name_of_the_receipts_language(ctx, paper, picked):
    piece = add_product(ctx, NewProduct(sku="JB-1", name="Jade bangle", name_zh="翡翠手鐲"))
    found = _sold(ctx, piece, picked)

    chinese, english = (text_of(render(found, paper, language)) for language in ("zh_HK", "en"))

    assert "翡翠手鐲" in chinese
    assert "Jade bangle" not in chinese
    assert "Jade bangle" in english
    assert "翡翠手鐲" not in english


def test_a_line_with_words_typed_by_hand_stays_as_typed(ctx):
    piece = add_product(ctx, NewProduct(sku="JB-2", name="Jade bangle", name_zh="翡翠手鐲"))
    found = _sold(ctx, piece, "Jade bangle, engraved")

    for language in LANGUAGES:
        assert "Jade bangle, engraved" in text_of(render(found, "A5", language))


def test_a_line_whose_piece_has_no_chinese_name_keeps_the_one_it_has(ctx):
    piece = add_product(ctx, NewProduct(sku="JB-3", name="Jade bangle"))

    assert "Jade bangle" in text_of(render(_sold(ctx, piece, "Jade bangle"), "A5", "zh_HK"))


def test_a_reprint_keeps_the_name_the_piece_then_had(ctx, clock):
    piece = add_product(ctx, NewProduct(sku="JB-4", name="Jade bangle", name_zh="翡翠手鐲"))
    line = a_line(description="Jade bangle", product_id=piece, unit_price=Money(88000))
    placed = a_placed_order(
        ctx, lines=[line], deposit=NewPayment(amount=Money(10000), method="cash")
    )
    print_receipt(ctx, placed.payment_id, paper="A5", language="zh_HK")
    clock.move(days=1)
    edit_product(ctx, piece, name="Green bangle", name_zh="綠鐲")

    again = print_receipt(ctx, placed.payment_id, paper="A5", language="zh_HK")

    assert again.same
    assert "翡翠手鐲" in text_of(again.pdf)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_receipt_that_called_its_piece_as_it_was_typed_is_printed_so_again(
    ctx, monkeypatch, paper
):
    piece = add_product(ctx, NewProduct(sku="JB-5", name="Jade bangle", name_zh="翡翠手鐲"))
    line = a_line(description="Jade bangle", product_id=piece, unit_price=Money(88000))
    deposit = NewPayment(amount=Money(10000), method="cash")
    paid = a_placed_order(ctx, lines=[line], deposit=deposit).payment_id
    with monkeypatch.context() as then:
        then.setattr(gather, "_names", lambda *_: {})
        first = print_receipt(ctx, paid, paper=paper, language="zh_HK")
    assert "Jade bangle" in text_of(first.pdf)

    again = print_receipt(ctx, paid, paper=paper, language="zh_HK")
    other = print_receipt(ctx, paid, paper=paper, language="en")

    assert again.same
    assert again.pdf == first.pdf == preview(ctx, paid, paper=paper, language="zh_HK")
    assert other.same
    assert other.pdf == preview(ctx, paid, paper=paper, language="en")


def test_a_reprint_is_the_same_although_the_order_went_on(ctx, clock):
    _at_a_real_address(ctx)
    placed = a_placed_order(
        ctx, customer_id=a_kept_customer(ctx), deposit=NewPayment("cash", Money(28000))
    )
    first = print_receipt(ctx, placed.payment_id, paper="A5", language="zh_HK")
    assert (first.reprint, first.same) == (False, True)
    clock.move(days=1)
    edit_line(ctx, order(ctx, placed.id).lines[0].id, description="Other ring", quantity=Decimal(2))
    take_payment(ctx, placed.id, "balance", "cash", Money(228000))
    move_order(ctx, placed.id, "collected")
    clock.move(days=1)
    again = print_receipt(ctx, placed.payment_id, paper="A5", language="zh_HK")
    assert again.pdf == first.pdf
    assert (again.reprint, again.same) == (True, True)
    assert _sha(ctx, placed.payment_id) == [first.sha256] * 2


def test_the_receipt_of_a_finished_sale_waits_for_what_the_law_wants(ctx):
    _at_a_real_address(ctx)
    gold = a_line(metal="gold", description="Bangle")
    placed = a_placed_order(
        ctx, lines=[gold], take_now=True, deposit=NewPayment("cash", Money(128000))
    )
    with pytest.raises(CanFix, match=r"\(1\) Give the fineness.*\(1\) Give the weight"):
        print_receipt(ctx, placed.payment_id, paper="A5", language="en")
    complete_line(ctx, order(ctx, placed.id).lines[0].id, fineness=9999, weight=Decimal("37.429"))
    printed = print_receipt(ctx, placed.payment_id, paper="A5", language="en")
    assert "足金 Chuk Kam" in text_of(printed.pdf)


def test_the_receipt_of_a_deposit_warns_and_is_printed(ctx):
    _at_a_real_address(ctx)
    placed = a_placed_order(
        ctx, lines=[a_line(metal="gold")], deposit=NewPayment("cash", Money(100))
    )
    printed = print_receipt(ctx, placed.payment_id, paper="80mm", language="en")
    assert [one.code for one in printed.missing] == ["TD-010", "TD-013"]


def test_a_refund_note_is_printed_whatever_is_missing(ctx):
    placed = a_placed_order(ctx, take_now=True, deposit=NewPayment("cash", Money(128000)))
    back = refund(ctx, placed.payment_id, Money(100), "goodwill")
    assert print_receipt(ctx, back.payment_id, paper="A5", language="en").pdf


def test_an_unknown_paper_is_refused(ctx):
    placed = a_placed_order(ctx, deposit=NewPayment("cash", Money(100)))
    with pytest.raises(CanFix):
        print_receipt(ctx, placed.payment_id, paper="A3", language="en")
