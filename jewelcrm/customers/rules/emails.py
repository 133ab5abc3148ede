"""E-mail addresses and chat handles in the form in which equal ones are equal."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WRAPPED = re.compile(r".*<([^<>]+)>\s*$", re.DOTALL)
_EDGES = re.compile(r"^[\s.,;'\"]+|[\s.,;'\"]+$")
_LIKELY = re.compile(r"[^@\s\"(),:;<>\[\]\\]{1,64}@(?:[^@\s.,;:<>()\[\]\\]+\.)+[^@\s.\d,;]{2,63}")


@dataclass(frozen=True, slots=True)
class Email:
    """An address as given, as it is compared, and whether mail could reach it at all."""

    given: str
    normal: str
    valid: bool


def normal_email(text: str) -> Email:
    """The address in `text`, wrapped or not ("Amy <amy@x.hk>", "mailto:AMY@X.HK")."""
    given = text.strip()
    low = given.lower()
    if _is_plain(low):
        return Email(given, low, valid=True)
    bare = _WRAPPED.sub(r"\1", _folded(given))
    normal = _EDGES.sub("", _EDGES.sub("", bare).removeprefix("mailto:"))
    return Email(given, normal, len(normal) <= 254 and bool(_LIKELY.fullmatch(normal)))


def _is_plain(low: str) -> bool:
    """An address that the rules below would leave as it is: most are."""
    ends = low[:1].isalnum() and low[-1:].isalpha() and len(low) <= 254
    return ends and low.isascii() and bool(_LIKELY.fullmatch(low))


def normal_handle(text: str) -> str:
    """A chat name without case, width, blanks and the leading @."""
    return "".join(_folded(text).split()).removeprefix("@")


def mask_email(normal: str) -> str:
    """The address with its first letter and its domain: "a•••@example.hk"."""
    name, at, domain = normal.partition("@")
    return f"{name[:1]}•••{at}{domain}" if at else "••••"


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
