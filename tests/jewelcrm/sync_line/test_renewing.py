"""Head office's recovery key is changed by two people, and every PC's key is sealed to the new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from sqlalchemy import select

from db.office import tables
from db.shop import keys, officeslots, syncoffice
from jewelcrm.access.rotating import TO_HAND_IN
from jewelcrm.errors import CanFix
from jewelcrm.office import people, premises, renewing
from jewelcrm.office.founding import key_from, key_text
from jewelcrm.office.main import main
from jewelcrm.sync.exchanging import exchange
from jewelcrm.sync.handing import hand_in
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.wire import sealing
from jewelcrm.wire.enrolment import NewKey, SlotAnswer
from tests.jewelcrm.sync_line.world import PASSWORD, Counter, Program, until


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """One of its own: others still need the key of theirs."""
    made = Program(tmp_path_factory.mktemp("renewing") / "office")
    made.found()
    made.say("user", "add", "boss.two", "--role", "administrator", new_password=PASSWORD)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def key(office: Program) -> list[Path]:
    """Every recovery key so far, the one in force last."""
    known = office.folder.parent.glob("recovery*.key")
    return sorted(known, key=lambda path: path.stat().st_mtime_ns)


def renewed(office: Program, key: list[Path]) -> dict[str, object]:
    new = office.folder.parent / f"recovery{len(key)}.key"
    words = ("recovery", "renew", "--recovery-key-file", str(key[-1]))
    where = ("--new-recovery-key-file", str(new))
    first = office.say("--user", "mary.chan", *words, *where)
    assert not first["done"]
    assert not new.exists()
    done = office.say("--user", "boss.two", *words, *where)
    assert done["done"]
    key.append(new)
    return done


def kept_of(office: Program, counter: Counter) -> bytes:
    store = premises.open_store(office.folder)
    d = tables.device.c
    with store.read() as work:
        query = select(d.sealed_key).where(d.id == counter.joined.device)
        kept = work.conn.execute(query).scalar_one()
    store.close()
    return bytes(kept)


def slot_of(counter: Counter) -> bytes:
    slots = keys.load(counter.folder).slots
    return officeslots.to_bytes(next(s.box for s in slots if s.kind == officeslots.OFFICE))


def opens(private: Path, box: bytes, counter: Counter) -> bool:
    info = sealing.purpose(sealing.DATABASE_KEY, counter.joined.device)
    try:
        return sealing.unseal(key_from(private), box, info) == counter.opened.store.key
    except sealing.NotSealedForUs:
        return False


def test_two_people_change_it_and_a_pc_follows_at_its_next_exchange(office, new_counter, key):
    counter = new_counter()
    ctx = counter.open()
    old = key[-1]
    assert renewed(office, key)["left"] == []
    assert opens(key[-1], kept_of(office, counter), counter), "sealed anew at once"
    assert not opens(old, kept_of(office, counter), counter)
    assert opens(old, slot_of(counter), counter)
    exchange(ctx)
    assert opens(key[-1], slot_of(counter), counter)
    assert not opens(old, slot_of(counter), counter)
    assert opens(key[-1], kept_of(office, counter), counter)
    exchange(ctx)
    assert opens(key[-1], slot_of(counter), counter)


def test_a_pc_that_was_away_follows_two_changes_by_itself(office, new_counter, key):
    counter = new_counter()
    counter.open()
    renewed(office, key)
    renewed(office, key)
    counter.start()
    until(lambda: opens(key[-1], slot_of(counter), counter))
    until(lambda: not keys.load(counter.folder).extra.get("to_hand_in"))
    assert opens(key[-1], kept_of(office, counter), counter)


def test_a_key_that_nobody_vouches_for_is_not_taken(office, new_counter, key):
    """Somebody broke into the server and hands out a recovery key of their own."""
    counter = new_counter()
    ctx = counter.open()
    theirs = sealing.new_office_pair()[1]
    before = slot_of(counter)
    told = [NewKey(officeslots.to_text(theirs), "0" * 64)]
    answer = SlotAnswer(ok=False, keys=told)
    with patch("jewelcrm.sync.transport.HttpTransport.slot", lambda *_: answer):
        exchange(ctx)
    assert slot_of(counter) == before
    with ctx.read() as conn:
        known = syncoffice.address(conn.connection.driver_connection).office_key
    assert known != theirs


def test_what_is_sealed_to_the_old_key_is_not_kept_over_the_new(office, new_counter, key):
    counter = new_counter()
    ctx = counter.open()
    renewed(office, key)
    good = kept_of(office, counter)
    slots = keys.load(counter.folder)
    keys.save(
        counter.folder, replace(slots, extra={**slots.extra, TO_HAND_IN: True}), ctx.store.key
    )
    with ctx.read() as conn:
        where = syncoffice.address(conn.connection.driver_connection)
    line = HttpTransport(where, ctx.clock)
    assert not hand_in(ctx.store, line)
    line.close()
    assert kept_of(office, counter) == good


def test_one_person_alone_or_another_key_changes_nothing(office, key, tmp_path, capsys):
    def said(login: str, old: Path) -> int:
        words = ["recovery", "renew", "--recovery-key-file", str(old)]
        where = ["--new-recovery-key-file", str(tmp_path / "new.key")]
        with patch.dict("os.environ", office._environment()):
            data = ["--data", str(office.folder), "--json", "--user", login]
            return main([*data, *words, *where])

    other = tmp_path / "other.key"
    other.write_text(key_text(sealing.new_office_pair()[0]))
    assert said("mary.chan", other) == 1
    assert said("mary.chan", key[-1]) == 0
    assert said("mary.chan", key[-1]) == 1
    assert not (tmp_path / "new.key").exists()
    assert said("boss.two", key[-1]) == 0
    key.append(office.folder.parent / f"recovery{len(key)}.key")
    key[-1].write_bytes((tmp_path / "new.key").read_bytes())


def test_the_wish_of_a_week_ago_does_not_count(office, key):
    store = premises.open_store(office.folder)
    now = dt.datetime.now(dt.UTC)
    with store.read() as work:
        known = {person.login: person for person in people.everyone(work)}
    mary, two = known["mary.chan"], known["boss.two"]
    try:
        assert not store.run(lambda work: renewing.want(work, mary, now - dt.timedelta(days=8)))
        assert not store.run(lambda work: renewing.want(work, two, now))
        with pytest.raises(CanFix):
            store.run(lambda work: renewing.want(work, two, now))
        assert store.run(lambda work: renewing.want(work, mary, now))
        store.run(lambda work: work.port.put(tables.setting, [(renewing.ASKED, "{}")]))
    finally:
        store.close()
