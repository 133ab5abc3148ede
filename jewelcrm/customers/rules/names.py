"""Names: which part is Chinese, and when two ways of writing are the same name."""

from __future__ import annotations

import re

from db.shop.fold import fold

_HAN = re.compile("[㐀-鿿豈-﫿\U00020000-\U000323af]")
_HAN_RUN = re.compile(rf"{_HAN.pattern}(?:[\s·‧・]*{_HAN.pattern})*")
_WORD = re.compile(r"\w+")


def has_chinese(text: str) -> bool:
    """Whether the text holds at least one Chinese character."""
    return bool(_HAN.search(text))


def split_name(text: str) -> tuple[str, str]:
    """The Latin and the Chinese part of a name written together ("陳大文 Chan Tai Man")."""
    chinese = "".join(_HAN_RUN.findall(text))
    latin = " ".join(_HAN_RUN.sub(" ", text).split()).strip(" ()（）,，/")
    return latin, re.sub(r"\s+", "", chinese)


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name in a fixed order: "Tai-Man, CHAN" and "chan tai man" agree."""
    return tuple(sorted(_WORD.findall(fold(name))))


def same_name(one: str, other: str) -> bool:
    """Whether two Latin names are the same but for order, case, width and accents."""
    words = name_words(one)
    return bool(words) and words == name_words(other)


def contains_name(longer: str, shorter: str) -> bool:
    """Whether every word of a name of two or more words is in the other ("Amy Chan Tai Man")."""
    words = set(name_words(shorter))
    return len(words) > 1 and words < set(name_words(longer))


def same_chinese(one: str, other: str) -> bool:
    """Whether two Chinese names are the same but for 繁/簡, width and blanks."""
    folded = "".join(fold(one).split())
    return bool(folded) and folded == "".join(fold(other).split())
