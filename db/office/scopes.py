"""Scopes by name and by number: a number is given at the first mark and never changes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from db.office import tables
from db.office.port import Port


class Numbers:
    """What one process knows of committed scopes and writers; shared by all its transactions."""

    def __init__(self) -> None:
        self.by_name: dict[str, int] = {}
        self.by_number: dict[int, str] = {}

    def learn(self, names: dict[str, int]) -> None:
        self.by_name.update(names)
        self.by_number.update({number: name for name, number in names.items()})


class Scopes:
    """The scopes as one transaction sees them; those it made are shared when it commits."""

    def __init__(self, port: Port, shared: Numbers, fresh: dict[str, int] | None = None) -> None:
        self._port = port
        self._shared = shared
        self.fresh: dict[str, int] = {} if fresh is None else fresh

    def known(self, name: str) -> int | None:
        """The scope's number, if anything was ever put in it."""
        return self.all_known({name}).get(name)

    def of(self, names: Collection[str]) -> dict[str, int]:
        """The scopes' numbers; those that are new are made, with an empty head."""
        found = self.all_known(names)
        missing = sorted(name for name in names if name not in found)
        made = self._make(missing) if missing else {}
        self._port.scopes_made(found | made)
        return found | made

    def _make(self, names: Sequence[str]) -> dict[str, int]:
        for name in names:
            self._port.run("INSERT INTO scope(name) VALUES (?) ON CONFLICT DO NOTHING", (name,))
        made = self._read(names)
        for number in made.values():
            self._port.run(
                "INSERT INTO scope_head(scope, seq, cnt, sum128, floor) VALUES (?, 0, 0, ?, 0)"
                " ON CONFLICT DO NOTHING",
                (number, bytes(16)),
            )
        return made

    def names(self, numbers: Collection[int]) -> dict[int, str]:
        """The names of scopes by number."""
        mine = {number: name for name, number in self.fresh.items()}
        found = {n: self._shared.by_number.get(n) or mine.get(n) for n in numbers}
        for number in [n for n, name in found.items() if name is None]:
            name = self._port.pick(tables.scope, ("name",), [(number,)])[0][0]
            self.fresh[name] = number
            found[number] = name
        return {number: name for number, name in found.items() if name is not None}

    def all_known(self, names: Collection[str]) -> dict[str, int]:
        """The numbers of those of the scopes that have one."""
        found = {n: self._shared.by_name.get(n) or self.fresh.get(n) for n in names}
        unknown = [name for name, number in found.items() if number is None]
        read = self._read(unknown) if unknown else {}
        return {n: number for n, number in found.items() if number is not None} | read

    def _read(self, names: Collection[str]) -> dict[str, int]:
        marks = ", ".join("?" * len(names))
        rows = self._port.all(f"SELECT name, no FROM scope WHERE name IN ({marks})", tuple(names))
        read: dict[str, int] = dict(rows)
        self.fresh.update(read)
        return read
