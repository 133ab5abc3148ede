"""A person who is erased at head office is gone from every PC after its next round."""

import pytest

from db.shop.connect import FILE_NAME
from db.tables import customers, orders, payments
from jewelcrm.office import visiting, writing
from jewelcrm.sync.line import Unreachable
from jewelcrm.wire.visiting import EraseAsk
from tests.jewelcrm.office.chain import Chain
from tests.jewelcrm.office_visiting.conftest import Desk
from tests.jewelcrm.office_visiting.person import WORDS
from tests.jewelcrm.sync.conftest import first_store  # noqa: F401 - a fixture
from tests.jewelcrm.sync.peers import Peer, RealOffice, copy_of
from tests.pages import plain_bytes


@pytest.fixture
def chain(embedded):
    return Chain(embedded)


@pytest.fixture
def pc_of(chain, first_store, tmp_path):  # noqa: F811
    made = []

    def make(branch, letter):
        device = chain.pc(branch, letter)
        folder = copy_of(first_store[0], tmp_path / letter)
        office = RealOffice(chain.office)
        peer = Peer(folder, first_store[1], office, name=device.id.hex(), branch=branch)
        peer.clock.moment, peer.actor, peer.pc = chain.clock.now(), chain.manager, device
        peer.settle()
        made.append(peer)
        return peer

    yield make
    for peer in made:
        peer.close()


@pytest.fixture
def second(chain):
    with chain.store.write() as work:
        return writing.insert(
            work,
            "staff",
            chain.clock.now(),
            branch_id=chain.north,
            login="second",
            name="second",
            role="administrator",
            active=1,
        )


def zenobia(peer):
    """She with a note, an order with words about her, and a payment."""
    key = peer.add_customer("Zenobia Quark", name_zh="鄭如風", address="7 Rare Street")
    order, at = peer.add_order(key, stage="new"), peer.clock.now()
    peer.edit(orders.sales_order, order, remark="Gift for her aunt")
    with peer.work() as work:
        about = {"branch_id": peer.branch, "customer_id": key}
        work.insert(
            customers.contact_point,
            **about,
            kind="phone",
            value="6767 6767",
            normal="+85267676767",
            preferred=True,
        )
        work.insert(customers.note, **about, channel="note", body="Zenobia and her aunt")
        work.insert(
            payments.payment,
            **about,
            order_id=order,
            receipt_number="HK01-A-9",
            kind="deposit",
            method="fps",
            amount_cents=50_00,
            currency="HKD",
            taken_at=at,
            reference="FPS Zenobia Quark",
            remark="Paid by her aunt",
        )
        work.insert(
            orders.order_step,
            branch_id=peer.branch,
            order_id=order,
            to_stage="new",
            at=at,
            reason="Quark insisted",
        )
    peer.settle()
    return key, order


def erase(chain, pc, key, second):
    for actor, approve in ((chain.admin, False), (second, True)):
        ask = EraseAsk(actor.hex(), key.hex(), "she wrote", approve)
        visiting.erase(chain.office, pc.id, ask)


def left_in(peer):
    """Those of the words that stand in the pages of any of the PC's files."""
    assert peer.store.empty_log()
    data = plain_bytes(peer.folder / FILE_NAME, peer.key)
    data += b"".join(path.read_bytes() for path in peer.folder.rglob("*") if path.is_file())
    forms = {form for word in WORDS for form in (word, word.lower(), word.upper())}
    return sorted(word for word in forms if word.encode() in data)


def test_no_file_of_any_pc_holds_her_after_one_round(chain, pc_of, second):
    one, two, far = pc_of(chain.north, "A"), pc_of(chain.north, "B"), pc_of(chain.south, "C")
    key, _order = zenobia(one)
    two.settle()
    desk = Desk(chain, far.pc)
    desk.open(desk.lookup("phone", "67676767").cards[0].ticket, words="her aunt came")
    far.settle()
    assert all("Zenobia" in left_in(peer) for peer in (one, two, far))
    erase(chain, one.pc, key, second)
    for peer in (one, two, far):
        peer.settle()
        assert left_in(peer) == []
    (paper,) = one.rows("sales_order").values()
    assert paper.get("customer_id") is None
    assert len(two.rows("payment")) == 1
    assert not one.ask("SELECT why FROM quarantine")


def test_words_that_were_not_sent_yet_go_too_and_the_payment_stays(chain, pc_of, second):
    one, two = pc_of(chain.north, "A"), pc_of(chain.north, "B")
    key, order = zenobia(one)
    two.settle()
    two.edit(customers.customer, key, alert="Her aunt, Zenobia")
    two.edit(orders.sales_order, order, remark="her aunt fetches it")
    two.pay(order, 70_00, remark="her aunt paid the rest")
    erase(chain, one.pc, key, second)
    one.settle()
    two.settle()
    one.settle()
    for peer in (one, two):
        assert left_in(peer) == []
        assert sorted(row["amount_cents"] for row in peer.rows("payment").values()) == [
            50_00,
            70_00,
        ]
    assert two.waiting() == 0


def test_a_move_and_an_erasure_reach_the_branch_she_left(chain, pc_of, second):
    one, far = pc_of(chain.north, "A"), pc_of(chain.south, "C")
    key, _ = zenobia(one)
    one.line.trouble = None
    desk = Desk(chain, one.pc)
    desk.move(key, chain.south)
    far.settle()
    erase(chain, far.pc, key, second)
    try:
        one.settle()
    except Unreachable:
        one.settle()
    far.settle()
    assert left_in(one) == left_in(far) == []
