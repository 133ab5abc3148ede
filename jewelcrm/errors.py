"""Three kinds of trouble, and the one place that puts each into words.

`CanFix`: the person can put it right, and the text says how. `Unavailable`: the machine cannot
now. Anything else is a bug, reported without the values it happened on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from db.errors import Busy, Damaged, DiskFull, ReadOnly, StoreError, TooLong


class CanFix(Exception):
    """The person can put this right.

    `template` is an English sentence with named placeholders that says what to do; `field` is the
    name of the field it is about, if any; the window translates the template.
    """

    def __init__(self, template: str, *, field: str | None = None, **values: object) -> None:
        super().__init__(template)
        self.template = template
        self.field = field
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values)


class Denied(CanFix):
    """The person's role does not allow this; `action` is the right that was asked for.

    `elsewhere` says where it is done instead, when it is not for this PC.
    """

    def __init__(self, action: str, elsewhere: str = "") -> None:
        super().__init__(elsewhere or "You are not allowed to do this. Ask your manager.")
        self.action = action


class Unavailable(Exception):
    """The machine cannot do this now; the text says when or how it will be tried again."""


class Locked(Unavailable):
    """This PC may not be worked on until it has reached head office."""


@dataclass(frozen=True, slots=True)
class Words:
    """An error as a person reads it."""

    kind: Literal["fix", "unavailable", "bug"]
    template: str
    values: dict[str, object] = field(default_factory=dict)
    field_name: str | None = None

    def __str__(self) -> str:
        return self.template.format(**self.values)


def explain(error: BaseException) -> Words:
    """The words for any exception."""
    match error:
        case CanFix():
            return Words("fix", error.template, dict(error.values), error.field)
        case TooLong():
            return Words(
                "fix",
                "This is too long: {column} holds {limit} characters. Shorten it.",
                {"column": error.column.replace("_", " "), "limit": error.limit},
                error.column,
            )
        case DiskFull() | ReadOnly() | Busy() | Damaged() | Unavailable():
            return Words("unavailable", str(error).replace("{", "{{").replace("}", "}}"))
        case StoreError():
            return Words("fix", str(error).replace("{", "{{").replace("}", "}}"))
        case _:
            return Words("bug", "Something went wrong in the program. Nothing of this was saved.")
