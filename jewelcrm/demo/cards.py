"""Customer cards as rows: a full one for the core of the shop, a short one for the many."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db.tables.customers import contact_point, customer, household, relation
from db.types import Id
from jewelcrm.demo import known, reach
from jewelcrm.demo.crowd import Person, spouse
from jewelcrm.demo.trade import Buyer
from jewelcrm.demo.world import World

_TIERS = ("standard", "silver", "gold", "vip")
_TIER_SHARES = (72, 17, 8, 3)
_SOURCES = ("walk_in", "referral", "mall", "social", "web", "event", "phone", "corporate")
_SOURCE_SHARES = (46, 18, 12, 9, 6, 5, 3, 1)


def full_card(world: World, person: Person, at: dt.datetime) -> Buyer:
    """All that a shop knows about a customer of its core."""
    return _full_person(world, person, at, owner=world.chosen(world.staff), home_of=None)


def short_card(world: World, person: Person, at: dt.datetime) -> Buyer:
    """What is known of most people: a name, a phone, perhaps a birthday and consent."""
    owner = world.chosen(world.staff)
    customer_id = world.ids.at(at)
    world.batch.add(
        customer,
        {
            "id": customer_id,
            "number": "",
            "title": person.title,
            "name": person.name.latin,
            "name_zh": person.name.zh or None,
            "language": person.language,
            "gender": person.gender,
            "country": person.country,
            "source": world.chance.choices(_SOURCES, _SOURCE_SHARES)[0],
            "tier": "standard",
            "owner_id": owner,
            "created_at": at,
        },
    )
    _phone(world, customer_id, person.mobile, at)
    if world.happens(0.2):
        _email(world, customer_id, person, at)
    if world.happens(0.2):
        known.birthday(world, customer_id, person, at)
    if world.happens(0.2):
        known.consents(world, customer_id, at, owner)
    return Buyer(customer_id, owner)


def spouse_card(world: World, person: Person, buyer: Buyer, at: dt.datetime) -> Buyer:
    """The card of a customer's spouse, the relation, and one household for both."""
    other = spouse(world.chance, person)
    later = min(at + dt.timedelta(days=world.between(0, 200)), world.now)
    theirs = _full_person(world, other, later, owner=buyer.staff_id, home_of=buyer.id)
    world.batch.add(
        relation,
        {
            "id": world.ids.at(later),
            "customer_id": buyer.id,
            "other_id": theirs.id,
            "kind": "spouse",
            "created_at": later,
        },
    )
    return theirs


def _full_person(
    world: World, person: Person, at: dt.datetime, *, owner: Id, home_of: Id | None
) -> Buyer:
    customer_id = world.ids.at(at)
    rows = world.batch.rows[customer]
    mate = next((row for row in reversed(rows) if row["id"] == home_of), None) if home_of else None
    row = _customer_row(world, person, customer_id, at, owner)
    if mate is not None:
        row |= {"address": mate["address"], "district": mate["district"]}
        family = household_of(world, person, at)
        row["household_id"] = family
        mate["household_id"] = family
    world.batch.add(customer, row)
    _reach(world, customer_id, person, at)
    known.days(world, customer_id, person, at)
    size = known.ring(world, customer_id, person, at)
    known.likings(world, customer_id, at)
    known.consents(world, customer_id, at, owner)
    known.wishes(world, customer_id, at)
    known.notes(world, customer_id, at, owner)
    return Buyer(customer_id, owner, size, row["tier"])


def household_of(world: World, person: Person, at: dt.datetime) -> Id:
    """A new household named after the person."""
    household_id = world.ids.at(at)
    name = person.name.family or person.name.western
    world.batch.add(household, {"id": household_id, "name": f"{name} family", "created_at": at})
    return household_id


def _customer_row(
    world: World, person: Person, customer_id: Id, at: dt.datetime, owner: Id
) -> dict[str, Any]:
    name = person.name
    home = reach.home(world.chance) if person.at_home and world.happens(0.7) else None
    return {
        "id": customer_id,
        "number": "",
        "title": person.title,
        "name": name.latin,
        "name_zh": name.zh if name.zh and world.happens(0.94) else None,
        "preferred_name": name.called if world.happens(0.4) else None,
        "language": person.language,
        "gender": person.gender,
        "district": home.district if home else None,
        "address": home.address if home else None,
        "country": person.country,
        "source": world.chance.choices(_SOURCES, _SOURCE_SHARES)[0],
        "tier": world.chance.choices(_TIERS, _TIER_SHARES)[0],
        "owner_id": owner,
        "household_id": None,
        "collection_step": "complete:walk_in" if world.happens(0.9) else "open:walk_in",
        "is_minor": False,
        "created_at": at,
    }


def _contact(
    world: World, customer_id: Id, kind: str, value: str, normal: str, **more: object
) -> None:
    world.batch.add(
        contact_point,
        {
            "id": world.ids.at(more["created_at"]),  # type: ignore[arg-type]
            "customer_id": customer_id,
            "kind": kind,
            "value": value,
            "normal": normal,
            **more,
        },
    )


def _phone(
    world: World,
    customer_id: Id,
    e164: str,
    at: dt.datetime,
    *,
    label: str = "mobile",
    preferred: bool = True,
) -> None:
    _contact(
        world,
        customer_id,
        "phone",
        reach.spoken(e164),
        e164,
        label=label,
        preferred=preferred,
        checked="valid",
        created_at=at,
    )


def _email(world: World, customer_id: Id, person: Person, at: dt.datetime) -> None:
    address = reach.email(world.chance, person.name.called, person.name.family)
    _contact(
        world,
        customer_id,
        "email",
        address,
        address,
        label=None,
        preferred=False,
        checked=None,
        created_at=at,
    )


def _reach(world: World, customer_id: Id, person: Person, at: dt.datetime) -> None:
    _phone(world, customer_id, person.mobile, at)
    if world.happens(0.12):
        second = reach.landline(world.chance) if person.at_home else reach.mobile(world.chance)
        label = "home" if person.at_home else "mobile"
        _phone(world, customer_id, second, at, label=label, preferred=False)
    if world.happens(0.58):
        _email(world, customer_id, person, at)
    if world.happens(0.3):
        kind = "wechat" if person.country == "CN" else "whatsapp"
        handle = f"wx_{world.between(10**6, 10**7)}" if kind == "wechat" else person.mobile
        _contact(
            world,
            customer_id,
            kind,
            handle if kind == "wechat" else reach.spoken(handle),
            handle,
            label=None,
            preferred=False,
            checked=None,
            created_at=at,
        )
