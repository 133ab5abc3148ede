"""Every text of the window is there in Chinese, with the same placeholders."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

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
