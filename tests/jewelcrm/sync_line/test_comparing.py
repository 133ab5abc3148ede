"""The restore drill asks head office, over a real line, whether it knows what the backup says."""

from __future__ import annotations

import pytest

from db.shop import syncstate
from jewelcrm.backup import commands as backup
from jewelcrm.backup import keeping, queries, words
from jewelcrm.sync import comparing
from jewelcrm.sync.exchanging import exchange
from jewelcrm.sync.line import Refused, Unreachable
from jewelcrm.wire import backups as wire
from tests.jewelcrm.backup.builders import a_customer


class Told:
    """A line on which head office says this; keeps what it was asked."""

    def __init__(self, answer: wire.KnownAnswer | Exception) -> None:
        self.answer, self.asked = answer, []

    def known(self, ask: wire.KnownAsk) -> wire.KnownAnswer:
        self.asked.append((ask.epoch, ask.n))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def pushed(new_counter):
    """A PC whose customer head office has, and a backup made after that."""
    ctx = new_counter().open()
    a_customer(ctx, "Sent Away")
    exchange(ctx)
    backup.back_up(ctx)
    return ctx


def raw_of(ctx):
    with ctx.read() as conn:
        return keeping.raw_of(conn)


def test_what_the_backup_says_was_sent_is_known_at_head_office(pushed):
    done = backup.drill(pushed)
    assert (done.passed, done.office) == (True, "known"), done.faults
    assert keeping.state(pushed).office == ""


def test_asking_changes_nothing_at_head_office(pushed, office):
    before = syncstate.state(raw_of(pushed))
    backup.drill(pushed)
    backup.drill(pushed)
    a_customer(pushed, "Later")
    exchange(pushed)
    after = syncstate.state(raw_of(pushed))
    assert after.epoch == before.epoch
    assert after.acked_n > before.acked_n


def test_off_line_the_drill_says_so_and_is_green_for_itself(pushed, office):
    office.stop()
    done = backup.drill(pushed)
    office.start(office.port)
    assert (done.passed, done.office) == (True, "away")
    status = queries.status(pushed)
    assert (status.light, status.trouble) == ("green", "")


def test_a_head_office_that_was_put_back_is_noticed_and_told_of(pushed, monkeypatch):
    acked = syncstate.state(raw_of(pushed)).acked_n
    line = Told(wire.KnownAnswer(acked - 1))
    monkeypatch.setattr(
        comparing.ports, "_asker", lambda _ctx, store: comparing.ask_over(line, of(store))
    )
    done = backup.drill(pushed)
    assert (done.passed, done.office) == (True, "lacks")
    status = queries.status(pushed)
    assert (status.light, status.words) == ("amber", words.OFFICE_LACKS)
    assert queries.points(pushed)[0].state == "checked"


def of(store):
    with store.read() as conn:
        return keeping.raw_of(conn)


def test_another_transaction_under_our_number_is_noticed(pushed):
    raw = raw_of(pushed)
    state = syncstate.state(raw)
    line = Told(wire.KnownAnswer(state.acked_n, "ab" * 16))
    assert comparing.ask_over(line, raw) == "lacks"
    assert line.asked == [(state.epoch, state.acked_n)]


def test_a_name_that_head_office_has_forgotten_is_no_complaint(pushed):
    raw = raw_of(pushed)
    state = syncstate.state(raw)
    assert comparing.ask_over(Told(wire.KnownAnswer(state.acked_n + 5)), raw) == "known"


@pytest.mark.parametrize("error", [Unreachable(), Refused("not_found")])
def test_a_head_office_of_an_older_release_is_as_one_that_is_away(pushed, monkeypatch, error):
    monkeypatch.setattr(
        comparing, "HttpTransport", lambda *_: type("Line", (Told,), {"close": print})(error)
    )
    assert backup.drill(pushed).office == "away"


def test_a_shop_of_its_own_asks_nobody(ctx):
    backup.back_up(ctx)
    done = backup.drill(ctx)
    assert (done.passed, done.office) == (True, "")
