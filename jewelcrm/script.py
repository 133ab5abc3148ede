"""The shop's own Chinese in the script a person reads: Hong Kong's, or simplified.

Lists, titles and notes stand in the code in English and Traditional Chinese. What they are in
simplified characters was proposed from it and read over (`resources/translations/zh_CN/lists.ts`);
of what is put together from pieces, each character is turned by itself. Names of people are data
and are never turned.
"""

from __future__ import annotations

from functools import lru_cache

from resources.find import find

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


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    from xml.etree import ElementTree as ET  # only papers in simplified characters need it

    tree = ET.parse(find("translations/zh_CN/lists.ts"))  # noqa: S314 - a file of ours
    pairs = (
        (one.findtext("source") or "", one.findtext("translation") or "")
        for one in tree.getroot().iter("message")
    )
    return {source: words for source, words in pairs if source and words}
