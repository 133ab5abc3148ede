"""What every process of a run would read out of the source by itself is read once for all.

On a fresh clone each of them would compile the program, rewrite the tests' assertions and look for
Hypothesis's constants, eight seconds of the processor at a time. Here each takes its part of the
files before it collects, and finds the others' beside its own. What pytest or Hypothesis should one
day keep in another way, each process does for itself again.
"""

from __future__ import annotations

import contextlib
import sys
from importlib.util import cache_from_source
from pathlib import Path
from py_compile import compile as compiled
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ("db", "jewelcrm", "resources", "ui")


def take_part(config: pytest.Config, number: int, count: int) -> None:
    """Read this process's part of the files, unless that was done before."""
    if sys.dont_write_bytecode:
        return
    program = [path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))]
    tests = sorted((ROOT / "tests").rglob("test_*.py"))
    with contextlib.suppress(ImportError, AttributeError, TypeError):
        for path in tests[number::count]:
            _rewrite(config, path)
        for path in program[number::count]:
            _compile(path)


def _compile(path: Path) -> None:
    from hypothesis.internal.constants_ast import constants_from_module

    if not Path(cache_from_source(str(path))).exists():
        compiled(str(path), quiet=2)
        stand_in = ModuleType(path.stem)
        stand_in.__file__ = str(path)
        constants_from_module(stand_in)


def _rewrite(config: pytest.Config, path: Path) -> None:
    from _pytest.assertion import rewrite

    pyc = path.parent / "__pycache__" / f"{path.stem}{rewrite.PYC_TAIL}"
    if not pyc.exists():
        pyc.parent.mkdir(exist_ok=True)
        stamp, code = rewrite._rewrite_test(path, config)
        rewrite._write_pyc(config.stash[rewrite.assertstate_key], code, stamp, pyc)
