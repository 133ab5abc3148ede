"""This shop joins a head office with all it holds; asked of an administrator in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.i18n import N_, t
from ui.shell.desk import Desk
from ui.sync.enrol import JoinForm
from ui.widgets import Dialog, Label, note

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from jewelcrm.sync.enrolling import Enrolled


def show(desk: Desk) -> Join:
    """Open the wizard."""
    dialog = Join(desk)
    dialog.open()
    return dialog


class Join(Dialog):
    help = "sync#Joining head office"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Join a head office"), save=N_("Join"), width=620)
        self.form = JoinForm(desk, desk.context().store.folder, brings=True)
        before = (
            Label(
                N_(
                    "This shop's customers, orders and people go to head office and become one "
                    "branch of the company. Nothing is removed here, and work goes on meanwhile."
                ),
                wrap=True,
            ),
            note(N_("Make a backup of this computer first.")),
        )
        for part in (*before, self.form):
            self.box.addWidget(part)
        self.form.login.set_text(desk.context().staff.login)
        self.form.joined.connect(self._joined)
        self.form.working.connect(lambda on: self.save_button.setEnabled(not on))
        for part in before:
            self.form.working.connect(part.setHidden)

    def save(self) -> None:
        """Ask head office."""
        self.form.begin()

    def reject(self) -> None:
        """While it is under way: break it off first."""
        if not self.form.cancel():
            super().reject()

    def _joined(self, enrolled: Enrolled) -> None:
        self.desk.write(self, _look_again, lambda _done: self._told(enrolled))

    def _told(self, enrolled: Enrolled) -> None:
        self.desk.line.look()
        self.desk.toast(
            t(
                "This PC belongs to {branch} now. Its letter is {letter}.",
                branch=enrolled.branch_name,
                letter=enrolled.letter,
            )
        )
        self.accept()
        self.desk.open("sync")
        SameWords(self.desk, enrolled.words).open()


class SameWords(Dialog):
    """The six words stay until somebody has compared them: joining may take but a moment."""

    help = "sync#Joining head office"

    def __init__(self, desk: Desk, words: str) -> None:
        super().__init__(desk, N_("The six words"), save=N_("They are the same"), width=560)
        told = N_(
            "This PC belongs to head office now. The same six words must stand there beside its "
            "name; if they do not, somebody is in between: have this PC taken off."
        )
        self.words = Label(look="code", wrap=True).raw(words)
        self.box.addWidget(Label(told, wrap=True))
        self.box.addWidget(self.words)
        self.cancel_button.hide()


def _look_again(ctx: Context) -> None:
    ctx.store.look_again()
