"""Room is kept back where there is plenty, and given to people's work where there is none."""

import pytest

from db.errors import DiskFull
from db.shop import reserve
from db.shop.reserve import LEAST, PLENTY, SIZE, Reserve


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A disk with as much room as a test says."""
    kept = Reserve(tmp_path)
    kept.room = PLENTY
    monkeypatch.setattr(kept, "_free", lambda: kept.room)
    return kept


def size(folder):
    path = folder / reserve.FILE_NAME
    return path.stat().st_size if path.exists() else None


def test_it_is_kept_where_there_is_plenty_only(kept, tmp_path):
    kept.room = PLENTY - 1
    kept.keep()
    assert size(tmp_path) is None
    kept.room = PLENTY
    kept.keep()
    assert size(tmp_path) == SIZE


def test_the_disk_really_has_given_up_that_much(tmp_path, monkeypatch):
    monkeypatch.setattr(reserve, "PLENTY", 0)
    Reserve(tmp_path).keep()
    assert (tmp_path / reserve.FILE_NAME).stat().st_blocks * 512 >= SIZE


def test_one_that_was_cut_short_is_made_whole(kept, tmp_path):
    (tmp_path / reserve.FILE_NAME).write_bytes(b"cut")
    kept.keep()
    assert size(tmp_path) == SIZE


def test_it_is_given_when_next_to_nothing_else_is_left(kept, tmp_path):
    kept.keep()
    kept.room = LEAST
    kept.give()
    assert size(tmp_path) == SIZE
    kept.room = LEAST - 1
    kept.give()
    assert size(tmp_path) is None


def test_what_can_wait_does_not_get_it(kept):
    kept.keep()
    kept.room = LEAST
    kept.require_room()
    kept.room = LEAST - 1
    with pytest.raises(DiskFull, match="when there is room"):
        kept.require_room()
    kept.give()
    kept.room += SIZE
    with pytest.raises(DiskFull):
        kept.require_room()


def test_where_it_cannot_be_made_nothing_is_said(kept, tmp_path):
    (tmp_path / reserve.FILE_NAME).mkdir()
    kept.keep()
    kept.room = 0
    kept.give()


def test_where_the_system_does_not_tell_there_is_room(tmp_path):
    gone = Reserve(tmp_path / "gone")
    gone.keep()
    gone.give()
    gone.require_room()
