import pytest

from jewelcrm.customers import commands, queries
from jewelcrm.customers.model import NewContact
from jewelcrm.customers.queries import CustomerFilter, listing
from jewelcrm.customers.rules.duplicates import SAME_CHINESE_NAME, SAME_NAME, SAME_PHONE
from jewelcrm.errors import CanFix
from tests.builders import a_kept_customer, a_phone


def names(ctx, **wanted):
    order = wanted.pop("order", "newest")
    return [
        row.name for row in queries.rows(ctx, queries.ids(ctx, CustomerFilter(**wanted), order))
    ]


def test_a_list_shows_the_newest_first(ctx):
    for name in ("Amy", "Carol", "Bella"):
        a_kept_customer(ctx, name=name)
    assert names(ctx) == ["Bella", "Carol", "Amy"]
    assert names(ctx, order="oldest") == ["Amy", "Carol", "Bella"]
    assert names(ctx, order="name") == ["Amy", "Bella", "Carol"]
    assert names(ctx, order="number") == ["Amy", "Carol", "Bella"]
    assert sorted(names(ctx, order="last_order")) == ["Amy", "Bella", "Carol"]


def test_one_key_more_than_a_list_holds_says_that_there_are_more(ctx, monkeypatch):
    monkeypatch.setattr(listing, "MOST", 2)
    lengths = []
    for name in ("Amy Wong", "Bella Wong", "Carol Wong", "Dora Wong"):
        a_kept_customer(ctx, name=name)
        lengths.append((len(queries.ids(ctx)), len(queries.ids(ctx, CustomerFilter(text="Wong")))))
    assert lengths == [(1, 1), (2, 2), (3, 3), (3, 3)]


def test_a_list_is_narrowed_by_what_is_known(ctx, sales):
    a_kept_customer(ctx, name="Amy", tier="vip", source="web", tags=("bride",))
    a_kept_customer(sales, name="Bella", district="Sha Tin")
    assert names(ctx, tier="vip") == ["Amy"]
    assert names(ctx, source="web") == ["Amy"]
    assert names(ctx, tag="bride") == ["Amy"]
    assert names(ctx, district="sha_tin") == ["Bella"]
    assert names(ctx, owner_id=sales.staff.id) == ["Bella"]
    assert names(ctx, has_open_business=True) == []
    assert names(ctx, has_open_business=False, incomplete=True) == ["Bella", "Amy"]
    assert names(ctx, incomplete=False) == []


def test_a_list_is_narrowed_by_what_is_typed(ctx):
    a_kept_customer(ctx, name="Wong Siu Ming", name_zh="黃小明", tier="vip")
    a_kept_customer(ctx, name="Wong Ka Yan", name_zh=None)
    assert names(ctx, text="wong siu") == ["Wong Siu Ming"]
    assert sorted(names(ctx, text="wong")) == ["Wong Ka Yan", "Wong Siu Ming"]
    assert names(ctx, text="wong", tier="vip") == ["Wong Siu Ming"]
    assert names(ctx, text="黄小明") == ["Wong Siu Ming"]


def test_a_row_shows_phones_as_they_are_read_aloud(ctx):
    key = a_kept_customer(ctx, contacts=(a_phone("91234567"), a_phone("+8613812345678")))
    (row,) = queries.header(ctx, [key])
    assert row.phones == ("9123 4567", "138 1234 5678")
    assert (row.last_order_at, row.open_orders, row.archived) == (None, 0, False)


def test_rows_come_in_the_order_asked_for_without_strangers(ctx):
    one, two = a_kept_customer(ctx), a_kept_customer(ctx)
    assert [row.id for row in queries.rows(ctx, [two, b"x" * 16, one])] == [two, one]


def test_the_recent_ones_are_few_and_newest_first(ctx, clock):
    for name in ("Amy", "Bella", "Carol"):
        clock.move(minutes=1)
        a_kept_customer(ctx, name=name)
    assert [row.name for row in queries.recent(ctx, 2)] == ["Carol", "Bella"]


def test_there_is_no_card_of_nobody(ctx):
    with pytest.raises(CanFix, match="not here"):
        queries.card(ctx, b"x" * 16)


def test_a_known_phone_is_noticed_in_any_writing(ctx):
    key = a_kept_customer(ctx, contacts=(a_phone("9123 4567"),))
    (hint,) = queries.possible_duplicates(ctx, phone="+852 9123-4567")
    assert (hint.customer_id, hint.why, hint.certain) == (key, (SAME_PHONE,), True)
    assert hint.phone_masked == "+852 •••• •567"


def test_half_a_phone_is_no_hint_yet(ctx):
    a_kept_customer(ctx, contacts=(a_phone("9123 4567"),))
    assert queries.possible_duplicates(ctx, phone="9123") == []


def test_a_known_address_or_account_is_noticed(ctx):
    contacts = (NewContact(kind="email", value="amy@b.hk"), NewContact(kind="wechat", value="AmyC"))
    key = a_kept_customer(ctx, contacts=contacts)
    for text in ("AMY@B.HK", "amyc"):
        (hint,) = queries.possible_duplicates(ctx, email=text)
        assert (hint.customer_id, hint.certain) == (key, True)


def test_a_known_name_is_noticed_in_either_script(ctx):
    a_kept_customer(ctx, name="Chan Tai Man", name_zh="陳國華")
    (latin,) = queries.possible_duplicates(ctx, name="tai man CHAN")
    (chinese,) = queries.possible_duplicates(ctx, name_zh="陈国华")
    (typed_in_one,) = queries.possible_duplicates(ctx, name="陈国华")
    assert (latin.why, chinese.why) == ((SAME_NAME,), (SAME_CHINESE_NAME,))
    assert typed_in_one.why == (SAME_CHINESE_NAME,)
    assert not latin.certain


def test_the_surest_hint_stands_first_and_her_own_card_is_none(ctx):
    namesake = a_kept_customer(ctx, name="Chan Tai Man", name_zh=None)
    same = a_kept_customer(ctx, name="Amy Chan", contacts=(a_phone("9123 4567"),))
    hints = queries.possible_duplicates(ctx, name="Chan Tai Man", phone="9123 4567")
    assert [hint.customer_id for hint in hints] == [same, namesake]
    assert queries.possible_duplicates(ctx, phone="9123 4567", besides=same) == []


def test_an_archived_customer_is_no_duplicate(ctx):
    key = a_kept_customer(ctx, contacts=(a_phone("9123 4567"),))
    commands.archive_customer(ctx, key, reason="moved abroad")
    assert queries.possible_duplicates(ctx, phone="9123 4567", name="Chan Tai Man") == []


def test_the_timeline_joins_everything_newest_first(ctx, clock):
    key = a_kept_customer(ctx, note="first visit")
    clock.move(minutes=1)
    commands.add_note(ctx, key, "called back", channel="call")
    events = queries.timeline(ctx, key)
    assert [(e.kind, e.channel) for e in events] == [("note", "call"), ("note", "note")]
    assert queries.timeline(ctx, key, before=events[0].at, limit=1)[0].detail == "first visit"
    assert queries.timeline(ctx, key, online_only=True) == []
