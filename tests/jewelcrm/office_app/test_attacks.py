"""People without the right at head office's own console; what is left of people in its log."""

from __future__ import annotations

import json
import logging

import pytest

from jewelcrm.office.main import main
from tests.jewelcrm.office_app.builders import PASSWORD
from tests.jewelcrm.office_app.seeds import SHE, Prey

OTHER = "seven brown umbrellas"
FORBIDDEN = (
    ("branch", "add", "HK09", "--branch-name", "Mine"),
    ("branch", "close", "HK01"),
    ("user", "add", "mallory", "--role", "administrator"),
    ("user", "disable", "mary.chan"),
    ("user", "password", "mary.chan"),
    ("enrol-code", "HK01"),
    ("device", "confirm", "HK01-A"),
    ("device", "revoke", "HK01-A"),
    ("device", "readmit", "HK01-A"),
    ("device", "exposure", "HK01-A"),
    ("erase", "HK01-A-000001-1", "--reason", "because"),
    ("gold-rate", "add", "--buy", "1", "--sell", "2"),
)


@pytest.fixture
def office(tmp_path, capsys, monkeypatch):
    """Says something as somebody; the exit code and what was answered."""
    monkeypatch.setenv("JEWELCRM_NEW_PASSWORD", OTHER)

    def say(*words, user="", password=PASSWORD):
        monkeypatch.setenv("JEWELCRM_PASSWORD", password)
        who = ["--user", user] if user else []
        code = main(["--data", str(tmp_path / "office"), "--json", *who, *words])
        return code, json.loads(capsys.readouterr().out or "{}")

    assert say("init", "--admin", "Mary Chan", "--recovery-key-file", str(tmp_path / "k"))[0] == 0
    assert say("branch", "add", "HK01", "--branch-name", "One")[0] == 0
    for login, role in (("ann", "sales"), ("ben", "manager")):
        assert say("user", "add", login, "--role", role)[0] == 0
    return say


@pytest.mark.parametrize("who", ["ann", "ben"])
def test_nobody_but_an_administrator_does_any_of_it(office, who, capsys):
    before = office("user", "list")[1], office("branch", "list")[1]
    for words in FORBIDDEN:
        try:
            code, told = office(*words, user=who, password=OTHER)
        except SystemExit:  # not a verb in this form
            capsys.readouterr()
            continue
        assert code != 0, (words, told)
        assert told["kind"] in {"denied", "fix"}, (words, told)
    assert (office("user", "list")[1], office("branch", "list")[1]) == before


def test_a_wrong_password_does_none_of_it_either(office):
    for words in FORBIDDEN[:6]:
        assert office(*words, user="mary.chan", password="a guess at it")[0] != 0


def test_no_persons_words_are_in_the_servers_log_whatever_was_refused(head_office, caplog):
    caplog.set_level(logging.DEBUG)
    prey = Prey(head_office)
    for question in prey.makers().values():
        message = question()
        prey.pc.post("/v1/sync/push", message)  # mostly not in form
    spoilt = prey.push(prey.other)
    for op in spoilt["tx"][0]["ops"]:
        op["set"] = {name: [value] for name, value in op["set"].items()}
    prey.other.post("/v1/sync/push", spoilt)
    twice = prey.push(prey.other)
    twice["tx"][0]["ops"] *= 2
    prey.other.post("/v1/sync/push", twice)
    prey.pc.post("/v1/lookup", {"actor": "x", "by": "phone", "text": "+85290000001"})
    prey.pc.post("/v1/person", {"login": "mary", "password": "secret words"})
    told = "\n".join(record.getMessage() + str(record.args) for record in caplog.records)
    for word in ("Wong", SHE, "+8529", "secret words", PASSWORD, "Mary"):
        assert word not in told
