"""What people do that changes a customer's card: one function, one transaction each."""

from jewelcrm.customers.commands.add import add_customer, quick_add
from jewelcrm.customers.commands.consents import confirm_consent, record_consent
from jewelcrm.customers.commands.contacts import add_contact, archive_contact, edit_contact
from jewelcrm.customers.commands.edit import (
    archive_customer,
    complete_collection,
    edit_customer,
    restore_customer,
)
from jewelcrm.customers.commands.likings import (
    add_preference,
    add_wish,
    answer_suggestion,
    archive_preference,
    close_wish,
    edit_wish,
)
from jewelcrm.customers.commands.notes import add_note, correct_note
from jewelcrm.customers.commands.occasions import archive_occasion, set_occasion
from jewelcrm.customers.commands.rings import archive_ring_size, set_ring_size
from jewelcrm.customers.commands.ties import join_household, leave_household, relate, unrelate

__all__ = [
    "add_contact",
    "add_customer",
    "add_note",
    "add_preference",
    "add_wish",
    "answer_suggestion",
    "archive_contact",
    "archive_customer",
    "archive_occasion",
    "archive_preference",
    "archive_ring_size",
    "close_wish",
    "complete_collection",
    "confirm_consent",
    "correct_note",
    "edit_contact",
    "edit_customer",
    "edit_wish",
    "join_household",
    "leave_household",
    "quick_add",
    "record_consent",
    "relate",
    "restore_customer",
    "set_occasion",
    "set_ring_size",
    "unrelate",
]
