"""Each PC says when nothing is left of an erased person; head office sees who is late."""

import datetime as dt

from db.types import new_id
from jewelcrm.office import lives, premises, skew
from jewelcrm.office.doctor import Round, _erasures
from jewelcrm.office.visiting import erasing, owing
from jewelcrm.wire.messages import Cursor, PullAsk, PushAsk, Standing
from tests.jewelcrm.office.chain import SCHEMA, a_customer

DAY_MS = 86_400_000


def erase(chain, key):
    wanted = erasing.Erasing(chain.admin, key, "she wrote", approve=False, now=chain.clock.ms)
    chain.store.run(lambda work: erasing.decide(work, wanted))
    second = erasing.Erasing(chain.manager, key, "", approve=True, now=chain.clock.ms)
    chain.store.run(lambda work: erasing.decide(work, second))


def notes_of(pc, life=""):
    """What a PC reads with the news that erase her."""
    ask = PullAsk(skew.SCHEMA, pc.epoch, 1, [Cursor(pc.scope, 0)], life=life)
    return pc.chain.office.pull(pc.id, ask).erased


def say(pc, notes, life="", letter="A"):
    pc.req += 1
    standing = Standing(letter, 1, erased=notes, life=life)
    ask = PushAsk(SCHEMA, pc.epoch, pc.req, pc.acked, standing=standing)
    return pc.chain.office.push(pc.id, ask)


def of(chain, key):
    with chain.store.read() as work:
        return next(one for one in owing.everything(work) if one.customer_id == key)


def test_every_pc_of_the_branch_owes_its_word_until_it_has_said_so(chain, north, south):
    second, key = chain.pc(chain.north, "B"), new_id()
    north.send(a_customer(north, key))
    erase(chain, key)
    assert [word.pc for word in of(chain, key).missing] == ["HK01-A", "HK01-B"]
    chain.clock.move(2 * DAY_MS)
    say(north, notes_of(north))
    assert [word.pc for word in of(chain, key).missing] == ["HK01-B"]
    chain.clock.move(3 * DAY_MS)
    say(second, notes_of(second), letter="B")
    chain.clock.move(DAY_MS)
    done = of(chain, key)
    assert (done.missing, done.days(chain.clock.now())) == ([], 5)


def test_saying_so_again_does_not_move_the_day(chain, north):
    key = new_id()
    north.send(a_customer(north, key))
    erase(chain, key)
    notes = notes_of(north)
    say(north, notes)
    before = of(chain, key)
    chain.clock.move(DAY_MS)
    say(north, notes)
    assert of(chain, key) == before


def test_the_doctor_names_the_pcs_that_are_late(chain, north, tmp_path):
    key = new_id()
    north.send(a_customer(north, key))
    erase(chain, key)
    known = premises.Premises("embedded")

    def line(days):
        now = chain.clock.now() + dt.timedelta(days=days)
        return next(_erasures(Round(tmp_path, known, chain.store, now)))

    assert line(13).light == "green"
    assert (line(14).light, "HK01-A" in line(14).words) == ("amber", True)


def test_a_head_office_put_back_erases_her_again_before_it_answers_the_pc(chain, north):
    key = new_id()
    north.send(a_customer(north, key))
    erase(chain, key)
    (note,) = notes_of(north)
    with chain.store.write() as work:  # the state of before she was erased
        from db.office import tables

        for table in (tables.erasure, tables.erasure_case, tables.erasure_ack):
            work.conn.execute(table.delete())
        lives.begin(work, chain.clock.ms, by=work.server)
    north.send(a_customer(north, key, number="HK01-A-000099-1"))
    assert len(chain.rows("customer")) == 1
    answer = say(north, [note])
    assert chain.rows("customer") == []
    assert answer.life
    assert of(chain, key).missing == []
