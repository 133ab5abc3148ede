"""Names of countries as other systems write them, with their ISO 3166 letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=4096)
def country_code(text: str) -> str | None:
    """The two letters of a country by its name or letters; None when it is not one."""
    return _table().get(_plain(text))


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[\W_]+", "", "".join(c for c in apart if not unicodedata.combining(c)))


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    names_file = Path(__file__).with_name("countries.txt")
    for entry in names_file.read_text(encoding="utf-8").splitlines():
        code, _, names = entry.partition(" ")
        table.update({_plain(name): code for name in (code, *names.split(","))})
    return table
