"""Dialogs: one decision. What was typed stays whatever goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QLayoutItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.background import Lane
from ui.dress import wear
from ui.i18n import N_, say
from ui.widgets.buttons import Button, DangerButton, PrimaryButton
from ui.widgets.changes import Changes
from ui.widgets.face import Spinner
from ui.widgets.fields import Field, clear_errors, mark_error
from ui.widgets.frames import Scroll
from ui.widgets.labels import Label, note

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from ui.shell.desk import Desk

T = TypeVar("T")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_BOTH = _CONTROL | Qt.KeyboardModifier.ShiftModifier
_CALM_MS, _CALM_AT_WORK_MS = 250, 1500
"""So long what it needs has to stay less before it becomes lower: it does not jump about.

While something is being saved that is longer, for an error that went may come again at once.
"""


class Dialog(QDialog):
    """A titled form with words for what went wrong and buttons below.

    class AddNote(Dialog):
        def __init__(self, desk, customer_id):
            super().__init__(desk, "New note", save="Save", width=520)
            self.box.addWidget(...)
        def save(self):                       # pressed, or Ctrl+Enter
            self.submit(lambda ctx: add_note(ctx, …), self.saved)
        def saved(self, note_id):
            self.accept()
    """

    help = ""  # of F1: a page of help and its section (`orders#Moving an order on`)

    def __init__(
        self,
        desk: Desk,
        title: str,
        *,
        save: str = N_("Save"),
        width: int = 520,
        danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make it; `danger`: what it does cannot be taken back in the window.

        Then its button is red, and neither Enter nor Ctrl+Enter presses it.
        """
        super().__init__(parent or desk.window())
        self.desk = desk
        self._danger = danger
        self._working = False
        self._changes = Changes(self)
        self.setModal(True)
        wear(self)
        say(self.setWindowTitle, title)
        self.box = QVBoxLayout()
        self.box.setSpacing(12)
        self.box.setContentsMargins(24, 4, 24, 4)
        self.wrong = note("", "bad")
        self.wrong.hide()
        self.save_button: Button = (DangerButton if danger else PrimaryButton)(save)
        self.cancel_button = Button("Cancel")
        self._spinner = Spinner(24)
        self._spinner.hide()
        self._grow = QTimer(self, singleShot=True, interval=0)
        self._grow.timeout.connect(self._fit)
        self._calm = QTimer(self, singleShot=True)
        self._calm.timeout.connect(self._shrink)
        self._least = 0  # the height that was given it by hand
        self._fitted = 0  # the height it gave itself
        self._needed = 0  # what it needed then
        self._lay(title)
        room = self._room()
        wide = width if room is self else min(width, room.width())
        self.setMinimumWidth(wide)
        self.resize(wide, 100)
        self.save_button.clicked.connect(lambda _checked=False: self.save())
        self.cancel_button.clicked.connect(lambda _checked=False: self.reject())
        self.save_button.setDefault(not danger)

    def _lay(self, title: str) -> None:
        inside = QWidget()
        inside.setLayout(self.box)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 18, 0, 18)
        outer.setSpacing(12)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        self.head = Label(title, "title", wrap=True)
        head.addWidget(self.head, 1)
        outer.addLayout(head)
        self._scroll = Scroll(inside, shrink=True)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        inside.installEventFilter(self)
        outer.addWidget(self._scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addWidget(self.wrong)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(10)
        self.buttons.addWidget(self._spinner)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.save_button)
        foot.addLayout(self.buttons)
        outer.addLayout(foot)

    def rename(self, title: str) -> None:
        """It is going to do something else: the title says so, and the main button."""
        say(self.setWindowTitle, title)
        self.head.words(title)
        say(self.save_button.setText, title)

    def open(self) -> None:
        """Open it as tall as what is in it needs, and as the window has room for."""
        self.ensurePolished()
        self.box.addStretch(1)
        self._fit()
        begins = self.focusWidget()
        super().open()
        self._begin_at(begins)
        self._changes.begin()
        self._grow.start()  # once it is seen whether all of it is in sight

    def _begin_at(self, wanted: QWidget | None) -> None:
        """Typing begins in a field, never on a button below."""
        if wanted is None or wanted is self.cancel_button or wanted is self.save_button:
            fields = [one.input for one in self.findChildren(Field) if not one.isHidden()]
            wanted = next((one for one in fields if one.isEnabled()), None)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something appeared in the form, or went: make room for it, or give it back."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow.start()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """The same for the words above the buttons."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow.start()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A height that it did not give itself was given by hand, and is kept."""
        super().resizeEvent(event)
        tall = event.size().height()
        if self.isVisible() and tall not in {self._fitted, self.minimumSizeHint().height()}:
            self._least = tall

    def _fit(self) -> None:
        """Grow at once; what is no longer needed is given back when it stays so."""
        lacking = self._scroll.verticalScrollBar().maximum() if self.isVisible() else 0
        needed = self._wanted_height()
        self._needed = self._needed or needed
        tall = max(needed, self.height() + lacking)  # what is seen to be hidden
        if tall > self.height():
            self._make_tall(min(tall, self._most_height()))
        if needed >= self._needed:
            self._needed = needed
            self._calm.stop()
        else:
            self._calm.start(_CALM_AT_WORK_MS if self._working else _CALM_MS)

    def _shrink(self) -> None:
        """As much lower as what went: it stays as tall as it was made by hand."""
        needed = self._wanted_height()
        less = max(0, self._needed - needed)
        self._needed = needed
        tall = max(self.height() - less, needed, self._least)
        if tall < self.height():
            self._make_tall(min(tall, self._most_height()))

    def _make_tall(self, height: int) -> None:
        self._fitted = height
        self.resize(self.width(), height)
        self._fitted = self.height()

    def _wanted_height(self) -> int:
        """What the fields need at this width, and the title and buttons around them."""
        outer = self.layout()
        assert outer is not None
        width = max(self.width(), self.minimumWidth())
        needed = self.box.totalHeightForWidth(width)
        body = needed if needed > 0 else self.box.totalSizeHint().height()
        items = [item for n in range(outer.count()) if (item := outer.itemAt(n)) is not None]
        around = sum(_height(item, width) for item in items if item.widget() is not self._scroll)
        margins = outer.contentsMargins()
        gaps = outer.spacing() * (len(items) - 1) + margins.top() + margins.bottom()
        return body + around + gaps + 4

    def _most_height(self) -> int:
        below = self._room()
        room = below.height() if below is not self else 0
        return room - 24 if room > 400 else self.screen().availableGeometry().height() - 60

    def _room(self) -> QWidget:
        """The window at the very bottom: a dialog may stand on a smaller one."""
        below: QWidget = self
        while (under := below.parentWidget()) is not None:
            below = under.window()
        return below

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 is its help, Ctrl+Enter its main button; lock, language and theme are here too."""
        if event.key() == Qt.Key.Key_F1:
            self.desk.helpWanted.emit(self.help or "start")
        elif event.key() in _ENTER and event.modifiers() & _CONTROL:
            self._press()
        elif event.modifiers() == _BOTH and event.key() == Qt.Key.Key_L:
            self.desk.languageWanted.emit()
        elif event.modifiers() == _BOTH and event.key() == Qt.Key.Key_D:
            self.desk.themeWanted.emit()
        elif event.modifiers() == _CONTROL and event.key() == Qt.Key.Key_L:
            self.desk.lockWanted.emit()
        elif event.key() in _ENTER and (other := self._other_button()) is not None:
            other.click()
        else:
            super().keyPressEvent(event)

    def _other_button(self) -> QAbstractButton | None:
        """The button that has the keyboard, when it is not the main one: Enter means that one."""
        at = self.focusWidget()
        if not isinstance(at, QAbstractButton) or at.isCheckable() or at is self.save_button:
            return None
        return at

    def _press(self) -> None:
        """Ctrl+Enter: the main button; one that does harm is only gone to."""
        if self._danger:
            self.save_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.save_button.click()

    def save(self) -> None:
        """What the main button does; override it."""
        self.accept()

    def submit(self, work: Callable[[Context], T], then: Callable[[T], None]) -> None:
        """Run a command off the UI thread; on an error the dialog stays, with the words for it."""
        ctx = self.desk.context()
        self.submit_in("write", lambda: work(ctx), then)

    def submit_in(self, lane: Lane, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Like submit(), in another lane."""
        if self._working:
            return
        self._set_working(working=True)
        self.desk.background.ask(
            self, work, lambda answer: self._done(then, answer), self._failed, lane
        )

    def _done(self, then: Callable[[T], None], answer: T) -> None:
        self._set_working(working=False)
        then(answer)

    def _failed(self, error: Exception) -> None:
        self._set_working(working=False)
        self.show_error(error)

    def show_error(self, error: Exception) -> None:
        """Words under the field it belongs to, or above the buttons; faults go to the report."""
        from ui.shell.words import words_for  # the shell's words; imported on the first error

        said = words_for(error)
        if said is None:
            self.desk.fail(error, self)
        elif not mark_error(self, said.field, said.words):
            self.wrong.tell(said.words)
            self.wrong.show()

    def _set_working(self, *, working: bool) -> None:
        self._working = working
        self._spinner.setVisible(working)
        self.save_button.setEnabled(not working)
        self._grow.start()
        if working:
            self.wrong.hide()
            clear_errors(self)

    def reject(self) -> None:
        """Esc and Cancel: at once when nothing was typed, never while something is being saved."""
        if self._working:
            return
        if self.unsaved():
            _ThrowAway(self).open()
        else:
            super().reject()

    def unsaved(self) -> bool:
        """Whether closing it loses what was typed; where nothing is kept, nothing is lost."""
        return self._changes.any()

    def drop(self) -> None:
        """Close without asking: another way was chosen."""
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._working:
            event.ignore()
            return
        super().closeEvent(event)


def _height(item: QLayoutItem, width: int) -> int:
    """Of words that wrap, as high as they are at this width: a hint takes them for narrow ones."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class _Question(Dialog):
    def __init__(
        self,
        desk: Desk,
        title: str,
        text: str,
        yes: str,
        *,
        danger: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, title, save=yes, width=440, danger=danger, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.box.addWidget(Label(text, wrap=True))
        if danger:
            self.cancel_button.setDefault(True)
            self.cancel_button.setFocus()

    def _press(self) -> None:
        (self.cancel_button if self._danger else self.save_button).click()


class _ThrowAway(_Question):
    """Esc is pressed easily: what was typed goes only when she says so."""

    def __init__(self, over: Dialog) -> None:
        text = N_("What you typed here is not saved yet.")
        title = N_("Throw away what you typed?")
        super().__init__(over.desk, title, text, N_("Throw away"), danger=True, parent=over)
        say(self.cancel_button.setText, "Keep editing")
        self.accepted.connect(over.drop)


def ask_yes(
    desk: Desk,
    title: str,
    text: str,
    yes: str,
    then: Callable[[], None],
    *,
    danger: bool = False,
) -> None:
    """Ask before something that matters; `then` runs when the answer is yes.

    What cannot be taken back (`danger`) is never what Enter or Ctrl+Enter does.
    """
    question = _Question(desk, title, text, yes, danger=danger)
    question.accepted.connect(then)
    question.open()
