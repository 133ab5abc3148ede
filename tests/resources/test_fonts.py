"""The bundled fonts show what a shop writes, on screen and on paper."""

import io

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont as PaperFont
from reportlab.pdfgen.canvas import Canvas

from resources.find import find

INTER = ["Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"]
CHINESE = ["JewelSansHK-Regular", "JewelSansHK-Bold"]
ENGLISH_TEXT = "Wong Tai-man HK$1,234.50 · 18K “ring” – ½ € Đặng Zoë"
CHINESE_TEXT = "陳大文 足金鑽石戒指 玉器 嘅啲咗喺𨋢 钻戒 ，。「」（） HK$1,234.50"


def characters_of(name):
    with TTFont(find(f"fonts/{name}.ttf"), lazy=True) as font:
        return set(font.getBestCmap())


@pytest.mark.parametrize("name", INTER)
def test_inter_has_every_letter_of_an_english_card(name):
    assert {ord(letter) for letter in ENGLISH_TEXT} <= characters_of(name)


@pytest.mark.parametrize("name", CHINESE)
def test_the_chinese_font_has_every_character_of_a_chinese_card(name):
    assert {ord(letter) for letter in CHINESE_TEXT} <= characters_of(name)


@pytest.mark.parametrize("name", CHINESE)
def test_a_chinese_line_is_no_taller_than_an_english_one(name):
    with TTFont(find(f"fonts/{name}.ttf"), lazy=True) as font:
        line = font["hhea"]
        assert (line.ascent - line.descent, line.lineGap) == (1211, 0)


@pytest.mark.parametrize("name", INTER + CHINESE)
def test_a_receipt_can_embed_the_font(name):
    pdfmetrics.registerFont(PaperFont(name, str(find(f"fonts/{name}.ttf"))))
    paper = io.BytesIO()
    canvas = Canvas(paper)
    canvas.setFont(name, 12)
    canvas.drawString(50, 700, "HK$1,234.50")
    canvas.save()
    assert "HK$1,234.50" in PdfReader(paper).pages[0].extract_text()


@pytest.mark.parametrize("name", CHINESE)
def test_chinese_on_paper_can_be_copied_and_searched(name):
    pdfmetrics.registerFont(PaperFont(name, str(find(f"fonts/{name}.ttf"))))
    paper = io.BytesIO()
    canvas = Canvas(paper)
    canvas.setFont(name, 12)
    canvas.drawString(50, 700, "足金鑽石戒指")
    canvas.save()
    assert "足金鑽石戒指" in PdfReader(paper).pages[0].extract_text()


_LICENCES = ("Inter-OFL.txt", "JewelSansHK-OFL.txt", "JewelSansRTL-OFL.txt")


@pytest.mark.parametrize("licence", _LICENCES)
def test_the_licence_lies_beside_the_font(licence):
    assert "SIL OPEN FONT LICENSE" in find(f"fonts/{licence}").read_text(encoding="utf-8")
