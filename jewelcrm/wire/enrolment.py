"""Enrolling a PC: the messages, the code's proof, and the words both screens show.

The PC makes its keys itself and sends only the public halves, proved with the one-time code; head
office answers under the same proof, so that neither side can be someone in between. Both show the
same six words (security.md 3.6).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Any

from msgspec import Struct, json, structs

from jewelcrm.wire.kinds import Base64, Hex, Letter, Release, Short, Text

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
CODE_LETTERS = 10
CODE_MINUTES = 10
CODE_TRIES = 5


class EnrolAsk(Struct, omit_defaults=True):
    """A PC asks to be enrolled. Keys are base64; `proof` is `proof_of(code, ...)` in hex."""

    code_id: Short
    """`code_id(code)`: finds the code without saying it."""
    device: Hex
    name: Short
    sign_key: Base64
    seal_key: Base64
    proof: Short
    schema: Release
    brings: bool = False
    """True: a stand-alone store joins with its own branch, people and records."""
    branch_id: Hex | None = None
    branch_code: Short | None = None


class EnrolAnswer(Struct, omit_defaults=True):
    """Enrolled: what the PC keeps. `proof` shows that head office knows the code too."""

    server: str
    branch_id: str
    branch_code: str
    branch_name: str
    letter: str
    office_key: str
    """Head office's public recovery key (HPKE), base64."""
    server_share: str
    """Half of the net slot's key, base64."""
    grants: list[str]
    lease_until: int
    now: int
    proof: str
    ca: str = ""
    """Head office's own certificate authority, PEM; empty under a public one."""
    word: Short = ""
    """Head office's word that it took this PC in, with its letter."""


class ReturnAsk(Struct, omit_defaults=True):
    """A PC that a head office put back to an older state does not know asks to be let in again.

    Signed with the key that it names itself; a person decides. `brought`: its branch joined with
    it. `sealed`: its database key, as in `SlotAsk`.
    """

    server: Hex
    device: Hex
    name: Short
    sign_key: Base64
    seal_key: Base64
    letter: Letter
    branch_id: Hex
    branch_code: Short
    branch_name: Short
    currency: Short
    time_zone: Short
    schema: Release
    sealed: Base64 = ""
    brought: bool = False
    word: Short = ""
    """Head office's word that it took this PC in, with its letter."""


class SlotAsk(Struct, omit_defaults=True):
    """The database key sealed to head office's recovery key, base64, to be kept there.

    `under`: which recovery key (`renewal.mark_of`); nothing from an older program.
    """

    sealed: Base64
    under: Short = ""


class NewKey(Struct):
    """The recovery key that followed, base64, and head office's word for it (`renewal.voucher`)."""

    public: Base64
    voucher: Short


class SlotAnswer(Struct, omit_defaults=True):
    """It is kept; or it is not, because these keys followed the one that it is sealed to."""

    ok: bool = True
    keys: list[NewKey] = []


class PersonAsk(Struct, omit_defaults=True):
    """A person signs in on this PC for the first time: log-in and password, checked once."""

    login: Short
    password: Text
    key: Base64 = ""
    """The public half of the key that the person has on this PC from now on."""


class PersonAnswer(Struct, omit_defaults=True):
    """The person's id, and the half that opens the net slot, base64.

    `seal`: head office's word that the key is the person's on this PC.
    """

    staff_id: str
    server_share: str
    seal: str = ""


class RecoveryAsk(Struct):
    """A PC that cannot be opened asks for its key back (security.md 3.2)."""

    nonce: Short


class RecoveryAnswer(Struct, omit_defaults=True):
    """The database key sealed to the PC's own sealing key; empty until two people allowed it."""

    sealed: str = ""
    wait: dict[str, Any] = {}


def new_code() -> str:
    """A fresh one-time code: `ABCDE-12345`, 50 random bits."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(CODE_LETTERS))
    return f"{letters[:5]}-{letters[5:]}"


def plain_code(code: str) -> str:
    """The code as it is compared: hyphens and spaces gone, O, I and L forgiven."""
    upper = code.upper().translate(str.maketrans("OIL", "011"))
    return "".join(c for c in upper if c in LETTERS)


def code_id(code: str) -> str:
    """Which code it is; does not give the code away faster than guessing it."""
    return hashlib.sha256(b"jcrm code id " + plain_code(code).encode()).hexdigest()[:16]


def proof_of(code: str, *parts: str) -> str:
    """HMAC-SHA256 over the parts under the code, in hexadecimal."""
    text = "\0".join(parts).encode()
    return hmac.new(plain_code(code).encode(), text, hashlib.sha256).hexdigest()


def ask_proof(code: str, ask: EnrolAsk) -> str:
    """What `EnrolAsk.proof` must be: the whole question under the code."""
    return proof_of(code, "ask", _unproved(ask))


def answer_proof(code: str, ask: EnrolAsk, answer: EnrolAnswer) -> str:
    """What `EnrolAnswer.proof` must be: the answer and the question it answers, under the code.

    It covers the certificate authority: a PC that had none to trust yet may trust this one.
    """
    return proof_of(code, "answer", _unproved(ask), _unproved(answer))


def _unproved(message: EnrolAsk | EnrolAnswer) -> str:
    return json.encode(structs.replace(message, proof="")).decode()


def fingerprint(sign_key: str, seal_key: str, words: list[str]) -> list[str]:
    """The six words both screens show: 66 bits of the keys' hash, out of a list of 2,048."""
    number = int.from_bytes(hashlib.sha256(f"{sign_key} {seal_key}".encode()).digest(), "big")
    return [words[(number >> (11 * k)) % 2048] for k in range(6)]
