"""The shop's own words in the language and script a person reads: English, Hong Kong's, simplified.

Lists, titles and notes stand in the code in English and Traditional Chinese. What they are in
simplified characters was proposed from it and read over (`resources/translations/zh_CN/lists.ts`);
of what is put together from pieces, each character is turned by itself. Names of people are data
and are never turned. What stands in the code in English only (rules, outcomes, reasons), because
the window translates it, papers translate from the same files.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from resources.find import find, root

SIMPLIFIED = "zh_CN"


def chosen(language: str, en: str, zh: str) -> str:
    """The words of a language: "en", "zh_HK" or "zh_CN"."""
    if not language.startswith("zh"):
        return en
    return simplified(zh) if language == SIMPLIFIED else zh


@lru_cache(maxsize=4_000)
def simplified(text: str) -> str:
    """Hong Kong's Chinese in simplified characters."""
    return _known().get(text) or text.translate(_characters())


@lru_cache(maxsize=1)
def _characters() -> dict[int, str]:
    above, below = find("search/variants.txt").read_text("utf-8").split("\n")[:2]
    return dict(zip(map(ord, above), below, strict=True))


def said(language: str, english: str) -> str:
    """English words of ours in a language, as the window says them; unknown ones as they are."""
    if not language.startswith("zh"):
        return english
    return _said(language).get(english) or _said("zh_HK").get(english, english)


@lru_cache(maxsize=2)
def _said(language: str) -> Mapping[str, str]:
    rooms = sorted(path.stem for path in (root() / "translations" / language).glob("*.ts"))
    return sentences(language, *rooms)


def sentences(language: str, *rooms: str) -> dict[str, str]:
    """What the window says in these rooms: English, and the same in the language."""
    from xml.etree import ElementTree as ET  # only papers in Chinese need it

    found: dict[str, str] = {}
    for room in rooms:
        tree = ET.parse(find(f"translations/{language}/{room}.ts"))  # noqa: S314 - a file of ours
        for message in tree.getroot().iter("message"):
            source, words = message.findtext("source"), message.findtext("translation")
            if source and words:
                found[source] = words
    return found


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    return sentences(SIMPLIFIED, "lists")
