"""Random work of a branch's PCs on bad lines, against head office's real service."""

import random

import pytest

from db.shop import search
from db.tables import customers
from jewelcrm.sync.line import Unreachable
from tests.jewelcrm.sync.real_office import *  # noqa: F403 - fixtures

TABLES = ("customer", "contact_point", "note", "sales_order", "payment", "conflict", "notice")


def act(peer, dice):
    """Something that people do."""
    known = [row[0] for row in peer.ask("SELECT id FROM customer WHERE rev >= 0")]
    orders = [row[0] for row in peer.ask("SELECT id FROM sales_order")]
    choice = dice.random()
    if choice < 0.2 or not known:
        peer.add_customer(f"Name {dice.randint(0, 99)}")
    elif choice < 0.5:
        column = dice.choice(["name", "district", "tier"])
        value = f"{column[:4]} {dice.randint(0, 99)}"
        peer.edit(customers.customer, dice.choice(known), **{column: value})
    elif choice < 0.65:
        with peer.work() as work:
            work.insert(
                customers.contact_point,
                branch_id=peer.branch,
                customer_id=dice.choice(known),
                kind="phone",
                value="9123 4567",
                normal=f"+8529{dice.randint(0, 9_999_999):07}",
                preferred=False,
            )
    elif choice < 0.75:
        with peer.work() as work:
            work.insert(
                customers.note,
                branch_id=peer.branch,
                customer_id=dice.choice(known),
                channel="note",
                body="Words",
            )
    elif choice < 0.9 or not orders:
        peer.add_order(dice.choice(known), stage="new")
    else:
        peer.pay(dice.choice(orders), dice.randint(1, 900))


@pytest.mark.parametrize("seed", range(4))
def test_the_branch_s_pcs_agree_in_the_end(seed, chain, pc_of):
    dice = random.Random(seed)
    peers = [
        pc_of(chain.north, letter, trouble=random.Random(dice.random())) for letter in ("A", "B")
    ]
    peers.append(pc_of(chain.south, "C", trouble=random.Random(dice.random())))
    for _ in range(120):
        chain.clock.move(dice.randint(1, 60_000))
        peer = dice.choice(peers)
        peer.clock.moment = chain.clock.now()
        if dice.random() < 0.5:
            act(peer, dice)
            continue
        try:
            peer.engine.round()
        except Unreachable:
            continue
    for peer in peers:
        peer.line.trouble = None
        peer.clock.moment = chain.clock.now()
    for peer in [*peers, *peers]:
        peer.settle()
    one, two, other = peers
    for table in TABLES:
        assert one.rows(table) == two.rows(table), table
    assert not one.rows("customer").keys() & other.rows("customer").keys()
    for peer in peers:
        assert peer.waiting() == 0
        assert not peer.rows("quarantine")
        assert not peer.value("SELECT value FROM setting WHERE key = 'sync.alarms'")
        with peer.store.read() as conn:
            assert search.check(conn) == []
