"""Tables of one PC that never travel as records: changes to send, settings, audit, imports."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

from db.columns import Instant
from db.tables.base import NAMES

local = MetaData(naming_convention=NAMES)

change = Table(
    "change",
    local,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("tx", LargeBinary(16), nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("actor", LargeBinary(16), nullable=False),
    Column("at", Instant, nullable=False),
    Column("tbl", Text, nullable=False),
    Column("id", LargeBinary(16), nullable=False),
    Column("op", String(1), nullable=False),  # I insert, U update
    Column("base", BigInteger, nullable=False),  # the row's `rev` that the person saw
    Column("cols", Text),  # JSON: what was written
    Column("old", Text),  # JSON: what was there
    Column("reason", Text),
    Column("pushed_n", Integer),  # the transaction's running number at head office
    Column("pushed_at", Instant),  # known at head office since; empty: still to be sent
    sqlite_autoincrement=True,
)
Index("ix_change_id", change.c.id)
Index("ix_change_pending", change.c.n, sqlite_where=change.c.pushed_at.is_(None))

sync_tx = Table(
    "sync_tx",
    local,
    Column("one", Integer, primary_key=True),
    CheckConstraint("one = 1", name="one"),
    Column("tx", LargeBinary(16), nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("actor", LargeBinary(16), nullable=False),
    Column("at", Instant, nullable=False),
    Column("reason", Text),
    Column("remote", Integer, nullable=False),
)

sync_state = Table(
    "sync_state",
    local,
    Column("one", Integer, primary_key=True),
    CheckConstraint("one = 1", name="one"),
    Column("epoch", Integer, nullable=False),
    Column("last_hlc", BigInteger, nullable=False),
    Column("clock_offset", BigInteger, nullable=False),  # head office's clock less ours, ms
    Column("acked_n", Integer, nullable=False, server_default=text("0")),
    Column("req", Integer, nullable=False, server_default=text("0")),
)

head_office = Table(
    "head_office",  # no row: a stand-alone PC
    local,
    Column("one", Integer, primary_key=True),
    CheckConstraint("one = 1", name="one"),
    Column("url", Text, nullable=False),
    Column("server", LargeBinary(16), nullable=False),
    Column("ca", Text, nullable=False),  # PEM; empty: a public authority
    Column("office_key", LargeBinary, nullable=False),  # recovery key, public half
    Column("sign_key", LargeBinary(32), nullable=False),  # this PC's own, private
    Column("seal_key", LargeBinary(32), nullable=False),
    Column("state", String(10), nullable=False),  # joining | on | revoked | closed
    Column("enrolled_at", Instant, nullable=False),
    Column("lease_until", Instant, nullable=False),
    Column("last_contact", Instant),
    Column("last_full", Instant),  # when everything there was to read had been read
)

sync_cursor = Table(
    "sync_cursor",  # one row a scope this PC may see
    local,
    Column("no", Integer, primary_key=True),
    Column("scope", String(60), nullable=False, unique=True),
    Column("seq", BigInteger, nullable=False),
    Column("count", BigInteger, nullable=False),
    Column("sum", String(32), nullable=False),
    Column("mask", Text, nullable=False, server_default=text("''")),
    Column("until", Instant),  # a lease's end
    Column("stage", Text),  # JSON of how far the first copy is; empty: complete
)

sync_member = Table(
    "sync_member",  # which rows each scope holds, at which revision
    local,
    Column("scope", Integer, primary_key=True),
    Column("tbl", Integer, primary_key=True),
    Column("id", LargeBinary(16), primary_key=True),
    Column("rev", BigInteger, nullable=False),
    Column("kind", String(1), nullable=False),  # P | S
    sqlite_with_rowid=False,
)
Index("ix_sync_member_row", sync_member.c.tbl, sync_member.c.id)

sync_shadow = Table(
    "sync_shadow",  # head office's image of a row that has changes still to be sent
    local,
    Column("tbl", Integer, primary_key=True),
    Column("id", LargeBinary(16), primary_key=True),
    Column("rev", BigInteger, nullable=False),
    Column("image", Text, nullable=False),
    sqlite_with_rowid=False,
)

pc = Table(
    "pc",
    local,
    Column("one", Integer, primary_key=True),
    CheckConstraint("one = 1", name="one"),
    Column("id", LargeBinary(16), nullable=False),
    Column("branch_id", LargeBinary(16), nullable=False),
    Column("branch_code", String(8), nullable=False),
    Column("letter", String(2), nullable=False),
    Column("next_number", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
)

setting = Table(
    "setting",
    local,
    Column("key", String(80), primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

audit_log = Table(
    "audit_log",
    local,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("hlc", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", LargeBinary(16), nullable=False),
    Column("pc", LargeBinary(16), nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", LargeBinary(16)),
    Column("columns", Text, nullable=False),  # names of columns, never their values
    Column("reason", Text),
    Column("outcome", String(12), nullable=False),  # done | denied | failed
    Column("prev", LargeBinary(32), nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
)

Index("ix_audit_log_subject", audit_log.c.subject, sqlite_where=audit_log.c.subject.is_not(None))

signin = Table(
    "signin",
    local,
    Column("staff_id", LargeBinary(16), primary_key=True),
    Column("pin", Text),  # Argon2id verifier; it wraps no key
    Column("last_full", Instant),  # the last sign-in with the full password on this PC
    sqlite_with_rowid=False,
)

session = Table(
    "session",  # a sign-in with the password: whose it is can be proved by it until it ends
    local,
    Column("id", LargeBinary(16), primary_key=True),
    Column("staff_id", LargeBinary(16), nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("public", LargeBinary(32), nullable=False),
    Column("private", LargeBinary(32)),  # until it ends
    Column("person_key", LargeBinary(32), nullable=False),  # public half of who vouches for it
    Column("sig", LargeBinary(64), nullable=False),  # by the person's key
    sqlite_with_rowid=False,
)
Index("ix_session_staff_id", session.c.staff_id, session.c.begun_at)

person_key = Table(
    "person_key",  # a person's own key on this PC, sealed to the lock that the password opens
    local,
    Column("staff_id", LargeBinary(16), primary_key=True),
    Column("public", LargeBinary(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("seal", String(64), nullable=False),  # head office's word for it; empty: none yet
    sqlite_with_rowid=False,
)

act_stamp = Table(
    "act_stamp",  # in which session a transaction was made, signed with the session's key
    local,
    Column("tx", LargeBinary(16), primary_key=True),
    Column("session", LargeBinary(16), nullable=False),
    Column("sig", LargeBinary(64), nullable=False),
    sqlite_with_rowid=False,
)

import_run = Table(
    "import_run",
    local,
    Column("id", LargeBinary(16), primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("file_hash", LargeBinary(32), nullable=False),
    Column("mapping", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("counts", Text, nullable=False),
    Column("state", String(10), nullable=False),  # running | done | stopped
    Column("started_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
Index("ix_import_run_file", import_run.c.file_hash, import_run.c.kind)

import_reject = Table(
    "import_reject",
    local,
    Column("run", LargeBinary(16), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("cells", Text, nullable=False),
    sqlite_with_rowid=False,
)

import_map = Table(
    "import_map",
    local,
    Column("name", String(80), primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)
