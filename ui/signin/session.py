"""Who sits at the desk: ways in, switching, locking and leaving."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from ui.format import sentences
from ui.i18n import LANGUAGES, Language, later, t
from ui.i18n import language as spoken
from ui.shell.idle import IdleWatch
from ui.shell.preferences import Preferences
from ui.shell.screenlock import ScreenLock
from ui.signin.first import SignIn
from ui.signin.keeping import Keeping
from ui.signin.panel import Panel
from ui.signin.safekeeping import Safekeeping
from ui.signin.waysback import WaysBack
from ui.signin.waysnew import WaysNew

if TYPE_CHECKING:
    from pathlib import Path

    from jewelcrm.backup.model import Point
    from jewelcrm.context import Context
    from jewelcrm.settings import Value
    from ui.shell.desk import Desk
    from ui.shell.window import Window
    from ui.signin.gate import Gate
    from ui.signin.lock import Locked
    from ui.signin.recover import Recover

FIRST_PAGE = "today"
_LOOK_MS = 10_000  # whether a newer program has changed the store
_LISTEN_MS = 2_000  # after the first page is there


class Session(QObject):
    """Shows the right way in, seats people at the desk, locks it, and closes the store."""

    def __init__(self, desk: Desk, window: Window, gate: Gate) -> None:
        super().__init__(window)
        self.desk, self.window, self.gate = desk, window, gate
        self.idle = IdleWatch(self)
        self.idle.idle.connect(self.lock)
        self.idle.resting.connect(self._tidy)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self.look)
        self._look.start()
        self.screen = ScreenLock(self)
        self.screen.locked.connect(self.lock)
        self.keeping = Keeping(desk, self)
        self.safekeeping = Safekeeping(desk, self)
        self._ways_back, self._ways_new = WaysBack(self), WaysNew(self)
        self._tidied = False  # until something is written
        self._held: Context | None = None  # whose store stays open while the desk is locked
        self._sign_in: SignIn | None = None
        self._locked: Locked | None = None
        window.lock_wanted.connect(self.lock)
        window.person_wanted.connect(self.lock)
        window.left_wanted.connect(self.leave)
        window.pin_wanted.connect(self.ask_pin)
        window.password_wanted.connect(self.ask_password)
        window.closing.connect(self.close)
        window.farewell = self._farewell
        self.says_farewell = True
        desk.settled.connect(self._settled)
        desk.changed.connect(self._tidy_again)
        desk.signedIn.connect(self._tidy_again)
        desk.line.changed.connect(self._line_changed)
        desk.line.ended.connect(self._taken_off)
        desk.putBackWanted.connect(self._put_back)

    def begin(self) -> None:
        """The first thing on the screen."""
        if self.gate.taken_off():
            self.show_taken_off()
        elif self.gate.has_store():
            self.show_sign_in()
        else:
            self.show_founding()

    def show_sign_in(self) -> SignIn:
        """Name and password."""
        if self._sign_in is None:
            self._sign_in = SignIn(self.desk, self.gate)
            self.dress(self._sign_in)
            self._sign_in.entered.connect(self.seat)
            self._sign_in.lost.connect(self.show_lost)
        self.window.front(self._sign_in)
        self._sign_in.start()
        return self._sign_in

    def show_recovery(self) -> Recover:
        """The printed code."""
        return self._ways_back.show_recovery()

    def typed_login(self) -> str:
        """What stands in the box of the sign-in page."""
        return self._sign_in.login.text() if self._sign_in else ""

    def show_lost(self) -> None:
        """What is the matter, and the ways back."""
        self._ways_back.show_lost()

    def show_put_back(self) -> None:
        """A backup in the place of a store that is not there."""
        self._ways_back.show_put_back()

    def _put_back(self, point: Point, source: Path) -> None:
        """From the page Backups: out of the store, then the wizard."""
        ctx = self.desk.context()
        login, zone = ctx.staff.login, ctx.branch.time_zone
        self._close_store()
        self._ways_back.show_put_back(point, source, login, zone)

    def show_founding(self) -> None:
        """A new shop."""
        self._ways_new.show_founding()

    def show_joining(self) -> None:
        """This PC becomes one of a company's."""
        self._ways_new.show_joining()

    def dress(self, page: Panel) -> None:
        """Language and theme can be changed on every way in."""
        page.language_pressed.connect(self.window.next_language)
        page.theme_pressed.connect(self.window.next_theme)

    # Sitting down.

    def seat(self, ctx: Context) -> None:
        """Somebody is in: her pages, her language, her rights."""
        before, self._held = self._held, None
        same = before is not None and before.staff.id == ctx.staff.id
        sheet = self.window.make_sheet()
        if before is not None and not same:
            sheet.forget()
            self.window.curtain.clear()
        self.desk.seat(ctx)
        if not same and not self.window.likes.language:
            self._speak(ctx.staff.language)
        sheet.side.show_person(ctx)
        sheet.top.show_rights(self.desk)
        self.window.front(sheet)
        if same:
            self.window.curtain.open()
        else:
            self.desk.open(FIRST_PAGE)
            sheet.top.search.setFocus()
            self._warn(ctx)
        self.desk.read(self, _settings, self.apply_settings)
        self.idle.start()
        QTimer.singleShot(_LISTEN_MS, self, self._listen)

    def _listen(self) -> None:
        """The screen's lock is the desk's too; and head office is told of."""
        self.screen.listen(int(self.window.winId()))
        self._line_changed()
        if self.desk.ctx is not None:
            self.safekeeping.begin(self.desk.ctx)

    def _line_changed(self) -> None:
        """A store that has a head office is kept in step with it."""
        ctx = self.desk.ctx
        if ctx is not None and self.desk.line.enrolled and not self.desk.line.word:
            self.keeping.begin(ctx)

    def _speak(self, language: str | None) -> None:
        """Her own language, as long as nobody has chosen one on this computer."""
        if language:
            known = (one for one in LANGUAGES if one == language)
            fallback: Language = "en" if language.startswith("en") else "zh_HK"
            if (wanted := next(known, fallback)) != spoken():
                self.window.use_language(wanted, keep=False)

    def _warn(self, ctx: Context) -> None:
        if ctx.warnings:
            self.desk.toast(sentences(*map(later, ctx.warnings)), t("All right"))

    def apply_settings(self, settings: dict[str, Value]) -> None:
        """What the shop has set: when to lock, and how the scanner types."""
        self._defaults(settings)
        self.idle.minutes = float(settings["lock_minutes"])
        self.window.scanner.on = bool(settings["scanner_on"])
        self.window.scanner.gap_ms = int(settings["scanner_gap_ms"])

    def _defaults(self, settings: dict[str, Value]) -> None:
        """The shop's own look, as long as nobody has chosen another on this computer."""
        likes, plain = self.window.likes, Preferences()
        ctx = self.desk.ctx
        if not likes.language and ctx is not None and not ctx.staff.language:
            self._speak(str(settings["language"]))
        wanted = Preferences(theme=str(settings["theme"]), text_size=int(settings["text_size"]))
        unchosen = (likes.theme, likes.text_size) == (plain.theme, plain.text_size)
        if unchosen and wanted != plain:
            likes.text_size = wanted.text_size
            self.window.use_theme(wanted.mode(), keep=False)

    def _settled(self, _key: str, _value: object) -> None:
        self.desk.read(self, _settings, self.apply_settings, key="settings")

    def _tidy(self) -> None:
        """Keep the search index quick while nobody waits for it; a tenth of a second each time."""
        if self.desk.ctx is not None and not self._tidied and not self.desk.background.busy():
            self.desk.write(self, _tidy, self._tidy_on, _nothing)

    def _tidy_on(self, more: bool) -> None:  # noqa: FBT001 - an answer of the background
        self._tidied = not more

    def _tidy_again(self, _tables: object = None) -> None:
        self._tidied = False

    # Locking and leaving.

    def lock(self) -> None:
        """Hide everything; the store stays open for those who may go on."""
        ctx = self.desk.ctx
        if ctx is None:
            return
        from ui.signin.lock import Locked

        self.idle.stop()
        self._held = ctx
        self.window.curtain.draw()
        if self._locked is None:
            self._locked = Locked(self.desk, self.gate)
            self.dress(self._locked)
            self._locked.entered.connect(self.seat)
            self._locked.left.connect(self.leave)
        self.desk.seat(None)
        self.window.front(self._locked)
        gc.collect()  # nobody is looking: the one moment when it may take 100 ms
        self._locked.start(ctx)

    def leave(self) -> None:
        """Sign out: the store is closed, the next one needs the password."""
        self._close_store()
        self.show_sign_in()

    def _close_store(self) -> None:
        """Nobody is here any more; the store is closed before anything else is written."""
        ctx = self._clear_desk()
        stops = self._let_go()
        if ctx is not None:
            self.desk.background.ask(self, lambda: _closed(ctx, stops), _nothing, lane="write")

    def _let_go(self) -> list[Callable[[], None]]:
        return [self.safekeeping.let_go(), self.keeping.let_go()]

    def _clear_desk(self) -> Context | None:
        """Nobody is here any more; whose store is still open."""
        ctx = self.desk.ctx or self._held
        self._held = None
        self.idle.stop()
        self.window.curtain.draw()
        self.window.curtain.clear()
        if self.window.sheet is not None:
            self.window.sheet.forget()
        self.desk.seat(None)
        return ctx

    def _taken_off(self) -> None:
        """Head office has taken this PC off: its store is gone, nobody can stay."""
        self._clear_desk()
        for stop in self._let_go():
            self.desk.background.ask(self, stop, _nothing, lane="slow")
        self.show_taken_off()

    def look(self) -> None:
        """Once in a while: whether the store is still the one that this program knows."""
        if (ctx := self.desk.ctx or self._held) is not None:
            store = ctx.store
            self.desk.background.ask(
                self, store.is_outdated, self._looked, _nothing, key="outdated"
            )

    def _looked(self, outdated: bool) -> None:  # noqa: FBT001 - an answer of the background
        """A newer program was here: this one must not write into what it does not know."""
        if outdated and (self.desk.ctx or self._held) is not None:
            self.says_farewell = False  # no backup by the old program either
            self._close_store()
            self.show_outdated()

    def show_outdated(self) -> None:
        """Why nothing can be done here any more, and what to do."""
        from ui.signin.outdated import Outdated

        page = Outdated(self.desk)
        self.dress(page)
        page.over.connect(self.window.close)
        self.window.front(page)

    def show_taken_off(self) -> None:
        """Why there is nothing here any more, and the way back."""
        from ui.signin.takenoff import TakenOff

        page = TakenOff(self.desk)
        self.dress(page)
        page.again.connect(self.show_joining)
        page.alone.connect(self.show_founding)
        self.window.front(page)

    def _farewell(self) -> bool:
        """The window closes: whether the day's last backup is made first."""
        service, ctx = self.safekeeping.service, self.desk.ctx or self._held
        if not self.says_farewell or service is None or ctx is None or not self.safekeeping.changed:
            return False
        from ui.signin.farewell import Farewell

        self.says_farewell = False
        self._goodbye = Farewell(self.desk.background)
        self._goodbye.over.connect(self._end)
        self._goodbye.begin(service.at_close)
        return True

    def _end(self) -> None:
        self.window.close()
        QApplication.quit()  # no window was to be seen any more: Qt would wait for one to close

    def close(self) -> None:
        """The window closes: finish what is being written, then close the store."""
        ctx = self.desk.ctx or self._held
        self.desk.background.close()
        self.desk.seat(None)
        stops = self._let_go()
        if ctx is not None:
            _closed(ctx, stops)

    def ask_pin(self) -> None:
        """The person's own PIN."""
        from ui.signin.pin import SetPin

        self._ask(lambda: SetPin(self.desk, self.gate))

    def ask_password(self) -> None:
        """The person's own password."""
        from ui.signin.pin import ChangePassword

        self._ask(lambda: ChangePassword(self.desk, self.gate))

    def _ask(self, make: Callable[[], QDialog]) -> None:
        if self.desk.ctx is not None:
            make().open()


def _closed(ctx: Context, stops: list[Callable[[], None]]) -> None:
    for stop in stops:
        stop()
    ctx.store.close()


def _tidy(ctx: Context) -> bool:
    from jewelcrm.search.commands import tidy

    more = tidy(ctx)
    ctx.store.reserve.keep()
    ctx.store.rest()
    return more


def _nothing(_answer: object) -> None:
    return


def _settings(ctx: Context) -> dict[str, Value]:
    from jewelcrm.settings import everything

    return everything(ctx)
