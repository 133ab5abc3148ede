"""A PC's request for its key that came on paper: by mail, on a stick, read out on the telephone.

One with a signature shows by itself whose it is. One without comes from a PC whose keyring is lost:
each of the two people has the branch read its six words and types them here.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from db.office import tables
from db.office.store import OfficeWork
from jewelcrm.errors import CanFix
from jewelcrm.office import keeping
from jewelcrm.wire.recovery import Answer, NotWhole, Request, answer_text, request_from


@dataclass(frozen=True, slots=True)
class Paper:
    """A request, and the words that the branch read out, as they were typed here."""

    text: str
    words: str = ""


def allow(
    work: OfficeWork, paper: Paper, approval: keeping.Approval, now: dt.datetime
) -> str | None:
    """One person's yes to the request; the answer for the PC once a second one has said it too.

    Raises:
        CanFix: it is not whole, not this PC's, the words differ, or she has said yes before.
        Denied: not this person.
    """
    request = _request(paper.text)
    _require_theirs(work, request, paper.words)
    nonce = keeping.on_paper(request.nonce, request.seal_key)
    keeping.begin(work, request.device, nonce, now)
    if not keeping.approve(work, request.device, approval, now):
        return None
    c = tables.device.c
    opened = work.conn.execute(select(c.opened_key).where(c.id == request.device)).scalar_one()
    work.audit(approval.by.id, "recovery.answered", request.device)
    return answer_text(Answer(request.nonce, opened))


def _request(text: str) -> Request:
    try:
        return request_from(text)
    except NotWhole as error:
        raise CanFix(
            "This is no request of a PC, or a letter of it is wrong or missing. Have it sent again."
        ) from error


def _require_theirs(work: OfficeWork, request: Request, words: str) -> None:
    c = tables.device.c
    known = work.conn.execute(select(c.sign_key, c.state).where(c.id == request.device)).first()
    if known is None or known.state == "revoked":
        raise CanFix("No PC of ours asks with this request.")
    if request.signature:
        if not request.is_by(known.sign_key):
            raise CanFix("The signature is not this PC's. Find out who sent the request.")
    elif _plain(words) != _plain(request.words):
        raise CanFix(
            "This request has no signature: the PC's keyring is lost. Ring the branch up at the"
            " number you know, have the six words on its screen read out, and give them with"
            " --words."
        )


def _plain(words: str) -> list[str]:
    return words.casefold().replace(",", " ").split()
