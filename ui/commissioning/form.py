"""What the installer is asked: printers, label, scanner, and whether the shop stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from jewelcrm.commissioning.answers import Answers, Backups, Computer, Everyday, Join, Sheet, Shop
from ui import i18n
from ui.i18n import N_, say
from ui.signin.strength import StrongPassword
from ui.widgets.buttons import Button, Chips, restyle
from ui.widgets.choice import Choice
from ui.widgets.fields import Field
from ui.widgets.frames import Column, Row
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.shell.desk import Desk

SCAN_ME = "JEWELCRM-SCAN-7"  # as jewelcrm.commissioning.papers prints it


class Devices(QWidget):
    """Printers by name, the label's offset, a box to scan into, a test page."""

    test_wanted = Signal()

    def __init__(self, printers: list[str]) -> None:
        super().__init__()
        named = [("", N_("None")), *((name, name) for name in printers)]
        self.receipts, self.labels = Choice(named, raw=False), Choice(named, raw=False)
        self.right = Field("Label: right, mm", QLineEdit("0"), name="label_right")
        self.down = Field("Label: down, mm", QLineEdit("0"), name="label_down")
        box = QLineEdit()
        box.textChanged.connect(self._scanned)
        self.scan = Field(
            "Scanner",
            box,
            hint=N_("Put the cursor here and scan the code on the test page."),
        )
        self.scanned = Label(wrap=True)
        grid = QGridLayout()
        grid.setSpacing(12)
        fields = (
            Field("Printer of receipts", self.receipts),
            Field("Printer of labels", self.labels),
            self.right,
            self.down,
        )
        for number, field in enumerate(fields):
            grid.addWidget(field, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
        test = Button(N_("Print the test page"), "printer", self.test_wanted.emit)
        column = Column(Row(test, None), self.scan, self.scanned, spacing=12)
        column.insertLayout(0, grid)
        column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column)

    def _scanned(self, text: str) -> None:
        if not text:
            self.scanned.raw("")
        elif text.strip() == SCAN_ME:
            self._tell("good", N_("The scanner works."))
        else:
            self._tell(
                "error",
                N_(
                    "This is not what the test page says. Set the scanner to US English keys and "
                    "to end with Enter, and switch the Chinese input method off."
                ),
            )

    def _tell(self, look: str, text: str) -> None:
        self.scanned.words(text)
        restyle(self.scanned, look=look)

    def offset(self) -> tuple[float, float]:
        """How far labels are moved, in mm; what is not a number counts as nothing."""
        return _number(self.right.text()), _number(self.down.text())

    def answer(self) -> Computer:
        """As the file of answers has it."""
        return Computer(
            receipt_printer=self.receipts.value() or "",
            label_printer=self.labels.value() or "",
            label_offset_mm=self.offset(),
            scanner="tried" if self.scan.text().strip() == SCAN_ME else "look",
        )


def _number(text: str) -> float:
    try:
        return max(-10.0, min(10.0, float(text.replace(",", "."))))
    except ValueError:
        return 0.0


class Whose(QWidget):
    """A shop of its own, or a PC of a chain; and the person's password."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.way = Chips(
            [("join", N_("A PC of a company")), ("shop", N_("A shop of its own"))],
            name="What this computer becomes",
        )
        self.ticket = Field(
            "Code of head office",
            QLineEdit(),
            name="code",
            hint=N_("Scan the QR code of head office, or type its address, # and the code."),
        )
        self.login = Field("Log-in name", QLineEdit(), name="login", example="mei.chan")
        self.branch = Field("Branch code", QLineEdit(), name="branch", example="HK01")
        self.name = Field("Branch name", QLineEdit(), name="branch_name", example="Nathan Road")
        self.admin = Field("Administrator's name", QLineEdit(), name="name", example="Mei Chan")
        self.password = StrongPassword(desk, "Password")
        self.installer = Field("Installed by", QLineEdit())
        self.at_logon = QCheckBox()
        say(self.at_logon.setText, "Start when somebody logs on to this computer")
        self.at_logon.setChecked(True)
        self.setLayout(
            Column(
                self.way,
                self.ticket,
                self.login,
                Row(self.branch, self.name),
                self.admin,
                self.password,
                self.installer,
                self.at_logon,
                spacing=12,
            )
        )
        self.way.chosen.connect(self._show)
        self.way.choose("join")
        self._show("join")

    def _show(self, way: str) -> None:
        self.ticket.setVisible(way == "join")
        for field in (self.branch, self.name, self.admin):
            field.setVisible(way == "shop")
        self.password.ask_known(known=way == "join")

    def joins(self) -> bool:
        """Whether it is to be a PC of a company."""
        return self.way.value() == "join"

    def complete(self) -> bool:
        """Whether all is filled in; says what is not."""
        needed = (self.ticket, self.login) if self.joins() else (self.branch, self.name, self.admin)
        empty = [field for field in needed if not field.text()]
        for field in empty:
            field.error(N_("This is needed."))
        if empty:
            empty[0].input.setFocus()
        return not empty and self.password.agrees()

    def answers(self, computer: Computer) -> Answers:
        """As the file of answers has it."""
        join = Join(login=self.login.text(), ticket=self.ticket.text()) if self.joins() else None
        shop = None
        if join is None:
            shop = Shop(
                branch=self.branch.text(),
                name=self.name.text(),
                admin=self.admin.text(),
                admin_login=self.login.text(),
            )
        return Answers(
            computer=computer,
            shop=shop,
            join=join,
            backups=Backups(targets=("office",) if join else ()),
            everyday=Everyday(language=i18n.language(), start_at_logon=self.at_logon.isChecked()),
            sheet=Sheet(installer=self.installer.text(), language=i18n.paper_language()),
        )


def end_of(code: str) -> str:
    """What somebody who has the code types to show it."""
    return code.replace("-", "")[-5:].casefold()
