import pytest

from jewelcrm.errors import CanFix
from jewelcrm.imports.rules.mapping import Mapping, check, from_json, guess


def columns(kind, *names, sample=()):
    return guess(kind, names, sample).columns


def test_the_plain_lists_need_no_mapping():
    assert columns("customers", "name", "phone", "email") == {
        "name": "name",
        "phone": "phone",
        "email": "email",
    }
    assert (
        columns("customers", "name", "chinese_name", "phone", "email")["chinese_name"]
        == "chinese_name"
    )


def test_chinese_headings_of_both_scripts_are_known():
    assert columns("customers", "姓名", "手提電話", "電郵", "出生日期", "備註") == {
        "姓名": "name",
        "手提電話": "phone:mobile",
        "電郵": "email",
        "出生日期": "birthday",
        "備註": "note",
    }
    assert (
        columns("customers", "客户姓名", "手机号码", "邮箱", "生日")["手机号码"] == "phone:mobile"
    )


@pytest.mark.parametrize("turned", [False, True])
def test_a_name_in_chinese_beside_an_english_one_is_the_chinese_name(turned):
    way = -1 if turned else 1
    names, row = ("姓名", "英文名")[::way], ("陳大文", "Chan Tai Man")[::way]
    found = columns("customers", *names, "電話", sample=[(*row, "9123 4567")])
    assert (found["姓名"], found["英文名"]) == ("chinese_name", "name")


def test_an_english_name_is_not_lost_where_nobody_has_a_chinese_one():
    found = columns("customers", "姓名", "英文名", sample=[("", "Chan Tai Man")])
    assert (found["姓名"], found["英文名"]) == ("chinese_name", "name")


def test_two_names_of_one_writing_leave_the_second_out():
    found = columns("customers", "姓名", "英文名", sample=[("Ann Lee", "Ann")])
    assert found == {"姓名": "name"}


def test_the_uci_retail_columns_are_known():
    assert columns(
        "orders", "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice"
    ) == {
        "InvoiceNo": "order_number",
        "StockCode": "sku",
        "Description": "description",
        "Quantity": "quantity",
        "InvoiceDate": "order_date",
        "UnitPrice": "unit_price",
    }
    assert columns("orders", "CustomerID", "Country") == {
        "CustomerID": "customer_key",
        "Country": "country",
    }


def test_adventureworks_northwind_and_chinook_columns_are_known():
    adventure = columns(
        "customers", "CustomerKey", "Prefix", "FirstName", "LastName", "BirthDate", "EmailAddress"
    )
    northwind = columns(
        "customers", "CustomerID", "CompanyName", "ContactName", "ContactTitle", "Phone", "Fax"
    )

    assert adventure["Prefix"] == "title"
    assert adventure["BirthDate"] == "birthday"
    assert northwind["ContactName"] == "name"
    assert northwind["CompanyName"] == "company"
    assert northwind["Fax"] == "phone:fax"


def test_shopifys_columns_are_known():
    known = columns(
        "products", "Handle", "Title", "Body (HTML)", "Option1 Value", "Variant Price", "Image Src"
    )

    assert list(known.values()) == ["parent", "name", "description", "option1", "price", "picture"]


def test_what_a_column_holds_decides_when_its_heading_does_not():
    sample = [["Ann Lee", "ann@x.hk", "9123 4567"], ["Bob Ng", "bob@x.hk", "+852 2345 6789"]]

    assert columns("customers", "Who", "A", "B", sample=sample) == {"A": "email", "B": "phone"}
    assert (
        columns("customers", "Column 1", "Column 2", "Column 3", sample=sample)["Column 1"]
        == "name"
    )


def test_a_column_of_dates_is_not_taken_for_phones():
    assert columns("customers", "x", sample=[["1833-01-01"], ["1834-02-01"]]) == {}


def test_a_mapping_survives_its_file():
    mapping = Mapping(
        "orders",
        {"單號": "order_number", "日期": "order_date"},
        "mdy",
        currency="GBP",
        source="pos1",
    )

    assert from_json(mapping.to_json()) == mapping


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"kind": "cats", "columns": {}}', '{"columns": 3, "kind": 1}']
)
def test_what_is_no_mapping_is_refused_in_words(text):
    with pytest.raises(CanFix):
        from_json(text)


def test_a_mapping_that_does_not_fit_the_file_names_the_column():
    with pytest.raises(CanFix, match="no column Telephone"):
        check(Mapping("customers", {"Telephone": "phone"}), "customers", ["name"])
    with pytest.raises(CanFix, match="no place called fon"):
        check(Mapping("customers", {"name": "fon"}), "customers", ["name"])
    with pytest.raises(CanFix, match="None of the columns"):
        check(guess("customers", ["Foo", "Bar"], []), "customers", ["Foo", "Bar"])


def test_a_list_of_prices_is_neither_orders_nor_products():
    for kind in ("orders", "products"):
        with pytest.raises(CanFix, match="None of the columns"):
            check(guess(kind, ["Date", "Price"], []), kind, ["Date", "Price"])


def test_a_mapping_can_be_edited_column_by_column():
    mapping = (
        guess("customers", ["name", "Tel 2"], [])
        .with_column("Tel 2", "phone:home")
        .with_column("name", None)
    )

    assert mapping.columns == {"Tel 2": "phone:home"}


@pytest.mark.parametrize(
    "heading", ["Contact Phone Number", "Primary Mobile No.", "CustomerTelNumber", "Tel. of client"]
)
def test_any_heading_with_a_phone_among_its_words_is_a_phone(heading):
    assert guess("customers", ["name", heading], []).columns[heading].startswith("phone")


@pytest.mark.parametrize("heading", ["Phone Type", "Telephone model", "Hotel", "Phone verified"])
def test_what_is_only_about_a_phone_is_none(heading):
    assert heading not in guess("customers", ["name", heading], []).columns


def test_an_old_number_alone_is_not_enough_for_a_customer():
    mapping = Mapping("customers", {"id": "external_key"})

    with pytest.raises(CanFix, match="name, phone or e-mail"):
        check(mapping, "customers", ["id"])
