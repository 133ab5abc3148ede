"""Consent on the card: what holds for which channels and goods, and what must be confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from jewelcrm.customers.lists import CHANNELS, CONSENT_SOURCES, CONSENT_STATES, SUBJECT_CLASSES
from jewelcrm.customers.model import ConsentEntry
from jewelcrm.customers.rules.consent import deciding_entry, state_of
from ui.customers.card.acting import Acts
from ui.customers.parts import Flow
from ui.customers.words import CONSENT_TONES, joined, label
from ui.format import day_words, labelled, moment
from ui.i18n import N_, t
from ui.widgets import IconButton, Label, LinkButton, Pill, Row

_SHOWN = 4


def in_force(newest_first: Sequence[ConsentEntry]) -> list[ConsentEntry]:
    """The answers that decide now, one for each scope she was asked about."""
    ledger = tuple(reversed(newest_first))
    scopes = dict.fromkeys((one.channel, one.subject_class, one.purpose) for one in ledger)
    deciding = {id(found): found for scope in scopes if (found := deciding_entry(ledger, *scope))}
    return [one for one in newest_first if id(one) in deciding]


def consent(acts: Acts) -> Iterator[QWidget]:
    """What she agreed to in pills, what must be confirmed in writing, and the latest answers."""
    entries = acts.card.consent.entries
    if not entries:
        return
    deciding = in_force(entries)
    yield Flow(*map(_pill, deciding), spacing=6)
    yield from _to_confirm(acts, [one for one in deciding if one.confirm_due is not None])
    for entry in entries[:_SHOWN]:
        yield _answer(acts, entry)


def _answer(acts: Acts, entry: ConsentEntry) -> QWidget:
    """One line of the ledger, and the paper that proves it."""
    words = Label(look="muted", wrap=True).raw(_words(acts, entry))
    on_paper = IconButton(
        "printer",
        N_("On paper"),
        lambda: acts.consent_on_paper(entry.id),
        look="bare",
        tone="muted",
    )
    row = Row(words, on_paper, spacing=4)
    row.setStretch(0, 1)
    box = QWidget()
    box.setLayout(row)
    return box


def _pill(entry: ConsentEntry) -> Pill:
    state = state_of(entry)
    pill = Pill("", CONSENT_TONES.get(state, "muted"))
    pill.setText(labelled(_scope(entry), label(CONSENT_STATES, state)))
    return pill


def _scope(entry: ConsentEntry) -> str:
    """E-mail, or E-mail · Jade when only some goods were named."""
    goods = entry.subject_class
    named = None if goods == "all" else label(SUBJECT_CLASSES, goods)
    return joined(label(CHANNELS, entry.channel), named)


def _to_confirm(acts: Acts, waiting: Sequence[ConsentEntry]) -> Iterator[QWidget]:
    """A spoken yes must be confirmed to her within 14 days (Cap. 486 s.35E)."""
    days = [one.confirm_due for one in waiting if one.confirm_due is not None]
    if not days:
        return
    text = t("Confirm in writing by {day}.", day=day_words(min(days)))
    yield Label(look="note", wrap=True).raw(text)
    if acts.may("customers.consent"):
        known = [one.id for one in waiting]
        yield Flow(
            LinkButton(N_("It has been sent"), "check", lambda: acts.confirm_consents(known))
        )


def _words(acts: Acts, entry: ConsentEntry) -> str:
    return joined(
        moment(entry.obtained_at, acts.zone),
        label(CONSENT_STATES, entry.state),
        _scope(entry),
        label(CONSENT_SOURCES, entry.source),
        t("witness: {name}", name=entry.witness) if entry.witness else None,
        t("wording {version}", version=entry.notice_version),
    )
