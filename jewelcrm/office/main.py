"""`jewelcrm-office`: says that head office's server is not part of this release."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from jewelcrm import __version__

_WORDS = (
    "The head-office server is not part of this release. Every shop PC works on its own;"
    " set one up with: jewelcrm-admin init"
)


def main(argv: Sequence[str] | None = None) -> int:
    """Say so; exit code 1."""
    parser = argparse.ArgumentParser(prog="jewelcrm-office", description=_WORDS)
    parser.add_argument("--version", action="version", version=f"jewelcrm-office {__version__}")
    parser.parse_args(argv)
    print(_WORDS, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
