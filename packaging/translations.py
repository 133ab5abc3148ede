"""Collect every English text of a room into its Qt Linguist file, keeping what is translated.

    python packaging/translations.py            # write all rooms' files
    python packaging/translations.py --check    # only say what is missing, unused or wrong

A room is a folder of ui/ (ui/shell, ui/signin, ui/settings, ui/help, ui/widgets and the modules
beside them share shell.ts). Texts are the literals given to t(), tn(), say(), N_() and to our
widgets, which translate themselves; and the sentences that errors of the shop and the store carry.
"""

from __future__ import annotations

import argparse
import ast
import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(Path(__file__).parent))
from simplified import proposed, simplified

OUT = ROOT / "resources" / "translations"
HELP = ROOT / "resources" / "help"
LANGUAGES = ("zh_HK", "zh_CN")  # the second is proposed from the first
SHELL = "shell"
SHELL_ROOMS = frozenset({"shell", "signin", "settings", "help", "widgets"})
WITH_SHELL = frozenset({"access", "people", "doctor"})  # rooms of jewelcrm without one in ui
SILENT = ("jewelcrm/admin/", "jewelcrm/office/", "jewelcrm/demo/")  # never heard in the window

LISTED = ("customers/lists.py", "customers/rules/fields.py", "history/rules.py", "reports/**/*.py")

# Which arguments are texts: by place, and by name.
TEXTS: dict[str, tuple[tuple[int, ...], tuple[str, ...]]] = {
    "t": ((0,), ()),
    "tn": ((0,), ("one",)),
    "N_": ((0,), ()),
    "say": ((1,), ()),
    "words": ((0,), ()),
    "error": ((0,), ()),
    "CanFix": ((0,), ()),
    "Unavailable": ((0,), ()),
    "Label": ((0,), ()),
    "ElidedLabel": ((0,), ()),
    "heading": ((0,), ()),
    "title": ((0,), ()),
    "muted": ((0,), ()),
    "note": ((0,), ()),
    "Button": ((0,), ()),
    "PrimaryButton": ((0,), ()),
    "DangerButton": ((0,), ()),
    "LinkButton": ((0,), ()),
    "IconButton": ((1,), ("name",)),
    "Field": ((0,), ("hint", "example")),
    "Choice": ((1,), ("name",)),
    "Chips": ((1,), ("name",)),
    "Tabs": ((1,), ("name",)),
    "Tile": ((0,), ()),
    "Section": ((0,), ()),
    "Pill": ((0,), ()),
    "EmptyState": ((1, 2, 3), ("hint", "action")),
    "Column": ((0,), ()),
    "LazyTable": ((3,), ("name",)),
    "Dialog": ((1,), ("save",)),
    "ask_yes": ((1, 2, 3), ()),
    "super().__init__": ((1, 2), ("save",)),
    "Rule": ((1,), ("name", "before", "after", "on", "escalated", "for_another")),
    "Line": ((2, 3), ("advice",)),
    "Outcome": ((2, 3), ("advice",)),
    "Right": ((1,), ()),
    "Chained": ((1,), ()),
    "Setting": ((2,), ()),
    "Verdict": ((1,), ()),
}
# Pairs (key, text) given to these are choices whose second half is a text.
PAIRS = frozenset({"Choice", "Chips", "Tabs", "offer"})
# Below the window only these speak to people.
TOLD_BY_SHOP = frozenset(
    {
        *("CanFix", "Unavailable", "N_", "Rule", "Line", "Outcome", "Right", "Chained", "Setting"),
        "Verdict",
    }
)
# Not English, or not for people to read.
_SKIP = re.compile(r"^[\W\d_]*$|^[a-z][a-z0-9]*[_.-][a-z0-9_.-]*$|^[^a-zA-Z]*$|^(XXXXX-?)+$")


def room_of(path: Path) -> str:
    """The room whose .ts file a module's texts belong to."""
    parts = path.relative_to(ROOT).parts
    if parts[0] == "ui":
        return parts[1] if len(parts) > 2 and parts[1] not in SHELL_ROOMS else SHELL
    if parts[0] == "db" or len(parts) < 3 or parts[1] in WITH_SHELL:
        return SHELL
    return parts[1]


def sources() -> Iterator[Path]:
    """Every module that may say something to a person at the window."""
    for folder in ("ui", "jewelcrm", "db"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if not path.relative_to(ROOT).as_posix().startswith(SILENT):
                yield path


def texts_of(path: Path) -> set[str]:
    """The texts of one module."""
    found: set[str] = set()
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            found.update(_texts_of_call(node, in_window=_is_ui(path)))
    found.update(_sentences(path, tree))
    return {text for text in found if not _SKIP.match(text)}


def _is_ui(path: Path) -> bool:
    return path.relative_to(ROOT).parts[0] == "ui"


def _texts_of_call(call: ast.Call, *, in_window: bool) -> Iterator[str]:
    name = _name(call.func)
    if not in_window and name not in TOLD_BY_SHOP:
        return
    places, words = TEXTS.get(name, ((), ()))
    given = [call.args[place] for place in places if place < len(call.args)]
    given += [keyword.value for keyword in call.keywords if keyword.arg in words]
    for node in given:
        if name in {"Line", "Outcome"} and isinstance(node, ast.JoinedStr):
            yield _counted(node)
        yield from _literals(node)
    if name in PAIRS and call.args:
        yield from _second_halves(call.args[0])


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    if isinstance(function, ast.Attribute):
        is_super = isinstance(function.value, ast.Call) and _name(function.value.func) == "super"
        return "super().__init__" if is_super and function.attr == "__init__" else function.attr
    return ""


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _literals(value)


def _counted(node: ast.JoinedStr) -> str:
    """f"{n} people" as "{a} people": see counted() in ui/i18n.py."""
    names = iter("abcdefgh")
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else f"{{{next(names)}}}"
        for part in node.values
    )


def _second_halves(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.List | ast.Tuple):
        for pair in node.elts:
            if isinstance(pair, ast.Tuple) and len(pair.elts) == 2:
                yield from _literals(pair.elts[1])


def _sentences(path: Path, tree: ast.Module) -> Iterator[str]:
    """Errors of the store, rights and doctor lines are told in the window too."""
    place = path.relative_to(ROOT).as_posix()
    if place == "db/errors.py" or place.startswith(("db/shop/", "jewelcrm/access/")):
        for node in ast.walk(tree):
            if _is_sentence(node) and not _is_docstring(node, tree):
                yield str(node.value)


def _is_sentence(node: ast.AST) -> TypeGuard[ast.Constant]:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.match(r"^[A-Z].* .*[.!]$", node.value) is not None
    )


def _is_docstring(node: ast.Constant, tree: ast.Module) -> bool:
    for holder in ast.walk(tree):
        body = getattr(holder, "body", None)
        if isinstance(body, list) and body:
            for statement in body:
                if isinstance(statement, ast.Expr) and statement.value is node:
                    return True
    return False


def collect() -> dict[str, set[str]]:
    """Room -> its texts."""
    rooms: dict[str, set[str]] = {}
    for path in sources():
        found = texts_of(path)
        if found:
            rooms.setdefault(room_of(path), set()).update(found)
    return rooms


def read(path: Path) -> dict[str, str]:
    """English -> translation ("" when there is none) of a .ts file."""
    if not path.exists():
        return {}
    pairs: dict[str, str] = {}
    tree = ET.parse(path)  # noqa: S314 - a file of ours
    for message in tree.getroot().iter("message"):
        target = message.find("translation")
        form = target.find("numerusform") if target is not None else None
        text = form.text if form is not None else (target.text if target is not None else "")
        pairs[message.findtext("source") or ""] = text or ""
    return pairs


def write(path: Path, language: str, texts: set[str], known: dict[str, str]) -> None:
    """Write a .ts file: all texts in order, with what is translated."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "JewelCRM"
    for text in sorted(texts, key=lambda one: (one.casefold(), one)):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if known.get(text):
            translation.text = known[text]
        else:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def holders(text: str) -> set[str]:
    """The names of the {placeholders} of a text."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {"(broken)"}


def problems(language: str = "zh_HK") -> list[str]:
    """What is missing, unused, or has other placeholders; and one text in two translations."""
    rooms, said, found = collect(), {}, []
    everything: dict[str, str] = {}
    for path in sorted((OUT / language).glob("*.ts")):
        everything.update({k: v for k, v in read(path).items() if v})
    for room, texts in sorted(rooms.items()):
        pairs = read(OUT / language / f"{room}.ts")
        found += [f"{room}: missing: {text}" for text in sorted(texts) if text not in everything]
        found += [f"{room}: unused: {text}" for text in sorted(set(pairs) - texts) if text]
    for path in sorted((OUT / language).glob("*.ts")):
        for text, translation in read(path).items():
            if translation and holders(text) != holders(translation):
                found.append(f"{path.stem}: other placeholders: {text} -> {translation}")
            if translation and said.setdefault(text, translation) != translation:
                found.append(f"{path.stem}: translated twice: {text}: {translation}, {said[text]}")
    return found + (_stale_help() if language == "zh_CN" else [])


def _from_hong_kong(room: str) -> dict[str, str]:
    known = read(OUT / "zh_HK" / f"{room}.ts")
    return {english: proposed(english, chinese) for english, chinese in known.items() if chinese}


def listed() -> set[str]:
    """Chinese that stands in the code: entries of the shop's own lists, and report titles."""
    found: set[str] = set()
    for place in LISTED:
        for path in sorted((ROOT / "jewelcrm").glob(place)):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                text = node.value if isinstance(node, ast.Constant) else None
                if isinstance(text, str) and "\\" not in text and simplified(text) != text:
                    found.add(text)
    return found


def write_simplified() -> None:
    """What is made from Hong Kong's Chinese alone: the lists, and the pages of help."""
    found = listed()
    place = OUT / "zh_CN" / "lists.ts"
    write(place, "zh_CN", found, {**{one: simplified(one) for one in found}, **read(place)})
    for copy, text in simplified_help():
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(text, "utf-8")


def simplified_help() -> Iterator[tuple[Path, str]]:
    """Each page of help, where it lies and as it should read."""
    for page in sorted((HELP / "zh_HK").glob("*.md")):
        yield HELP / "zh_CN" / page.name, simplified(page.read_text("utf-8"))


def _stale_help() -> list[str]:
    return [
        f"help {copy.name}: is not what Hong Kong's page gives"
        for copy, text in simplified_help()
        if not copy.exists() or copy.read_text("utf-8") != text
    ]


def main() -> int:
    """Write the files, or check them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--language", nargs="+", default=LANGUAGES, choices=LANGUAGES)
    parser.add_argument("rooms", nargs="*", help="only these rooms (default: all)")
    args = parser.parse_args()
    if args.check:
        wrong = [f"{language}: {one}" for language in LANGUAGES for one in problems(language)]
        print("\n".join(wrong))
        return 1 if wrong else 0
    for language in args.language:
        elsewhere: dict[str, str] = {}
        for path in sorted((OUT / language).glob("*.ts")):
            elsewhere.update({k: v for k, v in read(path).items() if v})
        for room, texts in collect().items():
            if args.rooms and room not in args.rooms:
                continue
            path = OUT / language / f"{room}.ts"
            known = {**elsewhere, **{k: v for k, v in read(path).items() if v}}
            if language == "zh_CN":
                known = {**_from_hong_kong(room), **known}
            write(path, language, texts, known)
            missing = sum(1 for text in texts if not known.get(text))
            print(f"{path.relative_to(ROOT)}: {len(texts)} texts, {missing} to translate")
    if not args.rooms:
        write_simplified()
    return 0


if __name__ == "__main__":
    sys.exit(main())
