"""A consent on paper: who was asked what, in which words, and what she said."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from jewelcrm.customers import commands, queries
from jewelcrm.customers.rules.consent import ConsentChoice
from jewelcrm.payments.receipts import LANGUAGES, PAPERS
from jewelcrm.payments.receipts.consent_slip import render
from tests.builders import a_kept_customer


@pytest.fixture
def evidence(ctx, sales):
    key = a_kept_customer(ctx, name_zh="陳大文")
    choice = ConsentChoice("consented", witness="Wing", notice_language="en")
    (line,) = commands.record_consent(sales, key, choice)
    return queries.consent_evidence(ctx, line)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_who_was_asked_and_how_she_answered(evidence, paper, language):
    [page] = PdfReader(BytesIO(render(evidence, paper, language))).pages
    said = " ".join(page.extract_text().split())
    answer = {"en": "Ann Lee", "zh_HK": "見證人"}[language]
    spoken = {"en": "Spoken", "zh_HK": "口頭"}[language]
    for wanted in (
        evidence.number,
        "陳大文 Chan Tai Man",
        "Wing",
        "free of charge",
        answer,
        spoken,
    ):
        assert wanted in said


def test_a_wording_this_program_does_not_know_is_left_out(evidence):
    [page] = PdfReader(BytesIO(render(replace(evidence, wording=""), "A5", "en"))).pages
    assert "What was said" not in page.extract_text()


@pytest.mark.parametrize(("language", "who"), [("en", "Ann Lee"), ("zh_HK", "李安")])
def test_who_asked_is_named_in_the_language_of_the_paper(evidence, language, who):
    told = replace(evidence, asked_by="Ann Lee", asked_by_zh="李安")
    [page] = PdfReader(BytesIO(render(told, "A5", language))).pages
    assert who in page.extract_text()
