"""The lists of the card: contacts, consent, sizes, days, likes, wishes, family."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from jewelcrm.customers import commands
from ui.customers import consent, contact, occasion, preference, relation, ring, wish
from ui.customers.card import consenting, rows
from ui.customers.card.acting import Acts
from ui.customers.filling import Filler
from ui.i18n import N_
from ui.shell.desk import Desk
from ui.sync.guests import can_consent
from ui.widgets import LinkButton, Section, muted

Builder = Callable[[Acts], Iterable[QWidget]]


_NOT_HERE = N_("The customer's own branch keeps what there is.")


class ListSections:
    """The sections by their English name; show() fills them again without making new ones."""

    def __init__(self, desk: Desk, acts: Acts) -> None:
        self._desk, self._card, self._acts = desk, acts.card, acts
        self._buttons: list[tuple[QWidget, str]] = []
        self.sections: dict[str, Section] = {}
        self._fill: dict[str, tuple[Filler, Builder, str]] = {}
        self._contacts()
        self._likes()
        self._family()
        self.show(acts)

    def _contacts(self) -> None:
        self._add(
            N_("Contacts"),
            rows.contacts,
            N_("No phone or e-mail yet."),
            LinkButton(
                N_("Add contact"), "plus", lambda: contact.show(self._desk, card=self._card)
            ),
        )
        self._add(
            N_("Marketing consent"),
            consenting.consent,
            N_("Not asked yet. Without an answer nothing may be sent."),
            LinkButton(
                N_("Record answer"), "plus", lambda: consent.show(self._desk, card=self._card)
            ),
            right="customers.consent",
        )

    def _likes(self) -> None:
        self._add(
            N_("Ring sizes"),
            rows.ring_sizes,
            N_("Not measured yet."),
            LinkButton(N_("Add size"), "plus", lambda: ring.show(self._desk, card=self._card)),
        )
        self._add(
            N_("Birthday and other days"),
            rows.occasions,
            N_("The month alone is enough for a birthday offer."),
            LinkButton(N_("Add day"), "plus", lambda: occasion.show(self._desk, card=self._card)),
        )
        self._add(
            N_("Likes, allergies and tags"),
            rows.preferences,
            N_("Nothing noted yet."),
            LinkButton(N_("Change likes"), "pencil", self._change_likes),
        )
        self._add(
            N_("Wish list"),
            rows.wishes,
            N_("Nothing on the list."),
            LinkButton(N_("Add wish"), "plus", lambda: wish.show(self._desk, card=self._card)),
        )

    def _family(self) -> None:
        self._add(
            N_("Family"),
            rows.family,
            N_("Nobody yet."),
            LinkButton(
                N_("Add relation"), "plus", lambda: relation.show(self._desk, card=self._card)
            ),
            LinkButton(N_("Household"), "home", self._household),
        )

    def _add(
        self,
        name: str,
        build: Builder,
        nothing: str,
        *actions: QWidget,
        right: str = "customers.edit",
    ) -> None:
        self._buttons += [(action, right) for action in actions]
        section = self.sections[name] = Section(name, *actions)
        self._fill[name] = (Filler(section, section.box), build, nothing)

    def show(self, acts: Acts) -> None:
        """Fill every section from the card; grey what cannot be done for her."""
        self._card, self._acts = acts.card, acts
        for button, right in self._buttons:
            button.setEnabled(acts.may(right))
        theirs = not can_consent(acts.guest)
        for filler, build, nothing in self._fill.values():
            words = _NOT_HERE if theirs else nothing
            filler.fill(build(acts), lambda words=words: muted(words))  # type: ignore[misc]

    def _change_likes(self) -> None:
        preference.show(self._desk, card=self._card)

    def _household(self) -> None:
        """Begin a household, or leave the one she is in."""
        if self._card.household_id is None:
            relation.show_household(self._desk, card=self._card)
            return
        customer = self._card.id
        self._acts.put_away(lambda ctx: commands.leave_household(ctx, customer))
