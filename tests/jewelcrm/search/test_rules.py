"""Which record comes first, and who gets a place."""

from db.names import FINISHED
from db.shop.search import Hit
from jewelcrm.orders.rules.stages import OPEN_STAGES, STAGES
from jewelcrm.search.rules import ranked, shared_out


def a_hit(entry, kind="customer", *, is_number=False, closeness=0):
    return Hit(kind, bytes([entry]), entry, is_number, closeness)


def places(hits):
    return [hit.entry for hit in hits]


def test_a_whole_number_comes_before_open_business_before_a_whole_word_before_the_newest():
    number, busy, word, newest = (
        a_hit(1, is_number=True),
        a_hit(2),
        a_hit(3, closeness=1),
        a_hit(4),
    )
    order = ranked([newest, word, busy, number], {busy.row_id: 2})
    assert order == [number, busy, word, newest]


def test_among_equals_the_newest_comes_first():
    assert places(ranked([a_hit(1), a_hit(3), a_hit(2)], {})) == [3, 2, 1]


def test_customers_do_not_crowd_out_the_papers():
    hits = [a_hit(n) for n in range(100)] + [a_hit(n, "order") for n in range(100, 120)]
    kinds = [hit.kind for hit in shared_out(hits, 40)]
    assert (len(kinds), kinds.count("order")) == (40, 10)


def test_a_kind_with_few_records_leaves_its_places_to_the_others():
    hits = [a_hit(n) for n in range(100)] + [a_hit(100, "order")]
    assert places(shared_out(hits, 40)) == [*range(39), 100]


def test_a_list_that_fits_is_left_as_it_is():
    hits = [a_hit(n) for n in range(5)]
    assert shared_out(hits, 5) == hits
    assert shared_out(hits, 0) == []


def test_the_index_of_open_orders_knows_the_same_stages_as_the_rules():
    every = {stage for steps in STAGES.values() for stage in steps}
    assert set(FINISHED) == every - set(OPEN_STAGES)
