"""Who did something is told by the name of the window's language."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from jewelcrm.customers import queries
from jewelcrm.customers.commands import add_note
from jewelcrm.followups import commands as followups
from jewelcrm.followups.queries import of_customer
from jewelcrm.history import queries as history
from jewelcrm.orders.queries import order
from jewelcrm.people.commands import edit_person
from tests.builders import a_kept_customer, a_placed_order
from ui import i18n
from ui.orders.parts import _who


def test_notes_owners_steps_and_history_know_both_names(ctx: Context) -> None:
    edit_person(ctx, ctx.staff.id, name_zh="陳美")
    key = a_kept_customer(ctx, owner_id=ctx.staff.id)
    add_note(ctx, key, "Asked for jade")
    followups.add(ctx, customer_id=key, title="Call", due_on=ctx.today())
    placed = order(ctx, a_placed_order(ctx, customer_id=key).id)

    card = queries.card(ctx, key)
    told = [
        (card.owner_name, card.owner_name_zh),
        (card.notes[0].author_name, card.notes[0].author_name_zh),
        (placed.staff_name, placed.staff_name_zh),
        (placed.steps[0].staff_name, placed.steps[0].staff_name_zh),
        *((one.assignee, one.assignee_zh) for one in of_customer(ctx, key)[:1]),
        *((one.who, one.who_zh) for one in history.of(ctx, "customer", key)[:1]),
    ]

    assert told == [("Mei Chan", "陳美")] * 6


def test_the_chinese_name_is_shown_when_the_window_speaks_chinese(
    ctx: Context, qtbot: QtBot
) -> None:
    [step, *_] = order(ctx, a_placed_order(ctx).id).steps
    i18n.use("zh_HK")
    assert _who(step) == "Mei Chan"  # who has no Chinese name is called by the other

    edit_person(ctx, ctx.staff.id, name_zh="陳美")
    [step, *_] = order(ctx, a_placed_order(ctx).id).steps
    assert _who(step) == "陳美"
    i18n.use("en")
    assert _who(step) == "Mei Chan"
