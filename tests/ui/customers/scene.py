"""A customer with a full card, and the ways a test looks at the window."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.customers.commands import add_customer
from jewelcrm.customers.model import (
    NewContact,
    NewCustomer,
    NewOccasion,
    NewPreference,
    NewRingSize,
    NewWish,
)
from jewelcrm.money import Money
from jewelcrm.orders.commands import move_order, place_order
from jewelcrm.orders.model import NewLine, NewOrder
from ui.shell.window import Window


def amy(ctx: Context, **more: object) -> Id:
    """Chan Tai Man with a phone, a size, a day, likes and a wish; not asked about marketing."""
    usual: dict[str, object] = {
        "name": "Chan Tai Man",
        "name_zh": "陳大文",
        "title": "Ms",
        "tier": "vip",
        "language": "yue",
        "contacts": (NewContact(kind="phone", value="9123 4567", preferred=True),),
        "ring_sizes": (NewRingSize(hand="left", finger="ring", size="HK 14"),),
        "occasions": (NewOccasion(kind="birthday", month=12, day=1, year=1988),),
        "preferences": (
            NewPreference(kind="allergy", value="nickel"),
            NewPreference(kind="service", value="no_calls_before_11"),
        ),
        "wishes": (NewWish(description="Jade bangle, 56 mm"),),
        "note": "Comes back on Saturday",
    }
    return add_customer(ctx, NewCustomer(**{**usual, **more}))


def a_repair(ctx: Context, customer_id: Id, *, ready: bool = False) -> Id:
    """A ring to be made smaller, HK$480, promised for tomorrow."""
    line = NewLine(
        description="Resize 18K ring 14 to 13",
        quantity=Decimal(1),
        unit_price=Money(48000, "HKD"),
        service="resize",
        condition="Light scratches",
    )
    promised = ctx.today() + dt.timedelta(days=1)
    new = NewOrder(kind="repair", customer_id=customer_id, lines=[line], promised_on=promised)
    placed = place_order(ctx, new)
    for stage in ("in_work", "quality_check", "ready") if ready else ():
        move_order(ctx, placed.id, stage)
    return placed.id


def words_in(widget: QWidget) -> str:
    """Everything a person reads in a widget, hyphens and blanks as they are typed."""
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    return "\n".join(labels).replace("\N{NON-BREAKING HYPHEN}", "-").replace("\xa0", " ")


def reads(qtbot: QtBot, widget: QWidget, *texts: str) -> None:
    """Wait until all of these can be read."""

    def seen() -> None:
        now = words_in(widget)
        missing = [text for text in texts if text not in now]
        assert not missing, f"{missing} not in:\n{now}"

    qtbot.waitUntil(lambda: _true(seen), timeout=8000)


def _true(check: object) -> bool:
    check()
    return True


def press(inside: QWidget, name: str) -> None:
    """Press the button with this text or accessible name."""
    found = [
        button
        for button in inside.findChildren(QAbstractButton)
        if name in (button.text(), button.accessibleName()) and button.isVisibleTo(inside)
    ]
    assert found, f"no button {name!r}"
    found[0].click()


def dialog(qtbot: QtBot, kind: type[QDialog] = QDialog) -> QDialog:
    """The dialog that is open, once it is."""

    def shown() -> list[QDialog]:
        return [
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, kind) and one.isVisible() and _of_an_open_window(one)
        ]

    qtbot.waitUntil(lambda: bool(shown()), timeout=8000)
    return shown()[-1]


def _of_an_open_window(one: QDialog) -> bool:
    """Not left over from the window of another test."""
    parent = one.parentWidget()
    return parent is not None and parent.isVisible()


def card_of(window: Window, qtbot: QtBot, customer_id: Id) -> QWidget:
    """Open the page Customers at her card and wait for it."""
    window.open("customers", {"customer_id": customer_id})
    panel = window.sheet.page().place.card
    qtbot.waitUntil(
        lambda: panel.view is not None and panel.view.card.id == customer_id, timeout=8000
    )
    return panel
