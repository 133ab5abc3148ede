"""The locked desk: who goes on? PIN or password; what was on the screen stays hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QToolButton, QWidget

from ui import icons, theme
from ui.format import names
from ui.i18n import N_, bind, say, t
from ui.signin.panel import Panel
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.cells import CENTRE
from ui.widgets.face import face_colors, initial
from ui.widgets.fields import Field, secret
from ui.widgets.flow import FlowLayout
from ui.widgets.frames import Row
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from ui.shell.desk import Desk
    from ui.signin.gate import Colleague, Gate

_FACE = 44


class Locked(Panel):
    """Colleagues to choose from, and one box for the PIN or the password."""

    help = "signin#PIN and switching persons"
    entered = Signal(object)
    left = Signal()  # sign out altogether: the store is closed

    def __init__(self, desk: Desk, gate: Gate) -> None:
        super().__init__(desk, width=520)
        self.gate = gate
        self._ctx: Context | None = None
        self._chosen: Colleague | None = None
        self._group = QButtonGroup(self)
        self.login = Field("Log-in name", QLineEdit(), name="login", example="mei.chan")
        self.login.hide()
        self.faces = QWidget()
        self._flow = FlowLayout(self.faces, spacing=8)
        self.key = Field("PIN", secret(), name="pin")
        self.button = PrimaryButton("Go on", "lock-open", self.go_on)
        self.other = LinkButton("Use the password", pressed=self._swap)
        self.out = LinkButton("Sign out", pressed=self.left.emit)
        self._with_pin, self._shut = True, False
        for part in (
            Label("Locked", "title"),
            Label("Who goes on?", "muted"),
            self.faces,
            self.login,
            self.key,
        ):
            self.box.addWidget(part)
        self.foot()
        self.box.addLayout(Row(self.out, self.other, None, self.button))
        for field in (self.login, self.key):
            field.input.returnPressed.connect(self.go_on)  # type: ignore[attr-defined]
        desk.line.changed.connect(self._look_again)

    def start(self, ctx: Context) -> None:
        """Locked: offer those who work here, the last one first."""
        self._ctx, self._shut = ctx, False
        self.begin_again()
        self.key.set_text("")
        self.login.set_text("")
        self.desk.background.ask(
            self, lambda: self.gate.colleagues(ctx), self._offer, self._offer_her, key="who"
        )

    def _offer(self, people: list[Colleague]) -> None:
        assert self._ctx is not None
        mine = self._ctx.staff.login
        self._clear()
        for colleague in sorted(people, key=lambda p: p.login != mine):
            self._flow.addWidget(self._face(colleague))
        if self.desk.line.enrolled:  # head office lets in who has no way in here yet
            self._flow.addWidget(self._somebody_else())
        if people:
            first = min(people, key=lambda p: p.login != mine)
            self._choose(first)
            self._group.buttons()[0].setChecked(True)

    def _offer_her(self, error: Exception) -> None:
        """The list is closed (off line for too long, branch closed): she goes on, and is told."""
        from ui.signin.gate import Colleague

        assert self._ctx is not None
        her = self._ctx.staff
        self._offer([Colleague(her.login, her.name, her.name_zh, her.role, pin=False)])
        self.failed(error)
        self._shut = True

    def _look_again(self) -> None:
        """A closed branch may have been opened again; what somebody is typing is left alone."""
        if self._shut and self._ctx is not None and self.isVisible() and not self.key.text():
            self.start(self._ctx)

    def _clear(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                self._group.removeButton(widget)  # type: ignore[arg-type]
                widget.hide()
                widget.deleteLater()

    def _chip(self, chosen: Colleague | None) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setProperty("look", "chip")
        button.setMinimumHeight(56)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._group.addButton(button)
        button.clicked.connect(lambda _checked=False: self._choose(chosen))
        return button

    def _face(self, colleague: Colleague) -> QToolButton:
        button = self._chip(colleague)
        button.setIcon(QIcon(_face_picture(colleague.name, colleague.name_zh)))
        button.setIconSize(QSize(30, 30))

        def called() -> tuple[str, str]:
            return names(colleague.name, colleague.name_zh)

        bind(button.setText, lambda: called()[0])
        bind(button.setToolTip, lambda: called()[1])
        bind(button.setAccessibleName, lambda: " ".join(filter(None, called())))
        return button

    def _somebody_else(self) -> QToolButton:
        """Whoever has no way in on this PC yet; at head office she has."""
        button = self._chip(None)
        button.setIcon(icons.icon("account-plus", "muted"))
        say(button.setText, N_("Somebody else…"))
        return button

    def _choose(self, colleague: Colleague | None) -> None:
        self._chosen = colleague
        self.login.setVisible(colleague is None)
        self.login.clear_error()
        self.begin_again()
        self._ask_for(pin=colleague is not None and colleague.pin)
        if colleague is None:
            self.login.input.setFocus()

    def _ask_for(self, *, pin: bool) -> None:
        self._with_pin = pin
        words = N_("PIN") if pin else N_("Password")
        say(self.key.label.setText, words)
        say(self.key.input.setAccessibleName, words)
        say(self.other.setText, N_("Use the password") if pin else N_("Use the PIN"))
        self.other.setVisible(self._chosen is not None and self._chosen.pin)
        self.key.set_text("")
        self.key.clear_error()
        self.key.input.setFocus()

    def _swap(self) -> None:
        self.begin_again()
        self._ask_for(pin=not self._with_pin)

    def go_on(self) -> None:
        """Check the PIN or the password off the UI thread."""
        ctx, box = self._ctx, self.key.input
        if ctx is None or not self._group.checkedButton() or not isinstance(box, QLineEdit):
            return
        if not (login := self._login()):
            self.login.error(N_("Type your log-in name."))
            return
        typed, way = box.text(), self.gate.switch if self._with_pin else self.gate.unlock
        if not typed:
            self.key.error(N_("Type your PIN.") if self._with_pin else N_("Type your password."))
            return
        doing = N_("One moment…") if self._chosen else N_("Asking head office…")
        self.run(lambda: way(ctx, login, typed), self._in, doing)

    def _login(self) -> str:
        return self._chosen.login if self._chosen is not None else self.login.text().strip()

    def _in(self, ctx: Context) -> None:
        self.key.set_text("")
        self.entered.emit(ctx)

    def failed(self, error: Exception) -> None:
        """Wrong: the box is marked and ready for the next try, with the password if need be."""
        from db.errors import PasswordFirst

        super().failed(error)
        if isinstance(error, PasswordFirst):
            self._ask_for(pin=False)
        box = self.key.input
        if isinstance(box, QLineEdit):
            box.setFocus()
            box.selectAll()

    def set_ready(self, *, ready: bool) -> None:
        """Grey while it works or waits."""
        self.button.setEnabled(ready and not self.waiting())
        for field in (self.login, self.key):
            field.input.setEnabled(ready)

    def asks_for_pin(self) -> bool:
        """Whether the box is for the PIN."""
        return self._with_pin

    def title_text(self) -> str:
        """For the window's title."""
        return t("Locked")


def _face_picture(name: str, name_zh: str | None) -> QPixmap:
    back, ink = face_colors(name or name_zh or "")
    picture = QPixmap(_FACE * 2, _FACE * 2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(back)
    painter.drawEllipse(picture.rect())
    painter.setPen(ink)
    painter.setFont(theme.font(36, theme.SEMIBOLD))
    painter.drawText(picture.rect(), CENTRE, initial(name, name_zh))
    painter.end()
    return picture
