"""What is promised: the day, the way it is collected, hurry, and a surprise kept secret."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from jewelcrm.orders.model import OrderDetail
from ui.customers.forms import DayField, area
from ui.i18n import N_, say
from ui.orders.new.making import ChoiceField
from ui.orders.words import CHANNELS, PICKUPS
from ui.widgets import Choice, Field


class Terms(TypedDict):
    """The part of a NewOrder, and of edit_order, that is promised."""

    promised_on: dt.date | None
    pickup: str | None
    channel: str
    rush: bool
    secret_until: dt.date | None
    remark: str | None


class TermsFields(QWidget):
    """Promised date, pickup, rush, surprise, channel, remark."""

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        self.promised = DayField(N_("Promised for"), today, name="promised_on")
        self.pickup = ChoiceField(N_("How it is collected"), PICKUPS, name="pickup")
        self.channel = Choice(CHANNELS)
        self.secret = DayField(N_("Surprise until"), today, name="secret_until")
        self.rush = QToolButton()
        self.rush.setCheckable(True)
        self.rush.setProperty("look", "chip")
        say(self.rush.setText, "Rush")
        self.remark = area(N_("Remark"), 2, name="remark")
        self.remark.input.setMaximumHeight(self.remark.input.minimumHeight())
        say(self.secret.input.setToolTip, "Hidden from the household until that day")
        self._lay()

    def _lay(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        rush = Field(N_("Hurry"), self.rush, name="rush")
        channel = Field(N_("Ordered by"), self.channel, name="channel")
        parts = (self.promised, self.pickup, self.secret, channel, rush)
        for column, part in enumerate(parts):
            grid.addWidget(part, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 3 if part is not rush else 1)
        grid.addWidget(self.remark, 1, 0, 1, len(parts), Qt.AlignmentFlag.AlignTop)

    def put(self, order: OrderDetail) -> None:
        """Show what is agreed already."""
        self.promised.edit.set_day(order.promised_on)
        self.pickup.put(order.pickup)
        self.channel.choose(order.channel)
        self.secret.edit.set_day(order.secret_until)
        self.rush.setChecked(order.rush)
        self.remark.set_text(order.remark)

    def values(self) -> Terms:
        """What was typed. Raises CanFix naming the field."""
        return Terms(
            promised_on=self.promised.day(),
            pickup=self.pickup.value(),
            channel=self.channel.value(),
            rush=self.rush.isChecked(),
            secret_until=self.secret.day(),
            remark=self.remark.text() or None,
        )
