"""Pushes: whole transactions in order, never too large, each answered once."""

import tracemalloc

import msgspec
import pytest

from db.tables import customers
from db.types import new_id, to_millis
from jewelcrm.imports.commands import import_file
from jewelcrm.sync import outbox
from jewelcrm.sync.line import Unreachable
from jewelcrm.wire.messages import LONE_TX_BYTES, PUSH_BYTES, PUSH_TXS

LONGEST_CELL = 32_767


def test_an_import_of_long_notes_leaves_transactions_that_head_office_takes(ctx, tmp_path):
    path = tmp_path / "list.csv"
    line = "{},Chan Tai Man," + "注" * LONGEST_CELL + "\n"
    path.write_text("old_number,name,notes\n" + "".join(line.format(n) for n in range(200)))
    assert import_file(ctx, path, "customers").new == 200
    with ctx.read() as conn:
        batch = outbox.gather(conn.connection.driver_connection, 1)
    sizes = [len(msgspec.json.encode(tx)) for tx in batch.ask.tx]
    assert sum(sizes) - sizes[-1] < PUSH_BYTES or len(sizes) == 1
    with ctx.read() as conn:
        largest = conn.exec_driver_sql(
            "SELECT max(size) FROM (SELECT sum(length(CAST(cols AS BLOB))) AS size FROM change"
            " GROUP BY tx)"
        ).scalar()
    assert PUSH_BYTES < largest < LONE_TX_BYTES / 3


def gathered(peer, **limits):
    with peer.store.read() as conn:
        return outbox.gather(conn.connection.driver_connection, 1, **limits)


def many_changes(peer, count):
    """Changes as an import leaves them, three of each transaction, without their rows."""
    with peer.store.apply(now=peer.clock.now()) as work:
        tx = b""
        rows = []
        for n in range(count):
            tx = new_id() if n % 3 == 0 else tx
            rows.append((tx, n, bytes(16), 5, "customer", new_id(), "U", 1, '{"name": "x"}'))
        work.raw.executemany(
            "INSERT INTO change(tx, hlc, actor, at, tbl, id, op, base, cols)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )


def test_a_transaction_is_never_split(peer):
    many_changes(peer, 30)
    batch = gathered(peer, txs=4)
    assert [len(tx.ops) for tx in batch.ask.tx] == [3, 3, 3, 3]
    assert [tx.n for tx in batch.ask.tx] == [1, 2, 3, 4]


def test_a_push_stays_below_its_bounds(peer):
    many_changes(peer, 30_000)
    batch = gathered(peer)
    assert len(batch.ask.tx) <= PUSH_TXS
    assert len(msgspec.json.encode(batch.ask)) <= PUSH_BYTES


def test_a_transaction_larger_than_a_push_goes_alone(peer):
    many_changes(peer, 9)
    assert [len(tx.ops) for tx in gathered(peer, size=10).ask.tx] == [3]


def test_pending_changes_cost_no_memory(peer):
    many_changes(peer, 60_000)
    tracemalloc.start()
    gathered(peer)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8_000_000


def test_what_was_added_carries_its_time_and_keys_in_small_letters(peer):
    branch = bytes.fromhex("ab" * 16)
    peer.add_customer(branch_id=branch)
    (op,) = gathered(peer).ask.tx[0].ops
    assert op.set["branch_id"] == "ab" * 16
    assert op.set["created_at"] == to_millis(peer.clock.now())


@pytest.mark.parametrize(("minutes", "told"), [(-11, 0), (9, 0), (11, 660_000)])
def test_a_clock_that_is_much_too_slow_is_told_head_office(peer, minutes, told):
    with peer.store.apply(now=peer.clock.now()) as work:
        work.raw.execute("UPDATE sync_state SET clock_offset = ?", (minutes * 60_000,))
    with peer.store.read() as conn:
        assert outbox.gather(conn.connection.driver_connection, 1).ask.behind == told


def test_what_was_cleared_is_sent_as_nothing(peer):
    customer = peer.add_customer(district="Mong Kok")
    peer.settle()
    peer.edit(customers.customer, customer, district=None)
    (op,) = gathered(peer).ask.tx[0].ops
    assert op.set == {"district": None}
    assert op.old == {"district": "Mong Kok"}
    assert op.base == 1


def test_after_no_answer_a_smaller_push_is_tried(peer, monkeypatch):
    many_changes(peer, 30)

    def cut(_device, _ask):
        raise Unreachable

    monkeypatch.setattr(peer.line.office, "push", cut)
    with pytest.raises(Unreachable):
        peer.engine.push()
    with pytest.raises(Unreachable):
        peer.engine.push()
    sizes = [len(ask.tx) for ask in peer.line.asked if type(ask).__name__ == "PushAsk"]
    assert sizes[-2:] == [10, 10]
    assert peer.waiting() == 30


def test_an_answer_to_an_older_push_is_dropped(peer, office, monkeypatch):
    peer.add_customer()
    late = office.push
    monkeypatch.setattr(
        office, "push", lambda device, ask: msgspec.structs.replace(late(device, ask), req=1)
    )
    peer.engine.push()
    assert peer.waiting() == 1


def test_request_numbers_never_come_twice(peer):
    first = [peer.engine._next_request() for _ in range(3)]
    peer.restart()
    assert peer.engine._next_request() > max(first)


def test_known_changes_are_pruned_but_the_newest_of_each_record(peer, monkeypatch):
    monkeypatch.setattr("jewelcrm.sync.forgetting.KEPT_EACH", 2)
    customer = peer.add_customer()
    for n in range(4):
        peer.edit(customers.customer, customer, name=f"Name {n}")
    peer.settle()
    peer.edit(customers.customer, customer, name="Not sent yet")
    peer.clock.move(days=401)
    assert peer.engine.prune() == 4
    assert peer.value("SELECT count(*) FROM change") == 2
    assert peer.waiting() == 1


def test_a_transaction_too_large_for_head_office_goes_in_parts_each_once(peer, office, monkeypatch):
    monkeypatch.setattr(outbox, "PART_BYTES", 4_000)
    with peer.work() as work:
        ids = [
            work.insert(customers.customer, number=f"N{n}", name="Chan" * 40, branch_id=peer.branch)
            for n in range(30)
        ]
    honest, lost = office.push, []

    def loses_the_second_answer(device, ask):
        answer = honest(device, ask)
        lost.append(len(ask.tx))
        if len(lost) == 2:
            raise Unreachable
        return answer

    monkeypatch.setattr(office, "push", loses_the_second_answer)
    with pytest.raises(Unreachable):
        peer.settle()
    peer.settle()
    pushes = [ask for ask in peer.line.asked if type(ask).__name__ == "PushAsk" and ask.tx]
    parts = [tx for ask in pushes for tx in ask.tx]
    assert len({tx.id for tx in parts}) >= 3
    assert peer.waiting() == 0
    sent = [op.id for tx in {tx.id: tx for tx in parts}.values() for op in tx.ops]
    assert sorted(sent) == sorted(row.hex() for row in ids)
