"""简体中文 out of 繁體中文: mainland words first (mainland.csv), then character by character.

What comes out is a proposal that `translations.py` puts where nothing stands yet; a sentence that
reads badly is mended in resources/translations/zh_CN/*.ts and stays so. The search index's table of
variants folds more than a reader wants, so mainland.csv has the last word.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
_VARIANTS = HERE.parent / "resources" / "search" / "variants.txt"


# Where a word of the table means something else.
_OWN = {"Finger": "手指"}


def proposed(english: str, chinese: str) -> str:
    """The mainland's words for a text of which Hong Kong's are known."""
    return _OWN.get(english) or simplified(chinese)


def simplified(text: str) -> str:
    """The text in simplified characters and mainland words."""
    words, pattern = _words()
    parts = pattern.split(text)  # every second part is a word of the table
    return "".join(words.get(part) or part.translate(_characters()) for part in parts)


@cache
def _words() -> tuple[dict[str, str], re.Pattern[str]]:
    with (HERE / "mainland.csv").open(encoding="utf-8", newline="") as file:
        words = dict(csv.reader(file))
    longest_first = sorted(words, key=len, reverse=True)
    return words, re.compile("(" + "|".join(map(re.escape, longest_first)) + ")")


@cache
def _characters() -> dict[int, str]:
    old, new = _VARIANTS.read_text("utf-8").splitlines()[:2]
    pairs = zip(old, new, strict=True)
    return {ord(one): other for one, other in pairs if not _is_simplified(one)}


def _is_simplified(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def leftovers(text: str) -> set[str]:
    """Characters of a simplified text that only the traditional script has."""
    return {one for one in text if one.translate(_characters()) != one}
