"""Who wrote a value: a PC, in one of its epochs, with a person at it; by one number.

The store numbers pairs of a key and a number. People are numbered under epoch 0, and a PC's
"epoch" there holds its epoch and the person's number, so that a losing value is kept with both
persons' names, while "another PC" is still told by PC and epoch alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from db.office import tables
from db.office.work import OfficeWork
from db.types import Id

_SHIFT = 32
_PERSON = (1 << _SHIFT) - 1


@dataclass(frozen=True, slots=True)
class Writer:
    """A PC (or head office), its epoch, and who sat there if that is known."""

    device: Id
    epoch: int
    actor: Id | None


class Writers:
    """The numbers of one transaction.

    `shared` is what is remembered of earlier ones, and `numbers` the same by key; `found` is to be
    added to both on commit.
    """

    def __init__(
        self,
        work: OfficeWork,
        shared: Mapping[int, tuple[Id, int]],
        numbers: Mapping[tuple[Id, int], int] = MappingProxyType({}),
    ) -> None:
        self._work = work
        self._shared = shared
        self.found: dict[int, tuple[Id, int]] = {}
        self._known = numbers
        self._numbers: dict[tuple[Id, int], int] = {}

    def number(self, device: Id, epoch: int, actor: Id) -> int:
        """The number of a PC and epoch with this person at it."""
        person = self._of(actor, 0)
        return self._of(device, epoch << _SHIFT | person)

    def own(self, numbers: Collection[int], device: Id, epoch: int) -> set[int]:
        """Those of the numbers that are of this PC and epoch, whoever sat there."""
        found = self._pairs(numbers)
        return {
            number
            for number, (key, code) in found.items()
            if key == device and code >> _SHIFT == epoch
        }

    def who(self, number: int) -> Writer:
        """Whom a number stands for."""
        device, code = self._pairs([number])[number]
        person = code & _PERSON
        actor = self._pairs([person])[person][0] if code >> _SHIFT and person else None
        return Writer(device, code >> _SHIFT, actor)

    def _of(self, key: Id, code: int) -> int:
        number = self._known.get((key, code)) or self._numbers.get((key, code))
        if number is None:
            number = self._numbers[key, code] = self._work.writer(key, code)
            self.found[number] = (key, code)
        return number

    def _pairs(self, numbers: Collection[int]) -> dict[int, tuple[Id, int]]:
        unknown = {n for n in numbers if n not in self.found and n not in self._shared}
        if unknown:
            rows = self._work.port.pick(
                tables.writer, ("no", "device", "epoch"), [(n,) for n in unknown]
            )
            self.found.update({no: (key, code) for no, key, code in rows})
        return {n: self.found.get(n) or self._shared[n] for n in numbers}
