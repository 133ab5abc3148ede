"""Every right there is, and which role has it. What is not granted here is denied.

The matrix page, the doors of commands and queries and the server's checks all read this, also what
becomes of a right once a PC belongs to a chain.
"""

from __future__ import annotations

from dataclasses import dataclass

ADMINISTRATOR, MANAGER, SALES = "administrator", "manager", "sales"
ROLES = (ADMINISTRATOR, MANAGER, SALES)

_EVERYONE = frozenset(ROLES)
_MANAGERS = frozenset({ADMINISTRATOR, MANAGER})
_ADMINISTRATOR = frozenset({ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Right:
    """One action, in words, and the roles that may do it."""

    action: str
    words: str
    roles: frozenset[str]


RIGHTS: dict[str, Right] = {
    right.action: right
    for right in (
        Right("search.use", "Search", _EVERYONE),
        Right("customers.view", "See customers", _EVERYONE),
        Right("customers.add", "Add customers", _EVERYONE),
        Right("customers.edit", "Change customers", _EVERYONE),
        Right("customers.archive", "Put customers away", _MANAGERS),
        Right("customers.history", "See who changed what", _EVERYONE),
        Right("customers.undo", "Undo a change", _MANAGERS),
        Right("customers.export", "Take customer lists out of the program", _MANAGERS),
        Right("customers.lookup", "Look another branch's customer up", _EVERYONE),
        Right("customers.remote_open", "Open another branch's customer for a day", _EVERYONE),
        Right("customers.move", "Move customers to another branch", _MANAGERS),
        Right("customers.share", "Share customers with another branch", _MANAGERS),
        Right("privacy.erase", "Erase a person for good, with a second person", _ADMINISTRATOR),
        Right("catalogue.view", "See products and gold prices", _EVERYONE),
        Right("catalogue.edit", "Change products and gold prices", _MANAGERS),
        Right("orders.view", "See orders", _EVERYONE),
        Right("orders.add", "Take orders", _EVERYONE),
        Right("orders.edit", "Change orders", _EVERYONE),
        Right("orders.move", "Move orders to another stage", _EVERYONE),
        Right("orders.cancel", "Cancel orders", _MANAGERS),
        Right("payments.view", "See payments", _EVERYONE),
        Right("payments.take", "Take payments", _EVERYONE),
        Right("payments.refund", "Refund payments", _MANAGERS),
        Right("followups.view", "See reminders and follow-ups", _EVERYONE),
        Right("followups.edit", "Work on reminders and follow-ups", _EVERYONE),
        Right("followups.rules", "Set the rules that make reminders", _MANAGERS),
        Right("imports.run", "Import files", _MANAGERS),
        Right("reports.ask", "Run the reports one's department may see", _EVERYONE),
        Right("reports.run", "Run reports", _MANAGERS),
        Right("reports.personal", "Run reports that name customers", _MANAGERS),
        Right("reports.grant", "Say which reports a department may see", _MANAGERS),
        Right("reports.subscribe", "Have reports prepared by themselves", _MANAGERS),
        Right("extraction.take", "Take rows out of the program as files", _MANAGERS),
        Right("settings.view", "See settings", _EVERYONE),
        Right("settings.edit", "Change settings of this PC", _MANAGERS),
        Right("shop.edit", "Change the shop's name and address", _MANAGERS),
        Right("people.view", "See who works here", _EVERYONE),
        Right("people.manage", "Add people and give them roles", _ADMINISTRATOR),
        Right("audit.view", "Read the audit log", _MANAGERS),
        Right("sync.view", "See what head office knows", _EVERYONE),
        Right("sync.review", "Settle what two have changed, and what was put aside", _MANAGERS),
        Right("sync.now", "Send to head office and read from it now", _EVERYONE),
        Right("sync.enrol", "Join this PC to a head office", _ADMINISTRATOR),
        Right("backup.view", "See how the backups stand", _EVERYONE),
        Right("backup.make", "Make, check and try out backups", _EVERYONE),
        Right("backup.targets", "Say where copies of the backups go", _MANAGERS),
        Right("doctor.run", "Check the health of this PC's store", _EVERYONE),
        Right("doctor.bundle", "Make a package for support, without personal data", _MANAGERS),
        Right("keys.rotate", "Change the key of this PC's store", _ADMINISTRATOR),
    )
}


@dataclass(frozen=True, slots=True)
class Chained:
    """What becomes of a right on a PC of a chain: who has it, and what the others are told."""

    roles: frozenset[str]
    words: str


CHAINED: dict[str, Chained] = {
    "catalogue.edit": Chained(
        _ADMINISTRATOR,
        "Products and gold prices belong to the whole chain: an administrator changes them, on any"
        " PC.",
    ),
    "people.manage": Chained(
        frozenset(), "People are added and changed at head office: jewelcrm-office user."
    ),
    "shop.edit": Chained(
        frozenset(), "Branches are changed at head office: jewelcrm-office branch."
    ),
}
"""Rights over what every branch shares: on a PC of its own a shop has them as in `RIGHTS`."""


def allows(role: str, action: str, *, in_chain: bool = False) -> bool:
    """True when the role may do the action; an unknown role or action may nothing."""
    right, chained = RIGHTS.get(action), CHAINED.get(action) if in_chain else None
    may = right is not None and role in right.roles
    return may and (chained is None or role in chained.roles)
