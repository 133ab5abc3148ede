"""What pieces are made of, in words: metals, fineness, weights in grams and taels, stones."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Protocol

from jewelcrm.customers.lists import STONES
from jewelcrm.errors import CanFix
from jewelcrm.orders.rules import disclosures as named
from jewelcrm.reports import codes
from jewelcrm.weights import carat_text, gram_text, tael_text, taels
from ui.customers.words import label
from ui.format import bracketed, listed
from ui.i18n import LANGUAGES, N_, chinese, language, later, t

METALS = (
    ("gold", N_("Gold")),
    ("yellow_gold", N_("Yellow gold")),
    ("white_gold", N_("White gold")),
    ("rose_gold", N_("Rose gold")),
    ("platinum", N_("Platinum")),
    ("palladium", N_("Palladium")),
    ("silver", N_("Silver")),
    ("gold_plated", N_("Gold-plated")),
    ("steel", N_("Steel")),
    ("other", N_("Other metal")),
)
GRADES = (("ornament", N_("Ornaments")), ("pellet", N_("Pellets")), ("bar", N_("Bars")))
UNITS = (("tael", N_("per tael")), ("gram", N_("per gram")))
ORIGINS = (("natural", N_("Natural")), ("lab_grown", N_("Laboratory-grown")))
MODES = (("fixed_price", N_("Fixed price")), ("by_weight", N_("By weight")))
NOTHING = ("", "–")

_GOLDS = frozenset({"gold", "yellow_gold", "white_gold", "rose_gold"})
CHUK_KAM = 9990
# The statutory ladder of Hong Kong (Cap. 362A): 14K is 585, not 583.3.
_CARATS = {
    8: 3330,
    9: 3750,
    10: 4167,
    12: 5000,
    14: 5850,
    15: 6250,
    18: 7500,
    20: 8330,
    21: 8750,
    22: 9166,
    24: 9990,
}
_NAMED = {"足金": 9990, "千足金": 9990, "足鉑金": 9900, "足白金": 9900, "足銀": 9900}
_CARAT = re.compile(r"(\d{1,2})\s*(?:K|KT|CT|C)金?")


def word_of(options: tuple[tuple[str, str], ...], code: str | None) -> str:
    """The words for a code in the present language; an unknown code as it is."""
    found = next((words for key, words in options if key == code), None)
    return later(found) if found is not None else (code or "")


def category_word(category: str | None) -> str:
    """A usual category in the present language; the shop's own as it is."""
    return codes.say("category", category or "", language())


def category_code(text: str) -> str:
    """The usual category that was typed, in whichever language; else what was typed."""
    wanted = text.strip().casefold()
    for known in codes.CATEGORIES:
        if wanted in {known.code, *(known.label(one).casefold() for one in LANGUAGES)}:
            return known.code
    return text.strip()


def parse_fineness(text: str) -> int | None:
    """Parts per ten thousand of what was typed: 999.9, 750, 18K, Pt950, 足金; None when empty.

    Raises CanFix for anything else.
    """
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    if not plain:
        return None
    if plain in _NAMED:
        return _NAMED[plain]
    if match := _CARAT.fullmatch(plain):
        if found := _CARATS.get(int(match[1])):
            return found
        raise _no_fineness(text)
    return _per_mille(plain, text)


def _per_mille(plain: str, text: str) -> int:
    digits = re.sub(r"^(?:PT|PD|AU|AG|S)\s*|[‰\s]+$", "", plain)
    try:
        number = Decimal(digits)
    except InvalidOperation:
        raise _no_fineness(text) from None
    parts = number if number == 9999 else number * 10
    if not parts.is_finite() or not 1 <= parts <= 10_000 or parts != int(parts):
        raise _no_fineness(text)
    return int(parts)


def _no_fineness(text: str) -> CanFix:
    return CanFix(
        N_("“{text}” is not a fineness. Write it like 999.9, 750 or 18K."),
        field="fineness",
        text=text.strip(),
    )


def fineness_typed(fineness: int | None) -> str:
    """999.9 or 750, as it is typed."""
    return "" if fineness is None else f"{Decimal(fineness) / 10:f}".removesuffix(".0")


class Made(named.Made, Protocol):
    """What a piece, or a line of an order, is made of."""

    @property
    def weight(self) -> Decimal | None: ...
    @property
    def certificate(self) -> str | None: ...


# What is written on most pieces; other treatments stay in the words they were typed in.
TREATMENTS = (N_("Not treated"), N_("Heated"), N_("Type A"))


def metal_words(metal: str | None, fineness: int | None) -> str:
    """Chuk Kam 999.9‰, 18K white gold 750‰, Platinum 950‰."""
    name = word_of(METALS, metal)
    if metal in _GOLDS and fineness is not None:
        name = _gold_name(metal, name, fineness)
    return f"{name} {fineness_typed(fineness)}‰".strip() if fineness else name


def _gold_name(metal: str, name: str, fineness: int) -> str:
    if fineness >= CHUK_KAM and metal in ("gold", "yellow_gold"):
        return t("Chuk Kam (pure gold)")
    carat = next((carat for carat, parts in _CARATS.items() if parts == fineness), None)
    if carat is None:
        return name
    return f"{carat}K{name}" if chinese() else f"{carat}K {name.lower()}"


def weight_words(grams: Decimal | None) -> str:
    """37.43 g (1 tael): Hong Kong goldsmiths speak in taels."""
    return "" if grams is None else bracketed(gram_words(grams), tael_words(grams))


def gram_words(grams: Decimal) -> str:
    """37.43 g, with the unit as the forms write it."""
    return t("{n} g", n=gram_text(grams).removesuffix(" g"))


def tael_words(grams: Decimal) -> str:
    """1錢5分 in Chinese; 0.15 tael in English, as finely as a li."""
    return tael_text(grams) if chinese() else t("{n} tael", n=f"{round(float(taels(grams)), 3):g}")


def stone_word(stone: str | None) -> str:
    """A usual stone in the present language; any other as it was typed."""
    return label(STONES, STONES.read(stone or "")) or stone or ""


def treatment_word(treatment: str | None) -> str:
    """A usual treatment in the present language; any other as it was typed."""
    return later(treatment or "")


def stone_words(made: Made) -> str:
    """Diamond 0.30 ct, natural, untreated."""
    if not made.stone:
        return ""
    carats = carat_text(made.stone_weight) if made.stone_weight is not None else ""
    head = f"{stone_word(made.stone)} {carats}".strip()
    details = (
        word_of(ORIGINS, made.stone_origin) if made.stone_origin else "",
        treatment_word(made.treatment),
    )
    return listed((head, *details))


def spec(made: Made) -> str:
    """Everything a receipt must say of a piece, in one line."""
    parts = (
        metal_words(made.metal, made.fineness),
        weight_words(made.weight),
        stone_words(made),
        made.certificate,
    )
    return "  ·  ".join(part for part in parts if part)
