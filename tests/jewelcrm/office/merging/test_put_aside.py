"""Every reason for which a transaction is put aside."""

import pytest

from jewelcrm.office.merging.changes import without_erased
from jewelcrm.office.merging.deciding import decide
from jewelcrm.office.merging.placing import branch_scope, lease_scope
from jewelcrm.office.merging.verdicts import PutAside
from tests.jewelcrm.office.merging.drafts import (
    AWAY,
    CUSTOMER,
    HOME,
    MANAGER,
    NOW,
    ORDER,
    SALES,
    a_customer,
    a_draft,
    a_known,
    a_payment,
    an_order,
    insert,
    put,
    update,
)

NEW = b"w" * 16
LEASE = lease_scope(b"l" * 16)


def _why(known, *changes, actor=MANAGER):
    with pytest.raises(PutAside) as aside:
        decide(a_draft(known), actor, list(changes))
    return aside.value


def _note(**values):
    given = {"customer_id": CUSTOMER, "channel": "note", "body": "x"}
    return insert("note", NEW, **(given | values))


@pytest.mark.parametrize(
    ("change", "why", "detail"),
    [
        (insert("spaceship", NEW), "unknown", "spaceship"),
        (insert("customer", NEW, number="1", name="A", wings=2), "unknown", "customer.wings"),
        (insert("customer", NEW, number="1"), "invalid", "customer.name"),
        (insert("customer", NEW, number="1", name=5), "invalid", "customer.name"),
        (insert("customer", NEW, number="1", name="x" * 300), "invalid", "customer.name"),
        (update("customer", CUSTOMER, 1, name=None), "invalid", "customer.name"),
        (update("customer", CUSTOMER, 1, created_at=1), "invalid", "customer.created_at"),
        (update("customer", CUSTOMER, 1, branch_id=AWAY), "not_yours", "customer.branch_id"),
        (
            insert("customer", NEW, number="1", name="A", branch_id=AWAY),
            "not_yours",
            "customer.branch_id",
        ),
        (update("customer", NEW, 1, tier="x"), "gone", "customer"),
        (_note(customer_id=NEW), "missing", "note.customer_id"),
        (_note(author_id=NEW), "missing", "note.author_id"),
        (
            insert("product", NEW, sku="1", name="A", currency="HKD", active=1),
            "not_allowed",
            "product",
        ),
        (
            insert("branch", NEW, code="HK09", name="x", currency="HKD", time_zone="UTC"),
            "office_only",
            "branch",
        ),
        (insert("customer_share", NEW, customer_id=CUSTOMER), "office_only", "customer_share"),
        (insert("notice", NEW, kind="x", happened_at=NOW, state="open"), "office_only", "notice"),
    ],
)
def test_what_cannot_be_is_put_aside_with_its_reason(change, why, detail):
    known = a_known()
    a_customer(known)
    aside = _why(known, change)
    assert (aside.why, aside.detail) == (why, detail)


def test_a_ledger_entry_is_never_changed():
    known = a_known()
    a_customer(known)
    put(known, "note", NEW, customer_id=CUSTOMER, channel="note", body="x")
    assert _why(known, update("note", NEW, 1, body="y")).why == "ledger"
    assert _why(known, _note(body="y")).why == "ledger"


def test_the_same_ledger_entry_once_more_is_nothing():
    known = a_known()
    a_customer(known)
    put(known, "note", NEW, customer_id=CUSTOMER, channel="note", body="x")
    draft = a_draft(known)
    decide(draft, MANAGER, [_note()])
    assert draft.rows == {}


def test_a_notice_can_only_be_settled():
    known = a_known()
    put(known, "notice", NEW, kind="moved", happened_at=NOW, state="open")
    draft = a_draft(known)
    decide(draft, MANAGER, [update("notice", NEW, 1, state="seen")])
    assert draft.row(("notice", NEW))["state"] == "seen"
    assert _why(known, update("notice", NEW, 1, kind="x")).why == "office_only"


def test_a_customer_who_moved_away_goes_to_whoever_has_her_now():
    known = a_known()
    a_customer(known)
    known.places["customer", CUSTOMER] = {branch_scope(AWAY): "P"}
    known.once = {("customer", CUSTOMER)}
    for change in (update("customer", CUSTOMER, 1, tier="x"), _note()):
        aside = _why(known, change)
        assert (aside.why, aside.near) == ("gone", ("customer", CUSTOMER))


def test_a_stub_cannot_be_changed():
    known = a_known()
    a_customer(known)
    known.places["customer", CUSTOMER] = {branch_scope(AWAY): "P", branch_scope(HOME): "S"}
    assert _why(known, update("customer", CUSTOMER, 1, tier="x")).why == "not_yours"


def test_anothers_key_cannot_be_taken():
    known = a_known()
    known.places["customer", NEW] = {branch_scope(AWAY): "P"}
    assert _why(known, insert("customer", NEW, number="1", name="A")).why == "gone"


def test_another_branchs_record_cannot_be_named():
    known = a_known()
    a_customer(known)
    put(known, "customer", NEW, number="2", name="B")
    known.places["customer", NEW] = {branch_scope(AWAY): "P"}
    change = insert("relation", b"z" * 16, customer_id=CUSTOMER, other_id=NEW, kind="spouse")
    assert _why(known, change).why == "gone"
    change = insert(
        "followup", b"z" * 16, customer_id=NEW, title="x", due_on="2027-01-01", state="open"
    )
    assert _why(known, change).why == "gone"


def test_an_order_for_a_customer_who_moved_away_is_taken():
    known = a_known()
    a_customer(known, branch_id=AWAY)
    known.places["customer", CUSTOMER] = {branch_scope(AWAY): "P"}
    known.once = {("customer", CUSTOMER)}
    draft = a_draft(known)
    change = insert(
        "sales_order",
        ORDER,
        number="2",
        kind="sale",
        channel="counter",
        stage="confirmed",
        stage_since=NOW,
        placed_at=NOW,
        rush=0,
        currency="HKD",
        customer_id=CUSTOMER,
    )
    decide(draft, SALES, [change])
    both = {branch_scope(HOME): "P", branch_scope(AWAY): "P"}
    assert draft.places_of(("sales_order", ORDER)) == both
    assert draft.places_of(("customer", CUSTOMER)) == {
        branch_scope(AWAY): "P",
        branch_scope(HOME): "S",
    }


def test_masked_columns_cannot_be_changed_under_a_lease():
    known = a_known(hidden={LEASE: frozenset({"contact"})})
    known.pc = type(known.pc)(known.pc.id, HOME, known.pc.scopes | {LEASE}, known.pc.hidden)
    a_customer(known)
    known.places["customer", CUSTOMER] = {LEASE: "P", branch_scope(AWAY): "P"}
    draft = a_draft(known)
    decide(draft, SALES, [update("customer", CUSTOMER, 1, tier="x")])
    aside = _why(known, update("customer", CUSTOMER, 1, address="x"))
    assert (aside.why, aside.detail) == ("not_yours", "customer.address")


def test_what_the_role_may_not_do_is_put_aside():
    known = a_known()
    a_customer(known)
    an_order(known)
    for change in (
        update("customer", CUSTOMER, 1, archived_at=NOW),
        update("sales_order", ORDER, 1, stage="cancelled"),
        a_payment(kind="refund", amount_cents=-1),
    ):
        assert _why(known, change, actor=SALES).why == "not_allowed"
        decide(a_draft(known), MANAGER, [change])


def test_a_store_that_joins_brings_its_people_and_catalogue():
    known = a_known(bringing=True)
    draft = a_draft(known)
    boss = b"b" * 16
    decide(
        draft,
        boss,
        [
            insert(
                "branch", HOME, code="HK09", name="x", currency="HKD", time_zone="Asia/Hong_Kong"
            ),
            insert("staff", boss, login="x", name="x", role="administrator", active=1),
            insert("product", NEW, sku="1", name="A", currency="HKD", active=1),
        ],
    )
    assert len(draft.rows) == 3
    draft.keep()
    later = a_draft(known)
    decide(later, boss, [insert("customer", b"z" * 16, number="1", name="A")])
    assert len(later.rows) == 1


def test_what_is_about_an_erased_person_is_left_out():
    paper = a_payment(customer_id=CUSTOMER)
    left = without_erased([_note(), update("customer", CUSTOMER, 1, tier="x"), paper], {CUSTOMER})
    assert [(change.table, change.image.get("customer_id")) for change in left] == [
        ("payment", None)
    ]


def test_nothing_is_left_out_while_nobody_was_erased():
    changes = [_note()]
    assert without_erased(changes, set()) == changes


def _reminder(row_id, **values):
    given = {
        "title": "x",
        "due_on": "2027-01-01",
        "state": "open",
        "rule_key": "due:x:2027-01-01:0",
    }
    return insert("followup", row_id, **(given | values))


def test_a_reminder_that_another_pc_made_too_is_one_and_stays_done():
    known = a_known()
    put(known, "followup", NEW, title="x", due_on="2027-01-01", state="done", rule_key="r")
    draft = a_draft(known)
    decide(draft, SALES, [_reminder(NEW)])
    assert (draft.rows, draft.clashes) == ({}, [])
    known.places["followup", NEW] = {branch_scope(AWAY): "P"}
    decide(draft, SALES, [_reminder(NEW)])
    assert draft.rows == {}


def test_a_record_that_is_there_already_keeps_its_values_and_the_others_are_kept_aside():
    known = a_known()
    a_customer(known)
    draft = a_draft(known)
    decide(draft, SALES, [insert("customer", CUSTOMER, number="1", name="Else")])
    assert draft.rows == {}
    assert [(c.column, c.why, c.lost.value) for c in draft.clashes] == [("name", "lost", "Else")]


def test_a_store_that_joins_cannot_change_the_chains_people():
    known = a_known(bringing=True)
    put(known, "staff", NEW, login="x", name="x", role="sales", active=1, branch_id=AWAY)
    known.places["staff", NEW] = {"G:staff": "P"}
    assert _why(known, update("staff", NEW, 1, role="administrator")).why == "not_yours"
    put(known, "staff", NEW, login="x", name="x", role="sales", active=1)
    known.places["staff", NEW] = {"G:staff": "P"}
    decide(a_draft(known), MANAGER, [update("staff", NEW, 1, role="manager")])
