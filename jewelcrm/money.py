"""Money that is exact: whole minor units and a currency, never a float."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jewelcrm.errors import CanFix

SYMBOLS = {
    "HKD": "HK$",
    "MOP": "MOP$",
    "CNY": "CN¥",
    "USD": "US$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "JP¥",
    "KRW": "₩",
    "TWD": "NT$",
    "SGD": "S$",
    "THB": "฿",
    "AUD": "A$",
    "CAD": "C$",
    "NZD": "NZ$",
    "CHF": "CHF ",
    "INR": "₹",
    "PHP": "₱",
    "VND": "₫",
    "MYR": "RM",
}
"""What stands before an amount; other currencies show their code."""

MOST = 10**15
"""Minor units of the largest amount that can be typed or imported: thousands of them still add up
in the store's 64 bits."""
_WHOLE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND"

_WORDS = {
    "HKD": ("港幣", "港币", "港元", "港紙", "HKD"),
    "MOP": ("澳門元", "澳门元", "澳門幣", "葡幣", "MOP"),
    "CNY": ("人民幣", "人民币", "RMB", "CNY"),
    "USD": ("美元", "美金", "USD"),
    "JPY": ("日圓", "日元", "円", "JPY"),
    "EUR": ("歐元", "欧元", "EUR"),
    "GBP": ("英鎊", "英镑", "GBP"),
    "TWD": ("新台幣", "新臺幣", "台幣", "臺幣", "NTD", "TWD"),
}
_MARKS = sorted(
    [(word.upper(), code) for code, words in _WORDS.items() for word in words]
    + [(symbol.strip(), code) for code, symbol in SYMBOLS.items()],
    key=lambda mark: -len(mark[0]),
)
_LOOSE = ("$", "¥", "元", "圓", "圆", "蚊", "文", "正", "整")
"""Marks that many currencies share: they say nothing against the one expected."""

_WESTERN = re.compile(r"(?P<whole>\d{1,3}(?:([, '’])\d{3})(?:\2\d{3})*|\d+)?(?:\.(?P<part>\d+))?")
_DIGITS = {
    **{character: value for value, character in enumerate("〇一二三四五六七八九")},
    **{character: value for value, character in enumerate("零壹貳叁肆伍陸柒捌玖")},
    "兩": 2,
    "两": 2,
    "贰": 2,
    "參": 3,
    "参": 3,
    "陆": 6,
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"萬": 10**4, "万": 10**4, "億": 10**8, "亿": 10**8}
_SMALL = {"角": 10, "毫": 10, "毛": 10, "分": 100, "仙": 100}


def minor_units(currency: str) -> int:
    """How many decimal places `currency` has (ISO 4217)."""
    if currency in _WHOLE:
        return 0
    return 3 if currency in _THOUSANDTHS else 2


def half_up(exact: Fraction) -> int:
    """The nearest whole number, halves away from zero."""
    doubled = abs(exact) * 2
    nearest = (doubled.numerator + doubled.denominator) // (2 * doubled.denominator)
    return nearest if exact >= 0 else -nearest


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (`cents`) of one currency.

    Amounts of two currencies are never added or compared: that is a ValueError, a bug.
    """

    cents: int
    currency: str = "HKD"

    def __post_init__(self) -> None:
        if type(self.cents) is not int:
            raise TypeError("money is counted in whole minor units")
        if len(self.currency) != 3 or not self.currency.isupper():
            raise ValueError(f"not an ISO 4217 code: {self.currency!r}")

    @classmethod
    def zero(cls, currency: str = "HKD") -> Money:
        return cls(0, currency)

    @classmethod
    def of(cls, amount: Decimal | int, currency: str = "HKD") -> Money:
        """`amount` in major units, rounded half up to the currency's minor unit."""
        _exact(amount)
        return cls(half_up(Fraction(amount) * 10 ** minor_units(currency)), currency)

    @classmethod
    def parse(cls, text: str, currency: str = "HKD") -> Money:
        """What a person typed: `1,280.50`, `HK$ 1280`, `１２８０元`, `一千二百八十元`, `3.5萬`.

        Raises CanFix for anything else, for another currency, for parts of a cent and for more
        than `MOST`.
        """
        sign, body = _sign(_strip_currency(_narrow(text), currency, text))
        amount = _western(body)
        if amount is None:
            amount = _chinese(body)
        if amount is None:
            raise CanFix("“{text}” is not an amount of money.", field="amount", text=text.strip())
        cents = amount * 10 ** minor_units(currency)
        if cents.denominator != 1:
            raise CanFix(
                "“{text}” is finer than {currency} can be.",
                field="amount",
                text=text.strip(),
                currency=currency,
            )
        if cents > MOST:
            raise CanFix(
                "“{text}” is more than an amount of money can be.",
                field="amount",
                text=text.strip(),
            )
        return cls(sign * int(cents), currency)

    @classmethod
    def total(cls, items: Iterable[Money], currency: str = "HKD") -> Money:
        """The sum of `items`, nothing being zero of `currency`."""
        return sum(items, cls(0, currency))

    @property
    def amount(self) -> Decimal:
        """The amount in major units."""
        return Decimal(self.cents).scaleb(-minor_units(self.currency))

    def plain(self) -> str:
        """Digits only, for files: `-1280.50`."""
        return f"{self.amount:f}"

    def digits(self) -> str:
        """With thousands, without a sign for the currency: `1,280.50`."""
        return f"{self.amount:,f}"

    def __str__(self) -> str:
        sign = "-" if self.cents < 0 else ""
        return f"{sign}{SYMBOLS.get(self.currency, self.currency + ' ')}{abs(self).digits()}"

    def __bool__(self) -> bool:
        return self.cents != 0

    def __add__(self, other: Money) -> Money:
        return Money(self.cents + self._same(other), self.currency)

    def __radd__(self, other: int) -> Money:
        """So that `sum()` works: it begins with 0."""
        return self if other == 0 else NotImplemented

    def __sub__(self, other: Money) -> Money:
        return Money(self.cents - self._same(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.cents, self.currency)

    def __abs__(self) -> Money:
        return Money(abs(self.cents), self.currency)

    def __mul__(self, times: int | Decimal) -> Money:
        """Times a quantity, rounded half up to the minor unit."""
        _exact(times)
        if times == 1:  # most lines of most orders
            return self
        return Money(half_up(self.cents * Fraction(times)), self.currency)

    __rmul__ = __mul__

    def percent(self, rate: Decimal | int) -> Money:
        """`rate` per cent of this, rounded half up."""
        _exact(rate)
        return Money(half_up(self.cents * Fraction(rate) / 100), self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.cents < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.cents <= self._same(other)

    def __gt__(self, other: Money) -> bool:
        return self.cents > self._same(other)

    def __ge__(self, other: Money) -> bool:
        return self.cents >= self._same(other)

    def allocate(self, shares: Sequence[int | Decimal]) -> list[Money]:
        """This amount divided in proportion to `shares`; the parts always add up to it.

        Left-over minor units go to the largest remainders, earlier shares first.
        """
        weights = [Fraction(share) for share in shares]
        whole = sum(weights)
        if whole <= 0 or min(weights) < 0:
            raise ValueError("shares must not be negative and must add up to more than nothing")
        exact = [self.cents * weight / whole for weight in weights]
        parts = [share.numerator // share.denominator for share in exact]
        by_remainder = sorted(range(len(parts)), key=lambda n: (parts[n] - exact[n], n))
        for n in by_remainder[: self.cents - sum(parts)]:
            parts[n] += 1
        return [Money(part, self.currency) for part in parts]

    def split(self, ways: int) -> list[Money]:
        """`ways` parts as equal as can be, the larger ones first."""
        return self.allocate([1] * ways)

    def _same(self, other: Money) -> int:
        if not isinstance(other, Money):
            raise TypeError("money goes with money only")
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} are not added or compared")
        return other.cents


def _exact(number: object) -> None:
    if isinstance(number, bool) or not isinstance(number, (int, Decimal)):
        raise TypeError("money is multiplied by whole numbers and decimals only")


def _narrow(text: str) -> str:
    """Full-width characters and odd spaces made plain."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-").split())


def _strip_currency(text: str, currency: str, typed: str) -> str:
    """`text` without the marks of `currency`; CanFix if it names another one."""
    rest = text.upper()
    for mark, code in _MARKS:
        if mark in rest:
            if code != currency:
                raise CanFix(
                    "“{text}” is not in {currency}.",
                    field="amount",
                    text=typed.strip(),
                    currency=currency,
                )
            rest = rest.replace(mark, "", 1)
            break
    rest = rest.replace(currency, "", 1)
    for mark in _LOOSE:
        rest = rest.replace(mark, "元" if mark in "元圓圆蚊文" else "", 1)
    return rest.strip()


def _sign(text: str) -> tuple[int, str]:
    """-1 for `-5`, `5-` and `(5)`, else 1; and the rest."""
    if text.startswith("(") and text.endswith(")"):
        return -1, text[1:-1].strip()
    if text.startswith("-") or text.endswith("-"):
        return -1, text.strip("-").strip() if text.count("-") == 1 else "?"
    return 1, text.removeprefix("+").strip()


def _western(text: str) -> Fraction | None:
    """Digits with thousands and decimals, and perhaps one of 萬, 億, K, M behind."""
    body = text.removesuffix("元").strip()
    times = {"萬": 10**4, "万": 10**4, "億": 10**8, "亿": 10**8, "K": 1000, "M": 10**6}
    factor = times.get(body[-1:], 1)
    if factor != 1:
        body = body[:-1].strip()
    match = _WESTERN.fullmatch(body)
    if not body or body == "." or match is None:
        return None
    whole, part = match["whole"] or "0", match["part"] or ""
    return Fraction(int("".join(filter(str.isdigit, whole)) + part), 10 ** len(part)) * factor


def _chinese(text: str) -> Fraction | None:
    """一千二百八十元五角, 壹萬貳仟, 三萬八 (38,000), 十二."""
    whole, yuan, rest = text.partition("元")
    if not yuan and text and text[-1] in _SMALL and not any(c in _TENS for c in text):
        whole, rest = "", text
    amount = Fraction(0) if not whole and rest else _western(whole) or _numeral(whole)
    if amount is None:
        return None
    while rest:
        if len(rest) < 2 or _one(rest[0]) is None or rest[1] not in _SMALL:
            return None
        amount += Fraction(_one(rest[0]) or 0, _SMALL[rest[1]])
        rest = rest[2:]
    return amount


def _one(character: str) -> int | None:
    return int(character) if character.isdecimal() else _DIGITS.get(character)


def _numeral(text: str) -> Fraction | None:
    """A whole number in Chinese; a last digit without a unit is a tenth of the last unit."""
    total = section = 0
    digit: int | None = None
    unit, after_zero = 1, False
    for character in text:
        if character in _MYRIADS:
            unit = _MYRIADS[character]
            section += digit or 0
            if section == 0:
                return None
            total = (total + section) * unit if total and unit > total else total + section * unit
            section, digit, after_zero = 0, None, False
        elif character in _TENS:
            unit = _TENS[character]
            section += (1 if digit is None else digit) * unit
            digit, after_zero = None, False
        elif (value := _one(character)) is None or digit:
            return None
        elif value == 0:
            after_zero = True
        else:
            digit = value
    if digit is not None and unit >= 100 and not after_zero:
        digit *= unit // 10
    return None if not text else Fraction(total + section + (digit or 0))
