"""A folder of backups that somebody else can write: nothing is followed, nothing written outside.

Each test puts something bad where a file should be, does what a shop does, and looks at a file
elsewhere that must stay as it is. Whoever waits for a pipe is stopped by the time limit.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.backup import gathering, packs
from db.backup import manifest as papers
from db.backup.manifest import Forged, Newer, Signed
from db.backup.packs import BadPack
from db.backup.vault import Vault
from db.errors import Busy, Damaged, DiskFull, ReadOnly, StoreError
from db.shop import putting
from jewelcrm.access.signin import sign_in
from jewelcrm.backup import commands as backup
from jewelcrm.backup import places, pruning, queries, words
from jewelcrm.backup.model import ByKey, Made, Target
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.people.founding import NewShop, found
from tests.conftest import PASSWORD, SetClock, Shop
from tests.jewelcrm.backup.builders import names, paper, vault_of
from tests.jewelcrm.backup.builders import packs as packs_of

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="links need rights there"),
    pytest.mark.timeout(60),
]


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Path]:
    """A file of somebody's; after the test it is what it was."""
    path = tmp_path / "outside" / "passwd"
    path.parent.mkdir()
    path.write_bytes(b"root:x:0:0" * 100)
    before, moment = path.read_bytes(), path.stat().st_mtime_ns
    yield path
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, moment)
    assert [one.name for one in path.parent.iterdir()] == ["passwd"]


@pytest.fixture
def stick(ctx: Context, tmp_path: Path) -> Path:
    """A second target, empty."""
    folder = tmp_path / "stick"
    folder.mkdir()
    backup.set_targets(ctx, [Target("folder", str(folder))])
    return folder


def vault_on(stick: Path) -> Path:
    return next((stick / places.ABROAD).iterdir())


def restored(ctx: Context, made: Made, to: Path) -> list[str]:
    backup.restore(ctx.store.folder, made.point.id, to, ByKey(ctx.store.key))
    back = sign_in(to, "", PASSWORD)
    try:
        return names(back)
    finally:
        back.store.close()


def as_pipe(path: Path, _outside: Path) -> None:
    os.mkfifo(path)


def as_link(path: Path, outside: Path) -> None:
    path.symlink_to(outside)


def as_dangling_link(path: Path, outside: Path) -> None:
    path.symlink_to(outside.with_name("nobody"))


def as_folder(path: Path, _outside: Path) -> None:
    path.mkdir()


BAD = [as_pipe, as_link, as_dangling_link, as_folder]


# A pack


@pytest.mark.parametrize("bad", BAD)
def test_a_pack_that_is_no_file_is_noticed_set_aside_and_brought_anew(
    ctx: Context, shop: Shop, made: Made, outside: Path, bad
):
    pack = packs_of(shop.folder)[0]
    pack.unlink()
    bad(pack, outside)
    with vault_of(shop.folder) as vault:
        assert vault.bad_packs == [pack.name]
    if not pack.is_dir() or pack.is_symlink():
        again = backup.back_up(ctx)
        assert again.verified
        assert not pack.is_symlink()


def test_a_link_to_a_good_pack_elsewhere_is_not_followed_either(
    ctx: Context, shop: Shop, made: Made, tmp_path: Path
):
    pack = packs_of(shop.folder)[0]
    elsewhere = tmp_path / pack.name
    shutil.move(pack, elsewhere)
    pack.symlink_to(elsewhere)
    to = tmp_path / "back"
    with pytest.raises((CanFix, StoreError)):
        backup.restore(shop.folder, made.point.id, to, ByKey(ctx.store.key))
    assert not (to / "store.db").exists()


def test_a_pack_that_is_a_link_to_the_live_store_leaves_the_store_alone(
    ctx: Context, shop: Shop, made: Made
):
    pack = packs_of(shop.folder)[0]
    pack.unlink()
    pack.symlink_to(ctx.store.path)
    before = names(ctx)
    assert backup.back_up(ctx).verified
    assert names(ctx) == before
    assert ctx.store.path.is_file()


def test_a_hard_link_is_never_written_through(ctx: Context, stick: Path, made: Made, outside: Path):
    backup.back_up(ctx)
    folder = vault_on(stick)
    for path in [*folder.rglob("*.json"), *folder.rglob("*.mark"), folder / "read.stamp"]:
        path.unlink(missing_ok=True)
        os.link(outside, path)
    backup.back_up(ctx)


def test_a_pack_that_says_it_holds_a_billion_chunks_is_bad(tmp_path: Path):
    path = tmp_path / ("0" * 32 + ".pack")
    with path.open("wb") as file:
        file.write(packs.HEAD)
        file.seek(packs._ROW.size * 1_100_000)
        file.write(packs._TAIL.pack(b"\0" * 32, 1_000_001, packs.END))
    with pytest.raises(BadPack):
        list(packs.index_of(path))


# The small files


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("name", ["points/{id}.json", "points/{id}.mark", "vault.json"])
def test_a_small_file_that_is_no_file_is_not_read(
    ctx: Context, made: Made, outside: Path, bad, name: str
):
    folder = ctx.store.folder
    path = places.local(folder) / name.format(id=made.point.id)
    path.unlink()
    bad(path, outside)
    with vault_of(folder) as vault:
        vault.about()
        vault.faults()
        vault.mark(made.point.id)
    assert queries.status(ctx).light != "green"


@pytest.mark.parametrize("bad", [as_pipe, as_link, as_dangling_link])
@pytest.mark.parametrize("name", ["read.stamp", "vault.json", "busy.lock"])
def test_what_is_carried_is_written_over_nobodys_file(
    ctx: Context, stick: Path, outside: Path, bad, name: str
):
    backup.back_up(ctx)
    path = vault_on(stick) / name
    path.unlink(missing_ok=True)
    bad(path, outside)
    backup.back_up(ctx)


def test_a_manifest_of_a_gigabyte_is_not_taken_into_memory(shop: Shop, made: Made):
    with paper(shop.folder, made.point.id).open("r+b") as file:
        file.truncate(1 << 30)
    with vault_of(shop.folder) as vault, pytest.raises(Forged):
        vault.manifest(made.point.id)


# Folders


@pytest.mark.parametrize("name", ["packs", "points"])
def test_a_folder_of_the_vault_that_is_a_link_is_refused(
    ctx: Context, stick: Path, made: Made, outside: Path, name: str
):
    backup.back_up(ctx)
    folder = vault_on(stick) / name
    shutil.rmtree(folder)
    folder.symlink_to(outside.parent)
    told = backup.back_up(ctx)
    assert told.verified
    [warning] = told.warnings
    assert "link" in warning


def test_nothing_is_swept_out_of_a_folder_behind_a_link(
    ctx: Context, shop: Shop, made: Made, tmp_path: Path
):
    precious = tmp_path / "mine" / "check-book.part"
    precious.parent.mkdir()
    precious.write_text("my own")
    packs_folder = places.local(shop.folder) / "packs"
    shutil.rmtree(packs_folder)
    packs_folder.symlink_to(precious.parent)
    with vault_of(shop.folder) as vault:
        vault.sweep()
    (places.local(shop.folder) / "drill-1").symlink_to(precious.parent)
    with vault_of(shop.folder) as vault:
        vault.sweep()
    assert precious.read_text() == "my own"
    assert not (places.local(shop.folder) / "drill-1").is_symlink()


@pytest.mark.parametrize("level", [0, 1])
def test_a_link_in_the_place_of_a_shops_folder_on_a_stick_is_refused(
    ctx: Context, stick: Path, made: Made, outside: Path, level: int
):
    backup.back_up(ctx)
    folder = [vault_on(stick), stick / places.ABROAD][level]
    shutil.rmtree(folder)
    folder.symlink_to(outside.parent)
    [warning] = backup.back_up(ctx).warnings
    assert "link" in warning
    assert queries.points(ctx)


# Manifests that lie


def signed_anew(path: Path, key: bytes, **changes: object) -> None:
    """A manifest with other words, signed by somebody of whom nobody knows, sealed with `key`."""
    manifest, _ = papers.opened(path.read_bytes())
    somebody = Ed25519PrivateKey.generate()
    signer = somebody.public_key().public_bytes_raw().hex()
    lying = msgspec.structs.replace(manifest, signer=signer, **changes)
    path.write_bytes(papers.sealed(lying, somebody, key))


@pytest.mark.parametrize(
    "id_",
    [
        "../../../../etc/cron.d/x",
        "/etc/passwd",
        "..\\..\\x",
        "20261122-040000-00000a-A/../x",
        "20261122-040000-00000A-a",
        "CON",
        "a\0b",
        "20261122-040000-00000a-A\n",
        "",
    ],
)
def test_a_point_whose_id_is_a_path_is_forged(ctx: Context, shop: Shop, made: Made, id_: str):
    path = paper(shop.folder, made.point.id)
    signed_anew(path, ctx.store.key, id=id_)
    with pytest.raises(Forged):
        papers.opened(path.read_bytes())
    [point] = queries.points(ctx)
    assert (point.state, point.trouble) == ("damaged", words.FORGED)


@pytest.mark.parametrize("asked", ["../../x", "/etc/passwd", "..", "a/b"])
def test_a_path_asked_for_as_a_point_is_no_point(
    ctx: Context, shop: Shop, made: Made, tmp_path: Path, asked: str
):
    with pytest.raises(CanFix, match="There is no backup"):
        backup.restore(shop.folder, asked, tmp_path / "to", ByKey(ctx.store.key))
    assert not (tmp_path / "to").exists()


@pytest.mark.parametrize(
    "lie",
    [
        {"size": 1 << 62},
        {"size": -1},
        {"chunk": 0},
        {"chunk": 1 << 40},
        {"made": 1 << 62},
        {"lists": ["../x"]},
        {"lists": ["ab" * 31]},
        {"device": ".."},
    ],
    ids=str,
)
def test_figures_that_cannot_be_are_forged(ctx: Context, shop: Shop, made: Made, lie):
    path = paper(shop.folder, made.point.id)
    signed_anew(path, ctx.store.key, **lie)
    with pytest.raises(Forged):
        papers.opened(path.read_bytes())


def test_a_size_that_no_disk_has_is_refused_before_anything_is_written(
    ctx: Context, shop: Shop, made: Made, tmp_path: Path
):
    signed_anew(paper(shop.folder, made.point.id), ctx.store.key, size=1 << 43)
    with pytest.raises(DiskFull, match="Nothing was changed"):
        backup.restore(shop.folder, made.point.id, tmp_path / "to", ByKey(ctx.store.key))
    assert not list((tmp_path / "to").glob("restoring-*"))


def test_a_list_of_a_million_parts_is_not_followed(ctx: Context, shop: Shop, made: Made):
    path = paper(shop.folder, made.point.id)
    manifest = papers.opened(path.read_bytes())[0]
    signed_anew(path, ctx.store.key, lists=list(manifest.lists) * 200_000, size=1 << 43)
    with vault_of(shop.folder) as vault:
        vault.look()
        with pytest.raises(Damaged, match="missing"):
            vault.names(vault.manifest(made.point.id)[0])


def test_a_list_that_names_itself_again_and_again_is_too_long(ctx: Context, shop: Shop, made: Made):
    path = paper(shop.folder, made.point.id)
    manifest = papers.opened(path.read_bytes())[0]
    signed_anew(path, ctx.store.key, lists=list(manifest.lists) * 2)
    verified = backup.verify(ctx, made.point.id, deep=True)
    assert "too long" in verified.faults[0]


def test_a_manifest_whose_list_is_a_chunk_of_the_file_is_found_out(
    ctx: Context, shop: Shop, made: Made
):
    path = paper(shop.folder, made.point.id)
    with vault_of(shop.folder) as vault:
        vault.look()
        first = vault.names(vault.manifest(made.point.id)[0])[0].hex()
    signed_anew(path, ctx.store.key, lists=[first])
    assert not backup.verify(ctx, made.point.id, deep=True).whole


def test_a_million_names_are_taken_in_within_seconds(tmp_path: Path):
    """A store of sixteen gigabytes; nobody's memory fills."""
    import resource

    rows = [packs._ROW.pack(n.to_bytes(32), len(packs.HEAD), 0) for n in range(1_000_000)]
    index = b"".join(rows)
    tail = packs._TAIL.pack(packs.name_of(index), len(rows), packs.END)
    folder = tmp_path / "vault"
    (folder / "packs").mkdir(parents=True)
    (folder / "packs" / packs._file_name(index)).write_bytes(packs.HEAD + index + tail)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with Vault(folder) as vault:
        vault.look()
        assert vault.has((999_999).to_bytes(32))
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < 600


def test_two_packs_whose_names_differ_in_case_only_are_not_mixed_up(shop: Shop, made: Made):
    pack = packs_of(shop.folder)[0]
    shutil.copy(pack, pack.with_name(pack.name.upper().replace(".PACK", ".pack")))
    with vault_of(shop.folder) as vault:
        assert vault.bad_packs == [pack.name.upper().replace(".PACK", ".pack")]
        vault.read(vault.names(vault.manifest(made.point.id)[0])[0])


def test_a_point_under_a_name_of_another_case_is_forged(ctx: Context, shop: Shop, made: Made):
    path = paper(shop.folder, made.point.id)
    shutil.copy(path, path.with_name(path.name.replace(made.point.id, made.point.id.lower() + "x")))
    forged, whole = sorted(queries.points(ctx), key=lambda point: point.state == "checked")
    assert (forged.state, whole.id) == ("damaged", made.point.id)


# A newer release


def newer(path: Path) -> None:
    signed = msgspec.json.decode(path.read_bytes(), type=Signed)
    said = json.loads(bytes(signed.manifest)) | {"v": papers.VERSION + 1, "more": ["words"]}
    path.write_bytes(
        msgspec.json.encode(Signed(msgspec.Raw(json.dumps(said).encode()), signed.sig, signed.seal))
    )


def test_a_point_of_a_newer_release_is_named_as_such_and_never_taken_away(
    ctx: Context, shop: Shop, made: Made, clock: SetClock
):
    path = paper(shop.folder, made.point.id)
    newer(path)
    with pytest.raises(Newer):
        papers.opened(path.read_bytes())
    [point] = queries.points(ctx)
    assert point.trouble == words.NEWER
    with pytest.raises(CanFix, match="newer JewelCRM"):
        backup.restore(shop.folder, point.id, shop.folder, ByKey(ctx.store.key))
    with vault_of(shop.folder) as vault:
        assert vault.faults() == []
        assert pruning.held(vault) == []
        with pytest.raises(Damaged, match="nothing is taken away"):
            gathering.gather(vault, oldest=1 << 60)


# Somebody else's key


def test_another_branchs_manifest_among_ours_is_named_and_not_used(
    ctx: Context, shop: Shop, made: Made, tmp_path: Path
):
    shop_of = NewShop("HK02", "Causeway Bay", "Bo Lee", PASSWORD)
    found(tmp_path / "theirs", shop_of, ring=None)
    theirs = sign_in(tmp_path / "theirs", "", PASSWORD)
    point = backup.back_up(theirs).point.id
    theirs.store.close()
    for name in (f"{point}.json", f"{point}.mark"):
        source = places.local(tmp_path / "theirs") / "points" / name
        shutil.copy(source, places.local(shop.folder) / "points" / name)
    assert backup.verify(ctx, point, deep=True).faults
    with pytest.raises((CanFix, StoreError)):
        backup.restore(shop.folder, point, tmp_path / "to", ByKey(ctx.store.key))
    with vault_of(shop.folder) as vault:
        vault.trusted = frozenset(
            {papers.opened(paper(shop.folder, made.point.id).read_bytes())[0].signer}
        )
        assert vault.mark(point) is None


def test_an_older_manifest_under_the_newest_name_is_forged(ctx: Context, shop: Shop, made: Made):
    later = backup.back_up(ctx)
    shutil.copy(paper(shop.folder, made.point.id), paper(shop.folder, later.point.id))
    newest = queries.points(ctx)
    assert {point.id: point.state for point in newest}[later.point.id] == "damaged"


# Where a restore goes


def test_a_restore_into_a_link_is_refused(ctx: Context, made: Made, outside: Path, tmp_path: Path):
    to = tmp_path / "to"
    to.symlink_to(outside.parent)
    with pytest.raises(CanFix, match="is a link"):
        restored(ctx, made, to)


def test_a_restore_among_other_files_is_refused(ctx: Context, made: Made, outside: Path):
    with pytest.raises(CanFix, match="something else"):
        restored(ctx, made, outside.parent)


def test_a_restore_over_the_store_that_is_open_is_refused(ctx: Context, made: Made, shop: Shop):
    before = names(ctx)
    with pytest.raises(Busy):
        backup.restore(shop.folder, made.point.id, shop.folder, ByKey(ctx.store.key))
    assert names(ctx) == before


def test_a_restore_without_rights_says_so(ctx: Context, made: Made, tmp_path: Path, monkeypatch):
    def refused(*_more: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(os, "mkdir", refused)  # root may do anything: tests often are
        with pytest.raises(ReadOnly, match="Ask for write access"):
            restored(ctx, made, tmp_path / "locked" / "shop")
    assert not (tmp_path / "locked").exists()


def test_a_restore_where_a_file_lies_says_so(ctx: Context, made: Made, outside: Path):
    with pytest.raises(ReadOnly):
        restored(ctx, made, outside)


def test_a_restore_into_an_empty_folder_is_as_always(ctx: Context, made: Made, tmp_path: Path):
    (tmp_path / "to").mkdir()
    assert restored(ctx, made, tmp_path / "to") == names(ctx)
    assert stat.S_IMODE((tmp_path / "to" / "store.db").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "said", [["..", "before-restore-x"], ["restoring-x", ".."], ["/etc", "/tmp"], [1, 2], "x", None]
)
def test_a_journal_that_names_other_folders_moves_nothing(tmp_path: Path, said):
    shop = tmp_path / "shop"
    shop.mkdir()
    (shop / "store.db").write_bytes(b"mine")
    (tmp_path / "store.db").write_bytes(b"not mine")
    (shop / putting.JOURNAL).write_text(json.dumps(said))
    with pytest.raises(Damaged):
        putting.finish(shop)
    assert (shop / "store.db").read_bytes() == b"mine"
    assert (tmp_path / "store.db").read_bytes() == b"not mine"
