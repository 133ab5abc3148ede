"""Head office's encrypted file: its key, its permissions, its age, and what a kill leaves."""

import os
import signal
import subprocess
import sys
import time

import pytest

from db.backup.stopping import Stopped
from db.cipher import connect
from db.errors import Busy, NewerStore, NoStore, StoreExists, WrongKey
from db.office import embedded, schema
from db.office.embedded import FILE_NAME, KEY_NAME, KEY_VARIABLE
from db.office.store import Mark, create_embedded, open_embedded
from db.types import new_id
from tests.conftest import ROOT
from tests.db.office.builders import a_customer, put, scope_of
from tests.pages import plain_bytes

HOME = new_id()
SCOPE = scope_of(HOME)


@pytest.fixture
def folder(tmp_path):
    create_embedded(tmp_path / "office").close()
    return tmp_path / "office"


def test_a_head_office_is_opened_again_with_all_that_was_kept(folder):
    customer = a_customer(HOME)
    store = open_embedded(folder)
    server = store.server
    with store.write() as work:
        put(work, "customer", customer, SCOPE)
    store.close()
    store = open_embedded(folder)
    with store.read() as work:
        assert work.rows("customer", [customer["id"]]) == {customer["id"]: customer}
        assert work.head(SCOPE).seq == 1
    assert store.server == server
    store.close()


def test_its_file_and_its_key_are_readable_by_nobody_else(folder):
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_nothing_stands_in_the_file_as_plain_text(folder):
    store = open_embedded(folder)
    with store.write() as work:
        put(work, "customer", a_customer(HOME, name="Wellington Koo"), SCOPE)
    files = b"".join(path.read_bytes() for path in folder.iterdir())
    store.close()
    assert b"Wellington" not in files + (folder / FILE_NAME).read_bytes()
    assert not (folder / FILE_NAME).read_bytes().startswith(b"SQLite format 3")


def test_without_its_key_it_says_what_is_missing(folder):
    (folder / KEY_NAME).unlink()
    with pytest.raises(WrongKey, match=KEY_NAME):
        open_embedded(folder)


def test_the_key_may_come_from_a_key_service(folder, monkeypatch):
    key = (folder / KEY_NAME).read_text()
    (folder / KEY_NAME).unlink()
    monkeypatch.setenv(KEY_VARIABLE, key)
    open_embedded(folder).close()
    monkeypatch.setenv(KEY_VARIABLE, "not a key")
    with pytest.raises(WrongKey):
        open_embedded(folder)


def test_a_key_from_a_key_service_is_never_written_down(tmp_path, monkeypatch):
    monkeypatch.setenv(KEY_VARIABLE, "ab" * 32)
    create_embedded(tmp_path / "office").close()
    assert not (tmp_path / "office" / KEY_NAME).exists()


def test_a_second_one_in_the_same_folder_is_refused(folder):
    with pytest.raises(StoreExists):
        create_embedded(folder)


def test_an_empty_folder_is_no_head_office(tmp_path):
    with pytest.raises(NoStore):
        open_embedded(tmp_path)


def test_one_of_a_newer_program_is_refused_and_left_alone(folder):
    key = bytes.fromhex((folder / KEY_NAME).read_text())
    raw = connect(folder / FILE_NAME, key)
    raw.execute("UPDATE office_schema SET number = ?", (schema.SCHEMA + 1,))
    raw.close()
    with pytest.raises(NewerStore):
        open_embedded(folder)


def test_one_of_the_first_step_gets_the_tables_that_came_later(folder):
    key = bytes.fromhex((folder / KEY_NAME).read_text())
    raw = connect(folder / FILE_NAME, key)
    for table in ("report_grant", "department_member", "target"):
        raw.execute(f"DROP TABLE {table}")
    raw.execute("UPDATE office_schema SET number = 1")
    raw.close()
    store = open_embedded(folder)
    with store.write() as work:
        assert work.rows("report_grant", [bytes(16)]) == {}
        assert schema.number(work.conn) == schema.SCHEMA
    store.close()


def test_an_erased_row_leaves_no_trace_in_the_pages(folder):
    customer = a_customer(HOME, name="Wellington Koo")
    store = open_embedded(folder)
    with store.write() as work:
        put(work, "customer", customer, SCOPE)
    assert b"Wellington" in plain_bytes(folder / FILE_NAME, store.key)
    with store.write() as work:
        work.drop_rows("customer", [customer["id"]])
        work.mark([Mark(SCOPE, "customer", customer["id"], "E", 0)], 2)
    store.scrub()
    assert (folder / f"{FILE_NAME}-wal").stat().st_size == 0
    assert b"Wellington" not in plain_bytes(folder / FILE_NAME, store.key)
    store.close()


def test_an_older_moment_that_is_still_read_keeps_the_log(folder, monkeypatch):
    monkeypatch.setattr(embedded, "SCRUB_SECONDS", 0.1)
    store = open_embedded(folder)
    with store.read() as early:
        assert early.head(SCOPE).seq == 0
        with store.write() as work:
            put(work, "customer", a_customer(HOME), SCOPE)
        with pytest.raises(Busy):
            store.scrub()
    store.scrub()
    store.close()


def test_whoever_stops_does_not_wait_for_readers_of_the_log(folder):
    store = open_embedded(folder)
    with store.read() as early:
        assert early.head(SCOPE).seq == 0
        with store.write() as work:
            put(work, "customer", a_customer(HOME), SCOPE)
        with pytest.raises(Stopped):
            store.scrub(lambda: True)
    store.close()


def test_what_another_process_commits_is_heard(folder):
    server, command = open_embedded(folder), open_embedded(folder)
    heard = []
    server.on_news(heard.append)
    with server.write() as work:
        put(work, "customer", a_customer(HOME), SCOPE)
    with command.write() as work:
        put(work, "customer", a_customer(HOME), SCOPE, "G:staff")
    until = time.monotonic() + 10
    while len(heard) < 2 and time.monotonic() < until:
        time.sleep(0.05)
    assert heard == [{SCOPE}, {SCOPE, "G:staff"}]
    command.close()
    server.close()


def test_a_transaction_inside_another_is_a_bug_that_says_so(folder):
    store = open_embedded(folder)
    with store.write(), pytest.raises(RuntimeError), store.write():
        pass
    store.close()


CHILD = """
import sys
import time
from pathlib import Path
from db.office.store import Mark, open_embedded
from tests.db.office.builders import a_customer, put
store = open_embedded(Path(sys.argv[1]))
home, scope = bytes.fromhex(sys.argv[2]), sys.argv[3]
while True:
    with store.write() as work:
        put(work, "customer", a_customer(home), scope)
        put(work, "customer", a_customer(home), scope)
    print("kept", flush=True)
"""


@pytest.mark.parametrize("after", [3, 17, 40])
def test_a_kill_loses_nothing_kept_and_leaves_no_half_transaction(folder, after):
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder), HOME.hex(), SCOPE],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    kept = sum(child.stdout.readline() == "kept\n" for _ in range(after))
    child.send_signal(signal.SIGKILL)
    rest = child.communicate()[0].count("kept\n")
    store = open_embedded(folder)
    with store.read() as work:
        entries = work.feed(SCOPE, 0, 9999)
        assert len(entries) >= 2 * (kept + rest)
        assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
        assert len(work.rows("customer", [entry.id for entry in entries])) == len(entries)
        assert len(entries) % 2 == 0
    store.close()
