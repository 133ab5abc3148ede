"""PCs in branches, and the small head office they talk to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jewelcrm.access.signin import sign_in
from tests.conftest import PASSWORD, SetClock
from tests.jewelcrm.sync.fake_office import FakeOffice
from tests.jewelcrm.sync.peers import Peer, copy_of

BRANCHES = tuple(bytes([n]) * 16 for n in (1, 2, 3))


@pytest.fixture(scope="session")
def first_store(_first_shop: tuple[Path, str]) -> tuple[Path, bytes]:
    """A founded store and its key, to be copied."""
    folder, _ = _first_shop
    context = sign_in(folder, "mei.chan", PASSWORD, clock=SetClock())
    key = context.store.key
    context.store.close()
    return folder, key


@pytest.fixture
def office() -> FakeOffice:
    return FakeOffice()


@pytest.fixture
def new_peer(
    first_store: tuple[Path, bytes], tmp_path: Path, office: FakeOffice
) -> Iterator[Callable[..., Peer]]:
    """Makes PCs: `new_peer("d1", branch=0)`."""
    made: list[Peer] = []

    def make(name: str = "d1", *, branch: int = 0, scopes: int = 1, **more: object) -> Peer:
        office.access[name] = {f"B:{b.hex()}" for b in BRANCHES[branch : branch + scopes]}
        folder = copy_of(first_store[0], tmp_path / name)
        peer = Peer(folder, first_store[1], office, name=name, branch=BRANCHES[branch], **more)
        made.append(peer)
        return peer

    yield make
    for peer in made:
        peer.close()


@pytest.fixture
def peer(new_peer: Callable[..., Peer]) -> Peer:
    """One PC of the first branch, its first copy made."""
    one = new_peer()
    one.settle()
    return one
