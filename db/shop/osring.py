"""The half of the key that the operating system keeps (security.md 3.1).

The back end is recorded by name and tested before use; one that keeps secrets in the clear or
nowhere is not used at all. A keyring may ask the person something and block, so every call has a
time limit.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from db.errors import KeyringMissing

SERVICE = "JewelCRM"
SECONDS = 15.0
_UNFIT = ("fail", "null", "plaintext", "chainer")

Answer = TypeVar("Answer")


class Backend(Protocol):
    """The part of a keyring back end that is used."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


@dataclass(frozen=True, slots=True)
class OsRing:
    """A working keyring of the operating system."""

    name: str
    backend: Backend

    def get(self, store_id: str) -> bytes | None:
        """The secret kept for a store, or None."""
        kept = _in_time(lambda: self.backend.get_password(SERVICE, store_id))
        return None if kept is None else bytes.fromhex(kept)

    def put(self, store_id: str, secret: bytes) -> None:
        """Keep a secret and read it back: one that does not come back is refused."""
        _in_time(lambda: self.backend.set_password(SERVICE, store_id, secret.hex()))
        if self.get(store_id) != secret:
            raise KeyringMissing("The operating system's keyring did not keep the key.")

    def drop(self, store_id: str) -> None:
        """Forget the secret of a store."""
        _in_time(lambda: self.backend.delete_password(SERVICE, store_id))


def find() -> OsRing | None:
    """The operating system's keyring, or None where there is none fit for use."""
    try:
        return _in_time(_find)
    except Exception:  # noqa: BLE001 - whatever a back end raises, it is not fit for use
        return None


def _find() -> OsRing | None:
    import keyring

    backend = keyring.get_keyring()
    module = type(backend).__module__
    if any(mark in module.lower() for mark in _UNFIT):
        return None
    if "Windows" in module:
        backend.persist = "local machine"  # type: ignore[attr-defined]  # never roams
    backend.get_password(SERVICE, "fit for use")
    return OsRing(f"{module}.{type(backend).__qualname__}", backend)


def _in_time(call: Callable[[], Answer]) -> Answer:
    """The answer of a call that may block on a prompt of the operating system."""
    answers: list[Answer] = []
    failures: list[BaseException] = []

    def run() -> None:
        try:
            answers.append(call())
        except BaseException as error:  # noqa: BLE001 - handed to the caller below
            failures.append(error)

    thread = threading.Thread(target=run, name="keyring", daemon=True)
    thread.start()
    thread.join(SECONDS)
    if answers:
        return answers[0]
    raise KeyringMissing(
        "The operating system's keyring does not answer. Unlock it, then try again."
    ) from (failures[0] if failures else None)
