"""A person is erased by two people, and nothing of her is left at head office."""

import json

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from db.errors import Busy
from db.office import tables
from db.office.postgres import scrub_postgres
from db.types import new_id
from jewelcrm.office import visiting
from jewelcrm.office.visiting import asked_for, erasing
from jewelcrm.wire.messages import Op
from jewelcrm.wire.visiting import EraseAsk, ErasedAsk, ErasuresAsk
from tests.jewelcrm.office.chain import a_customer, a_line, a_payment, a_phone, an_order
from tests.jewelcrm.office_visiting.conftest import audited, notices, refused
from tests.jewelcrm.office_visiting.person import (
    WORDS,
    everything,
    named_in,
    traces_left_behind,
    zenobia,
)
from tests.pages import plain_bytes


@pytest.fixture
def second(chain):
    """Another administrator."""
    from jewelcrm.office import writing

    with chain.store.write() as work:
        return writing.insert(
            work,
            "staff",
            chain.clock.now(),
            branch_id=chain.north,
            login="second",
            name="second",
            role="administrator",
            active=1,
        )


@pytest.fixture
def erase(chain, north, second):
    """Both steps, or one of them: `erase(key)`, `ask=...`."""

    def ask(key, actor, *, approve=False, reason="she wrote on 2 March"):
        wanted = EraseAsk(actor.hex(), key.hex(), reason, approve)
        return visiting.erase(chain.office, north.id, wanted)

    def both(key):
        assert ask(key, chain.admin).waits
        assert not ask(key, second, approve=True).waits

    both.ask = ask
    return both


def test_nothing_of_her_is_left_in_any_table(chain, here, home, north, erase):
    key, order = zenobia(north)
    traces_left_behind(chain, north, key, order)
    here.opened(key, reason="other", words="Her aunt sent her")
    home.share(key, chain.south)
    assert len(named_in(everything(chain.store))) == len(WORDS)
    erase(key)
    assert named_in(everything(chain.store)) == []


def test_her_papers_stay_without_her(chain, north, erase):
    key, order = zenobia(north)
    erase(key)
    (paper,) = chain.rows("sales_order")
    assert (paper["id"], paper["customer_id"], paper["remark"], paper["rev"]) == (
        order,
        None,
        None,
        2,
    )
    (payment,) = chain.rows("payment")
    assert (payment["amount_cents"], payment["customer_id"]) == (50_00, None)
    assert payment["reference"] == "FPS •••"
    assert chain.rows("order_line")[0]["description"] == "Ring for •••"
    for table in ("customer", "contact_point", "note", "wish", "followup", "household"):
        assert chain.rows(table) == []


def test_every_scope_that_ever_held_her_is_told(chain, home, north, south, erase):
    key, _ = zenobia(north)
    home.move(key, chain.south)
    erase(key)
    for pc in (north, south):
        items = pc.pull(limit=5000).feeds[0].items
        assert ("customer", key.hex(), "E") in [(i.t, i.id, i.kind) for i in items]
        assert all(i.img is None for i in items if i.kind == "E")


def test_papers_leave_the_branch_that_was_only_her_home(chain, home, north, south, erase):
    key, _ = zenobia(north)
    home.move(key, chain.south)
    assert "sales_order" in south.held()
    erase(key)
    assert sorted(north.held()) == ["order_line", "order_step", "payment", "sales_order"]
    assert south.held() == {}


def test_the_sums_of_the_scopes_still_agree(chain, north, erase):
    from db.digest import MODULUS

    key, _ = zenobia(north)
    north.send(a_customer(north))
    erase(key)
    with chain.store.read() as work:
        head, parts = work.head(north.scope), work.buckets(north.scope)
    assert head.count == sum(count for _, count in parts)
    assert head.sum == sum(total for total, _ in parts) % MODULUS


def test_late_changes_of_her_are_answered_erased(chain, north, erase):
    key, _ = zenobia(north)
    late = [
        north.update("customer", key, 1, alert="Zenobia again"),
        north.insert("note", customer_id=key, channel="note", body="Zenobia again"),
        a_phone(north, key, normal="+85267676767"),
    ]
    erase(key)
    for op in late:
        answer = north.send(op)
        assert answer.st == "erased"
        assert {row.kind for row in answer.rows if row.id == key.hex()} <= {"E"}
    assert named_in(everything(chain.store)) == []


def test_a_late_payment_is_kept_and_its_words_are_not(chain, north, erase):
    key, order = zenobia(north)
    late = a_payment(north, order, 70_00, customer_id=key, remark="Her aunt paid the rest")
    edit = north.update("sales_order", order, 1, remark="Her aunt fetches it", rush=1)
    fresh = an_order(north, key, remark="A brooch for her aunt")
    erase(key)
    answers = [north.send(op).st for op in (late, edit, fresh)]
    assert answers == ["erased", "erased", "erased"]
    assert sorted(row["amount_cents"] for row in chain.rows("payment")) == [50_00, 70_00]
    assert {row["customer_id"] for row in chain.rows("payment")} == {None}
    assert [row["rush"] for row in chain.rows("sales_order")] == [1, 0]
    assert named_in(everything(chain.store)) == []


def test_what_was_sent_again_without_her_is_hers_still_when_the_first_push_comes_late(
    chain, north, erase
):
    key, _ = zenobia(north)
    phone = a_phone(north, key, value="6767 6767", normal="+85267676767")
    label = north.update("contact_point", phone.id, 0, label="Quark")
    late = [north.tx(phone), north.tx(label)]
    erase(key)
    north.push(replace(late[0], ops=[]))  # its PC has heard of it meanwhile
    assert [one.st for one in north.push(*late).res] == ["dup", "erased"]
    assert north.send(label).st == "erased"
    assert chain.rows("quarantine") == []
    assert named_in(everything(chain.store)) == []


def test_words_that_came_late_and_alone_go_when_the_pc_sends_the_act_again_without_her(
    chain, north, erase
):
    """Head office never had the phone: nothing told it whose label this is."""
    key, _ = zenobia(north)
    phone = a_phone(north, key, value="6767 6767", normal="+85267676767")
    other = a_customer(north)
    first = north.tx(phone)
    second = north.tx(north.update("contact_point", phone.id, 0, label="Quark"), other)
    erase(key)
    north.push(replace(first, ops=[]))  # its PC has heard of it, and the second is under way
    assert [one.st for one in north.push(second).res] == ["quarantined"]
    assert "Quark" in chain.rows("quarantine")[0]["ops"]
    answer = north.push(replace(second, ops=[other]))
    assert [one.st for one in answer.res] == ["quarantined"]
    (aside,) = chain.rows("quarantine")
    assert [op["id"] for op in json.loads(aside["ops"])] == [other.id]
    assert aside["rev"] == 2
    assert "Quark" not in everything(chain.store)


def test_what_was_put_aside_stays_whole_when_the_pc_only_repeats_it(chain, north):
    lost = north.tx(north.update("contact_point", new_id(), 0, label="Quark"))
    for _ in range(2):
        assert [one.st for one in north.push(lost).res] == ["quarantined"]
    (aside,) = chain.rows("quarantine")
    assert ("Quark" in aside["ops"], aside["rev"]) == (True, 1)


def test_words_do_not_come_back_to_an_order_that_was_sent_again_without_her(chain, north, erase):
    key, _ = zenobia(north)
    order = an_order(north, key, remark="A brooch for her aunt")
    remark = north.update("sales_order", order.id, 0, remark="Her aunt fetches it", rush=1)
    late = [north.tx(order), north.tx(remark)]
    nameless = north.insert("sales_order", bytes.fromhex(order.id), **_nameless(order.set))
    erase(key)
    north.push(replace(late[0], ops=[nameless]))
    assert [one.st for one in north.push(*late).res] == ["dup", "erased"]
    assert north.send(remark).st == "erased"
    assert [row["rush"] for row in chain.rows("sales_order")] == [0, 1]
    assert named_in(everything(chain.store)) == []


def _nameless(image):
    return {name: image[name] for name in image if name not in ("customer_id", "remark")}


def test_what_was_put_aside_with_a_payment_keeps_the_payment(chain, north, erase):
    key, order = zenobia(north)
    traces_left_behind(chain, north, key, order)
    erase(key)
    (row,) = chain.rows("quarantine")
    (op,) = json.loads(row["ops"])
    assert (op["t"], op["set"]["amount_cents"], "remark" in op["set"]) == ("payment", 50_00, False)
    assert row["customer_id"] is None


def put_aside(pc, *ops):
    """Put aside as a whole, for it also changes a record that nobody knows."""
    stray = Op("note", new_id().hex(), "U", 1, {"body": "Nothing"})
    assert pc.send(*ops, stray).st == "quarantined"


@pytest.mark.parametrize("follows", ["before", "after"])
def test_what_follows_of_a_record_that_never_came_further_than_put_aside_goes_too(
    chain, north, erase, follows
):
    key, _ = zenobia(north)
    phone = a_phone(north, key, value="6767 6767", normal="+85267676767")
    put_aside(north, phone)
    if follows == "before":
        assert north.send(north.update("contact_point", phone.id, 1, label="Quark")).st != "ok"
    erase(key)
    if follows == "after":
        answer = north.send(north.update("contact_point", phone.id, 1, label="Quark"))
        assert answer.st == "erased"
    assert not named_in(everything(chain.store))


def test_papers_that_never_came_further_than_put_aside_lose_her_words(chain, north, erase):
    key, _ = zenobia(north)
    order = new_id()
    line = a_line(north, order)
    line.set.update(description="Ring for Zenobia Quark", condition="Scratched by her aunt")
    put_aside(north, an_order(north, key, order, remark="Gift for her aunt"))
    put_aside(north, line)
    erase(key)
    assert not named_in(everything(chain.store))
    assert len(chain.rows("quarantine")) == 2


def test_who_is_only_said_to_be_hers_in_what_was_put_aside_stays(chain, north, erase):
    key, _ = zenobia(north)
    other, phone = new_id(), a_phone(north, key)
    theirs = north.insert("note", customer_id=other, channel="note", body="Likes pearls")
    north.send(a_customer(north, other, name="Wong Siu Ming"), theirs)
    put_aside(
        north, phone, north.insert("note", bytes.fromhex(theirs.id), customer_id=key, body="Mine")
    )
    erase(key)
    assert [row["body"] for row in chain.rows("note")] == ["Likes pearls"]
    with chain.store.read() as work:
        buried = work.conn.execute(select(tables.erasure.c.row_id)).scalars().all()
    assert bytes.fromhex(phone.id) in buried
    assert bytes.fromhex(theirs.id) not in buried


def test_a_duplicate_that_was_merged_with_her_goes_too(chain, north, erase):
    key, _ = zenobia(north)
    north.send(a_customer(north, name="Quark Zenobia", merged_into=key))
    north.send(a_customer(north, name="Somebody Else"))
    erase(key)
    assert [row["name"] for row in chain.rows("customer")] == ["Somebody Else"]


def test_others_lose_only_their_tie_to_her(chain, north, erase):
    key, _ = zenobia(north)
    other = new_id()
    home = chain.rows("household")[0]["id"]
    north.send(
        a_customer(north, other, name="Wong Siu Ming", household_id=home),
        north.insert("relation", customer_id=other, other_id=key, kind="spouse"),
        a_phone(north, other),
    )
    erase(key)
    assert [row["id"] for row in chain.rows("customer")] == [other]
    assert chain.rows("relation") == []
    assert len(chain.rows("contact_point")) == 1
    assert len(chain.rows("household")) == 1


def test_it_takes_two_administrators(chain, north, erase, second):
    key, _ = zenobia(north)
    assert refused(erase.ask, key, chain.manager) == "denied"
    assert refused(erase.ask, key, second, approve=True) == "not_found"
    assert refused(erase.ask, key, chain.admin, reason=" ") == "bad_request"
    assert erase.ask(key, chain.admin).waits
    assert refused(erase.ask, key, chain.admin, approve=True) == "denied"
    assert len(chain.rows("customer")) == 1
    assert not erase.ask(key, second, approve=True).waits
    assert not erase.ask(key, second, approve=True).waits
    assert [outcome for outcome, _ in audited(chain, "privacy.erase")] == [
        "denied",
        "denied",
        "denied",
        "asked",
        "denied",
        "done",
    ]


def test_nobody_is_no_case(chain, erase):
    assert refused(erase.ask, new_id(), chain.admin) == "not_found"


def test_an_old_file_with_her_in_it_is_noticed(chain, north, erase):
    key, _ = zenobia(north)
    erase(key)
    with chain.store.read() as work:
        found = erasing.erased_before(
            work,
            [("phone", "+85267676767"), ("phone", "+85291234567"), ("email", "zenobia@quark.hk")],
        )
    assert found == {("phone", "+85267676767"), ("email", "zenobia@quark.hk")}
    again = new_id()
    north.send(a_customer(north, again), a_phone(north, again, normal="+85267676767"))
    (row,) = [r for r in chain.rows("notice") if r["kind"] == "erased_before"]
    assert (row["branch_id"], row["customer_id"], row["params"]) == (chain.north, again, None)


def test_the_look_up_finds_her_no_more_and_keeps_no_hash(chain, here, north, erase):
    key, _ = zenobia(north)
    here.lookup("phone", "67676767")
    erase(key)
    with chain.store.read() as work:
        assert work.conn.execute(select(tables.lookup_key)).all() == []
        assert work.conn.execute(select(tables.lookup_ticket)).all() == []
        assert work.conn.execute(select(tables.lookup_log.c.key_hash)).scalars().all() == [None]
    assert here.lookup("phone", "67676767").cards == []


def test_a_lease_of_her_tells_its_pc_before_it_ends(chain, here, south, north, erase):
    key, _ = zenobia(north)
    lease = here.opened(key)
    erase(key)
    items = south.pull(lease.scope).feeds[0].items
    assert {i.kind for i in items} <= {"E", "R"}
    assert ("customer", "E") in [(i.t, i.kind) for i in items]
    assert notices(chain, chain.north, "opened") == []


def test_readers_may_make_the_log_wait_for_housekeeping(chain, north, erase, monkeypatch):
    key, _ = zenobia(north)

    def busy(_cancelled):
        raise Busy("Somebody reads.")

    monkeypatch.setattr(chain.store, "scrub", busy)
    erase(key)
    monkeypatch.undo()
    with chain.store.read() as work:
        waits = (tables.setting, ("value",), [(erasing.TO_SCRUB,)])
        assert work.port.pick(*waits) == [("1",)]
    assert erasing.scrub(chain.store)
    with chain.store.read() as work:
        assert work.port.pick(*waits) == []


def test_the_encrypted_files_pages_hold_nothing_of_her(embedded, chain, home, north, erase):
    if chain.store is not embedded:
        pytest.skip("the encrypted file's own test")
    key, order = zenobia(north)
    traces_left_behind(chain, north, key, order)
    home.move(key, chain.south)
    before = plain_bytes(embedded.path, embedded.key)
    assert all(_bytes(word) in before for word in WORDS[:3])
    erase(key)
    left = plain_bytes(embedded.path, embedded.key)
    assert [word for word in WORDS if _bytes(word) in left] == []
    for path in embedded.folder.iterdir():
        assert not any(_bytes(word) in path.read_bytes() for word in WORDS)


def _bytes(word):
    return word.encode()


def test_postgresqls_files_hold_nothing_of_her_after_the_nights_scrub(
    request, chain, home, north, erase
):
    if chain.store.dialect != "postgresql":
        pytest.skip("PostgreSQL's own test")
    cluster = request.getfixturevalue("postgres_cluster")
    database = request.getfixturevalue("postgres_database")
    key, order = zenobia(north)
    traces_left_behind(chain, north, key, order)
    home.move(key, chain.south)
    cluster.sql("ANALYZE", database)
    cluster.sql("CHECKPOINT")
    folder = cluster.socket / "data" / "base" / _number(chain)
    assert _in_files(folder, WORDS)
    erase(key)
    scrub_postgres(cluster.url("jewelcrm_owner", database))
    cluster.sql("CHECKPOINT")
    assert _in_files(folder, WORDS) == []


def _number(chain):
    """Under which its files lie; other tests' databases are in the same cluster."""
    with chain.store.read() as work:
        asked = "SELECT oid FROM pg_database WHERE datname = current_database()"
        return str(work.conn.exec_driver_sql(asked).scalar())


def _in_files(folder, words):
    """Those of the words that stand in a table's file (the write-ahead log ages out)."""
    files = [p for p in folder.rglob("*") if p.is_file()]
    found = set()
    for path in files:
        data = path.read_bytes()
        found |= {word for word in words if _bytes(word) in data}
    return sorted(found)


def test_who_may_erase_sees_who_asked_and_which_pcs_have_still_to_confirm(
    chain, north, erase, second
):
    key, _order = zenobia(north)

    def told(actor):
        return visiting.erasures(chain.office, north.id, ErasuresAsk(actor.hex())).erasures

    assert told(second) == []
    erase.ask(key, chain.admin)
    [mine], [theirs] = told(chain.admin), told(second)
    assert (mine.mine, theirs.mine, theirs.done) == (True, False, 0)
    assert (theirs.customer_id, theirs.by) == (key.hex(), "administrator")
    erase.ask(key, second, approve=True)
    [open_still] = told(second)
    assert open_still.done
    assert (open_still.number, len(open_still.missing)) == ("", open_still.pcs)
    assert refused(told, chain.sales) == "denied"


def test_an_importer_is_told_whose_contacts_were_erased_and_nobody_tries_all_numbers(
    chain, north, erase, monkeypatch
):
    key, _ = zenobia(north)
    erase(key)
    asked = [["phone", "+85291234567"], ["email", "zenobia@quark.hk"], ["phone", "+85267676767"]]

    def ask(actor, contacts=asked):
        return asked_for.erased(chain.office, north.id, ErasedAsk(actor.hex(), contacts))

    assert ask(chain.manager).were == [1, 2]
    assert refused(ask, chain.sales) == "denied"
    assert refused(ask, chain.manager, [["name", "Zenobia"]]) == "bad_request"
    assert refused(ask, chain.manager, asked * 1_000) == "bad_request"
    monkeypatch.setattr(asked_for, "MOST_A_DAY", 7)
    assert ask(chain.manager).were == [1, 2]
    assert refused(ask, chain.manager) == "limit"
    chain.clock.move(86_400_000)
    assert ask(chain.manager).were == [1, 2]
