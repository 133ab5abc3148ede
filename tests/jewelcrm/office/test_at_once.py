"""Several PCs push at the same time: nothing is lost or counted twice, every feed is whole."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from db.digest import as_text, total
from db.types import new_id
from tests.jewelcrm.office.chain import a_customer, a_phone
from tests.jewelcrm.office.visits import a_lease


def test_four_pcs_push_at_once_and_everything_is_there(chain):
    shared = new_id()
    first = chain.pc(chain.north)
    first.send(a_customer(first, shared))
    others = [chain.pc(chain.north, "B"), chain.pc(chain.south, "C"), chain.pc(chain.south, "D")]
    for pc in others[1:]:
        a_lease(chain, pc, shared)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda pc: _work(pc, shared), [first, *others]))
    assert {st for states in answers for st in states} <= {"ok", "merged"}
    assert len(chain.rows("customer")) == 4 * 10 + 1
    assert len(chain.rows("contact_point")) == 4 * 10
    assert sum(row["tbl"] == "customer" for row in chain.rows("conflict")) > 0
    for pc in (first, others[1]):
        (feed,) = pc.pull(limit=5000).feeds
        assert feed.sum == as_text(
            total((i.t, bytes.fromhex(i.id), i.rev, i.kind) for i in feed.items)
        )
        assert feed.cursor >= feed.count == len(feed.items)


def test_the_same_push_twice_at_once_counts_once(chain, north):
    txs = [north.tx(a_customer(north)) for _ in range(5)]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda _: north.push(*txs), range(2)))
    states = sorted(tuple(r.st for r in answer.res) for answer in answers)
    assert states == [("dup",) * 5, ("ok",) * 5]
    assert len(chain.rows("customer")) == 5


def _work(pc, shared):
    states, mine = [], pc.id.hex()[-6:]  # ids of one hour begin alike
    for turn in range(10):
        key = new_id()
        states.append(pc.send(a_customer(pc, key), a_phone(pc, key)).st)
        states.append(pc.send(pc.update("customer", shared, 1, tier=f"{mine}{turn}")).st)
    return states
