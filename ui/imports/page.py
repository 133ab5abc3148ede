"""The import page: file, look, columns, trial, import; and lists taken out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.imports import queries
from jewelcrm.imports.commands import Summary
from jewelcrm.imports.queries import KeptMap, Look
from ui.background import Cancelled, Job
from ui.i18n import N_, bind, later, t
from ui.imports.columns import ColumnsStep
from ui.imports.look import LookStep
from ui.imports.pick import PickStep
from ui.imports.result import ResultStep
from ui.imports.state import Choices
from ui.imports.steps import Steps
from ui.imports.trial import TrialStep
from ui.imports.work import job, usual_rejects
from ui.shell.desk import Desk
from ui.shell.page import Page
from ui.shell.words import words_for
from ui.widgets import Button, Label, PrimaryButton, Row, Scroll, VBox, note, title

PICK, LOOK, COLUMNS, TRY, RUN = range(5)
_FORWARD = {
    LOOK: N_("On to the columns"),
    COLUMNS: N_("Try it without writing"),
    TRY: N_("Import now"),
}


class ImportPage(Page):
    name = "imports"
    icon = "imports"
    title = N_("Import")
    help = "import"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.choices = Choices()
        self.steps = Steps()
        self.pick, self.look = PickStep(desk), LookStep()
        self.columns, self.trial, self.result = ColumnsStep(desk), TrialStep(), ResultStep()
        self.stack = QStackedWidget()
        for part in (Scroll(self.pick), self.look, self.columns, self.trial, self.result):
            self.stack.addWidget(part)
        self.file = Label(look="muted")
        self.wrong = note("", "bad")
        self.back = Button(N_("Back"), "arrow-left", self.go_back)
        self.forward = PrimaryButton(N_("On"), pressed=self.go_on)
        self.forward.setAutoDefault(True)  # Enter presses it
        self._job: Job | None = None
        self._arrange()
        self._listen()
        self._go(PICK)

    def _arrange(self) -> None:
        head = Row(title(N_("Import")), self.file, None)
        foot = Row(self.back, None, self.forward)
        column = VBox(head, self.steps, self.wrong, self.stack, foot, spacing=12)
        column.setStretch(3, 1)
        self.setLayout(column)

    def _listen(self) -> None:
        self.pick.chosen.connect(self.choose)
        self.pick.kind.chosen.connect(lambda _kind: self._kind_changed())
        self.look.changed.connect(self._read_again)
        self.columns.changed.connect(self._columns_changed)
        self.result.stop_wanted.connect(self.stop)
        self.result.again_wanted.connect(self.start_over)

    # The shell's calls -----------------------------------------------------------------------

    def enter(self, **where: object) -> None:
        """With kind: what the file holds; with path: that file."""
        if isinstance(kind := where.get("kind"), str) and self._at() == PICK:
            self.pick.kind.choose(kind)
            self._kind_changed()
        if isinstance(path := where.get("path"), Path):
            self.choose(path)
        self._read_broken()

    def clear(self) -> None:
        """Nothing of the last person stays; a running import goes on to its end."""
        self.start_over()

    def _read_broken(self) -> None:
        def read(ctx: Context) -> list[str]:
            return queries.broken_off(ctx)

        if self._job is None:
            self.desk.read(self, read, self.pick.show_broken, key="broken")

    # Steps -----------------------------------------------------------------------------------

    def _at(self) -> int:
        return self.stack.currentIndex()

    def _go(self, step: int) -> None:
        self.stack.setCurrentIndex(step)
        self.steps.show_step(step)
        self.wrong.hide()
        self.back.setVisible(step in (LOOK, COLUMNS, TRY))
        self.forward.setVisible(step in _FORWARD)
        if step in _FORWARD:
            words = _FORWARD[step]
            bind(self.forward.setText, lambda: later(words))
        self._can_go_on()

    def _can_go_on(self) -> None:
        step, choices = self._at(), self.choices
        ready = {
            LOOK: choices.look is not None,
            COLUMNS: self.columns.enough(),
            TRY: choices.tried is not None,
        }
        self.forward.setEnabled(ready.get(step, False))

    def go_back(self) -> None:
        """One step back; a trial that still runs is stopped."""
        if self._job is not None:
            self._job.cancel()
        self._go(max(PICK, self._at() - 1))

    def go_on(self) -> None:
        """One step on."""
        step = self._at()
        if step == LOOK:
            self._show_columns()
        elif step == COLUMNS:
            self._try()
        elif step == TRY:
            self._import()

    def start_over(self) -> None:
        """Another file."""
        kind = self.pick.value()
        self.choices = Choices(kind=kind)
        self.file.raw("")
        self.look.forget()
        self._go(PICK)
        if self.desk.ctx is not None:
            self._read_broken()

    # The file --------------------------------------------------------------------------------

    def choose(self, path: Path) -> None:
        """A file was chosen or dropped."""
        self.choices = Choices(kind=self.pick.value(), path=path)
        self.file.raw(path.name)
        self.look.forget()
        self._read_again()

    def _kind_changed(self) -> None:
        self.choices.kind = self.pick.value()

    def _read_again(self) -> None:
        choices = self.choices
        path, kind, options = choices.path, choices.kind, self.look.options()
        if path is None:
            return
        choices.options, choices.tried = options, None

        def read(ctx: Context) -> tuple[Look, list[KeptMap]]:
            return queries.look(ctx, path, kind, options), queries.kept_maps(ctx, kind)

        self.desk.read(self, read, self._looked, self._failed, key="look")

    def _looked(self, found: tuple[Look, list[KeptMap]]) -> None:
        look, kept = found
        choices = self.choices
        choices.look, choices.kept, choices.mapping = look, kept, look.mapping
        self.look.show_look(look)
        self._go(LOOK)

    def _failed(self, error: Exception) -> None:
        """Words above the step; what was chosen stays."""
        self._job = None
        if isinstance(error, Cancelled):
            if self._at() == RUN:
                self._go_back_with(lambda: t("Stopped before anything was written."))
            return
        said = words_for(error)
        if said is None:
            self.desk.fail(error)
            return
        self.wrong.tell(said.words)
        self.wrong.show()
        if self._at() == LOOK:
            self.choices.look = None
        if self._at() == RUN:
            self._go_back_with(said.words)
        self._can_go_on()

    def _go_back_with(self, make: Callable[[], str]) -> None:
        self._go(TRY)
        self.wrong.tell(make)
        self.wrong.show()

    # Columns, trial, import ------------------------------------------------------------------

    def _show_columns(self) -> None:
        _path, look, mapping = self.choices.opened()
        self.columns.show_columns(look, mapping, self.choices.kept)
        self._go(COLUMNS)

    def _columns_changed(self) -> None:
        self.choices.mapping, self.choices.tried = self.columns.mapping(), None
        self._can_go_on()

    def _try(self) -> None:
        choices = self.choices
        choices.mapping = self.columns.mapping()
        path, _look, _mapping = choices.opened()
        choices.tried = None
        self.trial.begin(usual_rejects(path))
        self._go(TRY)
        work = job(self.desk.context(), choices, dry_run=True)
        self._job = self.desk.background.run_long(self, work, self._tried, self._failed)
        self._job.progressed.connect(self.trial.running.tell)

    def _tried(self, summary: Summary) -> None:
        self._job = None
        if self._at() == TRY and not summary.stopped:
            self.choices.tried = summary
            self.trial.show_summary(summary)
            self._can_go_on()
            self.forward.setFocus()  # it was grey meanwhile: Enter goes on

    def _import(self) -> None:
        try:
            self.choices.rejects_to = self._checked_rejects()
        except CanFix as error:
            self.trial.where.error(error.template, **error.values)
            return
        self.result.begin()
        self._go(RUN)
        work = job(self.desk.context(), self.choices, dry_run=False)
        self._job = self.desk.background.run_long(self, work, self._imported, self._failed)
        rows = self.choices.tried.read if self.choices.tried is not None else 0
        self._job.progressed.connect(
            lambda done, total, what: self.result.running.tell(done, total or rows, what)
        )

    def _checked_rejects(self) -> Path | None:
        wanted = self.trial.rejects_to()
        if wanted is not None and not wanted.parent.is_dir():
            raise CanFix(
                N_("There is no folder {folder}."), field="rejects_to", folder=wanted.parent
            )
        return wanted

    def stop(self) -> None:
        """Stop after the batch that is being written; what is written stays."""
        if self._job is not None:
            self._job.cancel()
            self.result.stopping()

    def _imported(self, summary: Summary) -> None:
        self._job = None
        self.choices.done = summary
        self.result.show_summary(summary)


PAGE = ImportPage
