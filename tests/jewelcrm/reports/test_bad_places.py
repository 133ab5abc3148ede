"""A report that cannot leave: full disks, folders in the file's place, days of no shop."""

import datetime as dt
import errno
import gc
import os
from dataclasses import replace

import pytest

from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.extraction.rules import Parcel, check_purpose
from jewelcrm.reports import commands, queries, subscriptions
from jewelcrm.reports.model import Asked, Period
from tests.jewelcrm.reports.test_papers import filled


class Full:
    """A file on a disk that is full after so many bytes."""

    def __init__(self, stream, room):
        self._stream, self._room = stream, room

    def __enter__(self):
        return self

    def __exit__(self, *_what):
        self._stream.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def write(self, data):
        self._room -= len(data)
        if self._room < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return self._stream.write(data)


@pytest.fixture
def full(monkeypatch):
    """full(2_000): files have room for so many bytes."""
    opened = os.fdopen

    def after(room):
        monkeypatch.setattr(
            "jewelcrm.imports.files.os.fdopen", lambda *what: Full(opened(*what), room)
        )

    return after


@pytest.mark.parametrize("room", [0, 30, 700, 4_000])
@pytest.mark.parametrize("form", ["pdf", "xlsx", "csv", "json"])
@pytest.mark.parametrize("detail", ["by-day", "lines"])
def test_a_disk_that_is_full_in_the_middle_leaves_no_half_file_and_no_noise(  # noqa: PLR0917
    ctx, figures, tmp_path, full, capfd, detail, form, room
):
    came = filled(figures(ctx, "sales", detail), 300)
    full(room)
    with pytest.raises(Unavailable, match="No space left"):
        commands.write(ctx, came, tmp_path / f"a.{form}", form=form, purpose="month end")
    gc.collect()
    assert [one.name for one in tmp_path.iterdir() if "a." in one.name] == []
    assert capfd.readouterr().err == ""


def test_a_report_that_was_stopped_leaves_no_half_file_and_no_noise(ctx, figures, tmp_path, capfd):
    came = filled(figures(ctx, "sales", "lines"), 3)
    broken = [*came.rows, None]
    with pytest.raises(TypeError):
        commands.write(
            ctx,
            replace(came, rows=broken, count=4),
            tmp_path / "a.csv",
            form="csv",
            purpose="month end",
        )
    gc.collect()
    assert [one.name for one in tmp_path.iterdir() if "a." in one.name] == []
    assert capfd.readouterr().err == ""


def test_a_folder_in_the_place_of_the_file_is_named(ctx, figures, tmp_path):
    with pytest.raises(CanFix, match=r"is a folder\. Name the file in it"):
        commands.write(ctx, figures(ctx, "sales"), tmp_path, form="pdf")


@pytest.mark.parametrize("until", [dt.date.max, dt.date(2200, 1, 1)])
def test_days_of_no_shop_are_refused_in_a_sentence(ctx, until):
    for period in (Period(dt.date(2026, 1, 1), until), Period(dt.date.min, dt.date(2026, 1, 1))):
        for name in ("sales", "occasions"):
            with pytest.raises(CanFix, match="Take days between 1900-01-01 and 2199-12-31"):
                queries.run(ctx, name, Asked("", period))


def a_parcel(purpose):
    return Parcel(what="sales/lines", form="pdf", rows=1, personal=True, purpose=purpose)


def test_a_purpose_of_two_chinese_characters_is_one_and_a_letter_is_none():
    check_purpose(a_parcel("月結"))
    check_purpose(a_parcel("tax"))
    for short in ("x", "no", "月"):
        with pytest.raises(CanFix, match=f"“{short}” is too short"):
            check_purpose(a_parcel(short))
    with pytest.raises(CanFix, match="Say what it is needed for"):
        check_purpose(a_parcel("  "))


def test_a_subscription_needs_a_purpose_that_its_printing_will_take(ctx):
    asked = Asked("lines", Period(ctx.today(), ctx.today()))
    with pytest.raises(CanFix, match="too short"):
        subscriptions.subscribe(ctx, "sales", asked, every="daily", purpose="x")
