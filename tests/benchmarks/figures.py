"""What one benchmark says, and the small tools they share."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from jewelcrm.access.signin import sign_in
from jewelcrm.context import Context
from jewelcrm.people.founding import NewShop, found

PASSWORD = "benchmark kettle sings"
LOGIN = "bench.admin"
BUILD = Path(__file__).resolve().parents[2] / "build" / "bench"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `goal` is a limit in `unit`, or a ratio of ours to bare."""

    name: str
    ours: float
    bare: float | None
    goal: float
    unit: str
    ratio: bool = False
    least: bool = False  # the goal is a floor, not a ceiling

    @property
    def met(self) -> bool:
        """True when the goal is reached."""
        value = self.ours / self.bare if self.ratio and self.bare else self.ours
        return value >= self.goal if self.least else value <= self.goal

    def row(self) -> dict[str, object]:
        """The line as `build/bench.json` holds it."""
        kept = asdict(self)
        sign, times_bare = ">=" if self.least else "<=", " x bare" if self.ratio else ""
        kept["goal"] = f"{sign} {self.goal}{times_bare}"
        return {k: kept[k] for k in ("name", "ours", "bare", "goal", "unit")} | {"met": self.met}


def percentile(values: Sequence[float], part: float) -> float:
    """The value below which `part` (0 to 1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def times(act: Callable[[int], object], rounds: int, *, cpu: bool = False) -> list[float]:
    """Milliseconds that each of `rounds` calls took (the process's own when `cpu`)."""
    clock = time.process_time if cpu else time.perf_counter
    gc.collect()
    taken = []
    for n in range(rounds):
        start = clock()
        act(n)
        taken.append((clock() - start) * 1000)
    return taken


def scale() -> int:
    """How many customers the benchmarks run on."""
    return int(os.environ.get("JEWELCRM_BENCH_CUSTOMERS", "1000000"))


def big_store(customers: int) -> Context:
    """The administrator at a demo store of so many customers, made once and kept in `build/`."""
    folder = BUILD / f"store-{customers}"
    if not (folder / "filled").exists():
        _make(folder, customers)
    return sign_in(folder, "", PASSWORD)


def _make(folder: Path, customers: int) -> None:
    from jewelcrm.demo import fill
    from jewelcrm.search.commands import tidy_all

    if (folder / "store.db").exists():
        folder.rename(folder.with_name(f"{folder.name}-unfinished-{time.time():.0f}"))
    found(folder, NewShop("HK01", "Nathan Road", "Bench Mark", PASSWORD, LOGIN))
    ctx = sign_in(folder, "", PASSWORD)
    fill(ctx, customers=customers)
    tidy_all(ctx)  # as `jewelcrm-admin demo` does
    ctx.store.close()
    (folder / "filled").touch()
