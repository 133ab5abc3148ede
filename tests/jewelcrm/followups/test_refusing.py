"""A customer who says no hears no more greetings, at once and not only at the next run."""

from jewelcrm.customers import commands as customers
from jewelcrm.customers.rules.consent import ConsentChoice
from jewelcrm.followups import commands, queries
from tests.jewelcrm.followups.builders import a_customer_with_a_birthday


def test_withdrawing_consent_stops_the_birthday_greeting_at_once(ctx):
    someone = a_customer_with_a_birthday(ctx)
    commands.run_rules(ctx)
    customers.record_consent(ctx, someone, ConsentChoice("withdrawn"))
    assert greetings(ctx, someone) == {"stopped"}


def test_putting_a_card_away_stops_its_reminders_at_once(ctx):
    someone = a_customer_with_a_birthday(ctx)
    commands.run_rules(ctx)
    customers.archive_customer(ctx, someone, reason="moved abroad")
    assert greetings(ctx, someone) == {"stopped"}


def greetings(ctx, someone):
    return {f.standing for f in queries.of_customer(ctx, someone) if f.rule == "birthday"}
