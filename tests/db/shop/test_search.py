"""The search index follows the records, and forgets what it must forget."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.shop import search
from db.tables.catalogue import product
from db.tables.customers import contact_point, customer
from db.tables.orders import sales_order
from db.tables.payments import payment
from tests.conftest import NOON

AN_ORDER = {
    "kind": "sale",
    "channel": "counter",
    "stage": "confirmed",
    "stage_since": NOON,
    "placed_at": NOON,
    "rush": False,
    "currency": "HKD",
}
A_PAYMENT = {
    "kind": "deposit",
    "method": "cash",
    "amount_cents": 100,
    "currency": "HKD",
    "taken_at": NOON,
}


def a_customer(work, name="Chan Tai Man", name_zh=None, **more):
    return work.insert(customer, number=work.next_number(), name=name, name_zh=name_zh, **more)


def a_contact(work, customer_id, normal, kind="phone", value=None):
    return work.insert(
        contact_point,
        customer_id=customer_id,
        kind=kind,
        normal=normal,
        value=value or normal,
        preferred=False,
    )


def found(ctx, text, *kinds):
    with ctx.read() as conn:
        return [hit.row_id for hit in search.find(conn, text, kinds or None)]


def three_customers(ctx):
    """One after the other: the order within one unit of work is nobody's concern."""
    ids = []
    for _ in range(3):
        with ctx.work() as work:
            ids.append(a_customer(work, "Lee Ann"))
    return ids


def test_a_customer_is_found_as_soon_as_she_is_saved(ctx):
    with ctx.work() as work:
        mei = a_customer(work, "Wong Mei", "黃美")
    assert found(ctx, "mei wong") == found(ctx, "黄美") == found(ctx, "huang") == [mei]


def give_up(ctx):
    with ctx.work() as work:
        a_customer(work, "Wong Mei")
        raise ZeroDivisionError


def test_nothing_is_found_of_a_unit_of_work_that_was_given_up(ctx):
    with pytest.raises(ZeroDivisionError):
        give_up(ctx)
    assert found(ctx, "mei") == []


def test_a_changed_name_is_found_and_the_old_one_is_not(ctx):
    with ctx.work() as work:
        mei = a_customer(work, "Wong Mei")
    with ctx.work() as work:
        work.update(customer, mei, name="Lau Mei")
    assert found(ctx, "lau") == [mei]
    assert found(ctx, "wong") == []


def test_a_phone_is_found_by_any_three_digits_however_it_is_typed(ctx):
    with ctx.work() as work:
        mei = a_customer(work)
        a_contact(work, mei, "+85291234567", value="9123 4567")
    for typed in (
        "912",
        "4567",
        "234",
        "+852 9123 4567",
        "(852)9123-4567",
        "9123 45",
        "0085291234567",
    ):
        assert found(ctx, typed, "customer") == [mei], typed
    assert found(ctx, "913") == found(ctx, "45679") == []


def test_a_foreign_phone_is_found_with_the_zero_it_has_at_home(ctx):
    with ctx.work() as work:
        mei = a_customer(work)
        a_contact(work, mei, "+442079460000")
    assert found(ctx, "020 7946 0000") == [mei]


def test_a_phone_that_was_put_away_is_not_found(ctx):
    with ctx.work() as work:
        phone = a_contact(work, a_customer(work), "+85291234567")
    with ctx.work() as work:
        work.archive(contact_point, phone)
    assert found(ctx, "91234567") == []


def test_a_phone_that_moves_to_another_customer_moves_in_the_index(ctx):
    with ctx.work() as work:
        one, other = a_customer(work, "Ann"), a_customer(work, "Bea")
        phone = a_contact(work, one, "+85291234567")
    with ctx.work() as work:
        work.update(contact_point, phone, customer_id=other)
    assert found(ctx, "91234567") == [other]


def test_an_archived_or_merged_customer_leaves_and_may_come_back(ctx):
    with ctx.work() as work:
        one, two = a_customer(work, "Ann Lee"), a_customer(work, "Bea Lee")
    with ctx.work() as work:
        work.archive(customer, one)
        work.update(customer, two, merged_into=one)
    assert found(ctx, "lee") == []
    with ctx.work() as work:
        work.update(customer, one, archived_at=None)
    assert found(ctx, "lee") == [one]


def test_name_and_digits_together_find_one_person(ctx):
    with ctx.work() as work:
        one, two = a_customer(work, "Chan Ann", "陳安"), a_customer(work, "Chau Bea")
        a_contact(work, one, "+85291234567")
        a_contact(work, two, "+85261234567")
    assert found(ctx, "Cha 9123") == found(ctx, "陳 9123") == found(ctx, "陈9123") == [one]
    assert found(ctx, "chan4567") == [one]


def test_mail_and_handles_are_found_by_their_parts(ctx):
    with ctx.work() as work:
        mei = a_customer(work)
        a_contact(work, mei, "mei.wong_88@netvigator.com", kind="email")
        a_contact(work, mei, "goldfinch", kind="wechat")
    for typed in ("wong", "netvig", "mei.wong_88@netvigator.com", "mei.wong", "goldf"):
        assert found(ctx, typed, "customer") == [mei], typed


def test_every_paper_is_found_by_its_number(ctx):
    with ctx.work() as work:
        order = work.insert(sales_order, number="HK01-A-004711-3", **AN_ORDER)
        receipt = work.insert(
            payment, receipt_number="HK01-A-004712-1", order_id=order, **A_PAYMENT
        )
    for typed in ("HK01-A-004711-3", "hk01a0047113", "a-004711", "004711", "4711", "47113"):
        assert found(ctx, typed, "order") == [order], typed
    assert found(ctx, "4712") == [receipt]


def test_a_product_is_found_by_words_stock_number_and_barcode(ctx):
    with ctx.work() as work:
        ring = work.insert(
            product,
            sku="RG-18K-001",
            name="Rose gold ring",
            name_zh="玫瑰金戒指",
            barcode="4891234567890",
            currency="HKD",
            active=True,
        )
    for typed in (
        "ring rose",
        "戒指",
        "玫瑰金",
        "RG-18K-001",
        "rg18",
        "4891234567890",
        "489123",
        "18k",
    ):
        assert found(ctx, typed, "product") == [ring], typed


def test_a_scanned_number_finds_exactly_one_thing(ctx):
    with ctx.work() as work:
        common = {"currency": "HKD", "active": True, "name": "Ring"}
        one = work.insert(product, sku="R1", barcode="48912345", **common)
        work.insert(product, sku="R2", barcode="489123456", **common)
    with ctx.read() as conn:
        assert [hit.row_id for hit in search.by_number(conn, "48912345")] == [one]
        assert search.by_number(conn, "4891") == []


@pytest.mark.parametrize(
    ("printed", "scanned"), [("012345678905", "0012345678905"), ("0012345678905", "012345678905")]
)
def test_a_scanner_may_add_or_drop_the_zero_of_an_american_barcode(ctx, printed, scanned):
    with ctx.work() as work:
        common = {"currency": "HKD", "active": True, "name": "Ring"}
        one = work.insert(product, sku="R1", barcode=printed, **common)
    with ctx.read() as conn:
        assert [hit.row_id for hit in search.by_number(conn, scanned)] == [one]


def test_an_exact_number_comes_before_newer_customers_with_those_digits(ctx):
    with ctx.work() as work:
        one = a_customer(work, "Ann", external_key="5544")
        for _ in range(150):
            a_contact(work, a_customer(work, "Bea"), "+85295544000")
    assert found(ctx, "5544")[0] == one


@pytest.mark.parametrize("typed", ["ALFKI", "alfki", "alf", "Ann ALFKI"])
def test_an_old_number_of_letters_is_found_without_its_systems_name(ctx, typed):
    with ctx.work() as work:
        one = a_customer(work, "Ann", external_key="northwind:ALFKI")
        a_customer(work, "Ann", external_key="northwind:ANATR")
        a_customer(work, "Ann", external_key="northwind:17850")
    assert found(ctx, typed) == [one]
    with ctx.work() as work:
        work.update(customer, one, external_key=None)
    assert found(ctx, "alfki") == []


def test_the_newest_come_first_and_a_touched_customer_is_the_newest(ctx):
    ids = three_customers(ctx)
    assert found(ctx, "lee") == ids[::-1]
    with ctx.work() as work:
        search.touch(work.raw, "customer", ids[0])
    assert found(ctx, "lee") == [ids[0], ids[2], ids[1]]


def test_new_business_makes_a_customer_the_newest_when_the_pc_is_idle(ctx):
    ids = three_customers(ctx)
    with ctx.work() as work:
        work.insert(sales_order, number="HK01-A-004711-3", customer_id=ids[0], **AN_ORDER)
    assert found(ctx, "lee") == ids[::-1]
    with ctx.work() as work:
        assert search.catch_up(work.raw) == 1
        assert search.catch_up(work.raw) == 0
    assert found(ctx, "lee")[0] == ids[0]


def test_a_change_that_nobody_searches_for_costs_the_index_nothing(ctx):
    with ctx.work() as work:
        mei = a_customer(work)
    with ctx.work() as work:
        work.update(customer, mei, tier="gold", district="Mong Kok")
        assert search.refresh(work.raw) == 0


def test_many_changes_in_one_unit_of_work_are_all_indexed(ctx):
    with ctx.work() as work:
        for n in range(1203):
            a_customer(work, f"Person{n:04}")
        assert search.refresh(work.raw, batch=100) == 1203
    with ctx.read() as conn:
        assert search.check(conn) == []
        assert all(search.find(conn, f"person{n:04}") for n in range(0, 1203, 100))


def test_the_index_can_be_made_anew_from_the_records(ctx):
    with ctx.work() as work:
        mei = a_customer(work, "Wong Mei")
        order = work.insert(sales_order, number="HK01-A-004711-3", **AN_ORDER)
        search.refresh(work.raw)
        work.conn.exec_driver_sql("DELETE FROM search_entry")
    with ctx.read() as conn:
        assert search.check(conn) != []
    steps = []
    with ctx.work() as work:
        assert search.rebuild(work.raw, lambda done, total: steps.append((done, total))) == 2
    assert steps[-1] == (2, 2)
    assert (found(ctx, "mei"), found(ctx, "4711")) == ([mei], [order])
    with ctx.read() as conn:
        assert search.check(conn) == []


def test_the_doctor_notices_a_record_that_is_not_found(ctx):
    with ctx.work() as work:
        a_customer(work, "Wong Mei")
        search.refresh(work.raw)
        work.conn.exec_driver_sql("DELETE FROM search_index")
    with ctx.read() as conn:
        assert any("not found" in fault for fault in search.check(conn))


def test_after_forgetting_no_token_of_a_changed_name_is_left_in_the_file(ctx):
    with ctx.work() as work:
        everyone = [a_customer(work, f"Zzyx{n:03}marker") for n in range(200)]
    with ctx.work() as work:
        for row_id in everyone:
            work.update(customer, row_id, name="Chan")
        search.forget(work.raw)
    with ctx.read() as conn:
        blocks = conn.exec_driver_sql("SELECT block FROM search_index_data").scalars().all()
        texts = conn.exec_driver_sql("SELECT text FROM search_entry").scalars().all()
    assert not any(b"marker" in block for block in blocks)
    assert not any("marker" in text for text in texts)


NASTY = [
    *(
        "",
        " ",
        "\0",
        "\x00\x1f\x7f",
        '"',
        "'",
        '""',
        "*",
        "^",
        "-",
        "--",
        ":",
        "(",
        ")",
        "OR",
        "AND",
    ),
    *("NOT x", "NEAR(a b)", "t:x", '" OR t MATCH "', "a" * 10_000, "9" * 10_000, "陳" * 10_000),
    *(
        "a " * 5_000,
        "1 a " * 2_500,
        "\ud800",
        "😀",
        "%",
        "_",
        "þ9123",
        "ð321",
        "\u202e",
        "()" * 500,
    ),
    *("٣٤٥", "²³", "①②③", "½", "ﷺ" * 300, "\u0301" * 1000, "@", "@@", "a@", "+", "+-()", "0", "00"),
]


@pytest.mark.parametrize("text", NASTY)
def test_whatever_is_typed_is_answered(ctx, text):
    with ctx.work() as work:
        a_contact(work, a_customer(work, "Chan Tai Man", "陳大文"), "+85291234567")
    with ctx.read() as conn:
        assert len(search.find(conn, text)) <= 1
        assert search.by_number(conn, text) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=st.text(max_size=60), phone=st.text(max_size=30), typed=st.text(max_size=60))
def test_any_text_can_be_kept_and_looked_for(ctx, name, phone, typed):
    from db.shop.search.entry import of_customer

    entry = of_customer([name], [("phone", phone, phone)], [name])
    assert len(entry.text.split("\n")) == 5
    with ctx.read() as conn:
        search.find(conn, typed)


@given(name=st.text(max_size=60), number=st.text(max_size=40))
def test_an_entry_knows_which_keys_to_take_out_again(name, number):
    from db.shop.search.entry import keys_of, of_customer, of_paper

    paper, person = of_paper([number]), of_customer([name], [], [number, name])
    assert set(keys_of(True, paper.text)) == set(paper.keys)
    assert set(keys_of(False, person.text)) == set(person.keys)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)))
def test_the_index_takes_every_expression_that_we_make(texts):
    raw = sqlite3.connect(":memory:")
    raw.execute(
        "CREATE VIRTUAL TABLE f USING fts5(t, detail=none, tokenize='ascii', prefix='1 2 3')"
    )
    for text in texts:
        asked = search.read(text)
        if asked is not None:
            for expression in (asked.match, asked.quick):
                raw.execute("SELECT rowid FROM f WHERE f MATCH ?", (expression,)).fetchall()
    raw.close()


@pytest.mark.parametrize("typed", ["zoeng1 hok6 jau5", "zhang1 xue2 you3", "Zoeng1", "jau5 zoeng1"])
def test_a_sound_with_its_tone_is_found(ctx, typed):
    with ctx.work() as work:
        jacky = a_customer(work, "Jacky", "張學友")
        a_customer(work, "Ka", "陳家明")

    assert found(ctx, typed) == [jacky]


def test_a_tone_is_only_taken_from_a_syllable():
    def words(typed):
        return [term.text for term in search.read(typed).terms]

    assert words("can4 gaa1") == ["can", "gaa"]
    assert words("ring2 zoeng7 zoeng12") == ["ring2", "zoeng7", "zoeng12"]
    assert "zoeng1" in words("zoeng1@mail.hk")
    assert search.read("ka1").number == "ka1"


def test_a_long_word_is_asked_by_the_beginning_that_the_index_has_a_list_of():
    asked = search.read("Jessica Lee")
    assert (asked.match, asked.quick) == ('"jessica"* AND "lee"*', '"jessic"* AND "lee"*')


@pytest.mark.parametrize("typed", ["chantaiman", "daniel", "Lee Ann"])
def test_a_word_that_only_the_index_can_prove_is_asked_whole(typed):
    asked = search.read(typed)
    assert asked.quick == asked.match


def test_a_long_word_is_found_below_many_that_only_begin_like_it(ctx):
    with ctx.work() as work:
        wanted = [a_customer(work, f"Christopher {n}") for n in range(3)]
    with ctx.work() as work:
        for n in range(40):
            a_customer(work, f"Christine {n}", "陳大文")
    with ctx.work() as work:
        wanted.append(a_customer(work, "Ng Christopher"))
    with ctx.work() as work:
        wanted += [a_customer(work, f"Christopherson {n}") for n in range(60)]

    assert set(found(ctx, "christophers")) < set(wanted)
    assert len(found(ctx, "christophers")) == len(found(ctx, "christopher")) == 50
    assert set(found(ctx, "christopher ng")) == {wanted[3]}
    assert set(found(ctx, "christopher 1")) >= {wanted[1]}


def test_a_rare_long_word_is_found_however_many_begin_like_it(ctx):
    with ctx.work() as work:
        rare = [a_customer(work, f"Christabel {n}") for n in range(5)]
    with ctx.work() as work:
        for n in range(100):
            a_customer(work, f"Christine {n}")
    assert set(found(ctx, "christabel")) == set(rare)


def test_a_list_full_of_customers_keeps_places_for_papers(ctx):
    with ctx.work() as work:
        for n in range(60):
            a_contact(work, a_customer(work, f"Lee {n}"), f"+8529{n:02}47110")
        for n in range(12):
            work.insert(sales_order, number=f"HK01-A-{n:02}4711-3", **AN_ORDER)

    with ctx.read() as conn:
        kinds = [hit.kind for hit in search.find(conn, "4711")]
    assert (kinds.count("customer"), kinds.count("order")) == (45, 5)


def test_where_customers_leave_room_there_are_more_papers(ctx):
    with ctx.work() as work:
        for n in range(12):
            work.insert(sales_order, number=f"HK01-A-{n:02}4711-3", **AN_ORDER)
    assert len(found(ctx, "4711")) == 8
    assert len(found(ctx, "4711", "order")) == 12
