"""A report leaves the program: what leaves, what for, and where to. On paper or as a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from jewelcrm.errors import Unavailable
from jewelcrm.reports.model import ROLL, paper_named
from jewelcrm.settings import get
from ui import theme
from ui.background import Cancelled
from ui.customers.forms import Form, wide
from ui.i18n import N_, t, tn
from ui.payments import printers
from ui.reports import paper
from ui.reports.going import Going
from ui.reports.words import FORMS, SENSITIVITY, period_of, said
from ui.widgets import Button, Choice, Dialog, Field, Label, Pill, Row, VBox, note
from ui.widgets.agreeing import Agreed

if TYPE_CHECKING:
    from collections.abc import Callable

    from jewelcrm.context import Context
    from jewelcrm.extraction import Left
    from jewelcrm.extraction.queries import Demand
    from jewelcrm.reports.model import Figures
    from ui.background import Job, Progress
    from ui.shell.desk import Desk

PRINT = "print"
_PERSONAL = N_(
    "This report names customers. It is noted in the audit log that you took it out, and what for;"
    " it must not leave the shop."
)
_NOBODY = N_("Nobody is in this report, so there is nothing to write to a file.")
_SIZES = {"80mm": N_("80 mm roll")}


def show(desk: Desk, *, figures: Figures, form: str) -> None:
    """Ask what for, then do it."""
    make = PrintDialog if form == PRINT else SaveDialog
    make(desk, figures, form).open()


class Leave(Form):
    """What leaves, how much of it, and the purpose."""

    help = "reports#Print, look at it, save it"

    def __init__(self, desk: Desk, figures: Figures, title: str, save: str) -> None:
        super().__init__(desk, title, save=save, width=560)
        self.figures = figures
        self._job: Job | None = None
        self.personal = figures.detail.sensitivity == "personal"
        self.purpose = Field(
            N_("What is it needed for?"),
            name="purpose",
            example=N_("e.g. call those whose repairs are ready"),
            optional=not self.personal,
        )
        self.going = Going()
        self.going.hide()
        self.going.stop_wanted.connect(self._stop)
        self.agreed = Agreed(desk)
        self.paper = Choice([(one, _SIZES.get(one, one)) for one in figures.report.layouts])
        self.paper.choose(figures.asked.paper)
        self.sheet = Field(N_("Paper"), self.paper, name="paper")
        self.sheet.setVisible(len(figures.report.layouts) > 1)
        self.add(self._what(), self.purpose, self.agreed)
        self.desk.read(
            self, lambda ctx: paper.demanded(ctx, figures), self._demand, self.show_error
        )

    def _demand(self, demand: Demand) -> None:
        """What so many rows need."""
        if self.personal:
            left = tn("{n} rows left for you today", demand.left_today, one="{n} row left today")
            self.count.raw(f"{self.count.text()}  ·  {left}")
        if demand.second_needed:
            self.agreed.ask(alone=demand.alone)

    def _what(self) -> QWidget:
        figures = self.figures
        rows = tn("{n} rows", figures.count, one="{n} row")
        self.count = Label(look="muted", wrap=True).raw(f"{period_of(figures)}  ·  {rows}")
        level = figures.detail.sensitivity
        pill = Pill(SENSITIVITY[level], "gold" if self.personal else "muted")
        name = Label(look="strong", wrap=True)
        name.raw(f"{said(figures.report.title)}  ·  {said(figures.detail.title)}")
        head = Row(name, pill, spacing=10)
        head.setStretch(0, 1)
        column = VBox(head, self.count, spacing=4)
        if self.personal:
            column.addWidget(note(_PERSONAL))
        what = QWidget()
        what.setLayout(column)
        return what

    def wish(self, form: str) -> paper.Wish:
        """What shall leave."""
        asked = replace(self.figures.asked, paper=paper_named(self.paper.value()))
        figures = replace(self.figures, asked=asked)
        return paper.Wish(figures, form, self.purpose.text(), self.agreed.second())

    # While it is made ------------------------------------------------------------------------

    def run(
        self,
        words: str,
        work: Callable[[Context, Progress], object],
        then: Callable[[Any], None],
    ) -> None:
        """Do it on a thread of its own, with a bar and a way to stop."""
        if self._job is not None:
            return
        ctx = self.desk.context()
        self._set_working(working=True)
        self.going.begin(words)
        self.going.show()

        def done(answer: Any) -> None:
            self._over()
            then(answer)

        self._job = self.desk.background.run_long(
            self, lambda progress: work(ctx, progress), done, self._not_done
        )
        self.going.follow(self._job)

    def _stop(self) -> None:
        if self._job is not None:
            self.going.stopping()
            self._job.cancel()

    def _over(self) -> None:
        self._job = None
        self.going.hide()
        self._set_working(working=False)

    def _not_done(self, error: Exception) -> None:
        self._over()
        if isinstance(error, Cancelled):
            self.desk.toast(t("Stopped."))
            return
        self.agreed.ask_for(error)  # the day's rows may have been used up meanwhile
        self.show_error(error)


def _habits(ctx: Context) -> dict[bool, str]:
    return {roll: str(get(ctx, key)) for roll, key in _PRINTERS.items()}


_PRINTERS = {False: "report_printer", True: "receipt_printer"}


class PrintDialog(Leave):
    """Onto paper; what the printer does not take is kept to be printed again."""

    def __init__(self, desk: Desk, figures: Figures, _form: str = PRINT) -> None:
        super().__init__(desk, figures, N_("Print a report"), N_("Print"))
        self._habits = {False: "", True: ""}
        """The usual printer, and the one with the roll."""
        self.printer = Choice((), raw=True)
        self.where = Field(N_("Printer"), self.printer, name="printer")
        self.warning = note()
        self.warning.hide()
        self.box.addLayout(wide(self.where, self.sheet, shares=(3, 1)))
        self.add(self.warning, self.going)
        self.save_button.setEnabled(False)
        self.paper.currentIndexChanged.connect(lambda _at: self._usual())
        desk.read(self, _habits, self._begin)

    def _begin(self, habits: dict[bool, str]) -> None:
        self._habits = habits
        self.desk.background.ask(self, printers.names, self._printers, self._none, "slow")

    def _printers(self, names: list[str]) -> None:
        self.printer.offer([(name, name) for name in names])
        self._usual()
        self._can_print(yes=bool(names))

    def _usual(self) -> None:
        """The printer that has such paper."""
        if habit := self._habits[self.paper.value() == ROLL]:
            self.printer.choose(habit)

    def _none(self, _error: Exception) -> None:
        self._can_print(yes=False)

    def _can_print(self, *, yes: bool) -> None:
        self.where.setVisible(yes)
        self.save_button.setEnabled(yes)
        self.warning.setVisible(not yes)
        if not yes:
            self.warning.words(printers.NO_PRINTER)

    def save(self) -> None:
        """Print."""
        wish, printer = self.wish("pdf"), self.printer.value()
        title = self.figures.report.title.en

        def work(ctx: Context, progress: Progress) -> None:
            pdf = paper.made(ctx, wish, progress)
            if progress.cancelled:
                raise Cancelled
            printers.send(pdf, printer, title)

        self.run(t("Printing…"), work, self._printed)

    def _printed(self, _nothing: object) -> None:
        self.desk.toast(t("Sent to the printer"))
        self.accept()

    def _not_done(self, error: Exception) -> None:
        super()._not_done(error)
        if isinstance(error, Unavailable) and str(error) in printers.TROUBLES:
            self._keep(str(error))

    def _keep(self, trouble: str) -> None:
        """The printer did not take it: it waits among the papers."""
        figures, purpose = self.wish("pdf").figures, self.purpose.text()

        def work(ctx: Context) -> object:
            from jewelcrm.reports.waiting import keep

            return keep(ctx, figures, purpose=purpose, trouble=trouble)

        self.submit(work, lambda _kept: self._waits(trouble))

    def _waits(self, trouble: str) -> None:
        self.wrong.words(trouble)
        self.wrong.show()
        self.warning.words(N_("The paper is kept: it can be printed again under “Papers waiting”."))
        self.warning.show()


class SaveDialog(Leave):
    """Into a file."""

    def __init__(self, desk: Desk, figures: Figures, form: str) -> None:
        super().__init__(desk, figures, N_("Save a report"), N_("Save…"))
        self.form = Choice([(name, words) for name, words, _icon in FORMS])
        self.box.addLayout(
            wide(Field(N_("File"), self.form, name="file"), self.sheet, shares=(3, 1))
        )
        self.add(self.going)
        self.form.choose(form)
        self.form.chosen.connect(lambda _form: self._sheets())
        self._sheets()
        if self.personal and not figures.count:
            self._nobody()

    def _nobody(self) -> None:
        """A locked file without a name in it helps nobody: one sentence says so instead."""
        self.purpose.hide()
        self.save_button.setEnabled(False)
        self.add(note(_NOBODY))

    def _sheets(self) -> None:
        """Only pages have a size."""
        many = len(self.figures.report.layouts) > 1
        self.sheet.setVisible(many and self.form.value() == "pdf")

    def save(self) -> None:
        """Ask for the name, then write."""
        form = self.form.value()
        name = f"{self.figures.report.name}-{self.figures.asked.period.until}.{form}"
        path, _kind = QFileDialog.getSaveFileName(
            self, t("Save as…"), str(Path.home() / name), f"{form.upper()} (*.{form})"
        )
        if path:
            self.keep(Path(path))

    def keep(self, path: Path) -> None:
        """Write it to a file."""
        wish = self.wish(self.form.value())
        self.run(
            t("Writing the file…"),
            lambda ctx, progress: paper.kept(ctx, wish, path, progress),
            self._kept,
        )

    def _kept(self, left: Left) -> None:
        self.accept()
        if left.password is None:
            self.desk.toast(t("Saved: {path}", path=left.path))
        else:
            SavedSealed(self.desk, str(left.path), left.password).open()


class SavedSealed(Dialog):
    """The file names people, so it is encrypted: its password is shown once and kept nowhere."""

    help = "reports#Print, look at it, save it"

    def __init__(self, desk: Desk, path: str, password: str) -> None:
        super().__init__(desk, N_("Saved, and locked"), save=N_("I have it"), width=520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cancel_button.hide()
        self.password = QLineEdit(password)
        self.password.setReadOnly(True)
        self.password.setFont(theme.font(18, theme.SEMIBOLD))
        self.where = Label(look="muted", wrap=True).raw(path)
        why = N_(
            "It names customers. Whoever opens it needs this password; tell it another way than you"
            " send the file. It is shown only now."
        )
        self.box.addWidget(self.where)
        self.box.addWidget(note(why))
        self.box.addWidget(Field(N_("Password of the file"), self.password))
        copy = Button(N_("Copy"), "content-copy", self._copy)
        self.buttons.insertWidget(0, copy)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.password.text())
        self.desk.toast(t("Copied. Paste it where it is needed, then copy something else."))
