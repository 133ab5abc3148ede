"""What may stand in the fields of a card: tidied when it can be, refused with the fix when not."""

from __future__ import annotations

import difflib
import re
import unicodedata

from jewelcrm.customers.lists import Choices
from jewelcrm.errors import CanFix

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


def tidy(text: str | None) -> str | None:
    """One line without control characters and double blanks; None when nothing is left."""
    if text is None:
        return None
    return " ".join(_CONTROL.sub("", unicodedata.normalize("NFC", text)).split()) or None


def tidy_body(text: str) -> str:
    """Several lines, each without control characters and trailing blanks."""
    plain = _CONTROL.sub("", unicodedata.normalize("NFC", text).replace("\r\n", "\n"))
    return "\n".join(line.rstrip() for line in plain.split("\n")).strip()


def listed(field: str, choices: Choices, text: str | None) -> str | None:
    """The code of the choice a person wrote, in any of its words; nothing stays nothing.

    Raises:
        CanFix: it is not in the list; offers the nearest that is.
    """
    wanted = tidy(text)
    if wanted is None:
        return None
    code = choices.read(wanted) or choices.read(wanted.rstrip("."))
    if code is None:
        raise _not_listed(field, choices, wanted)
    return code


def required(field: str, label: str, text: str | None) -> str:
    """The tidied text, which must not be empty.

    Raises:
        CanFix: asks for it by `label`.
    """
    wanted = tidy(text)
    if wanted is None:
        raise CanFix("Fill in: {label}.", field=field, label=label)
    return wanted


def required_choice(field: str, choices: Choices, text: str) -> str:
    """The code of the choice, which must be one.

    Raises:
        CanFix: it is empty or not in the list.
    """
    code = listed(field, choices, text)
    if code is None:
        raise _not_listed(field, choices, "")
    return code


def country(text: str | None) -> str | None:
    """A country's two letters (ISO 3166).

    Raises:
        CanFix: it is something else.
    """
    code = tidy(text)
    if code is not None and not re.fullmatch(r"[A-Za-z]{2}", code, re.ASCII):
        raise CanFix("Write the country in two letters, such as HK, MO or CN.", field="country")
    return code and code.upper()


def _not_listed(field: str, choices: Choices, wanted: str) -> CanFix:
    words = {word: choice for choice in choices for word in (choice.code, choice.en, choice.zh)}
    near = difflib.get_close_matches(wanted, words, n=1, cutoff=0.6)
    if near:
        return CanFix(
            "“{value}” is not in the list. Did you mean {nearest}?",
            field=field,
            value=wanted,
            nearest=words[near[0]].en,
        )
    return CanFix(
        "“{value}” is not in the list. Choose one of: {choices}.",
        field=field,
        value=wanted,
        choices=", ".join(choice.en for choice in choices),
    )
