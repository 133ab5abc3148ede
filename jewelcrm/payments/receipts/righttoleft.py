"""Arabic and Hebrew on paper: letters joined, and a line put in the order in which it is drawn.

One line at a time, by the Unicode bidirectional algorithm (UAX #9) without its explicit controls,
which `letters.clean` takes away. A test compares the order with Qt's; the libraries that could do
it without Qt are not under a permissive licence. Letters are joined through the presentation forms
of Unicode itself, so that no font has to do it. A line begins on the left unless its first letter
is one that is written from the right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby

_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_OPENING, _CLOSING = "([{（［｛「『【〔〈《⟨｢", ")]}）］｝」』】〕〉》⟩｣"
_PAIRS = dict(zip(_OPENING, _CLOSING, strict=True))
_MIRRORED = {
    **_PAIRS,
    **dict(zip(_CLOSING, _OPENING, strict=True)),
    **dict(zip("<>«»‹›", "><»«›‹", strict=True)),
}
_FORMS = ("isolated", "final", "initial", "medial")
_LAM, _ALEFS = "\u0644", "\u0622\u0623\u0625\u0627"


def visual(text: str) -> str:
    """The line as it is drawn, from left to right; a line without such letters as it is."""
    return text if text.isascii() or not _FROM_RIGHT.search(text) else _turned(text)


@lru_cache(maxsize=4_000)
def _turned(text: str) -> str:
    joined = shaped(text)
    levels = _levels(joined)
    order = list(range(len(joined)))
    for level in range(max(levels), 0, -1):
        order = _reversed_runs(order, levels, level)
    return "".join(
        _MIRRORED.get(joined[at], joined[at]) if levels[at] % 2 else joined[at] for at in order
    )


def _reversed_runs(order: list[int], levels: list[int], level: int) -> list[int]:
    """Rule L2: each run of this depth or more is turned round."""
    made: list[int] = []
    for high, run in groupby(order, key=lambda at: levels[at] >= level):
        part = list(run)
        made += part[::-1] if high else part
    return made


# Joining -----------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _joining() -> dict[str, dict[str, str]]:
    """Each letter's forms, as Unicode itself gives them: beside, behind, before and between."""
    found: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFBFF), *range(0xFE70, 0xFEFF)):
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        form = kind.strip("<>")
        if form in _FORMS:
            letter = "".join(chr(int(one, 16)) for one in letters)
            found.setdefault(letter, {}).setdefault(form, chr(code))
    return found


def shaped(text: str) -> str:
    """Arabic letters in the forms they have beside each other, in the order they are read."""
    letters = list(_with_ligatures(text))
    solid = [at for at, one in enumerate(letters) if unicodedata.category(one[0]) != "Mn"]
    made = list(letters)
    for turn, at in enumerate(solid):
        before = letters[solid[turn - 1]] if turn else ""
        after = letters[solid[turn + 1]] if turn + 1 < len(solid) else ""
        behind, ahead = _reaches(before), _takes(after)
        made[at] = _form(letters[at], behind=behind, ahead=ahead)
    return "".join(made)


def _with_ligatures(text: str) -> Iterator[str]:
    """Lam and alef are one letter."""
    at = 0
    while at < len(text):
        pair = text[at : at + 2]
        one = pair if len(pair) == 2 and pair[0] == _LAM and pair[1] in _ALEFS else text[at]
        yield one
        at += len(one)


def _reaches(letter: str) -> bool:
    """It joins to the one that follows."""
    return letter == "\u0640" or "initial" in _joining().get(letter, {})


def _takes(letter: str) -> bool:
    """It joins to the one before."""
    return letter == "\u0640" or "final" in _joining().get(letter, {})


def _form(letter: str, *, behind: bool, ahead: bool) -> str:
    forms = _joining().get(letter, {})
    behind, ahead = behind and "final" in forms, ahead and "initial" in forms
    if behind and ahead:
        return forms.get("medial", letter)
    return forms.get("final" if behind else "initial" if ahead else "isolated", letter)


# Order -------------------------------------------------------------------------------------------


def _levels(text: str) -> list[int]:
    """The depth of each character: even from the left, odd from the right."""
    kinds = [unicodedata.bidirectional(character) or "L" for character in text]
    first = next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L")
    base = 0 if first == "L" else 1
    edge = "R" if base else "L"
    for rule in (_marks, _digits, _signs):
        kinds = rule(kinds, edge)
    kinds = _others(_brackets(text, kinds, edge), edge)
    return [base + _raised(kind, base) for kind in kinds]


def _raised(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if base:
        return 0 if kind == "R" else 1
    return {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _marks(kinds: list[str], edge: str) -> list[str]:
    """A mark is as the letter it stands on (W1)."""
    made: list[str] = []
    for kind in kinds:
        made.append((made[-1] if made else edge) if kind == "NSM" else kind)
    return made


def _digits(kinds: list[str], edge: str) -> list[str]:
    """European digits after an Arabic letter are Arabic ones; Arabic letters are as others (W2)."""
    strong, made = edge, []
    for kind in kinds:
        strong = kind if kind in {"L", "R", "AL"} else strong
        made.append("AN" if kind == "EN" and strong == "AL" else kind)
    return ["R" if kind == "AL" else kind for kind in made]


_WITHIN = {"CS": ("EN", "AN"), "ES": ("EN",)}
"""Signs that stand within a number: 1,280.50 and 12-5."""


def _signs(kinds: list[str], edge: str) -> list[str]:
    """Signs within and beside numbers belong to them (W4 to W7)."""
    made = list(kinds)
    for at in range(1, len(made) - 1):
        if made[at - 1] == made[at + 1] and made[at - 1] in _WITHIN.get(made[at], ()):
            made[at] = made[at - 1]
    made = _runs(made, lambda kind: kind == "ET", _beside_number)
    made = ["ON" if kind in {"ES", "ET", "CS"} else kind for kind in made]
    strong = edge
    for at, kind in enumerate(made):
        strong = kind if kind in {"L", "R"} else strong
        made[at] = "L" if kind == "EN" and strong == "L" else kind
    return made


def _beside_number(before: str, after: str) -> str:
    return "EN" if "EN" in {before, after} else "ET"


def _brackets(text: str, kinds: list[str], edge: str) -> list[str]:
    """Both of a pair of brackets stand the same way, and as what is in them does (N0)."""
    made = list(kinds)
    for opens, closes in _pairs(text, kinds):
        within = {_side(kind) for kind in made[opens + 1 : closes]} - {""}
        if not within:
            continue
        before = next(filter(None, map(_side, reversed(made[:opens]))), edge)
        turned = edge if edge in within else before
        for at in (opens, closes):
            made[at] = turned
            _marks_after(text, made, at)
    return made


def _pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    """Where brackets open and close, the first to open first (BD16)."""
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for at, character in enumerate(text):
        if kinds[at] != "ON":
            continue
        if character in _PAIRS:
            opened.append(at)
        elif character in _CLOSING:
            fits = [turn for turn, one in enumerate(opened) if _PAIRS[text[one]] == character]
            if fits:
                found.append((opened[fits[-1]], at))
                del opened[fits[-1] :]
    return sorted(found)


def _side(kind: str) -> str:
    """Which way it stands; numbers as what is written from the right; empty: neither."""
    return "L" if kind == "L" else "R" if kind in {"R", "EN", "AN"} else ""


def _marks_after(text: str, made: list[str], at: int) -> None:
    """Marks on a bracket stand as it does."""
    for beyond in range(at + 1, len(made)):
        if unicodedata.bidirectional(text[beyond]) != "NSM":
            return
        made[beyond] = made[at]


def _others(kinds: list[str], edge: str) -> list[str]:
    """What has no direction takes that of both sides, else the line's (N1, N2)."""

    def between(before: str, after: str) -> str:
        sides = {("L" if side == "L" else "R") if side else edge for side in (before, after)}
        return sides.pop() if len(sides) == 1 else edge

    return _runs(kinds, lambda kind: kind not in {"L", "R", "EN", "AN"}, between)


def _runs(
    kinds: list[str], wanted: Callable[[str], bool], becomes: Callable[[str, str], str]
) -> list[str]:
    """Runs of what is wanted, each turned into what its two neighbours make of it."""
    made: list[str] = []
    for is_wanted, run in groupby(kinds, key=wanted):
        part = list(run)
        if is_wanted:
            at = len(made)
            before = made[-1] if made else ""
            after = kinds[at + len(part)] if at + len(part) < len(kinds) else ""
            part = [becomes(before, after)] * len(part)
        made += part
    return made
