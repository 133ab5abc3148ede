"""PCs at work: what is done on one is seen on another, the line may be cut, the server may die."""

import signal
import threading
from contextlib import ExitStack, closing
from itertools import pairwise

import pytest

from db.tables import customers
from db.tables.orders import sales_order
from jewelcrm.errors import Unavailable
from jewelcrm.sync import visiting
from tests.jewelcrm.sync_line.world import Counter, an_order, until


@pytest.fixture(scope="module")
def at_work(program, tmp_path_factory):
    """Two PCs of one branch and one of another, at work."""
    folder = tmp_path_factory.mktemp("at-work")
    counters = [Counter(program, folder / f"pc{n}") for n in range(3)]
    with ExitStack() as whatever_happens:
        one, other = program.add_branch(), program.add_branch()
        for counter, branch in zip(counters, (one, one, other), strict=True):
            whatever_happens.enter_context(closing(counter))
            counter.enrol(branch)
            counter.start()
            counter.opened.store._checkpointer._start()  # no test is held to have begun it
        yield counters


@pytest.fixture
def two(at_work, office):
    """The same, with head office there."""
    for counter in at_work:
        counter.syncing.poke()
        until(lambda c=counter: c.syncing.state.word == "on_line")
    return at_work


def test_what_is_done_on_one_pc_is_seen_on_another_of_the_branch_and_nowhere_else(two):
    here, there, elsewhere = two
    customer = here.add_customer("Chan Tai Man")
    until(lambda: there.sees(customer) == "Chan Tai Man")
    until(lambda: not here.pending())
    assert elsewhere.sees(customer) is None
    assert not here.ask("SELECT why FROM quarantine")


def test_the_line_is_cut_and_comes_back(two, office):
    here, there, _ = two
    office.stop(signal.SIGKILL)
    customer = here.add_customer("Lee Siu Ming")
    until(lambda: here.syncing.state.word == "off_line")
    assert here.pending()
    office.start(office.port)
    until(lambda: there.sees(customer) == "Lee Siu Ming")
    until(lambda: not here.pending())


def test_on_a_full_disk_what_is_done_is_sent_and_news_wait_until_there_is_room(two, monkeypatch):
    here, there, _ = two
    full = here.opened.store.reserve
    monkeypatch.setattr(full, "_free", lambda: 0)
    theirs = there.add_customer("Ho Ka Yan")
    ours = here.add_customer("Lam Wai Lok")
    until(lambda: there.sees(ours) == "Lam Wai Lok")
    until(lambda: not here.pending())
    until(lambda: here.syncing.state.why == "disk_full_here")
    assert here.sees(theirs) is None
    monkeypatch.undo()
    here.syncing.poke()
    until(lambda: here.sees(theirs) == "Ho Ka Yan")


def test_an_order_taken_elsewhere_is_seen_at_the_customers_home(two):
    """Her home branch shares her; what the other branch sells her shows at home."""
    home, _, elsewhere = two
    customer = home.add_customer("Chan Tai Man")
    until(lambda: not home.pending())
    [(branch,)] = elsewhere.ask("SELECT branch_id FROM pc")
    visiting.share(home.opened, customer, with_branch=branch, reason="buys there too")
    until(lambda: elsewhere.sees(customer))
    with elsewhere.opened.work() as work:
        order = work.insert(sales_order, **an_order(work, customer, elsewhere.opened))
    until(lambda: home.ask("SELECT 1 FROM sales_order WHERE id = ?", order))
    assert not elsewhere.ask("SELECT why FROM quarantine")


def test_a_look_up_shows_a_masked_card_and_opening_it_brings_her_here(two):
    home, _, elsewhere = two
    customer = home.add_customer("Wong Siu Fan")
    with home.opened.work() as work:
        phone = f"+85296{int(customer.hex()[-8:], 16) % 1_000_000:06}"
        contact = {"kind": "phone", "value": phone, "normal": phone, "preferred": True}
        work.insert(customers.contact_point, customer_id=customer, **contact)
    until(lambda: not home.pending())
    found = visiting.look_up(elsewhere.opened, by="phone", text=phone)
    [card] = found.cards
    assert card.initials == "W. S. F." or "Wong" not in card.initials
    opened = visiting.open_customer(elsewhere.opened, card.ticket, reason="service_here")
    assert opened.customer_id == customer
    until(lambda: elsewhere.sees(customer))


def test_a_question_to_head_office_off_line_is_refused_in_words(two, office):
    here, *_ = two
    office.stop()
    with pytest.raises(Unavailable, match="cannot be reached"):
        visiting.look_up(here.opened, by="number", text="HK01-A-000001-1")


def test_a_commit_does_not_cut_the_wait_after_a_failure_short(two, office):
    here, *_ = two
    tries = []
    here.syncing.on_state(lambda state: tries.append(state.failures))
    office.stop(signal.SIGKILL)
    for number in range(30):
        here.add_customer(f"Customer {number}")
    until(lambda: len(tries) >= 2)
    assert len(tries) < 25
    office.start(office.port)
    until(lambda: not here.pending())


def test_the_stream_is_heard_and_survives_a_restart_of_head_office(two, office):
    here, there, _ = two
    until(lambda: there.syncing._ears.streams)
    office.stop()
    office.start(office.port)
    customer = here.add_customer("Ho Ka Yan")
    until(lambda: there.sees(customer))
    until(lambda: there.syncing._ears.streams)


def test_after_sleep_the_line_is_made_anew(two, monkeypatch):
    here, there, _ = two
    awake, rests = threading.Event(), there.syncing._slept_in

    def sleeps(seconds):
        """The service's own thread wakes up from it: nothing is under way just then."""
        if awake.is_set():
            return rests(seconds)
        there.syncing._renew()
        awake.set()
        return True

    monkeypatch.setattr(there.syncing, "_slept_in", sleeps)
    there.syncing.poke()
    until(awake.is_set)
    customer = here.add_customer("Ng Wai")
    until(lambda: there.sees(customer))


def test_state_changes_are_told_once_each(two, office):
    here, *_ = two
    told = []
    stop = here.syncing.on_state(told.append)
    office.stop()
    here.syncing.poke()
    until(lambda: here.syncing.state.word == "off_line")
    office.start(office.port)
    until(lambda: here.syncing.state.word == "on_line")
    stop()
    assert told[0].text.startswith("Head office cannot be reached")
    assert all(a != b for a, b in pairwise(told))
