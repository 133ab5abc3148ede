"""What several memberships show together of a row, and what that leaves of an image."""

from hypothesis import given
from hypothesis import strategies as st

from db.tables import metadata
from db.tables.base import CONTACT, RESTRICTED, VALUE
from jewelcrm.office import images
from jewelcrm.sync.masking import (
    STUB,
    STUB_COLUMNS,
    WHOLE,
    View,
    hidden_columns,
    narrowed,
    together,
)

TABLES = ("customer", "contact_point", "note", "wish", "consent")
masks = st.frozensets(st.sampled_from([CONTACT, VALUE, RESTRICTED]))
views = st.one_of(st.just(STUB), masks.map(View))


@st.composite
def a_row(draw):
    """A table and a row of it with something in every column."""
    table = draw(st.sampled_from(TABLES))
    names = [c.name for c in metadata.tables[table].columns if c.name not in ("id", "rev")]
    return table, {
        name: draw(st.sampled_from([f"{name} one", "陳大文", "Chan Tai Man"])) for name in names
    }


@given(st.lists(views, min_size=1, max_size=4))
def test_together_they_show_what_any_of_them_shows(several):
    for table in TABLES:
        hidden = [set(hidden_columns(table, view)) for view in several]
        assert set(hidden_columns(table, together(several))) == set.intersection(*hidden)


@given(st.lists(views, min_size=1, max_size=4), st.randoms())
def test_neither_order_nor_repetition_changes_what_is_seen(several, dice):
    more = [*several, dice.choice(several)]
    dice.shuffle(more)
    assert together(more) == together(several) == together([together(several)])


@given(a_row(), views)
def test_what_is_left_of_an_image_is_what_is_not_hidden(row, view):
    table, image = row
    left = narrowed(table, image, view)
    hidden = set(hidden_columns(table, view))
    assert {name for name in image if left.get(name) == image[name]} >= image.keys() - hidden
    assert not any(left.get(name) == image[name] for name in hidden & image.keys())


@given(a_row(), st.lists(views, min_size=1, max_size=3))
def test_an_image_narrowed_step_by_step_is_as_one_narrowed_at_once(row, steps):
    table, image = row
    left = image
    for end in range(len(steps)):
        left = narrowed(table, left, together(steps[end:]))
    assert left == narrowed(table, image, steps[-1])


@given(a_row(), masks)
def test_a_pc_hides_as_head_office_does(row, hidden):
    table, image = row
    assert narrowed(table, image, View(hidden)) == images.masked(table, dict(image), hidden)


def test_a_stub_is_the_same_on_both_sides():
    image = dict.fromkeys([*STUB_COLUMNS, "district", "address"], "x") | {"name": "Chan Tai Man"}
    assert narrowed("customer", image, STUB) == images._stub("customer", dict(image))


@given(a_row())
def test_whoever_sees_all_loses_nothing(row):
    table, image = row
    assert narrowed(table, image, WHOLE) == image
