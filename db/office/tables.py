"""Head office's own tables, beside the records (`db.tables`): feeds, versions, devices, rights.

No table here holds a customer's words: look-ups and erasures keep keyed hashes.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    text,
)

from db.columns import Instant, Key
from db.tables.base import NAMES

office = MetaData(naming_convention=NAMES)

office_schema = Table(
    "office_schema",
    office,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("walls", String(32)),  # PostgreSQL: fingerprint of the policies as they were made
    CheckConstraint("one = 1", name="one"),
)

office_state = Table(
    "office_state",
    office,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("server", Key, nullable=False),
    Column("name", String(120)),
    Column("created_at", Instant, nullable=False),
    Column("letters", Text),  # JSON: branch id in hexadecimal -> last PC letter given out
    Column("recovery_key", LargeBinary),  # public half of the recovery key (HPKE)
    Column("hash_key", LargeBinary),  # keys the hashes of look-ups and erasures
    CheckConstraint("one = 1", name="one"),
)

setting = Table(
    "office_setting",
    office,
    Column("key", String(80), primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

# Feeds

scope = Table(
    "scope",
    office,
    Column("no", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("name", String(60), nullable=False, unique=True),
)

scope_head = Table(
    "scope_head",
    office,
    Column("scope", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("cnt", BigInteger, nullable=False),
    Column("sum128", LargeBinary(16), nullable=False),
    Column("floor", BigInteger, nullable=False, server_default=text("0")),
)

scope_feed = Table(
    "scope_feed",  # one entry a row and scope: its newest
    office,
    Column("scope", BigInteger, primary_key=True, autoincrement=False),
    Column("tbl", SmallInteger, primary_key=True, autoincrement=False),
    Column("id", Key, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("kind", String(1), nullable=False),  # P put, S stub, R remove, E erase
    Column("rev", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ux_scope_feed_seq", "scope", "seq", unique=True),
    sqlite_with_rowid=False,
)

scope_member = Table(
    "scope_member",  # the feeds by row: which scopes have an entry of it; changes with its kind
    office,
    Column("tbl", SmallInteger, primary_key=True, autoincrement=False),
    Column("id", Key, primary_key=True),
    Column("scope", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(1), nullable=False),
    sqlite_with_rowid=False,
)

row_version = Table(
    "row_version",
    office,
    Column("tbl", SmallInteger, primary_key=True, autoincrement=False),
    Column("id", Key, primary_key=True),
    Column("hlc", BigInteger, nullable=False),
    Column("writer", BigInteger, nullable=False),
    Column("rev", BigInteger, nullable=False),
    Column("cols", Text),  # JSON: column -> [hlc, writer, rev] where it is not the row's
    sqlite_with_rowid=False,
)

writer = Table(
    "writer",  # a PC in one of its epochs, by a number
    office,
    Column("no", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("device", Key, nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Index("ux_writer_device", "device", "epoch", unique=True),
)

applied_tx = Table(
    "applied_tx",
    office,
    Column("tx", Key, primary_key=True),
    Column("device", Key, nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("n", BigInteger, nullable=False),
    Column("state", String(12), nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_applied_tx_device", "device", "epoch", "n"),
    sqlite_with_rowid=False,
)

device_epoch = Table(
    "device_epoch",
    office,
    Column("device", Key, primary_key=True),
    Column("epoch", BigInteger, primary_key=True, autoincrement=False),
    Column("last_n", BigInteger, nullable=False),
    Column("letter", String(2)),
    Column("opened_at", Instant),
    sqlite_with_rowid=False,
)

# Devices and people

device = Table(
    "device",
    office,
    Column("id", Key, primary_key=True),
    Column("branch_id", Key, nullable=False),
    Column("name", String(120), nullable=False),
    Column("letter", String(2), nullable=False),
    Column("sign_key", LargeBinary, nullable=False),
    Column("seal_key", LargeBinary, nullable=False),
    Column("state", String(10), nullable=False),  # waiting | on | revoked | closed
    Column("bringing", Boolean, nullable=False),  # a stand-alone store's first push
    Column("enrolled_at", Instant, nullable=False),
    Column("enrolled_by", Key),
    Column("last_seen", Instant),
    Column("app", String(40)),
    Column("schema", Integer),
    Column("lease_days", Integer, nullable=False, server_default=text("14")),
    Column("server_share", LargeBinary),  # head office's half of the net slot's key
    Column("sealed_key", LargeBinary),  # the PC's database key, sealed to the recovery key
    Column("opened_key", LargeBinary),  # the same, re-sealed to the PC after two people allowed it
    Column("clock_offset", BigInteger),  # ms, as last seen
    Column("revoked_at", Instant),
    Column("revoked_by", Key),
    Column("wiped_at", Instant),  # when it asked again, and was told to erase itself
    Column("signs_since", Instant),  # its people prove themselves; empty: its program is too old
    Column("trust_until", Instant),  # until then a person's first key here is taken on trust
    Index("ix_device_branch", "branch_id"),
    sqlite_with_rowid=False,
)

enrol_code = Table(
    "enrol_code",
    office,
    Column("code_id", String(16), primary_key=True),
    Column("code", String(20), nullable=False),  # needed for its proof; emptied when the PC is done
    Column("branch_id", Key),  # empty: a brought store's own, known when it asks
    Column("branch_code", String(8), nullable=False),
    Column("bringing", Boolean, nullable=False),
    Column("confirm", Boolean, nullable=False),  # somebody compares the six words first
    Column("made_at", Instant, nullable=False),
    Column("made_by", Key),
    Column("expires_at", Instant, nullable=False),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("used_at", Instant),
    Column("device", Key),
    sqlite_with_rowid=False,
)

credential = Table(
    "credential",
    office,
    Column("staff_id", Key, primary_key=True),
    Column("verifier", Text, nullable=False),  # Argon2id, PHC
    Column("changed_at", Instant, nullable=False),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("locked_until", Instant),
    sqlite_with_rowid=False,
)

person_key = Table(
    "person_key",  # a person's own key on a PC
    office,
    Column("staff_id", Key, primary_key=True),
    Column("device", Key, primary_key=True),
    Column("public", LargeBinary(32), primary_key=True),
    Column("how", String(10), nullable=False),  # password | trusted | sealed
    Column("at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),  # another one of the person's took its place
    sqlite_with_rowid=False,
)

person_session = Table(
    "person_session",  # a sign-in with the password on a PC, as its person's key signed it
    office,
    Column("id", Key, primary_key=True),
    Column("staff_id", Key, nullable=False),
    Column("device", Key, nullable=False),
    Column("public", LargeBinary(32), nullable=False),
    Column("begun_at", BigInteger, nullable=False),  # by the PC's clock
    Column("heard_at", BigInteger, nullable=False),
    Index("ix_person_session_device", "device", "heard_at"),
    sqlite_with_rowid=False,
)

staff_right = Table(
    "staff_right",  # which role a person had since when
    office,
    Column("staff_id", Key, primary_key=True),
    Column("at", BigInteger, primary_key=True),
    Column("role", String(20), nullable=False),
    Column("active", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

credential_try = Table(
    "credential_try",  # wrong passwords of a person at a PC (or at head office itself)
    office,
    Column("staff_id", Key, primary_key=True),
    Column("device", Key, primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("locked_until", Instant, nullable=False),
    sqlite_with_rowid=False,
)

recovery_case = Table(
    "recovery_case",  # a PC that cannot be opened asks for its key; two people allow it
    office,
    Column("device", Key, primary_key=True),
    Column("nonce", String(200), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("first_by", Key),
    Column("second_by", Key),
    Column("done_at", Instant),
    sqlite_with_rowid=False,
)

nonce = Table(
    "nonce",
    office,
    Column("device", Key, primary_key=True),
    Column("nonce", String(24), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Index("ix_nonce_at", "at"),
    sqlite_with_rowid=False,
)

sum_alarm = Table(
    "sum_alarm",  # a PC's check sum of a scope was not head office's
    office,
    Column("device", Key, primary_key=True),
    Column("at", BigInteger, primary_key=True),  # by the PC's clock
    Column("scope", String(60), primary_key=True),
    Column("told_at", BigInteger, nullable=False),
    Column("here_count", BigInteger, nullable=False),  # on the PC
    Column("here_sum", String(32), nullable=False),
    Column("there_count", BigInteger, nullable=False),  # at head office
    Column("there_sum", String(32), nullable=False),
    Index("ix_sum_alarm_told", "told_at"),
    sqlite_with_rowid=False,
)

# Other branches' customers

lease = Table(
    "lease",  # scope `L:<id in hexadecimal>`
    office,
    Column("id", Key, primary_key=True),
    Column("customer_id", Key, nullable=False),
    Column("branch_id", Key, nullable=False),  # the branch that may see her
    Column("device", Key, nullable=False),
    Column("actor", Key, nullable=False),
    Column("reason", String(20), nullable=False),
    Column("words", Text),
    Column("mask", Text, nullable=False, server_default=text("''")),
    Column("granted_at", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Column("ended_at", Instant),
    Index("ix_lease_customer", "customer_id"),
    Index("ix_lease_device", "device", "until"),
    sqlite_with_rowid=False,
)

lookup_log = Table(
    "lookup_log",
    office,
    Column("id", Key, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("actor", Key, nullable=False),
    Column("device", Key, nullable=False),
    Column("branch_id", Key, nullable=False),
    Column("by", String(12), nullable=False),  # phone | email | number | surname
    Column("key_hash", LargeBinary),  # keyed hash of what was asked
    Column("found", Integer, nullable=False),
    Index("ix_lookup_log_actor", "actor", "at"),
    Index("ix_lookup_log_branch", "branch_id", "at"),
    sqlite_with_rowid=False,
)

lookup_ticket = Table(
    "lookup_ticket",
    office,
    Column("ticket", String(64), primary_key=True),
    Column("customer_id", Key, nullable=False),
    Column("actor", Key, nullable=False),
    Column("device", Key, nullable=False),
    Column("expires_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)

lookup_key = Table(
    "lookup_key",  # keyed hashes of phones, e-mails and numbers, so that a question cannot browse
    office,
    Column("key_hash", LargeBinary, primary_key=True),
    Column("customer_id", Key, primary_key=True),
    Index("ix_lookup_key_customer", "customer_id"),
    sqlite_with_rowid=False,
)

# Erasing

erasure = Table(
    "erasure",  # kept for ever: ids that must never come back, hashes that must be asked about
    office,
    Column("row_id", Key, primary_key=True),
    Column("tbl", String(40), nullable=False),
    Column("customer_id", Key, nullable=False),
    Column("key_hash", LargeBinary),
    Column("at", Instant, nullable=False),
    Column("by", Key),
    Index("ix_erasure_customer", "customer_id"),
    Index("ix_erasure_hash", "key_hash"),
    sqlite_with_rowid=False,
)

erasure_case = Table(
    "erasure_case",
    office,
    Column("customer_id", Key, primary_key=True),
    Column("asked_at", Instant, nullable=False),
    Column("asked_by", Key, nullable=False),
    Column("reason", String(300), nullable=False),
    Column("approved_by", Key),
    Column("done_at", Instant),
    sqlite_with_rowid=False,
)

erasure_ack = Table(
    "erasure_ack",  # which PC has erased which person
    office,
    Column("customer_id", Key, primary_key=True),
    Column("device", Key, primary_key=True),
    Column("at", Instant, nullable=False),
    sqlite_with_rowid=False,
)

audit_log = Table(
    "audit_log",
    office,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("hlc", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", Key, nullable=False),
    Column("pc", Key, nullable=False),  # the device, or head office's own id
    Column("action", Text, nullable=False),
    Column("subject", Key),
    Column("columns", Text, nullable=False),
    Column("reason", Text),
    Column("outcome", String(12), nullable=False),
    Column("prev", LargeBinary(32), nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
)
