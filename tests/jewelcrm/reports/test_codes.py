"""People read words, programs read codes."""

from __future__ import annotations

import ast
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from db.tables.followups import followup
from jewelcrm.access.catalogue import RIGHTS
from jewelcrm.context import Context
from jewelcrm.customers.commands import record_consent
from jewelcrm.followups.commands import add
from jewelcrm.followups.rules import OUTCOMES, RULES, STOPS
from jewelcrm.imports.exports import export_customers
from jewelcrm.orders.rules.stages import STAGES
from jewelcrm.payments.model import METHODS
from jewelcrm.reports import codes, commands, queries
from jewelcrm.reports.catalogue import reports
from jewelcrm.reports.model import Asked, Figures, Period
from jewelcrm.reports.outputs import writers
from jewelcrm.reports.outputs.cells import shown
from jewelcrm.reports.taken import held
from tests.builders import a_consent, a_kept_customer

ROOT = Path(__file__).resolve().parents[3]
Run = Callable[..., Figures]


def _acts() -> Iterator[str]:
    """The acts that a PC writes into its audit log."""
    for path in [*(ROOT / "jewelcrm").rglob("*.py"), *(ROOT / "db").rglob("*.py")]:
        calls = () if "office" in path.parts else ast.walk(ast.parse(path.read_text("utf-8")))
        for node in calls:
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "audit":
                yield from (one.value for one in node.args[:1] if isinstance(one, ast.Constant))


@pytest.mark.parametrize("stage", sorted({stage for steps in STAGES.values() for stage in steps}))
def test_every_stage_has_words_in_both_languages(stage: str) -> None:
    assert codes.say("stage", stage, "en") != stage
    assert not codes.say("stage", stage, "zh_HK").isascii()


def test_every_way_to_pay_has_words() -> None:
    assert {codes.say("method", method, "en") for method in METHODS}.isdisjoint(METHODS)


def test_a_word_of_the_shops_own_is_shown_as_it_is() -> None:
    assert codes.say("category", "hairpin", "zh_HK") == "hairpin"
    assert codes.say("customer", "ring", "zh_HK") == "ring"


def test_screens_and_sheets_say_it_in_words_and_programs_read_the_code(ctx: Context) -> None:
    a_kept_customer(ctx, tier="gold")
    asked = Asked("by-tier", Period(ctx.today(), ctx.today()), language="zh_HK")
    figures = queries.run(ctx, "distribution", asked)
    book, told = io.BytesIO(), io.BytesIO()
    writers()["xlsx"](figures, book)
    writers()["json"](figures, told)

    [row] = figures.rows
    assert shown(row[0], figures.detail.columns[0], figures) == "金"
    cells = [cell.value for cell in openpyxl.load_workbook(book).worksheets[0]["A"]]
    assert "金" in cells
    assert '"gold"' in told.getvalue().decode()


@pytest.mark.parametrize("act", sorted({*_acts(), *RIGHTS}))
def test_every_act_of_the_audit_log_has_words_in_both_languages(act: str) -> None:
    assert "." not in codes.say("action", act, "en")
    assert not codes.say("action", act, "zh_HK").isascii()


@pytest.mark.parametrize(
    ("column", "code"),
    [("rule", code) for code in RULES] + [("outcome", code) for code in (*OUTCOMES, *STOPS)],
)
def test_what_a_follow_up_came_from_and_to_has_words_in_both_languages(
    column: str, code: str
) -> None:
    assert codes.say(column, code, "en")[0].isupper()
    assert not codes.say(column, code, "zh_HK").isascii()


def test_a_rules_title_is_told_in_the_reports_language_and_a_persons_stays_as_typed(
    ctx: Context, figures: Run
) -> None:
    title = RULES["birthday"].before
    made = add(ctx, title=title, due_on=ctx.today(), customer_id=a_kept_customer(ctx))
    add(ctx, title=title, due_on=ctx.today(), customer_id=a_kept_customer(ctx))
    with ctx.work("a rule that fired") as work:
        work.update(followup, made, rule="birthday")

    assert _titles(figures(ctx, "follow-ups", "list")) == [title, title]
    assert _titles(figures(ctx, "follow-ups", "list", language="zh_HK")) == [
        "生日將到：致送祝賀",
        title,
    ]


def _titles(figures: Figures) -> list[object]:
    return [row[1] for row in figures.rows]


def test_why_somebody_may_not_be_written_to_is_told_in_the_reports_language(
    ctx: Context, figures: Run
) -> None:
    record_consent(ctx, a_kept_customer(ctx), a_consent("refused"))

    [[answer, _count]] = figures(ctx, "customers-for-purpose", "counts", language="zh_HK").rows
    assert answer == "顧客不願在此途徑接收推廣。"


@pytest.mark.parametrize(
    ("report", "narrow"),
    [
        ("abnormal-invoices", "rule"),
        ("customers-for-purpose", "channel"),
        ("customers-for-purpose", "about"),
    ],
)
def test_what_a_report_can_be_narrowed_by_is_offered_in_words(
    ctx: Context, report: str, narrow: str
) -> None:
    offered = [label for _value, label in queries.choices(ctx, report, narrow)]
    chinese = [codes.say(narrow, label, "zh_HK") for label in offered if label != "whatsapp"]
    assert not [words for words in chinese if words.isascii()]
    assert not [label for label in offered if codes.say(narrow, label, "en") == label]


def test_a_statement_says_what_each_entry_is(traded: Context, figures: Run) -> None:
    came = figures(traded, "statement", "entries", language="zh_HK")
    column = next(one for one in came.detail.columns if one.name == "what")
    assert [shown(row[3], column, came) for row in came.rows] == ["訂單", "訂單", "訂金"]


def test_a_chinese_report_names_the_branch_and_its_sheets_in_chinese(
    traded: Context, figures: Run
) -> None:
    with traded.work("the branch has a Chinese name too") as work:
        work.raw.execute("UPDATE branch SET name_zh = '彌敦道'")
    came = figures(traded, "sales", "by-branch", language="zh_HK")
    book = io.BytesIO()
    writers()["xlsx"](came, book)

    assert [str(row[0]).split()[1] for row in came.rows] == ["彌敦道"]
    assert came.as_of[0].branch.split()[1] == "彌敦道"
    assert openpyxl.load_workbook(book).sheetnames == ["銷售", "說明"]


@pytest.mark.parametrize("language", ["en", "zh_HK", "zh_CN"])
def test_the_book_of_files_and_prints_names_reports_as_they_are_called(
    traded: Context, figures: Run, tmp_path: Path, language: str
) -> None:
    taken = figures(traded, "sales", "lines")
    commands.write(traded, taken, tmp_path / "a.xlsx", form="xlsx", purpose="audit")
    export_customers(traded, tmp_path / "b.csv", purpose="audit")

    came = figures(traded, "access-log", "files", language=language)
    what, form = (_column(came, name) for name in ("what", "form"))

    sales = reports()["sales"]
    lines = sales.detail("lines")
    assert lines is not None
    called = f"{sales.title.say(language)} · {lines.title.say(language)}"
    customers = {"en": "List of customers", "zh_HK": "顧客名單", "zh_CN": "顾客名单"}[language]
    assert what == [called, customers]
    assert form == ["XLSX", "CSV"]


def _column(came: Figures, name: str) -> list[str]:
    """What people read in it."""
    at, column = next((n, c) for n, c in enumerate(came.detail.columns) if c.name == name)
    return [shown(row[at], column, came) for row in came.rows]


def test_every_list_that_leaves_has_words() -> None:
    assert held("gone/lines", "zh_HK") == "gone/lines"  # a report there is no more
    for code in _parcels():
        assert held(code, "en") != code
        assert not held(code, "zh_HK").isascii()


def _parcels() -> Iterator[str]:
    """The names of what leaves that is no report."""
    for path in (ROOT / "jewelcrm").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(getattr(node, "func", None), "id", "")
            if not isinstance(node, ast.Call) or name not in {"Parcel", "Listing"}:
                continue
            before = "" if name == "Parcel" else "export/"
            whats = [one.value for one in node.keywords if one.arg == "what"] or node.args[:1]
            yield from (f"{before}{one.value}" for one in whats if isinstance(one, ast.Constant))


@pytest.mark.parametrize(
    ("language", "chinese", "printed"),
    [("zh_HK", "陳美", "陳美"), ("zh_HK", None, "Mei Chan"), ("en", "陳美", "Mei Chan")],
)
def test_a_paper_prints_its_makers_name_in_its_language(
    traded: Context, figures: Run, language: str, chinese: str | None, printed: str
) -> None:
    person = replace(traded.staff, name="Mei Chan", name_zh=chinese)

    came = figures(replace(traded, staff=person), "sales", "lines", language=language)

    assert came.run_by == printed
    assert came.mark.startswith(f"{printed} · ")
