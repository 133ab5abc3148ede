"""What a shop's store holds, in figures: they must be the same when it is put back."""

from __future__ import annotations

from sqlcipher3 import dbapi2 as cipher

from db.tables import metadata

LOCAL = ("change", "audit_log", "sync_member", "sync_shadow", "signin", "setting")
"""Tables of this PC only whose rows are counted too."""

_MONEY = "SELECT currency, sum(amount_cents), count(*) FROM payment GROUP BY currency"
_SCOPES = "SELECT scope, seq, count, sum FROM sync_cursor"
_CHAIN = "SELECT hex(hash) FROM audit_log ORDER BY seq DESC LIMIT 1"
_CHANGES = "SELECT max(n) FROM change"
_NUMBERS = "SELECT letter || next_number FROM pc"


def of_shop(raw: cipher.Connection) -> tuple[dict[str, int], dict[str, str]]:
    """Rows by table, and sums by name: scopes, money, the audit chain's end, the last change."""
    there = _tables(raw)
    counts = {name: _one(raw, f'SELECT count(*) FROM "{name}"') for name in there}  # noqa: S608
    sums = {f"money {row[0]}": f"{row[1]} in {row[2]}" for row in raw.execute(_MONEY)}
    if "sync_member" in there:
        sums |= {f"scope {row[0]}": f"{row[1]} {row[2]} {row[3]}" for row in raw.execute(_SCOPES)}
    for name, sql in (("audit", _CHAIN), ("changes", _CHANGES), ("numbers", _NUMBERS)):
        row = raw.execute(sql).fetchone()
        sums[name] = str(row[0] if row else "")
    return counts, sums


def _tables(raw: cipher.Connection) -> list[str]:
    """Those that are there: a backup of an earlier release has fewer."""
    there = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return [name for name in (*sorted(metadata.tables), *LOCAL) if name in there]


def _one(raw: cipher.Connection, statement: str) -> int:
    return int(raw.execute(statement).fetchone()[0])
