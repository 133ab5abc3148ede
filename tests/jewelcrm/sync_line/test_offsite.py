"""Backups at head office, over a real line: only added, gone on with after a cut, put back."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from db.backup import manifest as papers
from db.backup.stopping import never as nobody_stops
from db.errors import Busy
from db.store import Store
from jewelcrm.backup import commands as backup
from jewelcrm.backup import keeping, places
from jewelcrm.backup.model import ByCode, ByKey, Target
from jewelcrm.backup.ports import Trip
from jewelcrm.office import coming
from jewelcrm.office import offsite as theirs
from jewelcrm.office.offsite import OffSite
from jewelcrm.office.refusals import Refusal
from jewelcrm.sync import offsite
from jewelcrm.sync.line import Unreachable
from jewelcrm.wire import backups as wire
from tests.conftest import SetClock
from tests.jewelcrm.backup.builders import a_customer


def vault_there(office, ctx) -> Path:
    return office.folder / theirs.FOLDER / ctx.store.pc.id.hex()


def test_a_point_is_sent_to_head_office_and_put_back_from_there(
    new_counter, office, tmp_path: Path
):
    ctx = new_counter().open()
    a_customer(ctx, "Sent Away")
    [target] = backup.set_targets(ctx, [Target("head_office")])
    made = backup.back_up(ctx)
    assert made.carried == (target.id,), made.warnings
    assert [point.id for point in offsite.held(ctx)] == [made.point.id]
    copy = tmp_path / "copy"
    shutil.copytree(vault_there(office, ctx), copy)
    done = backup.restore(copy, made.point.id, tmp_path / "new", ByKey(ctx.store.key))
    assert done.point.customers == made.point.customers
    with_store = Store(tmp_path / "new", ctx.store.key)
    with_store.close()


def test_only_what_changed_is_sent_again(new_counter, office):
    ctx = new_counter().open()
    backup.set_targets(ctx, [Target("head_office")])
    backup.back_up(ctx)
    first = size_of(vault_there(office, ctx))
    a_customer(ctx)
    backup.back_up(ctx)
    assert size_of(vault_there(office, ctx)) - first < first / 2


def test_head_office_away_costs_nothing_but_the_copy_there(new_counter, office):
    ctx = new_counter().open()
    backup.set_targets(ctx, [Target("head_office")])
    office.stop()
    made = backup.back_up(ctx)
    assert made.verified
    assert (made.carried, len(made.warnings)) == ((), 1)
    office.start(office.port)
    assert backup.back_up(ctx).carried


class CutLine:
    """A line straight to head office's side that breaks after some packs."""

    def __init__(self, there: OffSite, device: bytes, packs: int) -> None:
        self.there, self.device, self.left, self.sent = there, device, packs, 0

    def lacks(self, ask: wire.LacksAsk) -> wire.LacksAnswer:
        return self.there.lacks(self.device, ask)

    def pack(self, ask: wire.PackAsk) -> wire.Kept:
        if not self.left:
            raise Unreachable
        self.left -= 1
        self.sent += len(ask.pack)
        return self.there.pack(self.device, ask)

    def paper(self, ask: wire.PaperAsk) -> wire.Kept:
        return self.there.paper(self.device, ask)


@pytest.fixture
def desk(new_counter, office, tmp_path: Path):
    """A PC with a point, and head office's side of it in this process."""
    from jewelcrm.office import premises

    ctx = new_counter().open()
    a_customer(ctx)
    made = backup.back_up(ctx)
    store = premises.open_store(office.folder)
    there = OffSite(tmp_path / "there", store, SetClock())
    vault = keeping.vault(ctx, places.local(ctx.store.folder))
    trip = Trip(ctx, vault, made.point.id, lambda *_: None, nobody_stops, gentle=False)
    yield there, trip
    vault.close()
    store.close()


def test_a_line_that_is_cut_goes_on_where_it_was(desk, monkeypatch):
    there, trip = desk
    monkeypatch.setattr(wire, "PACK_BYTES", 64 * 1024)
    device = trip.ctx.store.pc.id
    first = CutLine(there, device, 3)
    with pytest.raises(Unreachable):
        offsite.send_over(first, trip)
    assert not there.points(device).points
    second = CutLine(there, device, 10_000)
    offsite.send_over(second, trip)
    assert [point.id for point in there.points(device).points] == [trip.point]
    whole = sum(len(trip.vault.read(name)) for name in set(names_of(trip)))
    assert first.sent + second.sent < whole * 1.1


def half_sent(there: OffSite, trip: Trip, monkeypatch) -> bytes:
    """Some of a point is at head office; its manifest is still to come."""
    monkeypatch.setattr(wire, "PACK_BYTES", 64 * 1024)
    device = trip.ctx.store.pc.id
    with pytest.raises(Unreachable):
        offsite.send_over(CutLine(there, device, 3), trip)
    return device


def test_a_first_backup_that_takes_days_over_a_slow_line_is_left_to_come(desk, monkeypatch):
    there, trip = desk
    device = half_sent(there, trip, monkeypatch)
    for _ in range(6):
        there.tidy()
        there._clock.move(days=1)
    second = CutLine(there, device, 10_000)
    offsite.send_over(second, trip)
    whole = sum(len(trip.vault.read(name)) for name in set(names_of(trip)))
    assert second.sent < whole - 2 * 64 * 1024
    there._clock.move(days=8)
    there.tidy()
    again = CutLine(there, device, 10_000)
    offsite.send_over(again, trip)
    assert again.sent == 0


def test_what_never_becomes_a_backup_goes_after_a_week(desk, monkeypatch):
    there, trip = desk
    half_sent(there, trip, monkeypatch)
    (folder,) = there.folders()
    there._clock.move(days=8)
    there.tidy()
    assert list(folder.glob("packs/*.pack")) == []
    assert list(folder.glob("coming/*.pack")) == []


def test_a_manifest_is_not_kept_while_what_it_names_may_go(desk):
    there, trip = desk
    device = trip.ctx.store.pc.id
    offsite.send_over(CutLine(there, device, 10_000), trip)
    (folder,) = there.folders()
    paper = wire.PaperAsk(trip.vault.raw(trip.point))
    with coming.held(folder), pytest.raises(Busy):
        there.paper(device, paper)
    with coming.held(folder):
        there.tidy()  # puts it off
    assert there.paper(device, paper).kept


def test_a_pc_can_neither_change_nor_take_away_what_is_there(desk):
    there, trip = desk
    device = trip.ctx.store.pc.id
    offsite.send_over(CutLine(there, device, 10_000), trip)
    with pytest.raises(Refusal):
        there.pack(device, wire.PackAsk(b"JCRMPAK1 no pack at all"))
    forged = trip.vault.raw(trip.point).replace(b'"why":"now"', b'"why":"why"')
    with pytest.raises(Refusal):
        there.paper(device, wire.PaperAsk(forged))
    other = b"\1" * 16
    with pytest.raises(Exception):  # noqa: B017 - a PC that head office does not know
        there.paper(other, wire.PaperAsk(trip.vault.raw(trip.point)))
    assert [point.id for point in there.points(device).points] == [trip.point]


def test_a_manifest_without_its_chunks_is_not_kept(desk):
    there, trip = desk
    device = trip.ctx.store.pc.id
    kept = there.paper(device, wire.PaperAsk(trip.vault.raw(trip.point)))
    assert (kept.kept, kept.missing > 0) == (False, True)
    assert not there.points(device).points


def test_head_office_reads_what_it_keeps_and_asks_again_for_what_rotted(desk):
    there, trip = desk
    device = trip.ctx.store.pc.id
    offsite.send_over(CutLine(there, device, 10_000), trip)
    there.tidy()
    assert there.points(device).points[0].read
    pack = next(there.folders()[0].glob("packs/*.pack"))
    data = bytearray(pack.read_bytes())
    data[30_000] ^= 1
    pack.write_bytes(bytes(data))
    there._clock.move(days=8)
    there.tidy()
    again = CutLine(there, device, 10_000)
    offsite.send_over(again, trip)
    assert again.sent > 0


def names_of(trip: Trip) -> list[bytes]:
    trip.vault.look()
    manifest = trip.vault.manifest(trip.point)[0]
    return [bytes.fromhex(piece) for piece in manifest.lists] + trip.vault.names(manifest)


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def test_a_new_pc_is_put_up_from_what_head_office_keeps(new_counter, office, tmp_path: Path):
    counter = new_counter()
    ctx = counter.open()
    a_customer(ctx, "Kept Away")
    backup.set_targets(ctx, [Target("head_office")])
    made = backup.back_up(ctx)
    [row] = [
        one for one in office.say("offsite", "list")["pcs"] if one["id"] == ctx.store.pc.id.hex()
    ]
    assert row["pc"] == f"{counter.joined.branch_code}-{ctx.store.pc.letter}"
    assert row["points"] == [made.point.id]
    done = office.say("offsite", "copy", row["pc"], str(tmp_path / "stick"))
    assert done["point"] == made.point.id
    code = ByCode(counter.joined.recovery_code)
    back = backup.restore(tmp_path / "stick", done["point"], tmp_path / "new", code)
    assert back.point.customers == made.point.customers
    assert back.warnings


@pytest.mark.parametrize(
    "lie",
    [
        {"id": "../../../office"},
        {"id": "20261122-100000-abcdef/../x"},
        {"lists": ["no name of a chunk"]},
        {"lists": ["00"]},
        {"made": 10**18},
        {"made": -1},
        {"chunk": 0},
    ],
)
def test_a_pc_that_signs_nonsense_is_refused_and_leaves_no_file(desk, lie):
    there, trip = desk
    manifest = msgspec.structs.replace(trip.vault.manifest(trip.point)[0], **lie)
    paper = papers.sealed(manifest, keeping.signing_key(trip.ctx), trip.ctx.store.key)
    with pytest.raises(Refusal):
        there.paper(trip.ctx.store.pc.id, wire.PaperAsk(paper))
    assert not there.points(trip.ctx.store.pc.id).points
