"""Head office gives the key back: over the line, or on paper with a request and an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from ui.i18n import N_, t
from ui.signin.panel import Panel
from ui.signin.request import RequestPaper
from ui.signin.strength import StrongPassword
from ui.widgets.buttons import LinkButton, PrimaryButton, Tabs
from ui.widgets.fields import Area, Field
from ui.widgets.frames import Row
from ui.widgets.labels import Label, note

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from jewelcrm.sync.asking import Asked
    from jewelcrm.sync.recovering import Waiting
    from ui.shell.desk import Desk
    from ui.signin.gate import Gate

_WAYS = (("line", N_("Over the line")), ("paper", N_("On paper or by phone")))


class AskOffice(Panel):
    """Tells `entered(ctx)` once somebody is in."""

    help = "signin#Nobody gets in"
    entered = Signal(object)
    back = Signal()

    def __init__(self, desk: Desk, gate: Gate) -> None:
        super().__init__(desk, width=640)
        self.gate = gate
        self._asked: Asked | None = None
        self.ways = Tabs(_WAYS, N_("How head office is asked"))
        self.told = note("", "tip")
        self.told.hide()
        self.login = Field(N_("Log-in name"), QLineEdit(), name="login")
        self.password = StrongPassword(desk, N_("New password"))
        self.answer = Field(N_("Head office's answer"), Area(3), name="answer", example="JCRA …")
        self.paper = RequestPaper()
        self.button = PrimaryButton(N_("Ask"), "shield-account", self.ask)
        self.box.addWidget(Label(N_("Ask head office for the key"), "title"))
        self.box.addWidget(
            Label(
                N_(
                    "Two people at head office allow it; neither can alone. The key is sealed to "
                    "this computer, so that it is of no use to anybody on the way."
                ),
                "muted",
                wrap=True,
            )
        )
        for part in (self.ways, self.paper, self.answer, self.login, self.password, self.told):
            self.box.addWidget(part)
        self.foot()
        self.box.addLayout(
            Row(LinkButton(N_("Back"), "arrow-left", self.back.emit), None, self.button)
        )
        self.ways.chosen.connect(lambda _way: self._chosen())
        self._chosen()

    def start(self, login: str = "") -> None:
        """Empty boxes, and the request of this computer."""
        self.login.set_text(login)
        self.password.clear()
        self.answer.set_text("")
        self.told.hide()
        self.desk.background.ask(self, self.gate.request, self._show, self.failed, "slow")

    def _show(self, asked: Asked) -> None:
        self._asked = asked
        self.paper.show_asked(asked)
        if not asked.signed:
            self.ways.choose("paper")
            self._chosen()
        QTimer.singleShot(0, self, self._focus)  # once all of it has its place

    def _focus(self) -> None:
        (self.answer if self.answer.isVisibleTo(self) else self.login).input.setFocus()

    def _chosen(self) -> None:
        paper = self.ways.value() == "paper"
        self.paper.setVisible(paper)
        self.answer.setVisible(paper)
        self.button.setText(t("Open the store") if paper else t("Ask"))

    def ask(self) -> None:
        """Over the line, or with the answer that came."""
        login, password = self.login.text(), self.password.text()
        if not login:
            self.login.error(N_("This is needed."))
            return
        if not self.password.agrees():
            return
        answer = self.answer.text()
        if self.ways.value() == "line":
            words = N_("Asking head office…")
            self.run(lambda: self.gate.ask_office(login, password), self._answered, words)
        elif answer:
            words = N_("Opening the store…")
            self.run(lambda: self.gate.take_answer(answer, login, password), self._in, words)
        else:
            self.answer.error(N_("This is needed."))

    def _answered(self, found: Context | Waiting) -> None:
        allowed = getattr(found, "allowed", None)
        if allowed is None:
            self._in(found)  # type: ignore[arg-type]
            return
        self.told.words(
            N_(
                "Head office has been asked; {n} of 2 people have allowed it. Ask again when they "
                "have: the request waits."
            ),
            n=allowed,
        )
        self.told.show()

    def _in(self, ctx: Context) -> None:
        self.start()
        self.entered.emit(ctx)

    def set_ready(self, *, ready: bool) -> None:
        """Grey while it works."""
        self.button.setEnabled(ready and not self.waiting())
