"""Errors in the language of the person: what can be mended, what must wait, what is our fault."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from ui.format import day_text
from ui.i18n import chinese, later

if TYPE_CHECKING:
    from jewelcrm.errors import Words


class Said(NamedTuple):
    """Words for a person, and the field they belong to (empty: none).

    `words` makes them anew: what stays on the screen follows the language.
    """

    words: Callable[[], str]
    field: str = ""

    @property
    def text(self) -> str:
        """In the language in force."""
        return self.words()


def words_for(error: Exception) -> Said | None:
    """Words for what can be mended or must wait; None for a fault of ours."""
    from jewelcrm.errors import explain  # brings the store's driver along: not before first paint

    words = explain(error)
    if words.kind == "bug":
        return None
    return Said(lambda: _in_words(words), words.field_name or "")


def _in_words(words: Words) -> str:
    if not words.values:
        return later(str(words))
    return later(words.template, {key: _plain(value) for key, value in words.values.items()})


def _plain(value: object) -> object:
    """Words of the shop among the values, also several of them: the stages an order may go to.

    A day is written as it is typed.
    """
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return day_text(value)
    if not isinstance(value, str):
        return value
    comma = "、" if chinese() else ", "
    return comma.join(later(part) for part in value.split(", ")) if ", " in value else later(value)
