"""Pictures of a computer on its first day: no store yet, the installer's wizard, a shop without
anybody in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.shots import Studio

Scene = tuple[str, Callable[[], object]]


def no_store(store: Path) -> Path:
    """A folder with nothing in it."""
    folder = store.with_name("shots-none")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def new_store(store: Path) -> Path:
    """A shop founded a minute ago; the same person signs in as in the demo shop."""
    from jewelcrm.demo import PASSWORD
    from jewelcrm.people.founding import NewShop, found
    from ui.signin.demo import SHOP

    folder = store.with_name("shots-new")
    shutil.rmtree(folder, ignore_errors=True)
    found(folder, NewShop(password=PASSWORD, **SHOP))
    return folder


# No store ----------------------------------------------------------------------------------------


def ways_in(studio: Studio) -> Iterator[Scene]:
    """Founding a shop, the wizard, and what else is seen before anybody signs in."""
    session = studio.session
    yield "founding", session.show_founding
    yield "founding-wrong", lambda: wrong(studio)
    yield "founding-code", lambda: code(studio)
    yield "commission-look", lambda: wizard(studio)
    yield "commission-printers", lambda: printers(studio)
    yield "commission-whose", lambda: whose(studio)
    yield "commission-doing", lambda: doing(studio)
    yield "making-demo", lambda: making(studio)
    yield "outdated", session.show_outdated


def front(studio: Studio) -> object:
    """The way in that is in front."""
    studio.settle()
    return studio.window.stack.currentWidget()


def wrong(studio: Studio) -> None:
    """Not all that is needed is typed."""
    studio.session.show_founding()
    page = front(studio)
    page.branch.set_text("Nathan Road")
    page.found()


def code(studio: Studio) -> None:
    """The recovery code of a computer without a keyring."""
    from jewelcrm.people.founding import Founded

    studio.session.show_founding()
    made = Founded("mei.chan", "7KQ2M-9XWPD-3HTRA-VB6FN-E8CJS", None)
    studio.session._ways_new._founded(front(studio), "mei.chan", "…", made)
    front(studio)._copy()


def wizard(studio: Studio) -> object:
    """Looked over; the printers are asked for."""
    studio.session._ways_new.show_commissioning()
    page = front(studio)
    for _ in range(100):
        if page.devices is not None:
            break
        studio.settle(0.1)
    return page


def printers(studio: Studio) -> None:
    """The end of the first step."""
    from PySide6.QtWidgets import QScrollArea

    page = wizard(studio)
    page.devices.scan.set_text("JEWELCRM-SCAN-7")
    studio.settle(0.1)
    bar = page.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())


def whose(studio: Studio) -> None:
    """A shop of its own."""
    page = wizard(studio)
    page.next.setEnabled(True)
    page.wrong.hide()
    page.go_on()
    page.whose.way.choose("shop")
    page.whose._show("shop")


def doing(studio: Studio) -> None:
    """The steps that are done, and the recovery code."""
    from jewelcrm.commissioning.journal import Outcome

    page = wizard(studio)
    page.turn_to(2)
    page.wrong.hide()
    page.steps.clear()
    for name, light, text, seconds in (
        ("store", "green", "made for HK01", 2.1),
        ("backup", "green", "made and read again", 14.4),
        ("label", "green", "not asked for", 0.2),
        ("test page", "amber", "kept as a PDF", 0.2),
    ):
        page.steps.outcome(Outcome(name, light, text, seconds=seconds))
    page._show_code("mei.chan", "7KQ2M-9XWPD-3HTRA-VB6FN-E8CJS")
    page._busy(on=True)


def making(studio: Studio) -> None:
    """The demo shop, half way."""
    from ui.signin.demo import MakingDemo

    page = MakingDemo(studio.window.desk, studio.window.folder)
    studio.session.dress(page)
    studio.window.front(page)
    page._tell(2_140, 5_000, "Customers")


# A new shop --------------------------------------------------------------------------------------


def scenes(studio: Studio) -> Iterator[Scene]:
    """Every page of a shop that has nobody in it yet."""
    from ui.pages import PAGES

    desk = studio.window.desk
    for page in PAGES:
        if page.name not in ("imports", "settings", "sync"):
            yield f"new-{page.name}", partial(desk.open, page.name)
    yield "new-board", partial(desk.open, "products", view="board")
    yield "new-orders-list", lambda: orders_list(studio)
    yield "new-report", lambda: report(studio)
    yield from _importing(studio)


def orders_list(studio: Studio) -> None:
    """Without orders."""
    from tests.shots_deeds import orders_list as show

    show(studio)


def report(studio: Studio) -> None:
    """Nothing to sum up."""
    desk = studio.window.desk
    desk.open("reports", report="sales", detail="by-category", period="this-year", show=True)
    studio.settle(0.4)


PEOPLE = (
    ("會員編號", "姓名", "英文名", "手機", "電郵", "生日", "備註"),
    ("M0001", "陳大文", "Chan Tai Man", "9123 4567", "taiman@example.hk", "12/3/1988", "VIP"),
    ("M0002", "李小明", "Lee Siu Ming", "9234 5678", "", "1/4/1990", ""),
    ("M0003", "黃美玲", "Wong Mei Ling", "6345 6789", "meiling@example.hk", "", "鎳敏感"),
    ("", "", "", "", "", "1/1/2000", ""),
)


def _importing(studio: Studio) -> Iterator[Scene]:
    for step, name in enumerate(("look", "columns", "try", "run"), start=1):
        yield f"imports-{name}", partial(importing, studio, step)


def importing(studio: Studio, steps: int) -> None:
    """A file of the old system, so many steps on."""
    path = studio.window.folder / "old system.csv"
    path.write_text("\n".join(",".join(row) for row in PEOPLE) + "\n", "big5hkscs")
    studio.window.desk.open("imports")
    studio.settle()
    page = studio.window.sheet.page()
    page.start_over()
    page.choose(path)
    studio.settle(0.4)
    for _ in range(steps - 1):
        page.go_on()
        studio.settle(0.5)
