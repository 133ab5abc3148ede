"""One place that holds backups: packs of chunks, and a signed manifest for every point.

    vault.json          which store's backups these are; nothing secret
    packs/*.pack        chunks, each once however many points hold it
    points/ID.json      manifests; a point is there when its manifest is
    points/ID.mark      what became of it: checked, drilled, marked to go

A manifest is written when everything it names is on the disk. Whatever a kill, a full disk or a
pulled stick leaves behind is a `.part`, or a pack nobody names; `sweep` takes both away.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from typing import BinaryIO, Self

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.backup import manifest as papers
from db.backup import plain
from db.backup.adding import Adding
from db.backup.manifest import Forged, Manifest, Mark, Newer, Signed
from db.backup.packs import HASH, SUFFIX, BadPack, Place, index_of, name_of, pack_in
from db.backup.steps import reached
from db.decoding import decode
from db.errors import Damaged, ReadOnly
from db.files import in_our_words, write_private

ABOUT, PACKS, POINTS = "vault.json", "packs", "points"
BAD = ".bad"
LINKED = "A folder of the backups there is a link to another place. Choose another folder."
WORK = ("check-*", "drill-*", "copy-*", "trial-*")
"""Patterns of what checks and drills put together here and take away again."""
_OPEN_FILES = 8


class Linked(ReadOnly):
    """A folder of the vault is a link to somewhere else."""


class About(msgspec.Struct, frozen=True):
    """Which store's backups a vault holds."""

    store: str
    branch: str
    branch_id: str
    kind: str = "shop"
    v: int = 1


class Vault:
    """A folder of backups. One thread writes at a time; reading is open to any."""

    def __init__(self, folder: Path, *, trusted: Collection[str] | None = None) -> None:
        """`trusted`: whose word on a point counts (public halves of keys); nothing: anybody's."""
        self.folder, self.trusted = folder, trusted
        self.packs, self.points = folder / PACKS, folder / POINTS
        self._index: dict[bytes, Place] = {}
        self._known: set[str] = set()
        self._bad: list[str] = []
        self._files: OrderedDict[Path, BinaryIO] = OrderedDict()

    def close(self) -> None:
        """Let go of every file."""
        while self._files:
            self._files.popitem()[1].close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Chunks

    @property
    def bad_packs(self) -> list[str]:
        """Names of packs that cannot be read; their chunks count as missing."""
        self.look()
        return list(self._bad)

    def look(self) -> None:
        """Take in packs that were added since, and forget those that went.

        What lay in one that went may lie in another too: then all are read anew.
        """
        there = {path.name for path in self.packs.glob(f"*{SUFFIX}")}
        if not self._known <= there:
            self._index, self._known, self._bad = {}, set(), []
        for name in sorted(there - self._known):
            self._take_in(self.packs / name)

    def has(self, name: bytes) -> bool:
        """True when the chunk is here (as far as the packs' indexes say)."""
        return name in self._index

    def place(self, name: bytes) -> Place | None:
        """Where a chunk lies."""
        return self._index.get(name)

    def read(self, name: bytes) -> bytes:
        """A chunk, compared with its name.

        Raises:
            Damaged: it is missing or changed; says in which file.
        """
        place = self._index.get(name)
        if place is None:
            raise Damaged("A part of the backup is missing. It is not used.")
        try:
            file = self._opened(place.pack)
            file.seek(place.offset)
            chunk = file.read(place.length)
        except OSError as error:
            raise BadPack(place.pack) from error
        if name_of(chunk) != name:
            raise BadPack(place.pack)
        return chunk

    def everything(self) -> Iterator[tuple[bytes, Place, bool]]:
        """Every chunk of every pack that can be read; False: another pack has it for this one."""
        for name in sorted(self._known):
            try:
                rows = list(index_of(self.packs / name))
            except Damaged:
                continue
            for chunk, place in rows:
                yield chunk, place, self._index.get(chunk) == place

    def take_in(self, data: bytes) -> Path:
        """Keep a pack that came over a line, once every chunk in it is what it says.

        Raises:
            Damaged: it is no whole pack. DiskFull, ReadOnly: the disk.
        """
        name = pack_in(data)
        path = self.packs / name
        if not path.exists():
            try:
                self._make()
            except OSError as error:
                raise in_our_words(error) from error
            write_private(path, data)
            reached("pack named")
        return path

    @contextmanager
    def writing(self, *, pause: float = 0.0) -> Iterator[Adding]:
        """Add chunks; on any exception what was not yet in a whole pack is dropped.

        Raises:
            DiskFull, ReadOnly: the target.
        """
        try:
            self._make()
            self.look()
            adding = Adding(self.packs, self.has, pause)
            try:
                yield adding
                adding.close()
            except BaseException:
                adding.drop()
                raise
        except OSError as error:
            raise in_our_words(error) from error

    # Points

    def about(self) -> About | None:
        """Which store's backups these are; None when this is no vault of ours.

        A point's signed word stands above `vault.json`, which nobody has signed.
        """
        said, signed = self._said(), self._signed_about()
        if signed is None or (said is not None and _one_branch(said, signed)):
            return said
        return signed

    def faults(self) -> list[str]:
        """Small files that were changed, by name; none of them is used."""
        said, signed = self._said(), self._signed_about()
        there = (self.folder / ABOUT).exists() or signed is not None
        wrong = said is None or (signed is not None and not _one_branch(said, signed))
        found = [ABOUT] if there and wrong else []
        for point in self.ids():
            try:
                self.manifest(point)
            except Newer:
                continue
            except Forged:
                found.append(self._paper(point).name)
            else:
                found += [self._note(point).name] if self.is_mark_bad(point) else []
        return found

    def is_mark_bad(self, point: str) -> bool:
        """True when something lies where a mark should, and is none."""
        return self._note(point).exists() and self.mark(point) is None

    def begin(self, about: About) -> None:
        """Make the folder a vault; as it was when it is one already."""
        try:
            self._make()
        except plain.Strange as error:
            raise Linked(LINKED) from error
        except OSError as error:
            raise ReadOnly("The folder cannot be written. Choose another one.") from error
        if self._said() != about:
            write_private(self.folder / ABOUT, msgspec.json.encode(about))

    def _make(self) -> None:
        """The folders are there and are folders: a link would lead what is written elsewhere."""
        for folder in (self.folder, self.packs, self.points):
            if folder != self.folder:  # this one somebody chose
                plain.require_folder(folder)
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def ids(self) -> list[str]:
        """Every point, oldest first."""
        return sorted(path.stem for path in self.points.glob("*.json"))

    def manifest(self, point: str) -> tuple[Manifest, Signed]:
        """What a point says of itself.

        Raises:
            Forged: it was changed, or lies under another point's name.
        """
        try:
            manifest, signed = papers.opened(plain.read(self._paper(point), plain.PAPER))
        except OSError as error:
            raise Forged("cannot be read") from error
        if manifest.id != point:
            raise Forged("another point's name")
        return manifest, signed

    def keep(self, manifest: Manifest, data: bytes) -> None:
        """The point is there from now on: everything it names must be on the disk."""
        write_private(self._paper(manifest.id), data)
        reached("manifest written")

    def mark(self, point: str) -> Mark | None:
        """What became of a point; None when nobody has said, or somebody forged it."""
        try:
            signed = self.manifest(point)[1]
            mark = papers.mark_in(plain.read(self._note(point), plain.NOTE))
        except (OSError, Forged):
            return None
        if self.trusted is not None and mark.by not in self.trusted:
            return None
        return mark if mark.of == papers.digest(signed) and mark.id == point else None

    def set_mark(self, mark: Mark, signing: Ed25519PrivateKey) -> None:
        """Say what became of a point."""
        write_private(self._note(mark.id), papers.marked(mark, signing))
        reached("mark written")

    def names(self, manifest: Manifest) -> list[bytes]:
        """The chunks of a point's file, in order.

        Raises:
            Damaged: the list is missing or changed.
        """
        if len(manifest.lists) > len(self._index):  # it tells of more than there is
            raise Damaged("A part of the backup is missing. It is not used.")
        wanted, found = -(-manifest.size // manifest.chunk), list[bytes]()
        for piece in manifest.lists:
            found += _split(self.read(bytes.fromhex(piece)))
            if len(found) > wanted:
                raise Damaged("The list of the backup's parts is too long. It is not used.")
        return found

    def drop_point(self, point: str) -> None:
        """Take a point's manifest away; its chunks are left to whoever gathers them."""
        try:
            self._paper(point).unlink(missing_ok=True)
            self._note(point).unlink(missing_ok=True)
        except OSError as error:
            raise in_our_words(error) from error
        reached("point gone")

    def raw(self, point: str) -> bytes:
        """A point's manifest as it lies there.

        Raises:
            Damaged: it cannot be read.
        """
        try:
            return plain.read(self._paper(point), plain.PAPER)
        except OSError as error:
            raise in_our_words(error, reading=True) from error

    def set_aside(self, pack: Path) -> None:
        """A damaged pack is out of the way; what it held is added anew with the next point."""
        self.close()
        try:
            pack.replace(pack.with_name(pack.name + BAD))
        except OSError as error:
            raise in_our_words(error) from error
        self._bad = [name for name in self._bad if name != pack.name]
        self.look()

    def sweep(self) -> None:
        """Remove what a kill or a full disk left half-written, and packs that were set aside."""
        try:
            for folder in (self.packs, self.points, self.folder):
                if plain.is_link(folder) and folder != self.folder:
                    continue
                for pattern in ("*.part", f"*{BAD}", *WORK):
                    for left in folder.glob(pattern):
                        _remove(left)
        except OSError as error:
            raise in_our_words(error) from error

    def _said(self) -> About | None:
        try:
            return decode(plain.read(self.folder / ABOUT, plain.NOTE), About)
        except (OSError, ValueError, msgspec.DecodeError):
            return None

    def _signed_about(self) -> About | None:
        """What the newest point that is whole says."""
        for point in reversed(self.ids()):
            with suppress(Forged):
                manifest = self.manifest(point)[0]
                return About(manifest.store, manifest.branch, manifest.branch_id, manifest.kind)
        return None

    def _paper(self, point: str) -> Path:
        return self.points / f"{point}.json"

    def _note(self, point: str) -> Path:
        return self.points / f"{point}.mark"

    def _take_in(self, path: Path) -> None:
        try:
            self._index.update(index_of(path))
        except Damaged:
            if path.name not in self._bad:
                self._bad.append(path.name)
        self._known.add(path.name)

    def _opened(self, path: Path) -> BinaryIO:
        file = self._files.get(path)
        if file is None:
            file = self._files[path] = plain.opened(path)
            while len(self._files) > _OPEN_FILES:
                self._files.popitem(last=False)[1].close()
        return file


def _remove(left: Path) -> None:
    """A file or a folder; of a link only the link."""
    if left.is_dir() and not plain.is_link(left):
        rmtree(left)
    else:
        left.unlink(missing_ok=True)


def _one_branch(one: About, other: About) -> bool:
    return (one.kind, one.branch, one.branch_id) == (other.kind, other.branch, other.branch_id)


def _split(piece: bytes) -> Iterable[bytes]:
    return (piece[at : at + HASH] for at in range(0, len(piece), HASH))
