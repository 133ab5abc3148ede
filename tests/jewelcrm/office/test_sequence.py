"""Repeats, gaps and PCs put back, told from numbers and ids alone."""

from hypothesis import given
from hypothesis import strategies as st

from jewelcrm.office.sequence import order
from jewelcrm.wire.messages import Tx


def _txs(*numbers, name="t"):
    return [Tx(f"{name}{n}", n, 0, 0, "", []) for n in numbers]


def _order(txs, known=(), *, last=0, acked=0, outdated=False):
    return order(txs, set(known), last=last, acked=acked, outdated=outdated)


def test_what_comes_in_order_is_taken():
    came = _order(_txs(3, 4), last=2, acked=2)
    assert ([tx.n for tx in came.taken], came.last) == ([3, 4], 4)


def test_a_gap_ends_what_is_taken_and_names_what_is_missing():
    came = _order(_txs(3, 5), last=2, acked=2)
    assert ([tx.n for tx in came.taken], came.expect) == ([3], 4)


def test_a_repeat_is_taken_again_for_its_answer():
    came = _order(_txs(1, 2, 3), {"t1", "t2"}, last=2)
    assert ([tx.n for tx in came.taken], came.last, came.put_back) == ([1, 2, 3], 3, False)


def test_a_number_given_again_was_put_back():
    assert _order(_txs(2, name="other"), {"t1", "t2"}, last=2, acked=1).put_back


def test_nothing_to_send_and_fewer_answers_than_were_given_was_put_back():
    assert _order([], last=2, acked=1).put_back
    assert not _order([], last=2, acked=2).put_back


def test_a_pc_that_has_more_answers_than_were_given_sends_again():
    """Head office's own file was put back."""
    assert _order([], last=2, acked=5).expect == 3
    assert _order(_txs(6), last=2, acked=5).expect == 3


def test_an_epoch_that_was_left_is_not_taken_up_again():
    assert _order(_txs(1), outdated=True).put_back


@given(last=st.integers(0, 20), first=st.integers(1, 25), count=st.integers(0, 8))
def test_numbers_never_go_back_and_never_leave_a_gap(last, first, count):
    txs = _txs(*range(first, first + count))
    came = _order(txs, {tx.id for tx in txs if tx.n <= last}, last=last, acked=last)
    assert came.last >= last
    assert came.last == max([last, *(tx.n for tx in came.taken)])
    assert (came.expect is None) or (came.taken == [] and came.expect == last + 1)
