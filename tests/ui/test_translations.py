"""Every text of the window is there in Chinese, with the same placeholders."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from ui import i18n
from ui.format import labelled

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    path = ROOT / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_tool", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def problems(tool: ModuleType) -> list[str]:
    return tool.problems()


@pytest.mark.parametrize("kind", ["missing", "unused", "other placeholders", "translated twice"])
def test_the_translations_are_in_step(problems: list[str], kind: str) -> None:
    assert [line for line in problems if f": {kind}: " in line] == []


# What a person says by pressing them: I have done this, that is so.
_SAID_BY_PRESSING = {"It has been sent", "Record is complete", "I have it", "Read"}


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield path, node


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def _texts(*nodes: ast.expr) -> set[str]:
    inside = [one for node in nodes for one in ast.walk(node) if isinstance(one, ast.Constant)]
    return {one.value for one in inside if isinstance(one.value, str)}


def _on_buttons(call: ast.Call) -> set[str]:
    """The texts of the buttons that a call makes."""
    saves = [one.value for one in call.keywords if one.arg == "save"]
    place = {"ask_yes": 3, "Deed": 0}.get(_name(call), 0 if "Button" in _name(call) else 99)
    return _texts(*saves, *call.args[place : place + 1])


def test_a_button_says_what_it_does_not_what_was_done() -> None:
    words = i18n.words_of("zh_HK")
    buttons = set().union(*(_on_buttons(call) for _path, call in _calls())) - _SAID_BY_PRESSING

    assert len(buttons) > 100
    assert {text: words[text] for text in buttons if words.get(text, "").startswith("已")} == {}


def test_no_two_fields_of_a_form_show_the_same_example() -> None:
    words = i18n.words_of("zh_HK")
    shown: dict[Path, dict[str, str]] = {}
    for path, call in _calls():
        given = [one.value for one in call.keywords if one.arg == "example"]
        shown.setdefault(path, {}).update({one: words.get(one, one) for one in _texts(*given)})

    for path, examples in shown.items():
        assert len(set(examples.values())) == len(examples), path.name


def test_a_label_and_its_value_are_joined_by_the_colon_of_the_language() -> None:
    joined = [
        f"{path.name}:{node.lineno}"
        for path in sorted((ROOT / "ui").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.JoinedStr)
        and any(
            isinstance(one, ast.Constant) and str(one.value).startswith(": ")
            for one in node.values[1:]
        )
    ]

    assert joined == []
    i18n.use("zh_HK")
    assert labelled("手", "左手") == "手：左手"
    assert [one for one in i18n.words_of("zh_HK").values() if re.search("[一-鿿]: ", one)] == []


def test_no_text_to_translate_is_an_f_string() -> None:
    wrong = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"t", "tn", "N_"}:
                wrong += [
                    f"{path.name}:{node.lineno}"
                    for argument in node.args
                    if isinstance(argument, ast.JoinedStr)
                ]

    assert wrong == []


def test_the_collector_sees_texts_in_every_way_they_are_given(tool: ModuleType) -> None:
    code = """
t("One")
tn("{n} many", 3, one="{n} single")
say(self.setText, "Two")
Field("Three", hint="Four")
Chips([("a", "Five")], name="Six")
say(x.setText, "Seven" if a else "Eight")
label.words("Nine {n}", n=3)
super().__init__(desk, "Ten", save="Eleven")
"""
    path = ROOT / "ui" / "shell" / "made_up.py"
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            found.update(tool._texts_of_call(node, in_window=True))

    assert path.parent.name == "shell"
    assert found >= {
        "One",
        "{n} many",
        "{n} single",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine {n}",
        "Ten",
        "Eleven",
    }
