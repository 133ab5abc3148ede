"""Whatever the order in which they arrive, the same value stands and no other is lost."""

from hypothesis import given
from hypothesis import strategies as st

from jewelcrm.office.merging.deciding import decide
from jewelcrm.office.merging.known import Draft
from tests.jewelcrm.office.merging.drafts import (
    CUSTOMER,
    MANAGER,
    NOW,
    a_customer,
    a_known,
    hlc,
    put,
    update,
)

PHONE = b"t" * 16
WRITES = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(["a", "b", "c", "d"])), min_size=1, max_size=6
)


def _apply(known, writes):
    """Writes of PCs 11, 12 ... none of which knew of another; returns what lost."""
    lost = []
    for writer, (seconds, value) in writes:
        known.own = {writer}
        draft = Draft(known, writer, hlc(seconds), NOW)
        decide(draft, MANAGER, [update("customer", CUSTOMER, 1, tier=value)])
        draft.keep()
        lost += [clash.lost.value for clash in draft.clashes]
    return lost


@given(writes=WRITES, data=st.data())
def test_the_latest_of_all_stands_in_any_order_of_arrival(writes, data):
    numbered = list(enumerate(writes, 11))
    winner = max(numbered, key=lambda write: (write[1][0], write[0]))[1][1]
    known = a_known()
    a_customer(known)
    lost = _apply(known, data.draw(st.permutations(numbered)))
    assert known.rows["customer", CUSTOMER]["tier"] == winner
    assert {value for _, value in writes} <= {winner, *lost}


@given(first=st.integers(0, 9), second=st.integers(0, 9), archiver_first=st.booleans())
def test_an_element_that_somebody_changed_is_never_put_away_unseen(first, second, archiver_first):
    known = a_known()
    a_customer(known)
    put(
        known,
        "contact_point",
        PHONE,
        customer_id=CUSTOMER,
        kind="phone",
        value="1",
        normal="1",
        preferred=0,
    )
    acts = [
        (11, first, {"archived_at": NOW}),
        (12, second, {"value": "2"}),
    ]
    for writer, seconds, values in acts if archiver_first else reversed(acts):
        known.own = {writer}
        draft = Draft(known, writer, hlc(seconds), NOW)
        decide(draft, MANAGER, [update("contact_point", PHONE, 1, **values)])
        draft.keep()
    row = known.rows["contact_point", PHONE]
    assert (row["archived_at"], row["value"]) == (None, "2")
