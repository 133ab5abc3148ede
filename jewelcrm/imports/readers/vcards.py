"""vCards 2.1, 3.0 and 4.0 as a table: one card a row, one column for each kind of entry.

Pictures, sounds and keys are counted and left out. Entries we have no place for are kept in the
note, by name, so that nothing a person wrote is lost (RFC 2426, RFC 6350).
"""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from jewelcrm.imports.readers.cardlines import Entry, read_entry, unfolded
from jewelcrm.imports.readers.cardrows import COLUMNS, as_row
from jewelcrm.imports.readers.encodings import detect
from jewelcrm.imports.readers.model import LIMITS, Facts, ReadOptions, Row, Tally

NO_END = "the card has no end"
_LONG = f"an entry holds more than {LIMITS.cell:,} characters"
TOO_BIG = "the card is larger than {limit:,} characters"


@dataclass(slots=True)
class Card:
    """A card while it is read."""

    entries: list[Entry] = field(default_factory=list)
    wrong: str | None = None


class Vcards:
    """A file of vCards."""

    def __init__(self, path: Path, options: ReadOptions, *, zipped: bool = False) -> None:
        self.path = path
        self._zipped = zipped
        with self._bytes() as stream:
            self._encoding = options.encoding or detect(stream)
        self.columns = list(COLUMNS)
        self.facts = Facts("vcard", self._encoding, header=0)

    def rows(self, tally: Tally | None = None) -> Iterator[Row]:
        """Every card; positions start at 1."""
        tally = tally if tally is not None else Tally()
        with (
            self._bytes() as stream,
            io.TextIOWrapper(stream, self._encoding, errors="surrogateescape") as text,
        ):
            for position, card in enumerate(_cards(text), 1):
                cells = [_whole(cell) for cell in as_row(card.entries, tally)]
                long = any(len(cell) > LIMITS.cell for cell in cells)
                yield position, cells, card.wrong or (_LONG if long else None)

    def _bytes(self) -> BinaryIO:
        return cast("BinaryIO", gzip.open(self.path)) if self._zipped else self.path.open("rb")


def _whole(text: str) -> str:
    """Text without half characters: stray bytes are read as Western European."""
    if text.isascii():
        return text
    return re.sub("[\udc80-\udcff]+", lambda m: _stray(m[0]), text)


def _stray(piece: str) -> str:
    return piece.encode("utf-8", "surrogateescape").decode("latin-1")


def _cards(text: TextIO) -> Iterator[Card]:
    """The cards; one inside another (`AGENT`) is left out, one that never ends is told as such."""
    card: Card | None = None
    size, depth, agent = 0, 0, False
    for line in unfolded(text):
        word = line[:16].strip().upper()
        if word == "BEGIN:VCARD":
            inside = card is not None and (agent or depth > 1)
            if card is not None and not inside:
                yield _unended(card)
            if not inside:
                card, size, depth = Card(), 0, 0
            depth += 1
        elif word == "END:VCARD" and card is not None:
            depth -= 1
            if depth <= 0:
                yield card
                card, depth = None, 0
        elif card is not None and depth == 1:
            size += len(line)
            _take(card, line, size)
        agent = word.startswith("AGENT")
    if card is not None:
        yield _unended(card)


def _unended(card: Card) -> Card:
    card.wrong = NO_END
    return card


def _take(card: Card, line: str, size: int) -> None:
    if size > LIMITS.card:
        card.wrong = TOO_BIG.format(limit=LIMITS.card)
        return
    entry = read_entry(line)
    if entry is not None:
        card.entries.append(entry)
