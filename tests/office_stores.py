"""Head office's two stores for tests: `office_store` runs a test on each of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.office.store import OfficeStore, create_embedded


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[OfficeStore]:
    """A fresh head office on an encrypted file."""
    store = create_embedded(tmp_path / "office")
    yield store
    store.close()
