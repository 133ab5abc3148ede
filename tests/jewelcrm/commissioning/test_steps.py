"""Commissioning: every step taken once, cut short and gone on with, and a sheet at the end."""

from __future__ import annotations

import io
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from db.errors import WrongKey
from db.shop import keys, officeslots
from jewelcrm.access.signin import sign_in
from jewelcrm.backup import commands as backups
from jewelcrm.backup import queries as backup_queries
from jewelcrm.commissioning import answers, journal, logon, papers, preflight
from jewelcrm.commissioning.answers import Answers, Computer, Everyday, Join, Keys, Sheet, Shop
from jewelcrm.commissioning.steps import NotFit, Run
from jewelcrm.commissioning.words import said_in
from jewelcrm.errors import CanFix
from jewelcrm.people.founding import NewShop, found
from jewelcrm.settings import get
from tests.conftest import PASSWORD

SHOP = Shop(branch="HK01", name="Nathan Road", admin="Mei Chan", name_zh="彌敦道")


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "店 with spaces"


def given(tmp_path: Path, **more: object) -> Answers:
    usual = {"shop": SHOP, "keys": Keys(recovery_code_file=str(tmp_path / "stick.code"))}
    return Answers(**{**usual, **more})


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_one_call_makes_a_shop_that_works(folder: Path, tmp_path: Path) -> None:
    everyday = Everyday(language="zh_HK", text_size=130)
    computer = Computer(label_offset_mm=(0.5, -1.0), receipt_printer="")
    run = Run(folder, given(tmp_path, everyday=everyday, computer=computer), PASSWORD)

    steps = {one.step: one for one in run.go()}

    assert [name for name, one in steps.items() if one.light == "red"] == []
    assert {"store", "recovery code", "backup", "restore drill", "sheet"} <= set(steps)
    ctx = sign_in(folder, "mei.chan", PASSWORD)
    with closing(ctx.store):
        assert (get(ctx, "language"), get(ctx, "text_size")) == ("zh_HK", 130)
        assert (get(ctx, "label_right_mm10"), get(ctx, "label_down_mm10")) == (5, -10)
        assert len(backup_queries.points(ctx)) == 1
    assert logon.is_on()
    assert "Acceptance sheet" in text_of((folder / "acceptance.pdf").read_bytes())


def test_the_recovery_code_goes_to_the_stick_and_really_opens_the_store(
    folder: Path, tmp_path: Path
) -> None:
    run = Run(folder, given(tmp_path), PASSWORD)
    list(run.go())

    code = (tmp_path / "stick.code").read_text().strip()
    assert keys.open_with_code(folder, code)
    assert run.recovery_code == ""
    for file in folder.rglob("*"):
        assert not file.is_file() or code.encode() not in file.read_bytes(), file.name


def test_a_code_that_somebody_has_confirmed_is_in_order(folder: Path) -> None:
    asked = []
    run = Run(folder, Answers(shop=SHOP), PASSWORD)
    run.confirm = lambda login, code: not asked.append((login, code))

    steps = {one.step: one for one in run.go()}

    assert steps["recovery code"].light == "green"
    assert keys.open_with_code(folder, asked[0][1])


def test_without_paper_and_file_the_code_is_told_and_the_light_is_amber(folder: Path) -> None:
    run = Run(folder, Answers(shop=SHOP), PASSWORD)

    steps = {one.step: one for one in run.go()}

    assert steps["recovery code"].light == "amber"
    assert keys.open_with_code(folder, run.recovery_code)


def test_a_code_may_not_lie_beside_the_store(folder: Path, tmp_path: Path) -> None:
    beside = replace(given(tmp_path), keys=Keys(recovery_code_file=str(folder / "code")))

    with pytest.raises(CanFix, match="must not lie beside the store"):
        list(Run(folder, beside, PASSWORD).go())


@pytest.mark.parametrize("after", ["store", "settings", "backup", "restore drill"])
def test_cut_short_anywhere_it_goes_on_and_takes_no_step_twice(
    folder: Path, tmp_path: Path, after: str
) -> None:
    run = Run(folder, given(tmp_path), PASSWORD)
    for outcome in run.go():
        if outcome.step == after:
            break

    again = Run(folder, given(tmp_path), PASSWORD)
    later = [one.step for one in again.go()]

    assert after not in later
    assert later[-1] == "sheet"
    ctx = sign_in(folder, "mei.chan", PASSWORD)
    with closing(ctx.store):
        assert len(backup_queries.points(ctx)) == 1


def test_a_code_that_was_lost_between_two_runs_is_replaced(folder: Path, tmp_path: Path) -> None:
    first = Run(folder, given(tmp_path), PASSWORD)
    for outcome in first.go():
        if outcome.step == "store":
            break

    list(Run(folder, given(tmp_path), PASSWORD).go())

    assert keys.open_with_code(folder, (tmp_path / "stick.code").read_text().strip())
    with pytest.raises(WrongKey):
        keys.open_with_code(folder, first.recovery_code)


def test_a_backup_that_does_not_come_back_stops_it_with_words(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = backups.drill
    monkeypatch.setattr(
        backups, "drill", lambda ctx: replace(real(ctx), faults=("3 orders are missing",))
    )

    with pytest.raises(CanFix, match="The trial restore found: 3 orders are missing"):
        list(Run(folder, given(tmp_path), PASSWORD).go())
    assert not (folder / "acceptance.pdf").exists()
    assert "restore drill" not in journal.load(folder)


def test_the_sheet_is_in_chinese_and_says_what_is_open(folder: Path, tmp_path: Path) -> None:
    sheet = Sheet(file=str(tmp_path / "驗收.pdf"), installer="K. Wong", language="zh_HK")
    list(Run(folder, given(tmp_path, sheet=sheet), PASSWORD).go())

    said = text_of((tmp_path / "驗收.pdf").read_bytes())
    for words in ("驗收單", "試還原", "待處理", "K. Wong", "HK01", "英文和中文字型齊備"):
        assert words in said, words


def test_papers_go_to_the_printers_that_were_named(
    folder: Path, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(preflight.looking, "printers", lambda: ["Counter", "Tags"])
    computer = Computer(receipt_printer="Counter", label_printer="Tags", test_page=True)
    run = Run(folder, given(tmp_path, computer=computer), PASSWORD)
    sent = []
    run.print_paper = lambda file, printer: not sent.append((file.name, printer))

    steps = {one.step: one for one in run.go()}

    assert sent == [("test-page.pdf", "Counter"), ("label.pdf", "Tags")]
    assert steps["test page"].words.startswith("sent to the printer")
    assert not list(folder.glob("*page.pdf"))


def test_a_printer_that_is_not_there_stops_it_before_anything_is_made(
    folder: Path, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(preflight.looking, "printers", lambda: ["Counter"])
    computer = Computer(receipt_printer="Desk")

    with pytest.raises(NotFit, match=r"not set up: Desk.*Counter"):
        list(Run(folder, given(tmp_path, computer=computer), PASSWORD).go())
    assert not (folder / "keyslots.json").exists()


def network(folder: Path, answered: Answers) -> tuple[str, str]:
    (line,) = preflight.network(preflight.Place(folder, answered))
    return line.light, line.words


def test_before_anybody_has_said_whose_pc_it_is_it_is_not_called_alone(folder: Path) -> None:
    light, words = network(folder, Answers())

    assert (light, "alone" in words) == ("green", False)
    assert "when head office's code is typed" in words
    assert network(folder, Answers(shop=SHOP)) == ("green", "not needed: this shop stands alone")


def test_of_a_store_that_is_there_the_look_says_whether_it_belongs_to_head_office(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(folder, NewShop("HK01", "Nathan Road", admin_name="Mei Chan", password=PASSWORD))
    assert network(folder, Answers()) == ("green", "not needed: this shop stands alone")

    kept = keys.load(folder)
    place = officeslots.Place("https://127.0.0.1:1", "", b"d" * 16)
    monkeypatch.setattr(keys, "load", lambda _folder: officeslots.with_place(kept, place))
    light, words = network(folder, Answers())
    assert light == "amber"  # a PC that has joined works without the line
    assert words.startswith("head office does not answer")


def test_the_test_page_has_codes_that_a_scanner_reads() -> None:
    said = text_of(papers.test_page("Counter", "en"))

    assert papers.SCAN_ME in said
    assert "100 mm" in said


def test_sentences_with_names_in_them_are_found_again() -> None:
    pairs = {"not set up: {a}": "未設定：{a}", "{a}, {b}": "{a}，{b}", "plain": "淨"}

    assert said_in("not set up: Desk", pairs) == "未設定：Desk"
    assert said_in("plain", pairs) == "淨"
    assert said_in("unknown", pairs) == "unknown"


def test_the_journal_holds_no_secret(folder: Path, tmp_path: Path) -> None:
    list(Run(folder, given(tmp_path), PASSWORD).go())

    kept = (folder / journal.FILE).read_text()
    assert PASSWORD not in kept
    assert (tmp_path / "stick.code").read_text().strip() not in kept
    assert {one["step"] for one in json.loads(kept)["steps"]} >= {"store", "backup"}


def test_a_ticket_is_the_address_and_the_code() -> None:
    join = Join(login="mei", ticket=" https://office.example:8443#ABCDE-FGHJK ")

    assert answers.ticket(join) == ("https://office.example:8443", "ABCDE-FGHJK")
    with pytest.raises(CanFix, match="Scan the code"):
        answers.ticket(Join(login="mei", ticket="ABCDE-FGHJK"))
