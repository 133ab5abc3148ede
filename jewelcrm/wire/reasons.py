"""The codes with which head office refuses, keeps aside or closes; the window has the words."""

from __future__ import annotations

# Why a transaction was put aside (quarantined).
NOT_ALLOWED = "not_allowed"  # the person's role may not do this
NOT_YOURS = "not_yours"  # the branch may not write to this row, or not into that scope
GONE = "gone"  # the row is not there for this PC (moved away, or never arrived)
MISSING = "missing"  # it names a record that head office does not have
INVALID = "invalid"  # a value that no row of this table may hold
UNKNOWN = "unknown"  # a table or column that this release does not know
LEDGER = "ledger"  # it changes an entry of a ledger
OFFICE_ONLY = "office_only"  # people and branches are changed at head office
TOO_OLD = "too_old"  # older than head office remembers which transactions it has seen
NO_PERSON = "no_person"  # nobody active has this id
NOT_SIGNED = "not_signed"  # nothing proves that the person it names did it
RIGHT_REMOVED = "right_removed"  # the person had the right then, and has it no more

QUARANTINE = (
    NOT_ALLOWED,
    NOT_YOURS,
    GONE,
    MISSING,
    INVALID,
    UNKNOWN,
    LEDGER,
    OFFICE_ONLY,
    TOO_OLD,
    NO_PERSON,
    NOT_SIGNED,
    RIGHT_REMOVED,
)

# Why a request was refused (`Trouble.error`), with the HTTP status it comes under.
REFUSED = {
    "bad_request": 400,
    "signature": 401,
    "clock": 401,  # the request's time is more than five minutes off; `now` says by how much
    "replayed": 401,
    "revoked": 403,  # this PC was taken off: it erases itself
    "waiting": 403,  # nobody at head office has confirmed this PC yet
    "back": 403,  # head office was put back; a person there takes this PC in again
    "closed": 403,  # the branch was closed
    "session": 403,  # nothing proves that the person it names asks
    "denied": 403,  # the person's role does not have the right
    "not_found": 404,
    "code": 403,  # the enrolment code is wrong, used or out of time
    "password": 403,
    "too_big": 413,
    "update": 426,  # this PC's program is too old to read; it may still push
    "limit": 429,
    "disk_full": 507,
    "busy": 503,
    "broken": 500,
}
