"""Head office that is told to stop gives up its work on backups; nothing half-made is listed."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest

from db.backup import checks, gathering
from db.backup.stopping import Cancelled, Stopped, unless
from db.office import copying
from db.office.embedded import EmbeddedStore
from jewelcrm.backup import commands as backup
from jewelcrm.backup import places
from jewelcrm.context import Context
from jewelcrm.office import backup_papers, kept_backups, premises, vaulting
from jewelcrm.office.main import main
from jewelcrm.office.offsite import OffSite
from jewelcrm.office.offsite_tidying import Job, Tidying
from tests.conftest import NOON, PASSWORD, SetClock

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
COUNT = vaulting._count


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)
    made = tmp_path / "office"
    key = str(tmp_path / "recovery.key")
    words = ("init", "--admin", "Mary Chan", "--recovery-key-file", key)
    assert main(["--data", str(made), *words]) == 0
    return made


@pytest.fixture
def store(folder: Path) -> Iterator[EmbeddedStore]:
    with closing(premises.open_store(folder)) as opened:
        assert isinstance(opened, EmbeddedStore)
        yield opened


def after(calls: int) -> Callable[[], bool]:
    asked = itertools.count()
    return lambda: next(asked) >= calls


def made(folder: Path, store: EmbeddedStore, cancelled: Cancelled, *, later: int = 0) -> str:
    now = NOON + dt.timedelta(hours=later)
    return vaulting.back_up(folder, store, folder / "backups", now, cancelled=cancelled).id


@pytest.mark.parametrize("calls", [0, 1, 3, 10, 30])
def test_wherever_it_is_stopped_only_what_was_checked_is_listed(
    folder: Path, store: EmbeddedStore, calls: int
) -> None:
    first = made(folder, store, lambda: False)
    with pytest.raises(Stopped):
        made(folder, store, after(calls), later=1)
    kept = kept_backups.listed(folder / "backups")
    assert [(one.id, one.trouble) for one in kept] == [(first, "")]
    assert not list((folder / "backups").glob("check-*"))
    second = made(folder, store, lambda: False, later=2)
    assert [one.id for one in kept_backups.listed(folder / "backups")] == [second, first]


def test_the_count_of_the_copy_is_interrupted(
    folder: Path, store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, quick = threading.Event(), iter([COUNT])  # beside the copy

    def count(raw):
        if (first := next(quick, None)) is not None:
            return first(raw)
        inside.set()
        return raw.execute(ENDLESS).fetchall()

    monkeypatch.setattr(vaulting, "_count", count)
    with pytest.raises(Stopped):
        made(folder, store, inside.is_set)
    assert kept_backups.listed(folder / "backups") == []


def test_a_backup_that_was_checked_counts_when_only_the_tidying_was_stopped(
    folder: Path, store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gather(*_: object, cancelled: Cancelled, **__: object) -> int:
        unless(cancelled, gathering.LATER)
        return 0

    tidying = threading.Event()
    monkeypatch.setattr(
        vaulting.gathering, "gather", lambda *a, **b: tidying.set() or gather(*a, **b)
    )
    with pytest.raises(Stopped):
        made(folder, store, tidying.is_set)
    assert len(kept_backups.listed(folder / "backups")) == 1
    assert backup_papers.last(store) == NOON


def test_what_is_under_way_has_ended_when_the_server_has() -> None:
    begun, ended = threading.Event(), []

    def endless(cancelled: Cancelled) -> None:
        begun.set()
        while not cancelled():
            threading.Event().wait(0.001)
        ended.append(True)
        raise Stopped("as any of them does")

    async def live() -> None:
        tidying = Tidying([Job(endless, 0.001), Job(endless, 0.001)])
        await asyncio.to_thread(begun.wait, 60)
        await tidying.stop()
        assert ended == [True]
        assert [one.name for one in threading.enumerate() if one.name.startswith("backups")] == []

    asyncio.run(live())


# The PCs' backups that are kept here -----------------------------------------------------


@pytest.fixture
def off_site(ctx: Context, tmp_path: Path, clock: SetClock) -> OffSite:
    """Of two PCs, each with a backup that was not read yet."""
    backup.back_up(ctx)
    for name in ("aa", "bb"):
        at = tmp_path / "offsite" / name
        at.parent.mkdir(exist_ok=True)
        copytree(places.local(ctx.store.folder), at)
    return OffSite(tmp_path / "offsite", None, clock)


def test_no_part_of_any_pcs_backup_is_read_after_the_word(
    off_site: OffSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, reads = [], checks.Vault.read

    def counted(vault: checks.Vault, name: bytes) -> bytes:
        read.append(vault.folder.name)
        return reads(vault, name)

    monkeypatch.setattr(checks.Vault, "read", counted)
    with pytest.raises(Stopped):
        off_site.tidy(lambda: len(read) >= 10)
    assert read == ["aa"] * 10
    assert off_site.points(b"\xaa").points[0].read == 0


def test_what_was_not_read_to_the_end_is_read_the_next_time(off_site: OffSite) -> None:
    with pytest.raises(Stopped):
        off_site.tidy(after(3))
    off_site.tidy()
    assert [off_site.points(one).points[0].read > 0 for one in (b"\xaa", b"\xbb")] == [True, True]


# At the command line ---------------------------------------------------------------------


def test_ctrl_c_stops_the_copy_to_a_file(
    folder: Path, tmp_path: Path, ctrl_c, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    inside = threading.Event()

    def faults(raw, _stopped):
        inside.set()
        return raw.execute(ENDLESS).fetchall()

    real = copying._read
    monkeypatch.setattr(copying, "_read", lambda path, key, _work: real(path, key, faults))
    ctrl_c(inside)
    assert main(["--data", str(folder), "backup", str(tmp_path / "copy")]) == 1
    assert "Stopped. What was finished is kept." in capsys.readouterr().err
    assert not list(tmp_path.glob("copy*"))


def test_ctrl_c_stops_the_doctor(
    folder: Path, ctrl_c, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    inside = threading.Event()
    monkeypatch.setattr(copying, "_FEEDS", ENDLESS)
    looks = copying.pages.broken_in_use

    def broken(*parts, **more):
        inside.set()
        return looks(*parts, **more)

    monkeypatch.setattr(copying.pages, "broken_in_use", broken)
    ctrl_c(inside)
    assert main(["--data", str(folder), "doctor"]) == 1
    assert "Stopped. What was finished is kept." in capsys.readouterr().err
