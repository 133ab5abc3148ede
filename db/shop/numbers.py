"""Numbers people read aloud: branch, PC letter, running number, check digit.

`HK01-A-000123-7`. The running number is this PC's own, one for every kind of paper, so that no
two PCs and no two papers ever share one. The check digit is ISO/IEC 7064 MOD 11,10 over the
letters' and digits' decimal values (A = 10 ... Z = 35, as in an IBAN): every single wrong digit
is noticed, and nearly every swap of two.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CHUNK = 4  # characters that are added up at once
_SHAPE = re.compile(r"([A-Z0-9]{1,8})-?([A-Z]{1,2})-?(\d{6,})-?(\d)")


def check_digit(text: str) -> str:
    """The ISO/IEC 7064 MOD 11,10 check digit of the letters and digits in `text`."""
    product = 10
    for start in range(0, len(text), _CHUNK):
        product = _after(product, text[start : start + _CHUNK])
    return str((11 - product) % 10)


@lru_cache(maxsize=8192)
def _after(product: int, chunk: str) -> int:
    """Where the sum stands after some more characters; running numbers share nearly all of them."""
    for digit in "".join(str(int(c, 36)) for c in chunk if c.isalnum()):
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return product


def paper_number(branch_code: str, letter: str, running: int) -> str:
    """The number as it is printed, e.g. `HK01-A-000123-7`."""
    body = f"{branch_code}-{letter}-{running:06d}"
    return f"{body}-{check_digit(body)}"


def is_paper_number(text: str) -> bool:
    """True when `text` (hyphens optional) is a number of ours with the right check digit."""
    found = _SHAPE.fullmatch(text.strip().upper())
    return found is not None and check_digit("".join(found.groups()[:3])) == found.group(4)
