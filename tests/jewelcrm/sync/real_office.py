"""Fixtures: head office's real service over its embedded store, and PCs enrolled there."""

import pytest

from tests.jewelcrm.office.chain import Chain
from tests.jewelcrm.sync.peers import Peer, RealOffice, copy_of


@pytest.fixture
def chain(embedded):
    return Chain(embedded)


@pytest.fixture
def pc_of(chain, first_store, tmp_path):
    made = []

    def make(branch, letter="A", trouble=None):
        device = chain.pc(branch, letter).id.hex()
        peer = Peer(
            copy_of(first_store[0], tmp_path / device),
            first_store[1],
            RealOffice(chain.office),
            name=device,
            branch=branch,
            trouble=trouble,
        )
        peer.clock.moment, peer.actor = chain.clock.now(), chain.manager
        made.append(peer)
        return peer

    yield make
    for peer in made:
        peer.close()
