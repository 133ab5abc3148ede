"""What a customer was asked and answered about marketing, as a paper for her and for the file.

It is also the written confirmation that a spoken consent needs (Cap. 486 s.35E).
"""

from __future__ import annotations

from collections.abc import Iterator

from jewelcrm.customers.lists import (
    CHANNELS,
    CONSENT_SOURCES,
    CONSENT_STATES,
    PURPOSES,
    SUBJECT_CLASSES,
    Choices,
)
from jewelcrm.customers.queries.evidence import Evidence
from jewelcrm.customers.rules.consent import state_of
from jewelcrm.payments.receipts import parts
from jewelcrm.payments.receipts.blocks import Block, Sheet, gap, paragraph, rule
from jewelcrm.payments.receipts.model import Paper
from jewelcrm.payments.receipts.paper import A5, ROLL, one_strip

_WORDS = {
    "title": ("Your choice about news and offers", "閣下就推廣資訊的選擇"),
    "customer": ("Customer", "顧客"),
    "number": ("No.", "編號"),
    "purpose": ("Asked about", "查詢事項"),
    "channel": ("By way of", "途徑"),
    "goods": ("About", "內容"),
    "answer": ("Answer", "答覆"),
    "how": ("Given", "方式"),
    "when": ("On", "日期"),
    "by": ("Asked by", "經手人"),
    "witness": ("Witness", "見證人"),
    "wording": ("What was said or shown (wording {version})", "當時告知的內容（版本 {version}）"),
    "confirm": (
        (
            "This paper confirms in writing what you told us. If it is not what you said, or"
            " whenever you change your mind, tell any of our staff: it costs nothing."
        ),
        "本文件以書面確認閣下向本店表達的意願。如與閣下所述不符，或日後改變主意，請通知任何職員，費用全免。",
    ),
}


def render(evidence: Evidence, paper: Paper, language: str) -> bytes:
    """A5, or a strip of 80 mm; `language` is `en` or `zh_HK`."""
    sheet = A5 if paper == "A5" else ROLL
    blocks = list(_blocks(evidence, sheet, language))
    return one_strip(blocks, sheet, title=evidence.number, author=evidence.shop)


def _blocks(evidence: Evidence, sheet: Sheet, language: str) -> Iterator[Block]:
    yield from paragraph(evidence.shop, sheet.strong, sheet.room)
    yield from paragraph(_word("title", language), sheet.title, sheet.room)
    yield rule(sheet.room, sheet.accent, weight=1.0, space=4)
    yield from parts.columns(_facts(evidence, language), sheet, sheet.room, sheet.strong)
    if evidence.wording:
        yield rule(sheet.room, sheet.faint, space=4)
        heading = _word("wording", language).format(version=evidence.entry.notice_version)
        yield from paragraph(heading, sheet.small, sheet.room)
        yield from paragraph(evidence.wording, sheet.body, sheet.room)
    yield rule(sheet.room, sheet.faint, space=4)
    yield gap(4)
    yield from paragraph(_word("confirm", language), sheet.body, sheet.room)


def _facts(evidence: Evidence, language: str) -> Iterator[tuple[str, str]]:
    entry = evidence.entry

    def said(choices: Choices, code: str) -> str:
        return choices.label(code, language)

    facts = (
        ("customer", " ".join(filter(None, (evidence.name_zh, evidence.name)))),
        ("number", evidence.number),
        ("purpose", said(PURPOSES, entry.purpose)),
        ("channel", said(CHANNELS, entry.channel)),
        ("goods", said(SUBJECT_CLASSES, entry.subject_class)),
        ("answer", said(CONSENT_STATES, state_of(entry))),
        ("how", said(CONSENT_SOURCES, entry.source)),
        ("when", f"{evidence.answered_at:%d/%m/%Y %H:%M}"),
        ("by", _asked_by(evidence, language)),
        ("witness", entry.witness or ""),
    )
    yield from ((_word(key, language), text) for key, text in facts if text)


def _asked_by(evidence: Evidence, language: str) -> str:
    own = evidence.asked_by_zh if language.startswith("zh") else ""
    return own or evidence.asked_by


def _word(key: str, language: str) -> str:
    english, chinese = _WORDS[key]
    return chinese if language.startswith("zh") else english
