import io

import pytest

from jewelcrm.imports.readers.encodings import detect

HONG_KONG = "姓名,電話,地址\n陳大文,9123 4567,香港九龍旺角彌敦道\n"
MAINLAND = "姓名,电话,地址\n陈大文,13800138000,广州市天河区体育西路\n"
JAPAN = "氏名,電話\n山田たろう,03-1234-5678\nサトウ ハナコ,03-8765-4321\n"
PORTUGAL = "nome,cidade\nJosé Gonçalves,São Paulo\nAndré,Brasília\n"


def detected(text: str, encoding: str) -> str:
    return text.encode(encoding).decode(detect(io.BytesIO(text.encode(encoding))))


@pytest.mark.parametrize("text", ["Name,Phone\nCh\0an,61230014\n", HONG_KONG + "\0\0"])
def test_a_zero_that_strayed_into_plain_text_does_not_make_it_utf_16(text):
    assert detected(text, "utf-8").removeprefix("\ufeff") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (HONG_KONG, "utf-8"),
        (HONG_KONG, "utf-8-sig"),
        (HONG_KONG, "utf-16"),
        (HONG_KONG, "utf-16-le"),
        (HONG_KONG, "utf-16-be"),
        (HONG_KONG, "big5"),
        (HONG_KONG, "gb18030"),
        (MAINLAND, "gb18030"),
        (MAINLAND, "gbk"),
        (JAPAN, "cp932"),
        (PORTUGAL, "cp1252"),
        (PORTUGAL, "latin-1"),
    ],
)
def test_a_list_reads_the_same_in_every_common_encoding(text, encoding):
    assert detected(text, encoding).removeprefix("\ufeff") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("姓名,電話\n陳大文,91234567\n", "big5"),
        ("姓名,电话\n陈小明,13800138000\n", "gb18030"),
        ("name,phone\n李小龍,91234567\n", "big5"),
        ("name,phone\n刘伟,13800138000\n", "gb18030"),
        ("name,phone\nRené,91234567\n", "cp1252"),
        ("name\nMüller\n", "cp1252"),
        ("氏名\nやまだ\n", "cp932"),
    ],
)
def test_one_short_name_is_enough_to_tell_the_encoding(text, encoding):
    assert detected(text, encoding) == text


def test_characters_that_only_hong_kong_has_are_read():
    assert (
        detected("姓名,地址\n陳大文,香港鰂魚涌英皇道\n李小明,深水埗\n", "big5hkscs").count("鰂")
        == 1
    )


def test_a_byte_order_mark_on_a_latin_1_file_does_not_make_it_utf_8():
    raw = b"\xef\xbb\xbf" + PORTUGAL.encode("latin-1")

    assert "José" in raw.decode(detect(io.BytesIO(raw)))


def test_letters_far_into_the_file_still_decide():
    raw = b"name,phone\n" + b"Chan,91234567\n" * 40_000 + "陳大文,91234567\n".encode("big5")

    assert raw.decode(detect(io.BytesIO(raw))).endswith("陳大文,91234567\n")


def test_a_single_stray_byte_does_not_turn_a_long_utf_8_file_into_another():
    raw = (HONG_KONG * 50).encode() + b"\xff\n"

    assert detect(io.BytesIO(raw)) == "utf-8-sig"
