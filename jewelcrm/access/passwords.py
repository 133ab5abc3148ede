"""Which passwords and PINs are good enough (OWASP ASVS 6.2; security.md 3.3)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from jewelcrm.errors import CanFix

SHORTEST, LONGEST = 8, 128
PIN_SHORTEST, PIN_LONGEST = 6, 8


def check_password(password: str, *, about: Iterable[str] = ()) -> None:
    """Refuse a password that is short, endless, common, or about the person.

    Raises:
        CanFix: says what to do; the password itself is not in the text.
    """
    if len(password) < SHORTEST:
        raise CanFix(
            "The password needs at least {least} characters. A few words in a row are best.",
            field="password",
            least=SHORTEST,
        )
    if len(password) > LONGEST:
        raise CanFix(
            "The password may have at most {most} characters.", field="password", most=LONGEST
        )
    if _is_guessable(password, [word for word in about if word]):
        raise CanFix(
            "This password is easy to guess. Take a few words that only you would put together.",
            field="password",
        )


def _is_guessable(password: str, about: list[str]) -> bool:
    from zxcvbn import zxcvbn

    return int(zxcvbn(password[:72], user_inputs=about)["score"]) < 2


def check_pin(pin: str, *, birth_years: range = range(1930, 2027)) -> None:
    """Refuse a PIN that is not 6 to 8 digits, or is a row, a repeat, or a date-like year.

    Raises:
        CanFix: says what to do.
    """
    if not (pin.isascii() and pin.isdigit() and PIN_SHORTEST <= len(pin) <= PIN_LONGEST):
        raise CanFix("A PIN has {least} to {most} digits.", field="pin", least=6, most=8)
    if _is_simple(pin) or any(pin.startswith(str(y)) or pin.endswith(str(y)) for y in birth_years):
        raise CanFix("This PIN is easy to guess. Take other digits.", field="pin")


def _is_simple(pin: str) -> bool:
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    half = len(pin) // 2
    repeats = len(pin) % 2 == 0 and pin[:half] == pin[half:]
    return len(steps) == 1 or len(set(pin)) < 3 or repeats or pin == pin[:3] + pin[:3]
