"""A folder without a store: set up a new shop in one page, then show the recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit

from ui.i18n import N_, say
from ui.signin.panel import Panel
from ui.signin.strength import StrongPassword
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.fields import Field
from ui.widgets.frames import Row
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from jewelcrm.people.founding import Founded
    from ui.shell.desk import Desk
    from ui.signin.gate import Gate


class NewShopPage(Panel):
    """Branch, administrator and password; tells `founded(login, password, code)` or another way."""

    help = "signin#Setting up a new shop"
    founded = Signal(str, str, object)
    joining = Signal()
    commissioning = Signal()
    putting_back = Signal()
    """A computer that broke comes back: this one takes its place, by a backup."""

    def __init__(self, desk: Desk, gate: Gate) -> None:
        super().__init__(desk, width=620)
        self.gate = gate
        self.code = Field("Branch code", QLineEdit(), name="branch", example="HK01")
        self.branch = Field("Branch name", QLineEdit(), name="branch_name", example="Nathan Road")
        self.branch_zh = Field("Branch name in Chinese", QLineEdit(), example="彌敦道分店")
        self.phone = Field("Branch phone", QLineEdit(), example="2345 6789")
        self.admin = Field("Administrator's name", QLineEdit(), name="name", example="Mei Chan")
        self.login = Field("Log-in name", QLineEdit(), name="login", example="mei.chan")
        self.password = StrongPassword(desk, "Password")
        self.button = self.main = PrimaryButton("Set up this shop", "store", self.found)
        self._lay_form()

    def _lay_form(self) -> None:
        self.box.addWidget(Label("Welcome", "title"))
        self.box.addWidget(
            Label(
                "There is no store on this computer yet. Set up your shop: this takes a minute, "
                "and everything can be changed later.",
                "muted",
                wrap=True,
            )
        )
        grid = QGridLayout()
        grid.setSpacing(12)
        fields = (self.code, self.branch, self.branch_zh, self.phone, self.admin, self.login)
        for number, field in enumerate(fields):
            grid.addWidget(field, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(grid)
        self.box.addWidget(self.password)
        self.foot()
        self.join = LinkButton("Join a head office instead", "link", self.joining.emit)
        self.box.addLayout(Row(self.join, None, self.button))
        self.whole = LinkButton(
            "For installers: check and set up everything", "shield-check", self.commissioning.emit
        )
        self.again = LinkButton("Put a backup back", "backup-restore", self.putting_back.emit)
        self.box.addLayout(Row(self.again, self.whole, None))

    def start(self) -> None:
        """Ready to be filled in."""
        self.code.input.setFocus()

    def found(self) -> None:
        """Make the store off the UI thread."""
        needed = (self.code, self.branch, self.admin)
        empty = [field for field in needed if not field.text()]
        agreed = self.password.agrees()
        for field in empty:
            field.error(N_("This is needed."))
        if empty:
            empty[0].input.setFocus()
        elif agreed:
            self._make()

    def _make(self) -> None:
        password = self.password.text()
        values = {
            "branch_code": self.code.text(),
            "branch_name": self.branch.text(),
            "branch_name_zh": self.branch_zh.text() or None,
            "phone": self.phone.text() or None,
            "admin_name": self.admin.text(),
            "admin_login": self.login.text(),
        }

        def work() -> Founded:
            from jewelcrm.people.founding import NewShop

            return self.gate.found(NewShop(password=password, **values))  # type: ignore[arg-type]

        self.run(work, lambda made: self._made(made, password), N_("Making the store…"))

    def _made(self, made: Founded, password: str) -> None:
        self.password.clear()
        self.founded.emit(made.login, password, made)

    def set_ready(self, *, ready: bool) -> None:
        """Grey while it works."""
        self.button.setEnabled(ready)


class CodePage(Panel):
    """The recovery code: shown once, copied or printed, and confirmed.

    With `words`, a PC that joined a head office: they stay until somebody has compared them.
    """

    help = "signin#The recovery code"
    confirmed = Signal()

    def __init__(self, desk: Desk, made: Founded, words: str = "") -> None:
        super().__init__(desk, width=560)
        self._made = made
        self.words = Label(look="code", wrap=True)
        self.words.raw(words)
        self.code = Label(look="code", wrap=True)
        self.code.raw(made.recovery_code)
        self.code.setTextInteractionFlags(
            self.code.textInteractionFlags().TextSelectableByMouse
            | self.code.textInteractionFlags().TextSelectableByKeyboard
        )
        self.safe = QCheckBox()
        say(self.safe.setText, "I have printed it or written it down, and put it in a safe place")
        self.button = PrimaryButton("Go on", pressed=self.confirmed.emit)
        self.button.setEnabled(False)
        self.safe.toggled.connect(self.button.setEnabled)
        self._lay_form()
        self.foot()
        self.box.addLayout(
            Row(
                Button("Print", "printer", self._print),
                Button("Copy", "content-copy", self._copy),
                None,
                self.button,
            )
        )

    def _lay_form(self) -> None:
        login = Label()
        login.words("Your log-in name: {login}", login=self._made.login)
        words = N_(
            "This recovery code opens the store when a password or this computer's half of the "
            "key is lost. It is shown only now. Without it nobody can open a lost store, not even "
            "the makers of this program."
        )
        if self.words.text():
            words = N_(
                "This recovery code opens the store when a password or this computer's half of "
                "the key is lost. It is shown only now. Without it only head office can help."
            )
        self.box.addWidget(Label("Recovery code", "title"))
        self.box.addWidget(Label(words, wrap=True))
        self.box.addWidget(self.code)
        self.box.addWidget(login)
        if self._made.keyring is None:
            self.box.addWidget(
                Label(
                    "This computer has no keyring that keeps secrets, so the password alone "
                    "protects the store. Choose a long one.",
                    "note",
                    wrap=True,
                )
            )
        self.box.addWidget(self.safe)
        if self.words.text():
            self._lay_words()

    def _lay_words(self) -> None:
        told = N_(
            "This PC belongs to head office now. The same six words must stand there beside its "
            "name; if they do not, somebody is in between: have this PC taken off."
        )
        self.box.addWidget(Label(N_("The six words"), "heading"))
        self.box.addWidget(Label(told, wrap=True))
        self.box.addWidget(self.words)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._made.recovery_code)
        self.say_wrong(N_("Copied. Paste it into a safe place, not into an e-mail."), "fine")

    def _print(self) -> None:
        from ui.signin.paper import print_code

        try:
            print_code(self, self._made.login, self._made.recovery_code)
        except OSError:
            self.say_wrong(N_("It could not be printed. Write the code down."))
