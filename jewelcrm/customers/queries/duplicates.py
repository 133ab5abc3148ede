"""Who of the customers we know may be the one being entered: asked at every pause in typing."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select
from sqlalchemy import text as sql_text

from db.shop import search
from db.tables.customers import contact_point, customer
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.customers.guests import not_a_stub
from jewelcrm.customers.model import DuplicateHint
from jewelcrm.customers.rules.contacts import home_region, mask_contact
from jewelcrm.customers.rules.duplicates import WORTH_SHOWING, Asked, Candidate, reasons, score
from jewelcrm.customers.rules.emails import normal_email, normal_handle
from jewelcrm.customers.rules.names import split_name
from jewelcrm.customers.rules.phones import normal_phone

SHOWN = 5
_NAMESAKES = 40


@query("customers.view")
def possible_duplicates(
    ctx: Context,
    *,
    name: str = "",
    name_zh: str = "",
    phone: str = "",
    email: str = "",
    besides: Id | None = None,
) -> list[DuplicateHint]:
    """The likeliest customers, the surest first; `besides` is the card being edited.

    A phone counts once it is whole; an e-mail, a WhatsApp or a WeChat account may stand in `email`.
    """
    asked = _asked(name, name_zh, phone, email, home_region(ctx.branch.currency))
    with ctx.read() as conn:
        keys = dict.fromkeys((*_by_contact(conn, asked), *_by_name(conn, asked)))
        keys.pop(besides, None)  # type: ignore[arg-type]
        hints = [
            hint
            for one in _candidates(conn, list(keys), ctx.branch.id)
            if (hint := _hint(asked, *one))
        ]
    return sorted(hints, key=lambda hint: -hint.score)[:SHOWN]


def _asked(name: str, name_zh: str, phone: str, email: str, region: str) -> Asked:
    latin, chinese = split_name(name)
    number = normal_phone(phone, region)
    address = normal_email(email).normal
    return Asked(
        name=latin,
        name_zh=name_zh.strip() or chinese,
        phones=frozenset({number.e164} if number.valid else ()),
        emails=frozenset({address, normal_handle(email)} if email.strip() else ()),
    )


def _by_contact(conn: Connection, asked: Asked) -> Iterable[Id]:
    wanted = asked.phones | asked.emails
    if not wanted:
        return ()
    c = contact_point.c
    return conn.execute(
        select(c.customer_id).where(c.normal.in_(sorted(wanted)), c.archived_at.is_(None)).limit(50)
    ).scalars()


def _by_name(conn: Connection, asked: Asked) -> Iterable[Id]:
    for text in (asked.name_zh, asked.name):
        if len(text) > 1:
            hits = search.find(conn, text, kinds=("customer",), limit=_NAMESAKES)
            yield from (hit.row_id for hit in hits)


def _candidates(conn: Connection, keys: list[Id], branch: Id) -> list[tuple[Candidate, str, str]]:
    """Each with her number and a masked phone."""
    contacts: dict[Id, list[tuple[str, str]]] = {}
    p = contact_point.c
    for row in conn.execute(
        select(p.customer_id, p.kind, p.normal)
        .where(p.customer_id.in_(keys), p.archived_at.is_(None))
        .order_by(p.preferred.desc(), p.id)
    ):
        contacts.setdefault(row.customer_id, []).append((row.kind, row.normal))
    c = customer.c
    found = conn.execute(
        select(c.id, c.number, c.name, c.name_zh).where(
            c.id.in_(keys), c.archived_at.is_(None), sql_text(not_a_stub(branch))
        )
    )
    return [
        (
            Candidate(row.id, row.name, row.name_zh or "", _normals(contacts.get(row.id, []))),
            row.number,
            _masked(contacts.get(row.id, [])),
        )
        for row in found
    ]


def _normals(contacts: list[tuple[str, str]]) -> frozenset[str]:
    return frozenset(normal for _, normal in contacts)


def _masked(contacts: list[tuple[str, str]]) -> str:
    return next((mask_contact(kind, normal) for kind, normal in contacts if kind == "phone"), "")


def _hint(asked: Asked, candidate: Candidate, number: str, masked: str) -> DuplicateHint | None:
    why = reasons(asked, candidate)
    if score(why) < WORTH_SHOWING:
        return None
    return DuplicateHint(
        candidate.customer_id,
        number,
        candidate.name,
        candidate.name_zh or None,
        masked,
        why,
        score(why),
    )
