"""How far an import is, kept in the store: in the transaction of the rows it counts."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as cipher

from db.errors import our_errors
from db.types import Id, new_id, to_millis
from db.work import Work
from jewelcrm.errors import CanFix
from jewelcrm.imports.commands.ends import Ends


@dataclass(slots=True)
class Run:
    """One import of one file with one mapping."""

    id: Id
    kind: str
    file_hash: bytes
    mapping: str
    position: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    reasons: dict[str, int] = field(default_factory=dict)
    made: dict[str, int] = field(default_factory=dict)
    kept: bool = False

    @property
    def resumed(self) -> bool:
        return self.position > 0 and self.kept

    def count(self, ends: Ends, made: dict[str, int]) -> None:
        """Add a batch."""
        for name in ("new", "matched", "skipped", "rejected"):
            self.counts[name] = self.counts.get(name, 0) + getattr(ends, name)
        for reason, times in ends.reasons.items():
            self.reasons[reason] = self.reasons.get(reason, 0) + times
        self.made = made

    @property
    def read(self) -> int:
        return sum(self.counts.values())


def fingerprint(path: Path) -> tuple[bytes, int]:
    """SHA-256 of the file, and how many line ends it has."""
    digest, lines = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
            lines += chunk.count(b"\n")
    return digest.digest(), lines


def unfinished(raw: cipher.Connection, kind: str, file_hash: bytes, mapping: str) -> Run:
    """The run of this file that was broken off, or a new one."""
    row = raw.execute(
        "SELECT id, position, counts FROM import_run WHERE file_hash = ? AND kind = ?"
        " AND mapping = ? AND state <> 'done' ORDER BY updated_at DESC LIMIT 1",
        (file_hash, kind, mapping),
    ).fetchone()
    if row is None:
        return Run(new_id(), kind, file_hash, mapping)
    body: dict[str, Any] = json.loads(row[2])
    return Run(
        row[0],
        kind,
        file_hash,
        mapping,
        row[1],
        body["counts"],
        body["reasons"],
        body["made"],
        kept=True,
    )


def keep(work: Work, run: Run, position: int, ends: Ends, state: str = "running") -> None:
    """Write where the run is, and what it rejected, into the batch's own transaction.

    Raises:
        CanFix: the same file is being imported by somebody else.
    """
    now = to_millis(work.now)
    body = json.dumps(
        {"counts": run.counts, "reasons": run.reasons, "made": run.made}, ensure_ascii=False
    )
    with our_errors():
        if run.kept:
            moved = work.raw.execute(
                "UPDATE import_run SET position = ?, counts = ?, state = ?, updated_at = ?"
                " WHERE id = ? AND position = ?",
                (position, body, state, now, run.id, run.position),
            ).rowcount
            if not moved:
                raise CanFix("This file is being imported already. Wait until that is done.")
        else:
            work.raw.execute(
                "INSERT INTO import_run(id, kind, file_hash, mapping, position, counts, state,"
                " started_at, updated_at) VALUES (?,?,?,?,?,?,?,?,?)",
                (run.id, run.kind, run.file_hash, run.mapping, position, body, state, now, now),
            )
        work.raw.executemany(
            "INSERT INTO import_reject(run, position, reason, cells) VALUES (?,?,?,?)",
            [(run.id, at, reason, json.dumps(cells)) for at, reason, cells in ends.rejects],
        )
    work.touched.add("import_run")


def drop_rejects(work: Work, run: Run) -> None:
    """They are written to a file, or will be found again: none is kept."""
    with our_errors():
        work.raw.execute("DELETE FROM import_reject WHERE run = ?", (run.id,))
    work.touched.add("import_reject")


def forget_empty(work: Work, run: Run) -> None:
    """Take back a run that took no row: there is nothing to go on with."""
    with our_errors():
        work.raw.execute("DELETE FROM import_run WHERE id = ? AND position = 0", (run.id,))
    work.touched.add("import_run")
