"""Spoken consents that must be confirmed in writing: who they are, and when they leave the list."""

from jewelcrm.customers import commands, queries
from jewelcrm.customers.queries import CustomerFilter
from tests.builders import a_consent, a_kept_customer

_TO_CONFIRM = CustomerFilter(to_confirm=True)


def spoken(**more):
    return a_consent(source="oral", witness="Wing", **more)


def names(ctx):
    found = queries.ids(ctx, _TO_CONFIRM)
    return sorted(queries.card(ctx, key).name for key in found)


def confirm(ctx, key):
    for entry in queries.card(ctx, key).consent.entries:
        commands.confirm_consent(ctx, entry.id)


def test_a_spoken_yes_is_listed_until_its_confirmation_is_out(ctx, clock):
    a_kept_customer(ctx, name="Signed", consent=a_consent())
    a_kept_customer(ctx, name="Refused", consent=spoken(state="refused"))
    first = a_kept_customer(ctx, name="First", consent=spoken())
    a_kept_customer(ctx, name="Second", consent=spoken())
    assert names(ctx) == ["First", "Second"]

    clock.move(minutes=1)
    confirm(ctx, first)

    assert names(ctx) == ["Second"]


def test_a_later_no_to_everything_leaves_nothing_to_confirm(ctx, clock):
    key = a_kept_customer(ctx, consent=spoken(channels=("whatsapp", "email")))
    clock.move(minutes=1)
    commands.record_consent(ctx, key, a_consent("withdrawn", channels=("email",)))
    assert queries.ids(ctx, _TO_CONFIRM) == [key]
    clock.move(minutes=1)
    commands.record_consent(ctx, key, a_consent("withdrawn"))

    assert queries.ids(ctx, _TO_CONFIRM) == []
