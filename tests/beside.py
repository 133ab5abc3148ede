"""Another program beside the test's, with the same folder."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HOLDS = """
import sys
from pathlib import Path
from db.turn import Turn
with Turn(Path(sys.argv[1])):
    print("mine", flush=True)
    sys.stdin.read()
"""


@contextmanager
def its_turn(path: Path) -> Iterator[subprocess.Popen[str]]:
    """It has the turn of this lock file until the block ends, or until it is killed."""
    command = [sys.executable, "-c", _HOLDS, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "mine\n"
        yield other
        other.stdin.close()
