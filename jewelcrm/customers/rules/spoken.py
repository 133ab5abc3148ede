"""How people read a phone number: the usual ones without the library of all countries.

The library and what it compiles take 40 ms of the window's start, where a list shows Hong Kong's,
Macau's and the Mainland's mobile numbers, and few others.
"""

from __future__ import annotations

import re

_HERE = re.compile(r"\+(?:852|853(?=6))(\d{4})(\d{4})", re.ASCII)
_ELSEWHERE = re.compile(
    r"\+([17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)", re.ASCII
)
"""The country's code, of one, two or three digits, and the rest (ITU-T E.164)."""

_MAINLAND = re.compile(r"\+86(1[3-9]\d)(\d{4})(\d{4})", re.ASCII)


def national(e164: str) -> str:
    """How people of its country read a number that is kept as E.164."""
    usual = _HERE.fullmatch(e164) or _MAINLAND.fullmatch(e164)
    if usual is not None:
        return " ".join(usual.groups())
    from jewelcrm.customers.rules.phones import national_of

    return national_of(e164)


def in_a_list(e164: str) -> str:
    """The same; of other countries as one dials it from here, with the country's code before it."""
    usual = _HERE.fullmatch(e164) or _MAINLAND.fullmatch(e164)
    if usual is not None:
        return " ".join(usual.groups())
    abroad = _ELSEWHERE.fullmatch(e164)
    return f"+{abroad[1]} {abroad[2]}" if abroad else e164
