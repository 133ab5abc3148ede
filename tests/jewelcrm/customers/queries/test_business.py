import pytest

from jewelcrm.catalogue.commands import add_product
from jewelcrm.catalogue.model import NewProduct
from jewelcrm.customers import commands, queries
from jewelcrm.customers.queries import CustomerFilter
from jewelcrm.errors import CanFix
from jewelcrm.history.queries import of
from jewelcrm.orders.commands import move_order
from tests.builders import a_kept_customer, a_line, a_placed_order


def a_piece(ctx, sku, name):
    return add_product(ctx, NewProduct(sku=sku, name=name, collection="Lotus", metal="k_gold"))


def test_the_wall_shows_what_she_bought_and_what_would_complete_the_set(ctx):
    key = a_kept_customer(ctx)
    ring, studs, pendant = (a_piece(ctx, f"L{n}", name) for n, name in enumerate("RSP"))
    lines = [a_line(product_id=ring, description="Lotus ring")]
    order = a_placed_order(ctx, customer_id=key, lines=lines)
    assert queries.owned_pieces(ctx, key) == []  # ordered, and not hers yet
    assert {s.product_id for s in queries.completes_the_set(ctx, key)} == {studs, pendant}
    move_order(ctx, order.id, "collected", reason="pays on Monday, manager knows")
    (piece,) = queries.owned_pieces(ctx, key)
    assert (piece.description, piece.collection, piece.metal) == ("Lotus ring", "Lotus", "k_gold")
    assert str(piece.amount) == "HK$1,280.00"
    assert {s.product_id for s in queries.completes_the_set(ctx, key)} == {studs, pendant}


def test_an_answered_suggestion_is_not_made_again_and_becomes_a_wish_when_liked(ctx):
    key = a_kept_customer(ctx)
    ring, studs, pendant = (a_piece(ctx, f"L{n}", name) for n, name in enumerate("RSP"))
    a_placed_order(ctx, customer_id=key, lines=[a_line(product_id=ring)])
    commands.answer_suggestion(ctx, key, studs, accepted=True)
    commands.answer_suggestion(ctx, key, pendant, accepted=False)
    assert queries.completes_the_set(ctx, key) == []
    assert {(w.product_id, w.state) for w in queries.card(ctx, key).wishes} == {
        (studs, "open"),
        (pendant, "dropped"),
    }
    with pytest.raises(CanFix, match="not in the catalogue"):
        commands.answer_suggestion(ctx, key, b"x" * 16, accepted=True)


def test_a_repair_is_not_a_piece_she_owns(ctx):
    key = a_kept_customer(ctx)
    a_placed_order(ctx, kind="repair", customer_id=key, lines=[a_line(service="polishing")])
    assert queries.owned_pieces(ctx, key) == []


def test_open_business_narrows_the_list_and_shows_in_the_row(ctx):
    busy, idle = a_kept_customer(ctx), a_kept_customer(ctx)
    a_placed_order(ctx, kind="repair", customer_id=busy)
    assert queries.ids(ctx, CustomerFilter(has_open_business=True)) == [busy]
    assert queries.ids(ctx, CustomerFilter(has_open_business=False)) == [idle]
    assert queries.ids(ctx, None, "last_order") == [busy, idle]
    (row,) = queries.rows(ctx, [busy])
    assert (row.open_orders, row.last_order_at) == (1, ctx.clock.now())


def test_who_ordered_last_is_recent(ctx, clock):
    first, _ = a_kept_customer(ctx), a_kept_customer(ctx)
    clock.move(minutes=1)
    a_placed_order(ctx, kind="repair", customer_id=first)
    assert queries.recent(ctx, 1)[0].id == first


def test_a_customer_with_an_open_order_is_not_put_away(ctx):
    key = a_kept_customer(ctx)
    a_placed_order(ctx, kind="repair", customer_id=key)
    with pytest.raises(CanFix, match="Open orders: 1"):
        commands.archive_customer(ctx, key, reason="tidy")


def test_the_timeline_joins_shop_and_online(ctx, clock):
    key = a_kept_customer(ctx, note="first visit")
    clock.move(minutes=1)
    number = a_placed_order(ctx, customer_id=key, channel="online").number
    (order,) = queries.timeline(ctx, key, online_only=True)
    assert (order.kind, order.what.format(number=order.number)) == ("order", f"Sale {number}")
    assert [e.kind for e in queries.timeline(ctx, key)] == ["order", "note"]


def test_the_history_of_an_order_includes_its_lines_and_is_not_undone_here(ctx):
    placed = a_placed_order(ctx, kind="repair")
    entries = of(ctx, "order", placed.id)
    assert {entry.thing for entry in entries} >= {"Order", "Order line", "Step"}
    assert all(entry.why_not for entry in entries)


def test_there_is_no_history_of_what_the_shop_does_not_keep(ctx):
    with pytest.raises(CanFix, match="no history of weather"):
        of(ctx, "weather", b"x" * 16)
