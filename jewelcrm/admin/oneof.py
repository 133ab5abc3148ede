"""A word of the command line that is one of a few: told in one sentence when it is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from jewelcrm.console import WrongUse

LANGUAGES = ("en", "zh_HK", "zh_CN")

Word = TypeVar("Word", bound=str)


def one_of(text: str, known: Sequence[Word], option: str) -> Word:
    """A word of the command line, whatever its case.

    Raises:
        WrongUse: it is none of those known; says which are.
    """
    found = next((one for one in known if one.casefold() == text.casefold()), None)
    if found is None:
        raise WrongUse(
            "{option} cannot be “{text}”. Take one of: {known}.",
            option=option,
            text=text,
            known=", ".join(known),
        )
    return found
