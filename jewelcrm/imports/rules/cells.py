"""A row's cells sorted by where they go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

Cells = Mapping[str, Sequence[tuple[str, str]]]
"""Target to what its columns hold: (label, text), empty ones left out."""

Getter = Callable[[list[str]], Cells]


def cells_by_target(columns: Sequence[str], mapped: Mapping[str, str]) -> Getter:
    """A function that sorts a row's cells by target, built once for a file."""
    plan = [
        (at, *_target(column, mapped[column]))
        for at, column in enumerate(columns)
        if column in mapped
    ]

    def get(row: list[str]) -> Cells:
        found: dict[str, list[tuple[str, str]]] = {}
        for at, name, label in plan:
            text = row[at]
            if text and not text.isspace():
                found.setdefault(name, []).append((label, text))
        return found

    return get


def _target(column: str, to: str) -> tuple[str, str]:
    name, _, label = to.partition(":")
    plain = column.casefold() in {
        "note",
        "notes",
        "remark",
        "remarks",
        "備註",
        "备注",
        "memo",
        "comments",
        "comment",
    }
    return name, label or (column if name == "note" and not plain else "")
