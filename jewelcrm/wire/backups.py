"""A PC's backups at head office: it may add, and ask what is there; never change or take away.

What is sent is encrypted pages, and a manifest that the PC signed. A pack that was sent is kept
whatever becomes of the line, so that the next try goes on where this one broke off.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from msgspec import Meta, Struct

from jewelcrm.wire.kinds import Whole

NAME_BYTES = 32
LACKS = 4_096
"""Names of chunks in one question."""
PACK_BYTES = 1 << 20
"""A pack on its way: small, so that a slow line loses little when it is cut."""
_MOST_PACK = PACK_BYTES + 128 * 1024
_MOST_PAPER = 512 * 1024

Names = Annotated[bytes, Meta(max_length=LACKS * NAME_BYTES)]
PointId = Annotated[
    str, Meta(pattern=r"^[0-9]{8}-[0-9]{6}-[0-9a-f]{6,8}(-[0-9A-Z]{1,4})?\Z", max_length=32)
]


class LacksAsk(Struct):
    """Which of these chunks are missing there? Names of 32 bytes, one behind the other."""

    names: Names


class LacksAnswer(Struct):
    """Those that are missing, by their place in the question."""

    missing: list[Annotated[int, Meta(ge=0, lt=LACKS)]]


class PackAsk(Struct):
    """A pack of chunks, whole."""

    pack: Annotated[bytes, Meta(max_length=_MOST_PACK)]


class PaperAsk(Struct):
    """A manifest, when everything that it names is there."""

    paper: Annotated[bytes, Meta(max_length=_MOST_PAPER)]


class Kept(Struct, omit_defaults=True):
    """It is on head office's disk. `missing`: chunks that the manifest names and nobody sent."""

    kept: bool
    missing: Whole = 0


class PointsAsk(Struct):
    """What is there of this PC?"""


class KnownAsk(Struct):
    """How far is this PC known there in this epoch, and under which name its transaction `n`?"""

    epoch: Whole
    n: Whole


class KnownAnswer(Struct):
    """`last`: the last number seen of the epoch. `tx`: hexadecimal; empty when it is forgotten."""

    last: Whole
    tx: str = ""


class PointKept(Struct):
    """A point of this PC at head office."""

    id: PointId
    made: Whole
    read: Whole
    """When head office last read every chunk of it; 0: not yet."""


class PointsAnswer(Struct):
    """This PC's points, oldest first."""

    points: Sequence[PointKept]
