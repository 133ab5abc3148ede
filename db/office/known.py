"""What one process has learnt of its head office, shared by all its transactions."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.office.scopes import Numbers


@dataclass(slots=True)
class Known:
    """The scopes' numbers, and head office's key for hashes once it was asked for."""

    scopes: Numbers = field(default_factory=Numbers)
    hash_key: bytes = b""
    """It never changes."""
