"""This PC's backups to head office: what is missing there, in small packs, then the manifest.

A line that is cut costs the pack that was on its way; the next try asks again what is missing.
While people work it takes a quarter of the time the line needs, so that sync is not held up.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import Protocol

from db.backup.packs import packed
from db.backup.stopping import Stopped
from db.backup.vault import Vault
from db.shop import syncoffice
from jewelcrm.backup import ports, words
from jewelcrm.backup.ports import Trip
from jewelcrm.context import Context
from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.log import log
from jewelcrm.sync.line import Refused, Unreachable
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.sync.words import in_words
from jewelcrm.wire import backups as wire

REST = 3.0
"""Rest after each pack, in times of what it took: a quarter of the line is ours."""
Chunk = tuple[bytes, bytes]


class Line(Protocol):
    """The part of the line to head office that is used."""

    def lacks(self, ask: wire.LacksAsk) -> wire.LacksAnswer: ...
    def pack(self, ask: wire.PackAsk) -> wire.Kept: ...
    def paper(self, ask: wire.PaperAsk) -> wire.Kept: ...


def send(trip: Trip) -> None:
    """A point of this PC's vault, to head office.

    Raises:
        Unavailable: head office is away or busy; what was sent is kept there.
    """
    with trip.ctx.read() as conn:
        where = syncoffice.address(conn.connection.driver_connection)
    if where is None:
        raise CanFix(words.NO_OFFICE)
    try:
        with closing(HttpTransport(where, trip.ctx.clock)) as line:
            sent = send_over(line, trip, rest=REST if trip.gentle else 0.0)
    except (Unreachable, Refused) as error:
        raise in_words(error) from error
    log.info("backup sent", bytes=sent)


def send_over(line: Line, trip: Trip, *, rest: float = 0.0) -> int:
    """Send what is missing, then the manifest; returns the bytes of chunks that were sent.

    Raises:
        Unreachable, Refused: the line. Stopped: somebody cancelled it; it goes on next time.
    """
    vault, sent = trip.vault, 0
    vault.look()
    manifest, _ = vault.manifest(trip.point)
    wanted = [bytes.fromhex(piece) for piece in manifest.lists] + vault.names(manifest)
    wanted = list(dict.fromkeys(wanted))
    for done, names in _batches(wanted):
        trip.progress("send", done, len(wanted))
        missing = [names[n] for n in line.lacks(wire.LacksAsk(b"".join(names))).missing]
        sent += _send_chunks(line, vault, missing, trip, rest)
    kept = line.paper(wire.PaperAsk(vault.raw(trip.point)))
    if not kept.kept:
        raise Unavailable(words.NOT_WHOLE)
    return sent


def _send_chunks(
    line: Line, vault: Vault, missing: Sequence[bytes], trip: Trip, rest: float
) -> int:
    sent = 0
    for chunks in _packs(vault, missing):
        if trip.cancelled():
            raise Stopped("Stopped. It goes on with the next backup.")
        began = time.monotonic()
        line.pack(wire.PackAsk(packed(chunks)))
        sent += sum(len(chunk) for _, chunk in chunks)
        _wait(rest * (time.monotonic() - began), trip.cancelled)
    return sent


def _packs(vault: Vault, names: Sequence[bytes]) -> Iterator[list[Chunk]]:
    """The chunks, about a megabyte at a time."""
    chunks: list[Chunk] = []
    size = 0
    for name in names:
        chunk = vault.read(name)
        if size + len(chunk) > wire.PACK_BYTES:
            yield chunks
            chunks, size = [], 0
        chunks.append((name, chunk))
        size += len(chunk)
    if chunks:
        yield chunks


def _batches(names: Sequence[bytes]) -> Iterator[tuple[int, Sequence[bytes]]]:
    for at in range(0, len(names), wire.LACKS):
        yield at, names[at : at + wire.LACKS]


def _wait(seconds: float, cancelled: Callable[[], bool]) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and not cancelled():
        time.sleep(min(0.2, max(0.0, end - time.monotonic())))


def held(ctx: Context) -> list[wire.PointKept]:
    """Which of this PC's points head office has.

    Raises:
        Unavailable, CanFix: head office does not answer.
    """
    with ctx.read() as conn:
        where = syncoffice.address(conn.connection.driver_connection)
    if where is None:
        return []
    try:
        with closing(HttpTransport(where, ctx.clock)) as line:
            return list(line.points(wire.PointsAsk()).points)
    except (Unreachable, Refused) as error:
        raise in_words(error) from error


ports.goes_off_site_with(send)
