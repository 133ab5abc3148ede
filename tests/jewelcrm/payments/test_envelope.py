"""The job envelope: it says what came in, in both languages, on either paper."""

import subprocess
import sys
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from jewelcrm.catalogue.commands import add_product
from jewelcrm.catalogue.model import NewProduct
from jewelcrm.money import Money
from jewelcrm.orders.envelope import envelope
from jewelcrm.payments.receipts import LANGUAGES, PAPERS
from jewelcrm.payments.receipts.envelope import render
from tests.builders import a_line, a_placed_order


@pytest.fixture
def repair(ctx):
    line = a_line(
        description="Jade bangle",
        service="prongs",
        condition="one prong bent",
        weight_in=Decimal("9.9935"),
        declared_value=Money(500000),
    )
    placed = a_placed_order(ctx, kind="repair", lines=[line])
    return envelope(ctx, placed.id)


def pages_of(pdf):
    return PdfReader(BytesIO(pdf)).pages


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_envelope_says_what_came_in_and_what_is_to_be_done(repair, paper, language):
    [page] = pages_of(render(repair, paper, language))
    said = " ".join(page.extract_text().split())
    service = {"en": "Prongs re-tipped", "zh_HK": "修爪"}[language]
    title = {"en": "Job envelope", "zh_HK": "維修袋"}[language]
    for wanted in (
        repair.order.number,
        "Jade bangle",
        "one prong bent",
        "9.9935 g",
        title,
        service,
        "HK$5,000.00",
    ):
        assert wanted in said


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("language", "name"), [("en", "Jade bangle"), ("zh_HK", "翡翠手鐲")])
def test_an_envelope_calls_a_piece_by_the_catalogues_name_in_its_language(
    ctx, paper, language, name
):
    piece = add_product(ctx, NewProduct(sku="JB-8", name="Jade bangle", name_zh="翡翠手鐲"))
    lines = [a_line(description="Jade bangle", product_id=piece), a_line(description="Old ring")]
    placed = a_placed_order(ctx, kind="repair", lines=lines)

    [page] = pages_of(render(envelope(ctx, placed.id), paper, language))

    said = " ".join(page.extract_text().split())
    assert f"1. {name}" in said
    assert "2. Old ring" in said


def test_the_phone_on_an_envelope_shows_only_its_end(repair):
    assert repair.phone
    assert "•" in repair.phone or "*" in repair.phone


def test_looking_at_orders_does_not_load_the_pdf_writer():
    said = "import sys, jewelcrm.orders.envelope; print('reportlab' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
