"""The program `jewelcrm`: reads its command line, makes the window and everything behind it.

This is the only place that knows every floor. Before the first paint nothing but QtCore, QtGui
and QtWidgets is loaded: the store's libraries come while the sign-in page is already there.
"""

from __future__ import annotations

import builtins
import gc
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from jewelcrm.ending import end
from ui.screen import why_no_window

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from ui.shell.window import Window
    from ui.signin.session import Session

_HAND_OVER = 0.0002  # seconds of Python on another thread before the window's has its turn
_GC_SECONDS = 1
_GC_ROUNDS = 60  # of the small collections, before a whole one is worth its while
_QT = [*sys.argv[:1], "-style", "fusion"]  # looks the same everywhere; `ui.theme` colours it
_PLAIN_IMPORT = builtins.__import__  # as it is before Qt comes
_SOON = (  # in the order of need: the key is made while the others load
    "jewelcrm.access.opening",
    "jewelcrm.log",
    "jewelcrm.access.signin",
    "db.sealing",
    "cryptography.hazmat.backends.openssl.backend",  # which it asks for at its first box
    "jewelcrm.settings",
    "ui.shell.sheet",
    "ui.shell.toasts",
    "ui.customers.page",
)
_WHEN_IDLE = (
    "ui.today.page",
    "jewelcrm.customers.queries.cards",
    "ui.customers.card.overview",
    "jewelcrm.followups.commands",
    "jewelcrm.people.queries",
    "ui.orders.page",
    "ui.orders.add",
    "ui.payments.page",
    "jewelcrm.payments.printing",  # brings the PDF writer along
    "jewelcrm.imports.queries",
    "ui.followups.page",
    "ui.catalogue.page",
    "ui.imports.page",
    "ui.settings.page",
    "ui.sync.page",
    "ui.customers.add",
    "ui.payments.take",
    "ui.followups.add",
)
_LIST = "customers"  # the page that is opened most
_TRAY_MS = 2_500  # the light beside the clock can wait
_PAUSE_MS = 4  # between two steps of making what she will see first
_LOOK_MS = 40  # how often it is asked whether nobody waits for anything
_BUSY_MS = 250  # and when somebody did


def parser() -> ArgumentParser:
    """The command line."""
    made = ArgumentParser(
        prog="jewelcrm",
        description="Customers, orders, payments and reminders of a jewellery shop.",
        epilog="Without options the shop's store of this computer is opened. "
        "To try the program without a shop: jewelcrm --demo",
    )
    made.add_argument("--data", type=Path, metavar="DIR", help="folder of the store")
    made.add_argument("--demo", action="store_true", help="open a store of made-up customers")
    made.add_argument("--lang", choices=("en", "zh_HK", "zh_CN"), help="language of the window")
    made.add_argument("--theme", choices=("light", "dark", "system"), help="how it looks")
    made.add_argument("--version", action="store_true", help="print the version and stop")
    made.add_argument(
        "--smoke",
        action="store_true",
        help="try the installed program once, in a store of its own without a screen, and stop",
    )
    made.add_argument(
        "--quit",
        nargs=2,
        metavar=("SECONDS", "PICTURE"),
        help="close after SECONDS and keep a PICTURE of the window (for smoke tests)",
    )
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window. 0: closed by the person; 1: it could not be opened."""
    args = parser().parse_args(argv)
    if args.version:
        return _print_version()
    if args.smoke:
        from ui import smoke

        smoke.prepare()
        return smoke.smoke(_application)
    if (reason := why_no_window()) is not None:
        print(reason, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 1
    return _run(args)


def _print_version() -> int:
    from ui.shell.trouble import version

    print(f"jewelcrm {version()}")  # noqa: T201 - asked for
    return 0


def data_folder(args: Namespace) -> Path:
    """The folder of the store: as told, of the demo, or the person's own."""
    from jewelcrm.paths import default_data, demo_data

    if args.data is not None:
        return Path(args.data).expanduser().absolute()
    return demo_data() if args.demo else default_data()


def _run(args: Namespace) -> int:
    from ui.single import Single

    app = _application()
    folder = data_folder(args)
    single = Single(folder)
    if not single.has_turn():
        return 0
    window, session = build(app, folder, args)
    single.on_call(window.come_forward)
    window.show()
    _after_first_paint(args, window, session)
    code = app.exec()
    single.release()
    return code


def _application() -> QApplication:
    gc.disable()  # until there is a timer for it: importing alone would call it a hundred times
    # Qt asks Python dozens of times to lay out and paint a page, and each time another thread may
    # keep the lock for so long: at Python's own 5 ms a long report alone stalls the window.
    sys.setswitchinterval(_HAND_OVER)
    from PySide6.QtWidgets import QApplication

    # PySide's own import reads the source of every module that is loaded, in search of a feature
    # nobody here uses: a fifth of the time that the store's libraries take to load.
    builtins.__import__ = _PLAIN_IMPORT
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(_QT)
    app.setApplicationName("JewelCRM")
    app.setDesktopFileName("org.jewelcrm.JewelCRM")
    return app


def build(app: QApplication, folder: Path, args: Namespace) -> tuple[Window, Session]:
    """The window and the session behind it, dressed and speaking, not yet shown."""
    from ui import i18n, theme
    from ui.reports.preparer import Preparer
    from ui.shell import finding, preferences
    from ui.shell.desk import Desk
    from ui.shell.trouble import Watch, watch_crashes
    from ui.shell.window import Window
    from ui.signin.gate import StoreGate
    from ui.signin.session import Session

    watch_crashes(folder)
    likes = preferences.load(folder)
    likes.theme = args.theme or likes.theme
    likes.language = args.lang or likes.language
    # Before any widget: fonts set later do not reach those the style sheet has touched.
    theme.apply(app, likes.mode(), likes.scale())
    i18n.use(likes.spoken(i18n.guess()))
    desk = Desk()
    window = Window(desk, folder, likes)
    window.setWindowIcon(_icon())
    window.stand()
    watch = Watch(lambda error: window.tell(error, None))
    watch.setParent(window)
    watch.start()
    app.styleHints().colorSchemeChanged.connect(window.follow_system)
    desk.helpWanted.connect(lambda page: _open_help(window, page))
    finding.DETAILS["order"] = _order_in_words
    Preparer(desk, window.show_count, window)
    gate = StoreGate(folder)
    window.closing.connect(gate.leave)  # before the session, which waits for what is under way
    return window, Session(desk, window, gate)


def _open_help(window: Window, page: str) -> None:
    from ui.help.viewer import open_help

    open_help(window.dialog_parent(), page)


def _order_in_words(detail: str) -> str:
    from ui.orders.words import kind_word, stage_word

    kind, _, stage = detail.partition("/")
    return f"{kind_word(kind)}  ·  {stage_word(stage)}"


def _icon() -> QIcon:
    from PySide6.QtGui import QIcon

    from resources.find import find

    icon = QIcon()
    for size in (16, 32, 64, 256):
        icon.addFile(str(find(f"icons/jewelcrm-{size}.png")))
    return icon


def _after_first_paint(args: Namespace, window: Window, session: Session) -> None:
    """What can wait until something is on the screen."""
    from PySide6.QtCore import QTimer

    from db.memory import keep_large_blocks_apart, share_one_heap

    share_one_heap()
    keep_large_blocks_apart()
    if args.demo:
        from ui.signin.demo import begin_demo

        begin_demo(session)
    else:
        session.begin()
    QTimer.singleShot(0, lambda: _preload(window))
    QTimer.singleShot(_TRAY_MS, window, window.show_tray)
    session.idle.resting.connect(_collect_at_rest)
    if args.quit:
        from ui.smoke import quit_after

        quit_after(window, float(args.quit[0]), Path(args.quit[1]))


def _preload(window: Window) -> None:
    """Load the store's libraries while the person types her name (600 ms of a slow PC)."""
    from PySide6.QtCore import QTimer

    _import_late(window, _SOON, lambda: _prepare(window, _LIST))
    more = iter(_WHEN_IDLE)
    idle = QTimer(window)
    idle.setInterval(_LOOK_MS)
    idle.timeout.connect(lambda: _import_when_idle(window, more, idle))
    idle.start()


def _import_when_idle(window: Window, more: Iterator[str], idle: QTimer) -> None:
    """One at a time, so that a sign-in never waits behind what only a later page needs."""
    from ui.signin.session import FIRST_PAGE

    busy = window.desk.background.busy() or (window.sheet is not None and window.sheet.busy())
    idle.setInterval(_BUSY_MS if busy else _LOOK_MS)
    if busy:
        return
    name = next(more, None)
    if name is None:
        idle.stop()
        _last_of_all(window)
    else:
        first = name == _WHEN_IDLE[0]
        _import_late(window, (name,), lambda: _prepare(window, FIRST_PAGE) if first else None)


def _last_of_all(window: Window) -> None:
    """Everything is loaded; the other language's words too, so that a switch does not read them."""
    from ui import i18n

    window.desk.background.ask(
        window, i18n.learn, lambda _nothing: _collect_when_idle(window), _ignore, lane="slow"
    )


def _prepare(window: Window, page: str) -> None:
    """Then make what she will see first, between her keys or while the store is being opened."""
    from PySide6.QtCore import QTimer

    steps = window.prepared((page,))
    pause = QTimer(window)
    pause.setInterval(_PAUSE_MS)

    def step() -> None:
        if window.desk.ctx is not None or next(steps, steps) is steps:
            steps.close()
            pause.stop()
            pause.deleteLater()

    pause.timeout.connect(step)
    pause.start()


def _import_late(window: Window, names: Sequence[str], then: Callable[[], None]) -> None:
    def work() -> None:
        for name in names:
            import_module(name)

    window.desk.background.ask(window, work, lambda _nothing: then(), _ignore, lane="slow")


def _ignore(_error: Exception) -> None:
    return  # whoever needs it will say so


def _collect_when_idle(window: Window) -> None:
    """Python's collector only on the UI thread: what is young every second, the rest at rest.

    In a worker thread it would take Qt objects down with it, and stall the window for 100 ms; and
    while libraries load it would look through each of them, 50 ms at a time, and find nothing.
    """
    from PySide6.QtCore import QTimer

    gc.freeze()  # what is there by now stays: nothing of it need ever be looked at again
    timer = QTimer(window)
    timer.setInterval(_GC_SECONDS * 1000)
    timer.timeout.connect(lambda: gc.collect(0))
    timer.start()


def _collect_at_rest() -> None:
    """Nobody has touched anything for a while: the moment for what takes 100 ms."""
    if gc.get_count()[1] >= _GC_ROUNDS:
        gc.collect()


def start() -> NoReturn:
    """The program's whole process."""
    end(main)


if __name__ == "__main__":
    start()
