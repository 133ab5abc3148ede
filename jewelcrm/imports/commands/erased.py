"""People in a file whose data was erased by request: asked about before they would be added anew.

Head office alone knows, as keyed hashes; it is asked before each batch, outside of any transaction.
Off line it cannot be: the import goes on, and head office tells the branch when the rows arrive.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.imports.readers.model import Tally
from jewelcrm.imports.rules.person import Person
from jewelcrm.imports.rules.reaches import Reach

Contact = tuple[str, str]
"""`phone` or `email`, and the normal form."""
Ask = Callable[[Collection[Contact]], Collection[Contact]]
"""Head office: which of the contacts an erased person had. Raises Unavailable off line."""

ERASED = (
    "the phone or e-mail belonged to somebody whose data was erased by request: ask the person"
    " before adding them again"
)
NOT_ASKED = "head office could not be asked who was erased by request; it tells the branch later"
_KINDS = {"phone": "phone", "whatsapp": "phone", "email": "email"}


class Erased:
    """What head office said of the people in a file."""

    def __init__(self, ask: Ask | None, tally: Tally) -> None:
        self._ask, self._tally = ask, tally
        self._known: set[Contact] = set()

    def learn(self, people: Iterable[Person]) -> None:
        """Ask about a batch; once it could not be asked, not again in this run."""
        wanted = {told for person in people for one in person.reaches if (told := _contact(one))}
        if self._ask is None or not wanted:
            return
        try:
            self._known |= set(self._ask(wanted))
        except (Unavailable, CanFix):  # off line, or an older head office
            self._ask = None
            self._tally.add(NOT_ASKED)

    def had(self, person: Person) -> bool:
        """True when a contact of this person was an erased person's."""
        return any(_contact(one) in self._known for one in person.reaches)


def _contact(reach: Reach) -> Contact | None:
    kind = _KINDS.get(reach.kind)
    return (kind, reach.normal) if kind and reach.normal else None
