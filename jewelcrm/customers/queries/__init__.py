"""What screens read about customers: frozen dataclasses, never rows."""

from jewelcrm.customers.queries.cards import can_market, card, consent
from jewelcrm.customers.queries.confirming import ConfirmationDue, confirmations_due
from jewelcrm.customers.queries.duplicates import possible_duplicates
from jewelcrm.customers.queries.evidence import Evidence, consent_evidence
from jewelcrm.customers.queries.listing import (
    MOST,
    CustomerFilter,
    header,
    ids,
    recent,
    rows,
)
from jewelcrm.customers.queries.pieces import completes_the_set, owned_pieces
from jewelcrm.customers.queries.timeline import timeline

__all__ = [
    "MOST",
    "ConfirmationDue",
    "CustomerFilter",
    "Evidence",
    "can_market",
    "card",
    "completes_the_set",
    "confirmations_due",
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
