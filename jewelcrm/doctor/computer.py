"""The doctor at the computer itself: disk, memory, clock, fonts, printer, encryption, program."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from sqlcipher3 import dbapi2 as cipher

from db.clock import behind_ms
from db.shop import syncstate
from db.shop.shares import is_share
from db.types import to_millis
from jewelcrm import __version__
from jewelcrm.doctor import system
from jewelcrm.doctor.model import N_, Light, Line, Round
from resources.find import find

DISK_FREE_BYTES = 2_000_000_000
CLOCK_BEHIND_MS = 120_000
MEMORY_BYTES, MEMORY_FREE_BYTES = 3_500_000_000, 400_000_000
FONTS = ("fonts/JewelSansHK-Regular.ttf", "fonts/JewelSansHK-Bold.ttf", "fonts/Inter-Regular.ttf")


def disk(at: Round) -> Iterator[Line]:
    """Room for copies, backups and updates."""
    free = shutil.disk_usage(at.ctx.store.folder).free
    wanted = max(DISK_FREE_BYTES, 3 * at.ctx.store.path.stat().st_size)
    if free < wanted:
        yield Line(
            "disk",
            "red" if at.ctx.store.reserve.is_short else "amber",
            f"{free / 1e9:.1f} GB free",
            f"Free some space: {wanted / 1e9:.1f} GB are needed for copies and updates.",
        )
        return
    yield Line("disk", "green", f"{free / 1e9:.0f} GB free")


def place(at: Round) -> Iterator[Line]:
    """The store on a disk of this computer; one that was moved to a share is told so."""
    if is_share(at.ctx.store.folder):
        yield Line(
            "place",
            "red",
            "the store lies on a network share and can be damaged when the network drops",
            "Make a backup, set the program up on this computer's own disk, and restore it there.",
        )


def disk_encryption(at: Round) -> Iterator[Line]:
    """Whether the computer encrypts its disk; the store itself always is."""
    state = system.disk_encryption(at.ctx.store.folder)
    if state is False:
        yield Line(
            "disk encryption",
            "amber",
            "the store is encrypted, the rest of the disk is not",
            "Switch it on (Windows: BitLocker, Linux: LUKS): receipts and exports lie there too.",
        )
    elif state:
        yield Line("disk encryption", "green", "the disk is encrypted, and the store in it")
    else:
        yield Line("disk encryption", "green", "the store is; of the disk nothing is told")


def memory(_: Round) -> Iterator[Line]:
    """Enough of it, and some left."""
    found = system.memory()
    if found is None:
        yield Line("memory", "green", "the computer does not tell")
        return
    whole, free = found
    if whole < MEMORY_BYTES:
        advice = N_("4 GB are needed to work well; add some.")
    elif free < MEMORY_FREE_BYTES:
        advice = N_("Close programs that are not needed, or restart the computer.")
    else:
        advice = ""
    light: Light = "amber" if advice else "green"
    yield Line("memory", light, f"{whole / 1e9:.1f} GB, {free / 1e9:.1f} GB of it free", advice)


def clock(at: Round) -> Iterator[Line]:
    """The computer's date and time against the last entry."""
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


def fonts(_: Round) -> Iterator[Line]:
    """Latin and Chinese letters for screen and receipts."""
    missing = [name for name in FONTS if not find(name).exists()]
    if missing:
        yield Line("fonts", "red", f"missing: {', '.join(missing)}", "Install the program again.")
        return
    yield Line("fonts", "green", "Latin and Chinese fonts are here")


def printer(_: Round) -> Iterator[Line]:
    """Whether receipts can be printed; printers are counted, not named: names can be people's."""
    yield printers(system.printers())


def printers(count: int | None) -> Line:
    """What so many printers mean for receipts; None: the system does not say."""
    if count is None:
        return Line("printer", "green", "asked of the system when something is printed")
    if count:
        return Line("printer", "green", f"{count} set up on this computer")
    return Line(
        "printer",
        "amber",
        "no printer is set up on this computer",
        "Set one up in the computer's settings; until then receipts are saved as PDF.",
    )


def program(at: Round) -> Iterator[Line]:
    """The program's version, and whether head office waits for a newer one."""
    if _update_wanted(at):
        yield Line(
            "program",
            "amber",
            f"version {__version__}; head office waits for a newer one",
            "Install the update; until then this PC works, but does not exchange.",
        )
        return
    yield Line("program", "green", f"version {__version__}")


def _update_wanted(at: Round) -> bool:
    raw: cipher.Connection = at.conn.connection.driver_connection
    last = syncstate.failed(raw)
    return last is not None and last.why == "update"
