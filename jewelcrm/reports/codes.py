"""What the store's codes are called where people read them: `ring` is a ring or a 戒指.

Screens, papers and spreadsheets show the words; CSV and JSON keep the codes, for programs. A word
that a shop made up itself, and a code from elsewhere, is shown as it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from jewelcrm.customers import lists
from jewelcrm.customers.lists import Choices, choices
from jewelcrm.followups.rules import OUTCOMES, RULES, STOPS
from jewelcrm.payments.receipts.words import KINDS, METHODS
from jewelcrm.reports.acts import act_words
from jewelcrm.reports.taken import FORMS, PURPOSES, held
from jewelcrm.script import said

CATEGORIES = choices(
    ("ring", "Ring", "戒指"),
    ("bangle", "Bangle", "手鐲"),
    ("bracelet", "Bracelet", "手鏈"),
    ("necklace", "Necklace", "頸鏈"),
    ("pendant", "Pendant", "吊墜"),
    ("earrings", "Earrings", "耳環"),
    ("watch", "Watch", "手錶"),
    ("brooch", "Brooch", "胸針"),
    ("chain", "Chain", "鏈"),
    ("charm", "Charm", "串飾"),
    ("pellet", "Gold pellet", "金粒"),
    ("bar", "Gold bar", "金條"),
)
STAGES = choices(
    ("draft", "Draft", "草稿"),
    ("confirmed", "Confirmed", "已確認"),
    ("received", "Received", "已收件"),
    ("estimating", "Estimating", "估價中"),
    ("awaiting_approval", "Awaiting approval", "待確認"),
    ("in_work", "In work", "製作中"),
    ("outsourced", "At the workshop", "外發中"),
    ("quality_check", "Quality check", "質檢"),
    ("ready", "Ready", "可取件"),
    ("notified", "Customer told", "已通知顧客"),
    ("uncollected", "Uncollected", "逾期未取"),
    ("collected", "Collected", "已取件"),
    ("returned_unrepaired", "Returned unrepaired", "未維修退回"),
    ("cancelled", "Cancelled", "已取消"),
)
WORK = tuple(one.code for one in STAGES)
"""Stages in the order of the work, whatever the kind of order."""

ODD = choices(
    ("number-twice", "The same number twice", "號碼重複"),
    ("nothing-charged", "A sale that comes to nothing or less", "總額為零或負數的銷售"),
    ("big-discount", "A discount of more than half", "折扣逾半"),
    ("below-metal", "Sold below the metal's value", "售價低於金價"),
    ("paid-too-much", "Paid more than it comes to", "付款多於總額"),
    ("back-dated", "Dated before it was written", "日期早於輸入"),
    ("many-a-day", "More than three orders of one customer in a day", "同一顧客一日逾三單"),
    ("other-tender", "Given back another way than it was paid", "以不同方式退款"),
    ("cash-near", "Cash near the amount that must be reported", "現金接近申報額"),
    ("overdue", "Unpaid after its day", "逾期未付"),
)
"""Rules by which an order or a payment should be looked at."""

_SALES_CHANNELS = choices(
    ("counter", "Counter", "門市"),
    ("phone", "Phone", "電話"),
    ("online", "Online", "網上"),
    ("follow-up", "Follow-up", "跟進"),
)
_KINDS = choices(*((code, en, zh) for code, (en, zh) in KINDS.items()))
_ENTRIES = choices(("order", "Order", "訂單"), *((one.code, one.en, one.zh) for one in _KINDS))
_METHODS = choices(*((code, en, zh) for code, (en, zh) in METHODS.items()))
_STATES = choices(
    ("open", "Open", "未完成"),
    ("done", "Done", "已完成"),
    ("snoozed", "Put off", "已延後"),
    ("stopped", "Stopped", "已停止"),
    ("ok", "Done", "完成"),
    ("denied", "Refused", "拒絕"),
    ("failed", "Failed", "失敗"),
    ("begun", "Begun", "已開始"),
)
_OF: Mapping[str, tuple[Choices, ...]] = {
    "category": (CATEGORIES,),
    "stage": (STAGES,),
    "kind": (_KINDS, lists.OCCASIONS),
    "channel": (_SALES_CHANNELS, lists.NOTE_CHANNELS, lists.CHANNELS),
    "about": (lists.SUBJECT_CLASSES,),
    "rule": (ODD,),
    "what": (_ENTRIES,),
    "method": (_METHODS,),
    "district": (lists.DISTRICTS,),
    "gender": (lists.GENDERS,),
    "language": (lists.LANGUAGES,),
    "source": (lists.SOURCES,),
    "tier": (lists.TIERS,),
    "occasion": (lists.OCCASIONS,),
    "state": (_STATES,),
    "outcome": (_STATES,),
    "form": (FORMS,),
    "purpose": (PURPOSES,),
}

# What the window translates stands in the code in English only.
_ENGLISH: Mapping[str, Mapping[str, str]] = {
    "rule": {key: rule.name for key, rule in RULES.items()},
    "outcome": {**STOPS, **OUTCOMES},
}


def say(column: str, code: str, language: str) -> str:
    """The word for a code in a column (or filter) of that name."""
    for known in _OF.get(column, ()):
        if (choice := known.find(code)) is not None:
            return choice.label(language)
    if column == "action":
        return act_words(code, language)
    if column == "what" and "/" in code:
        return held(code, language)
    english = _ENGLISH.get(column, {}).get(code)
    return said(language, english) if english else code
