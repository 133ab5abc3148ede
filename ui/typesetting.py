"""Chinese sentences with names and numbers set in, as a Chinese printer sets them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from string import Formatter

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_TIGHT = frozenset("，。、：；？！（）「」『』《》“”…")
_OF_DATES = frozenset("年月日")  # 1988年3月12日: a date keeps its own form


def set_in(template: str, values: Mapping[str, object]) -> str:
    """A sentence with all its placeholders filled in at once.

    A Chinese character and a Latin letter or digit have one blank between them, two Chinese ones
    none, however the translation has put them; anything else stands as it was put.

    Raises:
        KeyError, IndexError, ValueError: it is no template for these values.
    """
    said, gap = "", ""
    for words, place in _pieces(template):
        for piece in (words, place.format(**values)):
            inner = piece.strip(" ")
            gap += piece[: len(piece) - len(piece.lstrip(" "))]
            if inner:
                said += _between(said[-1:], inner[0], gap) + inner
                gap = piece[len(piece.rstrip(" ")) :]
    return said + gap


@lru_cache(maxsize=2_000)
def _pieces(template: str) -> tuple[tuple[str, str], ...]:
    """Words, and the placeholder behind them as it was written; none behind the last."""
    found = []
    for words, name, form, turn in Formatter().parse(template):
        turned, formed = f"!{turn}" if turn else "", f":{form}" if form else ""
        found.append((words, "" if name is None else f"{{{name}{turned}{formed}}}"))
    return tuple(found)


def _between(left: str, right: str, gap: str) -> str:
    """What stands between two characters that meet where something was set in."""
    if {left, right} & _TIGHT:
        return ""
    one, other = _HAN.match(left), _HAN.match(right)
    if one and other:
        return ""
    beside = right if one else left
    apart = (one or other) and beside.isalnum() and not {left, right} & _OF_DATES
    return gap or " " if apart else gap
