"""The first words with head office: the code proves each side to the other.

Nothing is trusted on first use. Whoever answers may be anybody until the answer's proof, which
only somebody who knows the code can make, has named the authority that is pinned from then on;
the connection it came over must have been that authority's, too. Until then nothing secret is
said: public keys, and a proof.
"""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass, field

import msgspec

from db.migrations import SCHEMA
from db.shop.officeslots import DeviceKeys
from db.shop.syncoffice import Address
from db.types import Id
from jewelcrm.errors import CanFix
from jewelcrm.sync import exchange
from jewelcrm.sync.line import Untrusted
from jewelcrm.sync.tls import is_signed_by, trusting, trusting_nobody
from jewelcrm.wire import enrolment as wire
from jewelcrm.wire.words import six_words

PATIENCE_S = 20.0
STRANGER = (
    "Whoever answers at this address does not know the code: it is not your head office, or"
    " somebody stands in between. Nothing was sent but this PC's public keys. Tell head office."
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Both halves of this PC's keys."""

    private: DeviceKeys
    sign_public: bytes
    seal_public: bytes

    @property
    def words(self) -> str:
        """The six words that head office shows too."""
        return six_words(_text(self.sign_public), _text(self.seal_public))


@dataclass(frozen=True, slots=True)
class Joining:
    """Who asks: a new PC, or a store that brings its branch."""

    device: Id
    name: str
    brings: bool = False
    branch_id: Id | None = None
    branch_code: str | None = None


@dataclass(frozen=True, slots=True)
class Welcome:
    """Head office took the PC in."""

    answer: wire.EnrolAnswer
    pair: Pair
    address: Address
    share: bytes = field(repr=False)

    @property
    def branch_id(self) -> Id:
        """The branch that the PC belongs to."""
        return bytes.fromhex(self.answer.branch_id)


def greet(url: str, code: str, joining: Joining, pair: Pair, *, now: int) -> Welcome:
    """Ask to be taken in; the answer is proved before it is believed.

    Raises:
        Refused: the code is not right. Unreachable: nobody answers. CanFix: whoever answers does
            not know the code.
    """
    ask = _ask(code, joining, pair)
    reply, known = _said(url, ask)
    answer = exchange.decoded(reply, wire.EnrolAnswer)
    if not hmac.compare_digest(answer.proof, wire.answer_proof(code, ask, answer)):
        raise CanFix(STRANGER)
    if not (is_signed_by(reply.certificate, answer.ca) if answer.ca else known):
        raise CanFix(STRANGER)
    where = Address(
        url=url,
        ca=answer.ca,
        server=bytes.fromhex(answer.server),
        office_key=base64.b64decode(answer.office_key),
        device=joining.device,
        sign_key=pair.private.sign,
        seal_key=pair.private.seal,
        offset=answer.now - now,
    )
    return Welcome(answer, pair, where, base64.b64decode(answer.server_share))


def _ask(code: str, joining: Joining, pair: Pair) -> wire.EnrolAsk:
    ask = wire.EnrolAsk(
        code_id=wire.code_id(code),
        device=joining.device.hex(),
        name=joining.name[:120],
        sign_key=_text(pair.sign_public),
        seal_key=_text(pair.seal_public),
        proof="",
        schema=SCHEMA,
        brings=joining.brings,
        branch_id=joining.branch_id.hex() if joining.branch_id else None,
        branch_code=joining.branch_code,
    )
    return msgspec.structs.replace(ask, proof=wire.ask_proof(code, ask))


def _said(url: str, ask: wire.EnrolAsk) -> tuple[exchange.Answer, bool]:
    """The reply, and whether a public authority vouches for who gave it."""
    body, headers = exchange.packed(msgspec.json.encode(ask))
    for context, known in ((trusting(""), True), (trusting_nobody(), False)):
        with exchange.client(url, context, PATIENCE_S) as client:
            try:
                return exchange.send(client, "POST", "/v1/enrol", body, headers), known
            except Untrusted:
                continue
    raise Untrusted


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
