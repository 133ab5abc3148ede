import datetime as dt

import pytest

from jewelcrm.customers import commands, queries
from jewelcrm.customers.model import (
    NewContact,
    NewOccasion,
    NewPreference,
    NewRingSize,
    NewWish,
)
from jewelcrm.customers.rules.consent import ConsentChoice
from jewelcrm.errors import CanFix, Denied
from tests.builders import a_consent, a_kept_customer, a_phone


def card(ctx, key):
    return queries.card(ctx, key)


def test_fields_of_the_card_are_changed_and_checked(ctx):
    key = a_kept_customer(ctx)
    commands.edit_customer(ctx, key, title="小姐", tier="vip", alert="Prefers Saturday")
    assert (card(ctx, key).title, card(ctx, key).tier) == ("Miss", "vip")
    with pytest.raises(CanFix) as refused:
        commands.edit_customer(ctx, key, tier="platinum-ish")
    assert refused.value.field == "tier"


def test_the_last_name_cannot_be_taken_away(ctx):
    key = a_kept_customer(ctx)
    commands.edit_customer(ctx, key, name="")
    with pytest.raises(CanFix, match="Fill in a name"):
        commands.edit_customer(ctx, key, name_zh=None)


def test_saving_without_a_change_leaves_no_trace(ctx):
    key = a_kept_customer(ctx)
    before = card(ctx, key).updated_at, len(_changes(ctx))
    commands.edit_customer(ctx, key, name="Chan Tai Man")
    assert (card(ctx, key).updated_at, len(_changes(ctx))) == before


def _changes(ctx):
    with ctx.read() as conn:
        return conn.exec_driver_sql("SELECT n FROM change").all()


def test_only_one_contact_is_preferred(ctx):
    key = a_kept_customer(ctx)
    commands.add_contact(ctx, key, NewContact(kind="email", value="a@b.hk", preferred=True))
    assert [(c.kind, c.preferred) for c in card(ctx, key).contacts] == [
        ("email", True),
        ("phone", False),
    ]
    commands.edit_contact(ctx, card(ctx, key).contacts[1].id, preferred=True)
    assert [c.kind for c in card(ctx, key).contacts if c.preferred] == ["phone"]


def test_a_contact_is_not_added_twice(ctx):
    key = a_kept_customer(ctx, contacts=(a_phone("9123 4567"),))
    with pytest.raises(CanFix, match="on the card already"):
        commands.add_contact(ctx, key, a_phone("00852 9123 4567"))


def test_a_changed_number_is_read_afresh(ctx):
    key = a_kept_customer(ctx, contacts=(a_phone("9123 456"),))
    assert card(ctx, key).contacts[0].checked == "unlikely"
    commands.edit_contact(ctx, card(ctx, key).contacts[0].id, value="9123 4567")
    mended = card(ctx, key).contacts[0]
    assert (mended.normal, mended.checked, mended.label) == ("+85291234567", "valid", "mobile")


def test_a_bounced_address_is_marked(ctx):
    key = a_kept_customer(ctx, contacts=(NewContact(kind="email", value="a@b.hk"),))
    commands.edit_contact(ctx, card(ctx, key).contacts[0].id, checked="bounced")
    assert card(ctx, key).contacts[0].checked == "bounced"


def test_her_birthday_is_changed_not_doubled_and_her_husbands_stands_beside_it(ctx):
    key = a_kept_customer(ctx)
    commands.set_occasion(ctx, key, NewOccasion(kind="birthday", month=5))
    commands.set_occasion(ctx, key, NewOccasion(kind="birthday", month=5, day=20))
    commands.set_occasion(ctx, key, NewOccasion(kind="birthday", month=1, day=2, whose="husband"))
    assert [(o.whose, o.month, o.day) for o in card(ctx, key).occasions] == [
        ("husband", 1, 2),
        (None, 5, 20),
    ]


@pytest.mark.parametrize(
    ("kind", "whose", "years", "minor"),
    [
        ("birthday", None, 17, True),
        ("birthday", None, 19, False),
        ("birthday", "her son", 9, False),
        ("anniversary", None, 2, False),
    ],
)
def test_who_is_under_age_by_her_own_birthday_is_marked_so(ctx, kind, whose, years, minor):
    key = a_kept_customer(ctx)
    day = NewOccasion(kind=kind, month=5, day=20, year=ctx.today().year - years, whose=whose)
    commands.set_occasion(ctx, key, day)
    assert card(ctx, key).is_minor is minor
    assert card(ctx, a_kept_customer(ctx, occasions=[day])).is_minor is minor


def test_whoever_knows_better_takes_the_mark_of_under_age_off(ctx):
    key = a_kept_customer(ctx)
    day = NewOccasion(kind="birthday", month=5, day=20, year=ctx.today().year - 10)
    commands.set_occasion(ctx, key, day)
    commands.edit_customer(ctx, key, is_minor=False)
    assert not card(ctx, key).is_minor


def test_a_day_is_put_away(ctx):
    key = a_kept_customer(ctx)
    day = commands.set_occasion(ctx, key, NewOccasion(kind="other", month=5, day=1))
    commands.archive_occasion(ctx, day)
    assert card(ctx, key).occasions == ()
    with pytest.raises(CanFix, match="no longer there"):
        commands.archive_occasion(ctx, day)


def test_a_finger_has_one_size_and_the_label_she_used_is_kept(ctx):
    key = a_kept_customer(ctx)
    commands.set_ring_size(ctx, key, NewRingSize(hand="left", finger="ring", size="HK 14"))
    commands.set_ring_size(ctx, key, NewRingSize(hand="left", finger="ring", size="US 7"))
    commands.set_ring_size(ctx, key, NewRingSize(hand="right", finger="ring", size="54"))
    assert [(s.hand, s.system, s.label) for s in card(ctx, key).ring_sizes] == [
        ("left", "US", "7"),
        ("right", "EU", "54"),
    ]


def test_a_preference_is_added_once_and_can_be_taken_away(ctx):
    key = a_kept_customer(ctx)
    first = commands.add_preference(ctx, key, NewPreference(kind="stone", value="翡翠"))
    assert commands.add_preference(ctx, key, NewPreference(kind="stone", value="fei_cui")) == first
    commands.archive_preference(ctx, first)
    assert card(ctx, key).preferences == ()


def test_an_allergy_that_is_not_in_the_list_is_still_kept(ctx):
    key = a_kept_customer(ctx)
    commands.add_preference(ctx, key, NewPreference(kind="allergy", value="beryllium"))
    assert card(ctx, key).preferences[0].value == "beryllium"


def test_a_wish_is_closed_when_it_is_bought(ctx):
    key = a_kept_customer(ctx)
    wish = commands.add_wish(ctx, key, NewWish(description="Pearl studs"))
    commands.close_wish(ctx, wish, "bought")
    assert card(ctx, key).wishes[0].state == "bought"


def test_a_note_is_corrected_by_another_note(ctx, sales):
    key = a_kept_customer(ctx)
    first = commands.add_note(ctx, key, "Likes jaed", channel="visit")
    commands.correct_note(sales, first, "Likes jade")
    newer, older = card(ctx, key).notes
    assert (newer.body, newer.corrects, newer.channel) == ("Likes jade", first, "visit")
    assert (newer.author_name, newer.corrected, older.corrected) == ("Ann Lee", False, True)
    with pytest.raises(CanFix, match="corrected already"):
        commands.correct_note(ctx, first, "Likes jade very much")


def test_a_relation_is_seen_from_both_sides(ctx):
    mother, daughter = a_kept_customer(ctx, name="Mother"), a_kept_customer(ctx, name="Daughter")
    commands.relate(ctx, mother, daughter, kind="child")
    assert [(r.name, r.kind) for r in card(ctx, mother).relations] == [("Daughter", "child")]
    assert [(r.name, r.kind) for r in card(ctx, daughter).relations] == [("Mother", "parent")]
    with pytest.raises(CanFix, match="related already"):
        commands.relate(ctx, daughter, mother, kind="parent")
    commands.unrelate(ctx, card(ctx, mother).relations[0].id)
    assert card(ctx, daughter).relations == ()


def test_nobody_is_related_to_herself(ctx):
    key = a_kept_customer(ctx)
    with pytest.raises(CanFix, match="same customer"):
        commands.relate(ctx, key, key, kind="spouse")


def test_a_household_shows_its_other_members(ctx):
    one, two = a_kept_customer(ctx, name="One"), a_kept_customer(ctx, name="Two")
    home = commands.join_household(ctx, one, name="The Chans")
    commands.join_household(ctx, two, household_id=home)
    assert card(ctx, one).household_name == "The Chans"
    assert [m.name for m in card(ctx, one).household] == ["Two"]
    commands.leave_household(ctx, two)
    assert card(ctx, one).household == ()


def test_consent_is_a_ledger_and_the_latest_answer_counts(ctx, clock):
    key = a_kept_customer(ctx, consent=a_consent())
    clock.move(minutes=1)
    withdrawn = ConsentChoice("withdrawn", source="oral", channels=("whatsapp", "sms"))
    commands.record_consent(ctx, key, withdrawn)
    view = queries.consent(ctx, key)
    assert (view.by_channel["whatsapp"], view.by_channel["email"]) == ("refused", "consented")
    assert len(view.entries) == 3
    assert not queries.can_market(ctx, key, channel="sms").allowed
    assert queries.can_market(ctx, key, channel="email").allowed


def test_a_spoken_consent_counts_once_the_confirmation_is_out(ctx, clock):
    key = a_kept_customer(ctx, consent=ConsentChoice("consented", witness="Wing"))
    assert queries.can_market(ctx, key, channel="email").law == "Cap. 486 s.35E"
    clock.move(days=1)
    (entry,) = queries.consent(ctx, key).entries
    commands.confirm_consent(ctx, entry.id)
    assert queries.can_market(ctx, key, channel="email").allowed
    assert queries.consent(ctx, key).confirm_due is None
    with pytest.raises(CanFix, match="answered anew"):
        commands.confirm_consent(ctx, entry.id)


def test_the_evidence_of_a_consent_says_who_asked_and_in_which_words(ctx, sales):
    key = a_kept_customer(ctx)
    choice = ConsentChoice("consented", witness="Wing", notice_language="en")
    (line,) = commands.record_consent(sales, key, choice)
    evidence = queries.consent_evidence(ctx, line)
    assert (evidence.name, evidence.asked_by) == ("Chan Tai Man", "Ann Lee")
    assert evidence.entry.witness == "Wing"
    assert "free of charge" in evidence.wording
    assert evidence.answered_at.utcoffset() == dt.timedelta(hours=8)
    with pytest.raises(CanFix, match="not here"):
        queries.consent_evidence(ctx, key)


def test_a_customer_is_put_away_with_a_reason_and_brought_back(manager):
    key = a_kept_customer(manager)
    with pytest.raises(CanFix, match="Say why"):
        commands.archive_customer(manager, key, reason=" ")
    commands.archive_customer(manager, key, reason="moved abroad")
    assert card(manager, key).archived_at
    assert queries.ids(manager) == []
    with pytest.raises(CanFix, match="put away"):
        commands.add_note(manager, key, "hello")
    commands.restore_customer(manager, key)
    assert queries.ids(manager) == [key]


def test_sales_staff_do_not_put_customers_away(sales):
    key = a_kept_customer(sales)
    with pytest.raises(Denied):
        commands.archive_customer(sales, key, reason="tidy")
