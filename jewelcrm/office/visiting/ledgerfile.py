"""The ledger of erasures as a file that no restore puts back, in the folder and by the backups.

After each erasure, each backup and now and then, `erased.jsonl` is brought up to date in head
office's folder and wherever the last backups lie. Lines are only ever added. `restore` reads the
one beside the backup. It holds ids and moments, nothing of a person.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from db.errors import StoreError
from db.files import write_private
from db.office import tables
from db.office.store import OfficeStore
from jewelcrm.errors import CanFix
from jewelcrm.log import log
from jewelcrm.office import since
from jewelcrm.office.visiting import ledger
from jewelcrm.office.visiting.ledger import Entry

NAME = "erased.jsonl"
PLACES = "erasing.places"
"""Setting: the folders in which the ledger is kept, the newest first."""
_MOST = 6


def remember(store: OfficeStore, *folders: Path) -> None:
    """Keep the ledger in these folders too, from now on."""
    named = [str(folder.resolve()) for folder in folders]
    places = list(dict.fromkeys([*named, *_places(store)]))[:_MOST]
    row = (PLACES, json.dumps(places))
    store.run(lambda work: work.port.put(tables.setting, [row]))
    keep(store)


def keep(store: OfficeStore) -> int:
    """Bring the ledger up to date wherever it is kept; returns in how many places it is.

    A place that is away just now (a stick, a share) is brought up to date later.
    """
    here, kept = ledger.entries(store), 0
    for place in map(Path, _places(store)):
        try:
            kept += _keep_in(place / NAME, here) if place.is_dir() else 0
            if place.is_dir():
                since.keep_in(store, place)
        except (StoreError, CanFix, OSError, ValueError) as error:
            log.warning("ledger of erasures not kept", error=type(error).__name__)
    return kept


def read(*files: Path) -> list[Entry]:
    """What the ledgers say, each person once; a file that is not there says nothing.

    Raises:
        CanFix: one of them is no ledger, or cannot be read.
    """
    found: dict[str, Entry] = {}
    for path in files:
        try:
            found |= {one.customer_id: one for one in _lines(path)}
        except (OSError, ValueError) as error:
            raise CanFix("{path} is no ledger of erasures.", path=path) from error
    return sorted(found.values(), key=lambda one: one.done_at)


def _keep_in(path: Path, here: Iterable[Entry]) -> bool:
    before = _lines(path)
    known = {one.customer_id for one in before}
    fresh = [one for one in here if one.customer_id not in known]
    if fresh or not path.exists():
        write_private(path, ledger.as_lines([*before, *fresh]))
    return True


def _lines(path: Path) -> list[Entry]:
    with suppress(FileNotFoundError):
        return ledger.read(path.read_bytes())
    return []


def _places(store: OfficeStore) -> list[str]:
    with store.read() as work:
        rows = work.port.pick(tables.setting, ("value",), [(PLACES,)])
    return list(json.loads(rows[0][0])) if rows else []
