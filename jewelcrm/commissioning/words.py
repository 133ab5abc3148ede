"""The words of commissioning's papers, in English and 繁體中文."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from jewelcrm.script import sentences

STEPS = {
    "folder": "資料夾",
    "disk": "硬碟空間",
    "disk encryption": "硬碟加密",
    "keyring": "鑰匙圈",
    "screen": "螢幕",
    "printer": "打印機",
    "test page": "測試頁",
    "label": "標籤",
    "scanner": "掃描器",
    "camera": "攝影機",
    "fonts": "字型",
    "clock": "時鐘",
    "network": "網絡",
    "store": "資料庫",
    "recovery code": "復原碼",
    "settings": "設定",
    "backup": "備份",
    "restore drill": "試還原",
    "sheet": "驗收單",
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """One language."""

    title: str
    branch: str
    computer: str
    folder: str
    program: str
    date: str
    installer: str
    manager: str
    signed: str
    accepted: str
    test_title: str
    ruler: str
    scan: str
    code_title: str
    code_words: str
    login: str
    lights: Mapping[str, str]
    colon: str = ": "
    steps: Mapping[str, str] = field(default_factory=dict)
    sentences: Mapping[str, str] = field(default_factory=dict)

    def step(self, name: str) -> str:
        """A step's name."""
        return self.steps.get(name, name)

    def light(self, name: str) -> str:
        """What a light means."""
        return self.lights[name]

    def words(self, text: str) -> str:
        """What a check found, and what to do."""
        return said_in(text, self.sentences)


ENGLISH = Spoken(
    title="Acceptance sheet",
    branch="Branch",
    computer="Computer",
    folder="Folder of the store",
    program="Program",
    date="Date",
    installer="Installed by",
    manager="Accepted by",
    signed="name, signature, date",
    accepted="What stands above was tried on this computer. What is open is to be done as it says.",
    test_title="Test page",
    ruler="The ruler is 100 mm long. If it is not, the printer scales: switch that off.",
    scan="Scan one of these in the window; it must say JEWELCRM-SCAN-7.",
    code_title="Recovery code",
    code_words="It opens the store when passwords or this computer are lost. Lock it away, not"
    " beside the computer.",
    login="Log-in",
    lights={"green": "in order", "amber": "to be done", "red": "NOT in order"},
)
CHINESE = Spoken(
    title="驗收單",
    branch="分店",
    computer="電腦",
    folder="資料庫位置",
    program="程式",
    date="日期",
    installer="安裝人",
    manager="驗收人",
    signed="姓名、簽署、日期",
    accepted="以上各項已在這部電腦測試。未完成的項目須按說明處理。",
    test_title="測試頁",
    ruler="尺長 100 毫米。如不符，打印機正在縮放，請關閉縮放。",
    scan="在視窗掃描其中一個條碼，須顯示 JEWELCRM-SCAN-7。",
    code_title="復原碼",
    code_words="遺失密碼或電腦時，用它開啟資料庫。請鎖好，不要放在電腦旁。",
    login="登入名稱",
    lights={"green": "正常", "amber": "待處理", "red": "不正常"},
    colon="：",
    steps=STEPS,
)


def spoken(language: str) -> Spoken:
    """The words of a language."""
    return replace(CHINESE, sentences=_sentences()) if language.startswith("zh") else ENGLISH


def said_in(text: str, pairs: Mapping[str, str]) -> str:
    """A finished sentence in another language, whatever names and numbers stand in it.

    The template that says most of it is taken; what stands in its blanks may be a sentence too.
    """
    if text in pairs:
        return pairs[text]
    fitting = (one for one in pairs if "{a}" in one and _pattern(one).fullmatch(text))
    template = max(fitting, key=_said, default="")
    if not _said(template):
        return text
    found = _pattern(template).fullmatch(text)
    values = found.groupdict() if found is not None else {}
    return pairs[template].format(**{name: said_in(one, pairs) for name, one in values.items()})


@lru_cache(maxsize=5_000)
def _said(template: str) -> int:
    """How many letters of a template are its own."""
    return sum(letter.isalnum() for letter in re.sub(r"\{[a-h]\}", "", template))


@lru_cache(maxsize=5_000)
def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{([a-h])\}", template)
    whole = [re.escape(one) if at % 2 == 0 else f"(?P<{one}>.*)" for at, one in enumerate(parts)]
    return re.compile("".join(whole), re.DOTALL)


@lru_cache(maxsize=1)
def _sentences() -> dict[str, str]:
    """What the window knows of this room in 繁體中文."""
    return sentences("zh_HK", "commissioning", "shell")
