"""How to reach a person: telephones, e-mail, WhatsApp and WeChat out of a row's cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jewelcrm.customers.rules.emails import normal_email, normal_handle
from jewelcrm.customers.rules.phones import normal_phone, split_phones
from jewelcrm.imports.readers.model import Tally
from jewelcrm.imports.rules.cells import Cells
from jewelcrm.imports.rules.values import one_line


@dataclass(frozen=True, slots=True)
class Reach:
    """One way to reach a person, in its normal form too."""

    kind: str
    value: str
    normal: str
    label: str | None
    checked: str | None


_LABEL = re.compile(r"\s*[(（]([^()（）]*[^\W\d][^()（）]*)[)）]\s*$")
_MAILS = re.compile(r"[;,\n]\s*|\s+(?=\S+@)")


def read_reaches(cells: Cells, region: str, tally: Tally) -> Iterator[Reach]:
    """Every way to reach her that a row names; `region` is where short numbers belong."""
    for label, text in cells.get("phone", ()):
        alone = text.isdigit() or _SHORTENED.fullmatch(text.strip())
        pieces = [text] if alone else split_phones(text.replace(" ext. ", " ext "))
        for piece in pieces:
            if reach := _phone(piece, label, region, tally):
                yield reach
    for label, text in cells.get("email", ()):
        for piece in [text] if "<" in text else _MAILS.split(text.strip()):
            if piece.strip():
                yield _email(piece, label, tally)
    for name in ("whatsapp", "wechat"):
        found = cells.get(name)
        if found and (text := one_line(found[0][1])):
            yield _handle(name, text, region)


def _phone(text: str, label: str, region: str, tally: Tally) -> Reach | None:
    piece, label = _labelled(text, label)
    if not piece:
        return None
    piece = _unshortened(piece)
    normal, kind, valid = read_phone(piece, region)
    if not valid:
        tally.add("{n} phone numbers could not be made sure of; they are kept as given and marked")
    fax = label.casefold() in {"fax", "傳真", "传真"}
    guess = "mobile" if kind == "mobile" else None
    kept = "other" if fax else "phone"
    return Reach(kept, piece, normal, label or guess, _mark(valid))


def _labelled(text: str, label: str) -> tuple[str, str]:
    """`2345 6789 (office)` in its two parts; the column's own label comes first."""
    piece = one_line(text)
    if found := _LABEL.search(piece):
        return piece[: found.start()], label or found[1].strip()[:40]
    return piece, label


def _mark(valid: bool) -> str:  # noqa: FBT001
    return "valid" if valid else "unlikely"


_SHORTENED = re.compile(r"\d(?:[.,](\d{1,20}))?[eE]\+?(\d{1,2})")
"""A spreadsheet's way of writing a long number: `8.52912E+10`."""


def _unshortened(text: str) -> str:
    """The number, when none of its digits are lost."""
    found = _SHORTENED.fullmatch(text)
    if found is None:
        return text
    decimals, moved = (found[1] or "").rstrip("0"), int(found[2])
    whole = len(found[1] or "") >= moved >= len(decimals)
    return text[0] + decimals.ljust(moved, "0") if whole else text


@lru_cache(maxsize=16384)
def read_phone(text: str, region: str) -> tuple[str, str, bool]:
    """Normal form, kind, and whether the number plan knows it."""
    if _SHORTENED.fullmatch(text):
        return text.casefold(), "other", False
    phone = normal_phone(text, region)
    return phone.normal, phone.kind, phone.valid


def _email(text: str, label: str, tally: Tally) -> Reach:
    piece, label = _labelled(text, label)
    email = normal_email(piece)
    if not email.valid:
        tally.add("{n} e-mail addresses look wrong; they are kept as given and marked")
    return Reach("email", piece, email.normal, label or None, _mark(email.valid))


def _handle(name: str, text: str, region: str) -> Reach:
    if name == "whatsapp" and sum(c.isdigit() for c in text) >= 5:
        normal, _, valid = read_phone(text, region)
        return Reach(name, text, normal, None, _mark(valid))
    return Reach(name, text, normal_handle(text), None, None)
