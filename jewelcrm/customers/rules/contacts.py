"""One way to reach a customer, as given and in the form in which equal ones are equal."""

from __future__ import annotations

from dataclasses import dataclass

from jewelcrm.customers.lists import CONTACT_KINDS, CONTACT_LABELS
from jewelcrm.customers.rules.checks import listed, required, required_choice
from jewelcrm.customers.rules.emails import mask_email, normal_email, normal_handle
from jewelcrm.customers.rules.phones import mask_phone, normal_phone
from jewelcrm.errors import CanFix

_REGIONS = {"MOP": "MO", "CNY": "CN"}


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact ready to be kept; `checked` is "valid", "unlikely" or nothing."""

    kind: str
    value: str
    normal: str
    label: str | None = None
    checked: str | None = None


def home_region(currency: str) -> str:
    """The region whose numbers are written without a country code in a shop of this currency."""
    return _REGIONS.get(currency, "HK")


def read_contact(kind: str, value: str, label: str | None = None, region: str = "HK") -> Contact:
    """The contact a person typed. An unlikely number is kept and marked, never lost.

    Raises:
        CanFix: nothing in the text could be such a contact.
    """
    code = required_choice("kind", CONTACT_KINDS, kind)
    text = required("value", CONTACT_KINDS.label(code), value)
    name = listed("label", CONTACT_LABELS, label)
    if code == "email":
        return _email(text, name)
    if code == "phone" or (code == "whatsapp" and _digits(text) >= 5):
        return _phone(code, text, name, region)
    return Contact(code, text, normal_handle(text), name)


def mask_contact(kind: str, normal: str) -> str:
    """The contact with most of it hidden."""
    if kind == "email":
        return mask_email(normal)
    return mask_phone(normal) if normal.startswith("+") else f"{normal[:1]}•••"


def _email(text: str, label: str | None) -> Contact:
    email = normal_email(text)
    if "@" not in email.normal:
        raise CanFix("An e-mail address has an @, like name@example.com.", field="value")
    return Contact("email", text, email.normal, label, "valid" if email.valid else "unlikely")


def _phone(kind: str, text: str, label: str | None, region: str) -> Contact:
    if _digits(text) < 3:
        raise CanFix("Write the phone number in digits, like 9123 4567.", field="value")
    phone = normal_phone(text, region)
    guess = "mobile" if phone.kind == "mobile" else None
    return Contact(kind, text, phone.normal, label or guess, "valid" if phone.valid else "unlikely")


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text)
