"""The recovery key on three cards: any two give it back, one says nothing, a forged one is told."""

from __future__ import annotations

import io
import itertools
import json
import secrets
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from jewelcrm.errors import CanFix
from jewelcrm.office import cards, shamir
from jewelcrm.office.founding import key_from
from jewelcrm.office.main import main
from jewelcrm.wire import sealing
from tests.jewelcrm.office_app.builders import PASSWORD


@pytest.mark.parametrize(
    ("a", "b", "product"),
    [
        (0x57, 0x83, 0xC1),  # FIPS 197, 4.2
        (0x57, 0x13, 0xFE),  # FIPS 197, 4.2.1
        (0x57, 0x02, 0xAE),
        (0x57, 0x04, 0x47),
        (0x57, 0x08, 0x8E),
        (0x57, 0x10, 0x07),
        (0x53, 0xCA, 0x01),
    ],
)
def test_the_field_is_the_one_of_aes(a: int, b: int, product: int):
    assert shamir.times(a, b) == shamir.times(b, a) == product


def test_every_number_but_nought_has_an_inverse():
    assert all(shamir.times(a, shamir.inverse(a)) == 1 for a in range(1, 256))


def test_known_shares_give_the_known_secret():
    """Worked by hand: the line 0x57 + 0x83 x, whose values at 1, 2 and 3 these are."""
    shares = {1: bytes([0x57 ^ 0x83]), 2: bytes([0x57 ^ 0x1D]), 3: bytes([0x57 ^ 0x9E])}
    for two in itertools.combinations(shares, 2):
        assert shamir.join({x: shares[x] for x in two}) == b"\x57"


@given(secret=st.binary(min_size=1, max_size=120), least=st.integers(2, 5), more=st.integers(0, 4))
def test_any_that_are_enough_give_the_secret_back(secret: bytes, least: int, more: int):
    shares = shamir.split(secret, shares=least + more, least=least)
    for some in itertools.combinations(shares, least):
        assert shamir.join({x: shares[x] for x in some}) == secret
    assert shamir.join(shares) == secret


def test_one_share_says_nothing_of_the_secret():
    """Whatever the secret is, a share of it is every byte equally often."""
    for secret in (b"\x00", b"\xff"):
        seen = Counter(shamir.split(secret, shares=3, least=2)[2][0] for _ in range(25_600))
        assert len(seen) == 256
        assert max(seen.values()) < 100 + 6 * 10


@pytest.mark.parametrize(("shares", "least"), [(3, 1), (1, 2), (256, 2), (2, 3)])
def test_what_is_no_sharing_is_refused(shares: int, least: int):
    with pytest.raises(ValueError, match="two shares at least"):
        shamir.split(b"x", shares=shares, least=least)


@pytest.mark.parametrize("shares", [{}, {0: b"x", 1: b"y"}, {1: b"x", 2: b"yz"}])
def test_what_are_no_shares_is_refused(shares: dict[int, bytes]):
    with pytest.raises(ValueError, match="no shares"):
        shamir.join(shares)


KEYS = [sealing.new_pair()[0], sealing.new_office_pair()[0]]


@pytest.mark.parametrize("key", KEYS, ids=["curve", "hybrid"])
def test_any_two_of_three_cards_give_the_key_through_their_letters(key: bytes):
    made = [cards.card_from(cards.text_of(card).lower()) for card in cards.cut(key)]
    for two in itertools.permutations(made, 2):
        assert cards.join(two) == key
    assert cards.join(made) == key
    assert key.hex() not in "".join(card.share.hex() for card in made)


def test_one_card_or_the_same_twice_is_too_few():
    one = cards.cut(KEYS[0])[0]
    for few in ([one], [one, one], []):
        with pytest.raises(CanFix, match="different cards"):
            cards.join(few)


def test_cards_of_two_cuttings_do_not_go_together():
    first, second = cards.cut(KEYS[0])[0], cards.cut(KEYS[0])[1]
    with pytest.raises(CanFix, match="do not belong together"):
        cards.join([first, second])


def test_a_forged_share_is_told():
    first, second, _ = cards.cut(KEYS[0])
    forged = cards.Card(2, 2, first.cutting, secrets.token_bytes(len(second.share)))
    with pytest.raises(CanFix, match="forged"):
        cards.join([first, forged])


def test_a_letter_typed_wrongly_is_noticed():
    text = cards.text_of(cards.cut(KEYS[0])[0])
    for at in range(6, len(text), 7):
        wrong = text[:at] + ("7" if text[at] != "7" else "8") + text[at + 1 :]
        with pytest.raises(CanFix):
            cards.card_from(wrong)
    with pytest.raises(CanFix):
        cards.card_from("JCRQ 12345")


def test_the_cards_are_printed_joined_and_open_a_backup(tmp_path: Path, capsys, monkeypatch):
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)

    def say(*words: object, data: str = "office", code: int = 0) -> dict[str, object]:
        capsys.readouterr()
        assert main(["--data", str(tmp_path / data), "--json", *map(str, words)]) == code
        return json.loads(capsys.readouterr().out)

    key = tmp_path / "key"
    say("init", "--admin", "Mary Chan", "--recovery-key-file", key)
    say("backup", tmp_path / "copy")
    say("recovery", "cards", tmp_path / "office/cards.pdf", "--recovery-key-file", key, code=1)
    pdf = tmp_path / "cards.pdf"
    assert say("recovery", "cards", pdf, "--recovery-key-file", key)["cards"] == 3
    say("recovery", "cards", pdf, "--recovery-key-file", key, code=1)
    assert pdf.stat().st_mode & 0o077 == 0
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf.read_bytes())).pages]
    assert len(pages) == 3
    for n, page in enumerate(pages, 1):
        assert f"Recovery card {n} of 3" in page
        (tmp_path / f"card{n}").write_text("JCRC" + page.partition("JCRC")[2], encoding="utf-8")
    again = tmp_path / "again.key"
    one, three = tmp_path / "card1", tmp_path / "card3"
    say("recovery", "join", one, "--recovery-key-file", again, code=1)
    say("recovery", "join", one, three, "--recovery-key-file", again)
    assert key_from(again) == key_from(key)
    say("restore", tmp_path / "copy", "--recovery-key-file", again, data="new")


def test_the_picture_on_a_card_is_read_back():
    import zxingcpp
    from PIL import Image

    card = cards.cut(KEYS[1])[1]
    image = Image.open(io.BytesIO(cards._picture(cards.text_of(card))))
    [read] = zxingcpp.read_barcodes(image)
    assert cards.card_from(read.text) == card
