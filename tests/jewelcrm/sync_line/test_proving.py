"""Persons prove what they do, from the password at the counter to head office's books."""

from contextlib import closing
from dataclasses import replace

import pytest

from db.store import Store
from jewelcrm.access import signin
from jewelcrm.errors import CanFix
from jewelcrm.sync import arriving, visiting
from jewelcrm.sync.enrolling import address_of, copy_all
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.wire.visiting import LookupAsk
from tests.jewelcrm.sync_line.world import PASSWORD, SALES_PASSWORD

PIN, NEW_PASSWORD = "739164", "nine grey pigeons fly"


def aside(counter):
    """Why something was put aside, by head office's word."""
    ctx = counter.opened
    assert copy_all(ctx.store, ctx.clock, lambda *_: None)
    found = counter.ask("SELECT why FROM quarantine WHERE pc = ?", ctx.store.pc.id)
    return [row[0] for row in found]


def asked_by(ctx):
    """What head office says of a number that no test gives anybody."""
    return visiting.look_up(ctx, by="phone", text="+852 6999 0017").cards


def test_everybody_who_signs_in_with_a_password_is_believed_also_after_a_pin(new_counter):
    counter = new_counter()
    mary = counter.open()
    signin.set_pin(mary, PIN)
    ann = arriving.admit_here(mary, "ann", SALES_PASSWORD)
    for ctx, name in ((mary, "Chan"), (ann, "Lee"), (signin.switch(ann, "mary.chan", PIN), "Ho")):
        counter.opened = ctx
        counter.add_customer(name)
        assert asked_by(ctx) == ()
    assert aside(counter) == []
    seals = counter.ask("SELECT count(*) FROM person_key WHERE seal <> ''")
    assert seals == [(2,)]
    assert counter.pending() == 0


def test_a_changed_password_keeps_the_persons_key(new_counter):
    counter = new_counter()
    signin.change_password(counter.open(), PASSWORD, NEW_PASSWORD)
    counter.opened.store.close()
    ctx = counter.open(password=NEW_PASSWORD)
    counter.add_customer("Chan")
    assert asked_by(ctx) == ()
    assert aside(counter) == []


def test_who_has_the_open_store_and_no_session_acts_for_nobody(new_counter):
    counter = new_counter()
    ctx = counter.open()
    with ctx.store.write(actor=ctx.staff.id, now=ctx.clock.now()) as work:
        counter.opened = replace(ctx, session=None)
        assert work.numbered is None
    counter.add_customer("Forged")
    assert aside(counter) == ["not_signed"]
    with pytest.raises(CanFix, match="sign-in"):
        asked_by(counter.opened)


def test_the_pcs_key_asks_for_nobody(new_counter):
    counter = new_counter()
    ctx = counter.open()
    line = HttpTransport(address_of(ctx.store), ctx.clock)
    with closing(line), pytest.raises(Exception, match="session"):
        line.lookup(LookupAsk(ctx.staff.id.hex(), "phone", "+85269990017"))


def test_a_persons_session_asks_for_no_other_person(new_counter):
    counter = new_counter()
    mary = counter.open()
    ann = arriving.admit_here(mary, "ann", SALES_PASSWORD)
    posing = replace(ann, staff=mary.staff)
    with pytest.raises(CanFix, match="sign-in"):
        asked_by(posing)


def test_what_was_done_off_line_is_believed_after_another_persons_sign_in(new_counter, office):
    counter = new_counter()
    counter.open()
    counter.opened = arriving.admit_here(counter.opened, "ann", SALES_PASSWORD)
    office.stop()
    counter.add_customer("Off line")
    counter.opened.store.close()
    counter.open()  # Mary's sign-in sends what Ann did
    office.start(office.port)
    assert aside(counter) == []


def test_a_recovery_code_opens_the_store_and_proves_nobody(new_counter):
    counter = new_counter()
    ctx = signin.recover(
        counter.folder, counter.joined.recovery_code, login="mary.chan", new_password=NEW_PASSWORD
    )
    counter.opened = ctx
    counter.add_customer("Found the printed code")
    assert aside(counter) == ["not_signed"]


def test_a_private_key_of_a_session_does_not_stay_for_longer_than_a_day(shop, clock):
    with closing(signin.sign_in(shop.folder, "mei.chan", "copper kettle sings", clock=clock).store):
        pass
    clock.move(hours=25)
    ctx = signin.sign_in(shop.folder, "wing", "yellow river stone", clock=clock)
    with closing(ctx.store) as store:
        assert live(store) == [ctx.session.begun.id]


def live(store: Store) -> list[bytes]:
    with store.read() as conn:
        raw = conn.connection.driver_connection
        return [row[0] for row in raw.execute("SELECT id FROM session WHERE private IS NOT NULL")]


def notices(counter):
    ctx = counter.opened
    assert copy_all(ctx.store, ctx.clock, lambda *_: None)
    sql = "SELECT count(*) FROM notice WHERE kind = 'audit_broken' AND params LIKE ?"
    return counter.ask(sql, f'%"{ctx.store.pc.letter}"%')[0][0]


def test_entries_cut_off_the_audit_log_are_missed_at_head_office(new_counter):
    counter = new_counter()
    ctx = counter.open()
    for name in ("Chan", "Lee"):
        counter.add_customer(name)
        with ctx.work("an act") as work:
            work.audit("customers.export")
        assert notices(counter) == 0
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("DELETE FROM audit_log WHERE action = 'customers.export'")
    counter.add_customer("Ho")
    assert notices(counter) == 1
