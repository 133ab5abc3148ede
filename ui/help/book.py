"""The help pages on disk: resources/help/<language>/<page>.md, each beginning with `# its title`.

A page that nobody has translated yet is shown in English. Images and links to other pages
([Orders](orders.md)) are relative.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from resources.find import root
from ui.i18n import language
from ui.pages import PAGES

_FIRST = ("start", "signin", "keys", *(page.name for page in PAGES))


@dataclass(frozen=True)
class HelpPage:
    """A page of help."""

    name: str
    title: str
    text: str  # Markdown


def page(name: str) -> HelpPage | None:
    """A page in the present language, else in English, else None."""
    return next((found for found in _pages(language()) if found.name == name), None)


def section(name: str, title: str) -> int:
    """The place of a page's section among its headings, by its English title; 0: the beginning.

    Sections stand in the same order in every language.
    """
    found = next((one for one in _pages("en") if one.name == name), None)
    titles = headings(found.text) if found is not None else []
    return titles.index(title) + 1 if title in titles else 0


def headings(text: str) -> list[str]:
    """The titles of a page's sections."""
    return [line[3:].strip() for line in text.splitlines() if line.startswith("## ")]


def pages() -> list[HelpPage]:
    """All pages: the beginning, then in the order of the side bar, then the rest by title."""
    return list(_pages(language()))


def find(text: str) -> list[HelpPage]:
    """The pages that hold all the words; those with a word in the title first."""
    words = text.casefold().split()
    found = [p for p in pages() if all(w in p.text.casefold() for w in words)]
    return sorted(found, key=lambda p: not any(w in p.title.casefold() for w in words))


@lru_cache(maxsize=4)
def _pages(spoken: str) -> tuple[HelpPage, ...]:
    texts: dict[str, str] = {}
    for folder in ("en", spoken):
        for path in sorted((root() / "help" / folder).glob("*.md")):
            texts[path.stem] = path.read_text("utf-8")
    made = [HelpPage(name, _title(text, name), text) for name, text in texts.items()]
    return tuple(sorted(made, key=_place))


def _title(text: str, name: str) -> str:
    first = text.lstrip().split("\n", 1)[0]
    return first.lstrip("# ").strip() if first.startswith("#") else name


def _place(found: HelpPage) -> tuple[int, str]:
    place = _FIRST.index(found.name) if found.name in _FIRST else len(_FIRST)
    return (place, found.title)
