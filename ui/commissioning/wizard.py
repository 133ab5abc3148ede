"""The wizard of a new computer: look it over, say whose it is, do it all, sign the sheet.

It takes the same steps as `jewelcrm-admin commission`, with the same answers.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from jewelcrm.errors import CanFix
from ui.commissioning.form import Devices, Whose, end_of
from ui.commissioning.lines import Lines
from ui.i18n import N_, later, paper_language
from ui.signin.panel import Panel
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.fields import Field
from ui.widgets.frames import Column, Row
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from jewelcrm.commissioning.answers import Answers
    from jewelcrm.commissioning.journal import Outcome
    from jewelcrm.commissioning.steps import Run
    from jewelcrm.doctor.model import Line
    from ui.background import Job, Progress
    from ui.shell.desk import Desk
    from ui.signin.gate import Gate

LOOK, WHOSE, DOING = range(3)
NO_VIEWER = N_("This computer has no program that shows PDF. The file lies here: {path}")


class Wizard(Panel):
    """Tells `ready(login, password)` when the sheet is there, or `back`."""

    help = "commissioning"
    ready = Signal(str, str)
    back = Signal()
    _stepped = Signal(object)  # an Outcome, from the thread that works
    _asked = Signal(str, str)  # log-in and recovery code, which waits for an answer

    def __init__(self, desk: Desk, gate: Gate) -> None:
        super().__init__(desk, width=680)
        self.gate = gate
        self.lines, self.steps = Lines(), Lines()
        for told in (self.lines, self.steps):
            desk.languageChanged.connect(told.again)
            desk.themeChanged.connect(told.again)
        self.devices: Devices | None = None
        self.whose = Whose(desk)
        self.code = _Code()
        self.sheet_file = ""
        self._password = ""
        self._login = ""
        self._job: Job | None = None
        self._confirmed = threading.Event()
        self._parts: tuple[QWidget, ...] = ()
        self.at = LOOK
        self.next = PrimaryButton(N_("Go on"), pressed=self.go_on)
        self.again = Button(N_("Look again"), "refresh", self.look)
        self.sheet = Button(N_("Open the acceptance sheet"), "file-pdf-box", self._open_sheet)
        self.other = LinkButton(N_("Back"), "arrow-left", self._go_back)
        self._stepped.connect(self._step)
        self._asked.connect(self._show_code)
        self._lay_parts()

    def _lay_parts(self) -> None:
        self.box.addWidget(Label("Set up this computer", "title"))
        first = Label(
            "It is looked over first. Nothing is made before you go on.", "muted", wrap=True
        )
        self._look = QWidget()
        self._look.setLayout(Column(first, self.lines, spacing=14))
        doing = QWidget()
        doing.setLayout(Column(self.steps, self.code, None, spacing=14))
        self._parts = (self._look, self.whose, doing)  # not stacked: each has its own height
        for part in self._parts:
            self.box.addWidget(part)
        self.code.hide()
        self.code.confirmed.connect(self._confirmed.set)
        self.sheet.hide()
        self.foot()
        self.box.addLayout(Row(self.other, self.again, self.sheet, None, self.next))

    def turn_to(self, at: int) -> None:
        """One of the parts."""
        self.at = at
        for number, part in enumerate(self._parts):
            part.setVisible(number == at)
        self.again.setVisible(at == LOOK)
        self.top()

    def top(self) -> None:
        """What begins is read from its beginning."""
        if (scroll := self.findChild(QScrollArea)) is not None:
            scroll.verticalScrollBar().setValue(0)

    def start(self) -> None:
        """Look the computer over."""
        self.turn_to(LOOK)
        self.look()

    # Looking -----------------------------------------------------------------------------------

    def look(self) -> None:
        """Every check, off the UI thread."""
        from jewelcrm.commissioning import looking, preflight
        from jewelcrm.commissioning.answers import Answers

        folder, screens = self.gate.folder, _screens()

        def work() -> tuple[list[Line], list[str]]:
            place = preflight.Place(folder, Answers(), screens)
            return preflight.look(place), looking.printers() or []

        self.lines.clear()
        self.run(work, lambda found: self._looked(*found), N_("Looking at this computer…"))

    def _looked(self, found: list[Line], printers: list[str]) -> None:
        for line in found:
            self.lines.line(line)
        if self.devices is None:
            self.devices = Devices(printers)
            self.devices.test_wanted.connect(self._print_test)
            layout = self._look.layout()
            assert layout is not None
            layout.addWidget(self.devices)
        self.next.setEnabled(not any(line.light == "red" for line in found))
        self._give_keys()  # the button that was pressed was grey meanwhile
        if not self.next.isEnabled():
            self.say_wrong(N_("What is red must be put right first. Then look again."))

    def _print_test(self) -> None:
        """The page, and the label if there is a printer for it; without printers as PDF."""
        from jewelcrm.commissioning import papers

        assert self.devices is not None
        computer, language = self.devices.answer(), paper_language()
        folder = self.gate.folder

        def work() -> str:
            page = papers.test_page(computer.receipt_printer, language)
            label = papers.test_label(computer.label_offset_mm)
            if computer.label_printer:
                _send(label, computer.label_printer)
            if computer.receipt_printer:
                _send(page, computer.receipt_printer)
                return ""
            return str(_kept(folder / "test-page.pdf", page))

        self.run(work, self._tested, N_("Printing…"))

    def _tested(self, file: str) -> None:
        if file:
            self._open(file)

    # Going on ----------------------------------------------------------------------------------

    def go_on(self) -> None:
        """To the next part; the last one does it all."""
        if self.at == LOOK:
            self.turn_to(WHOSE)
            self.whose.ticket.input.setFocus()
        elif self.at == WHOSE:
            if self.whose.complete():
                self._begin()
        elif self.sheet_file:
            self.ready.emit(self._login, self._password)
        else:
            self._begin()

    def _go_back(self) -> None:
        if self.at == WHOSE:
            self.turn_to(LOOK)
        else:
            self.back.emit()

    def _begin(self) -> None:
        from jewelcrm.commissioning.steps import Run

        assert self.devices is not None
        self._password = self.whose.password.text()
        answers: Answers = self.whose.answers(self.devices.answer())
        self.steps.clear()
        self.turn_to(DOING)
        self._busy(on=True)
        run = Run(self.gate.folder, answers, self._password, _screens(), confirm=self._confirm)
        self._job = self.desk.background.run_long(
            self, lambda progress: self._all_of(run, progress), self._done_all, self._broken
        )

    def _all_of(self, run: Run, progress: Progress) -> Run:
        """On the thread that works."""
        run.print_paper = _print_file
        run.tell = lambda what, done, total: progress(done, total, what)
        for outcome in run.go():
            self._stepped.emit(outcome)
        return run

    def _step(self, outcome: Outcome) -> None:
        if outcome.light != "green" or outcome.seconds:
            self.steps.outcome(outcome)

    def _confirm(self, login: str, code: str) -> bool:
        """On the thread that works: waits until somebody has typed the code's end."""
        self._confirmed.clear()
        self._asked.emit(login, code)
        return self._confirmed.wait(timeout=3600)

    def _show_code(self, login: str, code: str) -> None:
        self.code.show_code(login, code)
        self.code.show()
        self.code.typed.input.setFocus()

    def _done_all(self, run: Run) -> None:
        self._busy(on=False)
        self.code.hide()
        self._login = run.login
        self.sheet_file = run.done["sheet"].facts["file"]
        self.sheet.show()
        self.other.hide()

    def _broken(self, error: Exception) -> None:
        self._busy(on=False)
        self.code.hide()
        self.failed(error)
        if isinstance(error, CanFix) and error.field in {"login", "password", "code", "branch"}:
            self.turn_to(WHOSE)

    def _busy(self, *, on: bool) -> None:
        self.spinner.setVisible(on)
        self.next.setEnabled(not on)
        self.other.setEnabled(not on)
        if on:
            self.wrong.hide()

    def _open_sheet(self) -> None:
        self._open(self.sheet_file)

    def _open(self, file: str) -> None:
        """In the computer's own program for PDF; without one she is told where it lies."""
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(file))
        words = N_("Saved: {path}") if opened else NO_VIEWER
        self.tell_wrong(lambda: later(words, {"path": file}), "fine" if opened else "note")

    def set_ready(self, *, ready: bool) -> None:
        """Grey while it works."""
        for part in (self.next, self.again, self.other):
            part.setEnabled(ready)


class _Code(QWidget):
    """The recovery code, until somebody has it: she types its end."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._login = self._end = ""
        self.code = Label(look="code", wrap=True)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box = QLineEdit()
        self.typed = Field("The last five characters of the code", box)
        box.textChanged.connect(self._look)  # after the field's own, which takes the red away
        words = N_("Print it or write it down, and lock it away. It is shown only now.")
        self.setLayout(
            Column(
                Label("Recovery code", "heading"),
                self.code,
                Label(words, wrap=True),
                Row(Button("Print", "printer", self._print), None),
                Row(self.typed, None),
                spacing=10,
            )
        )

    def show_code(self, login: str, code: str) -> None:
        """This one."""
        self._login, self._end = login, end_of(code)
        self.code.raw(code)
        self.typed.set_text("")

    def _look(self, text: str) -> None:
        typed = text.replace("-", "").strip().casefold()
        if len(typed) >= len(self._end) > 0 and typed != self._end:
            self.typed.error(N_("The recovery code is not right. Check it letter by letter."))
        if self._end and typed == self._end:
            self._end = ""
            self.code.raw("")
            self.confirmed.emit()

    def _print(self) -> None:
        from ui.signin.paper import print_code

        print_code(self, self._login, self.code.text())


def _screens() -> list[tuple[int, int]]:
    return [(one.size().width(), one.size().height()) for one in QGuiApplication.screens()]


def _print_file(file: Path, printer: str) -> bool:
    _send(file.read_bytes(), printer)
    return True


def _send(pdf: bytes, printer: str) -> None:
    from ui.payments.printers import send

    send(pdf, printer, "JewelCRM")


def _kept(file: Path, pdf: bytes) -> Path:
    from db.files import write_private

    write_private(file, pdf)
    return file
