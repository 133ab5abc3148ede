"""简体中文: complete, simplified characters, the mainland's words; in the switch and by --lang."""

from __future__ import annotations

import importlib.util
import re
import string
from types import ModuleType

import pytest

from jewelcrm.context import Context
from resources.find import root
from tests.conftest import ROOT
from tests.ui.conftest import OpenWindow
from ui import i18n
from ui.app import parser
from ui.i18n import words_of
from ui.shell.preferences import Preferences

HONG_KONG_ONLY = (
    "登入",
    "列印",
    "档案",
    "程式",
    "储存",
    "汇入",
    "汇出",
    "网络档",
    "设定",
    "搜寻",
    "手提",
)


def holders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def recipe(name: str) -> ModuleType:
    path = ROOT / "packaging" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"{name}_tool", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def simplified() -> ModuleType:
    return recipe("simplified")


def own_words() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((root() / "translations" / "zh_CN").glob("*.ts")):
        found.update(i18n.read_ts(path))
    return found


def test_every_text_of_the_window_is_there() -> None:
    found = recipe("translations").problems("zh_CN")

    assert [line for line in found if "unused:" not in line] == []


def test_no_traditional_character_is_left(simplified: ModuleType) -> None:
    wrong = {text: simplified.leftovers(said) for text, said in own_words().items()}

    assert {text: left for text, left in wrong.items() if left} == {}


def test_no_word_of_hong_kong_is_left() -> None:
    wrong = [said for said in own_words().values() if any(word in said for word in HONG_KONG_ONLY)]

    assert wrong == []


def test_the_placeholders_are_those_of_the_english() -> None:
    wrong = [
        text
        for text, said in own_words().items()
        if re.search("[a-z]", text) and holders(text) != holders(said)
    ]

    assert wrong == []


def test_accelerators_are_not_lost_or_made_up() -> None:
    for language in ("zh_HK", "zh_CN"):
        wrong = [
            text
            for text, said in words_of(language).items()
            if len(re.findall(r"&\w", text)) != len(re.findall(r"&\w", said))
        ]
        assert wrong == []


@pytest.mark.parametrize(
    ("hong_kong", "mainland"),
    [
        ("登入名稱或密碼不正確。", "登录名或密码不正确。"),
        ("這部電腦的資料庫", "这台电脑的数据库"),
        ("儲存檔案到 USB 手指", "保存文件到U盘"),
        ("列印收據", "打印收据"),
        ("沒有甚麼欠缺", "没有什么欠缺"),
    ],
)
def test_words_are_the_mainlands(simplified: ModuleType, hong_kong: str, mainland: str) -> None:
    assert simplified.simplified(hong_kong) == mainland


def test_a_finger_stays_a_finger(simplified: ModuleType) -> None:
    assert simplified.proposed("Finger", "手指") == "手指"


def test_the_window_speaks_it_from_the_command_line_and_from_the_switch(
    open_window: OpenWindow, ctx: Context
) -> None:
    window, _ = open_window(ctx)
    said = [i18n.language()]
    for _ in range(3):
        window.next_language()
        i18n.go_on()
        said.append(i18n.language())

    assert said == ["en", "zh_HK", "zh_CN", "en"]
    assert parser().parse_args(["--lang", "zh_CN"]).lang == "zh_CN"
    assert Preferences(language="zh_CN").spoken("en") == "zh_CN"


def test_the_search_box_says_so(open_window: OpenWindow, ctx: Context) -> None:
    window, _ = open_window(ctx)
    i18n.use("zh_CN")

    assert window.sheet.top.search.accessibleName() == "搜索任何数据"


def test_lists_of_the_shop_are_in_the_script_of_the_window() -> None:
    i18n.use("zh_CN")
    assert i18n.in_script("醫生／博士") == "医生／博士"
    i18n.use("zh_HK")
    assert i18n.in_script("醫生／博士") == "醫生／博士"


def test_papers_keep_to_hong_kongs_languages() -> None:
    i18n.use("zh_CN")

    assert i18n.paper_language() == "zh_HK"


def test_help_is_there_in_simplified_page_for_page(simplified: ModuleType) -> None:
    for page in sorted((root() / "help" / "zh_HK").glob("*.md")):
        copy = root() / "help" / "zh_CN" / page.name
        assert copy.read_text("utf-8") == simplified.simplified(page.read_text("utf-8")), page.name
