"""What people read on the command line: moments, states, warnings."""

import datetime as dt
import json
from argparse import Namespace
from pathlib import Path

import pytest

from jewelcrm import console
from jewelcrm.access.signin import NO_KEYRING
from jewelcrm.admin import backup, sync, syncwords, unsent
from jewelcrm.admin.main import PROGRAM, main
from jewelcrm.office import doctor
from jewelcrm.sync.model import SyncStatus
from jewelcrm.sync.reoffering import Offer
from jewelcrm.sync.wishing import Enrolled
from tests.conftest import PASSWORD

NOON = dt.datetime(2026, 11, 22, 4, 0, tzinfo=dt.UTC)


@pytest.fixture
def said(shop, monkeypatch, capsys):
    """Runs `jewelcrm-admin`; the answer is what it said to people, and where."""
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)

    def run(*words, code=0):
        assert main(["--data", str(shop.folder), *words]) == code
        return capsys.readouterr()

    return run


def standing(**more):
    known = {
        "enrolled": True,
        "state": "on_line",
        "pending": 0,
        "oldest_pending_at": None,
        "last_contact": NOON,
        "lease_until": None,
        "first_copy": None,
        "conflicts_open": 0,
        "put_aside_open": 0,
    }
    return SyncStatus(**known | more)


def test_people_are_told_the_branch_s_time_with_its_zone_and_programs_utc():
    console.live_in("Asia/Hong_Kong")

    assert console.moment(NOON) == "2026-11-22 12:00 HKT"
    assert console.iso(NOON.astimezone(dt.timezone(dt.timedelta(hours=8)))) == (
        "2026-11-22T04:00:00+00:00"
    )


def test_how_a_pc_stands_is_said_in_sentences_without_a_field_s_name():
    console.live_in("Asia/Hong_Kong")

    told = list(syncwords.lines(standing(last_full=NOON)))

    assert told == [
        "On line with head office.",
        "Nothing waits to be sent.",
        "Head office last answered 2026-11-22 12:00 HKT.",
        "Everything there was to read was read 2026-11-22 12:00 HKT.",
        "Nothing is to be looked at.",
    ]


def test_a_first_copy_without_a_line_is_said_to_wait():
    told = list(syncwords.lines(standing(state="off_line", first_copy=(0, 0), usable=True)))

    waits = "The first copy waits for the line to head office: nothing is here yet."
    assert waits in told


def test_what_waits_and_what_is_wrong_is_said_too():
    console.live_in("Asia/Hong_Kong")
    trouble = standing(
        state="attention",
        pending=3100,
        acts_pending=1200,
        oldest_pending_at=NOON,
        last_contact=None,
        lease_until=NOON,
        first_copy=(10, 2000),
        usable=False,
        conflicts_open=1,
        put_aside_open=2,
        clock_off=dt.timedelta(minutes=-7),
        differed=1,
    )

    told = "\n".join(syncwords.lines(trouble))

    assert "1,200 changes to be sent, the oldest since 2026-11-22 12:00 HKT." in told
    assert "10 of 2,000 rows; the PC cannot be used until" in told
    assert "1 field that two people changed" in told
    assert "2 changes that head office could not take" in told
    assert "clock is 7 minutes behind" in told
    assert not {"True", "False", "None", "_"} & set(told.replace(":", " ").split())


@pytest.mark.parametrize(
    ("off", "said"),
    [
        ({"minutes": 3}, "3 minutes ahead"),
        ({"hours": -26}, "26 hours behind"),
        ({"days": 3}, "3 days ahead"),
        ({"days": -730, "seconds": 40}, "730 days behind"),
    ],
)
def test_how_far_off_a_clock_is_is_told_in_the_unit_a_person_would_use(off, said):
    told = "\n".join(syncwords.lines(standing(clock_off=dt.timedelta(**off))))

    assert f"This PC's clock is {said}." in told


def test_one_customer_is_not_one_customers():
    assert backup._holds(1, 0) == "1 customer, 0 orders"
    offer = Offer(Path("aside"), acts=1, customers=1, orders=0, since=NOON, until=NOON)
    told = unsent._text(offer)
    assert "1 change, of" in told
    assert "1 new customer and 0 new orders" in told


@pytest.mark.parametrize("state", ["stand_alone", "on_line", "off_line", "revoked", "locked"])
def test_every_state_has_a_sentence(state):
    first, *_ = syncwords.lines(standing(state=state))

    assert first.endswith(".")


def test_the_audit_log_is_read_in_the_branch_s_time(said):
    assert " HKT " in said("audit", "--limit", "1").out
    shown = json.loads(said("audit", "--limit", "1", "--json").out)
    assert shown["entries"][0]["at"].endswith("+00:00")


def test_that_there_is_no_keyring_is_said_by_the_doctor_and_not_with_every_command(said):
    assert NO_KEYRING not in said("audit", "--limit", "1").err
    assert "keyring" in said("doctor").out


class Teller:
    """A desk that remembers what it said."""

    def __init__(self):
        self.told = []

    def say(self, text):
        self.told.append(text)

    def progress(self, *_):
        pass


@pytest.mark.parametrize(
    "next_step",
    ["waiting until head office has compared the six words", "people and branches", "first copy"],
)
def test_the_six_words_are_shown_once_head_office_believed_the_person_or_waits(next_step):
    desk = Teller()
    watch = sync._Watch(desk)

    watch.told("asking head office", 0, 0)
    watch.compare("one two three four five six")
    watch.told("asking head office", 0, 0)
    before = list(desk.told)
    watch.told(next_step, 0, 0)
    watch.told(next_step, 1, 2)

    assert before == []
    assert desk.told == ["Head office must show the same six words: one two three four five six"]


def test_what_came_from_elsewhere_gives_a_terminal_no_orders(capsys):
    console._print(PROGRAM, Namespace(json=False, told_data=None), {"text": "a\x1b[2Jb\u202ec\nd"})

    assert capsys.readouterr().out == "a[2Jbc\nd\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["audit", "--limit", "ten"], "audit: --limit takes a whole number, not 'ten'."),
        (["user", "sack"], "user: act cannot be 'sack' (choose from 'list', "),
        (["report", "run"], "run: this is missing: NAME."),
        (["doctor", "--fast"], "this is not understood: --fast."),
    ],
)
def test_a_slip_of_the_keyboard_is_told_in_words(words, told, capsys):
    with pytest.raises(SystemExit):
        main(words)

    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["--data", "shop\0x", "doctor"], ["import", "customers", "list\0.csv"]]
)
def test_a_name_that_no_system_takes_is_told_in_one_sentence(words, capsys):
    if "--data" not in words:
        words = ["--data", "shop", *words]
    assert main([*words, "--json"]) == 2
    said = json.loads(capsys.readouterr().out)
    assert (said["kind"], "NUL" in said["error"]) == ("usage", True)


@pytest.mark.parametrize(
    ("at_work", "made", "light", "words"),
    [
        (0, 0, "green", "no PC has joined yet"),
        (2, 0, "amber", "0 of 2 PCs made a checked one"),
        (2, 1, "amber", "1 of 2 PCs made a checked one"),
        (2, 2, "green", "every PC has made a checked one"),
    ],
)
def test_head_office_s_doctor_praises_no_backup_that_was_never_made(at_work, made, light, words):
    line = doctor._backed_up(at_work, made)

    assert line.light == light
    assert line.words.startswith(words)


def test_chinese_and_english_stand_in_even_columns():
    rows = console.table([("中文名", "a"), ("Mobile", "b")])

    assert rows == "中文名  a\nMobile  b"


def test_a_folder_without_a_store_is_told_with_what_can_be_done(tmp_path, capsys):
    assert main(["--data", str(tmp_path), "search", "x"]) == 1

    told = capsys.readouterr().err
    assert f"no store in {tmp_path}" in told
    assert "init" in told
    assert "enrol" in told


@pytest.mark.parametrize(("keyring", "told"), [(None, True), ("SecretService", False)])
def test_joining_says_when_nothing_but_the_password_protects_the_store(keyring, told):
    done = Enrolled(bytes(16), "HK01", "Nathan Road", "A", "six words", keyring, "ben", "", True)
    assert (sync.NO_KEYRING in sync._enrolled(done)) is told
