"""Head office's doctor: PCs without a checked backup, a disk that runs full, no archive."""

import datetime as dt
from pathlib import Path
from types import SimpleNamespace

import pytest

from db.types import new_id, to_millis
from jewelcrm.office import backed_up, doctor
from jewelcrm.office.devices import Pc

NOW = dt.datetime(2026, 11, 22, 4, tzinfo=dt.UTC)


def a_pc(letter="A", state="on", days=30):
    enrolled = NOW - dt.timedelta(days=days)
    return Pc(new_id(), "HK01", letter, "PC", state, "", enrolled, None, True)


def test_a_pc_is_late_two_days_after_its_last_backup_or_its_enrolment():
    fresh, old, never, new, off = a_pc(), a_pc(), a_pc(), a_pc(days=1), a_pc(state="revoked")
    known = {fresh.id: NOW - dt.timedelta(hours=40), old.id: NOW - dt.timedelta(hours=49)}
    late = backed_up.late([fresh, old, never, new, off], known, NOW)
    assert set(late) == {old.id, never.id}
    assert late[never.id] == dt.timedelta(days=30)


def test_what_pcs_tell_is_kept_for_each_and_never_lies_in_the_future(office_store):
    one, other = new_id(), new_id()
    now = to_millis(NOW)
    office_store.run(lambda work: backed_up.note(work, one, now - 5, now))
    office_store.run(lambda work: backed_up.note(work, one, now, now))
    office_store.run(lambda work: backed_up.note(work, other, now + 10**9, now))
    with office_store.read() as work:
        told = backed_up.told(work, [one, other, new_id()])
    assert told[one] == NOW
    assert told[other] < NOW + dt.timedelta(minutes=6)
    assert len(told) == 2


def test_the_doctor_says_when_postgresqls_archive_is_off(office_store):
    lines = list(doctor._archiving(doctor.Round(Path(), None, office_store, NOW)))
    on_postgres = office_store.dialect == "postgresql"
    assert [line.light for line in lines] == (["amber"] if on_postgres else [])
    assert all("README" in line.advice for line in lines)


@pytest.mark.parametrize(
    ("days", "failing", "light"),
    [(None, False, "amber"), (0, False, "green"), (5, False, "amber"), (0, True, "red")],
)
def test_the_doctor_says_when_nothing_comes_to_postgresqls_archive(days, failing, light):
    last = None if days is None else NOW - dt.timedelta(days=days)
    line = doctor._handed_over(last, NOW, failing=failing)
    assert line.light == light
    assert bool(line.advice) == (light != "green")


@pytest.mark.parametrize(
    ("free", "light"), [(3_000_000_000, "green"), (1_900_000_000, "amber"), (90_000_000, "red")]
)
def test_the_doctor_says_when_head_offices_disk_runs_full(monkeypatch, tmp_path, free, light):
    disk = SimpleNamespace(disk_usage=lambda _folder: SimpleNamespace(free=free))
    monkeypatch.setattr(doctor, "shutil", disk)
    [line] = doctor._disk(doctor.Round(tmp_path, None, None, NOW))
    assert (line.light, "stops all shops" in line.advice) == (light, light != "green")


def test_the_doctor_names_who_is_late_however_many_pcs_there_are(embedded, monkeypatch):
    many = [*(a_pc(days=1) for _ in range(60)), a_pc("Z")]
    monkeypatch.setattr(doctor.devices, "everyone", lambda _work: many)
    [line] = doctor._pc_backups(doctor.Round(Path(), None, embedded, NOW))
    assert line.words == "no checked backup for up to 30 days: HK01-Z"
