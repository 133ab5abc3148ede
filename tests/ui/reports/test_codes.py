"""Figures say a code as the rest of the window does."""

from __future__ import annotations

import pytest

from jewelcrm.reports import codes
from ui import i18n
from ui.orders.words import CHANNELS, STAGES


@pytest.mark.parametrize("language", ["en", "zh_HK"])
@pytest.mark.parametrize(("column", "known"), [("stage", STAGES), ("channel", CHANNELS)])
def test_a_code_is_called_the_same_in_a_report_and_on_its_page(
    column: str, known: tuple[tuple[str, str], ...], language: i18n.Language
) -> None:
    i18n.use(language)

    assert {code: codes.say(column, code, language) for code, _ in known} == {
        code: i18n.t(words) for code, words in known
    }
