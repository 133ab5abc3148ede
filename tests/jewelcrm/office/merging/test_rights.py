"""The server's check of rights, walked through over every table, role and kind of change."""

import pytest

from db.tables import NUMBERS
from jewelcrm.access.catalogue import CHAINED, RIGHTS, ROLES, allows
from jewelcrm.office.merging.deciding import decide
from jewelcrm.office.merging.plans import PLANS
from jewelcrm.office.merging.rights import action_of
from jewelcrm.office.merging.verdicts import PutAside
from tests.jewelcrm.office.merging.drafts import a_draft, a_known, put

CASES = [
    ("customer", "I", {}, "customers.add"),
    ("customer", "U", {"tier": "x"}, "customers.edit"),
    ("customer", "U", {"archived_at": 1}, "customers.archive"),
    ("customer", "U", {"archived_at": None}, "customers.archive"),
    ("customer", "U", {"merged_into": b"x"}, "customers.archive"),
    ("customer", "I", {"archived_at": None}, "customers.add"),
    ("customer", "I", {"archived_at": 1}, "customers.archive"),
    ("sales_order", "I", {"stage": "cancelled"}, "orders.add"),
    ("sales_order", "U", {"remark": "x"}, "orders.edit"),
    ("sales_order", "U", {"stage": "ready"}, "orders.move"),
    ("sales_order", "U", {"stage": "cancelled"}, "orders.cancel"),
    ("order_step", "I", {"from_stage": None, "to_stage": "confirmed"}, "orders.add"),
    ("order_step", "I", {"from_stage": "ready", "to_stage": "collected"}, "orders.move"),
    ("order_step", "I", {"from_stage": "ready", "to_stage": "cancelled"}, "orders.cancel"),
    ("payment", "I", {"kind": "deposit", "amount_cents": 5}, "payments.take"),
    ("payment", "I", {"kind": "refund", "amount_cents": 5}, "payments.refund"),
    ("payment", "I", {"kind": "deposit", "amount_cents": -5}, "payments.refund"),
    ("payment", "I", {"kind": "deposit", "reverses_id": b"x"}, "payments.refund"),
    ("followup", "U", {"state": "done"}, "followups.edit"),
    ("followup_rule", "U", {"days": 3}, "followups.rules"),
    ("note", "I", {}, "customers.edit"),
    ("product", "U", {"price_cents": 5}, "catalogue.edit"),
    ("gold_rate", "I", {}, "catalogue.edit"),
    ("branch", "U", {"phone": "x"}, "shop.edit"),
    ("staff", "I", {}, "people.manage"),
    ("conflict", "U", {"state": "swapped"}, "sync.review"),
    ("quarantine", "U", {"state": "dropped"}, "sync.review"),
]


@pytest.mark.parametrize(("table", "op", "values", "action"), CASES)
def test_a_change_needs_the_right_that_the_pcs_door_asks_for(table, op, values, action):
    assert action_of(table, op, values) == action


@pytest.mark.parametrize("table", sorted(NUMBERS))
def test_every_table_has_a_policy_and_a_right_of_the_catalogue(table):
    assert PLANS[table].name == table
    for op in ("I", "U"):
        assert action_of(table, op, {}) in RIGHTS


def test_head_office_alone_writes_exactly_what_no_pc_of_a_chain_may():
    of_nobody = {action for action, chained in CHAINED.items() if not chained.roles}
    for name, plan in PLANS.items():
        if name != "customer_share":  # shared by a deed of its own, not by a row
            assert (plan.policy == "office") == (action_of(name, "U", {}) in of_nobody)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    "table", [name for name, plan in PLANS.items() if plan.policy not in ("office", "review")]
)
def test_the_decision_follows_the_catalogue_for_every_role(table, role):
    known = a_known()
    known.people[b"r" * 16] = type(known.people[b"m" * 16])(role, active=True)
    put(known, table, b"x" * 16)
    for values in ({"archived_at": 1}, {"stage": "cancelled"}, {"kind": "refund"}, {}):
        image = {name: value for name, value in values.items() if name in PLANS[table].columns}
        wanted = allows(role, action_of(table, "U", image), in_chain=True)
        assert _allowed(known, table, image) == wanted


def _allowed(known, table, image):
    from jewelcrm.office.merging.changes import Change

    try:
        decide(a_draft(known), b"r" * 16, [Change(table, b"x" * 16, "U", 1, image)])
    except PutAside as aside:
        return aside.why != "not_allowed"
    return True
