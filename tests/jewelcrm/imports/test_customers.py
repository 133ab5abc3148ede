import pytest

from jewelcrm.access.catalogue import RIGHTS
from jewelcrm.customers import queries as customers
from jewelcrm.customers.commands import archive_customer, edit_customer
from jewelcrm.errors import CanFix, Denied
from jewelcrm.imports.commands import import_file
from jewelcrm.imports.rules.mapping import Mapping
from jewelcrm.imports.rules.shapes import shape
from tests.builders import a_kept_customer, a_phone
from tests.jewelcrm.imports.conftest import count, rows_of

LIST = (
    "name,chinese_name,phone,email\nChan Tai Man,陳大文,9123 4567,tm@mail.hk\nLee Ann,,2345 6789,\n"
)


def test_a_list_becomes_customers_with_their_contacts(ctx, write):
    done = import_file(ctx, write(LIST), "customers")

    assert (done.read, done.new, done.matched, done.skipped, done.rejected) == (2, 2, 0, 0, 0)
    assert rows_of(ctx, "SELECT name, name_zh FROM customer ORDER BY id") == [
        ("Chan Tai Man", "陳大文"),
        ("Lee Ann", None),
    ]
    assert rows_of(ctx, "SELECT kind, value, normal, checked FROM contact_point ORDER BY id") == [
        ("phone", "9123 4567", "+85291234567", "valid"),
        ("email", "tm@mail.hk", "tm@mail.hk", "valid"),
        ("phone", "2345 6789", "+85223456789", "valid"),
    ]


def test_the_same_file_twice_changes_nothing(ctx, write):
    path = write(LIST)
    import_file(ctx, path, "customers")
    before = count(ctx, "change")

    done = import_file(ctx, path, "customers")

    assert (done.new, done.matched) == (0, 2)
    assert count(ctx, "change") == before


def test_an_empty_place_is_filled_and_nothing_is_overwritten(ctx, write):
    known = a_kept_customer(ctx, name_zh=None, contacts=(a_phone("91234567"),), title="Mr")
    text = "title,name,chinese_name,phone,email\nDr,CHAN Tai-Man,陳大文,+852 9123 4567,tm@mail.hk\n"

    done = import_file(ctx, write(text), "customers")

    card = customers.card(ctx, known)
    assert (done.new, done.matched) == (0, 1)
    assert (card.title, card.name, card.name_zh) == ("Mr", "Chan Tai Man", "陳大文")
    assert rows_of(ctx, "SELECT normal FROM contact_point ORDER BY id") == [
        ("+85291234567",),
        ("tm@mail.hk",),
    ]


def test_a_family_that_shares_a_phone_stays_two_people(ctx, write):
    done = import_file(
        ctx, write("name,phone\nChan Tai Man,91234567\nWong Mei,91234567\n"), "customers"
    )

    assert done.new == 2


def test_one_person_twice_in_a_file_is_one_customer(ctx, write):
    text = "name,phone,email\nChan Tai Man,91234567,\nTai Man CHAN,9123-4567,tm@mail.hk\n"

    done = import_file(ctx, write(text), "customers")

    assert (done.new, done.matched) == (1, 1)
    assert count(ctx, "contact_point") == 2


def test_a_number_of_the_old_system_finds_her_whatever_else_changed(ctx, write):
    import_file(ctx, write("member no,name,phone\n7,Chan Mei,91234567\n"), "customers")

    done = import_file(
        ctx, write("member no,name,phone\n7,Chan Mei Ling,61234567\n", "b.csv"), "customers"
    )

    assert (done.new, done.matched) == (0, 1)
    assert rows_of(ctx, "SELECT name FROM customer") == [("Chan Mei",)]
    assert count(ctx, "contact_point") == 2


def test_the_same_number_of_two_systems_never_merges_two_people(ctx, write):
    import_file(ctx, write("id,name\n1,Luis Goncalves\n"), "customers")
    other = write("id,name\n1,Leonie Koehler\n", "b.csv")

    refused = import_file(ctx, other, "customers")
    apart = import_file(
        ctx,
        other,
        "customers",
        mapping=Mapping("customers", {"id": "external_key", "name": "name"}, source="pos2"),
    )

    assert refused.rejected == 1
    assert apart.new == 1
    keys = [key for (key,) in rows_of(ctx, "SELECT external_key FROM customer ORDER BY id")]
    assert keys == [f"{shape(['id', 'name'])}:1", "pos2:1"]


def test_files_of_another_shape_have_numbers_of_their_own(ctx, write):
    import_file(ctx, write("id,name\n1,Luis Goncalves\n"), "customers")

    other = import_file(
        ctx, write("No,Name,City\n1,Leonie Koehler,Kowloon\n", "b.csv"), "customers"
    )

    assert (other.new, other.rejected) == (1, 0)


def test_a_mended_file_of_rejected_rows_is_of_the_same_system():
    assert shape(["ID", "Name", "Reason"]) == shape(["name", "id"])
    assert shape(["jewelcrm_number", "old_number"]) == ""


def test_a_source_named_later_takes_over_the_numbers_of_the_same_file(ctx, write):
    path = write("id,name\n1,Luis Goncalves\n")
    import_file(ctx, path, "customers")
    mapping = Mapping("customers", {"id": "external_key", "name": "name"}, source="pos")

    named = import_file(ctx, path, "customers", mapping=mapping)
    again = import_file(ctx, path, "customers", mapping=mapping)

    assert (named.new, again.new) == (0, 0)
    assert rows_of(ctx, "SELECT external_key FROM customer") == [("pos:1",)]


def test_people_of_whom_only_the_name_is_known_are_found_again(ctx, write):
    path = write("name,birthday\nChan Tai Man,1980-01-02\nChan Tai Man,1990-05-06\nChan Tai Man,\n")

    first = import_file(ctx, path, "customers")
    again = import_file(ctx, path, "customers")

    assert (first.new, first.matched) == (2, 1)
    assert (again.new, again.matched) == (0, 3)


def test_a_phone_nobody_can_make_sure_of_is_kept_and_marked(ctx, write):
    done = import_file(ctx, write("name,phone\nAnn Lee,12345\n"), "customers")

    assert rows_of(ctx, "SELECT value, checked FROM contact_point") == [("12345", "unlikely")]
    assert any("could not be made sure of" in note for note in done.notes)


def test_the_country_says_whose_numbers_they_are(ctx, write):
    import_file(
        ctx, write("name,phone,country\nAnn Lee,020 7946 0958,United Kingdom\n"), "customers"
    )

    assert rows_of(ctx, "SELECT normal FROM contact_point") == [("+442079460958",)]
    assert rows_of(ctx, "SELECT country FROM customer") == [("GB",)]


def test_several_phones_in_one_cell_are_several_phones(ctx, write):
    import_file(ctx, write("name,phone\nAnn Lee,9123 4567 / 2345 6789 (office)\n"), "customers")

    assert rows_of(ctx, "SELECT normal, label FROM contact_point ORDER BY id") == [
        ("+85291234567", "mobile"),
        ("+85223456789", "office"),
    ]


def test_a_row_of_which_nothing_is_known_is_rejected_with_its_reason(ctx, write, tmp_path):
    done = import_file(ctx, write("name,phone,vip\n,,gold\nAnn Lee,91234567,\n,,\n"), "customers")

    assert (done.read, done.new, done.skipped, done.rejected) == (3, 1, 1, 1)
    assert done.reasons == {"has no name, phone, e-mail or number": 1, "the row is empty": 1}
    assert (tmp_path / "list.rejected.csv").read_text("utf-8-sig").splitlines() == [
        "name,phone,vip,Reason",
        ',,gold,"has no name, phone, e-mail or number"',
    ]


def test_formulas_and_control_characters_are_text(ctx, write):
    first = "name,phone,note\n=HYPERLINK(1),91234567,@SUM(A1)\n+Ann,61234567,-2\n"
    text = first + "\tBob\x07by\0,51234567,x\n"

    done = import_file(ctx, write(text), "customers")

    assert rows_of(ctx, "SELECT name FROM customer ORDER BY id") == [
        ("=HYPERLINK(1)",),
        ("+Ann",),
        ("Bob by",),
    ]
    assert rows_of(ctx, "SELECT body FROM note ORDER BY id") == [("@SUM(A1)",), ("-2",), ("x",)]
    assert "control characters were taken out of 1 row" in done.notes


def test_a_name_of_100_kilobytes_is_rejected_and_a_note_kept(ctx, write):
    done = import_file(
        ctx, write(f"name,note\n{'x' * 100_000},\nAnn,{'y' * 100_000}\n"), "customers"
    )

    assert (done.new, done.rejected) == (1, 1)
    assert rows_of(ctx, "SELECT length(body) FROM note") == [(100_000,)]


def test_a_birthday_that_cannot_be_is_kept_in_a_note(ctx, write):
    done = import_file(ctx, write("name,birthday\nAnn Lee,31/02/1980\nBo,--02-29\n"), "customers")

    assert done.new == 2
    assert rows_of(ctx, "SELECT year, month, day FROM occasion") == [(None, 2, 29)]
    assert rows_of(ctx, "SELECT body FROM note") == [("Birthday: 31/02/1980",)]


def test_somebody_put_away_is_not_brought_back(ctx, write):
    path = write(LIST)
    import_file(ctx, path, "customers")
    (first,) = rows_of(ctx, "SELECT id FROM customer ORDER BY id LIMIT 1")
    archive_customer(ctx, first[0], reason="asked for it")

    done = import_file(ctx, path, "customers")

    assert (done.matched, done.skipped) == (1, 1)
    assert done.reasons == {"the customer was put away here": 1}


def test_a_name_that_staff_corrected_is_not_made_again(ctx, write):
    path = write(LIST)
    import_file(ctx, path, "customers")
    (first,) = rows_of(ctx, "SELECT id FROM customer ORDER BY id LIMIT 1")
    edit_customer(ctx, first[0], name="Peter Chan Tai Man")
    before = count(ctx, "change")

    done = import_file(ctx, path, "customers")

    assert (done.new, done.matched) == (0, 2)
    assert count(ctx, "change") == before


def test_no_consent_is_made_up(ctx, write):
    done = import_file(ctx, write(LIST), "customers")

    assert count(ctx, "consent") == 0
    assert any("no consent" in note for note in done.notes)


def test_who_came_in_is_found_by_the_search(ctx, write):
    from jewelcrm.search.queries import search

    import_file(ctx, write(LIST), "customers")

    assert [found.name for found in search(ctx, "陳大")] == ["Chan Tai Man"]
    assert [found.name for found in search(ctx, "6789")] == ["Lee Ann"]


def test_sales_staff_may_not_import(sales, write):
    assert "sales" not in RIGHTS["imports.run"].roles
    with pytest.raises(Denied):
        import_file(sales, write(LIST), "customers")


def test_a_file_without_any_known_column_is_refused(ctx, write):
    with pytest.raises(CanFix, match="None of the columns"):
        import_file(ctx, write("Foo,Bar\n1,2\n"), "customers")


def test_a_list_in_big5_and_utf_16_arrives_as_written(ctx, write):
    text = "姓名,電話\n陳大文,91234567\n李小龍,61234567\n"

    import_file(ctx, write(text, "big5.csv", "big5"), "customers")
    again = import_file(ctx, write(text, "wide.csv", "utf-16"), "customers")

    assert again.matched == 2
    assert rows_of(ctx, "SELECT name_zh FROM customer ORDER BY id") == [("陳大文",), ("李小龍",)]


def test_a_row_of_nobody_is_rejected_with_a_reason_and_a_known_number_still_finds_its_owner(
    ctx, write
):
    head = "customer id,name,phone,email,tier\n"
    import_file(ctx, write(head + "17,Ann Lee,91234567,,\n"), "customers")

    done = import_file(ctx, write(head + "17,,,,gold\n18,,,,gold\n,,,,gold\n,,,,\n"), "customers")

    assert [done.read, done.new, done.matched, done.skipped, done.rejected] == [4, 0, 1, 1, 2]
    assert [at for at, _ in done.first_rejects] == [2, 3]
    assert all("has no name" in reason for _, reason in done.first_rejects)
    assert rows_of(ctx, "SELECT name, tier FROM customer") == [("Ann Lee", "gold")]


def test_an_order_file_makes_the_customer_whom_it_knows_by_number_alone(ctx, write):
    text = (
        "InvoiceNo,StockCode,InvoiceDate,CustomerID,Quantity,UnitPrice\n1,S,2020-01-05,17850,1,2\n"
    )

    done = import_file(ctx, write(text), "orders")

    assert (done.new, done.made["customers"]) == (1, 1)
    assert rows_of(ctx, "SELECT name FROM customer") == [("Customer 17850",)]
