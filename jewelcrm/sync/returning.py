"""Head office was put back to an older state and does not know this PC: it asks to be let in again.

Everything here stays. Once somebody at head office has taken the PC in again, all it ever made is
sent again by itself.
"""

from __future__ import annotations

import base64

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import select
from sqlcipher3 import dbapi2 as cipher

from db.migrations import SCHEMA
from db.shop import syncoffice
from db.shop.syncoffice import Address
from db.store import Store
from db.tables.people import branch as branch_table
from jewelcrm.log import log
from jewelcrm.sync import presenting
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.sync.wishing import usual_name
from jewelcrm.wire import sealing
from jewelcrm.wire.enrolment import ReturnAsk


def ask_back(store: Store, line: HttpTransport) -> bool:
    """Say who this PC was; True while it waits for somebody at head office.

    Raises:
        Unreachable, Refused: as any question.
    """
    answer = line.come_back(_ask(store))
    log.info("asked to be taken in again", waits=answer.waits)
    return answer.waits


def _ask(store: Store) -> ReturnAsk:
    pc, c = store.pc, branch_table.c
    with store.read() as conn:
        raw: cipher.Connection = conn.connection.driver_connection
        where = syncoffice.address(raw)
        branch = conn.execute(select(branch_table).where(c.id == pc.branch_id)).first()
        brought = raw.execute("SELECT 1 FROM change WHERE tbl = 'branch' AND op = 'I' LIMIT 1")
        was_brought = brought.fetchone() is not None
        word = presenting.word(raw)
    assert where is not None
    sign, seal = public_keys(where)
    return ReturnAsk(
        server=where.server.hex(),
        device=where.device.hex(),
        name=usual_name(),
        sign_key=sign,
        seal_key=seal,
        letter=pc.letter,
        branch_id=pc.branch_id.hex(),
        branch_code=pc.branch_code,
        branch_name=branch.name if branch else pc.branch_code,
        currency=branch.currency if branch else "HKD",
        time_zone=branch.time_zone if branch else "Asia/Hong_Kong",
        sealed=_sealed(store, where),
        brought=was_brought,
        schema=SCHEMA,
        word=word,
    )


def public_keys(where: Address) -> tuple[str, str]:
    """The halves that head office knows this PC by: of the key that signs, and that opens."""
    sign = Ed25519PrivateKey.from_private_bytes(where.sign_key).public_key().public_bytes_raw()
    seal = X25519PrivateKey.from_private_bytes(where.seal_key).public_key().public_bytes_raw()
    return _text(sign), _text(seal)


def _sealed(store: Store, where: Address) -> str:
    """This PC's database key, for head office to keep."""
    if not where.office_key:
        return ""
    info = sealing.purpose(sealing.DATABASE_KEY, where.device)
    return _text(sealing.seal(where.office_key, store.key, info))


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
