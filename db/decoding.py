"""JSON into structures, from any thread.

What msgspec has to know of a Struct it works out when the Struct is first decoded, and another
thread that comes meanwhile reads what is half worked out: the process dies of it (0.22; seen in a
head office that was started anew while five PCs asked). So decoders are made one at a time, and
kept.
"""

from __future__ import annotations

import threading
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_making = threading.Lock()
_made: dict[Any, msgspec.json.Decoder[Any]] = {}


def decoder(kind: type[T]) -> msgspec.json.Decoder[T]:
    """What decodes this kind; made when it is first wanted."""
    found = _made.get(kind)
    if found is None:
        with _making:
            found = _made[kind] = _made.get(kind) or msgspec.json.Decoder(kind)
    return found


def decode(data: bytes | str, kind: type[T]) -> T:
    """The structure that the JSON holds.

    Raises:
        msgspec.DecodeError: it is not of that kind.
    """
    return decoder(kind).decode(data)


def convert(value: Any, kind: type[T]) -> T:
    """The structure that plain lists and dictionaries stand for.

    Raises:
        msgspec.ValidationError: they are not of that kind.
    """
    decoder(kind)
    return msgspec.convert(value, kind)
