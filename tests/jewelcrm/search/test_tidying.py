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


def test_each_idle_step_writes_a_little_and_the_steps_come_to_an_end(ctx):
    for n in range(300):
        a_kept_customer(ctx, name=f"Chan Number{n}")
    tidy_all(ctx)
    with ctx.work() as work:
        work.raw.execute("INSERT INTO search_later(row_id) SELECT id FROM customer")

    written = []
    while len(written) < 40:
        before = pages_of(ctx)
        more = tidy(ctx)
        written.append(pages_of(ctx) - before)
        if not more:
            break

    assert 4 <= len(written) < 40
    assert max(written) < 1000


def test_the_index_is_joined_only_where_nobody_waits(ctx):
    tidy(ctx)

    with ctx.read() as conn:
        kept = conn.exec_driver_sql("SELECT k, v FROM search_index_config").all()
    assert {("automerge", 0), ("deletemerge", 0)} <= {tuple(row) for row in kept}


def test_a_store_at_rest_goes_on_as_before(ctx):
    kept = a_kept_customer(ctx, name="Chan Siu Ming")
    ctx.store.rest()

    assert [hit.id for hit in search(ctx, "siu ming")] == [kept]
    assert a_kept_customer(ctx, name="Lam Ka Yan")


def pages_of(ctx) -> int:
    """Pages in the log of the store; nothing is moved out of it meanwhile."""
    log = ctx.store.path.with_name(ctx.store.path.name + "-wal")
    return log.stat().st_size // 4096
