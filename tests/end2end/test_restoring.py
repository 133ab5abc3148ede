"""Head office lost and put up again, with PCs at work: processes, sockets, a kill in the middle."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections import Counter as Count
from unittest.mock import patch

import pytest

from db.office.embedded import FILE_NAME
from db.tables import customers
from jewelcrm.office import premises
from jewelcrm.office.letters import PAPERS
from tests.jewelcrm.sync_line.world import PASSWORD, Counter, Program, until
from tests.pages import plain_bytes

OTHER = "seven brown umbrellas"


def numbers(ctx_or_store):
    """Every paper number in a store, with whose it is."""
    with ctx_or_store.read() as found:
        raw = getattr(found, "port", None)
        ask = raw.all if raw else lambda sql: found.exec_driver_sql(sql).all()
        return {
            (table, bytes(row[0])): str(row[1])
            for table, column in PAPERS
            for row in ask(f"SELECT id, {column} FROM {table}")
        }


def working(counter):
    ctx = counter.opened or counter.open()
    if counter.syncing is None:
        counter.start()
    return ctx


def papers(counter, count, name="Walk-in"):
    return [counter.add_customer(f"{name} {n}") for n in range(count)]


def in_step(*counters):
    until(lambda: not any(counter.pending() for counter in counters), 60)


def erase(office, number):
    with patch.dict(os.environ, {"JEWELCRM_PASSWORD": PASSWORD}):
        office.say("--user", "mary.chan", "erase", number, "--reason", "she wrote")
    words = ["--data", str(office.folder), "--json", "--user", "paul", "erase", number, "--approve"]
    done = subprocess.run(
        [sys.executable, "-m", "jewelcrm.office.main", *words],
        env={**os.environ, "JEWELCRM_PASSWORD": OTHER},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def restored(old, copy, folder):
    """Head office in another folder, its restore killed once in the middle."""
    command = [sys.executable, "-m", "jewelcrm.office.main", "--data", str(folder), "--json"]
    words = ["restore", str(copy), "--recovery-key-file", str(old.recovery_key_file)]
    process = subprocess.Popen([*command, *words], stdout=subprocess.DEVNULL)
    until(lambda: (folder / FILE_NAME).exists() or process.poll() is not None, 60)
    process.send_signal(signal.SIGKILL)
    process.wait(30)
    killed = not (folder / premises.CONFIG).exists()
    done = subprocess.run([*command, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0 or not killed, done.stdout + done.stderr
    return json.loads(done.stdout) if killed else {}


class Street:
    """Head office, a PC that its backup knows, one that it does not, and one that is new."""

    def __init__(self, place):
        self.place, self.copy = place, place / "backups" / "copy"
        self.office, self.again = Program(place / "office"), Program(place / "again")
        self.here, self.there = (
            Counter(self.office, place / "pc1"),
            Counter(self.office, place / "pc2"),
        )
        self.third = Counter(self.again, place / "pc3")
        self.pcs = [self.here, self.there, self.third]

    def until_the_backup(self):
        self.office.found()
        self.office.say("user", "add", "paul", "--role", "administrator", new_password=OTHER)
        self.office.start()
        self.here.enrol("HK01")
        working(self.here)
        papers(self.here, 5)
        self.gone = self.here.add_customer("Zenobia Quark")
        in_step(self.here)
        self.copy.parent.mkdir()
        self.office.say("backup", str(self.copy))

    def until_the_fire(self):
        self.there.enrol("HK01")
        working(self.there)
        papers(self.there, 7, "Lee")
        papers(self.here, 6, "Later")
        in_step(self.here, self.there)
        [(number,)] = self.here.ask("SELECT number FROM customer WHERE id = ?", self.gone)
        erase(self.office, number)
        until(lambda: not self.here.sees(self.gone), 60)
        self.office.stop()
        papers(self.here, 3, "While it was away")
        papers(self.there, 4, "While it was away too")

    def restored(self):
        told = restored(self.office, self.copy, self.again.folder)
        assert told.get("erased_again", 1) == 1
        key = bytes.fromhex((self.again.folder / "office.key").read_text())
        assert b"Zenobia" not in plain_bytes(self.again.folder / FILE_NAME, key)
        self.again.start(self.office.port)

    def readmitted(self):
        until(lambda: self.there.syncing.state.why == "back", 90)
        devices = self.again.say("device", "list")["devices"]
        (asking,) = [device for device in devices if device["state"] == "back"]
        assert asking["words"] == self.there.joined.words
        self.third.enrol("HK01")
        working(self.third)
        papers(self.third, 3, "New PC")
        self.again.say("device", "readmit", asking["id"])
        in_step(*self.pcs)

    def numbers(self):
        """Every paper number that any store has, with whose it is."""
        office = premises.open_store(self.again.folder)
        stores = [*(pc.opened.store for pc in self.pcs), office]
        given = {whose: number for store in stores for whose, number in numbers(store).items()}
        office.close()
        return given

    def close(self):
        for counter in self.pcs:
            counter.close()
        self.office.stop()
        self.again.stop()


@pytest.fixture
def street(tmp_path):
    made = Street(tmp_path)
    yield made
    made.close()


@pytest.mark.timeout(600)
def test_after_a_restore_nothing_is_given_twice_nothing_is_lost_and_nobody_comes_back(street):
    street.until_the_backup()
    street.until_the_fire()
    street.restored()
    street.readmitted()
    count = "SELECT count(*) FROM customer"
    until(lambda: all(pc.ask(count) == [(28,)] for pc in street.pcs), 90)
    assert not street.here.ask("SELECT 1 FROM quarantine")
    assert len({pc.opened.store.pc.letter for pc in street.pcs}) == 3
    for pc in street.pcs:
        papers(pc, 2, "Last")
    given = street.numbers()
    assert len(given) == 28 + 6
    assert [number for number, times in Count(given.values()).items() if times > 1] == []
    assert not any(pc.sees(street.gone) for pc in street.pcs)


@pytest.mark.timeout(600)
def test_a_pc_put_back_goes_on_with_other_numbers_and_its_branch_is_told(tmp_path):
    import shutil

    from db.shop.connect import FILE_NAME as SHOP

    office = Program(tmp_path / "office")
    office.found()
    office.start()
    here, other = Counter(office, tmp_path / "pc1"), Counter(office, tmp_path / "pc2")
    try:
        for counter in (here, other):
            counter.enrol("HK01")
            working(counter)
        papers(here, 3)
        in_step(here)
        here.close()
        here.syncing = None
        shutil.copy(here.folder / SHOP, tmp_path / "last month")
        working(here)
        lost = [
            here.ask("SELECT number FROM customer WHERE id = ?", i)[0][0]
            for i in papers(here, 4, "After")
        ]
        in_step(here)
        here.close()
        here.syncing = None
        shutil.copy(tmp_path / "last month", here.folder / SHOP)
        ctx = here.open()
        assert any("put back from a backup" in words for words in ctx.warnings)
        with ctx.work() as work:  # before head office is reached
            number = work.next_number()
            work.insert(customers.customer, number=number, name="First", tier="regular")
        assert number not in lost
        old = ctx.store.pc.letter
        here.start()
        until(lambda: here.opened.store.pc.letter != old, 60)
        in_step(here)
        told = "SELECT params FROM notice WHERE kind = 'restored'"
        until(lambda: other.ask(told), 60)
        assert json.loads(other.ask(told)[0][0])["from"] == old
        until(lambda: other.ask("SELECT count(*) FROM customer") == [(8,)], 60)
        found = Count(numbers(other.opened.store).values())
        assert [n for n, times in found.items() if times > 1] == []
    finally:
        here.close()
        other.close()
        office.stop()
