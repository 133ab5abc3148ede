"""A level's picture above its table: the same figures as on paper, in the colours of the theme.

The drawing library is loaded when the first picture is wanted: most people never look at one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui import theme
from ui.format import labelled
from ui.i18n import N_, language, t
from ui.widgets import Label, VBox

if TYPE_CHECKING:
    from jewelcrm.reports.drawing import Drawing
    from jewelcrm.reports.model import Figures
    from ui.dashboard.charts import Chart, Stroke

_HIGH = 190
_NAME = N_("Chart of the report")


class Picture(QWidget):
    """Bars by name, or over time; hidden where a level declares none."""

    def __init__(self) -> None:
        super().__init__()
        self.rest = Label(look="muted")
        self.chart: Chart | None = None
        self._form = self._kind = ""
        self._column = VBox(self.rest, spacing=2)
        self.setLayout(self._column)
        self.hide()

    def put(self, figures: Figures | None) -> bool:
        """Show these; returns whether there is anything to draw."""
        from jewelcrm.reports.drawing import drawing

        made = drawing(figures, language()) if figures is not None else None
        if figures is None or made is None:
            return False
        self._kind = made.column.kind
        chart = self._fitting(made)
        chart.put(_strokes(made, figures))
        left = t("The {n} largest are drawn; the table has all.", n=len(made.points))
        self.rest.raw(left)
        self.rest.setVisible(made.left_out > 0 and made.form == "bars")
        return True

    def _fitting(self, made: Drawing) -> Chart:
        if self.chart is None or self._form != made.form:
            from ui.dashboard.charts import NameChart, TimeChart

            if self.chart is not None:
                self._column.removeWidget(self.chart)
                self.chart.deleteLater()
            is_line = made.form == "line"
            self.chart = TimeChart(_NAME, self._along) if is_line else NameChart(_NAME)
            if is_line:
                self.chart.setFixedHeight(theme.px(_HIGH))
            self._form = made.form
            self._column.insertWidget(0, self.chart)
        return self.chart

    def _along(self, value: float) -> str:
        """A figure of the axis in few letters; money comes in cents."""
        from ui.dashboard.words import short

        return short(round(value * (1 if self._kind == "money" else 100)))


def _strokes(made: Drawing, figures: Figures) -> list[Stroke]:
    from jewelcrm.reports.outputs.cells import shown
    from ui.dashboard.charts import Stroke

    texts = [(label, value, shown(value, made.column, figures)) for label, value in made.points]
    return [
        Stroke(_brief(label), float(value), labelled(label, text), shown=text)
        for label, value, text in texts
    ]


def _brief(label: str) -> str:
    """A day without its year: many stand side by side."""
    is_day = len(label) == len("2026-11-22") and label[4::3] == "--"
    return (label[5:] if is_day else label) or "–"
