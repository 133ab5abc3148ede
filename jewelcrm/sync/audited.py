"""How far this PC's audit log has come, told to head office with what is sent.

The log is a chain of hashes: head office keeps where it was, so that entries which somebody cut off
here or wrote anew afterwards do not fit any more (security.md 3.5).
"""

from __future__ import annotations

import json

from sqlcipher3 import dbapi2 as cipher

from jewelcrm.wire.messages import AuditHead

TOLD = "sync.audit_told"
"""Key in `setting`: the newest entry that head office has been told of."""


def head(raw: cipher.Connection) -> AuditHead | None:
    """The newest entry, and the one told of before as it is now."""
    row = raw.execute("SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1").fetchone()
    if row is None:
        return None
    told = _told(raw)
    then = raw.execute("SELECT hash FROM audit_log WHERE seq = ?", (told,)).fetchone()
    return AuditHead(row[0], row[1].hex(), told, then[0].hex() if then else "")


def was_told(raw: cipher.Connection, head: AuditHead | None) -> None:
    """Head office knows the newest entry."""
    if head is not None:
        raw.execute(
            "INSERT INTO setting(key, value) VALUES (?, ?)"
            " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            (TOLD, json.dumps(head.seq)),
        )


def _told(raw: cipher.Connection) -> int:
    row = raw.execute("SELECT value FROM setting WHERE key = ?", (TOLD,)).fetchone()
    return int(json.loads(row[0])) if row else 0
