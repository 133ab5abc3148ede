"""Reports from the command line: narrowed, granted, prepared by themselves, and never in clear."""

import json

import pytest
from pypdf import PdfReader

from jewelcrm.admin.main import main
from jewelcrm.reports import reading
from tests.builders import a_placed_order
from tests.conftest import PASSWORD, STAFF_PASSWORD
from tests.leaving import opened


@pytest.fixture
def report(shop, monkeypatch, capsys):
    """report("run", "sales") -> (exit code, what it says as JSON)."""

    def run(*words, user="mei.chan", password=PASSWORD):
        monkeypatch.setenv("JEWELCRM_PASSWORD", password)
        start = ["--data", str(shop.folder), "--user", user, "--json", "report"]
        code = main([*start, *map(str, words)])
        return code, json.loads(capsys.readouterr().out)

    return run


def test_a_report_is_narrowed_by_name_and_value(report):
    code, said = report("run", "sales", "--detail", "by-day", "--filter", "staff=ann")
    assert (code, said["rows"]) == (0, [])
    code, said = report("run", "sales", "--filter", "moon=full")
    assert (code, "cannot be narrowed" in said["error"]) == (1, True)


def test_names_are_not_shown_but_written_encrypted(report, tmp_path):
    code, said = report("run", "orders", "--detail", "late")
    assert (code, "--out" in said["error"]) == (1, True)
    words = ("--out", tmp_path / "late.csv", "--purpose", "to call them", "--even-empty")
    code, said = report("run", "orders", "--detail", "late", *words)
    assert (code, said["file"]) == (0, str(tmp_path / "late.csv.zip"))
    assert b"Order" in opened(tmp_path / "late.csv.zip", said["password"])


def test_a_department_sees_what_it_was_granted_and_the_rest_asks_the_manager(report):
    ann = {"user": "ann", "password": STAFF_PASSWORD}
    assert report("list", **ann) == (0, [])
    assert report("grant", "sales", "sales", "by-day")[0] == 0
    assert [one["name"] for one in report("list", **ann)[1]] == ["sales"]
    assert report("run", "sales", "--detail", "by-day", **ann)[0] == 0
    code, said = report("run", "sales", "--detail", "by-staff", **ann)
    assert (code, "Ask your manager" in said["error"]) == (1, True)
    assert len(report("grants")[1]["grants"]) == 1
    assert report("withdraw", "sales", "sales", "by-day")[0] == 0
    assert report("list", **ann) == (0, [])


def test_somebody_joins_a_department_and_leaves_it(report):
    assert report("join", "marketing", "ann")[0] == 0
    assert [one["department"] for one in report("grants")[1]["members"]] == ["marketing"]
    assert report("leave", "marketing", "ann")[0] == 0
    assert report("grants")[1]["members"] == []
    assert report("join", "marketing", "nobody")[0] == 1


def test_a_report_is_subscribed_to_prepared_and_ended(report):
    code, made = report("subscribe", "sales", "--detail", "by-day", "--every", "daily")
    assert code == 0
    _, said = report("subscriptions", "--prepare")
    assert [one["id"] for one in said["subscriptions"]] == [made["id"]]
    assert [one["ready"] for one in said["prepared"]] == [True]
    assert report("unsubscribe", made["id"])[0] == 0
    assert report("subscriptions")[1]["subscriptions"] == []
    assert report("unsubscribe", "moon")[0] == 1


def test_the_help_says_where_the_second_persons_word_is_read_from(capsys):
    with pytest.raises(SystemExit):
        main(["report", "run", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "JEWELCRM_SECOND_SECRET" in said
    assert "your own log-in" in said


def test_a_second_person_agrees_by_a_word_that_is_not_on_the_command_line(
    report, tmp_path, monkeypatch
):
    words = ("run", "sales", "--detail", "lines", "--out", tmp_path / "a.pdf", "--even-empty")
    more = ("--purpose", "month end", "--second", "wing")
    code, said = report(*words, *more)
    assert (code, "JEWELCRM_SECOND_SECRET" in said["error"]) == (1, True)
    monkeypatch.setenv("JEWELCRM_SECOND_SECRET", STAFF_PASSWORD)
    assert report(*words, *more)[0] == 0


@pytest.mark.parametrize(
    ("words", "said_"),
    [
        (("--from", "yesterday"), "“yesterday” is no day. Write it as 2026-11-30."),
        (("--lang", "fr"), "--lang cannot be “fr”. Take one of: en, zh_HK, zh_CN."),
        (("--paper", "A3"), "--layout cannot be “A3”. Take one of: A4, A5, 80mm."),
        (("--filter", "staff"), "“staff” is no filter. Write it as staff=mei.chan."),
        (("--period", "someday"), "--period cannot be “someday”. Take one of: "),
    ],
)
def test_a_word_that_is_none_is_said_in_one_line(report, words, said_):
    code, said = report("run", "sales", *words)
    assert (code, said["error"].startswith(said_)) == (2, True)


@pytest.mark.parametrize(
    ("words", "said_"),
    [
        (("subscribe", "sales", "--every", "hour"), "--every cannot be “hour”. Take one of: op"),
        (("subscribe", "sales", "--deliver", "fax"), "--deliver cannot be “fax”. Take one of: qu"),
        (("subscribe", "sales", "--lang", "fr"), "--lang cannot be “fr”. Take one of: en, zh_"),
        (("grant", "kitchen", "sales", "by-day"), "DEPARTMENT cannot be “kitchen”. Take one of"),
        (("join", "kitchen", "ann"), "DEPARTMENT cannot be “kitchen”. Take one of"),
    ],
)
def test_what_is_one_of_a_few_is_said_by_every_part(report, words, said_):
    code, said = report(*words)
    assert (code, said["error"][: len(said_)]) == (2, said_)


def test_on_the_screen_stand_all_rows_also_of_a_long_report(report, traded, monkeypatch):
    a_placed_order(traded)
    whole = report("run", "orders", "--detail", "by-stage")[1]["rows"]
    monkeypatch.setattr(reading, "KEPT", 0)
    assert report("run", "orders", "--detail", "by-stage")[1]["rows"] == whole != []


def test_the_day_end_comes_on_the_roll_of_the_counter(report, tmp_path):
    words = ("--detail", "day-end", "--layout", "80MM", "--out", tmp_path / "day.pdf")
    assert report("run", "takings", *words)[0] == 0
    assert round(PdfReader(tmp_path / "day.pdf").pages[0].mediabox.width) == 227  # points
    code, said = report("run", "wishes", "--layout", "80mm")
    assert (code, "Take one of: A4, A5" in said["error"]) == (1, True)


def test_a_report_in_simplified_characters_turns_its_words_and_no_names(report, tmp_path):
    words = ("--lang", "zh_cn", "--detail", "by-staff", "--out", tmp_path / "a.csv")
    assert report("run", "sales", *words, "--even-empty")[0] == 0
    assert "订单" in (tmp_path / "a.csv").read_text("utf-8-sig")


def test_nobody_to_name_is_said_and_leaves_no_file(report, tmp_path):
    words = ("--out", tmp_path / "late.pdf", "--purpose", "to call them")
    code, said = report("run", "orders", "--detail", "late", *words)
    assert (code, said["file"], list(tmp_path.glob("*.zip"))) == (0, None, [])
    code, said = report("run", "orders", "--detail", "late", *words, "--even-empty")
    assert (code, said["file"]) == (0, str(tmp_path / "late.pdf.zip"))


def test_the_list_marks_the_levels_that_name_people(shop, monkeypatch, capsys):
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)
    assert main(["--data", str(shop.folder), "--user", "mei.chan", "report", "list"]) == 0
    said = capsys.readouterr().out
    assert "late*, ready*" in said
    assert "by-stage," in said
    assert "* names people" in said


def test_what_waits_to_be_summed_is_summed_before_a_report_is_run(report, traded):
    assert report("run", "sales", "--detail", "by-day")[1]["rows"]
    with traded.read() as conn:
        for waits in ("sum_dirty", "customer_dirty", "order_dirty"):
            assert conn.exec_driver_sql(f"SELECT count(*) FROM {waits}").scalar() == 0
