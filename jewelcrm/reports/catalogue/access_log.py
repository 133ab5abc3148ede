"""Who did what that is watched over on this PC: refusals, look-ups, files taken out."""

from __future__ import annotations

from collections.abc import Iterator

from jewelcrm.reports.model import Chart, Column, Detail, Read, Report, Row, Source, Words
from jewelcrm.reports.pieces import STAFF, staff_filter, value_filter
from jewelcrm.reports.sql import in_period, person

_ACTION, _OUTCOME = Words("Act", "操作"), Words("Outcome", "結果")
_FILTERS = (
    staff_filter("a.actor"),
    value_filter("action", _ACTION, "a.action", "audit_log"),
    value_filter("outcome", _OUTCOME, "a.outcome", "audit_log"),
)
_FROM = f"FROM audit_log a LEFT JOIN staff s ON s.id = a.actor WHERE {in_period('a.at')}"


def _by(label: str) -> Read:
    def read(source: Source) -> Iterator[Row]:
        return source.rows(
            f"SELECT coalesce(nullif({label}, ''), :none) AS label, count(*),"
            f" sum(a.outcome = 'denied'), count(DISTINCT a.actor) {_FROM}"
            f" AND {source.where(*_FILTERS)} GROUP BY label ORDER BY count(*) DESC, label"
        )

    return read


def _list(source: Source) -> Iterator[Row]:
    return source.rows(
        f"SELECT a.seq, a.at, {person('s')}, a.action, a.outcome, a.columns,"
        f" coalesce(a.reason, '') {_FROM} AND {source.where(*_FILTERS)} ORDER BY a.seq"
    )


_TAKEN_FILTERS = (staff_filter("a.actor"),)


def _taken(source: Source) -> Iterator[Row]:
    """The book of the gate: every file and print with rows of the store."""
    if {"action", "outcome"} & source.asked.filters.keys():
        return iter(())
    return source.rows(
        f"SELECT a.at, {person('s')}, {person('t')}, a.what, a.form, a.purpose, a.rows,"
        " a.counted, a.outcome FROM extraction a LEFT JOIN staff s ON s.id = a.actor"
        f" LEFT JOIN staff t ON t.id = a.second WHERE {in_period('a.at')}"
        f" AND {source.where(*_TAKEN_FILTERS)} ORDER BY a.at, a.id"
    )


def _level(name: str, title: Words, label: str) -> Detail:
    columns = (
        Column(name, title),
        Column("acts", Words("Acts", "次數"), "count", total=True),
        Column("denied", Words("Refused", "被拒"), "count", total=True),
        Column("people", Words("People", "人數"), "count"),
    )
    return Detail(f"by-{name}", title, columns, _by(label), Chart(name, "acts"))


REPORT = Report(
    name="access-log",
    title=Words("Access and export log", "存取及匯出記錄"),
    owner="administrator",
    about=Words(
        "What was done on this PC that is watched over, and what left it as files.",
        "本機受監察的操作，以及匯出的檔案。",
    ),
    formula=Words(
        "Every entry of this PC's audit log in the period (day of the branch). It is a chain: each"
        " entry holds the one before it, so that none can be taken out unseen. Refused: the person"
        " had no right to it. Files: every report, list and print with rows of the store, noted"
        " before its first byte; counted are the rows of the day's budget.",
        "計期內（分店當地日期）本機審計記錄的每一項；記錄首尾相連，刪去任何一項都會被發現。被拒：無權限。"
        "檔案：每份含資料的報表、名單及列印，均於寫出前記下；「計入」為當日限額所計行數。",
    ),
    filters=_FILTERS,
    details=(
        _level("action", _ACTION, "a.action"),
        _level("staff", STAFF, person("s")),
        _level("day", Words("Day", "日期"), "local_day(a.at)"),
        Detail(
            "list",
            Words("Every entry", "逐項"),
            (
                Column("seq", Words("No.", "序號"), "count"),
                Column("at", Words("When", "時間"), "moment"),
                Column("staff", STAFF),
                Column("action", _ACTION),
                Column("outcome", _OUTCOME),
                Column("columns", Words("Fields", "欄位")),
                Column("reason", Words("Reason", "原因"), personal=True),
            ),
            _list,
        ),
        Detail(
            "files",
            Words("Files and prints", "檔案及列印"),
            (
                Column("at", Words("When", "時間"), "moment"),
                Column("staff", STAFF),
                Column("second", Words("Second person", "第二人")),
                Column("what", Words("What", "內容")),
                Column("form", Words("Form", "格式")),
                Column("purpose", Words("Purpose", "用途"), personal=True),
                Column("rows", Words("Rows", "行數"), "count", total=True),
                Column("counted", Words("Counted", "計入"), "count", total=True),
                Column("outcome", _OUTCOME),
            ),
            _taken,
        ),
    ),
)
