"""A line on which everything goes wrong that can: the engine's transport, in one process."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import msgspec

from db.types import Id
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.service import Office
from jewelcrm.sync.line import Refused, Unreachable
from jewelcrm.wire import messages as wire
from tests.end2end.sync.stores import Killed

KINDS = ("push", "pull", "snapshot", "buckets", "listing", "fetch")
NUMBERED = ("push", "pull")
"""Questions with a number, so that a late answer to an older one is told from the right one."""
_ASK = {name: msgspec.json.Decoder(getattr(wire, f"{name.capitalize()}Ask")) for name in KINDS}
_ANSWER = {
    name: msgspec.json.Decoder(getattr(wire, f"{name.capitalize()}Answer")) for name in KINDS
}
_encode = msgspec.json.Encoder().encode


class Line:
    """From one PC to head office. Without `dice` nothing goes wrong."""

    def __init__(
        self,
        office: Callable[[], Office],
        device: Id,
        dice: random.Random | None,
        seen: Callable[[Id, str, Any], None],
    ) -> None:
        self.office, self.device, self.dice, self.seen = office, device, dice, seen
        self.late: dict[str, list[bytes]] = {}

    def __getattr__(self, name: str) -> Callable[[Any], Any]:
        if name not in KINDS:
            raise AttributeError(name)
        return lambda ask: self._exchange(name, ask)

    def _exchange(self, name: str, ask: Any) -> Any:
        body, dice = _encode(ask), self.dice
        if dice is None:
            return self._heard(name, self._answer(name, body))
        fate = dice.random()
        if fate < 0.14:  # lost, or cut off in the middle, on the way there
            raise Unreachable
        if fate < 0.16:
            raise Refused(dice.choice(["busy", "limit", "replayed", "clock"]), 1.0)
        answer = self._answer(name, body)
        if dice.random() < 0.10:  # the network sends it twice
            answer = self._answer(name, body)
        if dice.random() < 0.15:
            self.late.setdefault(name, []).append(answer)
            raise Unreachable
        if name in NUMBERED and self.late.get(name) and dice.random() < 0.15:
            answer = self.late[name].pop(dice.randrange(len(self.late[name])))
        if dice.random() < 0.04:
            answer = answer[: dice.randrange(len(answer))]
        return self._heard(name, answer)

    def _heard(self, name: str, answer: bytes) -> Any:
        try:
            return _ANSWER[name].decode(answer)
        except msgspec.DecodeError:
            raise Unreachable from None

    def _answer(self, name: str, body: bytes) -> bytes:
        try:
            answer = getattr(self.office(), name)(self.device, _ASK[name].decode(body))
        except Refusal as no:
            raise Refused(no.code, no.retry) from no
        except OfficeKilled:
            raise Unreachable from None
        self.seen(self.device, name, answer)
        return _encode(answer)


class OfficeKilled(Killed):
    """Head office's process ends here."""
