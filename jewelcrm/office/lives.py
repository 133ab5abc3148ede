"""The lives of head office: each time it is put back to an older state, another one begins.

A restored head office does not know what it said after its backup: letters of paper numbers, whom
it erased, which PCs it took in. PCs do, each for itself. So they are told in which life it is; one
that knows another life says its standing (`standing`) before it is answered.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass

from db.office import tables
from db.office.store import OfficeWork
from db.types import Id

KEY = "life"


@dataclass(frozen=True, slots=True)
class Life:
    """Since when, and out of a state of which moment (milliseconds), head office lives so."""

    id: str
    at: int
    state_of: int | None = None


def current(work: OfficeWork) -> Life | None:
    """The life head office is in; None when it was never put back."""
    rows = work.port.pick(tables.setting, ("value",), [(KEY,)])
    return Life(**json.loads(rows[0][0])) if rows else None


def begin(work: OfficeWork, now: int, *, by: Id, state_of: int | None = None) -> Life:
    """Head office was put back to the state of an earlier moment.

    No letter is given from a row of letters in which one was given before (`letters`), and every
    PC says its standing before it hears anything.
    """
    life = Life(secrets.token_hex(8), now, state_of)
    work.port.put(tables.setting, [(KEY, json.dumps(asdict(life)))])
    work.audit(by, "office.put_back", work.server, reason=life.id, at=now)
    return life
