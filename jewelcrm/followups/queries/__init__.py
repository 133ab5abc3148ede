"""What the Today page, the lists and the card read of follow-ups."""

from jewelcrm.followups.queries.board import today
from jewelcrm.followups.queries.lists import closed, of_customer, one, open, rules  # noqa: A004

__all__ = ["closed", "of_customer", "one", "open", "rules", "today"]
