"""Somebody with the open store cuts a PC's audit log, or writes it anew."""

from __future__ import annotations

import json

import pytest

from jewelcrm.wire.messages import AuditHead, PushAsk
from tests.jewelcrm.office.chain import SCHEMA, a_customer


def tell(pc, seq, now, told=0, then=""):
    pc.req += 1
    ask = PushAsk(SCHEMA, pc.epoch, pc.req, pc.acked, [], audit=AuditHead(seq, now, told, then))
    pc.chain.office.push(pc.id, ask)
    return [json.loads(row["params"]) for row in pc.chain.rows("notice")]


def test_a_log_that_grows_is_as_it_ought_to_be_also_when_an_answer_was_lost(chain, north):
    assert tell(north, 10, "a") == []
    assert tell(north, 12, "b", 10, "a") == []
    assert tell(north, 15, "c", 10, "a") == []
    assert tell(north, 15, "c", 15, "c") == []


@pytest.mark.parametrize(
    "after",
    [
        (9, "x", 9, "x"),  # cut
        (10, "x", 0, ""),  # its last entry is another one
        (14, "d", 10, "x"),  # forked: another entry 10
        (14, "d", 10, ""),  # entry 10 is gone
    ],
)
def test_a_log_that_was_cut_or_written_anew_is_told_once(chain, north, after):
    tell(north, 10, "a")
    assert tell(north, *after) == [{"letter": "A"}]
    assert len(tell(north, 20, "z", after[0], after[1])) == 1


def test_a_pc_that_was_put_back_begins_anew_with_its_epoch(chain, north):
    north.send(a_customer(north))
    tell(north, 10, "a")
    north.epoch, north.n, north.acked = 2, 0, 0
    assert tell(north, 4, "b") == []
