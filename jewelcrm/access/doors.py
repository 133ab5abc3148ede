"""The doors: every command and query names the right it needs, and is refused without it.

    @command("payments.take")
    def take_payment(ctx: Context, ...) -> Taken: ...

The first parameter is always the Context. A refusal is written to the audit log.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, Literal, ParamSpec, Protocol, TypeVar

from jewelcrm.access.catalogue import RIGHTS
from jewelcrm.context import Context

P = ParamSpec("P")
R = TypeVar("R")


class Guard(Protocol):
    """Puts the question of rights before a function."""

    def __call__(
        self, function: Callable[Concatenate[Context, P], R], /
    ) -> Callable[Concatenate[Context, P], R]: ...


@dataclass(frozen=True, slots=True)
class Door:
    """A command or query, by its full name, and the right it needs."""

    name: str
    kind: Literal["command", "query"]
    action: str


DOORS: dict[str, Door] = {}
"""Every door that has been loaded; tests walk them all."""


def command(action: str) -> Guard:
    """Something a person does that changes the store."""
    return _door("command", action)


def query(action: str) -> Guard:
    """Something a person looks at."""
    return _door("query", action)


def _door(kind: Literal["command", "query"], action: str) -> Guard:
    if action not in RIGHTS:
        raise ValueError(f"no such right: {action}")

    def guard(
        function: Callable[Concatenate[Context, P], R],
    ) -> Callable[Concatenate[Context, P], R]:
        name = f"{function.__module__}.{function.__qualname__}"
        DOORS[name] = Door(name, kind, action)

        @functools.wraps(function)
        def enter(ctx: Context, /, *args: P.args, **kwargs: P.kwargs) -> R:
            ctx.require(action)
            return function(ctx, *args, **kwargs)

        return enter

    return guard
