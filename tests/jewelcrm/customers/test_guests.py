"""Another branch's customers: never taken for our own, never changed where nothing was shown."""

import csv

import pytest
from sqlalchemy import select

from db.tables.customers import contact_point
from jewelcrm.customers import commands, queries
from jewelcrm.customers.model import NewContact
from jewelcrm.errors import CanFix
from jewelcrm.history.commands import undo
from jewelcrm.history.queries import of
from jewelcrm.imports.commands import import_file
from jewelcrm.imports.exports import export_customers
from jewelcrm.search.queries import search
from tests.builders import a_chain, a_consent, a_guest, a_kept_customer, a_placed_order
from tests.leaving import taken_out


@pytest.fixture
def chained(ctx):
    a_chain(ctx)
    return ctx


def number_of(ctx, customer):
    return queries.rows(ctx, [customer])[0].number


@pytest.mark.parametrize(
    "deed",
    [
        lambda ctx, who: commands.edit_customer(ctx, who, tier="vip"),
        lambda ctx, who: commands.add_contact(ctx, who, NewContact(kind="phone", value="91234567")),
        lambda ctx, who: commands.add_note(ctx, who, "Likes jade"),
        lambda ctx, who: commands.record_consent(ctx, who, a_consent()),
        lambda ctx, who: commands.archive_customer(ctx, who, reason="moved"),
    ],
)
def test_a_stub_is_not_changed_and_the_way_to_her_is_said(chained, deed):
    with pytest.raises(CanFix, match="Look the customer up"):
        deed(chained, a_guest(chained))


def test_business_with_a_stub_goes_on(chained):
    assert a_placed_order(chained, customer_id=a_guest(chained)).number


def test_lists_show_no_stubs_but_the_shared_and_the_borrowed(chained):
    own, stub = a_kept_customer(chained), a_guest(chained)
    loan, shared = a_guest(chained, "loan"), a_guest(chained, "shared")
    a_placed_order(chained, customer_id=stub)
    assert set(queries.ids(chained)) == {own, loan, shared}
    assert {row.id for row in queries.recent(chained)} == {own, loan, shared}


def test_a_stub_is_no_duplicate_of_anybody(chained):
    a_guest(chained)
    assert queries.possible_duplicates(chained, name="C T M") == []


def test_the_search_says_that_a_stub_is_another_branchs(chained):
    stub = a_guest(chained)
    [found] = search(chained, number_of(chained, stub), kinds=["customer"])
    assert (found.id, found.detail) == (stub, "elsewhere")


def test_a_list_that_leaves_the_program_holds_our_own_and_shared_customers_only(chained, tmp_path):
    here = {number_of(chained, a_kept_customer(chained))}
    here.add(number_of(chained, a_guest(chained, "shared")))
    a_guest(chained, "stub"), a_guest(chained, "loan")
    path = tmp_path / "out.csv"
    assert taken_out(export_customers, chained, path, purpose="test").rows == 2
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert {row["jewelcrm_number"] for row in csv.DictReader(file)} == here


def test_covered_fields_of_a_borrowed_card_stay_and_the_others_change(chained):
    loan = a_guest(chained, "loan")
    commands.edit_customer(chained, loan, tier="vip")
    with pytest.raises(CanFix, match="covered"):
        commands.edit_customer(chained, loan, address="1 Nathan Road")
    with chained.read() as conn:
        [phone] = conn.scalars(
            select(contact_point.c.id).where(contact_point.c.customer_id == loan)
        )
    with pytest.raises(CanFix, match="covered"):
        commands.edit_contact(chained, phone, value="91234567")
    commands.edit_contact(chained, phone, preferred=True)


def test_a_card_borrowed_whole_may_be_changed(chained):
    commands.edit_customer(chained, a_guest(chained, "loan", mask=""), address="1 Nathan Road")


@pytest.mark.parametrize("how", ["stub", "loan"])
def test_an_import_finds_another_branchs_customer_and_leaves_her_as_she_is(chained, tmp_path, how):
    guest = a_guest(chained, how)
    number = number_of(chained, guest)
    path = tmp_path / "list.csv"
    path.write_text(
        f"jewelcrm_number,name,address,phone\n{number},Chan Tai Man,1 Nathan Road,93334444\n"
    )
    done = import_file(chained, path, "customers")
    assert (done.new, done.matched) == (0, 1)
    assert any("of another branch" in note for note in done.notes)
    with chained.read() as conn:
        row = conn.exec_driver_sql("SELECT address FROM customer WHERE id = ?", (guest,)).one()
    assert row == (None,)


def home_of(ctx, customer):
    with ctx.read() as conn:
        found = conn.exec_driver_sql("SELECT branch_id FROM customer WHERE id = ?", (customer,))
        return found.scalar_one()


def test_a_home_branch_is_typed_where_a_pc_stands_alone_only(ctx):
    customer = a_kept_customer(ctx)
    commands.edit_customer(ctx, customer, branch_id=None)
    a_chain(ctx)
    with pytest.raises(CanFix, match="by moving the customer") as told:
        commands.edit_customer(ctx, customer, branch_id=ctx.branch.id)
    assert told.value.field == "branch_id"
    assert home_of(ctx, customer) is None


def test_a_home_branch_that_stays_is_no_move(chained):
    customer = a_kept_customer(chained)
    commands.edit_customer(chained, customer, branch_id=chained.branch.id, tier="vip")
    assert home_of(chained, customer) == chained.branch.id


def test_what_was_typed_before_the_pc_joined_is_not_undone_into_a_move(ctx):
    customer = a_kept_customer(ctx)
    commands.edit_customer(ctx, customer, branch_id=None, tier="vip")
    a_chain(ctx)
    with pytest.raises(CanFix, match="by moving the customer"):
        undo(ctx, of(ctx, "customer", customer)[0].n)
    assert home_of(ctx, customer) is None
