"""What a customer is: in a list, when she is entered (New...) and when her card is read.

Each is loaded when it is first asked for: the list, which the window opens with, needs neither a
card nor a form.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jewelcrm.customers.model.card import (
        ConsentEntry,
        ConsentView,
        ContactView,
        CustomerCard,
        DuplicateHint,
        MemberView,
        NoteView,
        OccasionView,
        PreferenceView,
        RelationView,
        RingSizeView,
        WishView,
    )
    from jewelcrm.customers.model.entering import (
        ContactChanges,
        CustomerChanges,
        NewContact,
        NewCustomer,
        NewOccasion,
        NewPreference,
        NewRingSize,
        NewWish,
    )
    from jewelcrm.customers.model.listed import CustomerRow

__all__ = [
    "ConsentEntry",
    "ConsentView",
    "ContactChanges",
    "ContactView",
    "CustomerCard",
    "CustomerChanges",
    "CustomerRow",
    "DuplicateHint",
    "MemberView",
    "NewContact",
    "NewCustomer",
    "NewOccasion",
    "NewPreference",
    "NewRingSize",
    "NewWish",
    "NoteView",
    "OccasionView",
    "PreferenceView",
    "RelationView",
    "RingSizeView",
    "WishView",
]

_ENTERED = frozenset(name for name in __all__ if name.startswith("New") or name.endswith("Changes"))


def _home(name: str) -> str:
    if name == "CustomerRow":
        return "listed"
    return "entering" if name in _ENTERED else "card"


if not TYPE_CHECKING:  # a misspelt name stays an error of the type checker

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(name)
        return getattr(import_module(f"{__name__}.{_home(name)}"), name)
