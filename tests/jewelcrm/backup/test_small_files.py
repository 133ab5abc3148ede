"""Marks, vault.json, graves.json, manifests: a bit that flipped is noticed, named, never used."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from db.backup import gathering
from db.errors import StoreError
from jewelcrm.backup import commands as backup
from jewelcrm.backup import keeping, places, queries, verifying
from jewelcrm.backup.model import ByCode, silent
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from tests.conftest import PROVE, Shop
from tests.jewelcrm.backup.builders import a_customer, flipped, paper, vault_of

BITS = 400 if PROVE else 40


def mark_of(ctx: Context, point: str) -> Path:
    return paper(ctx.store.folder, point).with_suffix(".mark")


def every_bit(path: Path, seed: int) -> list[int]:
    return random.Random(seed).sample(range(8 * path.stat().st_size), BITS)


def test_a_mark_that_was_changed_is_named_and_says_nothing_any_more(ctx: Context):
    point = backup.back_up(ctx).point.id
    path = mark_of(ctx, point)
    good = path.read_bytes()
    for at in every_bit(path, 1):
        path.write_bytes(good)
        flipped(path, at)
        if path.read_bytes().lower() == good.lower():
            continue  # a digit of the signature in capitals: it is the same number
        status = queries.status(ctx)
        assert path.name in status.trouble
        assert status.light != "green"
        assert status.last_verified_at is None, "nobody has checked it, as far as can be told"


def test_a_mark_that_was_changed_is_made_anew_by_looking_at_every_page(ctx: Context):
    point = backup.back_up(ctx).point.id
    flipped(mark_of(ctx, point), 300)
    assert verifying.again(ctx, progress=silent).whole
    assert queries.status(ctx).trouble == ""
    assert queries.points(ctx)[0].state == "checked"


def test_a_manifest_that_was_changed_is_named_and_never_used(
    ctx: Context, shop: Shop, tmp_path: Path
):
    point = backup.back_up(ctx).point.id
    path = paper(ctx.store.folder, point)
    good = path.read_bytes()
    for n, at in enumerate(every_bit(path, 2)):
        path.write_bytes(good)
        flipped(path, at)
        if path.read_bytes().lower() == good.lower():
            continue  # a digit of a signature in capitals: it is the same number
        assert path.name in queries.status(ctx).trouble
        with pytest.raises((StoreError, CanFix)):
            backup.restore(shop.folder, point, tmp_path / f"to-{n}", ByCode(shop.recovery_code))


def test_vault_json_that_was_changed_is_named_and_the_points_speak_for_themselves(
    ctx: Context, shop: Shop, tmp_path: Path
):
    a_customer(ctx)
    point = backup.back_up(ctx).point
    path = places.local(shop.folder) / "vault.json"
    good, body = path.read_bytes(), json.loads(path.read_bytes())
    truth = vault_of(shop.folder).about()
    lies = ({"branch": "HK09"}, {"branch_id": "0" * 32}, {"kind": "office"})
    wrongs = [b"", b"{", good[:-3], *(json.dumps({**body, **lie}).encode() for lie in lies)]
    for n, wrong in enumerate(wrongs):
        path.write_bytes(wrong)
        assert "vault.json" in queries.status(ctx).trouble
        assert vault_of(shop.folder).about() == truth
        to = tmp_path / f"to-{n}"
        done = backup.restore(shop.folder, point.id, to, ByCode(shop.recovery_code))
        assert done.point.customers == 1
    backup.back_up(ctx)
    assert path.read_bytes() == good
    assert queries.status(ctx).trouble == ""


def test_another_branchs_name_in_vault_json_does_not_let_its_backup_in(
    ctx: Context, shop: Shop, tmp_path: Path
):
    """The store is gone; only the backups beside it say whose PC this is."""
    point = backup.back_up(ctx).point.id
    ctx.store.close()
    path = places.local(shop.folder) / "vault.json"
    body = json.loads(path.read_bytes())
    path.write_text(json.dumps({**body, "branch": "HK09", "branch_id": "9" * 32}))
    (shop.folder / "store.db").write_bytes(b"broken")
    backup.restore(shop.folder, point, shop.folder, ByCode(shop.recovery_code))


def test_graves_that_were_changed_hide_no_dead_chunk(ctx: Context, shop: Shop):
    for n in range(3):
        a_customer(ctx, f"Chan {n}")
        backup.back_up(ctx)
    with keeping.vault(ctx, places.local(shop.folder)) as vault:
        gathering.dropped(vault, vault.ids()[0])
        path = vault.folder / gathering.GRAVES
        good, known = path.read_bytes(), gathering._graves(vault)
        assert known["*"] > 0
        for at in every_bit(path, 3):
            path.write_bytes(good)
            flipped(path, at)
            assert gathering._graves(vault) in ({"*": 0}, known)
        path.write_bytes(good.replace(str(known["*"]).encode(), str(known["*"] + 1).encode()))
        assert gathering._graves(vault) == {"*": 0}
        gathering.gather(vault, oldest=1)
        assert not [
            h for h in gathering._packs(vault, gathering._live(vault)).values() if h.dead_bytes
        ]


def test_a_vault_without_any_whole_point_is_none_when_its_name_is_gone(tmp_path: Path):
    with pytest.raises(CanFix):
        queries.points_in(tmp_path)
