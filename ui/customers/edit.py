"""Full edit dialog: every field of the card in sections; only what differs is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtWidgets import QCheckBox, QWidget

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.customers import commands, queries
from jewelcrm.customers.lists import DISTRICTS, GENDERS, LANGUAGES, SOURCES, TIERS, TITLES
from jewelcrm.customers.model import CustomerCard, CustomerChanges
from jewelcrm.people.queries import Person, everyone
from jewelcrm.sync.elsewhere import guest
from ui.customers import archive
from ui.customers.card.acting import Acts
from ui.customers.card.lists import ListSections
from ui.customers.forms import DayField, Form, ListField, area, wide
from ui.customers.parts import Flow
from ui.customers.words import NOTHING, ListChoice, label
from ui.format import names
from ui.i18n import N_, say, t
from ui.shell.desk import Desk
from ui.widgets import Choice, Field, LinkButton, Scroll, Section

_MOVED = N_("Changed by moving the customer: the three dots on the card.")


def show(desk: Desk, *, customer_id: Id, section: str = "") -> None:
    """Read the card afresh and open the dialog, at one of its sections if one is named."""

    def work(ctx: Context) -> tuple[Acts, Sequence[Person]]:
        return _acts(desk, ctx, customer_id), everyone(ctx)

    def then(found: tuple[Acts, Sequence[Person]]) -> None:
        dialog = EditCustomer(desk, *found)
        dialog.open()
        if section:
            dialog.go_to(section)

    desk.read(desk, work, then, key="edit customer")


class EditCustomer(Form):
    help = "customer-card#Parts of the card"

    def __init__(self, desk: Desk, acts: Acts, people: Sequence[Person]) -> None:
        super().__init__(desk, N_("Edit customer"), width=860)
        self._card = card = acts.card
        self._sections: dict[str, QWidget] = {}
        self._names()
        self._where()
        self._shop(people)
        self._alert()
        self.fill(card)
        self._lists = ListSections(desk, acts)
        for name, section in self._lists.sections.items():
            self._section(name, section)
        self._jump_bar()
        self._put_away_button()
        desk.changed.connect(self._reread)
        self.name.input.setFocus()

    # The form -----------------------------------------------------------------------------

    def _names(self) -> None:
        self.title_ = ListField(N_("Title"), TITLES, name="title", nothing="")
        self.name = Field(N_("Name"), name="name", example=N_("Chan Tai Man"))
        self.name_zh = Field(N_("Chinese name"), name="name_zh", example=N_("陳大文"))
        self.preferred_name = Field(N_("Likes to be called"), name="preferred_name")
        self.language_ = ListField(N_("Speaks"), LANGUAGES, name="language", nothing="")
        self.gender = ListField(N_("Gender"), GENDERS, name="gender", nothing="")
        self.is_minor = QCheckBox()
        say(self.is_minor.setText, "Under 18: needs a guardian's consent")
        section = Section(N_("Names"))
        section.box.addLayout(wide(self.title_, self.name, self.name_zh, shares=(1, 2, 2)))
        section.box.addLayout(wide(self.preferred_name, self.language_, self.gender))
        section.add(self.is_minor)
        self._section(N_("Names"), section)

    def _where(self) -> None:
        self.address = area(N_("Address"), 2, name="address")
        self.district = Field(N_("District"), _districts(), name="district")
        self.country = Field(N_("Country, two letters"), name="country", example=N_("HK"))
        section = Section(N_("Address"))
        section.add(self.address)
        section.box.addLayout(wide(self.district, self.country))
        self._section(N_("Address"), section)

    def _shop(self, people: Sequence[Person]) -> None:
        self.tier = ListField(N_("Tier"), TIERS, name="tier", nothing="")
        self.source = ListField(N_("How the customer found us"), SOURCES, name="source", nothing="")
        self.owner = _people(people, self._card)
        owner = Field(N_("Looked after by"), self.owner, name="owner_id")
        ctx = self.desk.context()
        self.branch = _branches(ctx, self._card)
        self.branch.setEnabled(not ctx.in_chain)
        hint = _MOVED if ctx.in_chain else ""
        branch = Field(N_("Home branch"), self.branch, name="branch_id", hint=hint)
        self.external_key = Field(N_("Number in an older system"), name="external_key")
        section = Section(N_("In our shop"))
        section.box.addLayout(wide(self.tier, self.source))
        section.box.addLayout(wide(owner, branch, self.external_key))
        self._section(N_("In our shop"), section)

    def _alert(self) -> None:
        today = self.desk.context().today()
        self.alert = area(
            N_("Alert on the card"), 2, name="alert", example=N_("Ask before calling the office")
        )
        self.alert_until = DayField(N_("Shown until"), today, name="alert_until")
        section = Section(N_("Alert"))
        section.box.addLayout(wide(self.alert, self.alert_until, shares=(2, 1)))
        self._section(N_("Alert"), section)

    def _section(self, name: str, section: QWidget) -> None:
        self._sections[name] = section
        self.add(section)

    def _jump_bar(self) -> None:
        bar = Flow(spacing=0)
        for name in self._sections:
            bar.add(LinkButton(name, pressed=lambda name=name: self.go_to(name)))  # type: ignore[misc]
        bar.setContentsMargins(16, 0, 16, 0)
        outer = self.layout()
        assert outer is not None
        outer.insertWidget(1, bar)  # type: ignore[attr-defined]

    def _put_away_button(self) -> None:
        away = self._card.archived_at is not None
        text = N_("Bring back") if away else N_("Put away…")
        button = LinkButton(text, "archive", self._put_away)
        button.setVisible(self.desk.allows("customers.archive"))
        self.buttons.insertWidget(0, button)

    def _put_away(self) -> None:
        archive.show(self.desk, card=self._card, then=self.accept)

    def go_to(self, name: str) -> None:
        """Bring a section into sight."""
        section = self._sections[name]
        scroll = self.findChild(Scroll)
        if scroll is not None:
            scroll.verticalScrollBar().setValue(section.pos().y())

    # What it shows and what it changes ----------------------------------------------------

    def fill(self, card: CustomerCard) -> None:
        """Show the card's own fields."""
        for field in self._texts():
            field.set_text(getattr(card, field.field_name))
        for choice in self._choices():
            choice.choose(getattr(card, choice.field_name))
        for asked in (self.address, self.district, *self._choices()):
            there = getattr(card, asked.field_name)
            asked.setVisible(bool(there) or asked.field_name not in card.forbidden)
        self.district.set_text(label(DISTRICTS, card.district) if card.district else "")
        self.is_minor.setChecked(card.is_minor)
        self.alert_until.edit.set_day(card.alert_until)
        self._shown = self.values()

    def _texts(self) -> tuple[Field, ...]:
        return (
            self.name,
            self.name_zh,
            self.preferred_name,
            self.address,
            self.country,
            self.external_key,
            self.alert,
        )

    def _choices(self) -> tuple[ListField, ...]:
        return (self.title_, self.language_, self.gender, self.tier, self.source)

    def values(self) -> CustomerChanges:
        """Every field as it stands in the form. Raises CanFix for a day that is none."""
        typed: dict[str, object] = {f.field_name: f.text() or None for f in self._texts()}
        typed |= {choice.field_name: choice.value() or None for choice in self._choices()}
        typed["name"] = self.name.text()
        district = self.district.text().strip(NOTHING)
        typed["district"] = DISTRICTS.read(district) or district or None
        typed["is_minor"] = self.is_minor.isChecked()
        typed["alert_until"] = self.alert_until.day()
        typed["owner_id"] = _id(self.owner)
        typed["branch_id"] = _id(self.branch)
        return cast("CustomerChanges", typed)

    def changes(self) -> CustomerChanges:
        """Only the fields that differ from what was shown."""
        now = dict(self.values())
        before = dict(self._shown)
        return cast("CustomerChanges", {k: v for k, v in now.items() if before[k] != v})

    def work(self) -> Callable[[Context], object]:
        changes, customer = self.changes(), self._card.id
        if not changes:
            return lambda _ctx: None
        return lambda ctx: commands.edit_customer(ctx, customer, **changes)

    def saved(self, _answer: object) -> None:
        self.accept()
        self.desk.toast(t("Saved"))

    def _reread(self, _tables: object) -> None:
        """Lists below the form save by themselves; what was typed above stays."""
        customer = self._card.id
        desk = self.desk
        desk.read(self, lambda ctx: _acts(desk, ctx, customer), self._show_again, key="card")

    def _show_again(self, acts: Acts) -> None:
        """A birthday may have said that she is under age: the box is ticked then, in sight."""
        self._lists.show(acts)
        if acts.card.is_minor and not self._shown["is_minor"]:
            self.is_minor.setChecked(True)
            self._shown["is_minor"] = True


def _acts(desk: Desk, ctx: Context, customer_id: Id) -> Acts:
    return Acts(desk, queries.card(ctx, customer_id), guest(ctx, customer_id))


def _districts() -> QWidget:
    """The 18 districts, or anything typed."""
    choice = ListChoice(DISTRICTS, nothing="")
    choice.setEditable(True)
    return choice


def _people(people: Sequence[Person], card: CustomerCard) -> Choice:
    options = [("", NOTHING), *((p.id.hex(), names(p.name, p.name_zh)[0]) for p in people)]
    if card.owner_id is not None and all(p.id != card.owner_id for p in people):
        options.append((card.owner_id.hex(), names(card.owner_name, card.owner_name_zh)[0] or "?"))
    choice = Choice(options, raw=True)
    choice.choose(card.owner_id.hex() if card.owner_id else "")
    return choice


def _branches(ctx: Context, card: CustomerCard) -> Choice:
    here = ctx.branch
    options = [("", NOTHING), (here.id.hex(), names(here.name, here.name_zh)[0])]
    if card.branch_id not in (None, here.id):
        options.append((card.branch_id.hex() if card.branch_id else "", card.branch_name or "?"))
    choice = Choice(options, raw=True)
    choice.choose(card.branch_id.hex() if card.branch_id else "")
    return choice


def _id(choice: Choice) -> Id | None:
    return bytes.fromhex(choice.value()) or None
