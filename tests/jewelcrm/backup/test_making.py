"""A point is made while people work, is checked, and costs what changed."""

from __future__ import annotations

from jewelcrm.backup import commands as backup
from jewelcrm.backup import queries
from jewelcrm.context import Context


def test_a_backup_is_made_checked_and_listed(ctx: Context):
    made = backup.back_up(ctx)
    assert made.verified
    [point] = queries.points(ctx)
    assert point.id == made.point.id
    assert point.state == "checked"
    assert (point.branch, point.letter, point.why) == ("HK01", "A", "now")
    assert "recovery" in point.ways


def test_the_light_is_not_green_before_a_backup_was_tried_out(ctx: Context):
    assert queries.status(ctx).light == "amber"
    backup.back_up(ctx)
    assert queries.status(ctx).light == "amber"


def test_a_second_backup_costs_what_changed(ctx: Context):
    first = backup.back_up(ctx)
    second = backup.back_up(ctx)
    assert second.point.added < first.point.added / 2
    assert second.point.seq == first.point.seq + 1
