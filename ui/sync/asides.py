"""Work that head office put aside: why, what was in it, and the two ways on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from jewelcrm.sync.model import AsideField, AsideOp, PutAside
from ui.format import bracketed, labelled, sentences
from ui.i18n import N_, later, t, tn
from ui.shell.desk import Desk
from ui.sync.rows import Deed, SyncRow, for_a_manager, open_subject, when_of
from ui.sync.words import aside_advice, aside_why
from ui.widgets import Label, muted

_FIELDS = 8
_SHOWN = 160  # characters of a value: what is too long for its field may be very long


def aside_row(desk: Desk, one: PutAside) -> SyncRow:
    """Why it was put aside, the person's own words, and what can be done."""
    when = when_of(desk)
    who = "  ·  ".join(part for part in (one.who, when(one.happened_at)) if part)
    row = SyncRow(
        "alert-circle-outline",
        "danger",
        one.subject or _thing(one),
        Label(look="muted", wrap=True).raw(who),
        Label(wrap=True).raw(sentences(aside_why(one), aside_advice(one))),
    )
    for part in _contents(one):
        row.column.addWidget(part)
    if one.why_not:
        row.column.addWidget(muted(one.why_not))
    if not desk.allows("sync.review"):
        row.column.addWidget(for_a_manager())
    row.offer([*_deeds(desk, one), *open_subject(desk, one.customer_id)])
    return row


def _thing(one: PutAside) -> str:
    return later(one.ops[0].thing) if one.ops else t("A change")


def _deeds(desk: Desk, one: PutAside) -> list[Deed]:
    if not desk.allows("sync.review"):
        return []
    mend = Deed(N_("Mend and send…"), "send", "M", lambda: desk.open("sync.mend", aside=one))
    drop = Deed(N_("Give it up…"), "close", "G", lambda: desk.open("sync.drop", aside=one))
    return [mend, drop] if one.can_mend else [drop]


def _contents(one: PutAside) -> Iterator[QWidget]:
    shown = 0
    for op in one.ops:
        fields = op.fields[: max(0, _FIELDS - shown)]
        shown += len(fields)
        if fields:
            yield Label(look="muted", wrap=True).raw(op_words(op, fields))
    rest = sum(len(op.fields) for op in one.ops) - shown
    if rest > 0:
        yield Label(look="muted").raw(tn("and {n} more values", rest, one="and {n} more value"))


def op_words(op: AsideOp, fields: tuple[AsideField, ...]) -> str:
    """Contact added  ·  Value: 9123 4567  ·  Kind: Phone."""
    what = later(op.act, {"thing": later(op.thing)})
    return "  ·  ".join((what, *map(field_words, fields)))


def field_words(one: AsideField) -> str:
    """Name: Chan Tai Man → Chan Dai Man."""
    listed = one.text != one.value  # a word of a list, such as how she was in touch, is translated
    value, old = ((later(text) if listed else text) for text in (one.text, one.old))
    value = _short(value or "–")
    if old and one.old != one.text:
        value = f"{_short(old)} → {value}"
    return labelled(later(one.label), value)


def _short(text: str) -> str:
    """The beginning of a long value, so that it can be told which one it is, and how long it is."""
    if len(text) <= _SHOWN:
        return text
    count = t("{n} characters", n=f"{len(text):,}")
    return bracketed(f"{_breaking(text[:_SHOWN].rstrip())}…", count)


def _breaking(text: str) -> str:
    """Where a word is too long for a line, it may go on in the next."""
    return re.sub(r"(\S{40})", "\\1\u200b", text)
