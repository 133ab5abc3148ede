"""A stand-alone shop joins the chain with its branch, people and records."""

from contextlib import closing
from itertools import count

import pytest
from sqlalchemy import select

from db.tables import customers
from jewelcrm.access.signin import sign_in
from jewelcrm.errors import CanFix
from jewelcrm.people import commands as people
from jewelcrm.people.founding import NewShop, found
from jewelcrm.sync.enrolling import enrol
from jewelcrm.sync.exchanging import exchange
from tests.conftest import PASSWORD as SHOP_PASSWORD
from tests.conftest import STAFF_PASSWORD
from tests.jewelcrm.sync_line.world import Counter, until

NUMBERS = count(10)
WHO = {"login": "wai.ho", "password": SHOP_PASSWORD}


@pytest.fixture
def own(tmp_path):
    """A shop with a clerk, a customer and two of her notes: folder, branch, customer."""
    code = f"OW{next(NUMBERS)}"
    folder = tmp_path / "own"
    found(folder, NewShop(code, "Shek O", "Wai Ho", SHOP_PASSWORD))
    ctx = sign_in(folder, "wai.ho", SHOP_PASSWORD)
    people.add_person(ctx, login="clerk", name="Clerk", role="sales", password=STAFF_PASSWORD)
    clerk = sign_in(folder, "clerk", STAFF_PASSWORD)
    with clerk.work("a new customer") as work:
        customer = work.insert(customers.customer, number=work.next_number(), name="Chan Tai Man")
    for words in ("likes jade", "left-handed"):
        with clerk.work() as work:
            work.insert(customers.note, customer_id=customer, body=words, channel="note")
    for context in (ctx, clerk):
        context.store.close()
    return folder, code, customer


def test_it_keeps_its_data_and_the_next_pc_of_the_branch_has_it_too(own, office, tmp_path):
    folder, code, customer = own
    one_time = office.code(code, "--brings")
    done = enrol(folder, office.url, one_time, **WHO, brings=True, whole=True)
    assert (done.branch_code, done.letter, done.complete) == (code, "A", True)
    ctx = sign_in(folder, "clerk", STAFF_PASSWORD)
    with ctx.read() as conn:
        assert conn.execute(select(customers.customer.c.name)).scalars().all() == ["Chan Tai Man"]
        assert not conn.exec_driver_sql("SELECT why, detail FROM quarantine").all()
        assert not conn.exec_driver_sql("SELECT 1 FROM change WHERE pushed_at IS NULL").all()
        told = conn.exec_driver_sql("SELECT tbl FROM change WHERE pushed_at IS NOT NULL").scalars()
        assert {"customer", "note"} <= set(told), "who changed what is forgotten"
    ctx.store.close()
    second = Counter(office, tmp_path / "second")
    second.enrol(code, whole=True)
    second.open()
    assert second.sees(customer) == "Chan Tai Man"
    assert len(second.ask("SELECT 1 FROM note")) == 2
    assert {row[0] for row in second.ask("SELECT login FROM staff")} >= {"wai.ho", "clerk", "ann"}
    assert second.joined.letter == "B"
    second.close()


def test_what_it_does_afterwards_is_sent_as_from_any_pc(own, office):
    folder, code, _ = own
    enrol(folder, office.url, office.code(code, "--brings"), **WHO, brings=True, whole=True)
    with closing(Counter(office, folder)) as counter:
        counter.open("wai.ho", SHOP_PASSWORD)
        counter.start()
        until(lambda: counter.syncing.state.word == "on_line")
        counter.add_customer("Lee Siu Ming")
        until(lambda: not counter.pending())
        assert not counter.ask("SELECT why FROM quarantine")


def test_a_store_with_another_branch_than_the_codes_is_not_taken_in(own, office):
    with pytest.raises(CanFix, match="code is wrong"):
        enrol(own[0], office.url, office.code("HK06", "--brings"), **WHO, brings=True)


def test_a_clerk_may_not_join_the_shop_to_a_chain(own, office):
    who = {"login": "clerk", "password": STAFF_PASSWORD}
    with pytest.raises(CanFix, match="not allowed"):
        enrol(own[0], office.url, office.code(own[1], "--brings"), **who, brings=True)


def test_a_store_joins_only_once(own, office):
    code = office.code(own[1], "--brings")
    enrol(own[0], office.url, code, **WHO, brings=True)
    with pytest.raises(CanFix, match="already"):
        enrol(own[0], office.url, office.code(own[1], "--brings"), **WHO, brings=True)
    ctx = sign_in(own[0], "wai.ho", SHOP_PASSWORD)
    assert exchange(ctx).pushed > 0
    ctx.store.close()
