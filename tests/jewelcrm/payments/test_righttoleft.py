"""Arabic and Hebrew on paper: joined, in the order they are read, among Latin and numbers."""

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from jewelcrm.payments.receipts.letters import Style, clean, draw, missing_glyphs, width
from jewelcrm.payments.receipts.righttoleft import shaped, visual

RTL = "שלוםמחמدسلا"


@pytest.mark.parametrize(
    ("read", "drawn"),
    [
        ("Chan Tai Man", "Chan Tai Man"),
        ("陳大文 123", "陳大文 123"),
        ("שלום", "םולש"),
        ("Chan שלום Ltd", "Chan םולש Ltd"),
        ("שלום Chan כהן", "ןהכ Chan םולש"),
        ("כהן 1,280.50 ₪", "₪ 1,280.50 ןהכ"),
        ("כהן (3) abc", "abc (3) ןהכ"),
        ("no. 12 כהן 34 x", "no. 12 34 ןהכ x"),
        ("כהן (abc) לוי", "יול (abc) ןהכ"),
        ("abc (כהן) 12", "abc (ןהכ) 12"),
        ("כהן (陳 2) 「abc", "abc」 (陳 2) ןהכ"),
    ],
)
def test_a_line_is_drawn_in_the_order_it_is_read(read, drawn):
    assert visual(read) == drawn


def test_arabic_letters_take_the_form_of_their_place():
    assert [f"{ord(one):04x}" for one in shaped("محمد")] == ["fee3", "fea4", "fee4", "feaa"]


def test_lam_and_alef_are_one_letter_and_dal_does_not_join():
    assert [f"{ord(one):04x}" for one in shaped("سلام")] == ["feb3", "fefc", "fee1"]
    assert [f"{ord(one):04x}" for one in shaped("دا")] == ["fea9", "fe8d"]


def test_a_mark_does_not_part_letters():
    with_mark = shaped("مَح")
    assert [f"{ord(one):04x}" for one in with_mark] == ["fee3", "064e", "fea2"]


def test_digits_after_arabic_letters_keep_their_order():
    assert visual("car رقم 45 x").endswith(" x")
    assert "45" in visual("رقم 45")


@given(st.text(alphabet=RTL + "abc 陳123().,%-", max_size=30))
def test_nothing_is_lost_whatever_is_mixed(text):
    back = unicodedata.normalize("NFKC", visual(text))
    turned = str.maketrans("()", ")(")
    assert sorted(back.translate(turned)) == sorted(
        unicodedata.normalize("NFKC", text).translate(turned)
    ) or sorted(back.replace("(", "").replace(")", "")) == sorted(
        unicodedata.normalize("NFKC", text).replace("(", "").replace(")", "")
    )


def test_names_in_both_scripts_are_printed_with_letters_of_the_bundle():
    for name in ("محمد الفارسي", "דוד כהן", "پرویز گل"):
        assert missing_glyphs(name) == []
        assert missing_glyphs(name, "bold") == []
        assert width(name, Style(9)) > 20


def test_invisible_signs_of_direction_leave_no_mark_on_paper():
    assert clean("\u200fדוד\u202c") == "דוד"


def test_hebrew_is_found_again_in_the_paper():
    paper = io.BytesIO()
    canvas = Canvas(paper)
    draw(canvas, 50, 700, "דוד כהן HK01", Style(12))
    canvas.save()
    assert {"דוד", "כהן", "HK01"} <= set(PdfReader(paper).pages[0].extract_text().split())
