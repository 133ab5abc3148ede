"""Whoever stops the doctor does not wait for a large store to be read through."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.backup import pages
from db.backup.stopping import Cancelled, Stopped
from jewelcrm.admin.main import main
from jewelcrm.context import Context
from jewelcrm.doctor import queries, storing
from jewelcrm.doctor.model import Line, Round
from tests.conftest import PASSWORD, Shop

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """A check that asks the store without end; tells when it has begun."""
    begun = threading.Event()

    def search(at: Round) -> Iterator[Line]:
        begun.set()
        at.conn.exec_driver_sql(ENDLESS).fetchall()
        yield Line("search", "green", "never")

    checks = (storing.store, search, storing.imports)
    monkeypatch.setattr(queries, "CHECKS", checks)
    return begun


def test_a_question_to_the_store_is_interrupted_and_nothing_is_told_of_it(
    ctx: Context, endless: threading.Event
) -> None:
    told: list[Line] = []
    with pytest.raises(Stopped, match="The rest was not looked at"):
        queries.examine(ctx, told=told.append, cancelled=endless.is_set)
    assert [line.check for line in told] == ["store"]


def test_the_store_answers_as_ever_when_the_doctor_was_stopped(
    ctx: Context, endless: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Stopped):
        queries.examine(ctx, cancelled=endless.is_set)
    monkeypatch.setattr(queries, "CHECKS", (storing.store, storing.integrity))
    assert [line.light for line in queries.examine(ctx)] == ["green", "green"]


def test_no_page_is_read_after_the_word(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, heard, read = threading.Event(), list[Cancelled](), list[bool]()
    look, whole = pages.broken_in_use, pages._is_whole

    def looking(path: Path, key: bytes, *, stopped: Cancelled) -> list[int]:
        heard.append(stopped)
        return look(path, key, stopped=stopped)

    def looked(*parts: object) -> bool:
        read.append(heard[0]())
        begun.set()
        while not heard[0]():
            time.sleep(0.001)
        return whole(*parts)

    monkeypatch.setattr(pages, "_AT_ONCE", pages.PAGE)
    monkeypatch.setattr(pages, "broken_in_use", looking)
    monkeypatch.setattr(pages, "_is_whole", looked)
    monkeypatch.setattr(queries, "CHECKS", (storing.integrity,))
    with pytest.raises(Stopped):
        queries.examine(ctx, cancelled=begun.is_set)
    assert read == [False]
    assert ctx.store.path.stat().st_size > 20 * pages.PAGE


def test_what_hears_of_a_line_may_end_it_too(ctx: Context) -> None:
    def told(_line: Line) -> None:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        queries.examine(ctx, told=told)


def test_a_page_that_was_damaged_is_told_with_what_to_do(ctx: Context) -> None:
    assert ctx.store.empty_log()
    at = ctx.store.path.stat().st_size - 100
    with ctx.store.path.open("r+b") as out:
        out.seek(at)
        [byte] = out.read(1)
        out.seek(at)
        out.write(bytes([byte ^ 1]))
    [line] = [one for one in queries.examine(ctx) if one.check == "integrity"]
    assert (line.light, line.words, line.advice) == ("red", "1 damaged places", storing.RESTORE)


def test_ctrl_c_stops_it_in_the_middle_of_a_question(
    shop: Shop,
    endless: threading.Event,
    ctrl_c: Callable[[threading.Event], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)
    ctrl_c(endless)
    assert main(["--data", str(shop.folder), "doctor"]) == 1
    assert "Stopped. What was finished is kept." in capsys.readouterr().err
