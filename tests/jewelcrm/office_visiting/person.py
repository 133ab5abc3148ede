"""A person whose traces are everywhere, and where to look for them."""

from __future__ import annotations

import json

from sqlalchemy import text

from db.office import tables
from db.tables import NUMBERS
from db.types import new_id
from jewelcrm.wire.messages import Op
from tests.jewelcrm.office.chain import a_customer, a_line, a_payment, a_phone, an_order

WORDS = (
    "Zenobia",
    "Quark",
    "鄭如風",
    "67676767",
    "6767 6767",
    "zenobia@quark",
    "Rare Street",
    "her aunt",
)


def zenobia(north, **more):
    """She with everything a shop may know of her; her key and her order's."""
    key, order, home = new_id(), new_id(), new_id()
    about = {"customer_id": key}
    order_op = an_order(north, key, order, remark="Gift for her aunt", kind="repair")
    line = a_line(north, order)
    line.set.update(description="Ring for Zenobia Quark", condition="Scratched by her aunt")
    step = north.insert(
        "order_step",
        order_id=order,
        from_stage=None,
        to_stage="received",
        at=north.chain.clock.ms,
        reason="Zenobia asked for it",
    )
    answer = north.send(
        north.insert("household", home, name="Quark of Rare Street"),
        a_customer(
            north,
            key,
            name="Zenobia Quark",
            name_zh="鄭如風",
            address="7 Rare Street",
            alert="Ask for her aunt",
            household_id=home,
            number="HK01-A-000777-7",
            **more,
        ),
        a_phone(north, key, value="6767 6767", normal="+85267676767"),
        a_phone(
            north,
            key,
            kind="email",
            value="Zenobia@Quark.hk",
            normal="zenobia@quark.hk",
            preferred=0,
            archived_at=north.chain.clock.ms,
        ),
        *_what_is_known(north, about),
        order_op,
        line,
        step,
        north.insert(
            "followup",
            **about,
            order_id=order,
            title="Ring Zenobia",
            state="open",
            due_on="2026-03-09",
            body="6767 6767",
        ),
        a_payment(north, order, **about, remark="Paid by her aunt", reference="FPS Zenobia Quark"),
    )
    assert answer.st == "ok", answer.why
    return key, order


def _what_is_known(north, about):
    """A note, a wish, a preference and a day, all of which name her or her aunt."""
    return (
        north.insert("note", **about, channel="note", body="Zenobia spoke of her aunt"),
        north.insert("wish", **about, description="Ruby, as her aunt's", state="open"),
        north.insert("preference", **about, kind="tag", value="her aunt", basis="stated"),
        north.insert(
            "occasion",
            **about,
            kind="birthday",
            calendar="solar",
            month=3,
            day=2,
            leap_month=0,
            whose="her aunt",
        ),
    )


def traces_left_behind(chain, north, key, order):
    """A clash and something put aside about her."""
    other = chain.pc(chain.north, "D")
    north.send(north.update("customer", key, 1, alert="Her aunt, Zenobia"))
    other.send(other.update("customer", key, 1, alert="Quark senior"))
    aside = Op("note", new_id().hex(), "U", 1, {"body": "About Zenobia", "customer_id": key.hex()})
    assert other.send(aside).st == "quarantined"
    both = other.send(
        a_payment(other, order, remark="From her aunt"),
        Op("note", new_id().hex(), "U", 1, {"body": "Her aunt", "customer_id": key.hex()}),
    )
    assert both.st == "quarantined"


def everything(store):
    """Every value of every table, as text."""
    with store.read() as work:
        names = [*NUMBERS, *(t.name for t in tables.office.sorted_tables)]
        found = [work.conn.execute(text(f'SELECT * FROM "{n}"')).fetchall() for n in names]
        return repr(found) + json.dumps(repr(found), ensure_ascii=False)


def named_in(left):
    """Those of the words that are still there."""
    return [word for word in WORDS if word.lower() in left.lower()]
