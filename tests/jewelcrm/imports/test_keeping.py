"""Notes, consents, ring sizes, preferences and wishes go out with a customer and come back."""

import csv
import shutil

import pytest

from jewelcrm.access.signin import sign_in
from jewelcrm.catalogue.commands import add_product
from jewelcrm.catalogue.model import NewProduct
from jewelcrm.customers import commands, queries
from jewelcrm.customers.model import NewPreference, NewRingSize, NewWish
from jewelcrm.imports.commands import import_file
from jewelcrm.imports.exports import export_customers, export_products
from jewelcrm.imports.rules.kept import PARTS, cells_of
from jewelcrm.money import Money
from tests.builders import a_consent, a_kept_customer
from tests.conftest import PASSWORD
from tests.jewelcrm.imports.conftest import rows_of
from tests.leaving import taken_out


@pytest.fixture
def other(_first_shop, tmp_path):
    """Another, empty store."""
    shutil.copytree(_first_shop[0], tmp_path / "other")
    ctx = sign_in(tmp_path / "other", "mei.chan", PASSWORD)
    yield ctx
    ctx.store.close()


@pytest.fixture
def regular(ctx, clock):
    """Somebody of whom the shop knows a lot."""
    product = add_product(ctx, NewProduct(sku="R1", name="Jade ring", price=Money(128000)))
    key = a_kept_customer(
        ctx,
        name="Wong Mei Ling",
        tags=("bride",),
        ring_sizes=(NewRingSize(hand="left", finger="ring", size="HK 12", note="=tight"),),
        preferences=(
            NewPreference(kind="metal", value="white_gold", note="18K"),
            NewPreference(kind="allergy", value="膠布"),
        ),
        consent=a_consent(source="oral", witness="Wing", channels=("whatsapp", "email")),
    )
    first = commands.add_note(ctx, key, 'Likes "jade",\nshe said; 翡翠', channel="call")
    wish = NewWish(
        description="Jade ring",
        product_id=product,
        occasion="birthday",
        budget=Money(500000),
        wanted_by=ctx.today(),
    )
    commands.add_wish(ctx, key, wish)
    clock.move(minutes=3)
    commands.correct_note(ctx, first, "Likes lavender jade")
    commands.add_note(ctx, key, "-called again")
    commands.record_consent(ctx, key, a_consent("withdrawn", channels=("email",)))
    return key


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def card_of(ctx, name):
    [key] = [row[0] for row in rows_of(ctx, "SELECT id FROM customer WHERE name = ?", name)]
    return queries.card(ctx, key)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_everything_known_of_a_customer_comes_back(ctx, other, regular, tmp_path, form):
    taken_out(export_products, ctx, tmp_path / "goods.csv")
    taken_out(export_customers, ctx, tmp_path / f"first.{form}")
    import_file(other, tmp_path / "goods.csv", "products")
    done = import_file(other, tmp_path / f"first.{form}", "customers")
    assert (done.new, done.rejected) == (1, 0)

    was, now = queries.card(ctx, regular), card_of(other, "Wong Mei Ling")

    def told(card):
        return (
            [
                (n.body, n.channel, n.author_name, n.created_at, bool(n.corrects), n.corrected)
                for n in card.notes
            ],
            [(r.hand, r.finger, r.circumference, r.label, r.note) for r in card.ring_sizes],
            {(p.kind, p.value, p.basis, p.note) for p in card.preferences},
            [(w.description, w.budget, w.occasion, w.wanted_by, w.state) for w in card.wishes],
            card.consent.by_channel,
            card.consent.confirm_due,
            [
                (c.state, c.channel, c.source, c.witness, c.obtained_at, c.confirm_due)
                for c in card.consent.entries
            ],
        )

    assert told(now) == told(was)
    assert len(now.notes) == 3
    assert now.wishes[0].product_id is not None


def test_written_again_it_is_the_same_file(ctx, other, regular, tmp_path):
    taken_out(export_products, ctx, tmp_path / "goods.csv")
    taken_out(export_customers, ctx, tmp_path / "first.csv")
    import_file(other, tmp_path / "goods.csv", "products")
    import_file(other, tmp_path / "first.csv", "customers")
    taken_out(export_customers, other, tmp_path / "second.csv")

    assert table(tmp_path / "second.csv") == table(tmp_path / "first.csv")


def test_in_its_own_store_the_file_changes_nothing(ctx, regular, tmp_path):
    taken_out(export_customers, ctx, tmp_path / "out.csv")
    before = rows_of(ctx, "SELECT count(*) FROM change")

    done = import_file(ctx, tmp_path / "out.csv", "customers")

    assert (done.new, done.matched) == (0, 1)
    assert rows_of(ctx, "SELECT count(*) FROM change") == before


def test_what_was_taken_off_the_card_does_not_come_back(ctx, regular, tmp_path):
    taken_out(export_customers, ctx, tmp_path / "out.csv")
    [size] = queries.card(ctx, regular).ring_sizes
    commands.archive_ring_size(ctx, size.id)

    import_file(ctx, tmp_path / "out.csv", "customers")

    assert queries.card(ctx, regular).ring_sizes == ()


def test_more_notes_than_a_cell_holds_go_into_another_row(ctx, other, tmp_path):
    key = a_kept_customer(ctx, name="Talkative")
    for n in range(4):
        commands.add_note(ctx, key, f"{n} {'x' * 12_000}")
    done = taken_out(export_customers, ctx, tmp_path / "out.xlsx")
    assert done.rows == 2

    import_file(other, tmp_path / "out.xlsx", "customers")

    assert rows_of(other, "SELECT count(*) FROM customer") == [(1,)]
    assert len(card_of(other, "Talkative").notes) == 4


@pytest.mark.parametrize(
    "cell",
    [
        "[",
        "{}x",
        '["note"]',
        '[{"text": "no time"}]',
        '[{"at": "2026-01-01T00:00:00+00:00"}]',
        '[{"at": "2026-01-01", "channel": "note", "text": "no zone"}]',
        '[{"at": 7, "channel": "note", "text": "a number"}]',
    ],
)
def test_a_cell_that_was_spoilt_rejects_its_row_with_the_column(ctx, write, cell):
    quoted = cell.replace('"', '""')
    done = import_file(ctx, write(f'name,jewelcrm_notes\nAnn,"{quoted}"\n'), "customers")

    assert (done.new, done.rejected) == (0, 1)
    assert "jewelcrm_notes" in done.first_rejects[0][1]
    assert rows_of(ctx, "SELECT count(*) FROM note") == [(0,)]


def test_an_unknown_person_or_piece_is_left_empty(ctx, write):
    cell = (
        '[{"at": "2026-01-01T00:00:00.000+00:00", "channel": "note", "text": "Hi", "by": "nobody"}]'
    )
    quoted = cell.replace('"', '""')
    import_file(ctx, write(f'name,jewelcrm_notes\nAnn,"{quoted}"\n'), "customers")

    assert rows_of(ctx, "SELECT body, author_id FROM note") == [("Hi", None)]


def test_a_long_list_is_cut_between_records_only():
    [note] = [part for part in PARTS if part.table == "note"]
    rows = [(1_000_000 * n, "note", "y" * 9_000, None, None) for n in range(1, 8)]

    cells = list(cells_of(note, rows))

    assert [cell.count('"text"') for cell in cells] == [3, 3, 1]
    assert all(len(cell) < 30_000 for cell in cells)
