"""A person who works here: add, change, new password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.format import names
from ui.i18n import N_, NATIVE_NAMES, t
from ui.shell.sidebar import ROLE_WORDS
from ui.signin.strength import StrongPassword
from ui.widgets.choice import Choice
from ui.widgets.dialog import Dialog
from ui.widgets.fields import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from jewelcrm.people.queries import Person
    from ui.shell.desk import Desk

_LANGUAGES = tuple((key, NATIVE_NAMES[key]) for key in ("zh_HK", "zh_CN", "en"))


class _PersonDialog(Dialog):
    """The fields that both share."""

    help = "settings#People"

    def _fields(self) -> None:
        self.name = Field("Name", name="name", example="Mei Chan")
        self.name_zh = Field("Chinese name", name="name_zh", example="陳美", optional=True)
        self.roles = Choice(
            [(key, ROLE_WORDS[key]) for key in ("sales", "manager", "administrator")]
        )
        self.role = Field("Role", self.roles, name="role")
        self.languages = Choice(_LANGUAGES, raw=True)
        self.language = Field("Language", self.languages, name="language")


class NewPerson(_PersonDialog):
    """Name, role, log-in name and a first password."""

    help = "settings#People"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "New person", width=520)
        self._fields()
        self.login = Field("Log-in name", name="login", example="mei.chan")
        self.password = StrongPassword(desk, N_("First password"))
        for part in (self.name, self.name_zh, self.login, self.role, self.language, self.password):
            self.box.addWidget(part)

    def save(self) -> None:
        """Add the person."""
        if not self.password.agrees():
            return
        values = {
            "name": self.name.text(),
            "name_zh": self.name_zh.text() or None,
            "login": self.login.text(),
            "role": self.roles.value(),
            "language": self.languages.value(),
            "password": self.password.text(),
        }
        self.submit(lambda ctx: _add(ctx, values), self._saved)

    def _saved(self, _person: object) -> None:
        self.desk.toast(t("The person can sign in now."))
        self.accept()


class EditPerson(_PersonDialog):
    """Name, role and language."""

    help = "settings#People"

    def __init__(self, desk: Desk, person: Person) -> None:
        super().__init__(desk, "Change person", width=480)
        self.person = person
        self._fields()
        self.name.set_text(person.name)
        self.name_zh.set_text(person.name_zh)
        self.roles.choose(person.role)
        self.languages.choose(person.language or "zh_HK")
        for part in (self.name, self.name_zh, self.role, self.language):
            self.box.addWidget(part)

    def save(self) -> None:
        """Keep what changed."""
        values = {
            "name": self.name.text(),
            "name_zh": self.name_zh.text(),
            "role": self.roles.value(),
            "language": self.languages.value(),
        }
        self.submit(lambda ctx: _edit(ctx, self.person.id, values), self._saved)

    def _saved(self, _nothing: object) -> None:
        self.desk.toast(t("Saved."))
        self.accept()


class NewPassword(Dialog):
    """The old one is forgotten: the administrator gives a new one."""

    help = "settings#People"

    def __init__(self, desk: Desk, person: Person) -> None:
        super().__init__(desk, "New password", width=480)
        self.person = person
        who = Label(look="strong").tell(lambda: names(person.name, person.name_zh)[0])
        self.password = StrongPassword(desk, "New password")
        self.box.addWidget(who)
        self.box.addWidget(self.password)

    def save(self) -> None:
        """Keep it."""
        if self.password.agrees():
            typed = self.password.text()
            self.submit(lambda ctx: _set_password(ctx, self.person.id, typed), self._saved)

    def _saved(self, _nothing: object) -> None:
        self.desk.toast(t("The new password works now."))
        self.accept()


def _add(ctx: Context, values: dict[str, str | None]) -> object:
    from jewelcrm.people.commands import add_person

    return add_person(ctx, **values)  # type: ignore[arg-type]


def _edit(ctx: Context, staff_id: bytes, values: dict[str, str]) -> None:
    from jewelcrm.people.commands import edit_person

    edit_person(ctx, staff_id, **values)


def _set_password(ctx: Context, staff_id: bytes, password: str) -> None:
    from jewelcrm.people.commands import set_password

    set_password(ctx, staff_id, password)
