"""Flipped bits, forged manifests, swapped chunks, an older point as newer: noticed, never used."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.backup import manifest as papers
from db.backup.packs import PackWriter
from db.errors import StoreError
from jewelcrm.backup import commands as backup
from jewelcrm.backup import places, queries
from jewelcrm.backup.model import ByCode, ByPassword
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.people.founding import NewShop, found
from tests.conftest import PASSWORD, PROVE, Shop
from tests.jewelcrm.backup.builders import (
    a_customer,
    flipped,
    forged,
    names,
    opened,
    packs,
    paper,
    vault_of,
)

BITS = 400 if PROVE else 25
MINE = ByPassword("", PASSWORD)


@pytest.fixture(scope="session")
def _twice_backed_up(
    _first_shop: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str, str]:
    folder = tmp_path_factory.mktemp("twice") / "shop"
    shutil.copytree(_first_shop[0], folder)
    ctx = opened(folder)
    a_customer(ctx, "First")
    first = backup.back_up(ctx)
    a_customer(ctx, "Second")
    second = backup.back_up(ctx)
    ctx.store.close()
    return folder, first.point.id, second.point.id


@pytest.fixture
def backed_up(
    _twice_backed_up: tuple[Path, str, str], _first_shop: tuple[Path, str], tmp_path: Path
) -> tuple[Shop, str, str]:
    """A closed shop with two points: the first with one customer, the second with two."""
    folder, first, second = _twice_backed_up
    shutil.copytree(folder, tmp_path / "shop")
    return Shop(tmp_path / "shop", _first_shop[1]), first, second


def refused(shop: Shop, point: str, to: Path) -> str:
    """What is said when the point is not put back; nothing of it may be left."""
    with pytest.raises((StoreError, CanFix)) as no:
        backup.restore(shop.folder, point, to, ByCode(shop.recovery_code))
    assert not (to / "store.db").exists()
    assert not (to / "keyslots.json").exists()
    return str(no.value)


@pytest.mark.slow
@pytest.mark.prove
def test_a_flipped_bit_in_any_file_is_noticed_named_and_never_used(backed_up, tmp_path: Path):
    shop, _, point = backed_up
    chance = random.Random(31)
    vault = places.local(shop.folder)
    good = tmp_path / "good"
    shutil.copytree(vault, good)
    unused = 0
    for n in range(BITS):
        file = chance.choice([*vault.glob("packs/*.pack"), paper(shop.folder, point)])
        flipped(file, chance.randrange(8 * file.stat().st_size))
        to = tmp_path / f"to-{n}"
        try:
            done = backup.restore(shop.folder, point, to, ByCode(shop.recovery_code))
        except (StoreError, CanFix):
            assert not (to / "store.db").exists()
        else:  # the bit lay in a chunk that only the other point names
            unused += 1
            assert done.point.customers == 2
        shutil.rmtree(vault)
        shutil.copytree(good, vault)
    assert unused < BITS / 2


def test_a_flipped_bit_is_named_by_its_file(backed_up, tmp_path: Path):
    shop, point, _ = backed_up
    [first, *_] = sorted(packs(shop.folder), key=lambda path: path.stat().st_mtime)
    flipped(first, 8 * 40_000)
    assert first.name in refused(shop, point, tmp_path / "to")


def test_the_check_finds_a_flipped_bit_and_the_next_backup_mends_it(shop: Shop):
    ctx = opened(shop.folder)
    a_customer(ctx)
    made = backup.back_up(ctx)
    flipped(packs(shop.folder)[0], 8 * 40_000)
    found = backup.verify(ctx, made.point.id)
    assert not found.whole
    assert packs(shop.folder)[0].name in found.faults[0]
    assert queries.points(ctx)[0].state == "damaged"
    again = backup.back_up(ctx)
    assert again.verified
    assert backup.verify(ctx, again.point.id, deep=True).whole
    ctx.store.close()


@pytest.mark.parametrize(
    "lie", [{"made": 4_000_000_000_000}, {"counts": {}}, {"branch_id": "0" * 32}, {"seq": 99}]
)
def test_a_manifest_that_was_changed_is_not_used(backed_up, tmp_path: Path, lie):
    shop, _, point = backed_up
    forged(paper(shop.folder, point), **lie)
    assert "changed" in refused(shop, point, tmp_path / "to")
    listed = {one.id: one for one in queries.points_in(shop.folder)}
    assert listed[point].state == "damaged"


def test_a_manifest_signed_by_somebody_else_does_not_pass_for_ours(backed_up, tmp_path: Path):
    shop, first, second = backed_up
    with vault_of(shop.folder) as vault:
        old, new = vault.manifest(first)[0], vault.manifest(second)[0]
    thief = Ed25519PrivateKey.generate()
    signer = thief.public_key().public_bytes_raw().hex()
    mixed = msgspec.structs.replace(new, lists=old.lists, size=old.size, signer=signer)
    paper(shop.folder, second).write_bytes(papers.sealed(mixed, thief, b"another key".ljust(32)))
    assert "changed" in refused(shop, second, tmp_path / "to")


def test_an_older_point_under_a_newer_ones_name_is_noticed(backed_up, tmp_path: Path):
    shop, first, second = backed_up
    shutil.copyfile(paper(shop.folder, first), paper(shop.folder, second))
    assert "changed" in refused(shop, second, tmp_path / "to")


def test_a_vault_that_was_put_back_to_an_older_state_is_noticed(backed_up):
    shop, _, second = backed_up
    ctx = opened(shop.folder)
    paper(shop.folder, second).unlink()
    status = queries.status(ctx)
    assert status.light != "green"
    assert "newest" in status.words
    ctx.store.close()


def test_a_chunk_of_another_day_cannot_be_slipped_in(backed_up, tmp_path: Path):
    """Its pages would open: the same page of the same store, only older."""
    shop, first, second = backed_up
    with vault_of(shop.folder) as vault:
        vault.look()
        old, new = (vault.names(vault.manifest(point)[0]) for point in (first, second))
        at = next(n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
        stale = vault.read(old[at])
        place = vault.place(new[at])
    assert place is not None
    data = bytearray(place.pack.read_bytes())
    data[place.offset : place.offset + place.length] = stale
    place.pack.write_bytes(bytes(data))
    assert "damaged" in refused(shop, second, tmp_path / "to")


def test_a_chunk_with_a_false_name_is_not_used(backed_up, tmp_path: Path):
    shop, first, second = backed_up
    with vault_of(shop.folder) as vault:
        vault.look()
        old, new = (vault.names(vault.manifest(point)[0]) for point in (first, second))
        at = next(n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
        stale, holder = vault.read(old[at]), vault.place(new[at])
    assert holder is not None
    holder.pack.unlink()
    writer = PackWriter(holder.pack.parent)
    writer.put(new[at], stale)
    writer.close()
    refused(shop, second, tmp_path / "to")


def test_a_missing_pack_is_noticed(backed_up, tmp_path: Path):
    shop, first, _ = backed_up
    for path in packs(shop.folder):
        path.unlink()
    assert "missing" in refused(shop, first, tmp_path / "to")


def another_branch(folder: Path, code: str = "HK02") -> Context:
    found(folder, NewShop(code, "Canton Road", "Mei Chan", PASSWORD), ring=None)
    return opened(folder)


def test_another_branchs_backup_is_refused(backed_up, tmp_path: Path):
    shop, point, _ = backed_up
    another_branch(tmp_path / "other").store.close()
    with pytest.raises(CanFix, match=r"HK01.*HK02"):
        backup.restore(shop.folder, point, tmp_path / "other", MINE)
    ctx = opened(tmp_path / "other")
    assert ctx.branch.code == "HK02"
    ctx.store.close()


def test_another_branchs_pc_is_known_by_its_backups_when_its_store_does_not_open(
    backed_up, tmp_path: Path
):
    shop, point, _ = backed_up
    ctx = another_branch(tmp_path / "other")
    backup.back_up(ctx)
    ctx.store.close()
    with pytest.raises(CanFix, match=r"HK01.*HK02"):
        backup.restore(shop.folder, point, tmp_path / "other", ByCode(shop.recovery_code))


def test_a_store_that_nobody_can_tell_whose_it_is_is_not_replaced(backed_up, tmp_path: Path):
    shop, point, _ = backed_up
    another_branch(tmp_path / "other").store.close()
    with pytest.raises(CanFix, match="another store"):
        backup.restore(shop.folder, point, tmp_path / "other", ByCode(shop.recovery_code))


def test_a_store_that_is_open_is_not_replaced(shop: Shop):
    ctx = opened(shop.folder)
    made = backup.back_up(ctx)
    a_customer(ctx, "After")
    with pytest.raises(StoreError, match="in use"):
        backup.restore(shop.folder, made.point.id, shop.folder, MINE)
    assert names(ctx) == ["After"]
    ctx.store.close()


def test_a_damaged_store_is_replaced_and_set_aside(backed_up):
    shop, _, point = backed_up
    flipped(shop.folder / "store.db", 8 * 10)
    done = backup.restore(shop.folder, point, shop.folder, MINE)
    assert not done.unsynced.known
    ctx = opened(shop.folder)
    assert names(ctx) == ["First", "Second"]
    ctx.store.close()


def test_an_older_point_is_put_back_only_with_word_of_the_newer(backed_up):
    shop, first, _ = backed_up
    done = backup.restore(shop.folder, first, shop.folder, MINE)
    assert done.newer_known is not None


def test_who_knows_nothing_sees_no_name_in_any_file(backed_up):
    shop, _, _ = backed_up
    for path in places.local(shop.folder).rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert b"First" not in data
            assert not re.search(rb"9123 ?4567", data)  # four digits alone are in many a sum
            assert not data.startswith(b"SQLite format 3")
