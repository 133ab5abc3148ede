"""For every endpoint: what was asked before, asked by another, or asked about another branch's."""

import json
import re
from functools import partial

import pytest

from db.types import new_id
from jewelcrm.office import branches, devices
from jewelcrm.wire import signing
from tests.jewelcrm.office_app.builders import Pc
from tests.jewelcrm.office_app.seeds import AGAIN, OPEN, SHE, SIGNED_GET, Prey, Question
from tests.jewelcrm.office_app.witness import RECORDS, watched

DESK = {"quarantine", "notice"}
KEY = re.compile(r"[0-9a-f]{32}\Z")
OTHERS_ARE_MEANT = {
    ("/v1/move", "to_branch"),
    ("/v1/share", "with_branch"),
    ("/v1/erase", "customer_id"),  # two administrators, wherever she is at home
    ("/v1/enrol", "device"),  # a key that the PC makes itself
}
"""Fields that may name another branch or its customer."""


SIGNED_IN = {"sessions", "sess"}
"""Fields that say in which sign-in it was done; stamped anew when others are changed."""


def signed(prey):
    """Every signed question as it is, each made when it is asked."""
    for path, make in prey.makers().items():
        if path not in (*OPEN, *AGAIN):
            yield stamped(prey, Question("GET" if path in SIGNED_GET else "POST", path, make()))


def stamped(prey, question):
    """The question as the PC's people sign it."""
    message = json.loads(prey.pc.stamped(question.path, question.body) or b"null")
    return Question(question.method, question.path, message or question.message)


def send(prey, question, pc, headers=None):
    path = question.path
    if question.method == "GET" and question.message:
        path += "?" + "&".join(f"{k}={v}" for k, v in question.message.items())
    headers = headers or pc.header(question.method, path, question.body)
    client = prey.office.client
    return client.request(question.method, path, content=question.body, headers=headers), headers


def code(got):
    return "ok" if got.status_code == 200 else got.json()["error"]


def test_every_request_is_taken_once_and_not_again_at_any_time(head_office):
    prey = Prey(head_office)
    for question in signed(prey):
        got, headers = send(prey, question, prey.pc)
        assert code(got) == "ok", question
        assert code(send(prey, question, prey.pc, headers)[0]) == "replayed", question
        for later, told in ((4, "replayed"), (2, "clock"), (20, "clock"), (60 * 24, "clock")):
            prey.office.clock.move(minutes=later)
            assert code(send(prey, question, prey.pc, headers)[0]) == told, (question, later)


def test_no_request_is_taken_with_another_key_or_in_anothers_name(head_office):
    prey = Prey(head_office)
    thief = Pc(prey.office.client, prey.office.clock)
    thief.id, thief.answer = prey.pc.id, prey.pc.answer
    stranger = Pc(prey.office.client, prey.office.clock)
    with_id = prey.pc.id.hex(), prey.other.id.hex()
    for question in signed(prey):
        for pc in (thief, stranger):
            assert code(send(prey, question, pc)[0]) == "signature", question
        _, headers = send(prey, question, prey.other)
        renamed = {signing.HEADER: headers[signing.HEADER].replace(with_id[1], with_id[0])}
        assert code(send(prey, question, prey.pc, renamed)[0]) == "signature", question


@pytest.mark.parametrize("how", ["revoked", "closed"])
def test_a_pc_that_is_off_is_answered_nothing_but_that(head_office, how):
    prey = Prey(head_office)
    now, by = prey.office.clock.now(), prey.office.admin.id
    questions = list(signed(prey))
    acts = {
        "revoked": partial(devices.revoke, device=prey.pc.id, now=now, by=by),
        "closed": partial(branches.close, code="HK01", now=now, by=by),
    }
    prey.office.store.run(acts[how])
    for question in questions:
        got, _ = send(prey, question, prey.pc)
        assert code(got) == how, question
        assert set(got.json()) <= {"error", "words", "now", "retry"}


def test_another_branchs_ids_in_every_field_reach_nothing(small_office):
    """Each key and scope of each question is replaced by the other branch's, one by one."""
    tried = 0
    with watched(small_office.store) as witness:
        prey = Prey(small_office)
        theirs = _theirs(prey)
        for path, make in prey.makers().items():
            for place, value in list(_keys(stamped(prey, Question("POST", path, make())).message)):
                if (path, place[-1]) in OTHERS_ARE_MEANT:
                    continue
                for other in _instead(theirs, make(), place, value):
                    prey.pc.people.sign_out()  # head office goes by what it first heard
                    question = stamped(prey, Question("POST", path, make()))
                    _put(question.message, place, other)
                    if not SIGNED_IN & set(place):
                        question = stamped(prey, question)
                    _try(prey, witness, question, place)
                    tried += 1
    assert tried > 60


def _try(prey, witness, question, place):
    witness.touched()
    got = send(prey, question, prey.pc)[0]
    touched, said = witness.touched(), json.dumps(got.json())
    assert got.status_code < 500, (question.path, place)
    if place[-1] == "actor":  # a key of no person is nobody's
        assert code(got) == "denied" or touched & RECORDS <= DESK, (question.path, touched)
    if question.path == "/v1/sync/push":
        outcome = {tx["st"] for tx in got.json().get("res", [])}
        assert outcome <= {"quarantined"} or _harmless(place), (place, outcome)
    else:
        assert not touched & RECORDS, (question.path, place, touched)
    assert SHE not in said, (question.path, place)


def _harmless(place):
    """The transaction's own key, which may be any; nothing is done twice under it."""
    return place == ("tx", 0, "id")


def _instead(theirs, message, place, value):
    """The other branch's key of the same kind; or, where it names a record, also one of nobody."""
    if not KEY.match(value):
        return [f"B:{theirs['branch_id']}"]
    if place[-1] == "id" and place[-2:-1] != ("ops",) and "ops" in place:
        table = message["tx"][0]["ops"][place[-2]]["t"]
        return [theirs[name] for name in (f"{table}_id",) if name in theirs]
    if place[-1] == "id":
        return [theirs["branch_id"], theirs["device"]]
    named = theirs.get(str(place[-1]), theirs["customer_id"])
    return [named, new_id().hex()]


def _theirs(prey):
    """Keys of the other branch: itself, its PC, its people's records."""
    branch = prey.branch(prey.other)
    push = prey.push(prey.other)
    assert prey.taken(prey.other, push)
    ids = {f"{op['t']}_id": op["id"] for op in push["tx"][0]["ops"]}
    order = ids["sales_order_id"]
    return {**ids, "order_id": order, "branch_id": branch, "device": prey.other.id.hex()}


def _keys(message, place=()):
    """Where in a message a key or scope stands."""
    parts = message.items() if isinstance(message, dict) else enumerate(message)
    for name, value in parts:
        here = (*place, name)
        if isinstance(value, dict | list):
            yield from _keys(value, here)
        elif isinstance(value, str) and (KEY.match(value) or value.startswith("B:")):
            yield here, value


def _put(message, place, value):
    for name in place[:-1]:
        message = message[name]
    message[place[-1]] = value
