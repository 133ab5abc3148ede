"""The index is tidied while nobody waits; what is found stays the same."""

from jewelcrm.search.commands import tidy, tidy_all
from jewelcrm.search.queries import search
from tests.builders import a_kept_customer, a_placed_order


def test_tidying_comes_to_an_end_and_finds_the_same(ctx):
    for n in range(30):
        a_kept_customer(ctx, name=f"Chan Number{n}")
    before = {hit.number for hit in search(ctx, "chan")}
    tidy_all(ctx)
    assert not tidy(ctx)
    assert {hit.number for hit in search(ctx, "chan")} == before


def test_a_customer_with_new_business_moves_up(ctx):
    first, last = (a_kept_customer(ctx, name="Chan Siu Ming") for _ in range(2))
    a_placed_order(ctx, customer_id=first)
    tidy_all(ctx)
    found = [hit.id for hit in search(ctx, "chan siu ming", kinds=["customer"])]
    assert found.index(first) < found.index(last)
