"""Packs are written anew in turns: whatever lies where, and how often, no chunk in use is lost."""

from __future__ import annotations

import itertools
import random
from contextlib import suppress
from pathlib import Path

import pytest

from db.backup import gathering
from db.backup.gathering import gather
from db.backup.packs import PackWriter, name_of
from db.backup.stopping import Stopped
from db.backup.vault import Vault

ALL = 1 << 60
"""Later than anything: whatever is dead is old enough to go."""
CHUNKS = {name_of(chunk): chunk for chunk in (bytes([n]) * 1_000 for n in range(40))}
NAMES = list(CHUNKS)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    (tmp_path / "packs").mkdir()
    return Vault(tmp_path)


def packed(vault: Vault, *chunks: int) -> str:
    """A pack of these; its name."""
    pack = PackWriter(vault.packs)
    for n in chunks:
        pack.put(NAMES[n], CHUNKS[NAMES[n]])
    made = pack.close()
    assert made is not None
    return made.name


def in_use(monkeypatch: pytest.MonkeyPatch, *chunks: int) -> set[bytes]:
    live = {NAMES[n] for n in chunks}
    monkeypatch.setattr(gathering, "_live", lambda *_: live)
    return live


def require(vault: Vault, live: set[bytes]) -> None:
    """Each is there, for whoever has it open and for whoever opens it now."""
    with vault, Vault(vault.folder) as fresh:
        for one in (vault, fresh):
            one.look()
            assert {name for name in live if one.read(name) == CHUNKS[name]} == live


def there(vault: Vault) -> set[str]:
    return {path.name for path in vault.packs.iterdir()}


def test_a_small_pack_that_is_left_over_for_a_turn_of_its_own_stays(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "MOST_SMALL", 2)
    monkeypatch.setattr(gathering, "PACK_BYTES", 2_000)
    for n in range(3):
        packed(vault, n)
    live = in_use(monkeypatch, 0, 1, 2)
    gather(vault, oldest=ALL)
    require(vault, live)
    assert len(there(vault)) == 2


def test_the_only_one_in_use_among_many_that_are_dead_stays(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written anew together they make the very pack that is there."""
    monkeypatch.setattr(gathering, "MOST_SMALL", 2)
    kept = packed(vault, 0, 1)
    for n in range(2, 6):
        packed(vault, n)
    live = in_use(monkeypatch, 0, 1)
    gather(vault, oldest=ALL)
    require(vault, live)
    assert there(vault) == {kept}


def test_what_lies_twice_since_it_was_stopped_is_not_lost(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = packed(vault, 0, 5), packed(vault, 1, 6)
    both = packed(vault, 0, 1)
    live = in_use(monkeypatch, 0, 1)
    gather(vault, oldest=ALL)
    require(vault, live)
    assert there(vault) & {one, other, both} <= {both}


@pytest.mark.parametrize("seed", range(60))
def test_whatever_lies_where_and_wherever_it_is_stopped_no_chunk_in_use_is_lost(
    seed: int, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    monkeypatch.setattr(gathering, "MOST_SMALL", chance.choice([0, 3, 32]))
    monkeypatch.setattr(gathering, "PACK_BYTES", chance.choice([1, 2_500, 6_000, 1 << 26]))
    for _ in range(chance.randint(2, 12)):
        packed(vault, *chance.sample(range(12), chance.randint(1, 4)))
    vault.look()
    held = [n for n in range(12) if vault.has(NAMES[n])]
    live = in_use(monkeypatch, *chance.sample(held, chance.randint(0, len(held))))
    for _ in range(chance.randint(0, 3)):
        asked, most = itertools.count(), chance.randint(0, 12)
        with suppress(Stopped):
            gather(vault, oldest=ALL, cancelled=lambda a=asked, m=most: next(a) >= m)
        require(vault, live)
    gather(vault, oldest=ALL)
    require(vault, live)
