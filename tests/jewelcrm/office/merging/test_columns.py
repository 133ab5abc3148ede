from jewelcrm.office.merging.deciding import decide
from tests.jewelcrm.office.merging.drafts import (
    CUSTOMER,
    MANAGER,
    a_customer,
    a_draft,
    a_known,
    changed,
    update,
)

KEY = ("customer", CUSTOMER)


def _decided(known, change, at=10):
    draft = a_draft(known, at)
    decide(draft, MANAGER, [change])
    return draft


def test_a_change_of_an_unchanged_column_is_taken_and_raises_the_revision():
    known = a_known()
    a_customer(known)
    draft = _decided(known, update("customer", CUSTOMER, 1, tier="gold"))
    assert (draft.row(KEY)["tier"], draft.row(KEY)["rev"]) == ("gold", 2)
    assert draft.version(KEY).of("tier") == (draft.hlc, 1, 2)
    assert draft.version(KEY).of("name")[1] == 2
    assert draft.clashes == []


def test_of_two_concurrent_values_the_later_stands():
    known = a_known()
    a_customer(known)
    changed(known, *KEY, "tier", "silver", at=5, rev=2)
    draft = _decided(known, update("customer", CUSTOMER, 1, tier="gold"))
    (clash,) = draft.clashes
    assert draft.row(KEY)["tier"] == "gold"
    assert (clash.why, clash.kept.value, clash.lost.value) == ("overwrote", "gold", "silver")
    assert clash.review == "open"


def test_the_earlier_loses_and_changes_nothing():
    known = a_known()
    a_customer(known)
    changed(known, *KEY, "tier", "silver", at=50, rev=2)
    draft = _decided(known, update("customer", CUSTOMER, 1, tier="gold"))
    (clash,) = draft.clashes
    assert (draft.row(KEY)["tier"], draft.row(KEY)["rev"]) == ("silver", 2)
    assert (clash.why, clash.kept.value, clash.lost.value) == ("lost", "silver", "gold")


def test_at_the_same_tick_the_higher_writer_stands():
    known = a_known()
    a_customer(known)
    changed(known, *KEY, "tier", "silver", at=10, rev=2)
    draft = _decided(known, update("customer", CUSTOMER, 1, tier="gold"))
    assert draft.row(KEY)["tier"] == "silver"


def test_whoever_saw_the_other_value_wins_with_any_clock():
    known = a_known()
    a_customer(known)
    changed(known, *KEY, "tier", "silver", at=500, rev=2)
    draft = _decided(known, update("customer", CUSTOMER, 2, tier="gold"))
    assert (draft.row(KEY)["tier"], draft.clashes) == ("gold", [])


def test_ones_own_earlier_change_is_no_clash():
    known = a_known()
    a_customer(known)
    _decided(known, update("customer", CUSTOMER, 1, tier="silver"), at=20).keep()
    draft = _decided(known, update("customer", CUSTOMER, 1, tier="gold"), at=10)
    assert (draft.row(KEY)["tier"], draft.clashes) == ("gold", [])


def test_the_same_value_twice_is_no_clash():
    known = a_known()
    a_customer(known)
    changed(known, *KEY, "tier", "gold", at=5, rev=2)
    assert _decided(known, update("customer", CUSTOMER, 1, tier="gold")).clashes == []


def test_a_losing_name_must_be_looked_at_by_a_manager():
    known = a_known()
    a_customer(known)
    changed(known, *KEY, "name", "Wong", at=5, rev=2)
    (clash,) = _decided(known, update("customer", CUSTOMER, 1, name="Lee")).clashes
    assert clash.review == "manager"


def test_a_draft_that_is_not_kept_leaves_nothing():
    known = a_known()
    a_customer(known)
    _decided(known, update("customer", CUSTOMER, 1, tier="gold"))
    assert known.rows[KEY]["tier"] is None
    assert (known.rows[KEY]["rev"], known.versions[KEY].cols, known.changed) == (1, {}, {})
