"""Pictures of backups: the page, its dialogs, the banner, and the ways back in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from jewelcrm.access.lost import Lost
from jewelcrm.backup.model import (
    BackupStatus,
    Point,
    Restored,
    Target,
    TargetLook,
    Unsynced,
)
from jewelcrm.sync.asking import Asked
from jewelcrm.sync.reoffering import Offer
from jewelcrm.wire.recovery import Request, request_text

if TYPE_CHECKING:
    from tests.shots import Studio

NOW = dt.datetime.now(dt.UTC).replace(minute=0, second=0, microsecond=0)
Scene = tuple[str, Callable[[], object]]


def a_point(hours: float, **more: object) -> Point:
    """A backup so many hours ago."""
    made = NOW - dt.timedelta(hours=hours)
    usual = {
        "id": f"point {hours}",
        "made_at": made,
        "why": "hours",
        "customers": 12_431 - int(hours),
        "orders": 3_310,
        "verified_at": made,
        "drilled_at": None,
        "size": 341_000_000,
        "added": 9_000_000,
        "target": "local",
        "branch": "HK01",
        "branch_id": b"",
        "device": b"",
        "letter": "A",
        "epoch": 1,
        "seq": 900 - int(hours),
        "schema": 2,
        "state": "checked",
        "ways": ("staff", "recovery"),
    }
    return Point(**{**usual, **more})


POINTS = [
    a_point(2),
    a_point(6, drilled_at=NOW - dt.timedelta(hours=5)),
    a_point(19, why="close", target="stick"),
    a_point(30, state="made", verified_at=None, why="import"),
    a_point(
        70,
        state="damaged",
        trouble="The file that describes this backup was changed. It is not used.",
    ),
]
STICK = Target("usb", "BACKUP-A", "stick")
LOOKS = (
    TargetLook(STICK, "ready", POINTS[0].made_at, POINTS[0].made_at, 27_000_000_000),
    TargetLook(
        Target("share", "//backoffice/jewelcrm", "share"),
        "away",
        NOW - dt.timedelta(days=2),
        None,
        None,
        "It is not there just now. Plug it in, or connect to it.",
    ),
)
WELL = BackupStatus(
    light="green",
    words="",
    last_made_at=POINTS[0].made_at,
    last_verified_at=POINTS[0].made_at,
    last_drill_at=NOW - dt.timedelta(hours=5),
    last_drill_seconds=14.2,
    overdue=None,
    next_due_at=NOW + dt.timedelta(hours=2),
    targets=LOOKS,
)
LATE = replace(
    WELL,
    light="red",
    last_verified_at=NOW - dt.timedelta(days=3),
    overdue="head_office",
)


def scenes(studio: Studio) -> Iterator[Scene]:
    """The page in its states, and what opens over it."""
    desk = studio.window.desk
    yield "backup-points", lambda: page(studio, WELL)
    yield "backup-targets", lambda: page(studio, WELL, show="targets")
    yield "backup-late", lambda: page(studio, LATE)
    yield "backup-unsent", lambda: unsent(studio)
    yield "backup-making", lambda: making(studio)
    yield (
        "backup-putback",
        lambda: (page(studio, WELL), desk.open("backup.putback", point=POINTS[2])),
    )
    yield "backup-target", lambda: (page(studio, WELL), desk.open("backup.target"))
    yield "backup-health", lambda: desk.open("settings.health")
    yield "backup-farewell", lambda: farewell(studio)


def page(studio: Studio, status: BackupStatus, **where: object) -> None:
    """The page with made-up backups."""
    from ui.backup.work import Found

    desk = studio.window.desk
    desk.safe.look = desk.safe._pause
    desk.open("backup", **where)
    studio.settle()
    shown = studio.window.sheet.page()
    shown.read = desk.safe._pause
    shown.state.end()
    shown._show(Found(status, POINTS, [look.target for look in LOOKS]))


def unsent(studio: Studio) -> None:
    """After a restore: what was not sent before it."""
    page(studio, WELL)
    hours = [dt.timedelta(hours=n) for n in (9, 5)]
    offer = Offer(Path("before"), 14, 3, 5, NOW - hours[0], NOW - hours[1])
    studio.window.sheet.page().unsent.show_offer(offer)


def over(studio: Studio, name: str, **where: object) -> None:
    """A dialog over the page."""
    page(studio, WELL)
    studio.window.desk.open(name, **where)


def making(studio: Studio) -> None:
    """While one is made."""
    page(studio, WELL)
    state = studio.window.sheet.page().state
    state.begin("")
    state.tell(620, 1000, "copy")


def farewell(studio: Studio) -> None:
    """The window that closes, over the sheet."""
    from ui.signin.farewell import Farewell

    goodbye = Farewell(studio.window.desk.background)
    goodbye.setParent(studio.window)
    goodbye.move(480, 300)
    goodbye._tell(3, 10, "copy")
    goodbye.show()
    studio.settle()
    studio.goodbye = goodbye


def ways_in(studio: Studio) -> Iterator[Scene]:
    """What is the matter, head office, putting back."""
    yield "lost-keyring", lambda: lost(studio)
    yield "lost-asking", lambda: asking(studio)
    yield "lost-putback", lambda: putting_back(studio)
    yield "lost-putback-office", lambda: by_office(studio)
    yield "lost-restored", lambda: restored(studio)


def front(studio: Studio) -> object:
    """The way in that is in front."""
    studio.settle()
    return studio.window.stack.currentWidget()


def lost(studio: Studio) -> None:
    """A keyring that lost its half."""
    studio.session.gate.look_lost = lambda: Lost("half_lost", ("code", "paper", "backup"))
    studio.session.show_lost()


def asking(studio: Studio) -> None:
    """A request on paper, without a signature."""
    request = Request(b"d" * 16, b"n" * 16, b"s" * 32)
    studio.session.gate.request = lambda: Asked(request_text(request), request.words, signed=False)
    studio.session._ways_back.show_asking()


def putting_back(studio: Studio) -> None:
    """Which moment."""
    studio.session.gate.points = lambda _source: POINTS
    studio.session._ways_back.show_put_back(login="mei.chan")


def by_office(studio: Studio) -> None:
    """A dead PC's backup, with the key that two people at head office give."""
    request = Request(b"d" * 16, b"n" * 16, b"s" * 32)
    gate = studio.session.gate
    gate.request_for = lambda _point: Asked(request_text(request), request.words, signed=False)
    gate.points = lambda _source: [replace(POINTS[0], ways=("staff", "recovery", "office"))]
    studio.session._ways_back.show_put_back(login="mei.chan")
    page = front(studio)
    page.opener.choose("office")
    page._chosen()
    studio.settle()


def restored(studio: Studio) -> None:
    """It is done."""
    putting_back(studio)
    folder = Path("store-before-2026-11-22")
    done = Restored(
        point=POINTS[2],
        folder=folder,
        safety=folder,
        epoch=2,
        letter="B",
        unsynced=Unsynced(known=True, changes=3, oldest_at=NOW),
        erased_again=0,
        seconds=41.0,
        first_number=421_000,
    )
    front(studio)._over(done)
