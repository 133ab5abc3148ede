"""The first tab of the card: the lists, who she is in our shop, and what would complete her set."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QWidget

from jewelcrm.context import Context
from jewelcrm.customers import commands, queries
from jewelcrm.customers.lists import DISTRICTS, GENDERS, SOURCES
from jewelcrm.customers.model import CustomerCard
from jewelcrm.customers.queries.pieces import Suggestion
from jewelcrm.customers.rules.collection import FIELDS
from ui.customers.card.acting import Acts
from ui.customers.card.lists import ListSections
from ui.customers.card.load import CardView
from ui.customers.filling import Filler, fill
from ui.customers.parts import Flow, Line
from ui.customers.words import joined, label
from ui.format import day_at, day_words, money, names
from ui.i18n import N_, language, t
from ui.shell.desk import Desk
from ui.sync.guests import can_consent
from ui.widgets import Button, Label, LinkButton, Section, VBox


class Overview(QWidget):
    """The lists in the order a counter needs them, then the plain facts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lists: ListSections | None = None
        self._set = Section(N_("Completes the set"))
        self._suggestions = Filler(self, self._set.box)
        self._facts = Section(N_("In our shop"))
        self._checklist = Section(N_("Still to ask"))
        self._box = VBox(spacing=18)
        self.setLayout(self._box)

    def show_view(self, view: CardView, acts: Acts) -> None:
        """Fill it in."""
        if self._lists is None:
            self._lists = ListSections(self._desk, acts)
            parts = [*self._lists.sections.values(), self._set, self._checklist, self._facts]
            for part in parts:
                self._box.addWidget(part)
        else:
            self._lists.show(acts)
        fill(self._facts.box, [_facts(view)])
        self._show_checklist(view.card, acts)
        self._set.hide()
        customer = view.card.id
        self._desk.read(
            self,
            lambda ctx: queries.completes_the_set(ctx, customer),
            lambda found: self._show_set(found, acts),
            key="set",
        )

    def _show_checklist(self, card: CustomerCard, acts: Acts) -> None:
        """What the way in still asks for; complete only when no required step is open."""
        open_steps = [step for step in card.checklist if not step.done]
        complete = (card.collection_step or "").startswith("complete")
        asked = bool(card.checklist) and not complete and can_consent(acts.guest)
        self._checklist.setVisible(asked)
        lines: list[QWidget] = [
            Label(look="muted", wrap=True).raw(
                joined(*(label(FIELDS, step.field) for step in open_steps)) or t("All is asked.")
            )
        ]
        if acts.may("customers.edit"):
            done = LinkButton(N_("Record is complete"), "check", lambda: _complete(acts))
            lines.append(Flow(done))
        fill(self._checklist.box, lines)

    def _show_set(self, found: Sequence[Suggestion], acts: Acts) -> None:
        self._set.setVisible(bool(found))
        self._suggestions.fill(_suggestion(one, acts) for one in found[:4])


def _complete(acts: Acts) -> None:
    customer = acts.card.id
    acts.run(lambda ctx: commands.complete_collection(ctx, customer), t("Record is complete"))


def _suggestion(one: Suggestion, acts: Acts) -> Line:
    product, customer = one.product_id, acts.card.id

    def answer(*, accepted: bool) -> None:
        def work(ctx: Context) -> object:
            return commands.answer_suggestion(ctx, customer, product, accepted=accepted)

        acts.run(work, t("Saved"))

    small = joined(one.collection, one.sku, money(one.price) if one.price else None)
    return Line(
        "diamond-stone",
        names(one.name, one.name_zh)[0],
        small,
        LinkButton(N_("Not wanted"), pressed=lambda: answer(accepted=False)),
        Button(N_("Liked"), pressed=lambda: answer(accepted=True)),
    )


def _facts(view: CardView) -> QWidget:
    card, tongue = view.card, language()
    facts = (
        (t("Address"), card.address),
        (t("District"), label(DISTRICTS, card.district) if card.district else None),
        (t("Country"), card.country),
        (t("Gender"), label(GENDERS, card.gender) if card.gender else None),
        (t("How the customer found us"), label(SOURCES, card.source) if card.source else None),
        (t("Looked after by"), names(card.owner_name, card.owner_name_zh)[0]),
        (t("Home branch"), card.branch_name),
        (t("Number in an older system"), card.external_key),
        (t("Customer since"), day_words(day_at(card.created_at, view.zone))),
    )
    box = QWidget()
    form = QFormLayout(box)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(16)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    for name, value in facts:
        if value:
            form.addRow(Label(look="muted").raw(name), Label(wrap=True).raw(value))
    box.setProperty("language", tongue)
    return box
