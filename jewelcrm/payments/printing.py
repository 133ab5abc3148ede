"""Looking at a receipt, and printing it: the first print fixes what every reprint says."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from db.types import Id
from jewelcrm.access.doors import command, query
from jewelcrm.context import Context, one_read
from jewelcrm.errors import CanFix
from jewelcrm.log import log
from jewelcrm.payments.receipts.gather import (
    PRINTED,
    TERMS,
    Printed,
    earlier_prints,
    gather,
)
from jewelcrm.payments.receipts.model import LANGUAGES, PAPERS, Paper, PrintedReceipt, Receipt
from jewelcrm.settings import SETTINGS, get


@query("payments.view")
def receipt(
    ctx: Context, payment_id: Id, *, mask_name: bool = False, conn: Connection | None = None
) -> Receipt:
    """What the receipt of a payment says."""
    terms = _terms(ctx)
    with one_read(ctx, conn) as read:
        return gather(read, payment_id, terms=terms, mask_name=mask_name)


@query("payments.view")
def preview(ctx: Context, payment_id: Id, *, paper: Paper, language: str) -> bytes:
    """The PDF that printing it now gives: once printed, pieces keep the names they had on it."""
    wanted = receipt(ctx, payment_id)
    with ctx.read() as conn:
        prints = earlier_prints(conn, payment_id)
    return _drawn(wanted, paper, language, first=_first_alike(prints, paper, language))


@command("payments.view")
def print_receipt(
    ctx: Context, payment_id: Id, *, paper: Paper, language: str, mask_name: bool = False
) -> PrintedReceipt:
    """A receipt as a PDF for the printer; that it was printed goes to the audit log.

    Raises:
        CanFix: the receipt would complete a sale without a particular that the law wants on it;
            the message lists what to fill in (`missing` has it line by line).
    """
    if paper not in PAPERS or language not in LANGUAGES:
        raise CanFix("Choose A5 or 80 mm, English or Chinese.", field="paper")
    wanted = receipt(ctx, payment_id, mask_name=mask_name)
    check_complete(wanted)
    kind = f"{language}-masked" if mask_name else language
    with ctx.read() as conn:
        prints = earlier_prints(conn, payment_id)
    first = _first_alike(prints, paper, kind)
    pdf = _drawn(wanted, paper, language, first=first)
    sha256 = _sum(pdf)
    with ctx.work("receipt printed") as work:
        work.audit(PRINTED, payment_id, reason=f"{paper} {kind} {sha256}")
    log.info("receipt printed", payment_id=payment_id)
    same = first in ("", sha256)
    return PrintedReceipt(pdf, sha256, bool(prints), same, wanted.missing)


def _first_alike(prints: Sequence[Printed], paper: Paper, kind: str) -> str:
    """The sum of its first print on this paper in this language; empty: there is none."""
    found = (one.sha256 for one in prints if (one.paper, one.language) == (paper, kind))
    return next(found, "")


def _drawn(wanted: Receipt, paper: Paper, language: str, *, first: str) -> bytes:
    """The receipt as it was `first` printed: once, each piece was called as it had been typed."""
    from jewelcrm.payments.receipts.render import render  # brings the PDF writer along

    pdf = render(wanted, paper, language)
    if first in ("", _sum(pdf)) or not wanted.names:
        return pdf
    typed = render(replace(wanted, names={}), paper, language)
    return typed if _sum(typed) == first else pdf


def _sum(pdf: bytes) -> str:
    return hashlib.sha256(pdf).hexdigest()


def check_complete(wanted: Receipt) -> None:
    """Refuse the receipt of a finished sale that does not state what it must (Cap. 362)."""
    if not wanted.missing or not wanted.completes_sale:
        return
    raise CanFix(
        "This receipt cannot be printed yet. Fill in: {list}",
        field="lines",
        list=" · ".join(
            one.words if one.line is None else f"({one.line}) {one.words}" for one in wanted.missing
        ),
        missing=wanted.missing,
    )


def _terms(ctx: Context) -> Mapping[str, str]:
    """The shop's own terms of refund and exchange, where it has put them in."""
    own: dict[str, str] = {}
    for language in LANGUAGES:
        key = f"receipt_terms_{language}"
        text = str(get(ctx, key)).strip() if key in SETTINGS else ""
        own[language] = text or TERMS[language]
    return own
