"""What two have changed without knowing of each other: both values, and one click to choose."""

from __future__ import annotations

from functools import partial

from jewelcrm.sync import commands
from jewelcrm.sync.model import Conflict
from ui.i18n import N_, later, t
from ui.shell.desk import Desk
from ui.sync.rows import Deed, SyncRow, ValueBox, for_a_manager, open_subject, when_of
from ui.sync.words import conflict_words
from ui.widgets import Label, Row, muted


def conflict_row(desk: Desk, one: Conflict) -> SyncRow:
    """Both values side by side; doing nothing leaves what stands."""
    when = when_of(desk)
    head = "  ·  ".join(
        part for part in (one.subject or later(one.thing), later(one.label)) if part
    )
    row = SyncRow(
        "swap-horizontal",
        "gold" if one.must_review else "muted",
        head,
        Label(look="muted", wrap=True).raw(conflict_words(one, when)),
    )
    boxes = Row(
        ValueBox(N_("Stands now"), one.kept, one.kept_by, when(one.kept_at), chosen=True),
        ValueBox(N_("The other value"), one.lost, one.lost_by, when(one.lost_at), chosen=False),
        spacing=10,
    )
    for place in range(2):
        boxes.setStretch(place, 1)
    row.column.addLayout(boxes)
    if one.why_not:
        row.column.addWidget(muted(one.why_not))
    if one.must_review or not desk.allows("sync.review"):
        row.column.addWidget(for_a_manager())
    row.offer([*_deeds(desk, one), *open_subject(desk, one.customer_id)])
    return row


def _deeds(desk: Desk, one: Conflict) -> list[Deed]:
    if not desk.allows("sync.review"):
        return []
    swap = Deed(N_("Use the other value"), "swap-horizontal", "S", partial(_swap, desk, one))
    keep = Deed(N_("Keep what stands"), "check", "K", partial(_keep, desk, one))
    return [keep, swap] if one.can_swap else [keep]


def _swap(desk: Desk, one: Conflict) -> None:
    desk.write(
        desk,
        lambda ctx: commands.swap(ctx, one.id),
        lambda _done: desk.toast(t("The other value stands now.")),
    )


def _keep(desk: Desk, one: Conflict) -> None:
    desk.write(
        desk,
        lambda ctx: commands.keep(ctx, one.id),
        lambda _done: desk.toast(t("It stays as it is.")),
    )
