"""A place for copies: a USB stick by its label, a folder, a network folder, head office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ui.backup import work
from ui.backup.sticks import sticks
from ui.i18n import N_, t
from ui.widgets import Button, Chips, Dialog, Field, Label, Row

if TYPE_CHECKING:
    from jewelcrm.backup.model import Target, TargetKind
    from jewelcrm.context import Context
    from ui.shell.desk import Desk

_KINDS: tuple[tuple[TargetKind, str], ...] = (
    ("usb", N_("USB stick")),
    ("folder", N_("Folder")),
    ("share", N_("Network folder")),
    ("head_office", N_("Head office")),
)
_HINTS = {
    "usb": N_("The stick is known by its label, whichever socket it is in."),
    "folder": N_("On another disk of this computer."),
    "share": N_(r"For example \\server\backups, on a computer that is always on."),
    "head_office": N_(
        "Copies go over the line, a little at a time, and cannot be deleted from here."
    ),
}


def show(desk: Desk) -> AddTarget:
    """Open it."""
    dialog = AddTarget(desk)
    dialog.open()
    return dialog


class AddTarget(Dialog):
    help = "backup#Places for copies"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("A place for copies"), save=N_("Add"), width=560)
        enrolled = desk.line.enrolled
        kinds = [pair for pair in _KINDS if enrolled or pair[0] != "head_office"]
        self.kind = Chips(kinds, N_("Kind of place"))
        self.place = Field(N_("Label"), QLineEdit(), name="place")
        self.hint = Label(look="muted", wrap=True)
        self.browse = Button(N_("Choose…"), "folder-open", self._browse)
        self.found = QWidget()
        self._sticks = Row(spacing=8)
        self.found.setLayout(self._sticks)
        self.box.addWidget(
            Label(
                N_(
                    "After every backup a copy goes there by itself. It is encrypted: whoever "
                    "finds a stick can read nothing of it."
                ),
                wrap=True,
            )
        )
        row = Row(self.place, self.browse)
        row.setStretch(0, 1)
        self.box.addWidget(self.kind)
        self.box.addLayout(row)
        self.box.addWidget(self.found)
        self.box.addWidget(self.hint)
        self.kind.chosen.connect(lambda _key: self._kind_changed())
        self._kind_changed()
        self._look_for_sticks()

    def _kind_changed(self) -> None:
        kind = self.kind.value()
        self.place.setVisible(kind != "head_office")
        self.browse.setVisible(kind in ("folder", "share"))
        self.found.setVisible(kind == "usb")
        self.place.label.words(N_("Label") if kind == "usb" else N_("Folder"))
        self.hint.words(_HINTS[kind])

    def _look_for_sticks(self) -> None:
        for name in sticks():
            self._sticks.addWidget(_raw_button(name, self.place))
        self._sticks.addStretch(1)

    def _browse(self) -> None:
        picked = QFileDialog.getExistingDirectory(self, t("Folder"))
        if picked:
            self.place.set_text(picked)

    def save(self) -> None:
        """Try it, and keep it."""
        kind, place = self.kind.value(), self.place.text()
        if kind != "head_office" and not place:
            self.place.error(N_("This is needed."))
            return
        self.submit(lambda ctx: _added(ctx, kind, place), self._added)

    def _added(self, _targets: object) -> None:
        self.desk.toast(t("The next backup goes there too."))
        self.desk.safe.look()
        self.accept()
        self.desk.open("backup", show="targets")


def _raw_button(name: str, place: Field) -> Button:
    button = Button("", "content-save", lambda: place.set_text(name))
    button.setText(name)
    button.setAccessibleName(name)
    return button


def _added(ctx: Context, kind: str, place: str) -> list[Target]:
    from jewelcrm.backup import queries
    from jewelcrm.backup.model import Target

    new = Target(kind, place)  # type: ignore[arg-type]  # one of the chips
    return work.put_targets(ctx, [*queries.targets(ctx), new])
