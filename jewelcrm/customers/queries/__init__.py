"""What screens read about customers: frozen dataclasses, never rows.

Each is loaded when it is first asked for: the list, which the window opens with, needs nothing of
what a card reads.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from jewelcrm.customers.queries.listing import (
    MOST,
    CustomerFilter,
    header,
    ids,
    recent,
    rows,
)

if TYPE_CHECKING:
    from jewelcrm.customers.queries.cards import can_market, card, consent
    from jewelcrm.customers.queries.duplicates import possible_duplicates
    from jewelcrm.customers.queries.events import timeline
    from jewelcrm.customers.queries.evidence import Evidence, consent_evidence
    from jewelcrm.customers.queries.pieces import completes_the_set, owned_pieces

__all__ = [
    "MOST",
    "CustomerFilter",
    "Evidence",
    "can_market",
    "card",
    "completes_the_set",
    "consent",
    "consent_evidence",
    "header",
    "ids",
    "owned_pieces",
    "possible_duplicates",
    "recent",
    "rows",
    "timeline",
]

_WHERE = {
    "Evidence": "evidence",
    "can_market": "cards",
    "card": "cards",
    "completes_the_set": "pieces",
    "consent": "cards",
    "consent_evidence": "evidence",
    "owned_pieces": "pieces",
    "possible_duplicates": "duplicates",
    "timeline": "events",
}

if not TYPE_CHECKING:  # a misspelt name stays an error of the type checker

    def __getattr__(name: str) -> object:
        if name not in _WHERE:
            raise AttributeError(name)
        return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
