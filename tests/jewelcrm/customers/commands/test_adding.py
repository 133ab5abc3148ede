import pytest
from sqlalchemy import select

from db.tables.followups import followup
from jewelcrm.customers import commands, queries
from jewelcrm.customers.forms import form_of, set_form
from jewelcrm.customers.model import (
    NewContact,
    NewOccasion,
    NewPreference,
    NewRingSize,
    NewWish,
)
from jewelcrm.customers.rules.collection import NEVER
from jewelcrm.customers.rules.consent import ConsentChoice
from jewelcrm.errors import CanFix, Denied
from jewelcrm.money import Money
from tests.builders import a_consent, a_customer, a_kept_customer, a_phone


def counted(ctx, table):
    with ctx.read() as conn:
        return conn.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()


def test_everything_said_about_a_customer_is_on_her_card(ctx):
    new = a_customer(
        title="Mrs",
        language="Cantonese",
        district="Sha Tin",
        country="HK",
        source="referral",
        tier="vip",
        contacts=(
            a_phone("9123 4567"),
            NewContact(kind="email", value="Amy@Example.HK"),
            NewContact(kind="wechat", value="amychan"),
        ),
        occasions=(
            NewOccasion(kind="birthday", month=8, day=15, calendar="lunar"),
            NewOccasion(kind="anniversary", month=12, day=1, year=2016),
        ),
        ring_sizes=(NewRingSize(hand="left", finger="ring", size="HK 14"),),
        preferences=(
            NewPreference(kind="metal", value="platinum"),
            NewPreference(kind="allergy", value="nickel"),
            NewPreference(kind="service", value="tea"),
        ),
        wishes=(NewWish(description="Jade bangle", budget=Money(1280000)),),
        tags=("mother of the bride",),
        note="Came with her sister.",
        consent=a_consent(),
    )
    card = queries.card(ctx, commands.add_customer(ctx, new))
    assert (card.title, card.language, card.district) == ("Mrs", "yue", "sha_tin")
    assert [c.normal for c in card.contacts] == ["+85291234567", "amy@example.hk", "amychan"]
    assert card.contacts[0].preferred
    assert card.contacts[0].national == "9123 4567"
    assert [(o.kind, str(o.next_on), o.years) for o in card.occasions] == [
        ("anniversary", "2026-12-01", 10),
        ("birthday", "2027-09-15", None),
    ]
    assert card.ring_sizes[0].labels["US"] == "6½"
    assert str(card.ring_sizes[0].measured_on) == "2026-11-22"
    assert card.tags == ("mother of the bride",)
    assert card.services == ("tea",)
    assert card.wishes[0].budget == Money(1280000)
    assert (card.notes[0].body, card.notes[0].author_name) == ("Came with her sister.", "Mei Chan")
    assert card.consent.overall == "consented"
    assert (card.owner_name, card.branch_name) == ("Mei Chan", "Nathan Road")


def test_each_customer_has_a_number_of_her_own(ctx):
    cards = [queries.card(ctx, a_kept_customer(ctx)) for _ in range(3)]
    assert len({card.number for card in cards}) == 3
    assert all(card.number.startswith("HK01-A-") for card in cards)


def test_quick_add_takes_phone_name_and_consent_and_plans_the_welcome(sales):
    key = commands.quick_add(
        sales, phone="9123 4567", name="陳大文", consent=ConsentChoice("consented")
    )
    card = queries.card(sales, key)
    assert (card.name, card.name_zh) == ("", "陳大文")
    assert str(card.consent.confirm_due) == "2026-12-06"
    assert card.owner_id == sales.staff.id
    with sales.read() as conn:
        row = conn.execute(select(followup).where(followup.c.customer_id == key)).one()
    assert (row.rule, str(row.due_on)) == ("welcome", "2026-11-25")


def test_a_customer_who_was_not_asked_counts_as_not_asked(ctx):
    key = commands.quick_add(ctx, phone="9123 4567", name="Amy")
    assert queries.card(ctx, key).consent.overall == "unknown"


def test_nothing_is_kept_when_one_part_cannot_be(ctx):
    before = counted(ctx, "customer"), counted(ctx, "change")
    bad = NewRingSize(hand="left", finger="ring", size="enormous")
    with pytest.raises(CanFix) as refused:
        commands.add_customer(ctx, a_customer(ring_sizes=(bad,)))
    assert refused.value.field == "ring_size"
    assert (counted(ctx, "customer"), counted(ctx, "change")) == before


@pytest.mark.parametrize("field", ["name", "address", "alert", "note", "preferred_name"])
def test_an_identity_card_number_is_refused_in_every_field(ctx, field):
    with pytest.raises(CanFix, match="identity card"):
        commands.add_customer(ctx, a_customer(**{field: "id A123456(3)"}))


def test_the_same_phone_twice_is_kept_once(ctx):
    key = a_kept_customer(ctx, contacts=(a_phone("9123 4567"), a_phone("+852 91234567")))
    assert len(queries.card(ctx, key).contacts) == 1


def test_what_the_form_forbids_is_refused_and_the_form_may_be_changed(ctx, sales):
    born = (NewOccasion(kind="birthday", month=5, day=1, year=1990),)
    set_form(ctx, "web", required=["name"], recommended=[], forbidden=["birth_year"])
    assert form_of(sales, "web").forbidden == ("birth_year", *NEVER)
    with pytest.raises(CanFix, match="Year of birth"):
        commands.add_customer(sales, a_customer(intake="web", occasions=born))
    commands.add_customer(sales, a_customer(intake="walk_in", occasions=born))
    with pytest.raises(Denied):
        set_form(sales, "web", required=[], recommended=[], forbidden=[])


@pytest.mark.parametrize(
    ("field", "write"),
    [
        ("address", lambda ctx, key: commands.edit_customer(ctx, key, address="1 Queen's Road")),
        ("gender", lambda ctx, key: commands.edit_customer(ctx, key, gender="female")),
        (
            "birthday",
            lambda ctx, key: commands.set_occasion(
                ctx, key, NewOccasion(kind="birthday", month=5, day=1)
            ),
        ),
        (
            "ring_size",
            lambda ctx, key: commands.set_ring_size(
                ctx, key, NewRingSize(hand="left", finger="ring", size="HK 13")
            ),
        ),
        (
            "allergy",
            lambda ctx, key: commands.add_preference(
                ctx, key, NewPreference(kind="allergy", value="nickel")
            ),
        ),
        (
            "email",
            lambda ctx, key: commands.add_contact(
                ctx, key, NewContact(kind="email", value="amy@example.hk")
            ),
        ),
    ],
)
def test_what_the_form_forbids_is_refused_on_the_card_too(ctx, field, write):
    key = a_kept_customer(ctx)
    set_form(ctx, "walk_in", required=["name"], recommended=[], forbidden=[field])
    with pytest.raises(CanFix, match="may not be collected") as refused:
        write(ctx, key)
    assert refused.value.field == field
    assert field in queries.card(ctx, key).forbidden
    set_form(ctx, "walk_in", required=["name"], recommended=[], forbidden=[])
    write(ctx, key)


def test_a_form_that_forbids_more_since_takes_nothing_away(ctx):
    key = a_kept_customer(ctx, gender="female")
    set_form(ctx, "walk_in", required=["name"], recommended=[], forbidden=["gender"])
    commands.edit_customer(ctx, key, preferred_name="Amy", gender="female")
    commands.edit_customer(ctx, key, gender=None)
    assert queries.card(ctx, key).gender is None


def test_a_telephone_record_follows_the_form_of_the_telephone(ctx):
    key = commands.quick_add(ctx, phone="9123 4567", name="Chan Tai Man", intake="phone")
    card = queries.card(ctx, key)
    assert (card.collection_step, card.source) == ("open:phone", "phone")
    assert {step.field for step in card.checklist} == {
        *("name", "phone", "consent", "source", "language", "title")
    }


def test_what_the_program_would_fill_in_itself_may_be_forbidden_too(ctx):
    set_form(ctx, "walk_in", required=["name"], recommended=[], forbidden=["source", "owner"])
    key = commands.quick_add(ctx, phone="9123 4567", name="Chan Tai Man")
    assert queries.card(ctx, key).source is None


def test_a_record_is_complete_only_when_no_required_step_is_open(ctx):
    key = a_kept_customer(ctx)
    with pytest.raises(CanFix, match="Asked about marketing, How the customer found us"):
        commands.complete_collection(ctx, key)
    commands.record_consent(ctx, key, a_consent("refused"))
    commands.edit_customer(ctx, key, source="walk_in")
    commands.complete_collection(ctx, key)
    assert queries.card(ctx, key).collection_step == "complete:walk_in"


def test_the_card_asks_the_next_best_question(ctx):
    key = a_kept_customer(ctx)
    assert queries.card(ctx, key).next_question.field == "consent"
    commands.record_consent(ctx, key, a_consent())
    assert queries.card(ctx, key).next_question.field == "language"
