"""A push is taken once, though what it wants and that it came are kept in one transaction."""

import json

import pytest

from db.errors import Busy, Refused
from jewelcrm.office import pushing
from jewelcrm.office.auth import Unspent
from jewelcrm.office.companies import SOON
from tests.jewelcrm.office_app.seeds import Prey

PUSH = "/v1/sync/push"


@pytest.fixture
def prey(head_office):
    return Prey(head_office)


def told(got):
    return "ok" if got.status_code == 200 else got.json()["error"]


def sends(prey, message):
    """How to send one and the same request, as often as one likes."""
    body = prey.pc.stamped(PUSH, json.dumps(message).encode())
    headers = prey.pc.header("POST", PUSH, body)
    return lambda: prey.office.client.post(PUSH, content=body, headers=headers)


def failing(monkeypatch, name, *errors):
    """Each time something is done, one of the errors comes instead, until there is none left."""
    left, real = list(errors), getattr(pushing.Push, name)

    def answer(push, **how):
        found = yield from real(push, **how)
        if left:
            raise left.pop()
        return found

    monkeypatch.setattr(pushing.Push, name, answer)


def test_a_push_of_a_pc_that_was_heard_before_remembers_itself(prey, monkeypatch):
    """One transaction at the database less."""
    if prey.office.store.dialect != "postgresql":
        pytest.skip("in one process it is remembered in memory")
    alone = []
    monkeypatch.setattr(Unspent, "at_once", lambda _self: alone.append(1))
    send = sends(prey, prey.push())
    assert told(send()) == "ok"
    assert told(send()) == "replayed"
    assert not alone


def test_a_push_that_is_put_in_one_by_one_is_no_replay_of_itself(prey, monkeypatch):
    message = prey.push(prey.pc, 3)
    failing(monkeypatch, "answer", Refused("no"))
    send = sends(prey, message)
    got = send()
    assert [tx["st"] for tx in got.json()["res"]] == ["ok", "ok", "ok"]
    assert told(send()) == "replayed"


def test_a_push_that_collides_is_tried_again_and_is_no_replay_of_itself(prey, monkeypatch):
    message = prey.push()
    failing(monkeypatch, "answer", Busy("met"), Busy("met"))
    send = sends(prey, message)
    assert [tx["st"] for tx in send().json()["res"]] == ["ok"]
    assert told(send()) == "replayed"


def test_a_push_of_which_nothing_was_kept_may_come_again(prey, monkeypatch):
    if prey.office.store.dialect != "postgresql":
        pytest.skip("in one process it is remembered before it is looked at")
    message = prey.push()
    failing(monkeypatch, "answer", *[Busy("met")] * SOON.tries)
    monkeypatch.setattr("db.office.store.time.sleep", lambda _s: None)
    send = sends(prey, message)
    assert told(send()) == "busy"
    assert told(send()) == "ok"
    assert told(send()) == "replayed"


def test_a_pc_that_goes_on_under_another_letter_does_so_once_for_a_request(prey):
    message = prey.push()
    message |= {"tx": [], "acked": 0}  # it has forgotten what it sent
    send = sends(prey, message)
    got = send()
    assert got.json()["epoch"] == 2
    assert told(send()) == "replayed"


def test_a_pc_that_says_where_it_stands_is_heard_once(prey):
    message = {**prey.push(), "standing": {"letter": "A", "number": 1}}
    send = sends(prey, message)
    assert told(send()) == "ok"
    assert told(send()) == "replayed"
