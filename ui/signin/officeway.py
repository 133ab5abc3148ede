"""A dead PC's backup is opened with head office's recovery key: request, answer, new password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.i18n import N_
from ui.signin.request import RequestPaper
from ui.signin.strength import StrongPassword
from ui.widgets.fields import Area, Field
from ui.widgets.frames import Column
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from jewelcrm.sync.asking import Asked
    from ui.shell.desk import Desk


class OfficeWay(QWidget):
    """Two people at head office allow it; whoever works here gets a new password."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.paper = RequestPaper()
        self.paper.hide()
        self.answer = Field(N_("Head office's answer"), Area(3), name="answer", example="JCRA …")
        self.login = Field(N_("Log-in name"), QLineEdit(), name="login")
        self.password = StrongPassword(desk, N_("New password"))
        way = Column(
            Label(
                N_(
                    "For a computer that is lost or broken, when neither its password nor its code "
                    "opens the backup. Two people at head office allow it, with the recovery key."
                ),
                "muted",
                wrap=True,
            ),
            self.paper,
            self.answer,
            self.login,
            self.password,
        )
        way.setContentsMargins(0, 0, 0, 0)
        self.setLayout(way)

    def show_asked(self, asked: Asked) -> None:
        """The request for the backup that is chosen."""
        self.paper.show_asked(asked)
        self.paper.show()

    def forget(self) -> None:
        """Another backup is chosen: its request comes."""
        self.paper.hide()

    def complete(self) -> bool:
        """Whether everything is typed; says what is missing."""
        for field in (self.answer, self.login):
            if not field.text():
                field.error(N_("This is needed."))
        return bool(self.answer.text() and self.login.text()) and self.password.agrees()
