"""Writing a customer and the parts of her card inside somebody's unit of work.

Commands, imports and the demo all come through here, so that what is kept is always checked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Table, select

from db.tables.customers import (
    consent,
    contact_point,
    customer,
    note,
    occasion,
    preference,
    ring_size,
    wish,
)
from db.types import Id, new_id
from db.work import Work
from jewelcrm.customers import lists
from jewelcrm.customers.guests import require_whole
from jewelcrm.customers.model import (
    NewContact,
    NewCustomer,
    NewOccasion,
    NewPreference,
    NewRingSize,
    NewWish,
)
from jewelcrm.customers.rules.calendar import check_day, is_under_age
from jewelcrm.customers.rules.checks import required, required_choice, tidy, tidy_body
from jewelcrm.customers.rules.consent import ConsentChoice, check_choice, confirm_due
from jewelcrm.customers.rules.contacts import Contact, read_contact
from jewelcrm.customers.rules.fields import checked_person
from jewelcrm.customers.rules.identity import refuse_identity_numbers
from jewelcrm.customers.rules.ring_sizes import read_size
from jewelcrm.errors import CanFix

_PERSON = (
    *("title", "name", "name_zh", "preferred_name", "language", "gender"),
    *("district", "address", "country", "source", "tier", "owner_id", "household_id"),
    *("is_minor", "external_key", "alert", "alert_until"),
)


def keep_customer(work: Work, new: NewCustomer, *, region: str, today: dt.date) -> Id:
    """Add a customer with all that was said about her. Returns her id.

    Raises:
        CanFix: something in it cannot be kept; names the field.
    """
    person = checked_person({name: getattr(new, name) for name in _PERSON})
    customer_id = work.insert(
        customer, number=work.next_number(), collection_step=f"open:{new.intake}", **person
    )
    keep_contacts(work, customer_id, new.contacts, region)
    for day in new.occasions:
        keep_occasion(work, customer_id, day)
    for size in new.ring_sizes:
        keep_ring_size(work, customer_id, size, today)
    for liking in (*new.preferences, *(NewPreference(kind="tag", value=tag) for tag in new.tags)):
        keep_preference(work, customer_id, liking)
    for wished in new.wishes:
        keep_wish(work, customer_id, wished)
    if new.note:
        keep_note(work, customer_id, new.note)
    if new.consent:
        keep_consent(work, customer_id, new.consent, today)
    return customer_id


def keep_contacts(work: Work, customer_id: Id, news: Iterable[NewContact], region: str) -> None:
    """Add her first contacts; without another wish the first phone is the preferred one."""
    news = list(news)
    any_preferred = any(new.preferred for new in news)
    keys = sorted(new_id() for _ in news)  # within a millisecond keys are in no order
    seen: set[tuple[str, str]] = set()
    for place, new in enumerate(news):
        contact = read_contact(new.kind, new.value, new.label, region)
        if (contact.kind, contact.normal) not in seen:
            preferred = new.preferred or (place == 0 and not any_preferred)
            keep_contact(work, customer_id, contact, preferred=preferred, key=keys[place])
        seen.add((contact.kind, contact.normal))


def keep_contact(
    work: Work, customer_id: Id, contact: Contact, *, preferred: bool, key: Id | None = None
) -> Id:
    """Add one contact that has been read."""
    refuse_identity_numbers({"value": contact.value})
    return work.insert(
        contact_point,
        id=key,
        customer_id=customer_id,
        kind=contact.kind,
        value=contact.value,
        normal=contact.normal,
        label=contact.label,
        preferred=preferred,
        checked=contact.checked,
    )


def keep_occasion(work: Work, customer_id: Id, new: NewOccasion) -> Id:
    """Add a birthday or another day."""
    note_age(work, customer_id, new)
    return work.insert(occasion, customer_id=customer_id, **occasion_values(new))


def note_age(work: Work, customer_id: Id, new: NewOccasion) -> None:
    """Who is under 18 by her own birthday is marked so: a guardian has to consent for her.

    The mark is never taken off here; whoever knows better takes it off on the card.
    """
    own = new.kind == "birthday" and tidy(new.whose) is None
    if own and is_under_age(new, work.now.date()):
        marked = select(customer.c.is_minor).where(customer.c.id == customer_id)
        if not work.conn.execute(marked).scalar():
            work.update(customer, customer_id, is_minor=True)


def occasion_values(new: NewOccasion) -> dict[str, Any]:
    """The checked columns of a day."""
    check_day(new)
    texts = {"whose": tidy(new.whose), "note": tidy(new.note)}
    refuse_identity_numbers(texts)
    return {
        "kind": required_choice("kind", lists.OCCASIONS, new.kind),
        "calendar": new.calendar,
        "year": new.year,
        "month": new.month,
        "day": new.day,
        "leap_month": new.leap_month,
        **texts,
    }


def keep_ring_size(work: Work, customer_id: Id, new: NewRingSize, today: dt.date) -> Id:
    """Add the size of one finger."""
    return work.insert(ring_size, customer_id=customer_id, **ring_size_values(new, today))


def ring_size_values(new: NewRingSize, today: dt.date) -> dict[str, Any]:
    """The checked columns of a finger's size; without a date it was measured today."""
    size = read_size(new.size)
    text = tidy(new.note)
    refuse_identity_numbers({"note": text})
    return {
        "hand": required_choice("hand", lists.HANDS, new.hand),
        "finger": required_choice("finger", lists.FINGERS, new.finger),
        "circumference": size.circumference,
        "system": size.system,
        "label": size.label,
        "band_width": new.band_width,
        "measured_on": new.measured_on or today,
        "note": text,
    }


def keep_preference(work: Work, customer_id: Id, new: NewPreference) -> Id:
    """Add a preference or a tag; one she has already is only found again."""
    values = _preference_values(new)
    known = _same_row(work, preference, customer_id, kind=values["kind"], value=values["value"])
    return known or work.insert(preference, customer_id=customer_id, **values)


def _preference_values(new: NewPreference) -> dict[str, Any]:
    kind = required_choice("kind", lists.PREFERENCE_KINDS, new.kind)
    value = required("value", lists.PREFERENCE_KINDS.label(kind), new.value)
    choices = lists.CHOICES_OF_PREFERENCE.get(kind)
    if choices is not None and kind != "allergy":
        value = required_choice("value", choices, value)
    elif choices is not None:
        value = choices.read(value) or value  # an allergy we never heard of is still an allergy
    texts = {"value": value, "note": tidy(new.note)}
    refuse_identity_numbers(texts)
    return {"kind": kind, "basis": required_choice("basis", lists.BASES, new.basis), **texts}


def keep_wish(work: Work, customer_id: Id, new: NewWish) -> Id:
    """Add a wished-for piece."""
    return work.insert(wish, customer_id=customer_id, state="open", **wish_values(new))


def wish_values(new: NewWish) -> dict[str, Any]:
    """The checked columns of a wish."""
    texts = {
        "description": required("description", "What is wished for", new.description),
        "occasion": tidy(new.occasion),
    }
    refuse_identity_numbers(texts)
    return {
        "product_id": new.product_id,
        "budget_cents": new.budget.cents if new.budget else None,
        "currency": new.budget.currency if new.budget else None,
        "wanted_by": new.wanted_by,
        **texts,
    }


def keep_note(
    work: Work,
    customer_id: Id,
    body: str,
    *,
    channel: str = "note",
    order_id: Id | None = None,
    replaces_id: Id | None = None,
) -> Id:
    """Add a note; notes are never changed, only followed by a better one."""
    text = tidy_body(body)
    if not text:
        raise CanFix("Write something in the note.", field="body")
    refuse_identity_numbers({"body": text})
    return work.insert(
        note,
        customer_id=customer_id,
        order_id=order_id,
        channel=required_choice("channel", lists.NOTE_CHANNELS, channel),
        body=text,
        author_id=work.actor,
        replaces_id=replaces_id,
    )


def keep_consent(work: Work, customer_id: Id, choice: ConsentChoice, today: dt.date) -> list[Id]:
    """Add her answer: one line for each channel and class it was given for."""
    check_choice(choice)
    scopes = [(channel, kind) for channel in choice.channels for kind in choice.subject_classes]
    return [_keep_consent_line(work, customer_id, choice, scope, today) for scope in scopes]


def _keep_consent_line(
    work: Work, customer_id: Id, choice: ConsentChoice, scope: tuple[str, str], today: dt.date
) -> Id:
    return work.insert(
        consent,
        customer_id=customer_id,
        purpose=choice.purpose,
        channel=scope[0],
        subject_class=scope[1],
        state=choice.state,
        source=choice.source,
        notice_version=choice.notice_version,
        notice_language=choice.notice_language,
        obtained_at=work.now,
        obtained_by=work.actor,
        witness=tidy(choice.witness),
        confirm_due=confirm_due(choice, today),
    )


def _same_row(work: Work, table: Table, customer_id: Id, **same: object) -> Id | None:
    conditions = [table.c[name] == value for name, value in same.items()]
    found = work.conn.execute(
        select(table.c.id).where(
            table.c.customer_id == customer_id, table.c.archived_at.is_(None), *conditions
        )
    ).scalar()
    return found if isinstance(found, bytes) else None


def same_contact(work: Work, customer_id: Id, contact: Contact) -> Id | None:
    """The id of the contact on her card that is this one, if it is there."""
    return _same_row(work, contact_point, customer_id, kind=contact.kind, normal=contact.normal)


def the_customer(work: Work, customer_id: Id) -> Mapping[str, Any]:
    """Her row, as it stands inside this unit of work.

    Raises:
        CanFix: there is no such customer, or she has been put away, or she is another branch's of
            whom only the initials are here.
    """
    row = work.conn.execute(select(customer).where(customer.c.id == customer_id)).mappings().first()
    if row is None:
        raise CanFix("This customer is not here. Search again.")
    if row["archived_at"] is not None:
        raise CanFix("This customer has been put away. Bring the card back first.")
    require_whole(work.conn, customer_id)
    return dict(row)


def the_part(work: Work, table: Table, row_id: Id) -> Mapping[str, Any]:
    """A row of one of her lists.

    Raises:
        CanFix: it is not there any more.
    """
    row = work.conn.execute(select(table).where(table.c.id == row_id)).mappings().first()
    if row is None or row["archived_at"] is not None:
        raise CanFix("This line is no longer there. Look at the card again.")
    return dict(row)
