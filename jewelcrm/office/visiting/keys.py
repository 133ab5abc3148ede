"""The look-up index: keyed hashes of what a customer may be asked for by.

The table holds no phone and no name, and without head office's key nobody can make the hashes, so
that a copy of it tells nothing (sync.md 2.7). What is found by it is compared once more with the
records as they are.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from sqlalchemy import select

from db.office import tables
from db.office.kinds import Key, Row
from db.office.work import OfficeWork
from db.shop.fold import fold
from db.types import Id
from jewelcrm.customers.rules.emails import normal_email
from jewelcrm.customers.rules.names import split_name
from jewelcrm.customers.rules.phones import normal_phone
from jewelcrm.office.merging.keys import key_in
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire.visiting import LookupAsk

if TYPE_CHECKING:
    from jewelcrm.office.merging.known import Known

Question = tuple[str, str]
"""What is asked for, in the one form in which equal things are equal: kind and text."""

Hashes = list[tuple[bytes, Id]]
"""Keyed hashes of phones and addresses, and whose they are."""

PHONES = ("phone", "whatsapp")
_LAST_FOUR = re.compile(r"[0-9]{4}\Z")


def question_of(ask: LookupAsk) -> Question:
    """What is asked.

    Raises:
        Refusal: `bad_request`: it is no phone, address, number or surname.
    """
    text = ask.text.strip()
    found = _ASKED[ask.by](text, ask.last_four or "")
    if not found:
        raise Refusal("bad_request")
    return ask.by, found


def _surname(text: str, last_four: str) -> str:
    name = _folded(text)
    return f"{name} {last_four}" if name and _LAST_FOUR.match(last_four) else ""


def _address(text: str) -> str:
    found = normal_email(text)
    return found.normal if found.valid else ""


def _folded(text: str) -> str:
    return "".join(fold(text).split())


_ASKED = {
    "phone": lambda text, _: normal_phone(text).e164,
    "email": lambda text, _: _address(text),
    "number": lambda text, _: text.upper(),
    "surname": _surname,
}


def questions(customer: Row, contacts: Iterable[Row]) -> set[Question]:
    """Everything in the index by which a customer is found."""
    if customer["archived_at"] is not None:
        return set()
    found: set[Question] = set()
    names = surnames(str(customer["name"] or ""), str(customer["name_zh"] or ""))
    for contact in contacts:
        if contact["archived_at"] is None:
            found |= _of_contact(str(contact["kind"]), str(contact["normal"]), names)
    return found


def _of_contact(kind: str, normal: str, names: Collection[str]) -> set[Question]:
    if kind == "email":
        return {("email", normal)}
    if kind not in PHONES:
        return set()
    return {("phone", normal)} | {("surname", f"{name} {normal[-4:]}") for name in names}


def surnames(name: str, name_zh: str) -> set[str]:
    """What may be the surname: the first and last Latin word, one or two Chinese characters."""
    latin, chinese = split_name(f"{name} {name_zh}")
    words = [_folded(word) for word in latin.replace(",", " ").split()]
    found = {words[0], words[-1]} if words else set()
    if chinese:
        found |= {_folded(chinese[:1]), _folded(chinese[:2])}
    return found - {""}


def secret(work: OfficeWork) -> bytes:
    """Head office's key for hashes."""
    return work.hash_key()


def keyed(key: bytes, question: Question) -> bytes:
    """The hash under which a question is kept."""
    kind, text = question
    return hashlib.blake2b(f"{kind}\0{text}".encode(), key=key, digest_size=32).digest()


def answers(question: Question, customer: Row, contacts: Iterable[Row]) -> bool:
    """True when the customer as she is now is who was asked for."""
    if customer["archived_at"] is None and question[0] == "number":
        return customer["number"] == question[1]
    return question in questions(customer, contacts)


def candidates(work: OfficeWork, question: Question) -> tuple[bytes, list[Id]]:
    """The question's hash, and the customers kept under it; a number is in no need of hiding."""
    c, hashed = tables.lookup_key.c, keyed(secret(work), question)
    if question[0] == "number":
        return hashed, sorted(work.rows_where("customer", "number", [question[1]]))
    rows = work.conn.execute(select(c.customer_id).where(c.key_hash == hashed).limit(50))
    return hashed, [row.customer_id for row in rows]


# Keeping the index


def note(work: OfficeWork, known: Known) -> tuple[Hashes, set[Id]]:
    """Put whom a push brings in the index.

    Returns the hashes of the phones and addresses that were written, and whose they are; and the
    customers whom it only changes: they are to be renewed once what was written can be seen.
    """
    changed = [key for key in known.changed if _counts(known, key)]
    fresh, again = _who(known, changed)
    found: dict[Id, set[Question]] = {
        customer_id: questions(known.rows["customer", customer_id], contacts)
        for customer_id, contacts in fresh.items()
    }
    return _keep(work, found), again


_ASKED_BY = {
    "customer": {"name", "name_zh", "archived_at"},
    "contact_point": {"kind", "normal", "archived_at"},
}
"""The columns by which a customer is found."""


def _counts(known: Known, key: Key) -> bool:
    """True for a new record, or one in which something was written that she is found by."""
    columns = _ASKED_BY.get(key[0])
    if columns is None:
        return False
    return known.rows[key]["rev"] == 1 or not columns.isdisjoint(known.rewritten.get(key, ()))


def _who(known: Known, changed: list[Key]) -> tuple[dict[Id, list[Row]], set[Id]]:
    """Customers of whom all that counts is in the push; and those to be looked at as a whole."""
    fresh: dict[Id, list[Row]] = {}
    again: set[Id] = set()
    for key in changed:
        if key[0] == "customer":
            if known.rows[key]["rev"] == 1:
                fresh.setdefault(key[1], [])
            else:
                again.add(key[1])
    for key in changed:
        if key[0] == "contact_point":
            customer_id = key_in(known.rows[key], "customer_id")
            if customer_id in fresh and known.rows[key]["rev"] == 1:
                fresh[customer_id].append(known.rows[key])
            elif customer_id not in fresh:
                again.add(customer_id)
            else:
                fresh.pop(customer_id)
                again.add(customer_id)
    return {i: rows for i, rows in fresh.items() if i not in again}, again


def renew(work: OfficeWork, customer_ids: Collection[Id]) -> Hashes:
    """Read these customers and keep what they are found by, and nothing older."""
    ids = sorted(customer_ids)
    rows = work.rows("customer", ids, lock=True)
    contacts: dict[Id, list[Row]] = {customer_id: [] for customer_id in ids}
    for row in work.rows_where("contact_point", "customer_id", ids).values():
        contacts[key_in(row, "customer_id")].append(row)
    for customer_id in ids:
        work.port.run(
            "DELETE FROM lookup_key WHERE customer_id = ?", (work.port.bind(customer_id),)
        )
    return _keep(work, {i: questions(row, contacts[i]) for i, row in rows.items()})


def _keep(work: OfficeWork, found: dict[Id, set[Question]]) -> Hashes:
    """Into the index; returns the hashes of phones and addresses."""
    if not found:
        return []
    key = secret(work)
    rows = [(keyed(key, one), i, one[0]) for i, asked in found.items() for one in asked]
    work.port.add(tables.lookup_key, sorted(row[:2] for row in rows))
    return [row[:2] for row in rows if row[2] != "surname"]


def erased_among(work: OfficeWork, hashes: Collection[bytes]) -> set[bytes]:
    """Those of the hashes that were of somebody who was erased."""
    return work.erased_among(hashes)


def hashes_of(work: OfficeWork, contacts: Iterable[Row]) -> dict[Key, bytes]:
    """The hashes of phones and e-mails, archived ones too, by contact; for the erasure ledger."""
    key = secret(work)
    return {
        ("contact_point", key_in(row, "id")): keyed(key, (kind, str(row["normal"])))
        for row in contacts
        if (kind := _kind(str(row["kind"])))
    }


def _kind(kind: str) -> str:
    return "phone" if kind in PHONES else "email" if kind == "email" else ""
