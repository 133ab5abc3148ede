"""Rows of a file that were not taken, kept on this PC until they are mended: not of the erased.

Such a row has no key of any record; whose it is, is told by her names, numbers and contacts. Rather
one row too many goes than one too few: the person's file still has it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from sqlcipher3 import dbapi2 as cipher

from db.shop.among import among
from db.types import Id

_TOLD_BY = {
    "customer": (
        "SELECT number, external_key, name, name_zh FROM customer WHERE id IN ",
        "SELECT normal, value FROM contact_point WHERE customer_id IN ",
    ),
    "contact_point": ("SELECT normal, value FROM contact_point WHERE id IN ",),
}
_DIGITS = re.compile(r"\D+")
_NUMBER = 8
"""So many last digits of a phone tell whose it is, however it was written."""

_SHORT = 4
"""Latin words shorter than this stand in too many rows."""


def forget(raw: cipher.Connection, table: str, ids: Sequence[Id]) -> None:
    """Drop the kept rows that name any of these people or contacts; before they go themselves."""
    known = _TOLD_BY.get(table, ())
    if not known or raw.execute("SELECT 1 FROM import_reject LIMIT 1").fetchone() is None:
        return
    told = {word for sql in known for row in among(raw, sql, ids) for word in row if word}
    words = {word.casefold() for word in told if len(word) >= _SHORT or not word.isascii()}
    ends = {_digits(word)[-_NUMBER:] for word in told}
    ends = {end for end in ends if len(end) == _NUMBER}
    raw.executemany(
        "DELETE FROM import_reject WHERE run = ? AND position = ?",
        list(_naming(raw, words, ends)),
    )


def _naming(raw: cipher.Connection, words: set[str], ends: set[str]) -> Iterator[tuple[Id, int]]:
    kept = raw.execute("SELECT run, position, cells, reason FROM import_reject").fetchall()
    for run, position, cells, reason in kept:
        texts = [*map(str, json.loads(cells)), reason]
        whole = "\n".join(texts).casefold()
        if any(word in whole for word in words) or any(
            end in _digits(text) for text in texts for end in ends
        ):
            yield run, position


def _digits(text: str) -> str:
    return _DIGITS.sub("", text)
