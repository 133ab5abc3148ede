"""What screens and reports read of orders."""

from jewelcrm.orders.queries.detail import find_by_number, order
from jewelcrm.orders.queries.lists import (
    board,
    late,
    listing,
    of_customer,
    of_household,
    promised_on,
    rows,
)

__all__ = [
    "board",
    "find_by_number",
    "late",
    "listing",
    "of_customer",
    "of_household",
    "order",
    "promised_on",
    "rows",
]
