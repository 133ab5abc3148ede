"""Pictures of a PC that has a head office: a copy of the demo store, and a line that is told.

Nothing is asked of any head office: rows are put into the store as one would send them, and what
the dialogs ask is answered here.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.ui.sync import scene

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from tests.shots import Studio

Scene = tuple[str, Callable[[], None]]


class Quiet:
    """A service that only waits to be told."""

    def start(self) -> bool:
        return True

    def stop(self, timeout: float = 0) -> None:
        """Nothing runs."""

    def poke(self) -> None:
        """Nobody listens."""


def copied(store: Path) -> Path:
    """A store of its own: the other pictures are of a shop that stands alone."""
    folder = store.with_name("shots-office")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(store, folder)
    return folder


def prepare(ctx: Context) -> None:
    """Two branches, things to settle, a customer on loan."""
    from jewelcrm.customers.queries import recent
    from ui.signin import keeping

    keeping.make = lambda _ctx, _hear: Quiet()
    scene.enrol(ctx)
    scene.all_sent(ctx)
    other = scene.a_branch(ctx, "HK02", "Mong Kok", "旺角分店")
    people = [row.id for row in recent(ctx, 8)]
    _clashes(ctx, people, other)
    note = scene.a_new_note(ctx, people[3], "Wants the bangle engraved on the inside, in Chinese")
    scene.an_aside(ctx, note, customer_id=people[3])
    scene.an_aside(ctx, scene.a_new_note(ctx, people[4], "Ring 14"), why="not_yours")
    scene.an_aside(ctx, scene.a_new_note(ctx, people[5], "Called twice"), why="gone")
    _notices(ctx, people)
    _loan(ctx, people[0], other)


def _clashes(ctx: Context, people: list[bytes], other: bytes) -> None:
    with ctx.read() as conn:
        rows = conn.exec_driver_sql("SELECT id, name, name_zh FROM customer").all()
    known = {row.id: row for row in rows}
    for number, customer in enumerate(people[:3]):
        chinese = number == 2 and known[customer].name_zh
        column = "name_zh" if chinese else "name"
        kept = getattr(known[customer], column)
        lost = "陳大民" if chinese else f"{kept} Grace"
        more = {"column": column, "kept": json.dumps(kept), "lost": json.dumps(lost)}
        scene.a_conflict(ctx, customer, other_branch_id=other if number == 0 else None, **more)


def _notices(ctx: Context, people: list[bytes]) -> None:
    told = {"who": "Wing Lau", "branch": "HK02"}
    scene.a_notice(ctx, "opened", people[0], reason="repair", words="Brings a ring", **told)
    way = {"who": "Wing Lau", "from": "HK02", "to": "HK01", "reason": "She moved house"}
    scene.a_notice(ctx, "moved", people[1], **way)
    scene.a_notice(ctx, "twice", people[2], number="HK01-A-000123-7", cents=128000, cur="HKD")
    scene.a_notice(ctx, "clock", ahead_s=7200)


def _loan(ctx: Context, customer: bytes, home: bytes) -> None:
    """The first customer is another branch's, here for a day."""
    from db.tables import NUMBERS
    from db.types import to_millis

    until = to_millis(ctx.clock.now()) + scene.DAY
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE customer SET branch_id = ? WHERE id = ?", (home, customer))
        work.raw.execute(
            "INSERT INTO sync_cursor(no, scope, seq, count, sum, mask, until)"
            " VALUES (7, ?, 0, 1, '', 'restricted value', ?)",
            ("L:" + "0" * 32, until),
        )
        work.raw.execute(
            "INSERT INTO sync_member(scope, tbl, id, rev, kind) VALUES (7, ?, ?, 1, 'P')",
            (NUMBERS["customer"], customer),
        )
        work.touched |= {"customer", "sync"}


def tell(studio: Studio, word: str, why: str = "") -> None:
    """The service says how the line is; the page shows it."""
    from jewelcrm.sync.service import LineState

    desk = studio.window.desk
    desk.line.hear(LineState(word, why))  # type: ignore[arg-type]
    desk.line.look()
    studio.settle()
    desk.open("sync")


def scenes(studio: Studio) -> Iterator[Scene]:
    """Every state of the line, the three lists, and the dialogs."""
    ctx = studio.window.desk.context()
    prepare(ctx)
    yield "office-attention", lambda: tell(studio, "on_line")
    for show in ("asides", "notices"):
        yield f"office-{show}", lambda show=show: studio.window.desk.open("sync", show=show)  # type: ignore[misc]
    yield from _dialogs(studio)
    _settle_all(ctx)
    yield "office-on-line", lambda: tell(studio, "on_line")
    scene.waiting(ctx, 12)
    scene.enrol(ctx, minutes_ago=95)
    yield "office-off-line", lambda: tell(studio, "off_line")
    scene.enrol(ctx, minutes_ago=7 * 1440, lease_days=7)
    yield "office-week", lambda: tell(studio, "off_line")
    scene.enrol(ctx)
    for why in ("untrusted", "update", "disk_full", "disk_full_here", "clock", "waiting", "closed"):
        yield f"office-{why}", lambda why=why: tell(studio, "refused", why)  # type: ignore[misc]
    scene.enrol(ctx, lease_days=-1)
    yield "office-locked", lambda: tell(studio, "off_line")
    scene.enrol(ctx)
    scene.first_copy(ctx, 43_120, 100_280)
    yield "office-first-copy", lambda: tell(studio, "on_line")
    yield "office-settings", lambda: studio.window.desk.open("settings", part="office")


def _settle_all(ctx: Context) -> None:
    for table in ("conflict", "quarantine", "notice"):
        with ctx.store.apply(now=ctx.clock.now()) as work:
            work.raw.execute(f"UPDATE {table} SET state = 'seen'")
            work.touched.add(table)


def _dialogs(studio: Studio) -> Iterator[Scene]:
    from jewelcrm.customers.queries import recent

    desk = studio.window.desk
    first = recent(desk.context(), 1)[0].id
    answer_look_ups()
    yield "office-mend", lambda: _press(studio, "asides", "Mend and send…", "更正並傳送…")
    yield "office-drop", lambda: _press(studio, "asides", "Give it up…", "放棄…")
    yield "office-lookup", lambda: _look_up(studio)
    yield "office-borrow", lambda: _borrow(studio)
    for verb in ("move", "share", "erase"):
        yield (
            f"office-{verb}",
            lambda verb=verb: desk.open(f"sync.{verb}", customer_id=first, name="Chan Tai Man"),  # type: ignore[misc]
        )
    yield "office-erasures", lambda: _erasures(studio)
    yield "office-join", lambda: desk.open("sync.join")
    yield "office-joining", lambda: _joining(studio)
    yield "office-loan", lambda: desk.open("customers", customer_id=first)
    yield "office-order", lambda: _order(studio)
    yield "office-search", lambda: _search(studio)


def answer_look_ups() -> None:
    """Head office's answers, made up."""
    from jewelcrm.sync.visiting import Found
    from jewelcrm.wire.visiting import Card
    from ui.sync import office

    cards = (
        Card("t1", "C. T. M.", "vip", "567", "Mong Kok", True),
        Card("t2", "C. S. Y.", None, "567", "Tsim Sha Tsui", False),
    )
    office.look_up = lambda *_asked: Found(cards, 28)


def _erasures(studio: Studio) -> None:
    from db.types import to_millis
    from jewelcrm.sync.visiting import ToErase
    from jewelcrm.wire.visiting import ErasureLine
    from ui.sync import office

    at = to_millis(studio.window.desk.context().clock.now())
    waits = ErasureLine("ab" * 16, "HK01-A-000001-1", at, "Wing Lau")
    mine = ErasureLine("bc" * 16, "HK02-B-000002-2", at, "Mei Chan", mine=True)
    owed = ErasureLine("cd" * 16, "", at, "Wing Lau", done=at, pcs=3, missing=["HK01-A", "HK02-B"])
    found = (ToErase(waits, "Chan Tai Man", "陳大文"), ToErase(mine, "", None))
    office.erasures = lambda _ctx: [*found, ToErase(owed, "", None)]
    studio.window.desk.open("sync.erasures")


def _press(studio: Studio, show: str, *names: str) -> None:
    from PySide6.QtWidgets import QPushButton

    studio.window.desk.open("sync", show=show)
    studio.settle()
    page = studio.window.sheet.page()
    buttons = [b for b in page.findChildren(QPushButton) if b.text() in names and b.isVisible()]
    buttons[-1].click()


def _look_up(studio: Studio) -> None:
    studio.window.desk.open("sync.lookup", text="9123 4567")
    studio.settle()
    studio.dialogs()[-1].save()


def _borrow(studio: Studio) -> None:
    from jewelcrm.wire.visiting import Card
    from ui.sync.borrow import Borrow

    card = Card("t1", "C. T. M.", "vip", "567", "Mong Kok", True)
    Borrow(studio.window.desk, card).open()


def _joining(studio: Studio) -> None:
    studio.window.desk.open("sync.join")
    form = studio.dialogs()[-1].form
    form._turn(under_way=True)
    form._show_words("amber canyon lotus velvet harbour seven")
    form._tell(0, 0, "waiting until head office has compared the six words")


def _order(studio: Studio) -> None:
    from jewelcrm.orders.model import OrderFilter
    from jewelcrm.orders.queries import listing

    desk = studio.window.desk
    order = listing(desk.context(), OrderFilter(open_only=True))[0]
    desk.open("orders", order_id=bytes(order))


def _search(studio: Studio) -> None:
    studio.window.desk.open("today")
    studio.window.palette_open()
    studio.settle()
    palette = studio.dialogs()[-1]
    palette.edit.setText("9876 0000")
    palette.finder.ask()
