"""The nightly job's folder: made, listed, read again and put back for trial, on each store."""

from __future__ import annotations

import pytest
from sqlalchemy import make_url

from db.errors import StoreExists
from jewelcrm.office import premises
from tests.jewelcrm.office_app.test_recipe import office_words, unit
from tests.jewelcrm.office_app.test_restoring import Office, _first, office

__all__ = ["_first", "office"]
NIGHTLY = "jewelcrm-office-backup.service"


@pytest.fixture
def nightly(office: Office):
    """The folder as the unit's own command leaves it after a night."""
    office.person()
    words = office_words(unit(NIGHTLY)["Service"]["ExecStart"])
    into = office.copy.parent
    code, told = office.say(*(str(into) if "/var/backups" in word else word for word in words[3:]))
    assert code == 0, told
    return into


def trial(office, folder, *more):
    key = ("--recovery-key-file", office.key)
    return office.say("backup", folder, "--drill", *key, *office.database(), *more)


def test_what_the_nightly_job_made_is_listed_read_again_and_put_back(office, nightly):
    code, [kept] = office.say("backup", nightly, "--list")
    assert (code, kept["trouble"]) == (0, "")
    assert kept["rows"] > 10
    code, found = office.say("backup", nightly, "--verify")
    assert (code, found["whole"], found["id"]) == (0, True, kept["id"])

    before = sorted(nightly.rglob("*"))
    code, done = trial(office, nightly)
    assert code == 0, done
    assert (done["id"], done["rows"]) == (kept["id"], kept["rows"])
    assert sorted(nightly.rglob("*")) == before


def test_single_files_are_served_like_points(office, tmp_path):
    office.person()
    folder = office.copy.parent
    for name in ("first.backup", "second.backup"):
        assert office.say("backup", folder / name)[0] == 0
    code, kept = office.say("backup", folder, "--list", data=tmp_path / "nothing")
    assert code == 0
    assert {one["id"] for one in kept} == {"first.backup", "second.backup"}
    for name in ("first.backup", "second.backup"):
        assert office.say("backup", folder, "--verify", "--point", name)[1]["id"] == name

    code, done = trial(office, folder, "--point", "first.backup")
    assert (code, done["id"]) == (0, "first.backup")
    here = ("--recovery-key-file", office.key, *office.database())
    code, back = office.say("restore", folder, *here, data=tmp_path / "again")
    assert (code, back["rows"]["customer"]) == (0, 1)


@pytest.mark.parametrize("harm", ["bent", "cut", "another's", "gone"])
def test_a_damaged_file_is_named_and_is_not_taken_for_the_newest(office, harm):
    folder = office.copy.parent
    for name in ("good.backup", "harmed.backup"):
        assert office.say("backup", folder / name)[0] == 0
    path = folder / "harmed.backup"
    data = path.read_bytes()
    middle = len(data) // 2
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(
            {
                "bent": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
                "cut": data[:middle],
                "another's": (folder / "good.backup").read_bytes() + b" ",
            }[harm]
        )
    code, found = office.say("backup", folder, "--verify", "--point", "harmed.backup")
    assert code == 1
    assert found.get("faults") != []
    assert office.say("backup", folder, "--verify", "--point", "good.backup")[0] == 0
    lists = {one["id"]: one["trouble"] for one in office.say("backup", folder, "--list")[1]}
    assert lists["good.backup"] == ""
    assert bool(lists["harmed.backup"]) == (harm == "gone")


def test_a_trial_never_touches_a_database_that_head_office_works_in(office, nightly):
    if office.cluster is None:
        pytest.skip("an embedded head office is no database")
    known = premises.load(office.folder)
    used = make_url(known.database_url).database
    owner = office.cluster.url("jewelcrm_owner", used).replace("+psycopg", "")
    key = ("--recovery-key-file", office.key)
    code, told = office.say("backup", nightly, "--drill", *key, "--database-url", owner)
    assert code == 1
    assert StoreExists.__name__ in str(told) or "There is a head office" in str(told)
    assert office.say("user", "list")[0] == 0
    assert office.say("backup", nightly, "--drill", *key)[0] == 1  # no database was named


def test_a_trial_leaves_neither_tables_nor_roles(office, nightly):
    if office.cluster is None:
        pytest.skip("an embedded head office is no database")
    name = office.cluster.database()
    url = office.cluster.url("jewelcrm_owner", name).replace("+psycopg", "")
    key = ("--recovery-key-file", office.key, "--database-url", url)
    for _ in range(2):  # so that the next one finds it empty
        assert office.say("backup", nightly, "--drill", *key)[0] == 0
    import psycopg

    with psycopg.connect(host=str(office.cluster.socket), user="postgres", dbname=name) as conn:
        roles = conn.execute("SELECT count(*) FROM pg_roles WHERE rolname ~ 'trial'").fetchone()
        left = conn.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    assert (roles[0], left[0]) == (0, 0)
