"""A line on which everything goes wrong that can: the engine's transport, in one process."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from db.types import Id
from jewelcrm.office.pushing import Sent
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.service import Office
from jewelcrm.sync.line import Refused, Unreachable
from jewelcrm.wire import messages as wire
from tests.end2end.sync.stores import Killed
from tests.end2end.sync.witness import Witness

KINDS = ("push", "pull", "snapshot", "buckets", "listing", "fetch")
NUMBERED = ("push", "pull")
"""Questions with a number, so that a late answer to an older one is told from the right one."""
_ASK = {name: msgspec.json.Decoder(getattr(wire, f"{name.capitalize()}Ask")) for name in KINDS}
_ANSWER = {
    name: msgspec.json.Decoder(getattr(wire, f"{name.capitalize()}Answer")) for name in KINDS
}
_encode = msgspec.json.Encoder().encode


AGE_MS = 300_000
"""For so long head office takes a request that comes late."""


@dataclass(frozen=True)
class OnItsWay:
    """A push that comes to head office together with another PC's."""

    at: int
    device: Id
    body: bytes
    heard: Callable[[Any], None] = lambda _: None
    """Takes the answer; of a PC that gave up waiting, nobody does."""


class Underway:
    """Pushes that meet at head office.

    Its dice are its own, so that it changes nothing else of a history.
    """

    def __init__(self, seed: int, now: Callable[[], int]) -> None:
        self._dice, self._now = random.Random(f"{seed} underway"), now
        self._sent: list[OnItsWay] = []

    def some(self, count: int, chance: float) -> Iterator[int]:
        """Some of so many."""
        return (number for number in range(count) if self._dice.random() < chance)

    def add(self, device: Id, body: bytes, *heard: Callable[[Any], None]) -> None:
        """This comes with the next PC's push."""
        self._sent.append(OnItsWay(self._now(), device, body, *heard))

    def forget(self, device: Id) -> None:
        """The PC begins anew from an older state, long after it sent this."""
        self._sent = [one for one in self._sent if one.device != device]

    def met_by(self, own: OnItsWay) -> list[OnItsWay]:
        """What comes together with this push, and itself, in any order."""
        sent, self._sent = self._sent, []
        since = self._now() - AGE_MS
        come = [one for one in sent if one.at > since] + [own]
        self._dice.shuffle(come)
        return come


class Line:
    """From one PC to head office. Without `dice` nothing goes wrong."""

    def __init__(
        self,
        office: Callable[[], Office],
        device: Id,
        dice: random.Random | None,
        witness: Witness,
        underway: Underway,
    ) -> None:
        self.office, self.device, self.dice, self.witness = office, device, dice, witness
        self.underway = underway
        self.exchanges = 0
        self.late: dict[str, list[bytes]] = {}
        self.answered: set[Id] = set()
        """The transactions of which the PC heard what became of them."""

    def __getattr__(self, name: str) -> Callable[[Any], Any]:
        if name not in KINDS:
            raise AttributeError(name)
        return lambda ask: self._exchange(name, ask)

    def _exchange(self, name: str, ask: Any) -> Any:
        body, dice = _encode(ask), self.dice
        self.exchanges += 1
        if dice is None:
            return self._heard(name, self._answer(name, body))
        fate = dice.random()
        if fate < 0.14:  # lost, or cut off in the middle, on the way there
            if name == "push":
                self.underway.add(self.device, body)
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
            told = _ANSWER[name].decode(answer)
        except msgspec.DecodeError:
            raise Unreachable from None
        if name == "push":
            self.hears(told)
        return told

    def hears(self, answer: Any) -> None:
        """The answer to a push comes to the PC."""
        self.answered |= {bytes.fromhex(tx.id) for tx in answer.res}

    def _answer(self, name: str, body: bytes) -> bytes:
        try:
            return _encode(self._pushed(body) if name == "push" else self._told(name, body))
        except Refusal as no:
            raise Refused(no.code, no.retry) from no
        except OfficeKilled:
            raise Unreachable from None

    def _told(self, name: str, body: bytes) -> Any:
        answer = getattr(self.office(), name)(self.device, _ASK[name].decode(body))
        self.witness.look(self.device, name, answer)
        return answer

    def _pushed(self, body: bytes) -> Any:
        """Its answer; what comes with it is answered, too."""
        own = OnItsWay(0, self.device, body)
        come = self.underway.met_by(own)
        sent = [Sent(one.device, _ASK["push"].decode(one.body)) for one in come]
        found = None
        with self.witness.meeting():
            for one, answer in zip(come, self.office().push_abreast(sent), strict=True):
                if not isinstance(answer, Exception):
                    self.witness.look(one.device, "push", answer)
                if one is own:
                    found = answer
                elif not isinstance(answer, Exception):
                    one.heard(_ANSWER["push"].decode(_encode(answer)))
        if isinstance(found, Exception):
            raise found
        return found


class OfficeKilled(Killed):
    """Head office's process ends here."""
