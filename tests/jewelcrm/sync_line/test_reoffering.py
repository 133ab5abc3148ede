"""A PC is restored with work that was never sent: it is offered again, on top of others' work."""

from __future__ import annotations

import json
from dataclasses import astuple

import pytest

from db.tables import customers
from jewelcrm.admin.main import main
from jewelcrm.backup import commands as backup
from jewelcrm.backup.model import ByPassword
from jewelcrm.errors import CanFix, Denied
from jewelcrm.sync import queries, reoffering
from jewelcrm.sync.arriving import admit_here
from jewelcrm.sync.exchanging import exchange
from jewelcrm.sync.model import Conflict, PutAside
from tests.jewelcrm.sync_line.world import PASSWORD, SALES_PASSWORD, Counter


def renamed(counter: Counter, customer: bytes, name: str) -> None:
    with counter.opened.work() as work:
        work.update(customers.customer, customer, name=name)


def put_back(counter: Counter, point: str) -> None:
    counter.close()
    who = ByPassword("mary.chan", PASSWORD)
    backup.restore(counter.folder, point, counter.folder, who)
    counter.open()


@pytest.fixture
def restored(new_counter) -> tuple[Counter, bytes, bytes]:
    """Back at a moment before a customer was added and another one renamed, both never sent."""
    counter = new_counter()
    ctx = counter.open()
    known = counter.add_customer("Before Wong")
    exchange(ctx)
    point = backup.back_up(ctx).point.id
    added = counter.add_customer("Unsent Lee")
    renamed(counter, known, "Unsent Wong")
    put_back(counter, point)
    return counter, known, added


def test_it_is_offered_and_comes_back_once_head_office_was_heard(restored, new_counter):
    counter, known, added = restored
    ctx = counter.opened
    offer = reoffering.offer(ctx)
    assert (offer.acts, offer.customers, offer.orders) == (2, 1, 0)
    assert offer.since <= offer.until
    assert counter.sees(added) is None, "nothing comes by itself"
    with pytest.raises(CanFix, match="head office first"):
        reoffering.bring_back(ctx)
    exchange(ctx)
    assert reoffering.bring_back(ctx) == 2
    assert counter.sees(added) == "Unsent Lee"
    assert counter.sees(known) == "Unsent Wong"
    assert counter.pending() == 2
    exchange(ctx)
    assert counter.pending() == 0
    assert put_aside(counter, added, known) == []
    other = new_counter(counter.joined.branch_code)
    exchange(other.open())
    assert other.sees(added) == "Unsent Lee"
    assert other.sees(known) == "Unsent Wong"
    assert reoffering.offer(ctx) is None


def test_what_clashes_with_others_work_goes_to_the_inbox(restored, new_counter):
    counter, known, _added = restored
    other = new_counter(counter.joined.branch_code)
    exchange(other.open())
    renamed(other, known, "Theirs Wong")
    exchange(other.opened)
    exchange(counter.opened)
    assert counter.sees(known) == "Theirs Wong"
    reoffering.bring_back(counter.opened)
    exchange(counter.opened)
    exchange(other.opened)
    assert counter.sees(known) == other.sees(known)
    [clash] = clashes(counter, known)
    assert {"Theirs Wong", "Unsent Wong"} <= {str(word) for word in astuple(clash)}


def clashes(counter: Counter, customer: bytes) -> list[Conflict]:
    """Those of this customer: the inbox is the branch's."""
    return [one for one in queries.conflicts(counter.opened) if one.row_id == customer]


def put_aside(counter: Counter, *customers: bytes) -> list[PutAside]:
    """What head office could not apply of these customers: the list is the branch's."""
    return [one for one in queries.put_aside(counter.opened) if one.customer_id in customers]


def test_what_had_arrived_though_nobody_said_so_is_not_done_twice(new_counter):
    """The answer was lost on its way: head office has it, and nobody here knows."""
    counter = new_counter()
    ctx = counter.open()
    point = backup.back_up(ctx).point.id
    added = counter.add_customer("Arrived Lee")
    exchange(ctx)
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE change SET pushed_at = NULL, pushed_n = NULL")
    put_back(counter, point)
    exchange(counter.opened)
    assert counter.sees(added) == "Arrived Lee"
    reoffering.bring_back(counter.opened)
    exchange(counter.opened)
    assert counter.pending() == 0
    assert clashes(counter, added) == []
    assert put_aside(counter, added) == []
    assert counter.sees(added) == "Arrived Lee"


def test_what_is_let_go_is_not_offered_again_and_stays_aside(restored):
    counter, _known, added = restored
    folder = reoffering.offer(counter.opened).folder
    reoffering.let_go(counter.opened)
    assert reoffering.offer(counter.opened) is None
    with pytest.raises(CanFix, match="nothing"):
        reoffering.let_go(counter.opened)
    assert (folder / "store.db").exists()
    assert counter.sees(added) is None


def test_after_a_second_restore_both_are_not_mixed(restored):
    counter, _known, added = restored
    exchange(counter.opened)
    reoffering.bring_back(counter.opened)
    point = backup.back_up(counter.opened).point.id
    put_back(counter, point)
    assert counter.sees(added) == "Unsent Lee"
    assert reoffering.offer(counter.opened) is None, "the backup has it all"


def test_sales_staff_do_not_decide_it(restored, office):
    counter, *_ = restored
    exchange(counter.opened)
    sales = admit_here(counter.opened, "ann", SALES_PASSWORD)
    with pytest.raises(Denied):
        reoffering.offer(sales)


def test_the_command_line_tells_and_does_it(restored, monkeypatch, capsys):
    counter, _known, added = restored
    exchange(counter.opened)
    counter.close()
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)

    def say(*words: str, code: int = 0) -> dict[str, object]:
        capsys.readouterr()
        assert main(["--data", str(counter.folder), "--json", "backup", "unsent", *words]) == code
        return json.loads(capsys.readouterr().out)

    assert say()["offer"]["acts"] == 2
    assert say("--bring-back") == {"brought_back": 2}
    assert say()["offer"] is None
    assert say("--let-go", code=1)["kind"] == "fix"
    counter.open()
    assert counter.sees(added) == "Unsent Lee"


def test_a_shop_that_stands_alone_has_nothing_unsent(ctx):
    assert reoffering.offer(ctx) is None
