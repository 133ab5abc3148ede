"""`make bench`: runs every benchmark, prints a table, writes `build/bench.json`."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

from tests.benchmarks.figures import scale

BENCHES = (
    "search",
    "orders",
    "cards",
    "imports",
    "window",
    "office_storage",
    "office_service",
    "sync_line",
    "backups",
    "sync_work",
    "sync_history",
    "sync_streams",
)


def main() -> int:
    """Run the benchmarks named on the command line, or all."""
    rows: list[dict[str, object]] = []
    for name in sys.argv[1:] or BENCHES:
        for row in import_module(f"tests.benchmarks.{name}").run(scale()):
            rows.append(row)
            print(_line(row), flush=True)
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
