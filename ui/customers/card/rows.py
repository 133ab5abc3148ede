"""One line or pill for each thing known of a customer, with what can be done to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtWidgets import QWidget

from jewelcrm.customers import commands
from jewelcrm.customers.lists import (
    BASES,
    CHOICES_OF_PREFERENCE,
    CONTACT_KINDS,
    CONTACT_LABELS,
    OCCASIONS,
    PREFERENCE_KINDS,
    RELATIONS,
    WISH_STATES,
)
from jewelcrm.customers.model import (
    ContactView,
    MemberView,
    OccasionView,
    PreferenceView,
    RelationView,
    RingSizeView,
    WishView,
)
from ui.customers import contact as contact_dialog
from ui.customers import occasion as occasion_dialog
from ui.customers import ring as ring_dialog
from ui.customers import wish as wish_dialog
from ui.customers.card.acting import Acts
from ui.customers.hands import HandMark, finger_name
from ui.customers.parts import Flow, Line, today_of
from ui.customers.words import (
    in_days,
    joined,
    kind_icon,
    label,
    occasion_day,
    years_words,
)
from ui.format import bracketed, day_words, labelled, money, names
from ui.format import phone as phone_text
from ui.i18n import N_, t
from ui.widgets import IconButton, Label, LinkButton, Pill, Row, VBox

_PILL_TONES = {"allergy": "danger", "dislike": "gold", "tag": "info", "service": "accent"}


def bare(icon: str, name: str, pressed: Callable[[], object], *, on: bool = True) -> IconButton:
    """A small button without a frame."""
    button = IconButton(icon, name, pressed, look="bare", tone="muted")
    button.setEnabled(on)
    return button


def contacts(acts: Acts) -> Iterator[QWidget]:
    """Phones, e-mails and accounts; a click copies."""
    return (_contact(acts, one) for one in acts.card.contacts)


def _contact(acts: Acts, one: ContactView) -> Line:
    may = acts.may("customers.edit")
    shown = phone_text(one.normal) if one.kind in ("phone", "whatsapp") else one.value
    small = joined(
        label(CONTACT_KINDS, one.kind) if one.kind != "phone" else None,
        label(CONTACT_LABELS, one.label) if one.label else None,
        t("preferred one") if one.preferred else None,
        t("looks wrong, please check") if one.checked == "unlikely" else None,
    )
    buttons = [bare("content-copy", N_("Copy"), lambda: acts.copy(one))]
    if one.kind in ("phone", "whatsapp") and one.normal.startswith("+"):
        buttons.append(bare("whatsapp", N_("Open WhatsApp"), lambda: acts.whatsapp(one)))
    known = one.id
    buttons += [
        bare(
            "pencil",
            N_("Change"),
            lambda: contact_dialog.show(acts.desk, card=acts.card, contact=one),
            on=may,
        ),
        bare(
            "close",
            N_("Take off"),
            lambda: acts.put_away(lambda ctx: commands.archive_contact(ctx, known)),
            on=may,
        ),
    ]
    line = Line(kind_icon(one.kind, "phone"), shown, small, *buttons)
    for button in buttons:
        button.setAccessibleDescription(shown)
    return line


def ring_sizes(acts: Acts) -> Iterator[QWidget]:
    """Every finger measured, in all systems."""
    return (_ring_size(acts, one) for one in acts.card.ring_sizes)


def _ring_size(acts: Acts, one: RingSizeView) -> QWidget:
    line = QWidget()
    said = f"{one.system} {one.label}" if one.system != "mm" else f"{one.label} mm"
    others = "  ".join(
        f"{system} {text}"
        for system, text in one.labels.items()
        if system not in (one.system, "mm")
    )
    when = t("measured {day}", day=day_words(one.measured_on)) if one.measured_on else None
    band = t("band {width} mm", width=one.band_width) if one.band_width else None
    words = VBox(
        Label(look="strong", wrap=True).raw(f"{finger_name((one.hand, one.finger))}   {said}"),
        Label(look="muted", wrap=True).raw(f"{others}  {one.circumference:.1f} mm"),
        spacing=1,
    )
    if small := joined(when, band, one.note):
        words.addWidget(Label(look="muted", wrap=True).raw(small))
    known, may = one.id, acts.may("customers.edit")
    change = bare(
        "pencil",
        N_("Change"),
        lambda: ring_dialog.show(acts.desk, card=acts.card, size=one),
        on=may,
    )
    off = bare(
        "close",
        N_("Take off"),
        lambda: acts.put_away(lambda ctx: commands.archive_ring_size(ctx, known)),
        on=may,
    )
    row = Row(HandMark((one.hand, one.finger)), spacing=10)
    row.addLayout(words, 1)
    row.addWidget(change)
    row.addWidget(off)
    line.setLayout(row)
    return line


def occasions(acts: Acts) -> Iterator[QWidget]:
    """Birthdays and other days, the next first."""
    return (_occasion(acts, one) for one in acts.card.occasions)


def _occasion(acts: Acts, one: OccasionView) -> Line:
    today, may, known = today_of(acts.desk), acts.may("customers.edit"), one.id
    kind = label(OCCASIONS, one.kind)
    text = bracketed(kind, one.whose) if one.whose else kind
    coming = None
    if one.next_on is not None:
        coming = bracketed(day_words(one.next_on), in_days(one.next_on, today))
    turns = years_words(one.kind, one.years)
    change = bare(
        "pencil",
        N_("Change"),
        lambda: occasion_dialog.show(acts.desk, card=acts.card, occasion=one),
        on=may,
    )
    off = bare(
        "close",
        N_("Take off"),
        lambda: acts.put_away(lambda ctx: commands.archive_occasion(ctx, known)),
        on=may,
    )
    said = labelled(text, occasion_day(one))
    return Line(
        kind_icon(one.kind, "calendar-star"), said, joined(coming, turns, one.note), change, off
    )


def preferences(acts: Acts) -> Iterator[QWidget]:
    """Pills by kind, allergies first."""
    order = ("allergy", "metal", "stone", "style", "dislike", "budget", "service", "tag")
    for kind in order:
        mine = [one for one in acts.card.preferences if one.kind == kind]
        if mine:
            yield _pills(acts, kind, mine)


def _pills(acts: Acts, kind: str, mine: Iterable[PreferenceView]) -> QWidget:
    box = QWidget()
    flow = Flow(spacing=6)
    for one in mine:
        flow.add(_pill(acts, one))
    box.setLayout(VBox(Label(look="muted").raw(label(PREFERENCE_KINDS, kind)), flow, spacing=4))
    return box


def _pill(acts: Acts, one: PreferenceView) -> QWidget:
    box = QWidget()
    pill = Pill("", _PILL_TONES.get(one.kind, "muted"))
    pill.setText(preference_words(one))
    pill.setToolTip(joined(label(BASES, one.basis), one.note))
    known = one.id
    off = bare(
        "close",
        N_("Take off"),
        lambda: acts.put_away(lambda ctx: commands.archive_preference(ctx, known)),
        on=acts.may("customers.edit"),
    )
    off.setAccessibleDescription(pill.text())
    box.setLayout(Row(pill, off, spacing=0))
    return box


def preference_words(one: PreferenceView) -> str:
    """Nickel, White gold, or the words she used."""
    choices = CHOICES_OF_PREFERENCE.get(one.kind)
    return label(choices, one.value) if choices is not None else one.value


def wishes(acts: Acts) -> Iterator[QWidget]:
    """Open wishes first, then what became of the others."""
    ordered = sorted(acts.card.wishes, key=lambda one: one.state != "open")
    return (_wish(acts, one) for one in ordered)


def _wish(acts: Acts, one: WishView) -> Line:
    small = joined(
        one.occasion,
        money(one.budget) if one.budget else None,
        t("wanted by {day}", day=day_words(one.wanted_by)) if one.wanted_by else None,
        label(WISH_STATES, one.state) if one.state != "open" else None,
    )
    if one.state != "open" or not acts.may("customers.edit"):
        return Line("star-outline", one.description, small, strong=one.state == "open")
    known = one.id
    return Line(
        "star-outline",
        one.description,
        small,
        bare("check", N_("Bought"), lambda: acts.close_wish(known, "bought")),
        bare("pencil", N_("Change"), lambda: wish_dialog.show(acts.desk, card=acts.card, wish=one)),
        bare("close", N_("No longer wanted"), lambda: acts.close_wish(known, "dropped")),
    )


def family(acts: Acts) -> Iterator[QWidget]:
    """Relations, then the others of her household."""
    card = acts.card
    yield from (_relation(acts, one) for one in card.relations)
    if card.household_name:
        yield Label(look="muted").raw(t("Household: {name}", name=card.household_name))
    related = {one.customer_id for one in card.relations}
    yield from (_member(acts, one) for one in card.household if one.customer_id not in related)


def _relation(acts: Acts, one: RelationView) -> Line:
    who, known = names(one.name, one.name_zh), one.id
    off = bare(
        "link-off",
        N_("Take off"),
        lambda: acts.put_away(lambda ctx: commands.unrelate(ctx, known)),
        on=acts.may("customers.edit"),
    )
    words = joined(label(RELATIONS, one.kind), who[1], one.note)
    return Line("account-heart", who[0], words, _open_card(acts, one.customer_id, who[0]), off)


def _member(acts: Acts, one: MemberView) -> Line:
    who = names(one.name, one.name_zh)
    return Line("home", who[0], who[1], _open_card(acts, one.customer_id, who[0]))


def _open_card(acts: Acts, customer_id: bytes, name: str) -> LinkButton:
    button = LinkButton(N_("Card"), pressed=lambda: acts.open_customer(customer_id))
    button.setAccessibleName(t("Open the card of {name}", name=name))
    return button
