"""Hong Kong identity card numbers: noticed, so that they can be refused where none may be kept.

Code of Practice on the Identity Card Number and other Personal Identifiers (Cap. 486 s.12): a shop
may not record the number for membership, offers or collection. It is never needed on a customer's
card; where law asks for it (specified cash transactions), it has its own locked field.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from jewelcrm.errors import CanFix

_BODY = r"(?P<letters>[A-Z]{1,2})[ ]?(?P<digits>\d{6})"
_BRACKETED = re.compile(rf"(?<![A-Z0-9]){_BODY}[ ]?\([ ]?(?P<check>[0-9A])[ ]?\)", re.ASCII)
_BARE = re.compile(rf"(?<![A-Z0-9#]){_BODY}[ -]?(?P<check>[0-9A])(?![A-Z0-9])", re.ASCII)
_SPACE, _TEN = 36, 10


def check_digit(letters: str, digits: str) -> str:
    """The check digit of an identity card number ("A", "123456" gives "3").

    Weights 9 to 2, letters A=10 to Z=35, a missing first letter 36; modulo 11, ten written A.
    """
    values = [ord(letter) - 55 for letter in letters.rjust(2)] + [int(digit) for digit in digits]
    if len(letters) == 1:
        values[0] = _SPACE
    total = sum(value * weight for value, weight in zip(values, range(9, 1, -1), strict=True))
    check = -total % 11
    return "A" if check == _TEN else str(check)


def holds_identity_number(text: str) -> bool:
    """Whether the text holds what looks like an identity card number.

    With its bracketed check digit always; without brackets only when the check digit is right.
    An item code is let through when it is written with # before it.
    """
    folded = unicodedata.normalize("NFKC", text).upper()
    if _BRACKETED.search(folded):
        return True
    return any(
        check_digit(match["letters"], match["digits"]) == match["check"]
        for match in _BARE.finditer(folded)
    )


def refuse_identity_numbers(fields: Mapping[str, object]) -> None:
    """Refuse any text among the fields that holds an identity card number.

    Raises:
        CanFix: names the field, the law, and the way out.
    """
    for name, value in fields.items():
        if isinstance(value, str) and holds_identity_number(value):
            raise CanFix(
                "This looks like a Hong Kong identity card number. A shop may not keep it here"
                " (Cap. 486, Code of Practice on the Identity Card Number). Take it out;"
                " write # before an item code.",
                field=name,
            )
