"""The commands of `jewelcrm-office`: what a person types, and what a script reads."""

import datetime as dt
import json
import socket
import stat
import subprocess
import sys
import time
from contextlib import closing

import pytest
import uvicorn
from PIL import Image
from sqlalchemy import update
from zxingcpp import read_barcodes

from db.errors import DiskFull
from db.office import tables
from db.office.store import create_embedded
from db.tables.people import branch as branch_table
from db.types import from_millis, new_id
from jewelcrm import __version__
from jewelcrm.office import alarms, people, premises, vaulting
from jewelcrm.office.addresses import Listening
from jewelcrm.office.main import main
from jewelcrm.office.serving import DATA_VARIABLE, bind
from jewelcrm.office.verbs import init
from jewelcrm.wire.messages import Alarm
from tests.jewelcrm.office_app.builders import PASSWORD


@pytest.fixture(autouse=True)
def _passwords(monkeypatch):
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)
    monkeypatch.setenv("JEWELCRM_NEW_PASSWORD", "seven brown umbrellas")


@pytest.fixture
def office(tmp_path, capsys):
    """Say something to the program over one folder; a JSON answer and the exit code."""

    def say(*words, data=tmp_path / "office"):
        code = main(["--data", str(data), "--json", *map(str, words)])
        out = capsys.readouterr().out
        return code, json.loads(out)

    say.key = tmp_path / "recovery.key"
    say.folder = tmp_path / "office"
    code, made = say("init", "--admin", "Mary Chan", "--recovery-key-file", say.key)
    assert (code, made["login"]) == (0, "mary.chan")
    return say


def test_init_makes_private_files_and_keeps_the_recovery_key_elsewhere(office):
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in office.folder.iterdir()}
    assert {"office.json", "office.key", "office.db", "ca.key", "server.key"} <= set(modes)
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(office.key.stat().st_mode) == 0o600
    secret = office.key.read_text().split()[1][:40].encode()
    assert not [p for p in office.folder.iterdir() if secret in p.read_bytes()]


def test_init_does_not_put_the_recovery_key_on_the_server(tmp_path, capsys):
    data = tmp_path / "office"
    inside = ["init", "--admin", "Mary Chan", "--recovery-key-file", str(data / "key")]
    assert main(["--data", str(data), *inside]) == 1
    assert "must not lie on the server" in capsys.readouterr().err


def test_init_shows_the_recovery_key_once_when_no_file_is_named(tmp_path, capsys):
    assert main(["--data", str(tmp_path / "o"), "init", "--admin", "Mary Chan"]) == 0
    assert "JCRM-RECOVERY-1 " in capsys.readouterr().out


def test_init_does_not_overwrite(office):
    code, said = office("init", "--admin", "Mary Chan")
    assert code == 1
    assert said["kind"] == "fix"


@pytest.mark.parametrize("breaks", ["save", "rows"])
def test_an_init_that_failed_half_way_is_completed_by_the_next(tmp_path, monkeypatch, breaks):
    def full(*_):
        raise DiskFull("The disk is full.")

    words = ["--data", str(tmp_path / "o"), "init", "--admin", "Mary Chan"]
    with monkeypatch.context() as broken:
        broken.setattr(*{"save": (premises, "save"), "rows": (people, "add")}[breaks], full)
        assert main(words) == 1
    assert main(words) == 0
    assert main(["--data", str(tmp_path / "o"), "doctor"]) == 0


def test_an_init_that_was_killed_is_completed_by_the_next(tmp_path, capsys):
    create_embedded(tmp_path / "o").close()
    words = ["--data", str(tmp_path / "o"), "init", "--admin", "Mary Chan"]
    assert main(words) == 0
    (tmp_path / "o" / "office.json").unlink()
    assert main(words) == 1
    assert "office.json is missing" in capsys.readouterr().err


def test_a_recovery_key_that_cannot_be_written_is_shown_and_not_lost(tmp_path, capsys, monkeypatch):
    def full(*_):
        raise DiskFull("The disk is full.")

    monkeypatch.setattr(init, "write_private", full)
    words = ["init", "--admin", "Mary Chan", "--recovery-key-file", str(tmp_path / "key")]
    assert main(["--data", str(tmp_path / "o"), *words]) == 0
    said = capsys.readouterr()
    assert "JCRM-RECOVERY-1 " in said.out
    assert "was not written" in said.err


@pytest.mark.parametrize("url", ["nonsense", "mysql://a:b@c/d", "postgresql://host", "postgres:"])
def test_an_address_of_no_database_is_explained(tmp_path, capsys, url):
    words = ["init", "--admin", "Mary Chan", "--database-url", url]
    assert main(["--data", str(tmp_path / "o"), *words]) == 1
    assert "postgresql://OWNER:PASSWORD@HOST/DATABASE" in capsys.readouterr().err


def test_a_weak_password_is_refused_before_anything_is_made(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("JEWELCRM_PASSWORD", "password")
    assert main(["--data", str(tmp_path / "o"), "init", "--admin", "Mary Chan"]) == 1
    assert not (tmp_path / "o").exists()


def test_branches_are_opened_listed_and_closed(office):
    office("branch", "add", "HK01", "--branch-name", "Nathan Road")
    code, said = office("branch", "add", "hk02")
    assert code == 0
    assert [(b["code"], b["name"]) for b in said["branches"]] == [
        ("HK01", "Nathan Road"),
        ("HK02", "HK02"),
    ]
    assert office("branch", "add", "HK01")[0] == 1
    assert office("branch", "add", "HK03", "--time-zone", "Mars/Base")[0] == 1
    office("branch", "close", "HK02")
    assert [b["closed"] for b in office("branch", "list")[1]["branches"]] == [False, True]
    assert office("enrol-code", "HK02")[0] == 1


def test_people_are_added_disabled_and_given_passwords(office):
    code, said = office("user", "add", "ann", "--name", "Ann Lee", "--role", "manager")
    assert (code, [p["login"] for p in said["people"]]) == (0, ["ann", "mary.chan"])
    assert office("user", "password", "ann")[0] == 0
    assert office("user", "disable", "ann")[1]["people"][0]["active"] is False
    assert office("user", "disable", "ann")[0] == 1
    assert office("user", "disable", "mary.chan")[0] == 1


def test_what_changes_something_asks_for_the_password(office, monkeypatch):
    monkeypatch.setenv("JEWELCRM_PASSWORD", "not the password")
    for words in (("branch", "add", "HK01"), ("user", "disable", "x"), ("enrol-code", "HK01")):
        assert office(*words)[0] == 1
    assert office("branch", "list") == (0, {"branches": []})


def test_only_an_administrator_may(office, monkeypatch):
    office("user", "add", "ann", "--role", "manager")
    monkeypatch.setenv("JEWELCRM_PASSWORD", "seven brown umbrellas")
    code, said = office("--user", "ann", "branch", "add", "HK01")
    assert code == 1
    assert "not allowed" in said["error"]


@pytest.mark.parametrize("typed", ["DOLLAR", "HK", "", "HK1", "港元元"])
def test_a_currency_is_three_letters(office, typed):
    code, said = office("branch", "add", "HK01", "--currency", typed)
    assert code == 1
    assert "three letters" in said["error"]
    assert office("branch", "list")[1]["branches"] == []
    assert office("branch", "add", "HK01", "--currency", "mop")[0] == 0


def test_a_code_is_for_a_branch_that_is_there(office):
    office("branch", "add", "HK01")
    code, said = office("enrol-code", "hk01")
    assert (code, len(said["code"]), said["minutes"]) == (0, 11, 10)
    assert office("enrol-code", "HK77")[0] == 1
    assert office("enrol-code", "HK77", "--brings")[0] == 0
    assert office("device", "list") == (0, {"devices": []})
    assert office("device", "revoke", "HK01-A")[0] == 1


def test_a_code_comes_as_a_ticket_that_scans(office, tmp_path):
    office("branch", "add", "HK01")
    where = ("--address", "https://office.example:8443", "--qr", str(tmp_path / "ticket.png"))

    _, said = office("enrol-code", "HK01", *where)

    (scanned,) = read_barcodes(Image.open(tmp_path / "ticket.png"))
    assert scanned.text == said["ticket"] == f"https://office.example:8443#{said['code']}"


def test_a_backup_is_counted_and_brings_head_office_back(office, tmp_path):
    office("branch", "add", "HK01")
    code, made = office("backup", tmp_path / "copy")
    assert code == 0
    assert (made["rows"]["branch"], made["rows"]["staff"]) == (1, 1)
    assert (tmp_path / "copy").read_bytes()[:15] != b"SQLite format 3"
    assert stat.S_IMODE((tmp_path / "copy").stat().st_mode) == 0o600
    again = tmp_path / "again"
    key = ("--recovery-key-file", office.key)
    code, said = office("restore", tmp_path / "copy", *key, data=again)
    assert (code, said["rows"]) == (0, made["rows"])
    assert office("branch", "list", data=again)[1] == office("branch", "list")[1]
    assert (again / "ca.pem").read_bytes() == (office.folder / "ca.pem").read_bytes()
    assert office("doctor", data=again)[1]["healthy"]


def test_a_folder_of_backups_holds_what_changed_and_brings_head_office_back(office, tmp_path):
    into, again, key = tmp_path / "into", tmp_path / "again", ("--recovery-key-file", office.key)
    into.mkdir()
    first = office("backup", into)[1]
    office("branch", "add", "HK01")
    code, second = office("backup", into)
    assert (code, second["rows"]["branch"]) == (0, 1)
    assert second["added"] < first["added"] / 2
    code, said = office("restore", into, *key, data=again)
    assert (code, said["rows"]) == (0, second["rows"])
    assert office("doctor", data=again)[1]["healthy"]
    before = tmp_path / "before"
    assert office("restore", into, "--point", first["id"], *key, data=before)[0] == 0
    assert office("branch", "list", data=before)[1] == {"branches": []}


def test_of_the_backups_of_one_second_the_last_is_the_newest(office, tmp_path):
    into, now = tmp_path / "into", dt.datetime(2026, 11, 22, 4, 0, 0, tzinfo=dt.UTC)
    into.mkdir()
    with closing(premises.open_store(office.folder)) as store:
        made = [vaulting.back_up(office.folder, store, into, now).id for _ in range(5)]
    assert made == sorted(set(made))
    assert vaulting.take_out(into, tmp_path / "one") == made[-1]


def test_a_damaged_folder_of_backups_brings_nothing_back(office, tmp_path):
    into = tmp_path / "into"
    into.mkdir()
    office("backup", into)
    pack = next(into.glob("packs/*.pack"))
    data = bytearray(pack.read_bytes())
    data[20_000] ^= 1
    pack.write_bytes(data)
    key = ("--recovery-key-file", office.key)
    assert office("restore", into, *key, data=tmp_path / "again")[0] == 1
    assert not (tmp_path / "again" / "office.json").exists()


def test_a_backup_does_not_overwrite(office, tmp_path):
    assert office("backup", tmp_path / "copy")[0] == 0
    assert office("backup", tmp_path / "copy")[0] == 1
    assert office("backup", tmp_path / "nowhere" / "copy")[0] == 1


@pytest.mark.parametrize("where", [100, 5_000, -100])
def test_a_changed_backup_is_refused(office, tmp_path, where):
    office("backup", tmp_path / "copy")
    data = bytearray((tmp_path / "copy").read_bytes())
    data[where] ^= 1
    (tmp_path / "copy").write_bytes(data)
    key = ("--recovery-key-file", office.key)
    assert office("restore", tmp_path / "copy", *key, data=tmp_path / "again")[0] == 1
    assert not (tmp_path / "again").exists()


def test_a_backup_opens_only_with_its_own_recovery_key(office, tmp_path):
    office("backup", tmp_path / "copy")
    other = tmp_path / "other.key"
    office("init", "--admin", "Ann Lee", "--recovery-key-file", other, data=tmp_path / "other")
    key = ("--recovery-key-file", other)
    assert office("restore", tmp_path / "copy", *key, data=tmp_path / "again")[0] == 1


def test_the_doctor_says_what_is_wrong_and_what_to_do(office):
    code, said = office("doctor")
    lights = {line["check"]: line["light"] for line in said["lines"]}
    assert (code, said["healthy"]) == (0, True)
    assert lights["backup"] == "amber"
    advised = next(line["advice"] for line in said["lines"] if line["check"] == "backup")
    assert "backup FOLDER" in advised  # each costs what changed; a file is a whole copy, once
    (office.folder / "office.key").chmod(0o644)
    code, said = office("doctor")
    assert code == 1
    [line] = [line for line in said["lines"] if line["light"] == "red"]
    assert line["advice"] == "chmod 600 office.key"


def test_the_doctor_sees_a_feed_that_does_not_add_up(office):
    office("branch", "add", "HK01")
    store = premises.open_store(office.folder)
    store.run(lambda work: work.conn.execute(update(tables.scope_head).values(cnt=99)))
    store.close()
    code, said = office("doctor")
    assert code == 1
    assert {x["check"] for x in said["lines"] if x["light"] == "red"} == {"integrity"}


@pytest.mark.parametrize(("times", "light"), [(1, "green"), (2, "amber")])
def test_a_pc_whose_sums_differ_twice_in_a_week_is_flagged(office, times, light):
    office("branch", "add", "HK01")
    store = premises.open_store(office.folder)
    pc, now = new_id(), time.time_ns() // 1_000_000
    told = [
        Alarm(now - n, f"B:{pc.hex()}", (1, "0" * 32), (2, "f" * 32)) for n in (1, 1, 2)[-times:]
    ]

    def enter(work):
        branch = work.conn.execute(branch_table.select()).first().id
        work.conn.execute(
            tables.device.insert().values(
                id=pc,
                branch_id=branch,
                name="Till",
                letter="A",
                sign_key=b"s",
                seal_key=b"s",
                state="on",
                bringing=False,
                enrolled_at=from_millis(now),
            )
        )
        alarms.note(work, pc, told, now)
        alarms.note(work, pc, told, now)

    store.run(enter)
    store.close()
    [listed] = office("device", "list")[1]["devices"]
    assert listed["differed"] == times
    exposed = office("device", "exposure", "HK01-A")[1]
    assert (exposed["enrolled_at"], exposed["last_seen"]) == (listed["enrolled_at"], None)
    assert all(dt.datetime.fromisoformat(one["at"]).tzinfo for one in exposed["persons"])
    assert exposed["persons"]
    lines = {line["check"]: line for line in office("doctor")[1]["lines"]}
    assert lines["check sums"]["light"] == light
    assert ("HK01-A" in lines["check sums"]["words"]) == (times == 2)


@pytest.mark.parametrize(
    "words",
    [
        ("run", "--workers", "2"),
        ("run", "--plain"),
        ("run", "--unix", "somewhere"),
        ("run", "--certificate", "only.pem"),
    ],
)
def test_what_cannot_run_is_said_before_it_starts(office, words):
    assert office(*words)[0] == 1


def test_a_port_that_cannot_be_is_said_in_words(office):
    code, said = office("run", "--host", "127.0.0.1", "--port", 99_999)
    assert code == 1
    assert "no port 99999" in said["error"]


@pytest.fixture
def run_told(tmp_path, capsys, monkeypatch):
    """What `run` prints for whoever waits for it; it serves nobody and ends at once."""
    monkeypatch.setenv(DATA_VARIABLE, "")
    monkeypatch.setattr(uvicorn.Server, "run", lambda _self, sockets: sockets[0].close())

    def told(names, *words):
        there = ["--data", str(tmp_path / "named"), "--json"]
        named = [word for name in names for word in ("--name", name)]
        assert main([*there, "init", "--admin", "Mary Chan", *named]) == 0
        capsys.readouterr()
        assert main([*there, "run", "--port", "0", *words]) == 0
        return json.loads(capsys.readouterr().out.splitlines()[0])

    return told


@pytest.mark.parametrize(
    ("names", "words", "start"),
    [
        (["office.example", "10.0.0.9"], [], "https://office.example:"),
        (["2001:db8::9"], [], "https://[2001:db8::9]:"),
        ([], [], f"https://{socket.gethostname()}:"),
        (["office.example"], ["--host", "127.0.0.1"], "https://127.0.0.1:"),
    ],
)
def test_run_tells_head_offices_name_as_it_was_named(run_told, names, words, start):
    told = run_told(names, *words)
    assert [told["url"].startswith(start), list(told)] == [True, ["url"]]


def test_an_address_that_is_taken_is_said_in_words(office):
    with bind(Listening("127.0.0.1", 0)) as taken:
        code, said = office("run", "--host", "127.0.0.1", "--port", taken.getsockname()[1])
    assert code == 1
    assert "cannot listen" in said["error"]


def test_without_a_head_office_there_is_one_sentence(tmp_path, capsys):
    for words in (["branch", "list"], ["run"], ["doctor"], ["device", "list"]):
        assert main(["--data", str(tmp_path), *words]) == 1
        assert "There is no head office in this folder" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--help"], ["run", "--help"], ["branch", "add", "--help"]])
def test_help_is_there(words, capsys):
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 0
    assert "jewelcrm-office" in capsys.readouterr().out


@pytest.mark.parametrize("words", [[], ["fly"], ["branch"], ["init"]])
def test_wrong_usage_exits_with_2(words, capsys):
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2


def test_the_version_is_told(capsys):
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"jewelcrm-office {__version__}\n"


def test_a_command_that_does_not_serve_loads_no_server():
    code = (
        "import sys; from jewelcrm.office.main import parser; parser();"
        "print({'fastapi', 'uvicorn', 'starlette'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "set()"
