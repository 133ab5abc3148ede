"""What a captured change means in words, and whether it can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Table

from db.tables import metadata
from db.tables.base import BOOKKEEPING
from jewelcrm.customers import lists

INSERTED, UPDATED = "I", "U"

SILENT = BOOKKEEPING | {"branch_id", "customer_id", "order_id", "normal", "position", "replaces_id"}
"""Columns that say nothing to a person reading the history."""

THINGS: Mapping[str, str] = {
    "customer": "Customer",
    "contact_point": "Contact",
    "occasion": "Day",
    "relation": "Relation",
    "ring_size": "Ring size",
    "preference": "Preference",
    "wish": "Wish",
    "note": "Note",
    "consent": "Consent",
    "household": "Household",
    "sales_order": "Order",
    "order_line": "Order line",
    "order_step": "Step",
    "payment": "Payment",
    "payment_due": "Payment due",
    "followup": "Follow-up",
    "followup_rule": "Follow-up rule",
    "report_grant": "Report of a department",
    "department_member": "Member of a department",
    "target": "Target",
    "product": "Product",
    "gold_rate": "Gold price",
    "staff": "Person",
    "branch": "Branch",
}

_UNDOABLE = frozenset(
    "customer contact_point occasion relation ring_size preference wish household product".split()  # noqa: SIM905
)

_LABELS: Mapping[str, str] = {
    "name": "Name",
    "name_zh": "Chinese name",
    "owner_id": "Looked after by",
    "household_id": "Household",
    "merged_into": "Merged into",
    "value": "Value",
    "day": "Day of the month",
    "kind": "Kind",
    "whose": "Whose",
    "calendar": "Calendar",
    "leap_month": "Leap month",
    "other_id": "Other person",
    "circumference": "Inner circumference",
    "band_width": "Band width",
    "product_id": "Product",
    "budget_cents": "Budget",
    "price_cents": "Price",
    "labour_cents": "Labour",
    "cost_cents": "Cost",
    "amount_cents": "Amount",
    "unit_price_cents": "Unit price",
    "discount_cents": "Discount",
    "author_id": "Written by",
    "obtained_by": "Asked by",
    "obtained_at": "Asked on",
    "confirm_due": "Confirm in writing by",
    "subject_class": "Class",
    "collection_step": "State of the card",
    "external_key": "Earlier number",
    "is_minor": "Under 18",
    "sku": "Item code",
    "staff_id": "Sales associate",
    "to_stage": "To",
    "from_stage": "From",
    "placed_at": "Ordered on",
    "promised_on": "Promised for",
    "archived_at": "Put away",
}

_LISTS: Mapping[tuple[str, str], lists.Choices] = {
    ("customer", "title"): lists.TITLES,
    ("customer", "language"): lists.LANGUAGES,
    ("customer", "gender"): lists.GENDERS,
    ("customer", "source"): lists.SOURCES,
    ("customer", "tier"): lists.TIERS,
    ("customer", "district"): lists.DISTRICTS,
    ("customer", "collection_step"): lists.CARD_STATES,
    ("contact_point", "kind"): lists.CONTACT_KINDS,
    ("contact_point", "label"): lists.CONTACT_LABELS,
    ("contact_point", "checked"): lists.CHECKS,
    ("occasion", "kind"): lists.OCCASIONS,
    ("occasion", "calendar"): lists.CALENDARS,
    ("relation", "kind"): lists.RELATIONS,
    ("ring_size", "hand"): lists.HANDS,
    ("ring_size", "finger"): lists.FINGERS,
    ("preference", "kind"): lists.PREFERENCE_KINDS,
    ("preference", "basis"): lists.BASES,
    ("wish", "state"): lists.WISH_STATES,
    ("note", "channel"): lists.NOTE_CHANNELS,
    ("consent", "state"): lists.CONSENT_STATES,
    ("consent", "source"): lists.CONSENT_SOURCES,
    ("consent", "channel"): lists.CHANNELS,
    ("consent", "purpose"): lists.PURPOSES,
    ("consent", "subject_class"): lists.SUBJECT_CLASSES,
}
UNDOING = "undo of change"
"""Begins the reason of a change that undid another one."""
_PREFERENCE_VALUES = lists.Choices(
    choice for choices in lists.CHOICES_OF_PREFERENCE.values() for choice in choices
)


@dataclass(frozen=True, slots=True)
class Change:
    """One captured change; `written` and `before` are values of the columns' Python types."""

    n: int
    table: Table
    row_id: bytes
    op: str
    written: Mapping[str, Any]
    before: Mapping[str, Any]

    def columns(self) -> list[Column[Any]]:
        """The columns worth telling, in the order of the table."""
        touched = self.written.keys() | self.before.keys()
        return [c for c in self.table.columns if c.name in touched and c.name not in SILENT]


def thing(table: Table) -> str:
    """What the record is called, an English word that the window translates."""
    return THINGS.get(table.name, table.name)


def act(change: Change) -> str:
    """What happened to it, an English template with {thing}."""
    if change.op == INSERTED:
        return "{thing} added"
    if "archived_at" in change.written:
        return "{thing} put away" if change.written["archived_at"] else "{thing} brought back"
    return "{thing} changed"


def label(column: Column[Any]) -> str:
    """What the column is called on screen, in English."""
    plain = column.name.removesuffix("_id").removesuffix("_cents").replace("_", " ")
    return _LABELS.get(column.name, plain.capitalize())


def word(table: Table, column: Column[Any], code: str, language: str) -> str:
    """A code in words, when the column is from a list; any other text as it is."""
    if (table.name, column.name) == ("preference", "value"):
        return _PREFERENCE_VALUES.label(code, language)
    if column.name == "collection_step":  # e.g. open:walk_in; how she came is told elsewhere
        code = code.partition(":")[0]
    choices = _LISTS.get((table.name, column.name))
    return choices.label(code, language) if choices else code


def yes_or_no(yes: bool, language: str) -> str:  # noqa: FBT001 - it is the question
    """A tick in words."""
    return lists.YES_NO.label("yes" if yes else "no", language)


def never_undone(change: Change) -> str:
    """Why a change of this kind can never be undone; empty when it may be."""
    if change.table.info["ledger"]:
        return "Entries of a ledger stay for ever. Add one that corrects it."
    if change.table.name not in _UNDOABLE:
        return "This is undone where it was done: move, change or cancel it there."
    if change.op == INSERTED and change.table.name == "customer":
        return "Put the customer away instead."
    return ""


def overtaken(change: Change, now: Mapping[str, Any]) -> list[Column[Any]]:
    """The columns that no longer hold what this change wrote."""
    watched = change.written if change.op == UPDATED else {**change.written, "archived_at": None}
    columns = change.table.columns
    return [columns[name] for name, value in watched.items() if now.get(name) != value]


def right_to_undo(change: Change) -> str:
    """The right that somebody needs besides `customers.undo`."""
    return "catalogue.edit" if change.table.name == "product" else "customers.edit"


def table_named(name: str) -> Table:
    """The captured table of this name."""
    return metadata.tables[name]
