"""The doctor's rounds: each check gives one line, green or with what to do."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlcipher3 import dbapi2 as cipher

from db.clock import behind_ms
from db.errors import StoreError
from db.migrations import SCHEMA
from db.migrations.shop import trigger_faults
from db.shop import audit, keys, osring, search
from db.types import to_millis
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.doctor.headoffice import copy_complete, head_office
from jewelcrm.doctor.model import Check, Light, Line, Round
from jewelcrm.imports.queries import unfinished_kinds
from resources.find import find

__all__ = ["CHECKS", "Check", "Light", "Line", "Round", "examine"]

DISK_FREE_BYTES = 2_000_000_000
CLOCK_BEHIND_MS = 120_000
FONTS = ("fonts/JewelSansHK-Regular.ttf", "fonts/JewelSansHK-Bold.ttf", "fonts/Inter-Regular.ttf")


@query("doctor.run")
def examine(ctx: Context, *, told: Callable[[Line], None] | None = None) -> list[Line]:
    """Every check in turn; `told` hears each line as it is found (minutes on a large store)."""
    lines: list[Line] = []
    with ctx.read() as conn:
        for check in CHECKS:
            for line in _never_raises(check, Round(ctx, conn)):
                lines.append(line)
                if told is not None:
                    told(line)
    return lines


def _never_raises(check: Check, at: Round) -> Iterator[Line]:
    try:
        yield from check(at)
    except (StoreError, cipher.Error, OSError) as error:
        name = check.__name__.strip("_")
        yield Line(name, "red", f"could not be checked: {error}", "Restore the newest backup.")


def _store(at: Round) -> Iterator[Line]:
    count = at.conn.exec_driver_sql("SELECT count(*) FROM customer").scalar_one()
    megabytes = at.ctx.store.path.stat().st_size / 1e6
    yield Line(
        "store", "green", f"opens; schema {SCHEMA}, {count:,} customers, {megabytes:,.0f} MB"
    )


def _keys(at: Round) -> Iterator[Line]:
    slots = keys.load(at.ctx.store.folder)
    if not keys.is_ours(slots, at.ctx.store.key):
        yield Line(
            "keys",
            "red",
            "the key file was changed outside the program",
            "Look in the audit log who was at this PC, and set every password anew.",
        )
        return
    ways = {s.id for s in slots.slots if s.kind == "staff"}
    rows = at.conn.exec_driver_sql("SELECT id FROM staff WHERE active = 1 AND archived_at IS NULL")
    without = sum(1 for (row,) in rows if row.hex() not in ways)
    if without and at.ctx.store.lease is None:
        yield Line(
            "keys",
            "amber",
            f"{without} of the people here cannot sign in on this PC",
            "Give them a new password: jewelcrm-admin user password LOGIN",
        )
        return
    yield Line("keys", "green", f"{len(ways)} people and the recovery code open the store")


def _integrity(at: Round) -> Iterator[Line]:
    faults = at.conn.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall()
    if not faults:
        faults = [r for r in at.conn.exec_driver_sql("PRAGMA quick_check") if r[0] != "ok"]
    if not faults:
        faults = at.conn.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(10)
    if faults:
        yield Line(
            "integrity",
            "red",
            f"{len(faults)} damaged places",
            "Stop working on this PC and restore the newest backup; keep the damaged file.",
        )
        return
    yield Line("integrity", "green", "every page is whole and every reference leads somewhere")


def _capture(at: Round) -> Iterator[Line]:
    faults = trigger_faults(at.conn)
    if faults:
        yield Line(
            "change capture",
            "red",
            f"{len(faults)} triggers are missing or changed: {', '.join(faults[:5])}",
            "Somebody worked on the file with another program. Restore the newest backup.",
        )
        return
    yield Line("change capture", "green", "every table's triggers are as they should be")


def _audit_chain(at: Round) -> Iterator[Line]:
    raw: cipher.Connection = at.conn.connection.driver_connection
    broken = audit.first_break(raw)
    if broken is not None:
        yield Line(
            "audit log",
            "red",
            f"the chain breaks at entry {broken}",
            "Entries were removed or edited. Keep this file and tell the security officer.",
        )
        return
    count = at.conn.exec_driver_sql("SELECT count(*) FROM audit_log").scalar_one()
    yield Line("audit log", "green", f"{count:,} entries, the chain holds")


def _search_index(at: Round) -> Iterator[Line]:
    faults = search.check(at.conn)
    if faults:
        yield Line(
            "search",
            "amber",
            f"the index misses something: {faults[0]}",
            "Build it anew: jewelcrm-admin doctor --rebuild-search",
        )
        return
    yield Line("search", "green", "the index finds what it should")


def _keyring(at: Round) -> Iterator[Line]:
    slots = keys.load(at.ctx.store.folder)
    ring = osring.find()
    if slots.ring_name is None:
        advice = (
            "This PC has a keyring now. Change your password once and it will be used."
            if ring
            else "Install a keyring (on Linux: gnome-keyring), or keep this PC locked away."
        )
        yield Line("keyring", "amber", "the password alone protects this store", advice)
    elif ring is None or ring.name != slots.ring_name:
        yield Line(
            "keyring",
            "red",
            "the keyring that holds half of the key is not there",
            "Unlock it or sign in to the computer as usual; else use the recovery code.",
        )
    else:
        yield Line("keyring", "green", "holds its half of the key")


def _disk(at: Round) -> Iterator[Line]:
    free = shutil.disk_usage(at.ctx.store.folder).free
    wanted = max(DISK_FREE_BYTES, 3 * at.ctx.store.path.stat().st_size)
    if free < wanted:
        yield Line(
            "disk",
            "amber",
            f"{free / 1e9:.1f} GB free",
            f"Free some space: {wanted / 1e9:.1f} GB are needed for copies and updates.",
        )
        return
    yield Line("disk", "green", f"{free / 1e9:.0f} GB free")


def _clock(at: Round) -> Iterator[Line]:
    last = at.conn.exec_driver_sql("SELECT last_hlc FROM sync_state").scalar_one()
    behind = behind_ms(int(last), to_millis(at.ctx.clock.now()))
    if behind > CLOCK_BEHIND_MS:
        yield Line(
            "clock",
            "red",
            f"this PC's clock is {behind // 60000} minutes behind the last entry",
            "Set the computer's date and time.",
        )
        return
    yield Line("clock", "green", f"{at.ctx.today().isoformat()} in {at.ctx.branch.time_zone}")


def _fonts(_: Round) -> Iterator[Line]:
    missing = [name for name in FONTS if not find(name).exists()]
    if missing:
        yield Line("fonts", "red", f"missing: {', '.join(missing)}", "Install the program again.")
        return
    yield Line("fonts", "green", "Latin and Chinese fonts are here")


def _printer(_: Round) -> Iterator[Line]:
    names = _printer_names()
    if names:
        yield Line("printer", "green", ", ".join(names[:3]))
        return
    yield Line(
        "printer",
        "amber",
        "no printer is set up on this computer",
        "Set one up in the computer's settings; until then receipts are saved as PDF.",
    )


def _printer_names() -> list[str]:
    lister = shutil.which("lpstat")
    if lister is None:
        return []
    answer = subprocess.run(  # noqa: S603 - a fixed program without input
        [lister, "-e"], capture_output=True, text=True, timeout=10, check=False
    )
    return [Path(line).name for line in answer.stdout.split()]


def _imports(at: Round) -> Iterator[Line]:
    kinds = unfinished_kinds(at.conn)
    if kinds:
        yield Line(
            "imports",
            "amber",
            f"an import is unfinished: {', '.join(kinds)}",
            "Import the same file again: it goes on where it was and nothing doubles.",
        )
        return
    yield Line("imports", "green", "every import that was begun is done")


CHECKS: tuple[Check, ...] = (
    _store,
    _keys,
    _integrity,
    _capture,
    _audit_chain,
    _search_index,
    _imports,
    _keyring,
    _disk,
    _clock,
    head_office,
    copy_complete,
    _fonts,
    _printer,
)
