"""`make bench`: runs every benchmark, prints a table, writes `build/bench.json`.

`make bench ARGS=--big` runs the long ones in the goals' own size, which takes more than an hour.
"""

from __future__ import annotations

import json
import os
import sys
import time
from importlib import import_module
from pathlib import Path

from tests.benchmarks.figures import scale

BENCHES = (
    "search",
    "orders",
    "cards",
    "reports",
    "dashboard",
    "imports",
    "window",
    "office_storage",
    "office_service",
    "sync_line",
    "backups",
    "sync_work",
    "sync_history",
    "sync_streams",
    "sync_chain",
    "bundle",
)
BIG = {
    "JEWELCRM_BENCH_HISTORY": "10000000",
    "JEWELCRM_BENCH_STREAMS": "10000",
    "JEWELCRM_BENCH_CHAIN": "600",
}


def main() -> int:
    """Run the benchmarks named on the command line, or all."""
    rows: list[dict[str, object]] = []
    named = [word for word in sys.argv[1:] if word != "--big"]
    if "--big" in sys.argv:
        os.environ.update({name: size for name, size in BIG.items() if name not in os.environ})
    for name in named or BENCHES:
        start = time.perf_counter()
        for row in import_module(f"tests.benchmarks.{name}").run(scale()):
            rows.append(row)
            print(_line(row), flush=True)
        print(f"({name}: {time.perf_counter() - start:,.0f} s)", flush=True)
    out = Path("build/bench.json")
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    print(f"\n{sum(bool(r['met']) for r in rows)} of {len(rows)} goals met; {out}")
    return 0


def _line(row: dict[str, object]) -> str:
    ours, bare = (_number(row[key]) for key in ("ours", "bare"))
    mark = "ok" if row["met"] else "NOT MET"
    return f"{row['name']:<58} {ours:>12} {bare:>12} {row['unit']:<10} {row['goal']:<16} {mark}"


def _number(value: object) -> str:
    return f"{value:,.2f}" if isinstance(value, float | int) else "-"


if __name__ == "__main__":
    sys.exit(main())
