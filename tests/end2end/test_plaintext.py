"""Nothing of a customer is readable outside the encrypted store: not in files, temp or logs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from jewelcrm.demo import fill
from jewelcrm.log import stop_writing, write_to
from jewelcrm.payments import queries as payments
from jewelcrm.payments.commands import print_receipt
from jewelcrm.people.commands import edit_shop
from jewelcrm.search.queries import search
from tests.conftest import PASSWORD, ROOT, Shop

CUSTOMERS = 250


def markers(ctx) -> set[bytes]:
    """Names in both scripts, phones and e-mails of every customer, long enough to be theirs."""
    with ctx.read() as conn:
        rows = conn.exec_driver_sql(
            "SELECT name FROM customer UNION SELECT name_zh FROM customer"
            " UNION SELECT value FROM contact_point UNION SELECT normal FROM contact_point"
        )
        words = {str(word) for (word,) in rows if word}
    return {word.encode() for word in words if len(word.encode()) >= 8}


def leaks(places: list[Path], words: set[bytes]) -> set[str]:
    """Files that hold one of the words."""
    found = set()
    for path in (p for place in places for p in place.rglob("*") if p.is_file()):
        data = path.read_bytes()
        found |= {path.name for word in words if word in data}
    return found


@pytest.mark.slow
@pytest.mark.prove
def test_store_log_and_temp_hold_no_name_and_no_phone_in_the_clear(
    ctx, shop: Shop, tmp_path: Path, monkeypatch
):
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    write_to(shop.folder)
    fill(ctx, customers=CUSTOMERS)
    edit_shop(ctx, name="Nathan Road", address="1/F, 500 Nathan Road")
    words = markers(ctx)
    search(ctx, "chan")
    with ctx.read() as conn:
        entry = conn.exec_driver_sql("SELECT id FROM payment LIMIT 1").scalar_one()
    payments.receipt(ctx, entry)
    print_receipt(ctx, entry, paper="A5", language="zh_HK")
    stop_writing()
    assert len(words) > 2 * CUSTOMERS
    assert (shop.folder / "store.db-wal").stat().st_size > 0
    assert leaks([shop.folder, temp], words) == set()


@pytest.mark.slow
def test_the_headless_program_writes_no_name_to_its_log_when_it_fails(
    ctx, shop: Shop, tmp_path: Path
):
    file = tmp_path / "in" / "people.csv"
    file.parent.mkdir()
    people = (
        "name,phone\nWong Secret Marker,+852 9123 4567\n,\nHo Other Marker,not-a-phone-77665544\n"
    )
    file.write_text(people, encoding="utf-8")
    temp = tmp_path / "temp"
    temp.mkdir()
    done = subprocess.run(
        [
            *(sys.executable, "-m", "jewelcrm.admin.main", "--data", str(shop.folder), "--json"),
            *("import", "customers", str(file)),
            *("--rejects", str(tmp_path / "in" / "rejects.csv")),
        ],
        cwd=ROOT,
        env={**os.environ, "JEWELCRM_PASSWORD": PASSWORD, "TMPDIR": str(temp)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert '"read": 3' in done.stdout
    words = {b"Secret Marker", b"Other Marker", b"91234567", b"77665544"}
    assert leaks([shop.folder, temp], words) == set()
