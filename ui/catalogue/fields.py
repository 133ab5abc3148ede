"""Fields that understand a goldsmith: fineness, weights in grams or taels, ring sizes."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from jewelcrm.customers.rules.ring_sizes import all_labels, labels, read_size
from jewelcrm.errors import CanFix
from jewelcrm.weights import carat_text, gram_text, parse_weight
from ui.catalogue.words import fineness_typed, gram_words, parse_fineness, tael_words
from ui.dress import wear
from ui.i18n import N_, bind
from ui.widgets import Field

_SYSTEMS = ("HK", "US", "UK", "EU", "JP")


class _Live(Field):
    """A field that says under itself how it understands what is typed."""

    def __init__(self, label: str, *, name: str, example: str = "") -> None:
        super().__init__(label, name=name, example=example)
        self.changed.connect(self._say)
        bind(self._said, lambda: "")

    def _said(self, _text: str = "") -> None:
        self._say()

    def _say(self) -> None:
        try:
            words = self.meaning()
        except CanFix:
            words = ""
        self.hint.raw(words)
        self.hint.setVisible(bool(words))

    def meaning(self) -> str:
        """What is typed, in other words; empty when there is nothing to say."""
        raise NotImplementedError

    def _named(self, error: CanFix) -> CanFix:
        return CanFix(error.template, field=self.field_name, **error.values)


class FinenessField(_Live):
    """999.9, 750, 18K, 足金."""

    def __init__(self, name: str = "fineness") -> None:
        super().__init__(N_("Fineness (‰)"), name=name, example=N_("999.9, 750 or 18K"))

    def value(self) -> int | None:
        """Parts per ten thousand. Raises CanFix naming this field."""
        try:
            return parse_fineness(self.text())
        except CanFix as error:
            raise self._named(error) from error

    def put(self, fineness: int | None) -> None:
        """Fill it in."""
        self.set_text(fineness_typed(fineness))

    def meaning(self) -> str:
        """18K is 750‰."""
        found, text = parse_fineness(self.text()), self.text()
        return f"{fineness_typed(found)}‰" if found and fineness_typed(found) != text else ""


class WeightField(_Live):
    """Grams, or taels, mace and candareens: 37.43, 1兩, 3錢3分."""

    def __init__(self, label: str = N_("Weight (g)"), *, name: str = "weight") -> None:
        super().__init__(label, name=name, example=N_("37.43 or 1 tael"))

    def grams(self) -> Decimal | None:
        """Grams, None when empty. Raises CanFix naming this field."""
        if not self.text():
            return None
        try:
            return parse_weight(self.text())
        except CanFix as error:
            raise self._named(error) from error

    def put(self, grams: Decimal | None) -> None:
        """Fill it in."""
        self.set_text("" if grams is None else gram_text(grams).removesuffix(" g"))

    def meaning(self) -> str:
        """37.43 g, 1兩."""
        grams = self.grams()
        return "" if grams is None else f"{gram_words(grams)} · {tael_words(grams)}"


class CaratField(_Live):
    """Carats: 0.30, 0.30ct, 30份."""

    def __init__(self, name: str = "stone_weight") -> None:
        super().__init__(N_("Carats"), name=name, example="0.30")

    def carats(self) -> Decimal | None:
        """Carats, None when empty. Raises CanFix naming this field."""
        if not self.text():
            return None
        try:
            found = parse_weight(self.text(), "carat") / Decimal("0.2")
        except CanFix as error:
            raise self._named(error) from error
        return found.quantize(Decimal("0.001"))

    def put(self, carats: Decimal | None) -> None:
        """Fill it in."""
        self.set_text("" if carats is None else carat_text(carats).removesuffix(" ct"))

    def meaning(self) -> str:
        """Nothing but what is typed."""
        return ""


class RingField(_Live):
    """A ring size in any system; it offers sizes while one types and shows millimetres."""

    def __init__(self, name: str = "ring_size") -> None:
        super().__init__(N_("Ring size"), name=name, example=N_("HK 14 or US 6½"))
        edit = self.input
        assert isinstance(edit, QLineEdit)
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        edit.setCompleter(completer)
        wear(completer.popup())
        self.offer(())

    def offer(self, known: tuple[str, ...]) -> None:
        """Offer these first (the customer's own sizes), then every size there is."""
        every = [f"{system} {size}" for system in _SYSTEMS for size in labels(system)]
        self._offered.setStringList([*known, *(size for size in every if size not in known)])

    def millimetres(self) -> Decimal | None:
        """The inner circumference, None when empty. Raises CanFix naming this field."""
        if not self.text():
            return None
        try:
            return read_size(self.text()).circumference
        except CanFix as error:
            raise self._named(error) from error

    def put(self, size: Decimal | None) -> None:
        """Fill it in."""
        self.set_text("" if size is None else f"HK {all_labels(size)['HK']}")

    def meaning(self) -> str:
        """54.4 mm, HK 14, US 7."""
        size = self.millimetres()
        if size is None:
            return ""
        others = all_labels(size)
        return f"{size:.1f} mm · HK {others['HK']} · US {others['US']}"
