"""Reports from the command line: narrowed, granted, prepared by themselves, and never in clear."""

import json

import pytest

from jewelcrm.admin.main import main
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
    words = ("--out", tmp_path / "late.csv", "--purpose", "to call them")
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


def test_a_second_person_agrees_by_a_word_that_is_not_on_the_command_line(
    report, tmp_path, monkeypatch
):
    words = ("run", "sales", "--detail", "lines", "--out", tmp_path / "a.pdf")
    more = ("--purpose", "month end", "--second", "wing")
    code, said = report(*words, *more)
    assert (code, "JEWELCRM_SECOND_SECRET" in said["error"]) == (1, True)
    monkeypatch.setenv("JEWELCRM_SECOND_SECRET", STAFF_PASSWORD)
    assert report(*words, *more)[0] == 0
