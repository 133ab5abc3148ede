"""A PC that was taken over sends head office bad things for backups: nothing leaves its vault.

It signs with its own key, so that its word on itself is as good as can be.
"""

from __future__ import annotations

import struct
from pathlib import Path

import msgspec
import pytest

from db.backup import manifest as papers
from db.backup import packs
from db.backup.stopping import never as nobody_stops
from jewelcrm.backup import commands as backup
from jewelcrm.backup import keeping, places
from jewelcrm.backup.ports import Trip
from jewelcrm.office import premises
from jewelcrm.office.offsite import OffSite
from jewelcrm.office.refusals import Refusal
from jewelcrm.sync import offsite
from jewelcrm.wire import backups as wire
from tests.conftest import SetClock
from tests.jewelcrm.backup.builders import a_customer


@pytest.fixture
def desk(new_counter, office, tmp_path: Path):
    """A PC whose point head office has, and head office's side of it in this process."""
    ctx = new_counter().open()
    a_customer(ctx)
    made = backup.back_up(ctx)
    store = premises.open_store(office.folder)
    there = OffSite(tmp_path / "there", store, SetClock())
    vault = keeping.vault(ctx, places.local(ctx.store.folder))
    trip = Trip(ctx, vault, made.point.id, lambda *_: None, nobody_stops, gentle=False)
    offsite.send_over(Straight(there, ctx.store.pc.id), trip)
    yield there, trip, tmp_path
    vault.close()
    store.close()


class Straight:
    """A line straight to head office's side."""

    def __init__(self, there: OffSite, device: bytes) -> None:
        self.there, self.device = there, device

    def lacks(self, ask: wire.LacksAsk) -> wire.LacksAnswer:
        return self.there.lacks(self.device, ask)

    def pack(self, ask: wire.PackAsk) -> wire.Kept:
        return self.there.pack(self.device, ask)

    def paper(self, ask: wire.PaperAsk) -> wire.Kept:
        return self.there.paper(self.device, ask)


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock" and "there" in path.parts
    }


def lying(trip: Trip, **changes: object) -> bytes:
    """The PC's own manifest with other words, signed with its own key."""
    manifest = msgspec.structs.replace(trip.vault.manifest(trip.point)[0], **changes)
    return papers.sealed(manifest, keeping.signing_key(trip.ctx), trip.ctx.store.key)


@pytest.mark.parametrize(
    "lie",
    [
        {"id": "../../../outside"},
        {"id": "/etc/cron.d/x"},
        {"id": "..\\x"},
        {"id": ""},
        {"id": "20261122-040000-000001-A/../../x"},
        {"id": "20261122-040000-000001-A\x00"},
        {"size": 1 << 62},
        {"size": -1},
        {"chunk": 0},
        {"lists": ["../x"]},
        {"device": "ff" * 16},
        {"signer": "00" * 32},
    ],
    ids=str,
)
def test_a_manifest_that_lies_is_refused_and_lies_nowhere(desk, lie):
    there, trip, folder = desk
    before = files_of(folder)
    with pytest.raises(Refusal, match="bad_request"):
        there.paper(trip.ctx.store.pc.id, wire.PaperAsk(lying(trip, **lie)))
    assert files_of(folder) == before


def test_a_manifest_of_a_million_parts_is_not_kept(desk):
    there, trip, folder = desk
    before = files_of(folder)
    manifest = trip.vault.manifest(trip.point)[0]
    paper = lying(trip, lists=list(manifest.lists) * 7_000, size=1 << 43)
    with pytest.raises(Refusal, match="bad_request"):
        there.paper(trip.ctx.store.pc.id, wire.PaperAsk(paper))
    assert files_of(folder) == before


def test_a_point_that_is_there_is_not_replaced_by_another_of_its_name(desk):
    there, trip, folder = desk
    before = files_of(folder)
    kept = there.paper(trip.ctx.store.pc.id, wire.PaperAsk(lying(trip, why="another")))
    assert not kept.kept
    assert files_of(folder) == before


def test_an_older_point_that_comes_again_changes_nothing(desk):
    there, trip, folder = desk
    before = files_of(folder)
    kept = there.paper(trip.ctx.store.pc.id, wire.PaperAsk(trip.vault.raw(trip.point)))
    assert kept.kept
    assert files_of(folder) == before


def a_pack(rows: list[tuple[bytes, int, int]], body: bytes = b"x" * 64) -> bytes:
    """A pack whose index says just this, in form to its last byte."""
    index = b"".join(struct.pack("<32sQI", *row) for row in rows)
    tail = struct.pack("<32sQ8s", packs.name_of(index), len(rows), packs.END)
    return packs.HEAD + body + index + tail


@pytest.mark.parametrize(
    "rows",
    [
        [(b"n" * 32, 8, 64)],
        [(packs.name_of(b"x" * 64), 1 << 60, 64)],
        [(packs.name_of(b"x" * 64), 8, 0xFFFFFFFF)],
        [(packs.name_of(b"x" * 64), 8, 64), (b"n" * 32, 0, 8)],
    ],
    ids=["false name", "far away", "four gigabytes", "one of two"],
)
def test_a_pack_whose_index_lies_is_refused(desk, rows):
    there, trip, folder = desk
    before = files_of(folder)
    with pytest.raises(Refusal, match="bad_request"):
        there.pack(trip.ctx.store.pc.id, wire.PackAsk(a_pack(rows)))
    assert files_of(folder) == before


@pytest.mark.parametrize("cut", [0, 7, 8, 60, -1, -40])
def test_a_pack_that_was_cut_short_is_refused(desk, cut):
    there, trip, folder = desk
    before = files_of(folder)
    whole = a_pack([(packs.name_of(b"x" * 64), 8, 64)])
    with pytest.raises(Refusal, match="bad_request"):
        there.pack(trip.ctx.store.pc.id, wire.PackAsk(whole[:cut]))
    assert files_of(folder) == before
