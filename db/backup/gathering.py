"""Taking chunks away that no point names any more: packs are written anew without them.

A pack that is dead goes at once. One that is a quarter dead is written anew, also many small ones
into few large ones; and any with a single dead chunk, before that chunk is as old as it may become:
somebody who was erased must be gone from every copy. New packs are whole and named before an old
one goes, so that a kill costs room, not chunks. That is done a pack's worth at a time: what was
done when somebody stopped it stays done, and it needs little room.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from db.backup import plain
from db.backup.adding import PACK_BYTES
from db.backup.manifest import Forged
from db.backup.packs import HEAD, name_of
from db.backup.steps import reached
from db.backup.stopping import Cancelled, never, unless
from db.backup.vault import Vault
from db.decoding import decode
from db.errors import Damaged
from db.files import in_our_words, write_private

GRAVES = "graves.json"
LATER = "Stopped. What the backups no longer need goes the next time."
DEAD_SHARE = 0.25
SMALL_BYTES, MOST_SMALL = 8 * 1024 * 1024, 32


@dataclass
class Held:
    """What one pack holds."""

    path: Path
    live: list[bytes] = field(default_factory=list)
    live_bytes: int = 0
    dead_bytes: int = 0

    @property
    def share(self) -> float:
        """How much of it is dead."""
        return self.dead_bytes / max(1, self.live_bytes + self.dead_bytes)


def dropped(vault: Vault, point: str) -> None:
    """Take a point away, and remember how old what dies with it is."""
    try:
        made = vault.manifest(point)[0].made
    except Forged:
        made = 0
    known = _graves(vault)
    _keep(vault, {**known, "*": min(made, known.get("*", made))})
    vault.drop_point(point)


def gather(
    vault: Vault,
    *,
    oldest: int,
    spare: Collection[str] = frozenset(),
    cancelled: Cancelled = never,
) -> int:
    """Write packs anew where it is worth it; returns the bytes freed.

    `oldest`: chunks that only points made before this moment (milliseconds) named must go now.
    `spare`: packs of a point that is still to come.

    Raises:
        Damaged: a list of chunks cannot be read; nothing is taken away then. Stopped: somebody
            cancelled it; every chunk that a point names is there.
    """
    vault.look()
    live = _live(vault, cancelled)
    packs = {name: held for name, held in _packs(vault, live).items() if name not in spare}
    graves = _buried(vault, packs)
    again = [held for held in packs.values() if _worth(held, graves, oldest)]
    again += _too_many_small(packs.values(), again)
    try:
        return _written_anew(vault, again, graves, cancelled)
    except OSError as error:
        raise in_our_words(error) from error


def _live(vault: Vault, cancelled: Cancelled = never) -> set[bytes]:
    """Every chunk that a point names; a point that cannot be read keeps everything."""
    live: set[bytes] = set()
    for point in vault.ids():
        unless(cancelled, LATER)
        try:
            manifest, _ = vault.manifest(point)
        except Forged as error:
            raise Damaged(f"The backup {point} cannot be read; nothing is taken away.") from error
        live.update(bytes.fromhex(piece) for piece in manifest.lists)
        live.update(vault.names(manifest))
    return live


def _packs(vault: Vault, live: set[bytes]) -> dict[str, Held]:
    packs: dict[str, Held] = {}
    for name, place, current in vault.everything():
        held = packs.setdefault(place.pack.name, Held(place.pack))
        if current and name in live:
            held.live.append(name)
            held.live_bytes += place.length
        else:
            held.dead_bytes += place.length
    return packs


def _buried(vault: Vault, packs: Mapping[str, Held]) -> dict[str, int]:
    """By pack: how old the oldest point is that took dead chunks with it."""
    known = _graves(vault)
    latest = known.get("*")
    graves = {name: at for name, at in known.items() if name in packs}
    for name, held in packs.items():
        if held.dead_bytes and latest is not None:
            graves[name] = min(latest, graves.get(name, latest))
    if graves != known:
        _keep(vault, graves)
    return graves


def _worth(held: Held, graves: Mapping[str, int], oldest: int) -> bool:
    if not held.dead_bytes:
        return False
    return held.share >= DEAD_SHARE or graves.get(held.path.name, oldest) <= oldest


def _too_many_small(packs: Iterable[Held], chosen: Sequence[Held]) -> list[Held]:
    small = [held for held in packs if held.path.stat().st_size < SMALL_BYTES]
    return [held for held in small if held not in chosen] if len(small) > MOST_SMALL else []


def _written_anew(
    vault: Vault, again: Sequence[Held], graves: dict[str, int], cancelled: Cancelled
) -> int:
    freed, made = 0, set[str]()
    for some in _by_turns(again):
        with vault.writing() as adding:
            for held in some:
                for name in held.live:
                    unless(cancelled, LATER)
                    adding.move(name, vault.read(name))
        reached("pack rewritten")
        made |= adding.made  # what holds the same as a pack of before has its name, and its place
        freed += sum(_gone(vault, held, graves) for held in some if held.path.name not in made)
    if again:
        vault.look()
        _keep(vault, graves)
    return freed


def _by_turns(again: Iterable[Held]) -> Iterator[list[Held]]:
    """So many at a time as make one new pack; a single one of which nothing is dead stays."""
    turns: list[list[Held]] = [[]]
    for held in again:
        if sum(one.live_bytes for one in turns[-1]) + held.live_bytes > PACK_BYTES:
            turns.append([])
        turns[-1].append(held)
    yield from (some for some in turns if len(some) > 1 or any(one.dead_bytes for one in some))


def _gone(vault: Vault, held: Held, graves: dict[str, int]) -> int:
    """Take away a pack whose chunks lie in another by now; how many bytes that frees."""
    vault.close()
    freed = held.path.stat().st_size - len(HEAD) - held.live_bytes
    held.path.unlink()
    graves.pop(held.path.name, None)
    reached("pack gone")
    return freed


def _graves(vault: Vault) -> dict[str, int]:
    """What is remembered; when somebody changed it, that something is as old as can be."""
    path = vault.folder / GRAVES
    if not path.exists():
        return {}
    try:
        kept = decode(plain.read(path, plain.PAPER), _Kept)
    except (OSError, ValueError, msgspec.DecodeError):
        return {"*": 0}
    return kept.graves if kept.sum == _sum(kept.graves) else {"*": 0}


def _keep(vault: Vault, graves: Mapping[str, int]) -> None:
    kept = _Kept(dict(graves), _sum(graves))
    write_private(vault.folder / GRAVES, msgspec.json.encode(kept))


class _Kept(msgspec.Struct):
    """As it lies on the disk."""

    graves: dict[str, int]
    sum: str


def _sum(graves: Mapping[str, int]) -> str:
    return name_of(msgspec.json.encode(sorted(graves.items()))).hex()
