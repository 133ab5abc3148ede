"""Folding: the one form in which texts are compared, whoever typed them and however.

Full and half width become one, letters lose case, accents and apostrophes, and a traditional
Chinese character becomes its simplified one. Folding twice changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from resources.find import find

HAN = "\u3005\u3007\u3400-\u9fff\U00020000-\U0003ffff"
"""Chinese characters, as a class for regular expressions (after NFKC)."""

_ASCII_PIECE = re.compile("[0-9A-Za-z]+")
_HAN_ONLY = re.compile(rf"[{HAN}]+")
_NOT_ALNUM = re.compile(r"[^0-9a-z]+")
_NOT_DIGITS = re.compile(r"[^0-9]+")
_LETTERS = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ħ": "h",
    "ŋ": "n",
    "ı": "i",
    "ĸ": "k",
    "ŧ": "t",
}
"""Letters that no decomposition turns into plain ones; þ and ð must never come out of folding,
because the index marks its digits with them."""

_APOSTROPHES = "'\u2018\u2019\u02bc\u02bb`\u00b4\u2032"


@lru_cache(maxsize=1)
def _piece() -> re.Pattern[str]:
    """Compiled when first wanted: it takes 6 ms, and nobody searches before the list is there."""
    return re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")


def fold(text: str) -> str:
    """The text as it is compared."""
    if text.isascii():
        low = text.lower()
        return low if low.isalnum() else low.replace("'", "").replace("`", "")
    if _HAN_ONLY.fullmatch(text):
        return text.translate(_variants())
    previous, now = text, _once(text)
    while now != previous:  # a few letters need a second round to settle
        previous, now = now, _once(now)
    return now


def pieces(folded: str) -> list[str]:
    """The words of a folded text; a run of Chinese characters is a piece of its own."""
    return (_ASCII_PIECE if folded.isascii() else _piece()).findall(folded)


def is_han(piece: str) -> bool:
    """True when the piece is made of Chinese characters."""
    return not piece.isascii() and _HAN_ONLY.match(piece) is not None


def han_runs(text: str) -> list[str]:
    """The runs of Chinese characters of a text, as they were written (not folded)."""
    return [] if text.isascii() else _HAN_ONLY.findall(unicodedata.normalize("NFKC", text))


def digits(text: str) -> str:
    """The digits 0 to 9 of a text, full-width ones included."""
    if text.isascii():
        tail = text[1:] if text[:1] == "+" else text
        return tail if tail.isdigit() else _NOT_DIGITS.sub("", tail)
    return _NOT_DIGITS.sub("", unicodedata.normalize("NFKC", text))


def compact(text: str) -> str:
    """The text's plain letters and digits only, folded: `HK01-A-000123-7` is `hk01a0001237`."""
    bare = text.replace("-", "")
    if bare.isascii() and bare.isalnum():
        return bare.lower()
    return _NOT_ALNUM.sub("", fold(text))


def unfolded(char: str) -> list[str]:
    """A folded Chinese character and all characters that fold to it."""
    return [char, *_sources().get(char, ())]


def _once(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return unicodedata.normalize("NFKC", bare).translate(_variants())


@lru_cache(maxsize=1)
def _variants() -> dict[int, str | None]:
    """What each character becomes: letters, apostrophes, traditional characters."""
    above, below = find("search/variants.txt").read_text("utf-8").split("\n")[:2]
    table: dict[int, str | None] = dict(zip(map(ord, above), below, strict=True))
    table.update((ord(letter), plain) for letter, plain in _LETTERS.items())
    table.update((ord(mark), None) for mark in _APOSTROPHES)
    return table


@lru_cache(maxsize=1)
def _sources() -> dict[str, list[str]]:
    sources: dict[str, list[str]] = {}
    for code, simple in _variants().items():
        if simple and not simple.isascii():
            sources.setdefault(simple, []).append(chr(code))
    return sources
