"""The card on the right: reads one customer and shows her; what is being typed on it stays."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.customers.card.acting import Acts
from ui.customers.card.head import ActionBar, Head
from ui.customers.card.load import CardView, load
from ui.customers.card.question import NextQuestion
from ui.customers.card.wanting import WantList
from ui.format import names
from ui.i18n import N_
from ui.sync.guests import company_deeds, is_stub, show_menu
from ui.widgets import EmptyState, FlowLayout, Scroll, Tabs, VBox, line

if TYPE_CHECKING:
    from db.types import Id
    from jewelcrm.context import Context
    from ui.customers.card.notes import Notes
    from ui.shell.desk import Desk

_TABS = (
    ("overview", N_("Overview")),
    ("orders", N_("Orders")),
    ("payments", N_("Payments")),
    ("followups", N_("Follow-ups")),
    ("notes", N_("Notes")),
    ("timeline", N_("Timeline")),
    ("history", N_("History")),
)
_MADE_BY = {
    "overview": "overview.Overview",
    "orders": "business.Orders",
    "payments": "business.Payments",
    "followups": "business.FollowUps",
    "notes": "notes.Notes",
    "timeline": "timeline.Timeline",
    "history": "history.History",
}
"""Where each tab's page is: loaded and made when it is first looked at."""


_LOOK_UP = "customers.lookup"
_ABOVE, _AROUND = 8, 56  # left over the tabs; and with the line and margins below them


class Tab(Protocol):
    """A part of the card."""

    def show_view(self, view: CardView, acts: Acts) -> None: ...


class CardTabs(Tabs):
    """Tabs that go on in a second line where there is no room."""

    def _lay(self) -> None:
        FlowLayout(self, 0)


class CustomerPanel(QFrame):
    """Nothing, or one customer. `closed` when the person is done with her."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._desk = desk
        self.customer_id: Id | None = None
        self.view: CardView | None = None
        self._asked, self._raised = "", False
        self.head, self.bar = Head(), ActionBar()
        self.wants, self.question = WantList(), NextQuestion()
        self.tabs = CardTabs(_TABS, N_("Parts of the card"))
        self._pages: dict[str, QWidget] = {}
        self._nothing = EmptyState(
            "customer", N_("Choose a customer"), N_("The card opens here with all that is waiting.")
        )
        self._lay()
        self._listen()
        self.clear()

    def _lay(self) -> None:
        body = QWidget()
        column = VBox(self.head, self.bar, self.wants, self.question, self.tabs, spacing=14)
        column.setContentsMargins(18, 18, 18, 18)
        column.addWidget(line())
        self._tab = VBox(spacing=0)
        self._below = QWidget()
        self._below.setLayout(VBox(self._tab, None, spacing=0))
        column.addWidget(self._below)
        column.addStretch(1)
        body.setLayout(column)
        self._scroll = Scroll(body)
        outer = VBox(self._nothing, self._scroll, spacing=0)
        outer.setContentsMargins(1, 1, 1, 1)
        self.setLayout(outer)

    def _listen(self) -> None:
        self.tabs.chosen.connect(self._turn)
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda *_range: self._raise())
        bar.actionTriggered.connect(lambda _action: self._let_go())
        self.head.closed.connect(self.closed)
        self.head.edit.connect(self._edit)
        self.head.whatsapp.connect(self._whatsapp)
        self.head.copy.connect(self._copy)
        self.head.more.connect(self._more)
        self.head.look_up.connect(self._look_up)
        self.bar.note.connect(self._write_note)
        self._desk.languageChanged.connect(self._again)

    def clear(self) -> None:
        """Show nobody, and forget whom it showed."""
        self.customer_id = self.view = None
        self._scroll.hide()
        self._nothing.show()

    def show_customer(self, customer_id: Id, tab: str = "") -> None:
        """Read her card; the last one stays in sight until it is there."""
        self.customer_id = customer_id
        self._asked = tab
        if tab:
            self.tabs.choose(tab)
        self.reload()

    def reload(self) -> None:
        """Read the card again."""
        wanted, tab = self.customer_id, self.tabs.value()
        if wanted is None:
            return

        def work(ctx: Context) -> CardView:
            _page_class(tab)  # loaded here, where no key press waits for it
            return load(ctx, wanted)

        self._desk.read(self, work, self._show, self._failed, key="card")

    def _failed(self, error: Exception) -> None:
        from jewelcrm.errors import CanFix

        stood = self.view is not None and self.view.card.id == self.customer_id
        self.clear()
        if not (stood and isinstance(error, CanFix)):  # moved, erased, given back: no fault of hers
            self._desk.fail(error)

    def _show(self, view: CardView) -> None:
        if view.card.id != self.customer_id:
            return
        other = self.view is None or self.view.card.id != view.card.id
        self.view = view
        self._again()
        self._nothing.hide()
        self._scroll.show()
        if other:
            self._let_go()
            self._below.setMinimumHeight(0)
            self._scroll.verticalScrollBar().setValue(0)
        asked, self._asked = self._asked, ""
        if asked:
            self._reveal()

    def _again(self) -> None:
        """Say everything anew: after reading, and in another language."""
        if self.view is None:
            return
        acts = self._acts(self.view)
        self.head.show_card(self.view)
        self.head.edit_button.setEnabled(acts.may("customers.edit"))
        self.head.lookup_button.setVisible(is_stub(self.view.guest) and acts.may(_LOOK_UP))
        self.show_line()
        self.bar.show_card(self.view, acts)
        self.wants.show_card(self.view, acts)
        self.question.show_card(self.view.card, acts)
        self._show_tab(self.tabs.value())

    def show_line(self) -> None:
        """What a company can do with her is known once the line to head office is."""
        if self.view is not None:
            deeds = company_deeds(self._desk, self.view.guest)
            self.head.more_button.setVisible(bool(deeds))

    def _show_tab(self, name: str) -> None:
        if self.view is None:
            return
        shown = self.page(name)
        for page in self._pages.values():
            page.setVisible(page is shown)
        cast("Tab", shown).show_view(self.view, self._acts(self.view))

    def _turn(self, name: str) -> None:
        self._show_tab(name)
        self._reveal()

    def _reveal(self) -> None:
        """A tab was asked for: it comes up to the top, where it stays from tab to tab."""
        self._raised = True
        self._below.setMinimumHeight(max(0, self._scroll.height() - self.tabs.height() - _AROUND))
        self._raise()

    def _raise(self) -> None:
        """Now, and again as soon as the room below is made."""
        if self._raised:
            self._scroll.verticalScrollBar().setValue(self.tabs.y() - _ABOVE)

    def _let_go(self) -> None:
        self._raised = False

    def _acts(self, view: CardView) -> Acts:
        return Acts(self._desk, view.card, view.guest)

    def page(self, name: str) -> QWidget:
        """One of the tabs' pages."""
        if name not in self._pages:
            page = self._pages[name] = _page_class(name)(self._desk)
            self._tab.addWidget(page)
        return self._pages[name]

    def _write_note(self) -> None:
        self.tabs.choose("notes")
        self._show_tab("notes")
        notes = cast("Notes", self.page("notes"))
        notes.write()
        self._scroll.ensureWidgetVisible(notes.body)

    def _whatsapp(self) -> None:
        if self.view is not None and self.view.whatsapp is not None:
            Acts(self._desk, self.view.card).whatsapp(self.view.whatsapp)

    def _copy(self) -> None:
        if self.view is not None and self.view.phone is not None:
            Acts(self._desk, self.view.card).copy(self.view.phone)

    def _more(self) -> None:
        if self.view is not None:
            card, button = self.view.card, self.head.more_button
            name = names(card.name, card.name_zh)[0]
            show_menu(self._desk, button, card.id, name, self.view.guest)

    def _look_up(self) -> None:
        if self.view is not None:
            self._acts(self.view).look_up()

    def _edit(self) -> None:
        if self.view is not None:
            Acts(self._desk, self.view.card).edit()


def _page_class(tab: str) -> Callable[[Desk], QWidget]:
    module, name = _MADE_BY[tab].split(".")
    return cast(
        "Callable[[Desk], QWidget]", getattr(import_module(f"ui.customers.card.{module}"), name)
    )
