"""The words a customer hears before she is asked about marketing (Cap. 486 s.35C), per language.

They name what is used, for which classes of goods, and that saying no costs nothing. They are kept
by version: a change of wording needs a new version in jewelcrm/customers/rules/consent.py.
"""

from __future__ import annotations

NOTICE = {
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
LANGUAGES = (("zh_HK", "繁體中文"), ("en", "English"))
