"""A large push is written while it is still decided: it ends as one that is written at its end."""

from __future__ import annotations

import pytest

from db.digest import as_text, total
from db.errors import Refused
from db.office.work import OfficeWork
from db.types import new_id
from jewelcrm.office import push as pushes
from jewelcrm.office.recording import Recording
from tests.jewelcrm.office.chain import a_customer, a_line, a_phone, an_order


@pytest.fixture(autouse=True)
def written(north, monkeypatch):
    """The tables and ids of what is written at once; each transaction is a part."""
    parts, put_rows = [], OfficeWork.put_rows

    def noted(work, table, rows, **known):
        parts.append({(table, row["id"]) for row in rows})
        put_rows(work, table, rows, **known)

    monkeypatch.setattr(pushes, "PART", 1)
    monkeypatch.setattr(OfficeWork, "put_rows", noted)
    return parts


def states(answer):
    return [one.st for one in answer.res]


def test_what_is_decided_is_written_before_the_rest_is(north, written):
    keys = [new_id() for _ in range(3)]
    answer = north.push(*(north.tx(a_customer(north, key)) for key in keys))
    assert states(answer) == ["ok"] * 3
    assert written == [{("customer", key)} for key in keys]


def test_what_is_changed_twice_is_written_once_and_what_names_it_not_before(north, written):
    customer, order, phone, other = (new_id() for _ in range(4))
    answer = north.push(
        north.tx(a_customer(north, customer), a_phone(north, customer, phone)),
        north.tx(an_order(north, customer, order), a_customer(north, other)),
        north.tx(a_line(north, order)),
        north.tx(north.update("customer", customer, 1, tier="silver")),
        north.tx(north.update("contact_point", phone, 1, label="home")),
    )
    assert states(answer) == ["ok"] * 5
    assert written[:2] == [{("customer", other)}, {("customer", customer)}]
    assert len(set().union(*written)) == sum(map(len, written)) == 5
    (feed,) = north.pull(limit=50).feeds
    revisions = {item.id: item.rev for item in feed.items}
    assert (revisions[customer.hex()], revisions[phone.hex()]) == (2, 2)
    assert feed.sum == as_text(total((i.t, bytes.fromhex(i.id), i.rev, i.kind) for i in feed.items))


def test_a_record_that_comes_to_name_a_new_one_is_not_written_before_it(chain, north):
    first, second = new_id(), new_id()
    order = new_id()
    answer = north.push(
        north.tx(
            a_customer(north, first),
            an_order(north, first, order),
            a_customer(north, second),
            north.update("sales_order", order, 1, customer_id=second),
        ),
        north.tx(a_customer(north)),
        north.tx(north.update("customer", second, 1, tier="silver")),
    )
    assert states(answer) == ["ok"] * 3
    (kept,) = chain.rows("sales_order")
    assert kept["customer_id"] == second


def test_what_is_put_aside_leaves_what_came_before_it_as_it_was(chain, north):
    customer = new_id()
    answer = north.push(
        north.tx(a_customer(north, customer)),
        north.tx(north.update("customer", customer, 1, tier="silver"), a_phone(north, new_id())),
        north.tx(a_customer(north)),
    )
    assert states(answer) == ["ok", "quarantined", "ok"]
    assert {row["tier"] for row in chain.rows("customer")} == {"gold"}
    assert len(chain.rows("quarantine")) == 1


def test_a_push_that_is_refused_when_part_of_it_is_written_is_taken_one_by_one(
    chain, north, monkeypatch
):
    finish = Recording.finish

    def refused(recording, now):
        if len(recording.known.changed) > 1:
            raise Refused("The store refused the change.")
        yield from finish(recording, now)

    monkeypatch.setattr(Recording, "finish", refused)
    answer = north.push(*(north.tx(a_customer(north)) for _ in range(3)))
    assert states(answer) == ["ok"] * 3
    assert len(chain.rows("customer")) == north.pull().feeds[0].count == 3
