"""A PC is taken off, a branch closed; and whose data was on a PC."""

import msgspec
import pytest
from sqlalchemy import update

from db.office import tables
from db.types import new_id
from jewelcrm.errors import CanFix
from jewelcrm.office import branches, devices, visiting
from jewelcrm.office.visiting.exposing import report
from tests.jewelcrm.office.chain import MINUTE, a_customer, an_order
from tests.jewelcrm.office_visiting.conftest import refused

DAY = 24 * 60 * MINUTE


def exposed(chain, pc, kind="customer"):
    report = visiting.exposure(chain.office, pc.id)
    report = msgspec.json.decode(msgspec.json.encode(report), type=type(report))
    return {bytes.fromhex(one.id): one for one in report.persons if one.kind == kind}


def close(chain, code):
    """As `branch close` does it."""
    now = chain.clock.now()
    return chain.store.run(lambda work: branches.close(work, code, now, chain.admin))


def reopen(chain, code):
    """As `branch reopen` does it."""
    now = chain.clock.now()
    return chain.store.run(lambda work: branches.reopen(work, code, now, chain.admin))


def seen(chain, pc):
    """The PC was here just now."""
    with chain.store.write() as work:
        c = tables.device.c
        work.conn.execute(
            update(tables.device).where(c.id == pc.id).values(last_seen=chain.clock.now())
        )


def test_a_revoked_pc_is_refused_and_what_it_had_open_ends(chain, here, south, customer):
    lease = here.opened(customer)
    visiting.revoke(chain.office, south.id, chain.admin)
    assert refused(south.pull) == "revoked"
    assert refused(here.lookup, "phone", "91234567") == "revoked"
    with chain.store.read() as work:
        assert work.head(lease.scope).count == 0
    assert chain.pc(chain.south, "C").held() == {}


def test_a_closed_branchs_pcs_are_refused(chain, here, south, customer):
    lease = here.opened(customer)
    assert close(chain, "HK02") == 1
    assert refused(south.pull) == "closed"
    assert refused(south.push) == "closed"
    with chain.store.read() as work:
        assert work.head(lease.scope).count == 0


def test_a_reopened_branchs_pcs_work_on_but_for_one_that_never_did(chain, south):
    seen(chain, south)
    new = chain.pc(chain.south, "D")
    close(chain, "HK02")

    assert reopen(chain, "HK02") == 1

    assert south.pull() is not None
    with chain.store.read() as work:
        states = {pc.id: pc.state for pc in devices.everyone(work)}
    assert (states[south.id], states[new.id]) == ("on", "waiting")


@pytest.mark.parametrize("code", ["HK02", "HK77"])
def test_a_branch_that_is_not_closed_is_not_reopened(chain, code):
    with pytest.raises(CanFix, match=code):
        reopen(chain, code)


def test_nobody_is_moved_to_a_closed_branch(chain, home, customer):
    close(chain, "HK02")
    assert refused(home.move, customer, chain.south) == "not_found"
    assert refused(home.share, customer, chain.south) == "not_found"


def test_the_customers_of_its_branch_were_on_a_pc_whole(chain, north, customer):
    one = exposed(chain, north)[customer]
    assert (one.how, one.name, one.number) == ("branch", "Chan Tai Man", "HK01-A-000001-1")
    assert one.classes == ["contact", "open", "restricted", "value"]


def test_of_a_customer_it_had_open_the_masked_classes_were_not(chain, here, south, customer):
    here.opened(customer)
    one = exposed(chain, south)[customer]
    assert (one.how, one.classes) == ("lease", ["contact", "open"])
    chain.clock.move(2 * DAY)
    assert exposed(chain, south)[customer].at <= chain.clock.ms - DAY


def test_of_a_stub_only_open_columns_were(chain, home, here, north, customer):
    north.send(an_order(north, customer))
    home.move(customer, chain.south)
    fresh = chain.pc(chain.north, "E")
    one = exposed(chain, fresh)[customer]
    assert (one.how, one.classes) == ("stub", ["open"])


def test_who_left_the_branch_was_there_unless_the_pc_came_later(chain, home, north, customer):
    chain.clock.move(MINUTE)
    home.move(customer, chain.south)
    chain.clock.move(MINUTE)
    assert exposed(chain, north)[customer].how == "left"
    assert customer not in exposed(chain, chain.pc(chain.north, "E"))


def test_who_came_after_the_pc_was_last_seen_was_not_there(chain, north, customer):
    seen(chain, north)
    chain.clock.move(2 * DAY)
    late = new_id()
    north.send(a_customer(north, late))
    assert set(exposed(chain, north)) == {customer}


def test_the_people_who_work_here_are_in_it(chain, north):
    staff = exposed(chain, north, kind="staff")
    assert {one.number for one in staff.values()} == {"administrator", "manager", "sales"}


def test_head_office_hears_the_names_a_pc_only_those_it_has(chain, home, north, customer):
    home.move(customer, chain.south)
    assert exposed(chain, north)[customer].name == ""
    with chain.store.read() as work:
        (one,) = [p for p in report(work, north.id).persons if p.kind == "customer"]
    assert (one.how, one.name) == ("left", "Chan Tai Man")


def test_a_pc_that_nobody_knows_has_no_report(chain):
    assert refused(visiting.exposure, chain.office, new_id()) == "not_found"


@pytest.mark.parametrize("state", ["revoked", "closed"])
def test_the_report_is_there_when_the_pc_is_taken_off(chain, north, customer, state):
    if state == "revoked":
        visiting.revoke(chain.office, north.id, chain.admin)
    else:
        close(chain, "HK01")
    assert customer in exposed(chain, north)
