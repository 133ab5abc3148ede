"""Spoken consents that must be confirmed in writing: who they are, and when they leave the list."""

import datetime as dt

from jewelcrm.customers import commands, queries
from jewelcrm.customers.queries import CustomerFilter
from tests.builders import a_consent, a_kept_customer


def spoken(**more):
    return a_consent(source="oral", witness="Wing", **more)


def names(ctx):
    return [one.name for one in queries.confirmations_due(ctx)]


def test_a_spoken_yes_is_listed_until_its_confirmation_is_out(ctx, clock):
    a_kept_customer(ctx, name="Signed", consent=a_consent())
    a_kept_customer(ctx, name="Refused", consent=spoken(state="refused"))
    a_kept_customer(ctx, name="First", consent=spoken())
    clock.move(days=2)
    a_kept_customer(ctx, name="Second", consent=spoken())
    assert names(ctx) == ["First", "Second"]

    [first, _second] = queries.confirmations_due(ctx)
    assert first.due == ctx.today() + dt.timedelta(days=12)
    assert queries.confirmations_due(ctx, until=first.due) == [first]
    clock.move(minutes=1)
    for consent_id in first.consent_ids:
        commands.confirm_consent(ctx, consent_id)

    assert names(ctx) == ["Second"]


def test_a_later_no_to_everything_leaves_nothing_to_confirm(ctx, clock):
    key = a_kept_customer(ctx, consent=spoken(channels=("whatsapp", "email")))
    assert len(queries.confirmations_due(ctx)[0].consent_ids) == 2
    clock.move(minutes=1)
    commands.record_consent(ctx, key, a_consent("withdrawn", channels=("email",)))
    assert len(queries.confirmations_due(ctx)[0].consent_ids) == 1
    clock.move(minutes=1)
    commands.record_consent(ctx, key, a_consent("withdrawn"))

    assert queries.confirmations_due(ctx) == []


def test_who_was_put_away_gets_no_confirmation(ctx):
    key = a_kept_customer(ctx, consent=spoken())
    commands.archive_customer(ctx, key, reason="moved away")

    assert queries.confirmations_due(ctx) == []


def test_the_list_of_customers_is_narrowed_to_them(ctx, clock):
    a_kept_customer(ctx, consent=a_consent())
    key = a_kept_customer(ctx, consent=spoken())
    wanted = CustomerFilter(to_confirm=True)
    assert queries.ids(ctx, wanted) == [key]

    clock.move(minutes=1)
    [due] = queries.confirmations_due(ctx)
    commands.confirm_consent(ctx, due.consent_ids[0])

    assert queries.ids(ctx, wanted) == []
