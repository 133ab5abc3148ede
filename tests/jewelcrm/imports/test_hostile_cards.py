"""vCards that mean harm: endless, nested, full of pictures."""

import pytest

from jewelcrm.imports.commands import import_file
from tests.jewelcrm.imports import hostile as made


def test_pictures_of_cards_are_left_out_and_the_people_taken(ctx, write):
    done = import_file(ctx, write(made.photo_card(6 << 20), "c.vcf"), "customers")

    assert (done.new, done.rejected) == (2, 0)
    assert "2 pictures were left out" in done.notes


def test_an_endless_note_rejects_its_card_alone(ctx, write):
    text = made.cards(f"FN:Ann\r\nNOTE:{'x:y ' * (1 << 21)}", "FN:Bo Chan\r\nTEL:92345678")

    done = import_file(ctx, write(text, "c.vcf"), "customers")

    assert (done.new, done.rejected) == (1, 1)


def test_a_card_that_never_ends_does_not_swallow_those_behind_it(ctx, write):
    text = "BEGIN:VCARD\nFN:Ann\nTEL:91234567\n" + made.cards("FN:Bo Chan\r\nTEL:92345678")

    done = import_file(ctx, write(text, "c.vcf"), "customers")

    assert (done.read, done.new, done.rejected) == (2, 1, 1)
    assert done.first_rejects == [(1, "the card has no end")]


def test_cards_nested_a_hundred_thousand_deep_are_one_card(ctx, write):
    deep = "BEGIN:VCARD\nFN:Ann Lee\nTEL:91234567\n" + "AGENT:\nBEGIN:VCARD\n" * 100_000
    text = deep + "END:VCARD\n" * 100_001 + made.cards("FN:Bo Chan\r\nTEL:92345678")

    done = import_file(ctx, write(text, "c.vcf"), "customers")

    assert (done.new, done.rejected) == (2, 0)


@pytest.mark.parametrize(
    "entry",
    [
        "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=zip:=41=42",
        "NOTE;CHARSET=../../etc/passwd;ENCODING=QUOTED-PRINTABLE:=FF=FE=00",
        "X-A;" * 20_000 + ":x",
        'NOTE;X="' + '";Y="' * 20_000 + ":x",
        "ADR:" + ";" * 100_000,
        "XML:<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "PHOTO;VALUE=uri:file:///etc/passwd",
        "BDAY:99999999999999999999",
        "N:" + "\\" * 99_999,
        "TEL:+" + "9" * 100_000,
    ],
)
def test_entries_made_to_trip_a_reader_of_cards_do_not(ctx, write, entry):
    text = made.cards(f"FN:Ann Lee\r\nTEL:91234567\r\n{entry}", "FN:Bo\r\nTEL:92345678")

    done = import_file(ctx, write(text, "c.vcf"), "customers")

    assert (done.read, done.new + done.rejected) == (2, 2)
    assert done.new >= 1
