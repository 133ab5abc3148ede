import datetime as dt
from dataclasses import dataclass

import pytest

from jewelcrm.customers.rules.consent import (
    NOTICE_VERSION,
    ConsentChoice,
    Standing,
    can_market,
    check_choice,
    confirm_due,
    deciding_entry,
    overall,
    state_of,
)
from jewelcrm.customers.rules.notices import NOTICES, notice
from jewelcrm.errors import CanFix

MONDAY = dt.datetime(2026, 11, 16, 4, 0, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Line:
    state: str
    days: int = 0
    channel: str = "all"
    subject_class: str = "all"
    purpose: str = "own_dm"
    source: str = "form"
    confirm_due: dt.date | None = None

    @property
    def obtained_at(self):
        return MONDAY + dt.timedelta(days=self.days)


def state(entries, channel="email"):
    return state_of(deciding_entry(entries, channel))


def test_silence_is_not_consent():
    assert overall([]) == "unknown"
    assert not can_market(Standing(), [], "email").allowed


def test_the_latest_answer_counts():
    agreed, refused = Line("consented"), Line("withdrawn", days=1)
    assert state([agreed, refused]) == "refused"
    assert state([refused, agreed, Line("consented", days=2)]) == "consented"


def test_of_two_answers_at_one_moment_the_later_written_counts():
    assert state([Line("consented"), Line("refused")]) == "refused"


def test_an_answer_for_one_channel_leaves_the_others():
    entries = [Line("consented"), Line("withdrawn", days=1, channel="whatsapp")]
    assert state(entries, "whatsapp") == "refused"
    assert state(entries, "email") == "consented"
    assert overall(entries) == "consented"


def test_refusing_everything_outweighs_an_earlier_single_consent():
    entries = [Line("consented", channel="email"), Line("refused", days=1)]
    assert state(entries, "email") == "refused"
    assert overall(entries) == "refused"


def test_consent_to_one_class_is_no_consent_to_all():
    entries = [Line("consented", subject_class="jade")]
    assert can_market(Standing(), entries, "email", "jade").allowed
    assert not can_market(Standing(), entries, "email", "watches").allowed


def test_consent_to_give_data_to_others_is_no_consent_to_our_own_marketing():
    assert state([Line("consented", purpose="provide_third_party")]) == "unknown"


def test_a_spoken_consent_is_confirmed_within_fourteen_days():
    assert confirm_due(ConsentChoice("consented"), dt.date(2026, 11, 16)) == dt.date(2026, 11, 30)
    assert confirm_due(ConsentChoice("refused"), dt.date(2026, 11, 16)) is None
    assert confirm_due(ConsentChoice("consented", source="form"), dt.date(2026, 11, 16)) is None


def test_nothing_is_sent_before_a_spoken_consent_is_confirmed():
    spoken = Line("consented", source="oral", confirm_due=dt.date(2026, 11, 30))
    verdict = can_market(Standing(), [spoken], "email")
    assert (verdict.allowed, verdict.law) == (False, "Cap. 486 s.35E")
    assert can_market(
        Standing(), [spoken, Line("consented", 1, source="confirmed")], "email"
    ).allowed


@pytest.mark.parametrize(
    ("standing", "allowed"),
    [
        (Standing(), True),
        (Standing(archived=True), False),
        (Standing(merged=True), False),
        (Standing(is_minor=True), False),
        (Standing(is_minor=True, has_guardian=True), True),
    ],
)
def test_who_may_be_written_to_at_all(standing, allowed):
    assert can_market(standing, [Line("consented")], "email").allowed is allowed


@pytest.mark.parametrize(
    ("choice", "field"),
    [
        (ConsentChoice("maybe"), "consent"),
        (ConsentChoice("consented", source="dream"), "source"),
        (ConsentChoice("consented", channels=("pigeon",)), "channel"),
        (ConsentChoice("consented", subject_classes=("anything",)), "subject_class"),
        (ConsentChoice("consented", purpose="sell"), "purpose"),
        (ConsentChoice("consented", purpose="provide_third_party"), "source"),
    ],
)
def test_an_answer_that_is_none_is_refused(choice, field):
    with pytest.raises(CanFix) as refused:
        check_choice(choice)
    assert refused.value.field == field


def test_every_wording_is_there_in_both_languages_and_names_the_right_to_refuse():
    for version in NOTICES:
        assert "free of charge" in notice("en", version)
        assert "費用全免" in notice("zh_HK", version)
    assert NOTICE_VERSION in NOTICES
    assert notice("en", "somebody else's") == ""
