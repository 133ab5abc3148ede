"""Every pair of colours that carries words is readable in both themes (WCAG 2.2 AA)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from ui import theme
from ui.widgets.face import face_colors

WORDS = 4.5
PARTS = 3.0  # borders of what one types into, and the focus

PAIRS = [
    ("text", "bg"),
    ("text", "surface"),
    ("text", "surface2"),
    ("text", "sel"),
    ("muted", "bg"),
    ("muted", "surface"),
    ("muted", "surface2"),
    ("muted", "sel"),
    ("placeholder", "surface"),
    ("accent_text", "surface"),
    ("accent_text", "accent_soft"),
    ("accent_text", "bg"),
    ("accent_text", "sel"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_press"),
    ("gold", "gold_soft"),
    ("gold", "surface"),
    ("danger", "danger_soft"),
    ("danger", "surface"),
    ("danger", "bg"),
    ("ok", "ok_soft"),
    ("ok", "surface"),
    ("info", "info_soft"),
    ("info", "surface"),
    ("side_text", "side"),
    ("side_strong", "side"),
    ("side_strong", "side_sel"),
    ("on_toast", "toast"),
]
EDGES = [("edge", "surface"), ("focus", "surface"), ("focus", "bg"), ("brand", "side")]


def luminance(color: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    found = QColor(color)
    parts = [linear(p) for p in (found.redF(), found.greenF(), found.blueF())]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_words_are_readable(name: str, pair: tuple[str, str]) -> None:
    tokens = theme.tokens_of(name)

    assert contrast(tokens[pair[0]], tokens[pair[1]]) >= WORDS


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("pair", EDGES, ids="-on-".join)
def test_edges_can_be_seen(name: str, pair: tuple[str, str]) -> None:
    tokens = theme.tokens_of(name)

    assert contrast(tokens[pair[0]], tokens[pair[1]]) >= PARTS


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_initials_are_readable_on_every_face(qapp, mode: str) -> None:
    theme.apply(qapp, mode)

    for number in range(60):
        back, ink = face_colors(f"name {number}")
        assert contrast(back.name(), ink.name()) >= WORDS


def test_both_themes_have_the_same_tokens() -> None:
    assert theme.tokens_of("light").keys() == theme.tokens_of("dark").keys()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_style_sheet_has_no_token_left_to_fill(qapp, mode: str) -> None:
    theme.apply(qapp, mode)

    assert "@" not in theme.style_sheet()
