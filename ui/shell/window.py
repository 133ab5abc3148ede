"""The window: the ways in, the locked desk and the sheet, one of them in front."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui import dress, i18n, theme
from ui.i18n import t
from ui.pages import DEEDS, PAGES, Deed, load, loaded, show_dialog, taken_along
from ui.scanner import Scanner
from ui.shell import preferences
from ui.shell.curtain import Curtain
from ui.shell.desk import Away
from ui.shell.keys import LANGUAGE_KEY, THEME_KEY, bind_keys
from ui.shell.screens import Screens
from ui.shell.speaking import Speaking
from ui.shell.words import words_for

if TYPE_CHECKING:
    from pathlib import Path

    from ui.shell.desk import Desk
    from ui.shell.sheet import Sheet
    from ui.shell.toasts import Toast
    from ui.shell.tray import Tray

_SMALLEST = QSize(900, 560)
_USUAL = QSize(1440, 900)
_TITLE_BAR = QSize(0, 32)


class Window(QWidget):
    """Everything on screen. Who may sit down is the session's business (ui/shell/session.py)."""

    lock_wanted = Signal()
    person_wanted = Signal()
    pin_wanted = Signal()
    password_wanted = Signal()
    left_wanted = Signal()
    closing = Signal()

    def __init__(self, desk: Desk, folder: Path, likes: preferences.Preferences) -> None:
        super().__init__()
        self.desk, self.folder, self.likes = desk, folder, likes
        self.setObjectName("root")
        self.setAutoFillBackground(True)  # the palette's; who lies inside wears the style sheet
        self.setWindowTitle("JewelCRM")
        self.setMinimumSize(_SMALLEST)
        self.resize(self._usual_size())
        self.stack = QStackedWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)
        self.sheet: Sheet | None = None
        self.tray: Tray | None = None
        self.screens = Screens(self)
        self.scanner = Scanner(self)
        self.curtain = Curtain()
        self._speaking = Speaking(self, self._said)
        self.farewell: Callable[[], bool] = lambda: False  # True: something is done first
        desk.attach(self)
        desk.languageWanted.connect(self.next_language)
        desk.themeWanted.connect(self.next_theme)
        desk.lockWanted.connect(self.lock_wanted)
        desk.locked.connect(self._hush)
        self._keys()

    def _keys(self) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "Ctrl+K": self.palette_open,
            "Ctrl+F": self.search_focus,
            "F5": self.refresh,
            "F1": self.help_open,
            "Ctrl+L": self.lock_wanted.emit,
            LANGUAGE_KEY: self.next_language,
            THEME_KEY: self.next_theme,
        }
        for number, page in enumerate(PAGES[:10], start=1):
            deeds[f"Ctrl+{number % 10}"] = _later(self._open_page, page.name, page.right)
        for deed in DEEDS:
            if deed.keys:
                deeds[deed.keys] = _later(self._begin, deed)
        bind_keys(self, deeds)

    def make_sheet(self) -> Sheet:
        """The sheet, made when somebody first signs in."""
        if self.sheet is None:
            from ui.shell.sheet import Sheet

            self.sheet = sheet = Sheet(self.desk, self)
            self.stack.addWidget(sheet)
            sheet.top.language_pressed.connect(self.next_language)
            sheet.top.theme_pressed.connect(self.next_theme)
            sheet.top.help_pressed.connect(self.help_open)
            sheet.top.new_pressed.connect(_later(self.desk.open, "customers.add"))
            sheet.side.person_pressed.connect(self.person_menu)
            sheet.side.lock_pressed.connect(self.lock_wanted)
            self.scanner.scanned.connect(self._scanned)
            self.desk.noCode.connect(self.scanner.give_back)
        return self.sheet

    def show_count(self, page: str, count: int) -> None:
        """So many things wait on a page."""
        if self.sheet is not None:
            self.sheet.side.show_count(page, count)

    def prepared(self, pages: Sequence[str]) -> Generator[None, None, None]:
        """Make the sheet and its first pages while the person types her password."""
        sheet = self.make_sheet()
        yield
        yield from sheet.prepared(pages)

    def front(self, page: QWidget) -> None:
        """Bring a way in, the locked desk or the sheet to the front."""
        if self.stack.indexOf(page) < 0:
            dress.wear(page)
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        if page is self.sheet:
            self.scanner.listen()

    def at_desk(self) -> bool:
        """Whether the sheet is in front: somebody is signed in and nothing is locked."""
        return self.sheet is not None and self.stack.currentWidget() is self.sheet

    # What the desk asks for.

    def open(self, page: str, where: dict[str, object]) -> None:
        """A page or a dialog, by name."""
        if self.sheet is None or not self.at_desk():
            return
        i18n.go_on()  # what comes into sight has learnt the language
        try:
            if "." in page:
                self._dialog(page, where)
            else:
                self.sheet.open(page, where)
        except Exception as error:  # noqa: BLE001 - told in words; the rest of the window goes on
            self.fail(error, None)

    def _dialog(self, name: str, where: dict[str, object]) -> None:
        """Its code is loaded off the UI thread first; the last one asked for is shown."""
        if loaded(name):
            show_dialog(self.desk, name, where)
            return

        def show(_nothing: None) -> None:
            if self.at_desk():
                show_dialog(self.desk, name, where)

        self.desk.background.ask(self, lambda: load(name), show, self.desk.fail, key="dialog")

    def _open_page(self, page: str, right: str) -> None:
        if self.at_desk() and (not right or self.desk.allows(right)):
            self.open(page, {})

    def _begin(self, deed: Deed) -> None:
        """A deed begun by its key goes on with what lies open."""
        if self.at_desk() and (not deed.right or self.desk.allows(deed.right)):
            self.open(deed.opens, taken_along(deed, self.subject()))

    def subject(self) -> dict[str, object]:
        """Ids of what lies open on the page in front."""
        page = self.sheet.front() if self.sheet is not None and self.at_desk() else None
        return page.subject() if page is not None else {}

    @cached_property
    def _toast(self) -> Toast:
        from ui.shell.toasts import Toast

        made = Toast(self)
        dress.wear(made)
        return made

    def toast(self, text: str, action: str, then: Callable[[], None] | None) -> None:
        """Say something in passing."""
        self._toast.tell(text, action, then)

    def _hush(self) -> None:
        """What was said to the person who leaves, and what it offers to undo, goes with her."""
        if "_toast" in self.__dict__:
            self._toast.hide()

    def fail(self, error: BaseException, where: QWidget | None) -> None:
        """Words for what can be mended; a fault of ours is logged too, and the report shown."""
        from ui.shell.trouble import log_fault

        if not self.tell(error, where):
            log_fault(error)

    def tell(self, error: BaseException, where: QWidget | None) -> bool:
        """Say it on the screen; False when it was a fault of ours."""
        if isinstance(error, Away):
            return True
        said = words_for(error) if isinstance(error, Exception) else None
        if said is not None:
            self._toast.tell(said.text)
            return True
        from ui.shell.fault import show_fault

        show_fault(error, where or self)
        return False

    def _usual_size(self) -> QSize:
        """The first time it opens: all of it on the screen."""
        room = self.screen().availableSize() - _TITLE_BAR
        return _USUAL.boundedTo(room).expandedTo(_SMALLEST)

    def dialog_parent(self) -> QWidget:
        """Dialogs lie over the window, or over the dialog that is open."""
        return QApplication.activeModalWidget() or self

    # Keys and buttons.

    def palette_open(self) -> None:
        """Ctrl+K."""
        from ui.shell.palette import Palette

        if self.at_desk():
            Palette(self.desk, self.dialog_parent()).open()

    def search_focus(self) -> None:
        """Ctrl+F."""
        if self.sheet is not None and self.at_desk():
            self.sheet.top.search.setFocus()
            self.sheet.top.search.selectAll()

    def refresh(self) -> None:
        """F5."""
        if self.sheet is not None and self.at_desk():
            self.sheet.refresh()

    def help_open(self) -> None:
        """F1: the help of what is in front."""
        if self.sheet is not None and self.at_desk():
            page = self.sheet.front()
            named = (page.help or page.name) if page is not None else ""
        else:
            named = str(getattr(self.stack.currentWidget(), "help", ""))
        self.desk.helpWanted.emit(named or "signin")

    def person_menu(self) -> None:
        """Beside the side bar: what the person can do about being here."""
        assert self.sheet is not None
        menu = QMenu(self)
        dress.wear(menu)
        for words, wanted in (
            (t("Another person…"), self.person_wanted),
            (t("Set your PIN…"), self.pin_wanted),
            (t("Change your password…"), self.password_wanted),
            (t("Lock"), self.lock_wanted),
            (t("Sign out"), self.left_wanted),
        ):
            menu.addAction(words).triggered.connect(_later(wanted.emit))
        tag = self.sheet.side.person
        corner = tag.mapToGlobal(tag.rect().bottomRight())
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))

    def _scanned(self, text: str) -> None:
        """A dialog that can use the number gets it; else it is looked up."""
        heard = getattr(QApplication.activeModalWidget(), "scanned", None)
        if heard is not None:
            heard(text)
        elif self.at_desk():
            from ui.shell.scanned import look_up

            look_up(self.desk, text)

    # Language and theme.

    def next_language(self) -> None:
        """The next language; what is typed stays."""
        self.use_language(i18n.next_language())

    def use_language(self, wanted: i18n.Language, *, keep: bool = True) -> None:
        """Switch and remember."""
        if keep:
            self.likes.language = wanted
        self._speaking.use(wanted, self.save_likes if keep else None)

    def _said(self) -> None:
        if self.sheet is not None:
            self.sheet.side.renamed()
        self.desk.languageChanged.emit()

    def next_theme(self) -> None:
        """Dark when it is light, and the other way."""
        self.use_theme("light" if theme.is_dark() else "dark")

    def use_theme(self, mode: theme.Mode, *, keep: bool = True) -> None:
        """Dress the window and remember."""
        self.likes.theme = mode
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, mode, self.likes.scale())
        dress.change()
        self.desk.themeChanged.emit()
        if keep:
            self.save_likes()

    def follow_system(self) -> None:
        """The desktop turned dark or light."""
        if self.likes.mode() == "system":
            self.use_theme("system", keep=False)

    def use_text_size(self, percent: int) -> None:
        """Larger or smaller letters, at once."""
        self.likes.text_size = percent
        self.use_theme(self.likes.mode())

    def save_likes(self) -> None:
        """Keep what was chosen, and where the window stands."""
        self.likes.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        preferences.save(self.folder, self.likes)

    def stand(self) -> None:
        """Where it stood last time, if that screen is still there."""
        if self.likes.geometry:
            self.restoreGeometry(QByteArray.fromBase64(self.likes.geometry.encode()))

    def show_tray(self) -> None:
        """The light beside the computer's clock."""
        from ui.shell.tray import Tray

        if self.tray is None:
            self.tray = Tray(self)
        self.tray.show()

    def come_forward(self) -> None:
        """A second start on the same store: show this one instead."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.save_likes()
        if self.farewell():
            event.ignore()
            self.hide()
            return
        self.closing.emit()
        super().closeEvent(event)


def _later(deed: Callable[..., object], *values: object) -> Callable[..., None]:
    """A slot that ignores what the signal brings."""
    return lambda *_brought: (deed(*values), None)[1]
