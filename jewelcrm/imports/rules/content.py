"""What a column holds, by the look of its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LOOKS = {
    "email": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]{2,}"),
    "phone": re.compile(r"(?=(?:\D*\d){7,15}\D*$)[+(\d][\d\s().\-/+]*(?:\s*(?:ext|x)\.?\s*\d+)?"),
    "title": re.compile(
        r"(?i)(mr|mrs|ms|miss|mx|dr|prof|sir|madam|dame|rev)\.?|先生|女士|小姐|太太|夫人|教授|醫生|医生"
    ),
    "paper": re.compile(r"[A-Z0-9]{1,8}-[A-Z]{1,2}-\d{6,}-\d"),
    "rate": re.compile(r"0?(\.\d+)?|\d{1,2}(\.\d+)?%|0\.0*"),
    "chinese": re.compile(r"[㐀-鿿]{2,4}"),
    "name": re.compile(r"(?:[^\W\d_]|[ .,'’\-])+"),
}
_DATE = re.compile(r"(?:19|20|18)\d\d[-/.]?\d\d?[-/.]?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$")
_SHARE = {
    "email": 0.7,
    "phone": 0.7,
    "title": 0.8,
    "paper": 0.9,
    "rate": 1.0,
    "chinese": 0.7,
    "name": 0.8,
}


def looks_like(what: str, cells: Sequence[str]) -> bool:
    """True when enough of the cells look like what is asked."""
    look = _LOOKS[what]
    plain = [cell.strip() for cell in cells]
    if what == "phone":
        plain = [cell for cell in plain if not _DATE.match(cell)]
    fitting = sum(bool(look.fullmatch(cell)) for cell in plain)
    return bool(cells) and fitting >= len(cells) * _SHARE[what]


_LABEL_WORDS = (
    ("fax", "fax"),
    ("傳真", "fax"),
    ("传真", "fax"),
    ("mobile", "mobile"),
    ("cell", "mobile"),
    ("手", "mobile"),
    ("流動", "mobile"),
    ("移动", "mobile"),
    ("home", "home"),
    ("住宅", "home"),
    ("work", "office"),
    ("office", "office"),
    ("business", "office"),
    ("公司", "office"),
    ("辦公", "office"),
)


def phone_label(heading: str) -> str:
    """Which phone a heading speaks of; empty: it does not say."""
    return next((name for word, name in _LABEL_WORDS if word in heading), "")
