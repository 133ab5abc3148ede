"""Where and how the server listens; for commands that do not serve and need not load the server."""

from __future__ import annotations

from dataclasses import dataclass

ANYWHERE, PORT = "0.0.0.0", 8443  # noqa: S104 - PCs come from other machines


@dataclass(frozen=True, slots=True)
class Listening:
    """Where and how the server listens."""

    host: str = ANYWHERE
    port: int = PORT
    unix: str = ""
    plain: bool = False
    """Without TLS: a reverse proxy on this machine speaks it."""
    workers: int = 1
