"""Programs of different ages, and how many may push at once."""

from __future__ import annotations

import pytest

from jewelcrm.office import skew
from jewelcrm.office.hearing import FREE, backoff
from jewelcrm.office.images import initials, masked
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire.messages import Op
from tests.jewelcrm.office.merging.drafts import CUSTOMER, a_customer, a_known, put


def test_changes_of_an_old_program_are_brought_up_to_todays_words(monkeypatch):
    def renamed(op):
        return Op(op.t, op.id, op.op, op.base, {"tier": op.set["class"]})

    def gone(op):
        return None if op.t == "fax" else op

    monkeypatch.setattr(skew, "SCHEMA", 4)
    monkeypatch.setattr(skew, "UP", {1: renamed, 3: gone})
    old = Op("customer", "0" * 32, "U", 1, {"class": "gold"})
    assert [op.set for op in skew.up_to_date([old], 1)] == [{"tier": "gold"}]
    assert skew.up_to_date([Op("fax", "0" * 32, "U", 1, {})], 2) == []
    assert skew.up_to_date([old], 4) == [old]


def test_five_schemas_can_be_read(monkeypatch):
    monkeypatch.setattr(skew, "SCHEMA", 10)
    for schema in (6, 7, 8, 9, 10, 11):
        skew.require_readable(schema)
    with pytest.raises(Refusal) as refused:
        skew.require_readable(5)
    assert refused.value.code == "update"


def test_the_schema_is_the_last_step_of_the_migrations():
    from pathlib import Path

    from db.migrations import versions

    steps = Path(versions.__path__[0]).glob("s[0-9]*.py")
    assert max(int(step.name[1:5]) for step in steps) == skew.SCHEMA


def test_nobody_waits_until_many_push_at_once():
    assert backoff(FREE) == 0
    assert 0 < backoff(FREE + 1) < backoff(100) <= 30


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Chan Tai Man", "C. T. M."),
        ("mary-jane o'neil", "M. J. O. N."),
        ("陳大文", "陳○"),
        ("", "•••"),
    ],
)
def test_a_stub_shows_initials(name, shown):
    assert initials(name) == shown


def test_a_mask_hides_its_classes_and_covers_what_must_be_there():
    known = a_known()
    row = a_customer(known, address="1 Nathan Road", tier="gold")
    phone = put(known, "contact_point", b"t" * 16, customer_id=CUSTOMER, value="1", normal="1")
    hidden = frozenset({"contact"})
    assert "address" not in masked("customer", row, hidden)
    assert masked("customer", row, hidden)["tier"] == "gold"
    assert masked("contact_point", phone, hidden)["value"] == "•••"
    assert phone["value"] == "1"
