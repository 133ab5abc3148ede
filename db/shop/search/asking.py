"""Reading what was typed, and the rule that says which records it finds.

**The rule.** What is typed (its first 200 characters) is folded and cut into terms; a customer or
product is found when *every* term, in any order, is found in it:

- a word is the beginning of one of its words: of a name, a part of its mail address or handle, or
  its Chinese name in pinyin, Jyutping or Hong Kong spelling;
- a syllable of pinyin or Jyutping with its tone (`zoeng1`) is the syllable without it;
- Chinese characters stand in one of its Chinese names, next to each other and in that order;
- digits (with spaces, hyphens, + and brackets between them they are one number) stand anywhere in
  one of its phones, or are the last digits of one of its numbers, or begin a word. Of fewer than
  three digits, only those count that do not begin within a phone's last two.

Any record is also found when the whole that was typed, letters and digits only, is the beginning
of one of its numbers, with or without the branch; and an order or a receipt when it is the last
three digits or more of its number, or the last four or more with the check digit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.shop.fold import compact, digits, fold, is_han, pieces
from db.shop.search.entry import NUMBER, PHONE, WORD_LENGTH, ends
from db.shop.search.romanise import is_syllable, may_begin

LENGTH = 200  # characters that are read
TERMS = 12  # terms that are looked for
HOME_CODE = "852"
_CUT = re.compile(r"[\s,;，、；|]+")
_DIGITS = re.compile(r"[0-9+()\-.]*[0-9][0-9+()\-.]*")
_MIXED = re.compile(r"([^\W\d_]{2,})([0-9]{3,})")
_TONED = re.compile(r"([a-z]{1,6})[1-6]")
_LISTED = 6  # letters: FTS5 keeps no list of longer beginnings, and makes it for each question
_LONGEST_PHONE = 17  # digits: fifteen of E.164, and a 00 before them


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be found."""

    kind: str
    """word | han | digits | mixed: `cha4567`, one word or a word and digits."""
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, read."""

    terms: tuple[Term, ...]
    number: str
    """All letters and digits of it, if it can be a number; otherwise empty."""
    match: str
    """The FTS5 expression that finds every record of the rule, and a few more."""
    quick: str
    """The same, or one that finds more still but need not wait for the list of a long word."""
    doubtful: tuple[Term, ...]
    """The terms that the expression alone cannot prove."""


def read(text: str) -> Asked | None:
    """Read what was typed; None when there is nothing to look for."""
    plain = text[:LENGTH].encode("utf-8", "ignore").decode("utf-8")
    folded = fold("".join(c if c.isprintable() else " " for c in plain))
    terms = list(dict.fromkeys(_terms(folded)))[:TERMS]
    if not terms:
        return None
    whole = compact(folded)
    numeric = any(c in "0123456789" for c in whole) and folded.isascii()
    ordered = sorted(terms, key=_width)
    match = " AND ".join(_expression(term) for term in ordered)
    quick = " AND ".join(_quick(term) for term in ordered)
    doubtful = tuple(term for term in terms if _is_doubtful(term))
    return Asked(tuple(terms), whole if numeric else "", match, quick, doubtful)


def lines_of(text: str) -> list[str]:
    """The five lines of an entry's text, as the questions below want them."""
    return text.split("\n", 4)


def proven(asked: Asked, text: str) -> bool:
    """True when the entry's text has every term that the index alone cannot prove."""
    if not asked.doubtful:
        return True
    lines = lines_of(text)
    return all(_proven(term, lines) for term in asked.doubtful)


def is_phone(asked: Asked, lines: list[str]) -> bool:
    """True when what was typed is one of the entry's phones, with or without the country's code."""
    if len(asked.number) < 7 or not asked.number.isdigit():
        return False
    phones = lines[2].split()
    forms = phone_forms(asked.number)
    return any(phone.endswith(form) for form in forms for phone in phones)


def closeness(asked: Asked, lines: list[str]) -> int:
    """How many terms are a whole word or name, or the end of a number, not only a part."""
    whole = f" {lines[0]} {lines[1]} "
    return sum(
        f" {term.text} " in whole or (term.kind == "digits" and _is_end(term.text, lines))
        for term in asked.terms
    )


def phone_forms(run: str) -> list[str]:
    """The digits as they may stand in a phone kept with its country code."""
    bare = run.lstrip("0")
    return [run, bare] if run.startswith("0") and len(bare) >= 6 else [run]


def _terms(folded: str) -> list[Term]:
    terms: list[Term] = []
    number = ""
    for chunk in _CUT.split(folded):
        if _DIGITS.fullmatch(chunk):
            number += "".join(c for c in chunk if c.isdigit())
            continue
        if number:
            terms.append(Term("digits", number))
            number = ""
        terms += _pieces(chunk)
    return [*terms, Term("digits", number)] if number else terms


def _pieces(chunk: str) -> list[Term]:
    """The terms of a chunk that is not a bare number; in an address digits are words."""
    address = "@" in chunk
    return [_term(piece, address=address) for piece in pieces(chunk)]


def _term(piece: str, *, address: bool) -> Term:
    if is_han(piece):
        return Term("han", piece)
    if address:
        return Term("word", piece)
    if piece.isascii() and piece.isdigit():
        return Term("digits", piece)
    toned = _TONED.fullmatch(piece)
    if toned and is_syllable(toned[1]):
        return Term("word", toned[1])
    return Term("mixed" if _MIXED.fullmatch(piece) else "word", piece)


def _expression(term: Term) -> str:
    if term.kind == "han":
        return _han(term.text)
    if term.kind == "digits":
        return _digits(term.text)
    if term.kind == "mixed":
        letters, number = _split(term.text)
        return f"({_prefix(term.text)} OR ({_prefix(letters)} AND {_digits(number)}))"
    return _prefix(term.text)


def _quick(term: Term) -> str:
    return _prefix(term.text[:_LISTED]) if _is_long(term) else _expression(term)


def _is_long(term: Term) -> bool:
    """A word of which FTS5 keeps no list, and which an entry's text can prove.

    As a Chinese name sounds is in the index alone.
    """
    return term.kind == "word" and len(term.text) > _LISTED and not may_begin(term.text)


def _prefix(word: str) -> str:
    return f'"{word[:WORD_LENGTH]}"*'


def _han(run: str) -> str:
    """One character begins a pair or is the last; more are pairs, all of them."""
    if len(run) == 1:
        return f'"{run}"*'
    pairs = dict.fromkeys(run[at : at + 2] for at in range(len(run) - 1))
    return " AND ".join(f'"{pair}"' for pair in pairs)


def _digits(run: str) -> str:
    ways = [_in_phone(form) for form in phone_forms(run) if len(form) <= _LONGEST_PHONE]
    ways += [f'"{NUMBER}{run[::-1][:WORD_LENGTH]}"*', _prefix(run)]
    return f"({' OR '.join(ways)})"


def _in_phone(run: str) -> str:
    """Every group of four: fewer would let through too many.

    Only the group that has Hong Kong's own code in it is left out when there are others: nearly
    every phone has it, so that it costs milliseconds and says nothing (the run is proven anyway).
    """
    if len(run) < 4:
        return f'"{PHONE}{run}"*'
    first = 1 if len(run) > 4 and run.startswith(HOME_CODE) else 0
    found = dict.fromkeys(f'"{PHONE}{run[at : at + 4]}"' for at in range(first, len(run) - 3))
    return f"({' AND '.join(found)})"


def _is_doubtful(term: Term) -> bool:
    """The index itself compares short runs, and words to their 32nd character."""
    if term.kind == "word":
        return _is_long(term)
    if term.kind == "han":
        return len(term.text) > 2
    if term.kind == "mixed":
        return len(_split(term.text)[1]) > 4
    return term.kind == "digits" and len(term.text) > 4


def _proven(term: Term, lines: list[str]) -> bool:
    if term.kind == "word":
        return _has_word(term.text[:WORD_LENGTH], lines)
    if term.kind == "han":
        return any(term.text in run for run in lines[1].split())
    if term.kind == "mixed" and _has_word(term.text, lines):
        return True
    return _has_digits(term.text if term.kind == "digits" else _split(term.text)[1], lines)


def _has_digits(run: str, lines: list[str]) -> bool:
    if any(form in lines[2] for form in phone_forms(run)):
        return True
    numbers = lines[3].split("\t")
    return any(end.endswith(run) for number in numbers for end in ends(number)) or _has_word(
        run, lines
    )


def _has_word(word: str, lines: list[str]) -> bool:
    return any(known.startswith(word) for known in lines[0].split())


def _split(mixed: str) -> tuple[str, str]:
    found = _MIXED.fullmatch(mixed)
    if found is None:
        raise ValueError("not a word and digits")
    return found[1], found[2]


def _is_end(run: str, lines: list[str]) -> bool:
    if f"{run} " in f"{lines[2]} ":
        return True
    if run not in digits(lines[3]):
        return False
    return any(end.endswith(run) for number in lines[3].split("\t") for end in ends(number))


def _width(term: Term) -> int:
    """The terms that find least come first."""
    return -len(term.text) * (3 if term.kind == "han" else 1)
