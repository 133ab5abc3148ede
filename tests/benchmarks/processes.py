"""What the processes of a benchmark have cost: the processor's time and memory, by kind."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

_TICKS, _PAGE = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor by process, with each process's parent."""

    seconds: dict[int, float]
    parents: dict[int, int]

    @classmethod
    def now(cls) -> Cost:
        """Of every process there is."""
        seconds, parents = {}, {}
        for process in _processes():
            fields = _stat(process)
            if fields:
                seconds[process] = (int(fields[11]) + int(fields[12])) / _TICKS
                parents[process] = int(fields[1])
        return cls(seconds, parents)

    def since(self, before: Cost, root: int) -> float:
        """Seconds that a process and all under it have used since."""
        family = self._family(root)
        return sum(self.seconds[one] - before.seconds.get(one, 0.0) for one in family)

    def memory(self, root: int) -> float:
        """Megabytes that a process and all under it hold for themselves (not shared ones)."""
        return sum(_own_memory(one) for one in self._family(root))

    def _family(self, root: int) -> list[int]:
        children = defaultdict(list)
        for child, parent in self.parents.items():
            children[parent].append(child)
        family = [root]
        for one in family:
            family += children[one]
        return [one for one in family if one in self.seconds]


def _processes() -> list[int]:
    return [int(one.name) for one in Path("/proc").iterdir() if one.name.isdigit()]


def _stat(process: int) -> list[str]:
    """The fields after the command's name; none when the process is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _own_memory(process: int) -> float:
    try:
        _, held, shared, *_ = Path(f"/proc/{process}/statm").read_text().split()
    except OSError:
        return 0.0
    return (int(held) - int(shared)) * _PAGE / _MB
