"""The rules that make reminders: which are on, and how many days before or after."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui.i18n import N_, bind, later, say, t
from ui.settings.part import Part
from ui.widgets.frames import Row, line
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jewelcrm.context import Context
    from jewelcrm.followups.model import RuleSetting
    from ui.shell.desk import Desk


class Rules(Part):
    """One line per rule."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "Reminder rules",
            "Reminders are made by themselves from these rules. Days are counted from the day the "
            "rule is about: -7, 0 means seven days before and on the day.",
            width=860,
        )
        self._lines: list[RuleLine] = []
        self._body = QWidget()
        self.box.addWidget(self._body)

    def load(self) -> None:
        """Read the rules."""
        self.desk.read(self, _rules, self.show_rules, key="rules")

    def show_rules(self, rules: Sequence[RuleSetting]) -> None:
        """Show them; a line being typed in is left alone."""
        if [line_.rule.key for line_ in self._lines] == [rule.key for rule in rules]:
            for shown, rule in zip(self._lines, rules, strict=True):
                shown.show_rule(rule)
            return
        for rule in rules:
            shown = RuleLine(self.desk, rule)
            self._lines.append(shown)
            self.box.addWidget(line())
            self.box.addWidget(shown)


class RuleLine(QWidget):
    """On or off, the name of the rule, and its days."""

    def __init__(self, desk: Desk, rule: RuleSetting) -> None:
        super().__init__()
        self.desk, self.rule = desk, rule
        self.on, self.days = QCheckBox(), QLineEdit()
        self.wrong = Label(look="error")
        self.wrong.hide()
        self.days.setFixedWidth(190)
        self.setMinimumHeight(52)  # a long list of rules is squeezed otherwise
        bind(self.on.setText, lambda: later(self.rule.name))
        bind(self.days.setAccessibleName, lambda: t("Days: {rule}", rule=later(self.rule.name)))
        say(self.days.setPlaceholderText, "-7, 0")
        row = Row(self.on, None, self.wrong, self.days, Label("days", "muted"))
        self.setLayout(row)
        self.show_rule(rule)
        self.on.clicked.connect(lambda _on: self._keep())
        self.days.editingFinished.connect(self._keep)

    def show_rule(self, rule: RuleSetting) -> None:
        """What is in force."""
        self.rule = rule
        may = self.desk.allows("followups.rules")
        self.on.setChecked(rule.active)
        self.on.setEnabled(may)
        self.days.setEnabled(may)
        if not self.days.hasFocus():
            self.days.setText(", ".join(str(day) for day in rule.days))

    def _keep(self) -> None:
        days = parse_days(self.days.text())
        if days is None:
            self.wrong.words(N_("Type days like -7, 0, 3"))
            self.wrong.show()
            return
        self.wrong.hide()
        if (days, self.on.isChecked()) == (tuple(self.rule.days), self.rule.active):
            return
        key, on = self.rule.key, self.on.isChecked()
        self.desk.write(self, lambda ctx: _set(ctx, key, days, on=on), self._kept)

    def _kept(self, _answer: object) -> None:
        self.desk.toast(t("Saved."))


def parse_days(text: str) -> tuple[int, ...] | None:
    """-7, 0, 3 as numbers; None when it is anything else."""
    parts = [part for part in re.split(r"[,;，、\s]+", text.strip()) if part]
    if not parts or any(not re.fullmatch(r"[+-]?\d{1,4}", part) for part in parts):
        return None
    return tuple(int(part) for part in parts)


def _rules(ctx: Context) -> Sequence[RuleSetting]:
    from jewelcrm.followups.queries import rules

    return rules(ctx)


def _set(ctx: Context, key: str, days: tuple[int, ...], *, on: bool) -> None:
    from jewelcrm.followups.commands import set_rule

    set_rule(ctx, key, active=on, days=days)
