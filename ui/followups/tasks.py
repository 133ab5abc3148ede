"""A follow-up as a row, and the deeds that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu

from jewelcrm.followups import commands
from jewelcrm.followups.rules import OUTCOMES
from ui.customers.order_words import (
    STANDING_TONES,
    followup_title,
    outcome_words,
    rule_words,
    standing_words,
)
from ui.customers.parts import me_of, today_of
from ui.customers.words import in_days, joined
from ui.dress import wear
from ui.followups import assign, close, snooze
from ui.followups.row import Deed, TaskRow
from ui.followups.who import reach_words
from ui.format import money, names
from ui.i18n import N_, later, t
from ui.widgets import Pill

if TYPE_CHECKING:
    from jewelcrm.followups.model import FollowUp
    from ui.shell.desk import Desk

_ENDED = ("done", "stopped")


def followup_row(desk: Desk, one: FollowUp, *, pills: bool = False) -> TaskRow:
    """The row of a follow-up; `pills` when rows of different standing are mixed."""
    marks = [mark for mark in (_standing(one) if pills else None, _amount(one), _rule(one)) if mark]
    return TaskRow(
        followup_title(one),
        joined(*reach_words(one.customer), *_when(desk, one)),
        deeds(desk, one),
        who=one.customer,
        tone="danger" if one.standing == "overdue" else "muted",
        marks=marks,
        unread=not one.seen and _mine(desk, one),
    )


def _standing(one: FollowUp) -> Pill:
    pill = Pill("", STANDING_TONES[one.standing])
    pill.setText(standing_words(one.standing))
    return pill


def _amount(one: FollowUp) -> Pill | None:
    if one.amount is None:
        return None
    pill = Pill("", "gold")
    pill.setText(money(one.amount))
    return pill


def _rule(one: FollowUp) -> Pill | None:
    if one.rule is None:
        return None
    pill = Pill("", "muted")
    pill.setText(rule_words(one.rule))
    pill.setToolTip(t("Made by a rule"))
    return pill


def _when(desk: Desk, one: FollowUp) -> list[str | None]:
    today = today_of(desk)
    ended = one.standing in _ENDED
    whose = names(one.assignee, one.assignee_zh)[0]
    return [
        one.order.number if one.order else None,
        one.body,
        None if ended or one.due_on == today else in_days(one.due_on, today),
        t("put off: {why}", why=one.snooze_reason) if one.snooze_reason else None,
        outcome_words(one.outcome) if one.outcome else None,
        one.outcome_note,
        t("for {name}", name=whose) if whose and not _mine(desk, one) else None,
    ]


def _mine(desk: Desk, one: FollowUp) -> bool:
    return one.assignee_id == me_of(desk)


def deeds(desk: Desk, one: FollowUp) -> list[Deed]:
    """What can be done with it now."""
    may = desk.allows("followups.edit")
    card = Deed(N_("Open card"), "account", "O", lambda: open_card(desk, one))
    if one.standing in _ENDED:
        again = Deed(N_("Open again"), "redo", "R", lambda: reopen(desk, one), may)
        return [again, *([card] if one.customer else [])]
    order = one.order
    pay = order is not None and one.amount is not None and desk.allows("payments.take")
    return [
        Deed(N_("Outcome"), "check", "D", lambda: choose_outcome(desk, one), may),
        *([card] if one.customer else []),
        *([Deed(N_("Take payment"), "payment", "P", lambda: _pay(desk, one))] if pay else []),
        Deed(N_("Put off"), "alarm-snooze", "S", lambda: snooze.show(desk, followup=one), may),
        Deed(N_("Give to somebody"), "account-switch", "G", lambda: _give(desk, one), may),
    ]


def _give(desk: Desk, one: FollowUp) -> None:
    assign.show(desk, followup=one)


def _pay(desk: Desk, one: FollowUp) -> None:
    assert one.order is not None
    desk.open("payments.take", order_id=one.order.id)


def open_card(desk: Desk, one: FollowUp) -> None:
    """Show the customer, and note that the follow-up has been read."""
    if one.customer is not None:
        mark_seen(desk, one)
        desk.open("customers", customer_id=one.customer.id)


def mark_seen(desk: Desk, one: FollowUp) -> None:
    """It has been looked at."""
    known = one.id
    if not one.seen and desk.allows("followups.edit"):
        desk.write(desk, lambda ctx: commands.mark_seen(ctx, [known]), lambda _n: None)


def choose_outcome(desk: Desk, one: FollowUp) -> QMenu:
    """The outcomes as a menu under the mouse: one click closes it; the last line adds a word."""
    menu = QMenu(desk.window())
    wear(menu)
    for code, words in OUTCOMES.items():
        action = menu.addAction(later(words))
        action.triggered.connect(lambda _on=False, code=code: close_at_once(desk, one, code))
    menu.addSeparator()
    more = menu.addAction(t("With a note …"))
    more.triggered.connect(lambda _on=False: close.show(desk, followup=one))
    anchor = QApplication.focusWidget()
    menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()) if anchor else QCursor.pos())
    return menu


def close_at_once(desk: Desk, one: FollowUp, outcome: str) -> None:
    """Close it with this outcome; the toast offers to take it back."""
    known = one.id
    desk.write(
        desk,
        lambda ctx: commands.close(ctx, known, outcome=outcome),
        lambda _done: close.told_closed(desk, one),
    )


def reopen(desk: Desk, one: FollowUp) -> None:
    """Open it again for today."""
    known = one.id
    desk.write(
        desk,
        lambda ctx: commands.reopen(ctx, known),
        lambda _done: desk.toast(t("Open again for today")),
    )
