"""Choosing who does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.format import names
from ui.widgets import Choice

if TYPE_CHECKING:
    from db.types import Id
    from jewelcrm.people.queries import Person


def person_choice(people: Sequence[Person], chosen: Id | None) -> Choice:
    """The people of the shop; empty for nobody in particular."""
    options = [(one.id.hex(), names(one.name, one.name_zh)[0]) for one in people]
    choice = Choice([("", "—"), *options], raw=True)
    choice.choose(chosen.hex() if chosen else "")
    return choice
