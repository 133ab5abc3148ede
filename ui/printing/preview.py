"""Labels as they will look: their size, English or Chinese, how many of each; saved or printed."""

from __future__ import annotations

from collections.abc import Sequence

from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.printing import queries
from jewelcrm.printing.model import (
    BAG_SIZES,
    MOST_COPIES,
    SIZES,
    TAG_SIZES,
    Habits,
    Label,
    Look,
    Tag,
)
from ui.i18n import N_
from ui.payments.preview import Preview
from ui.shell.desk import Desk
from ui.widgets import Field, NumberEdit

_WIDE = 700  # of the view


class LabelPreview(Preview):
    """The labels of an order's pieces, or the tag of a piece for sale."""

    help = "labels#Printing"
    around = 420

    def __init__(self, desk: Desk, labels: Sequence[Label], file_name: str) -> None:
        self._labels = labels
        self._tags = isinstance(labels[0], Tag)
        self.papers = [(one, _words(one)) for one in (TAG_SIZES if self._tags else BAG_SIZES)]
        self._habits: Habits | None = None
        self._copies = 1
        super().__init__(desk, N_("Tag of the piece") if self._tags else N_("Labels"), file_name)
        self._most = self.view.minimumHeight()
        self.view.setMinimumHeight(120)
        self.number = NumberEdit()
        self.number.set_number(1)
        self.copies = Field(N_("How many of each"), self.number, name="copies")
        self.box.insertWidget(self.box.indexOf(self.view), self.copies)

    def habits(self, ctx: Context) -> tuple[str, str, str]:
        """Size and printer of this PC's labels."""
        found = self._habits = queries.habits(ctx)
        look = found.of(tags=self._tags)
        return look.size, look.language, found.printer

    def draw(self) -> None:
        """As tall as the label is, at the width of the view."""
        super().draw()
        wide, high = SIZES[self.paper.value()]
        self.view.setFixedHeight(min(self._most, round(_WIDE * high / wide) + 24))

    def make(self, ctx: Context, paper: str, language: str) -> bytes:
        """One of each, to look at, where the paper is: the printer's play is not the eye's."""
        del ctx
        return self._drawn(Look(paper, language), 1)

    def for_printer(self, ctx: Context, paper: str, language: str) -> bytes:
        """As many as are wanted, moved as the printer needs it."""
        look = queries.habits(ctx).of(tags=self._tags)
        return self._drawn(Look(paper, language, look.right, look.down), self._copies)

    def save(self) -> None:
        """Print."""
        try:
            self._copies = self._wanted()
        except CanFix as error:
            self.show_error(error)
        else:
            super().save()

    def _wanted(self) -> int:
        try:
            number = self.number.number()
        except CanFix:
            number = None
        if number is None or not 1 <= number <= MOST_COPIES:
            raise CanFix(N_("Choose 1 to {most}."), field="copies", most=MOST_COPIES)
        return int(number)

    def _drawn(self, look: Look, copies: int) -> bytes:
        from jewelcrm.printing.drawing import render  # brings the PDF writer along

        return render(self._labels, look, copies)


def _words(size: str) -> str:
    wide, high = SIZES[size]
    return f"{wide:.0f} × {high:.0f} mm"
