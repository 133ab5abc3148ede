"""The chips above the list of customers."""

import pytest

from jewelcrm.customers.queries import CustomerFilter
from ui.customers.listing import FILTERS, filter_for

ME = b"m" * 16


@pytest.mark.parametrize(
    ("chip", "wanted"),
    [
        ("all", CustomerFilter()),
        ("mine", CustomerFilter(owner_id=ME)),
        ("vip", CustomerFilter(tier="vip")),
        ("confirm", CustomerFilter(to_confirm=True)),
    ],
)
def test_a_chip_asks_for_what_it_says(chip: str, wanted: CustomerFilter) -> None:
    assert filter_for(chip, ME) == wanted


def test_every_chip_but_the_first_narrows_the_list() -> None:
    asked = [filter_for(key, ME) for key, _words in FILTERS]

    assert asked.count(CustomerFilter()) == 1
    assert len(set(asked)) == len(asked)
