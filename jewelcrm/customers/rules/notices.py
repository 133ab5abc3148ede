"""The words a customer hears or reads before she is asked about marketing, by version.

They name the data used, the classes of goods and that a refusal costs nothing (Cap. 486 s.35C).
A wording that has been used is never changed: whoever consented, consented to exactly that.
"""

from __future__ import annotations

from collections.abc import Mapping

from jewelcrm.customers.rules.consent import NOTICE_VERSION

_2026_1 = {
    "en": (
        "We would like to use your name and contact details to tell you about gold, diamond, gem"
        " and jade jewellery, watches, our cleaning and repair services and our events. We may not"
        " do so without your consent. You may change your mind at any time, free of charge, by"
        " telling any of our staff."
    ),
    "zh_HK": (
        "本店希望使用閣下的姓名及聯絡資料，向閣下介紹黃金、鑽石、寶石及翡翠首飾、手錶、清洗及維修服務"
        "和本店活動。未得閣下同意，本店不會如此使用。閣下可隨時通知任何職員更改決定，費用全免。"
    ),
}

NOTICES: Mapping[str, Mapping[str, str]] = {"2026-1": _2026_1}
"""Every wording ever used: version, then language."""


def notice(language: str, version: str = NOTICE_VERSION) -> str:
    """The wording of a version; empty when this program does not know it (an imported consent)."""
    wordings = NOTICES.get(version, {})
    return wordings.get(language) or wordings.get("en", "")
