"""Names in two scripts stand on paper in the order in which Qt, too, would draw them."""

import random
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextLayout

from jewelcrm.payments.receipts.righttoleft import visual

HEBREW = "אבגדה"
SIGNS = "ab陳12 5.,-+$%/:()[]{}「」（）"
TURNED = str.maketrans("()[]{}「」（）", ")(][}{」「）（")


def drawn_by_qt(text):
    """Where Qt puts each letter of a line, from left to right."""
    layout = QTextLayout(text, QFont("Jewel Sans HK", 20))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1_000_000)
    layout.endLayout()
    left = {at: line.glyphRuns(at, 1)[0].positions()[0].x() for at in range(len(text))}
    return "".join(text[at] for at in sorted(left, key=left.__getitem__))


def without_turning(text):
    """Brackets as they are read: Qt says where they stand, the font turns them."""
    return re.sub(r"[()\[\]{}「」（）]", lambda one: min(one[0], one[0].translate(TURNED)), text)


@pytest.mark.usefixtures("qapp")
@given(st.text(alphabet=HEBREW + SIGNS, min_size=1, max_size=16).map(str.strip).filter(bool))
@example("כהן (abc) לוי")
@example("abc (כהן) לוי")
@example("no. 12 [כהן 34] x")
@example("כהן (3) abc")
@settings(max_examples=300, deadline=None)
def test_a_line_stands_as_qt_would_draw_it(text):
    assert without_turning(visual(text)) == without_turning(drawn_by_qt(text))


@pytest.mark.usefixtures("qapp")
def test_thousands_of_lines_made_at_random_stand_as_qt_would_draw_them():
    made = random.Random(9)
    lines = ("".join(made.choices(HEBREW + SIGNS, k=made.randint(1, 14))) for _ in range(2_000))
    wrong = [
        line
        for line in map(str.strip, lines)
        if line and without_turning(visual(line)) != without_turning(drawn_by_qt(line))
    ]
    assert wrong == []
