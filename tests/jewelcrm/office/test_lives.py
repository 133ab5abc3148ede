"""Head office or a PC put back to an older state: no letter and no number is given twice."""

import json

import msgspec
import pytest
from sqlalchemy import select, update

from db.office import tables
from db.shop.numbers import paper_number
from db.types import new_id
from jewelcrm.office import devices, given, letters, lives, skew
from jewelcrm.office.putting_back import go_on
from jewelcrm.wire.messages import Cursor, Erased, PullAsk, PushAsk, Standing
from tests.jewelcrm.office.chain import SCHEMA, a_customer, an_order


def greet(pc, letter="A", number=1, *, acked=None, txs=(), **more):
    """A push with the PC's standing."""
    pc.req += 1
    said = Standing(letter, number, **more)
    asked = pc.acked if acked is None else acked
    ask = PushAsk(SCHEMA, pc.epoch, pc.req, asked, list(txs), standing=said)
    return pc.chain.office.push(pc.id, ask)


def put_back(chain):
    """Head office was put up again from a backup."""
    with chain.store.write() as work:
        return lives.begin(work, chain.clock.ms, by=work.server)


def give(chain, branch):
    return chain.store.run(lambda work: letters.next_letter(work, branch))


def letter_of(chain, pc):
    with chain.store.read() as work:
        d = tables.device.c
        return work.conn.execute(select(d.letter).where(d.id == pc.id)).scalar()


def word_of(chain, pc, letter):
    """What head office gave the PC together with its letter."""
    with chain.store.read() as work:
        return given.membership(work, pc.id, letter)


def notices(chain):
    return [(row["kind"], json.loads(row["params"] or "{}")) for row in chain.rows("notice")]


def row_of(letter):
    return (letters.place(letter) - 1) // letters.ROW


def test_letters_go_from_a_to_zz_and_leave_out_what_looks_like_a_digit():
    given, letter = [], ""
    for _ in range(600):
        letter = letters.after(letter)
        given.append(letter)
    assert (given[0], given[23], given[24], given[-1]) == ("A", "Z", "AA", "ZZ")
    assert len(set(given)) == 600
    assert not set("IO") & set("".join(given))


def test_a_letter_on_any_paper_or_of_any_pc_is_passed_over(chain, north):
    number = paper_number("HK01", "C", 17)
    north.send(a_customer(north, number=number))
    chain.pc(chain.north, "B")
    assert [give(chain, chain.north) for _ in range(2)] == ["D", "E"]


def test_a_branch_opened_anew_under_an_old_code_does_not_begin_at_a(chain, north):
    from jewelcrm.office import branches

    north.send(a_customer(north, number=paper_number("HK01", "A", 3)))
    now = chain.clock.now()
    with chain.store.write() as work:
        branches.close(work, "HK01", now, chain.admin)
        again = branches.add(work, branches.NewBranch("HK01", "Again"), now, chain.admin)
    assert give(chain, again) == "B"


def test_each_life_gives_letters_of_a_row_that_no_life_before_it_has_used(chain):
    seen = {give(chain, chain.north) for _ in range(3)}
    for _ in range(6):
        put_back(chain)
        fresh = [give(chain, chain.north) for _ in range(3)]
        rows = {row_of(letter) for letter in fresh}
        assert len(rows) == 1
        assert not rows & {row_of(letter) for letter in seen}
        with chain.store.write() as work:  # what this life gave is forgotten by the next one
            work.conn.execute(update(tables.office_state).values(letters=json.dumps({})))
        for letter in fresh:
            chain.pc(chain.north, letter)
        seen |= set(fresh)


def test_the_row_after_the_last_known_letter_is_left_to_the_life_before(chain):
    for letter in ("Y", "Z"):
        chain.pc(chain.north, letter)
    for _ in range(12):
        put_back(chain)
        assert row_of(give(chain, chain.north)) not in {0, 1}


def test_a_pc_tells_its_letter_to_a_head_office_that_has_forgotten_it(chain, north):
    word = word_of(chain, north, "D")
    put_back(chain)
    answer = greet(north, "D", 40, word=word)
    assert answer.epoch is None
    assert letter_of(chain, north) == "D"
    given = [give(chain, chain.north) for _ in range(24)]
    assert "D" not in given


def test_of_two_pcs_with_one_letter_the_later_gets_another_and_its_branch_is_told(chain, north):
    other = chain.pc(chain.north, "B")
    greet(north, "B", 9)
    assert letter_of(chain, north) != "B"
    assert letter_of(chain, other) == "B"
    (told,) = notices(chain)
    assert told[0] == "restored"


def test_a_pc_that_would_give_a_number_again_goes_on_under_another_letter(chain, north):
    north.send(a_customer(north, number=paper_number("HK01", "A", 12)))
    assert greet(north, "A", 13).epoch is None
    answer = greet(north, "A", 12)
    assert (answer.epoch, answer.letter) == (2, "B")


def test_a_pc_that_says_it_was_put_back_gets_an_epoch_and_a_letter_once(chain, north):
    north.send(a_customer(north))
    first = greet(north, "A", 500_000, put_back=True)
    again = greet(north, "A", 500_000, put_back=True)
    assert (first.epoch, first.letter) == (again.epoch, again.letter) == (2, "B")
    assert notices(chain) == [("restored", {"from": "A", "to": "B"})]


def test_a_pc_found_out_by_its_numbers_is_told_to_its_branch_too(chain, north):
    north.send(a_customer(north))
    north.send(a_customer(north))
    north.n = north.acked = 1
    answer = north.push(north.tx(a_customer(north)))
    assert (answer.epoch, answer.letter) == (2, "B")
    assert [kind for kind, _ in notices(chain)] == ["restored"]


def test_two_papers_with_one_number_are_told_and_both_are_kept(chain, north):
    number, mine = paper_number("HK01", "A", 7), new_id()
    north.send(a_customer(north, mine), an_order(north, mine, number=number))
    north.send(a_customer(north))
    anew = greet(north, "A", 9, put_back=True)
    north.epoch, north.n, north.acked = anew.epoch, 0, 0
    north.send(an_order(north, mine, number=number))
    told = [params for kind, params in notices(chain) if kind == "number_twice"]
    assert told == [{"number": number, "what": "sales_order"}]
    assert [row["number"] for row in chain.rows("sales_order")].count(number) == 2


def test_one_number_on_two_kinds_of_paper_is_told_too(chain, north):
    number, mine = paper_number("HK01", "A", 7), new_id()
    north.send(a_customer(north, mine, number=number))
    anew = greet(north, "A", 9, put_back=True)
    north.epoch, north.n, north.acked = anew.epoch, 0, 0
    north.send(an_order(north, mine, number=number))
    assert [kind for kind, _ in notices(chain)] == ["restored", "number_twice"]


def test_a_head_office_that_knows_less_than_a_pc_of_its_own_life_has_been_put_back(chain, north):
    answered = north.push(north.tx(a_customer(north))).answered
    north.acked = 1
    with chain.store.write() as work:
        work.set_last_n(north.id, 1, 0)
        work.conn.execute(tables.applied_tx.delete())
    answer = greet(north, "A", 9, answered=answered)
    assert answer.life
    assert answer.expect == 1
    assert greet(north, "A", 9, acked=0, life=answer.life).life == answer.life


def test_a_pc_that_only_says_so_puts_head_office_into_no_other_life(chain, north, south):
    answered = north.push(north.tx(a_customer(north))).answered
    others = south.push(south.tx(a_customer(south))).answered
    for said in ("", "0" * 64, answered, others):
        answer = greet(north, "A", 9, acked=40, answered=said)
        assert (answer.life, answer.expect) == ("", 2)
    with chain.store.read() as work:
        log = work.conn.execute(select(tables.audit_log.c.action)).scalars().all()
    assert log.count("office.doubted") == 4


def test_a_pc_that_claims_the_last_letter_gets_one_and_leaves_the_others_theirs(chain, north):
    word = word_of(chain, north, "C")  # of another letter
    answer = greet(north, "ZZ", 1, word=word)
    assert (answer.epoch, answer.letter) == (2, "B")
    assert letter_of(chain, north) == "B"
    assert give(chain, chain.north) == "C"


def test_nobody_hears_news_before_having_said_who_it_is_in_this_life(chain, north):
    north.send(a_customer(north))
    life = put_back(chain)
    chain.office.hearing.life(anew=True)
    ask = PullAsk(skew.SCHEMA, 1, 1, [Cursor(north.scope, 0)], life="")
    answer = chain.office.pull(north.id, ask)
    assert (answer.feeds, answer.life) == ([], life.id)
    ask = PullAsk(skew.SCHEMA, 1, 2, [Cursor(north.scope, 0)], life=life.id)
    assert chain.office.pull(north.id, ask).feeds[0].items
    old = PullAsk(skew.SCHEMA, 1, 3, [Cursor(north.scope, 0)])
    assert chain.office.pull(north.id, old).feeds[0].items


def test_a_reply_that_was_lost_changes_nothing(chain, north):
    first = chain.store.run(lambda work: go_on(work, north.id, 1, chain.clock.ms))
    assert chain.store.run(lambda work: go_on(work, north.id, 1, chain.clock.ms)) == first


def test_a_note_about_somebody_erased_that_is_not_sealed_by_head_office_erases_nobody(chain, north):
    mine = new_id()
    north.send(a_customer(north, mine))
    forged = Erased(mine.hex(), chain.admin.hex(), chain.manager.hex(), 1, "0" * 64)
    greet(north, erased=[forged])
    assert [row["id"] for row in chain.rows("customer")] == [mine]


@pytest.mark.parametrize("letter", ["", "a", "ABC", "1", "A\n"])
def test_a_letter_that_is_none_is_refused_at_the_door(letter):
    body = msgspec.json.encode({"letter": letter, "number": 1})
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(body, type=Standing)


def test_pcs_are_listed_by_the_rank_of_their_letters(chain):
    for letter in ("B", "AA", "Z", "A", "AB"):
        chain.pc(chain.north, letter)
    with chain.store.read() as work:
        listed = [pc.letter for pc in devices.everyone(work)]
    assert listed == ["A", "B", "Z", "AA", "AB"]
