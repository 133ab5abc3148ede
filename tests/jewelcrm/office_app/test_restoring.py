"""Head office back from a backup, on each store: nobody erased is, and a kill is begun anew."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import make_url

from db.office.embedded import FILE_NAME
from jewelcrm.office import lives, premises, since
from jewelcrm.office.main import main
from jewelcrm.office.visiting import ledgerfile
from tests.jewelcrm.office.chain import Chain
from tests.jewelcrm.office_app.builders import PASSWORD
from tests.jewelcrm.office_visiting.person import WORDS, zenobia
from tests.pages import plain_bytes

OTHER = "seven brown umbrellas"


class Office:
    """`jewelcrm-office` over folders, on one of its stores."""

    def __init__(self, place, cluster, capsys):
        self.place, self.cluster, self.capsys = place, cluster, capsys
        self.folder, self.key, self.copy = place / "office", place / "key", place / "backups/copy"
        self.copy.parent.mkdir()

    def say(self, *words, data=None, user="mary.chan", password=PASSWORD):
        os.environ["JEWELCRM_PASSWORD"] = password
        who = ["--user", user] if words[0] == "erase" or user != "mary.chan" else []
        code = main(["--data", str(data or self.folder), "--json", *who, *map(str, words)])
        return code, json.loads(self.capsys.readouterr().out)

    def database(self):
        """Options that name a fresh database, where there is one."""
        if self.cluster is None:
            return []
        url = self.cluster.url("jewelcrm_owner", self.cluster.database())
        return ["--database-url", url.replace("+psycopg", "")]

    def open(self, folder=None):
        return premises.open_store(folder or self.folder)

    def person(self):
        """A customer with traces everywhere; her number."""
        store = self.open()
        chain = Chain(store)
        chain.clock.ms = time.time_ns() // 1_000_000  # the doctor asks since when it is enrolled
        pc = chain.pc(chain.north)
        zenobia(pc)
        store.close()
        return "HK01-A-000777-7"

    def erase(self, number):
        assert self.say("erase", number, "--reason", "she wrote")[0] == 0
        code, told = self.say("erase", number, "--approve", user="paul", password=OTHER)
        assert (code, told["waits"]) == (0, False)

    def restore(self, to, *more):
        where = self.database()
        return self.say(
            "restore", self.copy, "--recovery-key-file", self.key, *where, *more, data=to
        )

    def bytes_of(self, folder):
        """Every byte of the store, decrypted."""
        known = premises.load(folder)
        if known.store == "embedded":
            key = bytes.fromhex((folder / "office.key").read_text())
            return plain_bytes(folder / FILE_NAME, key)
        self.cluster.sql("CHECKPOINT")
        name = make_url(known.database_url).database
        import psycopg

        with psycopg.connect(host=str(self.cluster.socket), user="postgres", dbname=name) as conn:
            oid = conn.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
            base = self.cluster.socket / "data/base" / str(oid.fetchone()[0])
        return b"".join(path.read_bytes() for path in sorted(base.iterdir()) if path.is_file())


@pytest.fixture(scope="session", params=["embedded", "postgresql"])
def _first(request, tmp_path_factory, _cheap_passwords):
    """A head office with two administrators as `init` makes it, and its cluster: for copies."""
    chained = request.param == "postgresql"
    cluster = request.getfixturevalue("postgres_cluster") if chained else None
    made = Office(tmp_path_factory.mktemp("first"), cluster, None)
    add = ("user", "add", "paul", "--role", "administrator")
    key = ("--recovery-key-file", made.key)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JEWELCRM_NEW_PASSWORD", OTHER)
        patch.setenv("JEWELCRM_PASSWORD", PASSWORD)
        for words in (("init", "--admin", "Mary Chan", *key, *made.database()), add):
            with redirect_stdout(StringIO()) as said:
                code = main(["--data", str(made.folder), "--json", *map(str, words)])
            assert code == 0, said.getvalue()
    return made


@pytest.fixture
def office(_first, tmp_path, capsys, monkeypatch):
    """A copy of it, on a database of its own."""
    monkeypatch.setenv("JEWELCRM_NEW_PASSWORD", OTHER)
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)
    made = Office(tmp_path, _first.cluster, capsys)
    shutil.copytree(_first.folder, made.folder)
    shutil.copy2(_first.key, made.key)
    if made.cluster is not None:
        known = premises.load(made.folder)
        own = made.cluster.copy(make_url(known.database_url).database)
        urls = (known.database_url, known.jobs_url)
        app, jobs = (make_url(url).set(database=own) for url in urls)
        database_url, jobs_url = (url.render_as_string(hide_password=False) for url in (app, jobs))
        moved = msgspec.structs.replace(known, database_url=database_url, jobs_url=jobs_url)
        premises.save(made.folder, moved)
    return made


def life_of(store):
    with store.read() as work:
        return lives.current(work)


def test_a_backup_brings_head_office_back_and_begins_another_life(office, tmp_path):
    office.person()
    code, made = office.say("backup", office.copy)
    assert (code, made["rows"]["customer"]) == (0, 1)
    again = tmp_path / "again"
    code, told = office.restore(again)
    assert code == 0, told
    assert told["rows"] == made["rows"]
    assert (again / "ca.pem").read_bytes() == (office.folder / "ca.pem").read_bytes()
    assert not (again / "restoring").exists()
    store = office.open(again)
    assert life_of(store) is not None
    with store.read() as work:
        assert len(work.rows_where("customer", "number", ["HK01-A-000777-7"])) == 1
    store.close()
    assert office.say("user", "list", data=again)[1] == office.say("user", "list")[1]
    lines = office.say("doctor", data=again)[1]["lines"]
    assert not [line for line in lines if line["light"] == "red"]


def test_who_was_erased_after_the_backup_is_in_no_byte_of_what_it_brings_back(office, tmp_path):
    number = office.person()
    office.say("backup", office.copy)
    office.erase(number)
    assert (office.copy.parent / ledgerfile.NAME).read_bytes().count(b"\n") == 1
    code, told = office.restore(tmp_path / "again")
    assert (code, told["erasures_known"], told["erased_again"]) == (0, 1, 1)
    data = office.bytes_of(tmp_path / "again")
    assert b"receipt" not in data or data
    assert [word for word in WORDS if word.encode() in data] == []


def test_without_its_ledger_she_would_be_there(office, tmp_path):
    number = office.person()
    office.say("backup", office.copy)
    office.erase(number)
    (office.copy.parent / ledgerfile.NAME).unlink()
    code, told = office.restore(tmp_path / "again")
    assert (code, told["erased_again"]) == (0, 0)
    data = office.bytes_of(tmp_path / "again")
    assert any(word.encode() in data for word in WORDS)


def test_a_ledger_kept_elsewhere_is_named(office, tmp_path):
    number = office.person()
    office.say("backup", office.copy)
    office.erase(number)
    office.say("erase", "--save-ledger", tmp_path / "kept")
    (office.copy.parent / ledgerfile.NAME).unlink()
    code, told = office.restore(tmp_path / "again", "--ledger", tmp_path / "kept")
    assert (code, told["erased_again"]) == (0, 1)
    assert office.restore(tmp_path / "more", "--ledger", tmp_path / "missing")[0] == 1


def test_a_database_put_back_by_other_means_is_told_so(office):
    number = office.person()
    office.say("backup", office.copy)
    office.erase(number)
    code, told = office.say("restored", "--ledger", office.copy.parent / ledgerfile.NAME)
    assert (code, told["erasures_known"], told["erased_again"]) == (0, 1, 0)
    assert (office.folder / ledgerfile.NAME).read_bytes().count(b"\n") == 1
    store = office.open()
    first = life_of(store)
    store.close()
    assert office.say("restored")[0] == 0
    store = office.open()
    assert life_of(store).id != first.id
    store.close()


def test_the_ledger_only_ever_grows(office, tmp_path):
    number = office.person()
    office.say("backup", office.copy)
    office.erase(number)
    ledger = office.copy.parent / ledgerfile.NAME
    before = ledger.read_bytes()
    store = office.open()
    with store.write() as work:
        from db.office import tables

        work.conn.execute(tables.erasure_case.delete())
    ledgerfile.keep(store)
    store.close()
    assert ledger.read_bytes() == before


def test_a_damaged_ledger_stops_the_restore(office, tmp_path):
    office.say("backup", office.copy)
    (office.copy.parent / ledgerfile.NAME).write_bytes(b"not a ledger\n")
    code, told = office.restore(tmp_path / "again")
    assert (code, told["kind"]) == (1, "fix")
    assert not (tmp_path / "again/office.json").exists()


def test_a_store_that_no_restore_has_put_there_is_not_overwritten(office, tmp_path):
    office.say("backup", office.copy)
    there = tmp_path / "there"
    there.mkdir()
    (there / FILE_NAME).write_bytes(b"somebody's")
    if office.cluster is None:
        assert office.restore(there)[0] != 0
        assert (there / FILE_NAME).read_bytes() == b"somebody's"
    assert office.restore(office.folder)[0] != 0


@pytest.mark.parametrize("after", [0.05, 0.3, 0.5, 0.7, 0.9])
def test_a_restore_that_was_killed_is_begun_anew_and_nothing_runs_before(office, tmp_path, after):
    number = office.person()
    office.say("backup", office.copy)
    office.erase(number)
    again, where = tmp_path / "again", office.database()
    command = [sys.executable, "-m", "jewelcrm.office.main", "--data", str(again), "--json"]
    told = ["restore", office.copy, "--recovery-key-file", office.key, *where]
    process = subprocess.Popen([*command, *map(str, told)], stdout=subprocess.PIPE, text=True)
    _begun(again, process)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    if not (again / "office.json").exists():
        assert office.say("doctor", data=again)[0] != 0
        code, said = office.say(*told, data=again)
        assert code == 0, said
    assert [word for word in WORDS if word.encode() in office.bytes_of(again)] == []
    store = office.open(again)
    assert life_of(store) is not None
    store.close()


def _begun(folder: Path, process) -> None:
    """Wait until the restore has begun to write."""
    until = time.monotonic() + 60
    while not (folder / "restoring").exists() and process.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.01)


# What no restore undoes


def since_beside(office):
    return office.copy.parent / since.NAME


def a_pc(office):
    """A PC that is on, by its name."""
    store = office.open()
    chain = Chain(store)
    chain.clock.ms = time.time_ns() // 1_000_000
    pc = chain.pc(chain.north)
    store.close()
    return pc.id.hex()


def state_of(office, device, data):
    listed = office.say("device", "list", data=data)[1]["devices"]
    return {pc["id"]: pc["state"] for pc in listed}.get(device)


def test_a_pc_that_was_taken_off_after_the_backup_is_off_after_a_restore(office, tmp_path):
    device = a_pc(office)
    office.say("backup", office.copy)
    assert office.say("device", "revoke", device)[0] == 0
    code, told = office.restore(tmp_path / "again")
    assert (code, told["taken_off_again"]) == (0, 1)
    assert state_of(office, device, tmp_path / "again") == "revoked"


def test_who_came_left_or_changed_after_the_backup_is_as_before_the_restore(office, tmp_path):
    office.say("user", "add", "lee")
    office.say("backup", office.copy)
    office.say("user", "add", "new", "--role", "administrator", "--name", "Zoe Newcomer")
    office.say("user", "disable", "lee")
    code, told = office.restore(tmp_path / "again")
    assert code == 0, told
    assert office.say("user", "list", data=tmp_path / "again") == office.say("user", "list")
    added = ("user", "add", "more")
    assert office.say(*added, data=tmp_path / "again", user="new", password=OTHER)[0] == 0
    assert b"Newcomer" not in since_beside(office).read_bytes()


def test_a_line_that_head_office_did_not_seal_takes_nobody_off(office, tmp_path):
    device = a_pc(office)
    office.say("backup", office.copy)
    office.say("device", "revoke", device)
    line = json.loads(since_beside(office).read_text().splitlines()[-1])
    other = {**line, "key": line["key"].replace(device, "0" * 32)}
    since_beside(office).write_text(json.dumps(other) + "\n")
    code, told = office.restore(tmp_path / "again")
    assert (code, told["taken_off_again"], told["not_believed"]) == (0, 0, 1)


def test_a_database_put_back_by_other_means_knows_pcs_without_and_people_with_the_key(office):
    device = a_pc(office)
    office.say("backup", office.copy)
    office.say("device", "revoke", device)
    office.say("user", "add", "new")
    store = office.open()
    with store.write() as work:
        from db.office import tables

        work.conn.execute(tables.device.update().values(state="on"))
        work.conn.execute(tables.credential.delete())
    store.close()
    beside = ("--ledger", office.copy.parent / ledgerfile.NAME)
    code, told = office.say("restored", *beside)
    assert (code, told["taken_off_again"], told["people_again"]) == (0, 1, 0)
    told = office.say("restored", *beside, "--recovery-key-file", office.key)[1]
    assert told["people_again"] == 3
