"""Pulling the plug: at any moment of any act, what was acknowledged is kept and nothing is half."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from db.migrations import SCHEMA
from db.shop.audit import first_break
from db.shop.connect import connect
from db.shop.keys import FILE_NAMES, open_with_password
from jewelcrm.access.signin import sign_in
from jewelcrm.context import Context
from jewelcrm.people.founding import NewShop, found
from tests.conftest import PASSWORD, PROVE, ROOT, Shop

ROUNDS = 60 if PROVE else 4
pytestmark = [pytest.mark.slow, pytest.mark.prove]


def run_and_kill(*words: str, after: float) -> list[list[str]]:
    """Start the child, kill it `after` seconds past its first acknowledgement; its lines."""
    command = [sys.executable, "-m", "tests.end2end.child", *words]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        first = child.stdout.readline()
        assert first, child.stderr.read()
        time.sleep(after)
        os.kill(child.pid, signal.SIGKILL)
        rest = child.stdout.read().splitlines()
    return [line.split() for line in (first, *rest)]


def reopened(shop: Shop) -> Context:
    """The store after the kill: it opens, it is whole, its audit chain holds."""
    ctx = sign_in(shop.folder, "", PASSWORD)
    with ctx.read() as conn:
        assert conn.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall() == []
        assert conn.exec_driver_sql("PRAGMA quick_check").scalar() == "ok"
        assert conn.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []
        assert conn.exec_driver_sql("SELECT count(*) FROM sync_tx").scalar() == 0
        assert first_break(conn.connection.driver_connection) is None
    return ctx


def test_a_kill_while_orders_are_taken_loses_nothing_that_was_acknowledged(shop: Shop):
    chance = random.Random(11)
    for _ in range(ROUNDS):
        lines = run_and_kill("orders", str(shop.folder), after=chance.uniform(0.0, 0.5))
        ctx = reopened(shop)
        with ctx.read() as conn:
            receipts = set(conn.exec_driver_sql("SELECT receipt_number FROM payment").scalars())
            whole = "SELECT count(*) FROM sales_order o WHERE NOT EXISTS"
            for part in ("order_line", "order_step", "payment"):
                query = f"{whole} (SELECT 1 FROM {part} p WHERE p.order_id = o.id)"
                assert conn.exec_driver_sql(query).scalar() == 0, part
        ctx.store.close()
        assert {line[2] for line in lines if line[0] in {"order", "payment"}} <= receipts


def test_a_kill_while_people_sign_in_leaves_a_store_that_opens(shop: Shop):
    chance = random.Random(12)
    for _ in range(ROUNDS):
        run_and_kill("signins", str(shop.folder), after=chance.uniform(0.0, 0.3))
        reopened(shop).store.close()


def test_a_killed_import_goes_on_where_it_was_and_doubles_nothing(shop: Shop, tmp_path: Path):
    file = tmp_path / "customers.csv"
    rows = "\n".join(f"Person Number{n},+852 9{n:07d}" for n in range(20_000))
    file.write_text(f"name,phone\n{rows}\n", encoding="utf-8")
    chance = random.Random(13)
    for _ in range(ROUNDS):
        run_and_kill("imports", str(shop.folder), str(file), after=chance.uniform(0.3, 1.5))
        ctx = reopened(shop)
        with ctx.read() as conn:
            alone = (
                "SELECT count(*) FROM customer c WHERE NOT EXISTS"
                " (SELECT 1 FROM contact_point p WHERE p.customer_id = c.id)"
            )
            assert conn.exec_driver_sql(alone).scalar() == 0
        ctx.store.close()
    done = subprocess.run(
        [sys.executable, "-m", "tests.end2end.child", "imports", str(shop.folder), str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split()[-2:] == ["done", "0"]
    ctx = reopened(shop)
    with ctx.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM customer").scalar() == 20_000
    ctx.store.close()


def test_a_kill_while_a_shop_is_set_up_leaves_a_whole_shop_or_none(tmp_path: Path):
    chance = random.Random(14)
    for n in range(ROUNDS):
        place = tmp_path / str(n)
        place.mkdir()  # it may be killed before it has come to that
        lines = run_and_kill("shops", str(place), after=chance.uniform(0.0, 1.2))
        made = {line[1] for line in lines if line[0] == "made"}
        for folder in place.iterdir():
            if folder.name in made:
                sign_in(folder, "", PASSWORD).store.close()
            elif not any((folder / name).exists() for name in FILE_NAMES):
                found(folder, NewShop("HK01", "Nathan Road", "Mei Chan", PASSWORD))


def test_a_kill_while_the_store_is_updated_leaves_the_old_one_or_the_new(
    shop: Shop, tmp_path: Path
):
    chance = random.Random(15)
    for n in range(ROUNDS):
        folder = tmp_path / f"round-{n}"
        shutil.copytree(shop.folder, folder)
        lines = run_and_kill("updates", str(folder), after=chance.uniform(0.0, 0.3))
        key = open_with_password(folder, None, "", PASSWORD).key
        raw = connect(folder / "store.db", key)
        version = raw.execute("PRAGMA user_version").fetchone()[0]
        newer = raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'newer'").fetchone()[0]
        assert raw.execute("PRAGMA cipher_integrity_check").fetchall() == []
        raw.close()
        assert (version, newer) in {(SCHEMA, 0), (SCHEMA + 1, 1)}
        assert ["done"] not in lines or version == SCHEMA + 1
