"""Head office in the settings: where it is, or how to join one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.format import names
from ui.i18n import N_, bind
from ui.settings.part import Part
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import Choice
from ui.widgets.fields import Field
from ui.widgets.frames import Row, Tile
from ui.widgets.labels import Label, note

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from jewelcrm.settings import Value
    from ui.shell.desk import Desk


_WARN = (
    ("1", N_("1 day before")),
    ("3", N_("3 days before")),
    ("5", N_("5 days before")),
    ("10", N_("10 days before")),
)
_KEEP = (("400", N_("400 days")), ("800", N_("800 days")), ("1600", N_("1,600 days")))
_OFFERED = {"lease_warn_days": _WARN, "sync_keep_days": _KEEP}


@dataclass(frozen=True)
class Belongs:
    """Where this PC belongs; no address: it stands alone."""

    url: str
    letter: str


class Office(Part):
    """The address, or the way to one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "Head office",
            "Several shops of one company share people, products and orders through head office.",
        )
        self.state = Label(wrap=True)
        self.url, self.branch = Tile(N_("Address")), Tile(N_("Branch"))
        self.letter = Tile(N_("Letter of this PC"))
        self.join = PrimaryButton(N_("Join head office…"), "link", lambda: desk.open("sync.join"))
        self.page = Button(N_("How the line stands"), "sync", lambda: desk.open("sync"))
        self.who = note(N_("An administrator can join this shop to a head office."), "tip")
        tiles = Row(self.url, self.branch, self.letter, spacing=8)
        tiles.setStretch(0, 1)
        self.warn, self.keep_days = Choice(_WARN), Choice(_KEEP)
        self.numbers = {"lease_warn_days": self.warn, "sync_keep_days": self.keep_days}
        self._rules = (
            Field(N_("Say at sign-in that working off line will end"), self.warn),
            Field(N_("Histories on this PC stay for"), self.keep_days),
        )
        for key, choice in self.numbers.items():
            choice.chosen.connect(lambda days, key=key: self.keep(key, int(days)))
        self.box.addWidget(self.state)
        self.box.addLayout(tiles)
        self.box.addLayout(Row(*self._rules))
        self.box.addWidget(self.who)
        self.box.addLayout(Row(self.join, self.page, None))
        self.state.words(N_("Looking…"))
        self._tiles = (self.url, self.branch, self.letter)
        for part in (*self._tiles, *self._rules, self.page, self.join, self.who):
            part.hide()

    def show_settings(self, settings: dict[str, Value]) -> None:
        """What is in force; another number of days is shown as well."""
        for key, choice in self.numbers.items():
            days = str(settings[key])
            if choice.findData(days) < 0:
                choice.offer([*_OFFERED[key], (days, days)])
            choice.choose(days)
            choice.setEnabled(self.may_edit())

    def load(self) -> None:
        """Where this PC belongs now."""
        super().load()
        self.desk.read(self, _belongs, self._show, key="office")

    def _show(self, found: Belongs) -> None:
        enrolled, may = bool(found.url), self.desk.allows("sync.enrol")
        self.state.words(
            N_("This PC belongs to a head office.")
            if enrolled
            else N_("This shop stands alone: all data is on this computer.")
        )
        branch = self.desk.context().branch
        self.url.show_value(found.url)
        self.letter.show_value(found.letter)
        bind(
            self.branch.value.setText,
            lambda: f"{branch.code}  {names(branch.name, branch.name_zh)[0]}",
        )
        for tile in self._tiles:
            tile.setVisible(enrolled)
        for field in self._rules:
            field.setVisible(enrolled)
        self.page.setVisible(enrolled)
        self.join.setVisible(not enrolled and may)
        self.who.setVisible(not enrolled and not may)


def _belongs(ctx: Context) -> Belongs:
    from db.shop import syncoffice

    with ctx.read() as conn:
        where = syncoffice.address(conn.connection.driver_connection)
    return Belongs(where.url if where is not None else "", ctx.store.pc.letter)
