"""Is this computer fit to be a shop's? One line for each check, before anything is made."""

from __future__ import annotations

import datetime as dt
import shutil
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from db.errors import StoreError
from db.shop import keys, officeslots, osring
from db.shop.making import ON_SHARE
from jewelcrm.commissioning import looking
from jewelcrm.commissioning.answers import Answers, ticket
from jewelcrm.doctor import system
from jewelcrm.doctor.computer import FONTS, printers
from jewelcrm.doctor.model import N_, Light, Line
from jewelcrm.errors import CanFix
from jewelcrm.payments.receipts.letters import missing_glyphs
from resources.find import find

ROOM_BYTES = 10_000_000_000
SLOW_S, CLOCK_OFF_S = 2.0, 120
BUILT = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
"""No clock that is right says less."""

HARD = "足金翡翠鑽石両𨋢嘅啲鈪"


@dataclass(frozen=True, slots=True)
class Place:
    """What the checks look at."""

    folder: Path
    answers: Answers
    screens: list[tuple[int, int]] | None = None
    """As the window knows them; None: the system is asked."""


Check = Callable[[Place], Iterator[Line]]


def look(place: Place, told: Callable[[Line], None] = lambda _line: None) -> list[Line]:
    """All checks in turn; one that fails is a red line, never an error."""
    lines = []
    for name, check in CHECKS.items():
        for line in _never_raises(name, check, place):
            told(line)
            lines.append(line)
    return lines


def stops(lines: list[Line], answers: Answers) -> list[Line]:
    """The red ones that nobody has accepted."""
    return [one for one in lines if one.light == "red" and one.check not in answers.computer.accept]


def _never_raises(name: str, check: Check, place: Place) -> Iterator[Line]:
    try:
        yield from check(place)
    except (OSError, ValueError, CanFix) as error:
        yield Line(name, "red", "could not be checked", str(error))


def folder(place: Place) -> Iterator[Line]:
    """The store's folder: on a disk of this computer, and writable."""
    if looking.is_share(place.folder):
        yield Line("folder", "red", "the folder lies on another computer", ON_SHARE)
        return
    place.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    seconds = looking.written_in(place.folder)
    if seconds > SLOW_S:
        yield Line(
            "folder",
            "amber",
            f"4 MB took {seconds:.1f} s to write",
            "A virus scanner may be holding the folder: leave it out of its scans, or use an SSD.",
        )
        return
    yield Line("folder", "green", f"writable; 4 MB in {seconds:.2f} s")


def disk(place: Place) -> Iterator[Line]:
    """Room for years of records, pictures and backups."""
    free = shutil.disk_usage(place.folder).free
    if free < ROOM_BYTES:
        yield Line(
            "disk",
            "amber",
            f"{free / 1e9:.1f} GB free",
            "Free some space: 10 GB are wanted for records, pictures, backups and updates.",
        )
    else:
        yield Line("disk", "green", f"{free / 1e9:.0f} GB free")


def encryption(place: Place) -> Iterator[Line]:
    """Whether what lies outside the store is encrypted too."""
    state = system.disk_encryption(place.folder)
    if state:
        yield Line("disk encryption", "green", "the disk is encrypted, and the store in it")
    elif state is None:
        yield Line("disk encryption", "green", "the store is; of the disk nothing is told")
    else:
        yield Line(
            "disk encryption",
            "amber",
            "the store is encrypted, the rest of the disk is not",
            "Switch it on (Windows: BitLocker, Linux: LUKS): receipts and exports lie there too.",
        )


def keyring(_: Place) -> Iterator[Line]:
    """Where half of the store's key will be kept."""
    ring = osring.find()
    if ring is None:
        yield Line(
            "keyring",
            "amber",
            "the password alone will protect the store",
            "Use a long password, or set up the system's keyring before the store is made.",
        )
    else:
        yield Line("keyring", "green", f"{ring.name.rsplit('.', 1)[-1]} keeps half of the key")


def screen(place: Place) -> Iterator[Line]:
    """Big enough to read a customer's card across the counter."""
    found = place.screens if place.screens is not None else looking.screens()
    least = place.answers.computer.smallest_screen
    if found is None:
        yield Line("screen", "green", "the computer does not tell")
    elif not found:
        yield Line(
            "screen", "amber", "no screen is plugged in", "Plug it in before the shop opens."
        )
    elif all(wide < least[0] or high < least[1] for wide, high in found):
        wide, high = max(found)
        yield Line(
            "screen",
            "amber",
            f"{wide} x {high}",
            f"{least[0]} x {least[1]} or more is wanted; choose a smaller size of text.",
        )
    else:
        yield Line("screen", "green", ", ".join(f"{wide} x {high}" for wide, high in found))


def printer(place: Place) -> Iterator[Line]:
    """The printers that were named are set up; without names, any will do."""
    wanted = place.answers.computer
    found = looking.printers()
    named = [one for one in (wanted.receipt_printer, wanted.label_printer) if one]
    missing = [one for one in named if found is not None and one not in found]
    if missing:
        yield Line(
            "printer",
            "red",
            f"not set up: {', '.join(missing)}",
            f"Set it up, or name one of these: {', '.join(found or ['-'])}",
        )
    else:
        yield printers(None if found is None else len(found))


def scanner(place: Place) -> Iterator[Line]:
    """A barcode scanner is plugged in, as far as it gives itself away."""
    wanted = place.answers.computer.scanner
    found = looking.scanners()
    if wanted == "skip":
        yield Line("scanner", "green", "not asked for")
    elif wanted == "tried":
        yield Line("scanner", "green", "it read the code of the test page")
    elif found:
        yield Line("scanner", "green", f"{len(found)} plugged in")
    else:
        light = "red" if wanted == "need" and found is not None else "amber"
        yield Line(
            "scanner",
            "red" if light == "red" else "amber",
            "none that says so",
            "Many call themselves keyboards: scan the code on the test page in the window.",
        )


def camera(place: Place) -> Iterator[Line]:
    """For pictures of pieces."""
    wanted = place.answers.computer.camera
    found = None if wanted == "skip" else looking.cameras()
    if wanted == "skip":
        yield Line("camera", "green", "not asked for")
    elif found:
        yield Line("camera", "green", f"{found} plugged in")
    elif wanted == "need":
        yield Line("camera", "red", "none is plugged in", "Plug it in, then run this again.")
    else:
        yield Line("camera", "amber", "none is plugged in", "Pictures can be added from files.")


def fonts(_: Place) -> Iterator[Line]:
    """Chinese on screen and paper does not hang on what the computer has."""
    missing = [name for name in FONTS if not find(name).exists()]
    missing += missing_glyphs(HARD) + missing_glyphs(HARD, "bold")
    if missing:
        yield Line("fonts", "red", f"missing: {', '.join(missing)}", "Install the program again.")
    else:
        yield Line("fonts", "green", "Latin and Chinese fonts are here")


def clock(place: Place) -> Iterator[Line]:
    """Right, kept right, and in the shop's zone."""
    now = dt.datetime.now(dt.UTC)
    kept = looking.keeps_time()
    zone = place.answers.shop.time_zone if place.answers.shop else "Asia/Hong_Kong"
    other = now.astimezone().utcoffset() != now.astimezone(ZoneInfo(zone)).utcoffset()
    if now < BUILT:
        yield Line("clock", "red", f"it says {now:%Y-%m-%d}", "Set the computer's date and time.")
    elif other:
        yield Line(
            "clock",
            "amber",
            f"the computer is not in the zone {zone}",
            "The shop's days follow its own zone; set the computer's so that both say the same.",
        )
    elif kept is False:
        yield Line(
            "clock",
            "amber",
            "not set from the network",
            "Switch on setting the time by itself: entries of two computers are ordered by it.",
        )
    else:
        yield Line("clock", "green", f"{now.astimezone():%Y-%m-%d %H:%M}, {zone}")


def network(place: Place) -> Iterator[Line]:
    """Whether head office answers, through which proxy, and what its clock says."""
    url = _office_of(place)
    if url is None:
        yield Line(
            "network",
            "green",
            "tried when head office's code is typed; a shop of its own needs none",
        )
    elif not url:
        yield Line("network", "green", "not needed: this shop stands alone")
    else:
        yield _line_to(url, "amber" if place.answers.join is None else "red")


def _office_of(place: Place) -> str | None:
    """Head office's address; empty for a shop that stands alone; None while nobody has said."""
    if place.answers.join is not None:
        return ticket(place.answers.join)[0]
    if place.answers.shop is not None:
        return ""
    try:
        kept = officeslots.place_of(keys.load(place.folder))
    except StoreError:  # none yet, or one whose own step says what is the matter
        return None
    return kept.url if kept is not None else ""


def _line_to(url: str, without: Light) -> Line:
    """How the line stands; `without`: the light when nobody answers. One who joins needs it."""
    proxy = looking.proxy_for(url)
    by = N_("through a proxy") if proxy else N_("without a proxy")
    answer = _asked(url)
    if answer is None:
        return Line(
            "network",
            without,
            f"head office does not answer, {by}",
            "Look at the cable, the address, and whether a proxy or firewall lets it through.",
        )
    off = abs((dt.datetime.now(dt.UTC) - answer).total_seconds())
    if off > CLOCK_OFF_S:
        return Line(
            "network",
            "red",
            f"head office's clock is {off / 60:.0f} minutes away from this computer's",
            "Set the computer's date and time.",
        )
    return Line("network", "green", f"head office answers, {by}")


def _asked(url: str) -> dt.datetime | None:
    """The moment in head office's answer. Whose certificate it is, is looked at on joining."""
    where = urlsplit(url)
    with suppress(OSError, HTTPException, ValueError, TypeError, socket.gaierror):
        unchecked = ssl._create_unverified_context()  # noqa: S323, SLF001 - nothing is sent
        line = HTTPSConnection(where.hostname or "", where.port, timeout=10, context=unchecked)
        line.request("HEAD", "/")
        date = line.getresponse().getheader("Date")
        line.close()
        return parsedate_to_datetime(date) if date else dt.datetime.now(dt.UTC)
    return None


CHECKS: dict[str, Check] = {
    "folder": folder,
    "disk": disk,
    "disk encryption": encryption,
    "keyring": keyring,
    "screen": screen,
    "printer": printer,
    "scanner": scanner,
    "camera": camera,
    "fonts": fonts,
    "clock": clock,
    "network": network,
}
