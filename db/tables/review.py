"""What a person must look at: values that lost, changes put aside, notices; and shared customers.

Head office writes these rows; they travel to the branch they concern like any record. A branch
answers by changing `state` (sync.md 2.5, 2.7, 2.9).
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, String, Text

from db.columns import Instant, Key
from db.tables.base import CONTACT, field, index, record, ref

conflict = record(
    "conflict",  # `branch_id`: the home of the row
    field("other_branch_id", Key),  # the branch whose value lost, when it is another
    field("tbl", String(40), nullable=False),
    field("row_id", Key, nullable=False),
    field("customer_id", Key),  # whose it is, for her card and for erasing; may be elsewhere
    field("column", String(60), nullable=False),
    field("kept", Text, cls=CONTACT),  # JSON of the value that stands
    field("kept_by", Key),
    field("kept_at", Instant),
    field("lost", Text, cls=CONTACT),  # JSON of the value that does not
    field("lost_by", Key),
    field("lost_at", Instant),
    field("why", String(20), nullable=False),  # overwrote | lost | illegal_step | strictest
    field("must_review", Boolean, nullable=False),  # name, phone, consent ...: by a manager
    field("state", String(10), nullable=False),  # open | kept | swapped
)
index(conflict, "state", "branch_id")
index(conflict, "row_id")
index(conflict, "customer_id", where="customer_id IS NOT NULL")

quarantine = record(
    "quarantine",  # `branch_id`: the branch that must look at it
    field("tx", Key, nullable=False),
    field("pc", Key, nullable=False),
    field("hlc", BigInteger, nullable=False),
    field("actor", Key, nullable=False),
    field("happened_at", Instant, nullable=False),
    field("why", String(20), nullable=False),  # a code of jewelcrm.wire.reasons
    field("detail", String(120)),  # table and column, never a value
    field("customer_id", Key),
    field("ops", Text, nullable=False, cls=CONTACT),  # JSON of what was written, whole
    field("state", String(10), nullable=False),  # open | fixed | dropped
)
index(quarantine, "state", "branch_id")
index(quarantine, "tx")
index(quarantine, "customer_id", where="customer_id IS NOT NULL")

notice = record(
    "notice",
    field("kind", String(30), nullable=False),  # lookup | opened | moved | clock | twice ...
    field("subject_id", Key),
    field("customer_id", Key),
    field("params", Text),  # JSON of names of things for the sentence
    field("happened_at", Instant, nullable=False),
    field("state", String(10), nullable=False),  # open | seen
)
index(notice, "state", "branch_id")
index(notice, "customer_id", where="customer_id IS NOT NULL")

customer_share = record(
    "customer_share",  # `branch_id`: the branch that may see the customer besides her home
    ref("customer_id", "customer", nullable=False),
    field("reason", String(300)),
)
index(customer_share, "customer_id")
