import pytest

from jewelcrm.customers import commands, queries
from jewelcrm.customers.model import NewContact, NewRingSize, NewWish
from jewelcrm.errors import CanFix, Denied
from jewelcrm.history.commands import undo
from jewelcrm.history.queries import of
from jewelcrm.money import Money
from tests.builders import a_consent, a_kept_customer


def told(ctx, key, **more):
    return [(e.act.format(thing=e.thing), e.what) for e in of(ctx, "customer", key, **more)]


def fields(entry):
    return {d.label: (d.old, d.new) for d in entry.what}


def latest(ctx, key):
    return of(ctx, "customer", key)[0]


def test_the_history_tells_who_changed_what_and_why(ctx, sales):
    key = a_kept_customer(ctx)
    commands.edit_customer(sales, key, name="Chan Mei Ling", language="yue", reason="she told us")
    entry = latest(ctx, key)
    assert (entry.who, entry.why, entry.branch) == ("Ann Lee", "she told us", "Nathan Road")
    assert fields(entry) == {
        "Name": ("Chan Tai Man", "Chan Mei Ling"),
        "Language": ("", "Cantonese"),
    }


def test_the_history_of_a_customer_includes_every_list_on_her_card(ctx):
    key = a_kept_customer(ctx, consent=a_consent(), note="likes jade")
    commands.set_ring_size(ctx, key, NewRingSize(hand="left", finger="ring", size="HK 14"))
    assert {act for act, _ in told(ctx, key)} == {
        "Customer added",
        "Contact added",
        "Consent added",
        "Note added",
        "Ring size added",
    }


def test_the_newest_change_stands_first_and_pages_follow_on(ctx):
    key = a_kept_customer(ctx)
    for name in ("One", "Two", "Three"):
        commands.edit_customer(ctx, key, name=name)
    first = of(ctx, "customer", key, limit=2)
    second = of(ctx, "customer", key, limit=2, before=first[-1].n)
    assert [e.n for e in (*first, *second)] == [e.n for e in of(ctx, "customer", key)][:4]


def test_sizes_money_and_dates_read_as_people_write_them(ctx):
    key = a_kept_customer(ctx)
    commands.set_ring_size(ctx, key, NewRingSize(hand="left", finger="ring", size="HK 14"))
    assert fields(latest(ctx, key))["Inner circumference"] == ("", "53.09 mm")
    commands.add_wish(ctx, key, NewWish(description="Jade bangle", budget=Money(1280050)))
    assert fields(latest(ctx, key))["Budget"] == ("", "HK$12,800.50")


def test_codes_read_in_chinese_when_the_window_is_chinese(ctx):
    key = a_kept_customer(ctx)
    commands.edit_customer(ctx, key, district="Sha Tin")
    assert of(ctx, "customer", key, language="zh_HK")[0].what[0].new == "沙田"


def test_ticks_checks_and_people_read_in_the_language_of_the_window(ctx):
    key = a_kept_customer(ctx)
    told = of(ctx, "customer", key, language="zh_HK")
    values = {one.label: one.new for entry in told for one in entry.what}
    assert (values["Preferred"], values["Checked"]) == ("是", "正確")
    assert values["State of the card"] == "待補資料"
    english = {one.label: one.new for entry in of(ctx, "customer", key) for one in entry.what}
    assert (english["Preferred"], english["Checked"]) == ("yes", "as it should be")


def test_undo_puts_the_old_value_back_and_is_a_change_itself(ctx):
    key = a_kept_customer(ctx)
    commands.edit_customer(ctx, key, name="Wrong", preferred_name="Amy")
    undo(ctx, latest(ctx, key).n)
    card = queries.card(ctx, key)
    assert (card.name, card.preferred_name) == ("Chan Tai Man", None)
    assert latest(ctx, key).why.startswith("undo of change")


def test_undoing_the_undo_brings_the_change_back(ctx):
    key = a_kept_customer(ctx)
    commands.edit_customer(ctx, key, name="Right after all")
    undo(ctx, latest(ctx, key).n)
    undo(ctx, latest(ctx, key).n)
    assert queries.card(ctx, key).name == "Right after all"


def test_a_contact_that_was_added_by_mistake_is_put_away_by_undo(ctx):
    key = a_kept_customer(ctx)
    commands.add_contact(ctx, key, NewContact(kind="email", value="amy@example.hk"))
    undo(ctx, latest(ctx, key).n)
    assert [c.kind for c in queries.card(ctx, key).contacts] == ["phone"]


def test_a_contact_that_was_put_away_comes_back_by_undo(ctx):
    key = a_kept_customer(ctx)
    commands.archive_contact(ctx, queries.card(ctx, key).contacts[0].id)
    entry = latest(ctx, key)
    assert entry.act == "{thing} put away"
    undo(ctx, entry.n)
    assert len(queries.card(ctx, key).contacts) == 1


def test_a_change_that_was_changed_again_is_not_undone_over_the_newer_one(ctx):
    key = a_kept_customer(ctx)
    commands.edit_customer(ctx, key, name="Second")
    second = latest(ctx, key)
    commands.edit_customer(ctx, key, name="Third")
    with pytest.raises(CanFix, match="Name was changed again since: it is now “Third”"):
        undo(ctx, second.n)
    assert queries.card(ctx, key).name == "Third"


def test_the_history_says_beforehand_what_cannot_be_undone_and_why(ctx):
    key = a_kept_customer(ctx, note="likes jade")
    commands.edit_customer(ctx, key, name="Second")
    commands.edit_customer(ctx, key, name="Third")
    third, second, note, contact, added = of(ctx, "customer", key)
    assert third.can_undo
    assert contact.can_undo
    assert second.why_not == "It has been changed since."
    assert "ledger" in note.why_not
    assert added.why_not == "Put the customer away instead."


def test_a_ledger_entry_cannot_be_undone(ctx):
    key = a_kept_customer(ctx)
    commands.record_consent(ctx, key, a_consent())
    with pytest.raises(CanFix, match="ledger"):
        undo(ctx, latest(ctx, key).n)


def test_sales_staff_see_the_history_but_do_not_undo(ctx, sales):
    key = a_kept_customer(ctx)
    commands.edit_customer(ctx, key, name="Second")
    entry = of(sales, "customer", key)[0]
    assert not entry.can_undo
    with pytest.raises(Denied):
        undo(sales, entry.n)


def test_an_undo_is_written_to_the_audit_log_without_values(ctx):
    key = a_kept_customer(ctx)
    commands.edit_customer(ctx, key, name="Second")
    undo(ctx, latest(ctx, key).n)
    with ctx.read() as conn:
        row = conn.exec_driver_sql(
            "SELECT subject, columns FROM audit_log WHERE action = 'change.undone'"
        ).one()
    assert row.subject == key
    assert "name" in row.columns
    assert "Second" not in row.columns


def test_a_change_that_is_gone_is_not_undone(ctx):
    with pytest.raises(CanFix, match="no longer in the history"):
        undo(ctx, 999_999)
