"""Paper, language and printer of receipts, reports and labels; the logo on reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from ui.i18n import N_, t
from ui.settings.labels import Labels
from ui.settings.part import Part
from ui.widgets.buttons import Button, Chips
from ui.widgets.choice import Choice
from ui.widgets.fields import Area, Field
from ui.widgets.frames import Row, line
from ui.widgets.labels import Label, muted

if TYPE_CHECKING:
    from jewelcrm.settings import Value
    from ui.shell.desk import Desk


class Receipts(Part):
    """What a receipt looks like and where it comes out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Receipts")
        self.paper = Chips([("A5", N_("A5 sheet")), ("80mm", N_("80 mm roll"))], name="Paper")
        self.language = Chips(
            [("zh_HK", "繁體中文"), ("en", "English")], name="Language of receipts"
        )
        self.printers = Choice(raw=True)
        self.printer = Field("Printer", self.printers, name="receipt_printer")
        self.report_printers = Choice(raw=True)
        self.report_printer = Field(
            "Printer of reports", self.report_printers, name="report_printer"
        )
        for words, part in (
            (N_("Paper"), self.paper),
            (N_("Language of receipts"), self.language),
        ):
            self.box.addWidget(Label(words, "muted"))
            self.box.addWidget(part)
        self.box.addWidget(self.printer)
        self.box.addWidget(self.report_printer)
        self._lay_logo()
        self.labels = Labels(self)
        self.box.addWidget(line())
        self.box.addWidget(Label(N_("Labels"), "heading"))
        self.box.addWidget(self.labels)
        self.terms = {
            "receipt_terms_zh_HK": Field("Terms under Chinese receipts", Area(4)),
            "receipt_terms_en": Field("Terms under English receipts", Area(4)),
        }
        self.keep_terms = Button("Save the terms", pressed=self._keep_terms)
        self.box.addWidget(line())
        for field in self.terms.values():
            self.box.addWidget(field)
        self.box.addWidget(muted("Empty: the terms that come with the program."))
        self.box.addLayout(Row(self.keep_terms, None))
        self.paper.chosen.connect(lambda key: self.keep("receipt_paper", key))
        self.language.chosen.connect(lambda key: self.keep("receipt_language", key))
        self.printers.chosen.connect(lambda key: self.keep("receipt_printer", key))
        self.report_printers.chosen.connect(lambda key: self.keep("report_printer", key))

    def _lay_logo(self) -> None:
        self.logo = Label(look="strong")
        self.choose_logo = Button(N_("Choose a picture…"), pressed=self._choose_logo)
        self.no_logo = Button(N_("No logo"), pressed=lambda: self.keep("report_logo", ""))
        self.box.addWidget(Label(N_("Logo on reports"), "muted"))
        self.box.addLayout(Row(self.logo, self.choose_logo, self.no_logo, None))

    def _choose_logo(self) -> None:
        """A picture somewhere on this PC; only where it lies is kept."""
        path, _kind = QFileDialog.getOpenFileName(
            self, t("Logo on reports"), "", t("Pictures (*.png *.jpg *.jpeg)")
        )
        if path:
            self.keep("report_logo", path)

    def kept(self, key: str, value: Value) -> None:
        """It is kept: the logo's name stands here at once."""
        super().kept(key, value)
        if key == "report_logo":
            self._show_logo(str(value))

    def _show_logo(self, path: str) -> None:
        self.logo.raw(Path(path).name)
        self.logo.setVisible(bool(path))
        self.no_logo.setVisible(bool(path))

    def show_settings(self, settings: dict[str, Value]) -> None:
        """What is in force; the printers are looked up off the UI thread (a queue may be slow)."""
        self.paper.choose(str(settings["receipt_paper"]))
        self.language.choose(str(settings["receipt_language"]))
        printers = (self.printers, self.report_printers)
        self._show_logo(str(settings["report_logo"]))
        self.labels.show_settings(settings)
        logo = (self.choose_logo, self.no_logo)
        for part in (self.paper, self.language, *printers, *logo, self.keep_terms):
            part.setEnabled(self.may_edit())
        for key, field in self.terms.items():
            if not field.input.hasFocus():
                field.set_text(str(settings[key]))
        bound = {
            self.printers: str(settings["receipt_printer"]),
            self.report_printers: str(settings["report_printer"]),
            self.labels.printers: str(settings["label_printer"]),
        }
        self.desk.background.ask(
            self, _printers, lambda names: self._offer(names, bound), lane="slow", key="printers"
        )

    def _keep_terms(self) -> None:
        for key, field in self.terms.items():
            self.keep(key, field.text())

    def _offer(self, names: list[str], bound: dict[Choice, str]) -> None:
        for choice, chosen in bound.items():
            known = [*names, chosen] if chosen and chosen not in names else names
            choice.offer([("", t("Ask each time")), *((name, name) for name in known)])
            choice.choose(chosen)


def _printers() -> list[str]:
    from PySide6.QtPrintSupport import QPrinterInfo

    return list(QPrinterInfo.availablePrinterNames())
