"""A request is signed, once, now, by a PC that is on; whatever else comes is refused in form."""

import datetime as dt
import json

import msgspec
import pytest
import zstandard
from sqlalchemy import select

from db.errors import Busy, DiskFull, OutOfReach
from db.migrations import SCHEMA
from db.office import tables
from db.types import new_id
from jewelcrm.errors import CanFix
from jewelcrm.office import branches, devices
from jewelcrm.office.answers import WORDS
from jewelcrm.office.endpoints import ENDPOINTS
from jewelcrm.office.recording import Recording
from jewelcrm.office.site import Limits
from jewelcrm.wire.messages import Cursor, PullAnswer, PullAsk, PushAsk, Trouble
from jewelcrm.wire.reasons import REFUSED
from tests.jewelcrm.office_app.builders import Pc, a_head_office

PUSH = PushAsk(schema=SCHEMA, epoch=1, req=7, acked=0)
PATHS = [endpoint.path for endpoint in ENDPOINTS]


def refused(response):
    told = msgspec.json.decode(response.content, type=Trouble)
    assert REFUSED[told.error] == response.status_code
    return told.error


def pull(pc, cursor=0):
    return PullAsk(schema=SCHEMA, epoch=1, req=1, scopes=[Cursor(pc.scope, cursor)])


def test_a_pc_pulls_and_hears_what_it_may_see(head_office):
    pc = head_office.pc()
    got = pc.post("/v1/sync/pull", pull(pc))
    assert got.status_code == 200
    answer = msgspec.json.decode(got.content, type=PullAnswer)
    assert set(answer.grants) == set(pc.answer.grants)


def test_branches_and_people_of_head_office_reach_a_pc(head_office):
    pc = head_office.pc()
    ask = PullAsk(schema=SCHEMA, epoch=1, req=1, scopes=[Cursor("G:staff", 0)])
    answer = msgspec.json.decode(pc.post("/v1/sync/pull", ask).content, type=PullAnswer)
    [feed] = answer.feeds
    said = sorted(item.img.get("code") or item.img["login"] for item in feed.items)
    assert said == ["HK01", "HK02", "mary"]
    assert feed.count == 3


def test_an_empty_push_is_taken(head_office):
    pc = head_office.pc()
    got = pc.post("/v1/sync/push", PUSH)
    assert (got.status_code, got.json()["req"]) == (200, 7)


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_answered_without_a_signature(small_office, path):
    assert refused(small_office.client.post(path, content=b"{}")) == "signature"


@pytest.mark.parametrize("path", ["/v1/events", "/v1/events?wait=1", "/v1/exposure"])
def test_nothing_is_shown_without_a_signature(small_office, path):
    assert refused(small_office.client.get(path)) == "signature"


@pytest.mark.parametrize("header", ["", "device", "device=zz;time=1;nonce=1;sig=1", "é" * 300])
def test_a_signature_out_of_form_is_refused(small_office, header):
    got = small_office.client.post(
        "/v1/slot", content=b"{}", headers={"JCRM-Sig": header.encode("latin-1")}
    )
    assert refused(got) == "signature"


def test_another_pcs_key_does_not_sign_for_this_one(small_office, pc):
    thief = Pc(small_office.client, small_office.clock)
    thief.id, thief.answer = pc.id, pc.answer
    assert refused(thief.post("/v1/sync/pull", pull(pc))) == "signature"


def test_a_pc_that_nobody_knows_is_refused_like_a_wrong_key(small_office):
    assert refused(Pc(small_office.client, small_office.clock).post("/v1/slot", {})) == "signature"


def test_a_changed_body_or_path_does_not_fit_the_signature(small_office, pc):
    body = msgspec.json.encode(pull(pc))
    signed = pc.header("POST", "/v1/sync/pull", body)
    post = small_office.client.post
    assert refused(post("/v1/sync/pull", content=body + b" ", headers=signed)) == "signature"
    assert refused(post("/v1/sync/push", content=body, headers=signed)) == "signature"
    assert refused(post("/v1/sync/pull?a=1", content=body, headers=signed)) == "signature"
    assert post("/v1/sync/pull", content=body, headers=signed).status_code == 200


def test_a_request_is_taken_once(head_office):
    pc = head_office.pc()
    body = msgspec.json.encode(pull(pc))
    signed = pc.header("POST", "/v1/sync/pull", body)
    post = head_office.client.post
    assert post("/v1/sync/pull", content=body, headers=signed).status_code == 200
    assert refused(post("/v1/sync/pull", content=body, headers=signed)) == "replayed"


def test_what_is_remembered_of_requests_is_forgotten_after_a_quarter_of_an_hour(head_office):
    pc = head_office.pc()
    for _ in range(3):
        assert pc.post("/v1/sync/pull", pull(pc)).status_code == 200
        head_office.clock.move(minutes=16)
    if head_office.store.dialect == "postgresql":
        assert len(head_office.query(select(tables.nonce.c.nonce))) == 1
    else:
        assert len(head_office.line.app.state.site.guard._nonces._seen) == 1


@pytest.mark.parametrize("late", [301_000, -301_000])
def test_a_clock_that_is_off_hears_head_offices_time(small_office, pc, late):
    small_office.clock.move(hours=1)
    body = msgspec.json.encode(pull(pc))
    got = small_office.client.post(
        "/v1/sync/pull", content=body, headers=pc.header("POST", "/v1/sync/pull", body, late=late)
    )
    assert refused(got) == "clock"
    assert got.json()["now"] == int(small_office.clock.now().timestamp() * 1000)


def test_a_request_from_before_the_server_started_is_not_taken_again(small_office, pc):
    body = msgspec.json.encode(pull(pc))
    signed = pc.header("POST", "/v1/sync/pull", body)
    small_office.clock.move(seconds=30)
    again = a_head_office_again(small_office)
    again.line.start()
    got = again.client.post("/v1/sync/pull", content=body, headers=signed)
    again.line.stop()
    assert refused(got) == "clock"


def a_head_office_again(office):
    """The server after a restart, over the same store."""
    from tests.jewelcrm.office_app.builders import HeadOffice, Line, Office, httpx, make_app

    line = Line(make_app(Office(office.store, office.clock)))
    client = httpx.Client(transport=line, base_url="https://office")
    return HeadOffice(office.store, office.clock, client, line, office.admin)


def test_a_pc_that_was_taken_off_hears_so_and_nothing_else(head_office):
    pc = head_office.pc()
    head_office.store.run(
        lambda work: devices.revoke(work, pc.id, head_office.clock.now(), head_office.admin.id)
    )
    answers = [pc.post(path, {}) for path in PATHS] + [pc.get("/v1/events"), pc.get("/v1/exposure")]
    assert {refused(answer) for answer in answers} == {"revoked"}


def test_head_office_knows_when_a_pc_that_was_taken_off_heard_so(head_office):
    pc, store = head_office.pc(), head_office.store

    def told_at():
        with store.read() as work:
            return devices.find(work, pc.id.hex()).told_at

    off = head_office.clock.now()
    store.run(lambda work: devices.revoke(work, pc.id, off, head_office.admin.id))
    assert told_at() is None
    head_office.clock.move(hours=3)
    assert refused(pc.post("/v1/sync/pull", pull(pc))) == "revoked"
    assert told_at() == off + dt.timedelta(hours=3)
    head_office.clock.move(hours=1)
    assert refused(pc.post("/v1/sync/pull", pull(pc))) == "revoked"
    assert told_at() == off + dt.timedelta(hours=3)
    with pytest.raises(CanFix, match="taken off before"):
        store.run(lambda work: devices.revoke(work, pc.id, off, head_office.admin.id))


def test_a_closed_branchs_pc_hears_so(head_office):
    pc = head_office.pc()
    head_office.store.run(
        lambda work: branches.close(work, "HK01", head_office.clock.now(), head_office.admin.id)
    )
    assert refused(pc.post("/v1/sync/pull", pull(pc))) == "closed"


def test_head_office_knows_when_it_last_saw_a_pc(head_office):
    pc = head_office.pc()
    head_office.clock.move(hours=2)
    pc.post("/v1/sync/pull", pull(pc))
    [row] = head_office.query(select(tables.device.c.last_seen))
    assert row.last_seen == head_office.clock.now()


def test_bodies_travel_packed_both_ways(small_office, pc):
    body = zstandard.compress(msgspec.json.encode(pull(pc)))
    packed = {"content-encoding": "zstd", "accept-encoding": "zstd"}
    got = pc.post("/v1/sync/snapshot", zstandard.compress(snapshot_ask(pc)), **packed)
    assert got.status_code == 200
    assert pc.post("/v1/sync/pull", body, **packed).status_code == 200


def snapshot_ask(pc):
    return msgspec.json.encode({"schema": SCHEMA, "s": "G:staff"})


def test_a_large_answer_is_packed_when_the_pc_can_unpack(small_office, pc):
    ask = {"s": pc.scope}
    plain = pc.post("/v1/sync/buckets", ask, **{"accept-encoding": "identity"})
    packed = pc.post("/v1/sync/buckets", ask, **{"accept-encoding": "zstd"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "zstd"
    assert packed.json() == plain.json()


def test_a_small_body_that_unpacks_into_a_large_one_is_refused(small_office, pc):
    bomb = zstandard.compress(b" " * (200 << 20))
    assert len(bomb) < 50_000
    got = pc.post("/v1/sync/pull", bomb, **{"content-encoding": "zstd"})
    assert refused(got) == "too_big"


def test_a_large_body_is_refused_before_it_is_looked_at(small_office, pc):
    assert refused(pc.post("/v1/slot", b"x" * (1 << 20) + b"x")) == "too_big"


@pytest.mark.parametrize("megabytes", [31, 33])
def test_a_lone_transaction_may_be_large_but_not_without_end(small_office, pc, megabytes):
    tx = {"id": "1" * 32, "n": 1, "hlc": 1, "at": 1, "actor": "2" * 32, "ops": []}
    note = {"t": "note", "op": "I", "base": 0, "set": {"body": "x" * (1 << 20)}}
    tx["ops"] = [{**note, "id": f"{n:032x}"} for n in range(megabytes)]
    ask = {"schema": SCHEMA, "epoch": 1, "req": 1, "acked": 0, "tx": [tx]}
    body = zstandard.compress(msgspec.json.encode(ask))
    got = pc.post("/v1/sync/push", body, **{"content-encoding": "zstd"})
    if megabytes > 32:
        assert refused(got) == "too_big"
    else:
        assert got.json()["res"][0]["st"] == "quarantined"


@pytest.mark.parametrize("body", [b"", b"(", b"\xff\xfe", zstandard.compress(b"{}")[:-3]])
def test_a_body_that_is_not_packed_as_it_says_is_refused(small_office, pc, body):
    got = pc.post("/v1/sync/pull", body, **{"content-encoding": "zstd"})
    assert refused(got) == "bad_request"


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd, zstd"])
def test_no_other_packing_is_taken(small_office, pc, encoding):
    got = pc.post("/v1/sync/pull", pull(pc), **{"content-encoding": encoding})
    assert refused(got) == "bad_request"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"[" * 50_000,
        b'{"schema":1e999}',
        b'{"schema":' + b"9" * 5000 + b"}",
        b'{"schema":1,"epoch":1,"req":1,"scopes":[{"s":"B:","cur":0}]}',
        b'{"schema":1,"epoch":1,"req":1,"scopes":[{"s":"B:' + b"A" * 32 + b'","cur":0}]}',
        b'{"schema":1,"epoch":1,"req":1,"scopes":[{"s":"B:' + b"a" * 32 + b'","cur":-1}]}',
        b'{"schema":0,"epoch":1,"req":1,"scopes":[]}',
    ],
)
def test_a_message_out_of_form_is_refused(small_office, pc, body):
    assert refused(pc.post("/v1/sync/pull", body)) == "bad_request"


def test_what_is_not_there_is_not_found_and_other_methods_are_refused(small_office):
    assert refused(small_office.client.get("/v1/nothing")) == "not_found"
    got = small_office.client.get("/v1/sync/push")
    assert got.status_code == 405
    assert got.headers["allow"] == "POST"
    assert got.json()["error"] == "bad_request"


def test_hello_says_who_answers(small_office):
    said = small_office.client.get("/v1/hello").json()
    assert said["server"] == small_office.store.server.hex()
    assert (said["proto"], said["schema"]) == (1, SCHEMA)


def test_every_code_has_words():
    assert set(WORDS) == set(REFUSED)


def test_a_pc_that_asks_too_often_is_told_to_wait(embedded, clock):
    office = a_head_office(embedded, clock, Limits(device=(0.5, 5), look=60))
    office.line.start()
    pc = office.pc()
    answers = [pc.post("/v1/sync/pull", pull(pc)) for _ in range(8)]
    office.line.stop()
    assert [got.status_code for got in answers] == [200] * 5 + [429] * 3
    assert refused(answers[-1]) == "limit"
    assert int(answers[-1].headers["retry-after"]) >= 1


def test_strangers_are_told_to_wait(embedded, clock):
    office = a_head_office(embedded, clock, Limits(stranger=(0.1, 3), look=60))
    office.line.start()
    codes = [office.client.get("/v1/hello").status_code for _ in range(5)]
    office.line.stop()
    assert codes == [200] * 3 + [429] * 2


def test_the_description_names_every_endpoint_and_message(small_office):
    told = small_office.client.get("/v1/openapi.json").json()
    assert set(PATHS) < set(told["paths"])
    text = json.dumps(told)
    named = set(told["components"]["schemas"])
    assert {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]} <= named


def test_a_bug_is_answered_in_form_and_logged_without_what_it_was_about(
    small_office, pc, monkeypatch, caplog
):
    secret = "Ms Wong of Nathan Road"

    def broken(device, ask):
        raise RuntimeError(secret)

    monkeypatch.setattr(small_office.line.app.state.site.office, "pull", broken)
    got = pc.post("/v1/sync/pull", pull(pc))
    assert refused(got) == "broken"
    assert secret not in got.text
    assert secret not in caplog.text
    assert "RuntimeError" in caplog.text


@pytest.mark.parametrize(
    "what",
    [
        (DiskFull, "disk_full", "request refused on a full disk"),
        (OutOfReach, "busy", "request refused while the database cannot be reached"),
    ],
)
def test_what_keeps_head_office_from_working_is_in_its_log_once_a_minute_without_what_was_sent(
    head_office, monkeypatch, caplog, what
):
    trouble, code, words = what
    minute, site = [0.0], head_office.line.app.state.site
    monkeypatch.setattr(site.failing, "_ticks", lambda: minute[0])

    def fails(*_words):
        raise trouble("Not now: Ms Wong of Nathan Road.")

    monkeypatch.setattr(Recording, "finish", fails)
    pc, other = head_office.pc(), head_office.pc("HK02")

    def lines():
        return [r.getMessage() for r in caplog.records if r.levelname == "WARNING"]

    for one in (pc, other, pc):
        assert refused(one.post("/v1/sync/push", PUSH)) == code
    assert lines() == [f"{words} place=sync_push"]
    minute[0] = 61.0
    pc.post("/v1/sync/push", PUSH)
    assert len(lines()) == 2
    assert "Wong" not in caplog.text


def test_somebody_elses_lock_is_not_told_of_as_a_database_that_cannot_be_reached(
    head_office, monkeypatch, caplog
):
    def waits(*_words):
        raise Busy("Somebody else is changing the same.")

    monkeypatch.setattr(Recording, "finish", waits)
    assert refused(head_office.pc().post("/v1/sync/push", PUSH)) == "busy"
    assert "cannot be reached" not in caplog.text


def test_another_branchs_scope_is_not_read(head_office):
    pc, other = head_office.pc(), head_office.pc("HK02")
    ask = PullAsk(schema=SCHEMA, epoch=1, req=1, scopes=[Cursor(other.scope, 0)])
    answer = msgspec.json.decode(pc.post("/v1/sync/pull", ask).content, type=PullAnswer)
    assert [(feed.s, feed.drop, feed.items) for feed in answer.feeds] == [(other.scope, True, [])]
    for path, message in (
        ("snapshot", {"schema": SCHEMA, "s": other.scope}),
        ("buckets", {"s": other.scope}),
        ("listing", {"s": other.scope, "buckets": [1]}),
        ("fetch", {"schema": SCHEMA, "s": other.scope, "rows": [["customer", new_id().hex()]]}),
    ):
        assert refused(pc.post(f"/v1/sync/{path}", message)) == "denied"
