"""What a piece is made of, as it is keyed: metal, fineness, weight, stones, ring size."""

from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from jewelcrm.catalogue.model import Product
from jewelcrm.orders.model import OrderLine
from ui.catalogue.fields import CaratField, FinenessField, RingField, WeightField
from ui.catalogue.words import GRADES, METALS, NOTHING, ORIGINS
from ui.i18n import N_
from ui.widgets import Choice, Field

_COLUMNS = 4


class Making(TypedDict):
    """The part of a NewLine that says what the piece is made of."""

    metal: str | None
    fineness: int | None
    weight: Decimal | None
    stone: str | None
    stone_weight: Decimal | None
    stone_origin: str | None
    treatment: str | None
    certificate: str | None
    ring_size: Decimal | None


def no_making() -> Making:
    """Nothing was said about it."""
    return Making(
        metal=None,
        fineness=None,
        weight=None,
        stone=None,
        stone_weight=None,
        stone_origin=None,
        treatment=None,
        certificate=None,
        ring_size=None,
    )


class ChoiceField(Field):
    """A choice with a label; the empty choice is None."""

    def __init__(self, label: str, options: tuple[tuple[str, str], ...], *, name: str) -> None:
        self.choice = Choice((NOTHING, *options))
        super().__init__(label, self.choice, name=name)

    def value(self) -> str | None:
        """The code chosen."""
        return self.choice.value() or None

    def put(self, code: str | None) -> None:
        """Choose by code; one from elsewhere is added, so that saving loses nothing."""
        if code and self.choice.findData(code) < 0:
            self.choice.addItem(code, code)
        self.choice.choose(code or "")


class MakingFields(QWidget):
    """A grid of everything a receipt must say of a piece."""

    names = frozenset(Making.__annotations__)

    def __init__(self) -> None:
        super().__init__()
        self.metal = ChoiceField(N_("Metal"), METALS, name="metal")
        self.fineness = FinenessField()
        self.weight = WeightField()
        self.ring = RingField()
        self.stone = Field(N_("Stone"), name="stone", example=N_("Diamond"))
        self.carats = CaratField()
        self.origin = ChoiceField(N_("Stone is"), ORIGINS, name="stone_origin")
        self.treatment = Field(
            N_("Treatment"), name="treatment", example=N_("none, heated, type A")
        )
        self.certificate = Field(N_("Certificate"), name="certificate", example="GIA 1234567890")
        self.grade = Choice(GRADES, N_("Which price of the board"))
        self.grade_field = Field(N_("Which price of the board"), self.grade, name="grade")
        self._lay()
        self.hide()

    def _lay(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        parts: tuple[QWidget, ...] = (
            self.metal,
            self.fineness,
            self.weight,
            self.ring,
            self.stone,
            self.carats,
            self.origin,
            self.treatment,
            self.certificate,
            self.grade_field,
        )
        for place, part in enumerate(parts):
            grid.addWidget(part, place // _COLUMNS, place % _COLUMNS, Qt.AlignmentFlag.AlignTop)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.grade_field.hide()

    def put(self, piece: Product | OrderLine) -> None:
        """Fill in what is known of a piece."""
        self.metal.put(piece.metal)
        self.fineness.put(piece.fineness)
        self.weight.put(piece.weight)
        self.stone.set_text(piece.stone)
        self.carats.put(piece.stone_weight)
        self.origin.put(piece.stone_origin)
        self.treatment.set_text(piece.treatment)
        self.certificate.set_text(piece.certificate)
        if isinstance(piece, Product):
            self.ring.put(piece.size if piece.category == "ring" else None)

    def values(self) -> Making:
        """What was typed. Raises CanFix naming the field."""
        return Making(
            metal=self.metal.value(),
            fineness=self.fineness.value(),
            weight=self.weight.grams(),
            stone=self.stone.text() or None,
            stone_weight=self.carats.carats(),
            stone_origin=self.origin.value(),
            treatment=self.treatment.text() or None,
            certificate=self.certificate.text() or None,
            ring_size=self.ring.millimetres(),
        )
