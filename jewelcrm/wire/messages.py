"""The messages of the protocol (sync.md 2.5-2.14), as msgspec structures.

Ids are 32 hexadecimal digits in small letters. Moments are milliseconds since 1970 UTC. A row's
*image* holds its columns as JSON: keys as hexadecimal, booleans as 0 or 1, scaled decimals as whole
numbers of their smallest unit; a column that is empty is left out (jewelcrm/wire/values.py).
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from jewelcrm.wire.kinds import (
    Base64,
    Byte,
    Hex,
    Letter,
    Moment,
    Name,
    Page,
    Release,
    Scope,
    Short,
    Text,
    Whole,
)
from jewelcrm.wire.persons import Session, Vouched

PROTO = 1
PUSH_TXS = 500
"""Most transactions in one push; a push is also kept under `PUSH_BYTES` before compression."""
PUSH_BYTES = 1_048_576
LONE_TX_BYTES = 32 << 20
"""A single transaction may be larger, it then goes alone; so much JSON head office takes."""
PULL_ROWS = 2_000
SNAPSHOT_ROWS = 5_000

Image = dict[str, Any]
Values = dict[str, str | int | float | bool | None]
"""An image as a PC sends it: nothing in it holds anything else, so that a small body cannot stand
for millions of lists. What no column can be (a float) is put aside, not refused."""
Kind = Literal["P", "S", "R", "E"]
"""P the row; S a stub of it (initials and tier); R no longer yours to see; E erased for good."""


class Op(Struct, omit_defaults=True, gc=False):
    """One changed record of a transaction."""

    t: Name
    id: Hex
    op: Literal["I", "U"]
    base: Whole
    """The revision the person saw; 0: never seen by head office."""
    set: Values
    old: Values | None = None


class Tx(Struct, omit_defaults=True, gc=False):
    """Everything one act changed; kept whole or not at all."""

    id: Hex
    n: Whole
    """1, 2, 3 ... of this PC and epoch, for order and alarms; never to tell repeats."""
    hlc: Whole
    at: Moment
    actor: Hex
    ops: list[Op]
    reason: Text | None = None
    sess: Hex | None = None
    """The session in which it was done, and the session's stamp on it (`wire.persons`)."""
    stamp: Base64 | None = None
    act: Hex | None = None
    """The transaction that this one is a part of, and the number of its first change: the stamp is
    on the whole."""
    part: Whole = 0


class Erased(Struct, omit_defaults=True):
    """A person was erased for good: who asked, who seconded, when.

    `seal` is head office's, over the rest: one that was put back to an older state, and has the
    person again, believes it and erases her again.
    """

    customer: Hex
    by: Hex
    second: Hex
    at: Moment
    seal: Short


class Standing(Struct, omit_defaults=True):
    """Who a PC says it is, at its first push and in each life of head office that is new to it.

    `letter` and `number`: the letter of its papers and the next running number. `put_back`: it was
    put back to an older state, and has had no new epoch since. `life`: the life of head office that
    it knows. `erased`: people of whom nothing is left on it.
    """

    letter: Letter
    number: Whole
    put_back: bool = False
    life: Short = ""
    erased: list[Erased] = []
    word: Short = ""
    """Head office's word for this PC and its letter, and that it answered up to `acked`."""
    answered: Short = ""


class AuditHead(Struct):
    """How far the PC's audit log has come: the newest entry's number and hash.

    `told`: the entry that was told before; `then`: its hash as it is now.
    """

    seq: Whole
    hash: Short
    told: Whole
    then: Short


class PushAsk(Struct, omit_defaults=True):
    """What the PC changed. `acked` is the last `n` it has an answer for.

    `life`: the life of head office that it knows; nothing: it does not say. In another one nothing
    is taken in: what it saw of rows, by their revisions, was said in a life that is over.
    """

    schema: Release
    epoch: Whole
    req: Whole
    acked: Whole
    tx: list[Tx] = []
    proto: Release = PROTO
    standing: Standing | None = None
    life: Short | None = None
    sessions: list[Session] = []
    """The sessions that its transactions were made in."""
    stamps: dict[Hex, Base64] = {}
    """Of sessions with several of these transactions: the session's stamp on all of them together,
    in their order. What it fits is proved; else each one's own stamp counts."""
    audit: AuditHead | None = None
    behind: Whole = 0
    """By how many milliseconds its clock is behind head office's; 0 up to ten minutes."""


class Row(Struct, omit_defaults=True, gc=False):
    """A row as head office has it now, and in which of this PC's scopes.

    `said`: it is as this push said it, whose only change of it added it; no image comes then.
    """

    t: str
    id: str
    kind: Kind
    rev: int = 0
    scopes: list[str] = []
    img: Image | None = None
    said: bool = False


class Clash(Struct, omit_defaults=True, gc=False):
    """A column that two had changed: whose value stands."""

    t: str
    id: str
    col: str
    kept: Literal["yours", "office", "both"]


Outcome = Literal["ok", "merged", "quarantined", "dup", "erased"]


class TxAnswer(Struct, omit_defaults=True, gc=False):
    """What became of one transaction; `why` is a code of `jewelcrm.wire.reasons`."""

    id: str
    n: int
    st: Outcome
    rows: list[Row] = []
    conf: list[Clash] = []
    why: str | None = None


class PushAnswer(Struct, omit_defaults=True):
    """Answers in the order of the push.

    `expect`: head office has only seen up to `expect - 1` of this epoch; send from there.
    `epoch` and `letter`: this PC was put back to an older state; go on under these.
    `life`: another word after each time that head office itself was put back; empty before.
    """

    req: int
    now: int
    hlc: int
    res: list[TxAnswer] = []
    expect: int | None = None
    epoch: int | None = None
    letter: str | None = None
    backoff: float = 0.0
    life: str = ""
    vouched: list[Vouched] = []
    """Keys of people of this PC that head office knows from now on."""
    word: Short = ""
    """Head office's word for this PC and its letter, when it said its standing or gets another
    letter; and that the push was answered."""
    answered: Short = ""


class Cursor(Struct, omit_defaults=True):
    """How far a scope has been read; `listing` as the last feed of the scope had it."""

    s: Scope
    cur: Whole
    listing: Whole | None = None


class Alarm(Struct):
    """A scope's count and sum on the PC (`here`) were not head office's (`there`) at a moment."""

    at: Moment
    s: Scope
    here: tuple[Whole, Hex]
    there: tuple[Whole, Hex]


class PullAsk(Struct, omit_defaults=True):
    """News wanted, a cursor for each scope; a scope left out of `scopes` is not read.

    `alarms`: sums that differed since the last pull; what differed has been mended.
    `life`: the life of head office that this PC knows; nothing: it does not say.
    `backed_up`: when this PC's newest checked backup was made; told again when that changes.
    `watchword`: the newest that this PC was given, empty before the first; nothing: it knows none.
    """

    schema: Release
    epoch: Whole
    req: Whole
    scopes: list[Cursor]
    limit: Page = PULL_ROWS
    backfill: list[Short] = []
    proto: Release = PROTO
    alarms: list[Alarm] = []
    life: Short | None = None
    backed_up: Moment | None = None
    watchword: Short | None = None


class Item(Struct, omit_defaults=True, gc=False):
    """One row of a feed, with its place in it."""

    t: str
    id: str
    kind: Kind
    seq: int
    rev: int = 0
    img: Image | None = None


class Feed(Struct, omit_defaults=True):
    """One scope's news after `start`, up to `cursor`.

    `drop`: this PC may no longer see the scope. `reset`: the news since `start` is gone; `items`
    begins a whole listing. It goes on in the feeds that follow while they have a `listing`, which
    the next cursor repeats; once a feed has none, rows that were not in it are no longer in the
    scope. `count` and `sum` come when `cursor` is the head.
    """

    s: str
    start: int
    cursor: int
    items: list[Item] = []
    count: int | None = None
    sum: str | None = None
    reset: bool = False
    listing: int | None = None
    drop: bool = False
    more: bool = False
    mask: list[str] = []
    until: int | None = None


class PullAnswer(Struct, omit_defaults=True):
    """News of the scopes asked for, and the names of every scope this PC may see.

    To a PC that knows another life of head office than `life` there are no news before it has said
    its standing. `erased`: of people whom the news erase, what is to be kept about that.
    `watchword`: what the PC is to show from its next question on; empty: the one it showed.
    `schema`: head office's own; 0 from one that is too old to say.
    """

    req: int
    now: int
    hlc: int
    feeds: list[Feed]
    grants: list[str]
    lease_until: int
    """Until when this PC may work without having reached head office."""
    backoff: float = 0.0
    orders: list[str] = []
    """Orders from head office besides rows: `update`, `backup` ..."""
    backfill: list[str] = []
    """What to ask for next as `backfill`; empty when all of it has been sent again."""
    life: str = ""
    erased: list[Erased] = []
    watchword: Short = ""
    schema: int = 0


class SnapshotAsk(Struct, omit_defaults=True):
    """The next chunk of a scope's first copy; `at` and `after` come from the chunk before."""

    schema: Release
    s: Scope
    stage: Literal["open", "rest"] = "rest"
    at: Whole | None = None
    after: tuple[Name, Hex] | None = None
    limit: Page = SNAPSHOT_ROWS
    proto: Release = PROTO


class SnapshotAnswer(Struct, omit_defaults=True):
    """A chunk as of feed position `at`; `sha256` is over the items as they were encoded."""

    s: str
    at: int
    items: list[Item]
    sha256: str
    after: tuple[str, str] | None = None
    """Where to go on; nothing when the stage is complete."""
    total: int | None = None


class BucketsAsk(Struct, omit_defaults=True):
    """The 256 sums of a scope, by the last byte of the id, over what the schema sums."""

    s: Scope
    schema: Release | None = None


class BucketsAnswer(Struct):
    """Sums at `seq`; `sums[b]` is hexadecimal, `counts[b]` how many rows.

    `schema`: head office's own; 0 from one that is too old to say.
    """

    s: str
    seq: int
    sums: list[str]
    counts: list[int]
    schema: int = 0


class ListingAsk(Struct, omit_defaults=True):
    """What lies in these buckets of a scope, of the tables of the schema."""

    s: Scope
    buckets: list[Byte]
    schema: Release | None = None


class ListingAnswer(Struct, omit_defaults=True):
    """Table, id and revision of every row in the buckets, at `seq`.

    `stubs`: the places in `rows` of those that are stubs.
    """

    s: str
    seq: int
    rows: list[tuple[str, str, int]]
    stubs: list[int] = []


class FetchAsk(Struct):
    """Single rows of a scope, by table and id; for repair."""

    schema: Release
    s: Scope
    rows: list[tuple[Name, Hex]]


class FetchAnswer(Struct):
    """The rows that are (still) in the scope, at `seq`."""

    s: str
    seq: int
    items: list[Item]


class Trouble(Struct, omit_defaults=True):
    """Why a request was not answered; `error` is a code of `jewelcrm.wire.reasons`."""

    error: str
    words: str
    now: int
    retry: float | None = None
