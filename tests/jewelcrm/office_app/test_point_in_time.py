"""The recipe's other way back: a base backup and the log, to a minute; in a real cluster."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import make_url

from jewelcrm.office import lives, premises
from jewelcrm.office.main import main
from jewelcrm.office.visiting import ledgerfile
from tests.conftest import ROOT
from tests.jewelcrm.office.chain import Chain, a_customer
from tests.jewelcrm.office_app.builders import PASSWORD
from tests.office_stores import (
    Cluster,
    _as_nobody_special,
    _own,
    _short_folder,
    _start,
    _wait_for,
    binaries,
)
from tests.office_stores import running_cluster as running

OTHER = "seven brown umbrellas"
_URLS = ("database_url", "jobs_url")
LASTING = ("wal_level=replica", "archive_mode=on", "archive_timeout=1s", "fsync=on")


@contextmanager
def recovered(programs, base, archive, target):
    """The base backup in a cluster of its own, brought to the moment by the log."""
    folder = base.parent
    (base / "recovery.signal").touch()
    told = (
        f"restore_command = 'cp {archive}/%f %p'\nrecovery_target_time = '{target}'\n"
        "recovery_target_action = promote\narchive_mode = off\n"
    )
    with (base / "postgresql.auto.conf").open("a") as settings:
        settings.write(told)
    subprocess.run(["chown", "-R", "postgres:", str(folder)], check=False)
    server = _start(programs, folder, ("max_connections=200", "shared_buffers=64MB"))
    cluster = Cluster(folder)
    try:
        _wait_for(cluster, 90)
        until = time.monotonic() + 60
        while _asked(cluster, "SELECT pg_is_in_recovery()"):
            assert time.monotonic() < until
            time.sleep(0.2)
        yield cluster
    finally:
        server.stdin.close()
        server.wait(60)


def _asked(cluster, statement, database="postgres"):
    import psycopg

    with psycopg.connect(host=str(cluster.socket), user="postgres", dbname=database) as conn:
        return conn.execute(statement).fetchone()[0]


def _moved(url, cluster):
    """The same database at another cluster's socket."""
    there = make_url(url).update_query_dict({"host": str(cluster.socket)})
    return there.render_as_string(hide_password=False)


def say(capsys, folder, *words, user="mary.chan", password=PASSWORD):
    os.environ["JEWELCRM_PASSWORD"] = password
    who = ["--user", user] if words[0] == "erase" else []
    code = main(["--data", str(folder), "--json", *who, *map(str, words)])
    said = json.loads(capsys.readouterr().out)
    assert code == 0, said
    return said


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.skipif(binaries() is None, reason="PostgreSQL is not installed here")
def test_a_database_brought_back_to_a_minute_forgets_nobody_who_was_erased(
    tmp_path, capsys, monkeypatch
):
    monkeypatch.setenv("JEWELCRM_NEW_PASSWORD", OTHER)
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)
    programs = binaries()
    place = Path(tempfile.mkdtemp(prefix="jcrm-pitr-", dir=_short_folder()))
    _own(place)
    archive, fresh = place / "wal", place / "again"
    for folder in (archive, fresh):
        folder.mkdir()
        _own(folder)
    folder = tmp_path / "office"
    archiving = f"archive_command=cp %p {archive}/%f"
    with running(programs, *LASTING, archiving) as cluster:
        name = cluster.database()
        url = cluster.url("jewelcrm_owner", name).replace("+psycopg", "")
        key = ("--recovery-key-file", tmp_path / "key")
        say(capsys, folder, "init", "--admin", "Mary Chan", *key, "--database-url", url)
        say(capsys, folder, "user", "add", "paul", "--role", "administrator")
        store = premises.open_store(folder)
        ledgerfile.remember(store, folder)
        base = fresh / "data"
        where = ("-h", str(cluster.socket), "-U", "postgres", "-D", str(base), "-X", "none")
        command = [*_as_nobody_special(), str(programs / "pg_basebackup"), *where]
        command.append("--checkpoint=fast")
        subprocess.run(command, check=True, cwd=place, stderr=subprocess.DEVNULL)
        chain = Chain(store)
        pc = chain.pc(chain.north)
        pc.send(a_customer(pc, number="HK01-A-000777-7"))
        store.close()
        time.sleep(1)
        target = _asked(cluster, "SELECT now()::text")
        time.sleep(1)
        say(capsys, folder, "erase", "HK01-A-000777-7", "--reason", "she wrote")
        say(capsys, folder, "erase", "HK01-A-000777-7", "--approve", user="paul", password=OTHER)
        _asked(cluster, "SELECT pg_switch_wal()")
        time.sleep(2)
    known = premises.load(folder)
    with recovered(programs, base, archive, target) as again:
        moved = {field: _moved(getattr(known, field), again) for field in _URLS}
        premises.save(folder, msgspec.structs.replace(known, **moved))
        store = premises.open_store(folder)
        with store.read() as work:
            assert work.rows_where("customer", "number", ["HK01-A-000777-7"])
        store.close()
        told = say(capsys, folder, "restored")
        assert (told["erasures_known"], told["erased_again"]) == (1, 1)
        store = premises.open_store(folder)
        with store.read() as work:
            assert not work.rows_where("customer", "number", ["HK01-A-000777-7"])
            assert lives.current(work) is not None
        store.close()
    shutil.rmtree(place, ignore_errors=True)


def test_the_recipe_says_restored_before_the_server_runs_again():
    text = (ROOT / "packaging/server/README.md").read_text()
    steps = text[text.index("### Back to a minute") : text.index("### After either")]
    assert steps.index("restore\n") < steps.index("restored\n") < steps.index("start jewelcrm")
