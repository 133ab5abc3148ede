"""Work that goes on in turns, so that several can share what a turn at the database costs.

Such work is a generator: at each `yield` it has asked (`Port.ask`) and would now wait. Whoever
runs it lets all others ask first; the first that reads an answer then sends what all have asked.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TypeVar

T = TypeVar("T")
Turns = Generator[None, None, T]


def alone(work: Turns[T]) -> T:
    """The work's result."""
    return abreast([work])[0]


def abreast(works: Sequence[Turns[T]]) -> list[T]:
    """The results of works that share a transaction, in their order.

    Raises:
        Exception: whatever one of them raised; the others go no further.
    """
    results: dict[int, T] = {}
    going = dict(enumerate(works))
    try:
        while going:
            for number, work in list(going.items()):
                try:
                    next(work)
                except StopIteration as end:
                    results[number] = end.value
                    del going[number]
    finally:
        for work in going.values():
            work.close()
    return [results[number] for number in range(len(works))]
