"""What a person reads when head office does not answer, or says no."""

from __future__ import annotations

from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.sync.line import Refused, Unreachable, Untrusted

AWAY = (
    "Head office cannot be reached. Check the network; what you do is kept and sent later by"
    " itself."
)
BETWEEN = (
    "Whoever answers at head office's address is not head office: a proxy or another program on"
    " the way shows a certificate of its own. Nothing is sent. Ask for head office's address to be"
    " let through unopened."
)
FIX: dict[str, str] = {
    "code": "The code is wrong, used or out of time. Ask head office for a new one.",
    "password": "The log-in or the password is not right.",
    "denied": "You are not allowed to do this. Ask your manager.",
    "session": (
        "Head office does not know your sign-in on this PC. While it can be reached, sign in with"
        " the password that head office gave you; if that does not help, let it give you a new one."
    ),
    "not_found": "Head office does not know this. Look it up again.",
    "revoked": "Head office has taken this PC off. What it held is erased.",
    "closed": "Head office has closed this branch. Ask head office what becomes of this PC.",
    "update": "This program is too old to read from head office. Update it; work is still sent.",
    "bad_request": "Head office does not understand this program. Update it.",
    "signature": "Head office does not know this PC. Ask there whether it is still enrolled.",
    "too_big": "This is too much at once for head office.",
}
WAIT: dict[str, str] = {
    "waiting": "Nobody at head office has confirmed this PC yet: the six words are to be compared.",
    "back": (
        "Head office was put up again from a backup and does not know this PC any more. Read its"
        " six words to head office, where it is taken in again. Everything stays here and is sent"
        " then."
    ),
    "clock": "This PC's clock and head office's do not agree. Set the computer's date and time.",
    "replayed": "The line repeats what is sent. Try again.",
    "limit": "Head office has had too many questions. Wait a little.",
    "disk_full": "Head office's disk is full. What you do is kept here and sent later.",
    "busy": "Head office is busy. It is tried again by itself.",
    "broken": "Something went wrong at head office. It is tried again by itself.",
}


def sentence(error: Unreachable | Refused) -> str:
    """What happened, and what to do."""
    if isinstance(error, Untrusted):
        return BETWEEN
    if isinstance(error, Unreachable):
        return AWAY
    return of_code(error.code)


def of_code(code: str) -> str:
    """The sentence of a refusal's code, or of a failed try (`jewelcrm.sync.tries`)."""
    if code in ("away", "untrusted"):
        return AWAY if code == "away" else BETWEEN
    return FIX.get(code) or WAIT.get(code) or WAIT["broken"]


def in_words(error: Unreachable | Refused) -> CanFix | Unavailable:
    """The error as one that a person is told."""
    if isinstance(error, Refused) and error.code in FIX:
        return CanFix(FIX[error.code], field=error.code if error.code in FIELDS else None)
    return Unavailable(sentence(error))


FIELDS = ("code", "password")
"""Refusals that are about a field somebody filled in."""
