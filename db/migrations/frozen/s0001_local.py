"""What only a shop's PC keeps, as the first release made it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.columns import Instant

SEARCH = (
    (
        "CREATE TABLE search_entry(rowid INTEGER PRIMARY KEY, kind TEXT NOT NULL, row_id BLOB"
        " NOT NULL, text TEXT NOT NULL)"
    ),
    "CREATE UNIQUE INDEX ux_search_entry_row_id ON search_entry(row_id)",
    (
        "CREATE VIRTUAL TABLE search_index USING fts5(t, content='', contentless_delete=1, "
        "detail=none, tokenize='ascii', prefix='1 2 3 4 5 6')"
    ),
    "INSERT INTO search_index(search_index, rank) VALUES ('pgsz', 3960)",
    (
        "CREATE TABLE search_number(kind TEXT NOT NULL, key TEXT NOT NULL, entry INTEGER NOT "
        "NULL, PRIMARY KEY (kind, key, entry)) WITHOUT ROWID"
    ),
    (
        "CREATE TABLE search_dirty(kind TEXT NOT NULL, row_id BLOB NOT NULL, PRIMARY KEY "
        "(kind, row_id)) WITHOUT ROWID"
    ),
    "CREATE TABLE search_later(row_id BLOB NOT NULL PRIMARY KEY) WITHOUT ROWID",
)


def upgrade() -> None:
    """Make the PC's own tables and the search index."""
    _tables_1()
    _tables_2()
    _tables_3()
    for statement in SEARCH:
        op.get_bind().exec_driver_sql(statement)


def _tables_1() -> None:
    op.create_table(
        "audit_log",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor", sa.LargeBinary(length=16), nullable=False),
        sa.Column("pc", sa.LargeBinary(length=16), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.LargeBinary(length=16)),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("prev", sa.LargeBinary(length=32), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_log"),
    )
    op.create_index(
        "ix_audit_log_subject",
        "audit_log",
        ["subject"],
        unique=False,
        sqlite_where=sa.text("subject IS NOT NULL"),
    )
    op.create_table(
        "change",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("tx", sa.LargeBinary(length=16), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.LargeBinary(length=16), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("tbl", sa.Text(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("op", sa.String(length=1), nullable=False),
        sa.Column("base", sa.BigInteger(), nullable=False),
        sa.Column("cols", sa.Text()),
        sa.Column("old", sa.Text()),
        sa.Column("reason", sa.Text()),
        sa.PrimaryKeyConstraint("n", name="pk_change"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_change_id", "change", ["id"], unique=False)
    op.create_table(
        "import_map",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_import_map"),
        sqlite_with_rowid=False,
    )


def _tables_2() -> None:
    op.create_table(
        "import_reject",
        sa.Column("run", sa.LargeBinary(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("run", "position", name="pk_import_reject"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "import_run",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("file_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("started_at", Instant(), nullable=False),
        sa.Column("updated_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_import_run"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_import_run_file", "import_run", ["file_hash", "kind"], unique=False)
    op.create_table(
        "pc",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("branch_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("branch_code", sa.String(length=8), nullable=False),
        sa.Column("letter", sa.String(length=2), nullable=False),
        sa.Column("next_number", sa.Integer(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.CheckConstraint("one = 1", name=op.f("ck_pc_one")),
        sa.PrimaryKeyConstraint("one", name="pk_pc"),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_setting"),
        sqlite_with_rowid=False,
    )


def _tables_3() -> None:
    op.create_table(
        "signin",
        sa.Column("staff_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("pin", sa.Text()),
        sa.Column("last_full", Instant()),
        sa.PrimaryKeyConstraint("staff_id", name="pk_signin"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sync_state",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("last_hlc", sa.BigInteger(), nullable=False),
        sa.Column("clock_offset", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("one = 1", name=op.f("ck_sync_state_one")),
        sa.PrimaryKeyConstraint("one", name="pk_sync_state"),
    )
    op.create_table(
        "sync_tx",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("tx", sa.LargeBinary(length=16), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.LargeBinary(length=16), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("remote", sa.Integer(), nullable=False),
        sa.CheckConstraint("one = 1", name=op.f("ck_sync_tx_one")),
        sa.PrimaryKeyConstraint("one", name="pk_sync_tx"),
    )
