"""`make shots`: photographs of every page, both themes, both languages, two sizes.

The real window over a demo store, without a screen but with the real fonts. Pictures go to
build/shots/<page>-<size>-<theme>-<language>.png. Each size runs in a process of its own, because
Qt reads its scale only once.

    python -m tests.shots                    # everything
    python -m tests.shots --only orders today --theme dark --lang zh_HK --size 1440x900
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.shots_faults import told, tried

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from ui.shell.window import Window
    from ui.signin.session import Session

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "build" / "shots"
STORE = ROOT / "build" / "shots-store"
CUSTOMERS = 1_500
SIZES = {
    "1440x900": (1440, 900, "1"),
    "1280x720@150": (1280, 720, "1.5"),  # 1920x1080 pixels at 150 %
    "900x560": (900, 560, "1"),  # the smallest the window gets; only when asked for
}
USUAL = tuple(SIZES)[:2]
THEMES = ("light", "dark")
LANGUAGES = ("en", "zh_HK")
SETTINGS = ("looks", "shop", "safety", "scanner", "receipts", "asking", "rules", "people", "about")
_TURNS = 30  # of the event loop without anything under way, before a picture is taken
DIALOGS = ("customers.add", "orders.add", "payments.take", "followups.add", "products.add")


@dataclass
class Studio:
    """The window, and how to wait until it has settled."""

    app: QApplication
    window: Window
    session: Session
    goodbye: QWidget | None = None  # the box of the window that closes

    def settle(self, least: float = 0.25, most: float = 40.0) -> None:
        """Until nothing is on its way any more."""
        from PySide6.QtCore import QEvent

        started = calm = time.monotonic()
        turns = 0  # a machine under load lets a second pass between two of them
        while time.monotonic() - started < most:
            self.app.processEvents()
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no loop runs to do it
            turns += 1
            if self.window.desk.background.busy() or self.filling():
                calm, turns = time.monotonic(), 0
            if turns > _TURNS and time.monotonic() - calm > least:
                return
            time.sleep(0.005)

    def filling(self) -> bool:
        """Whether a list is still being made, a few rows at a time."""
        from ui import dress
        from ui.customers.filling import busy

        sheet = self.window.sheet
        return busy() or dress.busy() or (sheet is not None and sheet.busy())

    def photograph(self, path: Path) -> None:
        """The window with what lies over it."""
        from PySide6.QtCore import QPoint
        from PySide6.QtGui import QColor, QPainter

        self.settle(0.5)  # some lists fill a few rows at a time
        picture = self.window.grab()
        for dialog in self.dialogs():
            painter = QPainter(picture)
            painter.fillRect(self.window.rect(), QColor(0, 0, 0, 90))
            at = (self.window.rect().center() - dialog.rect().center()) * 1
            painter.drawPixmap(QPoint(max(0, at.x()), max(0, at.y())), dialog.grab())
            painter.end()
        for menu in self.menus():
            painter = QPainter(picture)
            painter.drawPixmap(self.window.mapFromGlobal(menu.pos()), menu.grab())
            painter.end()
        path.parent.mkdir(parents=True, exist_ok=True)
        picture.save(str(path))

    def dialogs(self) -> list:
        """What is open over the window, the topmost last."""
        from PySide6.QtWidgets import QDialog

        return self._standing(QDialog)

    def menus(self) -> list:
        """Menus that are open."""
        from PySide6.QtWidgets import QMenu

        return self._standing(QMenu)

    def _standing(self, kind: type[QWidget]) -> list:
        """Those that are seen, in the order they were first shown, which Qt's widgets have not."""
        shown = self.app.topLevelWindows()
        found = [one for one in self.app.topLevelWidgets() if isinstance(one, kind)]
        return sorted(
            (one for one in found if one.isVisible()),
            key=lambda one: shown.index(one.windowHandle()),
        )

    def close_dialogs(self) -> None:
        """Nothing over the window."""
        for dialog in reversed(self.dialogs() + self.menus()):
            dialog.close()
            dialog.deleteLater()
        if self.goodbye is not None:
            self.goodbye.deleteLater()
            self.goodbye = None
        self.window._toast.hide()
        if self.window.sheet is not None:
            self.window.sheet.top.search.clear()
        self.settle(0.05)


def scenes(studio: Studio) -> Iterator[tuple[str, Callable[[], None]]]:
    """Name of a picture, and how to get there."""
    from tests import shots_backup, shots_counter, shots_deeds, shots_reports
    from ui.pages import PAGES, _room

    window, desk = studio.window, studio.window.desk
    for page in PAGES:
        if (ROOT / "ui" / _room(page.name) / "page.py").exists():
            yield page.name, lambda name=page.name: desk.open(name)
    for part in SETTINGS[1:]:
        yield f"settings-{part}", lambda key=part: desk.open("settings", part=key)
    for name in DIALOGS:
        room, verb = name.split(".")
        if (ROOT / "ui" / _room(room) / f"{verb}.py").exists():
            yield name.replace(".", "-"), lambda deed=name: over_its_page(studio, deed)
    yield from shots_counter.scenes(studio)
    yield from shots_deeds.scenes(studio)
    yield from shots_backup.scenes(studio)
    yield from shots_reports.scenes(studio)
    yield "palette", window.palette_open
    yield "search", lambda: search(studio, "chan")
    yield "help", window.help_open


def over_its_page(studio: Studio, deed: str) -> None:
    """A dialog, with the page behind it that it belongs to."""
    desk = studio.window.desk
    desk.open(deed.split(".", maxsplit=1)[0])
    studio.settle()
    desk.open(deed)


def search(studio: Studio, text: str) -> None:
    """Type into the search box."""
    box = studio.window.sheet.top.search
    studio.window.desk.open("today")
    studio.app.setActiveWindow(studio.window)
    studio.settle(0.05)
    studio.window.search_focus()
    studio.settle(0.05)
    box.setText(text)
    for _ in range(2):  # the page behind it may still have taken the focus the first time
        box.setFocus()
        box.finder.ask()
        studio.settle(0.1)


def ways_in(studio: Studio) -> Iterator[tuple[str, Callable[[], None]]]:
    """Pages before anybody is at the desk."""
    from ui.signin.demo import credentials

    yield "signin", lambda: studio.session.show_sign_in().show_demo(*credentials(STORE))
    yield "recovery", studio.session.show_recovery
    from tests import shots_backup

    yield from shots_backup.ways_in(studio)
    yield "signin-wrong", lambda: wrong_password(studio)


def wrong_password(studio: Studio) -> None:
    """Not the right one."""
    from db.errors import WrongKey

    page = studio.session.show_sign_in()
    page.demo.hide()
    page.failed(WrongKey("no"))


def store() -> Path:
    """Today's demo store, made once a day."""
    from db.shop import osring
    from ui.signin.demo import make_demo

    osring.find = lambda: None  # a picture must not need anybody's keyring
    stamp = STORE / f"made-{dt.date.today().isoformat()}"  # noqa: DTZ011 - a stamp of this machine
    if not stamp.exists():
        shutil.rmtree(STORE, ignore_errors=True)
        print("making a demo store…", flush=True)
        make_demo(STORE, lambda _done, _total=0, _text="": None, CUSTOMERS)
        stamp.touch()
    return STORE


def open_studio(width: int, height: int, folder: Path) -> Studio:
    """The window before sign-in."""
    from ui import app as program

    (folder / "window.json").unlink(missing_ok=True)
    args = argparse.Namespace(lang="en", theme="light", demo=True, quit=None)
    app = program._application()
    window, session = program.build(app, folder, args)
    window.resize(width, height)
    window.show()
    studio = Studio(app, window, session)
    session.begin()
    studio.settle()
    return studio


def enter(studio: Studio) -> None:
    """Sign in as the demo shop's administrator."""
    from ui.signin.demo import credentials

    page = studio.session.show_sign_in()
    page.show_demo(*credentials(STORE))
    page.sign_in()
    studio.settle(0.4)
    if not studio.window.at_desk():
        raise SystemExit(f"could not sign in: {page.wrong.text()}")
    studio.close_dialogs()  # what sign-in had to say
    studio.session.idle.stop()


def series(studio: Studio, size: str, found: Iterator, args: argparse.Namespace) -> None:
    """Each scene in each theme and language."""
    for name, go in found:
        if args.only and not any(name == one or fits(name, one) for one in args.only):
            continue
        for language in args.lang:
            for theme in args.theme:
                if args.quick and (theme == "light") != (language == "en"):
                    continue
                studio.window.use_language(language, keep=False)
                studio.window.use_theme(theme, keep=False)
                picture = OUT / f"{name}-{size}-{theme}-{language}.png"
                tried(picture.stem, lambda go=go, to=picture: (go(), studio.photograph(to)))
                studio.close_dialogs()
        print(f"  {name}", flush=True)


def fits(name: str, wanted: str) -> bool:
    """`office*` is every picture whose name begins so."""
    return wanted.endswith("*") and name.startswith(wanted[:-1])


def take(size: str, args: argparse.Namespace) -> None:
    """All pictures of one size, in this process."""
    width, height, _ = SIZES[size]
    studio = open_studio(width, height, store())
    print(f"{size}:", flush=True)
    series(studio, size, ways_in(studio), args)
    enter(studio)
    series(studio, size, scenes(studio), args)
    series(studio, size, iter([("locked", studio.session.lock)]), args)
    studio.window.close()
    of_a_new_shop(width, height, size, args)
    of_a_company(width, height, size, args)


def of_a_new_shop(width: int, height: int, size: str, args: argparse.Namespace) -> None:
    """A computer without a store, and a shop in which nobody has bought anything."""
    from tests import shots_new

    studio = open_studio(width, height, shots_new.no_store(store()))
    series(studio, size, shots_new.ways_in(studio), args)
    studio.window.close()
    studio = open_studio(width, height, shots_new.new_store(store()))
    enter(studio)
    series(studio, size, shots_new.scenes(studio), args)
    studio.window.close()


def of_a_company(width: int, height: int, size: str, args: argparse.Namespace) -> None:
    """The same shop as a branch of a company, in a store of its own."""
    from tests import shots_office

    if args.only and not any(name.startswith(("office", "join", "taken")) for name in args.only):
        return
    studio = open_studio(width, height, shots_office.copied(store()))
    ways = [("joining", studio.session.show_joining), ("taken-off", studio.session.show_taken_off)]
    series(studio, size, iter(ways), args)
    enter(studio)
    series(studio, size, shots_office.scenes(studio), args)
    studio.window.close()


def main() -> int:
    """One process for each size."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument(
        "--only", nargs="*", default=[], help="names of pictures, office* for several"
    )
    parser.add_argument("--theme", nargs="*", default=list(THEMES), choices=THEMES)
    parser.add_argument("--lang", nargs="*", default=list(LANGUAGES), choices=LANGUAGES)
    parser.add_argument("--size", nargs="*", default=list(USUAL), choices=SIZES)
    parser.add_argument(
        "--quick", action="store_true", help="only light in English and dark in Chinese"
    )
    parser.add_argument("--here", choices=SIZES, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.here:
        tried(args.here, lambda: take(args.here, args))
        return told()
    went_wrong = False
    for size in args.size:
        environment = {
            **os.environ,
            "QT_SCALE_FACTOR": SIZES[size][2],
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "LANG": "C.UTF-8",
            "PYTHONFAULTHANDLER": "1",  # a crash says where
        }
        command = [sys.executable, "-m", "tests.shots", "--here", size, *sys.argv[1:]]
        ended = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        if ended:
            print(f"{size} went wrong (exit {ended})", file=sys.stderr)
        went_wrong |= bool(ended)
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT.relative_to(ROOT)}")
    return 1 if went_wrong else 0


if __name__ == "__main__":
    sys.exit(main())
