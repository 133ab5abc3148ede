"""A PC's folder is copied to a second computer, and both go on: head office notices and says so."""

from __future__ import annotations

import json
import shutil
from copy import copy
from pathlib import Path

from db.office import tables
from db.shop import anew
from db.types import to_millis
from jewelcrm.office import devices, doctor, two_places
from jewelcrm.office.verbs import device as verb
from tests.jewelcrm.sync.peers import Direct
from tests.jewelcrm.sync.real_office import *  # noqa: F403 - fixtures


def a_copy_of(peer, folder: Path):
    """The same store, opened on another computer: the same keys, the same count."""
    peer.close()
    shutil.copytree(peer.folder, folder)
    peer.open()
    other = copy(peer)
    other.folder, other.line = folder, Direct(peer.line.office, peer.name)
    other.open()
    return other


def told(chain):
    return [row["params"] for row in chain.rows("notice") if row["kind"] == "two_places"]


def test_two_pcs_with_one_store_are_noticed_at_the_second_clash(chain, pc_of, tmp_path):
    one = pc_of(chain.north)
    one.add_customer("Before")
    one.settle()
    two = a_copy_of(one, tmp_path / "copied")
    for number, peer in enumerate((one, two, one, two)):
        peer.add_customer(f"Customer {number}")
        peer.settle()
    one.settle()
    two.close()
    assert len(told(chain)) == 1  # once a day
    assert "letter" in json.loads(told(chain)[0])
    names = {row["name"] for row in chain.rows("customer")}
    assert names == {"Before", *(f"Customer {n}" for n in range(4))}  # nothing is lost
    assert one.rows("customer").keys() == {row["id"].hex() for row in chain.rows("customer")}


def test_head_office_shows_it_for_a_week_in_the_list_and_to_the_doctor(chain, pc_of, tmp_path):
    one = pc_of(chain.north)
    one.add_customer("Before")
    one.settle()
    two = a_copy_of(one, tmp_path / "copied")
    for peer in (one, two, one):
        peer.add_customer()
        peer.settle()
    two.close()
    assert line(chain).light == "red"
    assert "HK01-" in line(chain).words
    assert "second computer" in line(chain).advice
    said = verb._everything(chain.store, chain.clock.now())
    assert [pc["two_places"] for pc in said["devices"]] == [True]
    assert two_places.WORDS in said["text"]
    chain.clock.move(8 * two_places.DAY_MS)
    assert line(chain).light == "green"


def line(chain):
    keyed = tables.device.update().values(seal_key=bytes(32), sign_key=bytes(32))
    chain.store.run(lambda work: work.conn.execute(keyed))
    at = doctor.Round(Path(), None, chain.store, chain.clock.now())
    return next(iter(doctor._copied_pcs(at)))


def test_a_pc_that_is_put_back_twice_and_says_so_is_no_copy(chain, pc_of):
    peer = pc_of(chain.north)
    peer.add_customer("Before")
    peer.settle()
    backup = peer.backup()
    for name in ("first", "second", "third"):
        peer.put_back(backup)
        with peer.store.apply(now=peer.clock.now()) as work:
            anew.begin(work.raw, to_millis(peer.clock.now()))
        peer.restart()
        peer.add_customer(name)
        peer.settle()
    assert told(chain) == []
    with chain.store.read() as work:
        assert not two_places.told(work, [pc.id for pc in devices.everyone(work)])
