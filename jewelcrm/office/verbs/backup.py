"""To come."""

from typing import Any


def register(verbs: Any) -> None:
    """Nothing yet."""
