"""The made-up shop's word lists, as files beside this one."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def data(name: str) -> Any:
    """What a JSON file here holds."""
    return json.loads((_HERE / name).read_text(encoding="utf-8"))


def table(name: str) -> list[dict[str, str]]:
    """The lines of a CSV file here."""
    with (_HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
