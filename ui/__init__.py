"""What people see: the only place that knows Qt."""

from __future__ import annotations

import sys


def _make_constants_last() -> None:
    """Before Python 3.12, keep `None`, `True` and `False` from being counted down to nothing.

    PySide 6.12 gives them away without counting, as one may from 3.12 on, where they never die.
    On 3.11 each signal that is sent takes one `True`: after some tens of thousands of them Python
    ends itself with "deallocating True or False".
    """
    import ctypes  # 3.11 only: later versions need not load it

    for constant in (None, True, False, NotImplemented, Ellipsis):
        ctypes.c_ssize_t.from_address(id(constant)).value += 1 << 60


if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
    _make_constants_last()
