"""Whatever a PC sends: an answer in form, never a 5xx, and nothing kept that it may not write.

`make prove` asks more than 100,000 mutated questions, the suite a few thousand. Now and then one
is asked as it is, and must be carried out: only then does a mutation of it get anywhere.
"""

import json
import random
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import quote

import msgspec
import pytest

from jewelcrm.office import app
from jewelcrm.wire.enrolment import EnrolAsk, ask_proof
from jewelcrm.wire.messages import Trouble
from jewelcrm.wire.reasons import REFUSED
from tests.conftest import PROVE
from tests.jewelcrm.office_app.builders import Pc, a_head_office
from tests.jewelcrm.office_app.mutating import NASTY, mutate
from tests.jewelcrm.office_app.seeds import OPEN, Prey, Question, applied
from tests.jewelcrm.office_app.witness import RECORDS, Witness, digest, watched

BATCH = 4_000 if PROVE else 1_000
SIGNED = 84_000 if PROVE else 2_000
ON_POSTGRESQL = 8_000 if PROVE else 500
ON_THE_WAY = 8_000 if PROVE else 400
AT_THE_DOOR = 4_000 if PROVE else 300
PLAIN, EACH = 4, 8 if PROVE else 4
"""Every fourth question is asked as it is, too; how often each is mutated."""
LONG = 3_600 if PROVE else 300
BOOKS = {"nonce", "audit_log", "person_session"}
"""What a refused request may write: that it was there, and in which sign-in."""
COUNTED = {"/v1/person": {"credential", "credential_try"}, "/v1/enrol": {"enrol_code"}}
"""Tries are counted, too."""
DESK = {"quarantine", "notice"}


def batches(count):
    return pytest.mark.parametrize("batch", range(max(1, count // BATCH)))


@pytest.fixture(autouse=True)
def _no_rounds(monkeypatch):
    """Head office's own rounds write too, whenever their time has come."""

    class Still:
        def __init__(self, *_):
            pass

        async def stop(self):
            pass

    monkeypatch.setattr(app, "Housekeeping", Still)


@dataclass
class Siege:
    """Questions at a head office, and what came of them."""

    prey: Prey
    witness: Witness
    chance: random.Random
    asked: Counter = field(default_factory=Counter)
    taken: Counter = field(default_factory=Counter)
    refused: Counter = field(default_factory=Counter)

    def run(self, mutated):
        questions = self.prey.questions()
        for _ in range(0, mutated, EACH):
            question = next(questions)
            if self.chance.random() < 1 / PLAIN:
                self._plain(question)
            self.witness.touched()  # what it took to make the question
            for _ in range(EACH):
                self._mutated(question)

    def _plain(self, question):
        body = self.prey.pc.stamped(question.path, question.body)
        got = self.send(question, body, "&".join(map("=".join, _query(question))))
        assert got.status_code == 200, (question, got.text)
        answer = {} if "event-stream" in got.headers["content-type"] else got.json()
        assert applied(question.path, answer), (question, answer)

    def _mutated(self, question):
        body, query = question.body, ""
        if question.method == "GET":
            query = "&".join(f"{k}={self._nasty(v)}" for k, v in _query(question))
        elif question.path == "/v1/enrol" and self.chance.random() < 0.6:
            body = self._proved(question)
        else:
            body = self._changed(question)
        got = self.send(question, body, query)
        self.asked[question.path] += 1
        self._judge(question.path, got, body or query)

    def _changed(self, question):
        """Changed on the way to head office; or by the PC, and stamped as its people sign."""
        stamped, pc = self.chance.random() < 0.8, self.prey.pc
        body = question.body if stamped else pc.stamped(question.path, question.body)
        body = mutate(self.chance, body)
        return pc.stamped(question.path, body) if stamped else body

    def _nasty(self, value):
        wanted = value if self.chance.random() < 0.3 else self.chance.choice(NASTY)
        known = str(wanted)
        return "0" if known.isdigit() and 0 < len(known) < 3 else quote(known[:500])

    def _proved(self, question):
        """Changed by whoever has a code, and proved with it."""
        body = mutate(self.chance, question.body)
        try:
            ask = msgspec.json.decode(body, type=EnrolAsk)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return body
        return msgspec.json.encode(
            msgspec.structs.replace(ask, proof=ask_proof(self.prey.code, ask))
        )

    def send(self, question, body, query):
        path = f"{question.path}?{query}" if query else question.path
        pc, client = self.prey.pc, self.prey.office.client
        signed = {} if question.path in OPEN else pc.header(question.method, path, body)
        self.witness.touched()  # who asks may just have signed in
        return client.request(question.method, path, content=body, headers=signed)

    def _judge(self, path, got, sent):
        touched = self.witness.touched()
        assert got.status_code < 500, (path, got.status_code, got.text, sent[:900])
        if got.status_code != 200:
            told = msgspec.json.decode(got.content, type=Trouble)
            assert REFUSED[told.error] == got.status_code
            self.refused[told.error] += 1
            assert touched <= BOOKS | COUNTED.get(path, set()), (path, told, touched, sent[:900])
            return
        self.taken[path] += 1
        if path == "/v1/sync/push":
            outcomes = {tx["st"] for tx in got.json().get("res", [])}
            if not outcomes & {"ok", "merged", "erased"}:
                assert touched & RECORDS <= DESK, (touched, sent[:900])

    def report(self, name):
        print(
            json.dumps(
                {
                    "what": name,
                    "mutated": sum(self.asked.values()),
                    "taken": dict(self.taken),
                    "refused": dict(self.refused),
                }
            )
        )


def _query(question):
    return list(question.message.items()) if question.method == "GET" else []


@pytest.mark.prove
@pytest.mark.slow
@pytest.mark.timeout(LONG)
@batches(SIGNED)
def test_no_mutated_question_of_an_enrolled_pc_breaks_the_server(small_office, batch):
    with watched(small_office.store) as witness:
        siege = Siege(Prey(small_office), witness, random.Random(20261122 + batch))
        siege.run(min(BATCH, SIGNED))
    siege.report(f"embedded {batch}")
    assert set(siege.asked) == set(siege.prey.makers())


@pytest.mark.prove
@pytest.mark.slow
@pytest.mark.timeout(LONG)
@batches(ON_POSTGRESQL)
def test_no_mutated_question_breaks_the_server_on_postgresql(
    postgres, postgres_cluster, postgres_database, clock, batch
):
    office = a_head_office(postgres, clock)
    office.line.start()
    with watched(postgres, postgres_cluster, postgres_database) as witness:
        siege = Siege(Prey(office), witness, random.Random(20271122 + batch))
        siege.run(min(BATCH, ON_POSTGRESQL))
    office.line.stop()
    siege.report(f"postgresql {batch}")


@pytest.mark.prove
@pytest.mark.slow
@pytest.mark.timeout(LONG)
def test_a_question_that_is_changed_on_the_way_changes_nothing(small_office):
    prey, chance = Prey(small_office), random.Random(7)
    questions = [q for q, _ in zip(prey.questions(), range(36), strict=False)]
    asked = [q for q in questions if q.path not in OPEN and q.method == "POST"]
    before = digest(small_office.store)
    for turn in range(ON_THE_WAY):
        question = asked[turn % len(asked)]
        signed = prey.pc.header("POST", question.path, question.body)
        changed = mutate(chance, question.body) + b" "
        got = small_office.client.post(question.path, content=changed, headers=signed)
        assert got.json()["error"] in {"signature", "bad_request"}  # no body at all, or too large
    assert digest(small_office.store) == before


@pytest.mark.parametrize("kind", ["truncated", "doubled", "empty"])
def test_a_body_that_is_cut_or_doubled_on_the_way_changes_nothing(small_office, kind):
    prey = Prey(small_office)
    questions = [q for q, _ in zip(prey.questions(), range(18), strict=False)]
    before = digest(small_office.store)
    for question in (q for q in questions if q.path not in OPEN and q.method == "POST"):
        body = question.body
        changed = {"truncated": body[:-7], "doubled": body * 2, "empty": b""}[kind]
        signed = prey.pc.header("POST", question.path, body)
        got = small_office.client.post(question.path, content=changed, headers=signed)
        assert got.json()["error"] in {"signature", "bad_request"}  # no body at all, or too large
    assert digest(small_office.store) == before


@pytest.mark.prove
@pytest.mark.timeout(LONG)
def test_a_strangers_mutated_question_changes_nothing(small_office):
    chance = random.Random(11)
    before = digest(small_office.store)
    for _ in range(AT_THE_DOOR):
        ask = Pc(small_office.client, small_office.clock).ask("ABCDE-12345")
        body = mutate(chance, msgspec.json.encode(ask))
        got = small_office.client.post("/v1/enrol", content=body)
        assert got.status_code in {400, 403, 426}, got.text
    assert digest(small_office.store) == before


def test_every_endpoint_there_is_has_a_good_question_to_begin_with(small_office):
    routes = {route.path for route in small_office.line.app.routes if hasattr(route, "methods")}
    assert set(Prey(small_office).makers()) == routes - {"/v1/openapi.json"}


def test_the_proof_asks_more_than_a_hundred_thousand_mutated_questions():
    asked = SIGNED + ON_POSTGRESQL + ON_THE_WAY + AT_THE_DOOR
    assert asked > (100_000 if PROVE else 3_000)


def test_the_witness_sees_whatever_is_written(small_office):
    with watched(small_office.store) as witness:
        before = digest(small_office.store)
        prey = Prey(small_office)
        assert {"customer", "payment", "device", "scope_feed"} <= witness.touched()
        assert digest(small_office.store) != before
        assert prey.pc.post("/v1/sync/pull", prey._pull()).status_code == 200
        assert not witness.touched() & RECORDS


def test_a_question_asked_as_it_is_is_carried_out_at_every_endpoint(head_office):
    siege = Siege(Prey(head_office), _Blind(), random.Random(1))
    questions = siege.prey.questions()
    for _ in range(2 * len(siege.prey.makers())):
        siege._plain(next(questions))


class _Blind:
    def touched(self):
        return frozenset()


def test_a_question_is_a_whole_one():
    assert Question("GET", "/v1/hello", {"a": "b"}).body == b""
