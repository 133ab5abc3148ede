"""What the index keeps of one record: its folded text, its tokens and its numbers.

Tokens are words as they are; Chinese as overlapping pairs and the last character; phones as
overlapping groups of four digits and the last three, marked with þ; a customer's own number as its
digits read backwards, marked with ð, so that its last digits are a prefix.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from db.shop.fold import compact, digits, fold, han_runs, is_han, pieces
from db.shop.search import romanise

PHONE, NUMBER, CHECK = "þ", "ð", "/"
WORD_LENGTH = 32  # characters of a word that are indexed and compared
FIELD_LENGTH = 400  # characters of one field that are read
WORDS = 80  # words of one record that are indexed
_SHOWN = 8  # phones that a list can show
_OFTEN = 24  # characters: longer texts hardly come twice

Contact = tuple[str, str, str]
"""Kind, normal form, value as it was given."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as the index keeps it."""

    text: str
    """Five lines: words, Chinese runs (simplified), phones' digits, numbers as written, and what
    a list shows of it: name, Chinese name, phones. So a candidate is checked, ranked and shown
    without reading (and deciphering) its record and its phones."""
    tokens: str
    """For the FTS table; empty for a record that has nothing but numbers."""
    keys: tuple[str, ...]
    """For the table of numbers."""


def of_customer(
    names: Sequence[str | None], contacts: Iterable[Contact], numbers: Sequence[str | None]
) -> Entry:
    """A customer: names, phones, mail and handles, and the numbers she is known by.

    The name as a list shows it comes first, the Chinese one second.
    """
    words: dict[str, None] = {}
    chinese: dict[str, None] = {}
    for name in filter(None, names):
        _read_name(name[:FIELD_LENGTH], words, chinese)
    phones: dict[str, None] = {}
    shown: dict[str, None] = {}
    for kind, normal, value in contacts:
        if kind in {"phone", "whatsapp"}:
            shown[normal] = None
            phones.update(dict.fromkeys(_phones(normal, value)))
        else:
            _read_name(normal[:FIELD_LENGTH], words, chinese)
    known = _clean(numbers)
    for number in known:
        if ":" in number:
            _read_old_number(number, words, chinese)
    tokens = _words(words)
    for run in chinese:
        tokens += romanise.tokens(run)
    for run in chinese:
        tokens += _pairs(run)
    for phone in phones:
        tokens += grams(phone)
    tokens += [NUMBER + tail for number in known for tail in _tails(number)]
    keys = tuple([key for number in known for key in whole_keys(number)])
    text = _text(words, chinese, phones, known, (*names[:2], *shown))
    return Entry(text, " ".join(dict.fromkeys(tokens)), keys)


def of_product(names: Sequence[str | None], numbers: Sequence[str | None]) -> Entry:
    """A piece in the catalogue: words of its names and numbers, and the numbers themselves."""
    words: dict[str, None] = {}
    chinese: dict[str, None] = {}
    known = _clean(numbers)
    for name in [*filter(None, names), *known]:
        _read_name(name[:FIELD_LENGTH], words, chinese)
    pairs = [pair for run in chinese for pair in _pairs(run)]
    tokens = " ".join(dict.fromkeys([*_words(words), *pairs]))
    keys = tuple(key for number in known for key in whole_keys(number))
    return Entry(_text(words, chinese, (), known, names[:2]), tokens, keys)


def of_paper(numbers: Sequence[str | None]) -> Entry:
    """An order or a receipt, which has nothing but numbers."""
    known = _clean(numbers)
    return Entry(_text((), (), (), known, ()), "", tuple(k for n in known for k in paper_keys(n)))


def whole_keys(number: str) -> list[str]:
    """How a number is found from its start: whole, and without the branch (`a0001237`).

    An old system's number (`pos1:INV-0042`) is found without the name of the system too.
    """
    keys = [compact(number)]
    if ":" in number:
        keys.append(compact(number.partition(":")[2]))
    parts = number.split("-")
    if len(parts) > 3:
        keys.append(compact("".join(parts[1:])))
    return [key for key in keys if key]


def paper_keys(number: str) -> list[str]:
    """How a paper's number is found: from its start, and from its last digits.

    One key serves the last digits with the check digit and without it (`ð32100010/7`): keys in
    the order of last digits lie all over the table, and each costs a page to every commit.
    """
    backwards = _tails(number)
    if len(backwards) > 1:
        return [*whole_keys(number), f"{NUMBER}{backwards[1]}{CHECK}{backwards[0][0]}"]
    return [*whole_keys(number), *(NUMBER + tail for tail in backwards)]


def keys_of(kind_is_paper: bool, text: str) -> list[str]:  # noqa: FBT001 - read by one caller
    """The keys of an entry, from its text, to take them out again."""
    make = paper_keys if kind_is_paper else whole_keys
    return list(dict.fromkeys(key for number in numbers_in(text) for key in make(number)))


def numbers_in(text: str) -> list[str]:
    """The numbers of an entry's text, as they were written."""
    line = text.split("\n")[3]
    return line.split("\t") if line else []


def shown_in(text: str) -> tuple[str, str, list[str]]:
    """The name, the Chinese name and the phones of an entry's text."""
    name, chinese, *phones = [*text.split("\n")[4].split("\t"), ""][: _SHOWN + 2]
    return name, chinese, [phone for phone in phones if phone]


def ends(number: str) -> list[str]:
    """The digit strings whose ends count as the number's last digits.

    The check digit is counted or not: `HK01-A-000123-7` ends with 1237 and with 123.
    """
    whole = digits(number)
    parts = number.split("-")
    if len(parts) > 3 and len(parts[-1]) == 1 and parts[-1].isdigit():
        return [whole, whole[:-1]]
    return [whole] if whole else []


def grams(phone: str) -> list[str]:
    """A phone's groups of four digits and its last three."""
    return [PHONE + phone[at : at + 4] for at in range(max(1, len(phone) - 2))]


def _tails(number: str) -> list[str]:
    return [tail[::-1][:WORD_LENGTH] for tail in ends(number)]


def _read_name(name: str, words: dict[str, None], chinese: dict[str, None]) -> None:
    """Sort a text's pieces into words and Chinese runs."""
    found, runs = _name_pieces(name) if len(name) <= _OFTEN else _pieces_of(name)
    for word in found:
        words[word] = None
    for run in runs:
        chinese[run] = None


def _pieces_of(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A text's words and its Chinese runs as they were written."""
    found = pieces(fold(name))
    if name.isascii():
        return tuple([piece[:WORD_LENGTH] for piece in found]), ()
    words = tuple([piece[:WORD_LENGTH] for piece in found if not is_han(piece)])
    return words, tuple(han_runs(name))


_name_pieces = lru_cache(maxsize=8192)(_pieces_of)
"""Names come again: a list of a hundred thousand has a few thousand different ones."""


def _read_old_number(number: str, words: dict[str, None], chinese: dict[str, None]) -> None:
    """An older system's number (`northwind:ALFKI`) that has letters is typed like a name."""
    own = number.rpartition(":")[2]
    if not own.isdigit():
        _read_name(own, words, chinese)


def _words(words: Iterable[str]) -> list[str]:
    return list(words)[:WORDS]


@lru_cache(maxsize=8192)
def _pairs(run: str) -> tuple[str, ...]:
    folded = fold(run)
    return tuple([folded[at : at + 2] for at in range(len(folded))])


def _phones(normal: str, value: str) -> list[str]:
    """The digits of a phone in its normal form, and as given when they are others."""
    known = digits(normal[:FIELD_LENGTH])[:WORD_LENGTH]
    if value == normal:
        return [known] if known else []
    given = digits(value[:FIELD_LENGTH])[:WORD_LENGTH]
    return [phone for phone in ([known] if given in known else [known, given]) if phone]


def _clean(numbers: Iterable[str | None]) -> list[str]:
    """Numbers as written, without what the entry's text keeps apart by."""
    found = (_line(number)[:80] for number in numbers if number)
    return list(dict.fromkeys(number for number in found if number))


def _text(
    words: Iterable[str],
    chinese: Iterable[str],
    phones: Iterable[str],
    numbers: Iterable[str],
    shown: Sequence[str | None],
) -> str:
    kept = "\t".join([_line(value or "") for value in shown[: _SHOWN + 2]])
    han = " ".join([fold(run) for run in chinese])
    folded = " ".join(_words(words)), han, " ".join(phones)
    return "\n".join((*folded, "\t".join(numbers), kept))


def _line(value: str) -> str:
    """Without line ends and tabs, and not endless."""
    return " ".join(value[:FIELD_LENGTH].split())
