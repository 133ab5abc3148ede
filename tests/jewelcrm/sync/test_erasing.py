"""An erased person leaves no trace on any PC, unsent words included."""

import json
import shutil
from contextlib import closing

import pytest

from db.shop import erasures
from db.shop.connect import FILE_NAME, connect
from db.store import Store
from db.tables import customers, orders
from jewelcrm.sync import erasing
from jewelcrm.sync.line import Unreachable
from tests.jewelcrm.sync.peers import Killed


def a_note(peer, customer, body="She asked about rubies"):
    with peer.work() as work:
        return work.insert(
            customers.note, branch_id=peer.branch, customer_id=customer, channel="note", body=body
        )


def everything(peer):
    """Every value of every table of the opened file."""
    raw = connect(peer.folder / FILE_NAME, peer.key, read_only=True)
    names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = repr([raw.execute(f'SELECT * FROM "{name}"').fetchall() for name in names])
    raw.close()
    return found


def test_nothing_of_her_is_left(peer, office):
    customer = peer.add_customer("Zenobia Quark")
    peer.settle()
    peer.edit(customers.customer, customer, address="7 Rare Street")
    a_note(peer, customer, "Unsent words about her")
    office.erase(customer.hex())
    peer.engine.pull()
    peer.settle()
    left = everything(peer)
    for words in ("Zenobia", "zenobia", "Quark", "quark", "7 Rare Street", "Unsent words"):
        assert words not in left
    assert customer not in [row[0] for row in peer.ask("SELECT id FROM change")]
    assert peer.waiting() == 0
    assert not peer.value("SELECT 1 FROM setting WHERE key = 'sync.forget'")


def rejected(peer, *rows):
    with peer.store.apply(now=peer.clock.now()) as work:
        work.raw.executemany(
            "INSERT INTO import_reject VALUES (zeroblob(16), ?, 'no name', ?)",
            [(at, json.dumps(cells)) for at, cells in enumerate(rows)],
        )


def test_rows_of_files_that_were_not_taken_go_when_they_name_her(peer, office):
    customer = peer.add_customer("Zenobia Quark", name_zh="夏貴客", external_key="OLD-77")
    with peer.work() as work:
        phone = work.insert(
            customers.contact_point,
            branch_id=peer.branch,
            customer_id=customer,
            kind="phone",
            value="6123 4567",
            normal="+85261234567",
            preferred=True,
        )
    peer.settle()
    rejected(
        peer,
        ["QUARK", "zenobia quark"],
        ["夏貴客", ""],
        ["tel (852) 6123-4567"],
        ["old-77"],
        ["Lee Siu Ming", "9876 5432"],
    )
    for row_id in (phone, customer):
        office.erase(row_id.hex())
    peer.engine.pull()
    left = [json.loads(cells) for (cells,) in peer.ask("SELECT cells FROM import_reject")]
    assert left == [["Lee Siu Ming", "9876 5432"]]


def test_what_is_under_way_keeps_its_place_as_a_husk(peer, office, monkeypatch):
    other = peer.add_customer("Somebody else")
    customer = peer.add_customer("Zenobia Quark")
    peer.settle()
    peer.edit(customers.customer, customer, name="Zenobia Q.")
    peer.edit(customers.customer, other, name="Somebody other")
    answered = office.push

    def lost(device, ask):
        answered(device, ask)
        raise Unreachable

    monkeypatch.setattr(office, "push", lost)
    try:
        peer.engine.push()
    except Unreachable:
        monkeypatch.setattr(office, "push", answered)
    office.erase(customer.hex())
    peer.engine.pull()
    assert peer.waiting() == 2
    assert "Zenobia" not in everything(peer)
    peer.settle()
    assert peer.value("SELECT epoch FROM sync_state") == 1
    assert peer.rows("customer")[other.hex()]["name"] == "Somebody other"


def test_a_kill_before_the_index_is_emptied_is_made_good(peer, office, monkeypatch):
    customer = peer.add_customer("Zenobia Quark")
    peer.settle()
    office.erase(customer.hex())

    def die(_store, _now):
        raise Killed

    with monkeypatch.context() as broken:
        broken.setattr("jewelcrm.sync.forgetting.forget", die)
        with pytest.raises(Killed):
            peer.engine.pull()
    peer.restart()
    assert peer.value("SELECT 1 FROM setting WHERE key = 'sync.forget'")
    peer.settle()
    assert not peer.value("SELECT 1 FROM setting WHERE key = 'sync.forget'")


def test_what_comes_late_about_her_is_not_brought_back(peer, office):
    customer = peer.add_customer("Zenobia Quark")
    peer.settle()
    office.erase(customer.hex())
    peer.edit(customers.customer, customer, name="Zenobia Q.")
    peer.settle()
    assert not peer.rows("customer")
    assert peer.waiting() == 0


def test_a_backup_that_still_knows_her_is_put_back_without_her(peer, office, tmp_path):
    customer = peer.add_customer("Zenobia Quark")
    peer.settle()
    old = tmp_path / "old"
    peer.store.empty_log()
    shutil.copytree(peer.folder, old)
    office.erase(customer.hex())
    peer.engine.pull()
    peer.settle()
    with peer.store.read() as conn:
        ledger = erasures.ledger(conn.connection.driver_connection)
    assert customer.hex() in [row for _, row, _ in ledger]
    with closing(Store(old, peer.key)) as store:
        assert erasing.again(store, ledger) == 1
        with store.read() as conn:
            assert conn.exec_driver_sql("SELECT count(*) FROM customer").scalar() == 0
            assert erasures.ledger(conn.connection.driver_connection)
    for path in old.glob("store.db*"):
        assert b"Zenobia" not in path.read_bytes()
    raw = connect(old / FILE_NAME, peer.key, read_only=True)
    tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    left = repr([raw.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables])
    raw.close()
    assert "Zenobia" not in left
    assert "zenobia" not in left


def test_words_about_her_order_go_also_when_it_comes_without_her_first(peer, office):
    customer = peer.add_customer("Zenobia Quark")
    order = peer.add_order(customer)
    peer.edit(orders.sales_order, order, remark="for the jubilee of Quark")
    peer.settle()
    office.put("sales_order", order.hex(), {"customer_id": None, "remark": None}, {peer.scope})
    peer.engine.pull()
    office.erase(customer.hex())
    peer.settle()
    assert order.hex() in peer.rows("sales_order")
    assert "jubilee" not in everything(peer)
