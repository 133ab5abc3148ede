import gzip

from jewelcrm.imports.readers import Tally, open_source


def cards(path, tally=None):
    source = open_source(path)
    return [dict(zip(source.columns, row, strict=True)) for _, row, _ in source.rows(tally)]


def card(*lines, version="3.0"):
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def test_a_card_of_a_phone_in_quoted_printable_is_read(write):
    text = card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E9=99=B3;=E5=A4=A7=\r\n=E6=96=87;;;",
        "TEL;CELL;PREF:91234567",
        "TEL;WORK;FAX:23456789",
        version="2.1",
    )

    (ann,) = cards(write(text, "a.vcf"))

    assert (ann["family"], ann["given"]) == ("陳", "大文")
    assert ann["phones"] == "91234567 (mobile); 23456789 (fax)"


def test_big5_inside_quoted_printable_is_read(write):
    text = card("N;CHARSET=BIG5;ENCODING=QUOTED-PRINTABLE:=B3=AF;=A4j=A4=E5;;;", version="2.1")

    assert cards(write(text, "a.vcf"))[0]["family"] == "陳"


def test_folded_lines_escapes_and_groups_are_undone(write):
    text = card(
        "FN:Ann\\, the\r\n  first",
        "item1.TEL:9123 4567",
        "item1.X-ABLabel:_$!<AssistantPhone>!$_",
        "NOTE:one\\ntwo\\; three",
    )

    (ann,) = cards(write(text, "a.vcf"))

    assert ann["formatted"] == "Ann, the first"
    assert ann["phones"] == "9123 4567 (AssistantPhone)"
    assert ann["note"] == "one\ntwo; three"


def test_pictures_are_left_out_with_a_word_and_other_entries_kept_in_the_note(write):
    tally = Tally()
    text = card(
        "FN:Ann",
        "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD\r\n /2wBDAAIBAQEBAQ==",
        "ORG:IBM;Accounting",
        "X-PET:cat",
    )

    (ann,) = cards(write(text, "a.vcf"), tally)

    assert ann["note"] == "Company: IBM / Accounting\nX-PET: cat"
    assert tally.words() == ["1 picture was left out"]


def test_a_second_address_goes_into_the_note(write):
    text = card(
        "FN:Ann",
        "ADR;HOME:;;1 Nathan Road;Kowloon;;;Hong Kong",
        "ADR;WORK:;;2 Des Voeux Road;Central;;;",
    )

    (ann,) = cards(write(text, "a.vcf"))

    assert ann["address"] == "1 Nathan Road, Kowloon, Hong Kong"
    assert ann["country"] == "Hong Kong"
    assert ann["note"] == "Address: 2 Des Voeux Road, Central"


def test_a_version_4_phone_is_written_as_people_do(write):
    text = card(
        "FN:Ann", 'TEL;VALUE=uri;TYPE="work,voice":tel:+1-418-656-9254;ext=102', version="4.0"
    )

    assert cards(write(text, "a.vcf"))[0]["phones"] == "+1-418-656-9254 ext. 102 (office)"


def test_a_card_without_an_end_is_wrong_and_the_others_are_read(write):
    text = card("FN:Ann") + "BEGIN:VCARD\r\nFN:Bob\r\n"

    assert [wrong for *_, wrong in open_source(write(text, "a.vcf")).rows()] == [
        None,
        "the card has no end",
    ]


def test_packed_cards_are_read(write):
    packed = gzip.compress(card("FN:Ann").encode())

    assert cards(write(packed, "a.vcf.gz"))[0]["formatted"] == "Ann"


def test_the_real_cards_say_what_their_files_say(real):
    folder = real / "vcards"
    simon = cards(folder / "ezvcard_rfc6350-example.vcf")[0]
    outlook = cards(folder / "ezvcard_John_Doe_MS_OUTLOOK.vcf")[0]

    assert (simon["given"], simon["family"], simon["birthday"]) == ("Simon", "Perreault", "--0203")
    assert simon["anniversary"].startswith("20090808")
    assert simon["emails"] == "simon.perreault@viagenie.ca (office)"
    assert (outlook["birthday"], outlook["anniversary"]) == ("19800322", "20110113")
    assert outlook["phones"] == "(905) 555-1234 (office); (905) 666-1234 (home)"
    assert len(cards(folder / "ezvcard_gmail-list.vcf")) == 3
    assert len(cards(folder / "ezvcard_John_Doe_ANDROID.vcf")) == 6
