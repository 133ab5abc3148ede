"""The help: what F1 opens is there in both languages, and no setting is left unexplained."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

import ui
from jewelcrm.settings import SETTINGS
from ui import i18n
from ui.help import book
from ui.help.viewer import HelpWindow, open_help
from ui.pages import PAGES
from ui.shell.window import Window
from ui.signin.gate import StoreGate
from ui.signin.joining import JoinPage
from ui.widgets.dialog import Dialog

ROOT = Path(__file__).resolve().parents[2]
HELP = ROOT / "resources" / "help"
LANGUAGES = ("en", "zh_HK")
# What the page of settings says of each, in both languages.
SAID = {
    "language": ("Language", "語言"),
    "theme": ("light or dark", "淺色或深色"),
    "text_size": ("size of text", "文字大小"),
    "lock_minutes": ("desk locks", "無人操作多少分鐘後鎖定"),
    "receipt_paper": ("80 mm roll", "80 毫米紙卷"),
    "receipt_language": ("language of receipts", "收據語言"),
    "receipt_terms_en": ("terms are printed", "條款會印在"),
    "receipt_terms_zh_HK": ("terms are printed", "條款會印在"),
    "receipt_printer": ("printer", "打印機"),
    "report_printer": ("printer of reports", "報表打印機"),
    "report_logo": ("logo", "標誌"),
    "label_printer": ("printer of labels", "標籤打印機"),
    "label_right_mm10": ("labels are moved", "標籤的位置"),
    "label_down_mm10": ("labels are moved", "標籤的位置"),
    "label_bag_size": ("labels of bags", "袋標籤"),
    "label_tag_size": ("tags of pieces", "貨品吊牌"),
    "scanner_gap_ms": ("how fast it types", "輸入速度"),
    "lease_warn_days": ("days of warning", "提示日數"),
    "sync_keep_days": ("days that histories stay", "紀錄保留日數"),
    "scanner_on": ("scanner on or off", "開關掃描器"),
}


# What these do is what their whole page is about.
WHOLE_PAGE = {"NewOrder", "QuickAdd", "ReceiptPreview", "NameMapping", "ChangePassword"}


def _dialogs(of: type[Dialog] = Dialog) -> Iterator[type[Dialog]]:
    """Every dialog of the window that no other is made out of."""
    made = [one for one in of.__subclasses__() if one.__module__.startswith("ui.")]
    for found in made:
        yield from _dialogs(found)
    if not made and not of.__name__.startswith("_"):
        yield of


def _classes() -> Iterator[tuple[str, ast.ClassDef]]:
    """Every page and dialog of the window, with its module."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield path.relative_to(ROOT).as_posix(), node


def _help_of(node: ast.ClassDef) -> str:
    for line in node.body:
        if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant):
            names = [target.id for target in line.targets if isinstance(target, ast.Name)]
            if "help" in names:
                return str(line.value.value)
    return ""


def _bases(node: ast.ClassDef) -> set[str]:
    return {base.id for base in node.bases if isinstance(base, ast.Name)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_help_name_has_its_page(language: str) -> None:
    named = {_help_of(node) for _path, node in _classes()} - {""}
    named |= {"start", "signin", "keys"}
    pages = {name.partition("#")[0] for name in named}
    assert not [name for name in pages if not (HELP / language / f"{name}.md").exists()]


def test_every_section_that_is_named_is_there_and_in_the_same_place_in_every_language() -> None:
    named = {_help_of(node) for _path, node in _classes()}
    sections = [name.partition("#") for name in named if "#" in name]
    assert sections
    assert not [name for name in sections if not book.section(name[0], name[2])]
    for english in (HELP / "en").glob("*.md"):
        counts = {
            len(book.headings((HELP / language / english.name).read_text("utf-8")))
            for language in ("en", "zh_HK", "zh_CN")
        }
        assert len(counts) == 1, english.name


@pytest.fixture
def below(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_opens_at_the_section_that_was_asked_about(
    below: QWidget, qtbot: QtBot, language: str
) -> None:
    i18n.use("zh_HK" if language == "zh_HK" else "en")
    shown = open_help(below, "sync#Joining head office")
    bar = shown.text.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    under = shown.text.cursorForPosition(QPoint(10, 12)).block().text()
    assert under == {"en": "Joining head office", "zh_HK": "加入總公司"}[language]
    shown.show_page("sync")
    qtbot.waitUntil(lambda: bar.value() == 0)


def test_help_over_a_small_dialog_is_as_large_as_the_window_lets_it(below: QWidget) -> None:
    dialog = QDialog(below)
    dialog.resize(300, 200)
    dialog.show()
    assert open_help(dialog, "sync").size() == QSize(920, 680)


def test_a_table_of_the_help_has_all_its_lines(below: QWidget) -> None:
    shown = open_help(below, "sync")
    frames = shown.text.document().rootFrame().childFrames()
    [table, *_more] = [one for one in frames if isinstance(one, QTextTable)]
    assert table.cellAt(0, 0).format().toTableCellFormat().leftBorder() == 1


def test_f1_explains_the_way_in_that_is_in_front(window: Window, qtbot: QtBot) -> None:
    page = JoinPage(window.desk, StoreGate(window.folder))
    window.front(page)
    with qtbot.waitSignal(window.desk.helpWanted) as asked:
        window.help_open()
    assert asked.args == ["sync#Joining head office"]
    for opened in window.findChildren(HelpWindow):
        opened.close()


def test_every_page_of_the_side_bar_has_help() -> None:
    pages = [node for path, node in _classes() if path.endswith("/page.py")]
    helped = {node.name for node in pages if "Page" in _bases(node) and _help_of(node)}
    assert len(helped) == len(PAGES)


@pytest.fixture(scope="module")
def dialogs() -> list[type[Dialog]]:
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    return list(_dialogs())


def test_every_dialog_opens_its_own_help_at_its_own_section(dialogs: list[type[Dialog]]) -> None:
    where = {one.__name__: one.help.partition("#") for one in dialogs}
    assert len(where) > 40
    found = {name for name, (page, _, title) in where.items() if book.section(page, title)}
    assert where.keys() - found == WHOLE_PAGE
    assert not [page for page, _, _ in where.values() if book.page(page) is None]


def test_both_languages_have_the_same_pages() -> None:
    english, chinese = (
        {path.name for path in (HELP / language).glob("*.md")} for language in LANGUAGES
    )
    assert english == chinese


def test_every_link_of_a_page_leads_somewhere() -> None:
    for path in HELP.glob("*/*.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_every_setting_is_explained_in_both_languages() -> None:
    assert set(SAID) == set(SETTINGS)
    for number, language in enumerate(LANGUAGES):
        text = (HELP / language / "settings.md").read_text("utf-8")
        assert not [key for key, said in SAID.items() if said[number] not in text]


def test_a_page_prints_with_all_its_words(qtbot: QtBot, tmp_path: Path) -> None:
    from PySide6.QtPrintSupport import QPrinter

    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1200, 800)
    i18n.use("zh_HK")
    window = open_help(over, "commissioning")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "help.pdf"))

    window.paper().print_(printer)

    assert (tmp_path / "help.pdf").stat().st_size > 5_000
    assert "復原碼" in window.paper().toPlainText()
    window.close()
