"""A request and an answer survive being typed, and a letter that is wrong is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jewelcrm.wire import recovery
from jewelcrm.wire.recovery import Answer, NotWhole, Request

PLAIN = Request(b"d" * 16, b"n" * 16, b"s" * 32)


@given(some.binary(min_size=16, max_size=16), some.binary(min_size=32, max_size=32))
def test_a_request_comes_back_as_it_was(nonce, seal):
    request = Request(b"d" * 16, nonce, seal, b"g" * 64)
    assert recovery.request_from(recovery.request_text(request)) == request


@given(some.binary(min_size=1, max_size=200))
def test_an_answer_comes_back_as_it_was(box):
    answer = Answer(b"n" * 16, box)
    assert recovery.answer_from(recovery.answer_text(answer)) == answer


def test_small_letters_hyphens_and_o_for_0_are_forgiven():
    text = recovery.request_text(PLAIN)
    typed = "jcrq\r\n" + text[4:].lower().replace(" ", "-").replace("0", "o").replace("1", "l")
    assert recovery.request_from(typed) == PLAIN


@given(some.data())
def test_one_wrong_letter_is_noticed(data):
    text = recovery.answer_text(Answer(b"n" * 16, b"box " * 20))
    places = [n for n, c in enumerate(text) if n > 3 and not c.isspace()]
    at = data.draw(some.sampled_from(places))
    other = data.draw(some.sampled_from([c for c in recovery.LETTERS if c != text[at]]))
    with pytest.raises(NotWhole):
        recovery.answer_from(text[:at] + other + text[at + 1 :])


@pytest.mark.parametrize("text", ["", "JCRQ", "JCRQ !", "something else", "JCRA 00000"])
def test_what_is_no_request_is_told(text):
    with pytest.raises(NotWhole):
        recovery.request_from(text)


def test_an_answer_is_not_taken_for_a_request():
    with pytest.raises(NotWhole):
        recovery.request_from(recovery.answer_text(Answer(b"n" * 16, b"box")))


def test_the_six_words_are_of_this_very_request():
    other = Request(PLAIN.device, PLAIN.nonce, b"t" * 32)
    assert len(PLAIN.words.split()) == 6
    assert PLAIN.words != other.words
    assert PLAIN.words != Request(PLAIN.device, b"m" * 16, PLAIN.seal_key).words


def test_a_signature_is_of_one_pc_and_one_request():
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    private, public = key.private_bytes_raw(), key.public_key().public_bytes_raw()
    signed = PLAIN.signed(private)
    assert signed.is_by(public)
    assert not Request(PLAIN.device, b"m" * 16, PLAIN.seal_key, signed.signature).is_by(public)
    assert not PLAIN.is_by(public)
    assert not signed.is_by(bytes(32))
