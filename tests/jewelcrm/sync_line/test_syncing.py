"""PCs at work: what is done on one is seen on another, the line may be cut, the server may die."""

import signal

import pytest

from tests.jewelcrm.sync_line.world import until


@pytest.fixture
def two(new_counter):
    """Two PCs of one branch and one of another, at work."""
    counters = [new_counter("HK01"), new_counter("HK01"), new_counter("HK02")]
    for counter in counters:
        counter.start()
    for counter in counters:
        until(lambda c=counter: c.syncing.state.word == "on_line")
    return counters


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
