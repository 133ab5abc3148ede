"""Head office gets another address; its PCs follow it, and nobody else."""

import pytest

from db.shop import keys, officeslots
from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.sync.enrolling import address_of
from jewelcrm.sync.exchanging import exchange
from jewelcrm.sync.queries import status
from jewelcrm.sync.readdressing import follow
from tests.jewelcrm.sync_line.world import Program


def test_a_pc_follows_its_head_office_to_another_address(new_counter, office):
    counter = new_counter()
    ctx = counter.open()
    url = office.url.replace("127.0.0.1", "localhost")
    assert follow(ctx, url) == url
    assert address_of(ctx.store).url == url
    assert officeslots.place_of(keys.load(counter.folder)).url == url
    exchange(ctx)
    assert status(ctx).state == "on_line"


def test_another_head_office_is_not_followed(new_counter, tmp_path):
    counter = new_counter()
    ctx = counter.open()
    other = Program(tmp_path / "other")
    other.found()
    other.start()
    with pytest.raises(Unavailable, match="certificate of its own"):
        follow(ctx, other.url)
    other.stop()
    with pytest.raises(Unavailable, match="cannot be reached"):
        follow(ctx, other.url)
    with pytest.raises(CanFix, match="address"):
        follow(ctx, "http://" + other.url)
