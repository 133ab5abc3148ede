"""The named steps of a backup and a restore, at each of which a proof pulls the plug."""

from __future__ import annotations

from collections.abc import Callable

STEPS = (
    "frozen",
    "pack begun",
    "pack synced",
    "pack named",
    "list kept",
    "manifest written",
    "thawed",
    "mark written",
    "carried packs",
    "carried manifest",
    "point marked to go",
    "point gone",
    "pack rewritten",
    "pack gone",
    "restore read",
    "restore checked",
    "restore renumbered",
    "present set aside",
    "store in place",
    "slots in place",
)
"""Every step, in words; `reached` takes no other."""

_hook: Callable[[str], None] | None = None


def watch(hook: Callable[[str], None] | None) -> None:
    """For proofs: call `hook` at every step."""
    global _hook  # noqa: PLW0603 - one process, one proof
    _hook = hook


def reached(step: str) -> None:
    """This step is done. Free of cost unless a proof watches."""
    if _hook is not None:
        assert step in STEPS, step
        _hook(step)
