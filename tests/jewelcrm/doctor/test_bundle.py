"""A support package holds nothing about a person, whatever stands in the store and the log."""

from __future__ import annotations

import base64
import gzip
import io
import json
import logging
import re
import secrets
import zipfile
import zlib
from contextlib import suppress
from urllib.parse import quote

import pytest
from sqlalchemy import LargeBinary, String, Text

from db.errors import Refused
from db.tables import metadata
from jewelcrm.admin.main import main
from jewelcrm.doctor import bundle, clean
from jewelcrm.doctor.queries import examine
from jewelcrm.errors import CanFix, Denied
from jewelcrm.log import log, stop_writing, write_to
from tests.builders import the_writer
from tests.conftest import PASSWORD

NAME, CHINESE, PHONE = "Zqvmarker Persona", "張祕密記號", "+852 9876 5432"
MARKS = (NAME, CHINESE, PHONE, "Zqvmarker", "98765432", "persona.zqv@example.com")


def forms(mark):
    """A word as it may hide in a file: in other alphabets, encodings and cases."""
    for text in (mark, mark.lower(), mark.upper(), mark[::-1], quote(mark)):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "big5hkscs"):
            with suppress(UnicodeEncodeError):
                plain = text.encode(encoding)
                yield plain
                yield plain.hex().encode()
                for shift in range(3):  # base64 inside a longer text
                    coded = base64.b64encode(b"\0" * shift + plain)
                    yield coded[2 + shift : -4]
    yield json.dumps(mark)[1:-1].encode()


def layers(data, depth=0):
    """The data, and all that can be unpacked or decoded out of it."""
    yield data
    if depth > 3:
        return
    for unpack in (zlib.decompress, gzip.decompress, _raw_deflated):
        with suppress(Exception):
            yield from layers(unpack(data), depth + 1)
    with suppress(zipfile.BadZipFile):
        inside = zipfile.ZipFile(io.BytesIO(data))
        for member in inside.infolist():
            yield member.filename.encode() + member.comment + member.extra
            yield from layers(inside.read(member), depth + 1)
    for coded in re.findall(rb"[A-Za-z0-9+/=_-]{16,}", data):
        with suppress(Exception):
            yield base64.b64decode(coded)
        with suppress(Exception):
            yield bytes.fromhex(coded.decode())


def _raw_deflated(data):
    return zlib.decompress(data, -15)


def marks_in(data):
    wanted = {(mark, form) for mark in MARKS for form in forms(mark) if len(form) > 7}
    pieces = list(layers(data))
    return sorted({mark for mark, form in wanted if any(form in piece for piece in pieces)})


def fill_every_text_column(ctx):
    """A row in every table, with a marker in each column that takes a text."""
    raw = the_writer(ctx)
    raw.execute("PRAGMA foreign_keys = OFF")
    for name in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f'DROP TRIGGER "{name[0]}"')
    filled = 0
    for table in metadata.sorted_tables:
        values = {column.name: a_value(column) for column in table.columns}
        names = ", ".join(f'"{one}"' for one in values)
        marks = ", ".join("?" * len(values))
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute(f"INSERT INTO {table.name}({names}) VALUES ({marks})", tuple(values.values()))
        filled += sum(isinstance(column.type, String) for column in table.columns)
    for table in ("setting", "import_run", "import_reject"):
        spoil(raw, table)
    return filled


def a_value(column):
    if isinstance(column.type, String | Text):
        return f"{NAME} {CHINESE} {PHONE} {secrets.token_hex(3)}"[: column.type.length or 200]
    if isinstance(column.type, LargeBinary) or "id" in column.name:
        return secrets.token_bytes(16)
    return 1


def spoil(raw, table):
    """A table of this PC only: every text in it is a marker."""
    columns = raw.execute(f"PRAGMA table_info({table})").fetchall()
    values = [
        f"{NAME} {n}" if "CHAR" in c[2] or "TEXT" in c[2] else 1 for n, c in enumerate(columns)
    ]
    marks = ", ".join("?" * len(values))
    with suppress(Exception):
        raw.execute(f"INSERT INTO {table} VALUES ({marks})", values)


def break_things(ctx):
    """Errors of every kind are logged, with a person's words in them wherever that is possible."""
    from ui.shell import trouble

    trouble._times.clear()  # the same faults came in other tests: only some times are logged
    for error in (
        ValueError(f"bad name {NAME}"),
        CanFix("{name} is there already.", name=NAME),
        Denied("customers.edit"),
        Refused(f"UNIQUE constraint failed for {PHONE}"),
        KeyError(CHINESE),
    ):
        try:
            raise error  # noqa: TRY301 - so that it has a place
        except Exception as caught:  # noqa: BLE001 - whatever it is
            trouble.log_fault(caught)
    log.info("customer added", customer_id=ctx.staff.id, name=NAME, kind=NAME, words=CHINESE)
    log.error(f"somebody forgot the rule and wrote {NAME} {PHONE}")
    log.error(f"fault at {NAME}")
    log.warning("list exported", file=f"/tmp/{NAME}.xlsx", login="zqvmarker")
    logging.getLogger("jewelcrm").error("driver said\n%s\n%s", NAME, CHINESE)
    with (ctx.store.folder / "log" / "crash.log").open("a", encoding="utf-8") as file:
        file.write("Fatal Python error: Segmentation fault\n")
        file.write(f'  File "/somewhere/{NAME}/jewelcrm/ui/app.py", line 7 in main\n')
        file.write(f"what somebody printed: {NAME} {PHONE}\n")
    (ctx.store.folder / f"list of {NAME}.xlsx").write_text(PHONE)
    (ctx.store.folder / f"{NAME}.db").write_text(PHONE)


@pytest.fixture
def spoilt(ctx):
    """A store full of markers, with a log of what went wrong."""
    write_to(ctx.store.folder)
    fill_every_text_column(ctx)
    break_things(ctx)
    yield ctx
    stop_writing()


def test_no_marker_of_a_person_is_in_any_member_in_any_form(spoilt, tmp_path):
    made = bundle.make(spoilt, tmp_path / "support.zip", examine(spoilt))
    assert marks_in(made.path.read_bytes()) == []
    assert set(made.members) >= {"doctor.json", "store.json", "program.json", "log/program-0.txt"}


def test_the_search_for_markers_finds_them_in_every_form(tmp_path):
    for text in (NAME, CHINESE, PHONE):
        hidden = io.BytesIO()
        with zipfile.ZipFile(hidden, "w", zipfile.ZIP_DEFLATED) as file:
            coded = base64.b64encode(f"x{text}".encode()).decode()
            file.writestr("a.txt", gzip.compress(f"some words {coded} after".encode()))
        assert text in marks_in(hidden.getvalue())


def test_every_table_was_filled_with_markers(ctx):
    write_to(ctx.store.folder)
    assert fill_every_text_column(ctx) > 60
    with ctx.read() as conn:
        rows = conn.exec_driver_sql("SELECT name FROM customer").scalars().all()
    stop_writing()
    assert any(NAME in row for row in rows)


def test_what_support_needs_is_there(spoilt, tmp_path):
    made = bundle.make(spoilt, tmp_path / "support.zip", examine(spoilt))
    with zipfile.ZipFile(made.path) as file:
        told = {name: file.read(name).decode() for name in file.namelist()}
    checks = {line["check"]: line["light"] for line in json.loads(told["doctor.json"])}
    assert checks["change capture"] == "red"  # the triggers are gone
    store = json.loads(told["store.json"])
    assert store["tables"]["customer"] == 1
    assert store["other_files"] >= 2
    assert "fault kind=ValueError times=1" in told["log/program-0.txt"]
    assert 'File "ui/app.py", line 7 in main' in told["log/crash.txt"]
    assert clean.LEFT_OUT in told["log/program-0.txt"]


@pytest.mark.parametrize(
    "said",
    [
        "2026-11-23 in Asia/Hong_Kong",
        "could not be reached at 2026-11-22 14:30 +08: the line is down",
        "the newest is of 2026-11-22 14:30:05+08:00, (Asia/Hong_Kong)",
        "2026-11-22T14:30:05 +0800",
    ],
)
def test_days_and_time_zones_are_no_phone_numbers_and_no_folders(said):
    assert clean.sentence(said) == said


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("9123 4567 called on 2026-11-22 91234567", "(number) called on 2026-11-22 (number)"),
        ("of 2026-11-22 14:30 +08:00 9123 4567", "of 2026-11-22 14:30 +08:00 (number)"),
        ("+852-9123-4567", "+(number)"),
        ("2026-11-2291 2345", "(number)"),
        ("Asia/Mei_Chan and Backups/Hong_Kong", "Asia(place) and Backups(place)"),
        ("see D:\\Mei\\x or /srv/mei/Asia/Hong_Kong", "see (place) or (place)"),
    ],
)
def test_numbers_and_folders_beside_them_go_on_being_left_out(said, told):
    assert clean.sentence(said) == told


def test_ids_are_the_same_within_a_package_and_no_others_in_the_next(ctx):
    line = f"2026-11-22 12:00:00,000 INFO order placed order_id={ctx.staff.id.hex()} lines=2"
    one, other = clean.Names(), clean.Names()
    [first], [again] = clean.log_lines([line], one), clean.log_lines([line], one)
    [later] = clean.log_lines([line], other)
    assert first == again != later
    assert ctx.staff.id.hex() not in first
    assert first.endswith(" lines=2")


def test_the_package_is_for_managers_and_the_audit_log_keeps_it(ctx, sales, tmp_path):
    with pytest.raises(Denied):
        bundle.make(sales, tmp_path / "support.zip", [])
    bundle.make(ctx, tmp_path / "support.zip", [])
    with ctx.read() as conn:
        acts = conn.exec_driver_sql("SELECT action FROM audit_log").scalars().all()
    assert acts.count("doctor.bundle") == 2  # the refusal too


def test_the_command_writes_a_package(shop, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)
    path = tmp_path / "support.zip"
    main(["--data", str(shop.folder), "--json", "doctor", "--bundle", str(path)])
    assert json.loads(capsys.readouterr().out)["bundle"] == str(path)
    assert zipfile.is_zipfile(path)


def test_a_store_that_cannot_be_opened_has_a_package_too(shop, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)
    (shop.folder / "store.db").write_bytes(secrets.token_bytes(20_000))
    path = tmp_path / "support.zip"
    assert main(["--data", str(shop.folder), "--json", "doctor", "--bundle", str(path)]) == 1
    [line] = json.loads(capsys.readouterr().out)["lines"]
    assert "damaged" in line["words"]
    assert str(tmp_path) not in zipfile.ZipFile(path).read("doctor.json").decode()
