"""Consent to marketing: answers are added to a ledger, the latest counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from db.tables.customers import consent
from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.customers.keeping import keep_consent, the_customer, the_part
from jewelcrm.customers.rules.consent import ConsentChoice
from jewelcrm.errors import CanFix
from jewelcrm.followups.stopping import stop_confirming, stop_marketing
from jewelcrm.log import log


@command("customers.edit")
def record_consent(ctx: Context, customer_id: Id, choice: ConsentChoice) -> list[Id]:
    """Keep her answer: agreed, refused, or withdrawn; a refusal counts at once (s.35G).

    Raises:
        CanFix: it is no real answer; says what to choose.
    """
    with ctx.work() as work:
        the_customer(work, customer_id)
        added = keep_consent(work, customer_id, choice, ctx.today())
        if choice.state in {"refused", "withdrawn"}:
            stop_marketing(work, customer_id)
        stop_confirming(work, customer_id)
    log.info("consent recorded", customer_id=customer_id, state=choice.state)
    return added


@command("customers.edit")
def confirm_consent(ctx: Context, consent_id: Id) -> Id:
    """Note that the written confirmation of a spoken consent has gone out (s.35E).

    Raises:
        CanFix: it was not spoken, or she has answered anew since.
    """
    with ctx.work("written confirmation") as work:
        was = the_part(work, consent, consent_id)
        _require_unconfirmed(work, was)
        confirmed = work.insert(
            consent,
            source="confirmed",
            obtained_at=work.now,
            obtained_by=work.actor,
            **{name: was[name] for name in (*_SCOPE, *_WORDING)},
        )
        stop_confirming(work, was["customer_id"])
        return confirmed


_SCOPE = ("customer_id", "purpose", "channel", "subject_class")
_WORDING = ("state", "notice_version", "notice_language", "witness")


def _require_unconfirmed(work: Work, was: Mapping[str, Any]) -> None:
    if was["source"] != "oral" or was["state"] != "consented":
        raise CanFix("Only a spoken consent needs a confirmation in writing.")
    c = consent.c
    later = [c[name] == was[name] for name in _SCOPE] + [c.obtained_at > was["obtained_at"]]
    if work.conn.execute(select(c.id).where(*later)).first():
        raise CanFix("The customer has answered anew since. Look at the latest answer.")
