"""What is known of a customer beyond name and phone, as rows: days, sizes, likings, consent."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from db.tables.customers import consent, note, occasion, preference, ring_size, wish
from db.types import Id
from jewelcrm.customers import lists
from jewelcrm.customers.rules import ring_sizes
from jewelcrm.customers.rules.consent import NOTICE_VERSION, ORAL_CONFIRMATION_DAYS
from jewelcrm.demo.crowd import Person
from jewelcrm.demo.data import data
from jewelcrm.demo.world import World

_WORDS = data("notes.json")
_LIKINGS: dict[str, tuple[str, ...]] = {
    "metal": lists.METALS.codes(),
    "stone": lists.STONES.codes()[:10],
    "style": lists.STYLES.codes(),
    "allergy": lists.ALLERGIES.codes()[:3],
    "service": lists.SERVICES.codes(),
    "budget": ("HK$5,000", "HK$10,000 - 20,000", "HK$50,000", "HK$100,000+"),
    "tag": ("bride 2027", "mother of bride", "zodiac collector", "tourist", "staff of bank nearby"),
}
_LIKING_SHARES = (26, 18, 20, 4, 14, 8, 10)


def birthday(world: World, customer_id: Id, person: Person, at: dt.datetime) -> None:
    luck = world.chance.random()
    lunar = person.language == "yue" and luck < 0.12
    month_only = 0.12 <= luck < 0.16
    _day(
        world,
        customer_id,
        at,
        kind="birthday",
        calendar="lunar" if lunar else "solar",
        year=person.born if luck < 0.8 else None,
        day=None if month_only else world.between(1, 29 if lunar else 28),
    )


def _day(world: World, customer_id: Id, at: dt.datetime, **known: object) -> None:
    world.batch.add(
        occasion,
        {
            "id": world.ids.at(at),
            "customer_id": customer_id,
            "month": world.between(1, 12),
            "leap_month": False,
            "whose": None,
            **known,
            "created_at": at,
        },
    )


def days(world: World, customer_id: Id, person: Person, at: dt.datetime) -> None:
    if world.happens(0.7):
        birthday(world, customer_id, person, at)
    age = world.date_of(at).year - person.born
    if age > 27 and world.happens(0.28):
        year = person.born + world.between(25, min(34, age)) if world.happens(0.7) else None
        _day(
            world,
            customer_id,
            at,
            kind="anniversary",
            calendar="solar",
            year=year,
            day=world.between(1, 28),
        )


def ring(world: World, customer_id: Id, person: Person, at: dt.datetime) -> Decimal | None:
    """A ring finger, in Hong Kong sizes: women's about 8 to 16, men's 15 to 23."""
    if not world.happens(0.45):
        return None
    low, high = (8, 16) if person.gender == "female" else (15, 23)
    label = str(min(high, max(low, round(world.chance.gauss((low + high) / 2, 2)))))
    size = ring_sizes.millimetres("HK", label)
    world.batch.add(
        ring_size,
        {
            "id": world.ids.at(at),
            "customer_id": customer_id,
            "hand": world.chosen(("left", "left", "right")),
            "finger": world.chosen(("ring", "ring", "ring", "middle", "index")),
            "circumference": size,
            "system": "HK",
            "label": label,
            "measured_on": world.date_of(at),
            "created_at": at,
        },
    )
    return size


def likings(world: World, customer_id: Id, at: dt.datetime) -> None:
    if not world.happens(0.5):
        return
    kinds = world.chance.choices(tuple(_LIKINGS), _LIKING_SHARES, k=world.between(1, 4))
    chosen = {(kind, world.chosen(_LIKINGS[kind])) for kind in sorted(set(kinds))}
    for kind, value in sorted(chosen):
        world.batch.add(
            preference,
            {
                "id": world.ids.at(at),
                "customer_id": customer_id,
                "kind": kind,
                "value": value,
                "basis": "stated" if kind == "allergy" or world.happens(0.7) else "seen",
                "created_at": at,
            },
        )


def consents(world: World, customer_id: Id, at: dt.datetime, owner: Id) -> None:
    """Agreed, refused, withdrawn later, spoken and confirmed; or never asked."""
    luck = world.chance.random()
    if luck < 0.42:
        _consent(world, customer_id, at, owner, state="consented", source="form")
    elif luck < 0.55:
        _spoken(world, customer_id, at, owner)
    elif luck < 0.7:
        _consent(world, customer_id, at, owner, state="refused", source="form")
    elif luck < 0.76:
        _consent(world, customer_id, at, owner, state="consented", source="web")
        later = min(at + dt.timedelta(days=world.between(20, 400)), world.now)
        _consent(world, customer_id, later, owner, state="withdrawn", source="web")


def _spoken(world: World, customer_id: Id, at: dt.datetime, owner: Id) -> None:
    due = world.date_of(at) + dt.timedelta(days=ORAL_CONFIRMATION_DAYS)
    _consent(world, customer_id, at, owner, state="consented", source="oral", confirm_due=due)
    if due < world.today or world.happens(0.5):
        later = min(at + dt.timedelta(days=world.between(0, 9)), world.now)
        _consent(world, customer_id, later, owner, state="consented", source="confirmed")


def _consent(
    world: World,
    customer_id: Id,
    at: dt.datetime,
    owner: Id,
    *,
    state: str,
    source: str,
    confirm_due: dt.date | None = None,
) -> None:
    world.batch.add(
        consent,
        {
            "id": world.ids.at(at),
            "customer_id": customer_id,
            "purpose": "own_dm",
            "channel": "all",
            "subject_class": "all",
            "state": state,
            "source": source,
            "notice_version": NOTICE_VERSION,
            "notice_language": "zh_HK",
            "obtained_at": at,
            "obtained_by": owner,
            "confirm_due": confirm_due,
            "created_at": at,
        },
    )


def wishes(world: World, customer_id: Id, at: dt.datetime) -> None:
    if not world.happens(0.12):
        return
    words, occasion_words = world.chosen(_WORDS["wishes"])
    wanted = world.today + dt.timedelta(days=world.between(3, 200)) if world.happens(0.6) else None
    world.batch.add(
        wish,
        {
            "id": world.ids.at(at),
            "customer_id": customer_id,
            "description": words,
            "occasion": occasion_words or None,
            "budget_cents": world.between(3, 60) * 100_000 if world.happens(0.6) else None,
            "currency": "HKD",
            "wanted_by": wanted,
            "state": world.chance.choices(("open", "bought", "dropped"), (8, 1, 1))[0],
            "created_at": at,
        },
    )


def notes(world: World, customer_id: Id, at: dt.datetime, owner: Id) -> None:
    if not world.happens(0.5):
        return
    for _ in range(world.chance.choices((1, 2, 3), (6, 3, 1))[0]):
        days = max(0, (world.now - at).days)
        moment = min(at + dt.timedelta(days=world.between(0, days)), world.now)
        is_call = world.happens(0.25)
        world.batch.add(
            note,
            {
                "id": world.ids.at(moment),
                "customer_id": customer_id,
                "channel": "call" if is_call else world.chosen(("note", "visit", "visit")),
                "body": world.chosen(_WORDS["call" if is_call else "chat"]),
                "author_id": owner,
                "created_at": moment,
            },
        )
