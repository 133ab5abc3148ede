"""A new recovery key is taken on the word of whoever had the old one, and on nobody else's."""

from __future__ import annotations

import pytest

from jewelcrm.wire import sealing
from jewelcrm.wire.renewal import is_vouched, mark_of, voucher

PC = b"d" * 16


@pytest.fixture(params=[sealing.new_pair, sealing.new_office_pair], ids=["curve", "hybrid"])
def old(request: pytest.FixtureRequest) -> tuple[bytes, bytes]:
    return request.param()


def test_the_pc_knows_the_word_of_the_old_key(old: tuple[bytes, bytes]):
    seal, new = sealing.new_pair(), sealing.new_office_pair()[1]
    word = voucher(old[0], seal[1], PC, new)
    assert is_vouched(seal[0], old[1], PC, new, word)


def test_it_is_for_one_pc_and_one_key_by_one_key(old: tuple[bytes, bytes]):
    seal, new = sealing.new_pair(), sealing.new_office_pair()[1]
    word = voucher(old[0], seal[1], PC, new)
    assert not is_vouched(seal[0], old[1], b"e" * 16, new, word)
    assert not is_vouched(seal[0], old[1], PC, sealing.new_office_pair()[1], word)
    assert not is_vouched(seal[0], sealing.new_office_pair()[1], PC, new, word)
    assert not is_vouched(sealing.new_pair()[0], old[1], PC, new, word)
    assert not is_vouched(seal[0], old[1], PC, new, "")


def test_a_server_without_the_old_key_cannot_make_it(old: tuple[bytes, bytes]):
    """It has every public half there is, and keys of its own."""
    seal, own = sealing.new_pair(), sealing.new_office_pair()
    word = voucher(own[0], seal[1], PC, own[1])
    assert not is_vouched(seal[0], old[1], PC, own[1], word)


def test_a_key_that_is_none_is_not_believed():
    seal = sealing.new_pair()
    assert not is_vouched(seal[0], bytes(32), PC, b"new", "0" * 64)
    assert not is_vouched(seal[0], b"short", PC, b"new", "0" * 64)


def test_keys_have_different_marks():
    assert len({mark_of(sealing.new_pair()[1]) for _ in range(20)}) == 20
