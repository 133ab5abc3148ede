"""What can go wrong with a store, in our words; the driver's errors never leave `db`.

Every message says what happened and what to do, and holds no value from any record.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2 as cipher


class StoreError(Exception):
    """Something is wrong with the store; the text can be shown to a person."""


class NoStore(StoreError):
    """There is no store in the folder."""


class StoreExists(StoreError):
    """A store is already in the folder and must not be overwritten."""


class WrongKey(StoreError):
    """The password, PIN or recovery code does not open this store."""


class PasswordFirst(WrongKey):
    """A PIN is not enough now: the password is."""


class LockedOut(StoreError):
    """Too many wrong tries; `seconds` says for how long to wait."""

    def __init__(self, seconds: int) -> None:
        minutes = max(1, -(-seconds // 60))
        super().__init__(f"Too many wrong tries. Try again in {minutes} min.")
        self.seconds = seconds


class KeyringMissing(StoreError):
    """The half of the key kept by the operating system is not there."""


class Damaged(StoreError):
    """A file was changed or damaged outside the program."""


class DiskFull(StoreError):
    """The disk is full: nothing of the change was kept."""


class ReadOnly(StoreError):
    """The folder or file cannot be written."""


class OnShare(StoreError):
    """The folder is on another computer's disk: no store is made there."""


class NewerStore(StoreError):
    """The store was written by a newer program."""


class Busy(StoreError):
    """Another program holds the store for too long."""


class OutOfReach(Busy):
    """The database does not answer: it is stopped, restarting, or the way there is cut."""


class Refused(StoreError):
    """The store's own rules refuse the write."""


class TooLong(StoreError):
    """A value does not fit its column; `column` and `limit` say which and how much."""

    def __init__(self, column: str, limit: int) -> None:
        super().__init__(f"This is too long: {column} holds {limit} characters. Shorten it.")
        self.column, self.limit = column, limit


class BadText(StoreError):
    """A text holds a character that cannot be kept (NUL or half a character)."""

    def __init__(self, column: str) -> None:
        super().__init__(f"{column} holds a character that cannot be kept. Type it again.")
        self.column = column


class Interrupted(StoreError):
    """The read was stopped because its answer is no longer wanted."""


_WORDS: tuple[tuple[str, type[StoreError], str], ...] = (
    ("interrupted", Interrupted, "Stopped."),
    (
        "full",
        DiskFull,
        "The disk is full. Nothing was saved; free some space and try again.",
    ),
    ("readonly", ReadOnly, "The folder cannot be written. Ask for write access, then try again."),
    (
        "unable to open",
        ReadOnly,
        "The store cannot be opened. Check that the folder can be written.",
    ),
    ("locked", Busy, "Another program is using the store. Try again in a moment."),
    ("busy", Busy, "Another program is using the store. Try again in a moment."),
    ("not a database", Damaged, "The store is damaged. Nothing was changed; restore a backup."),
    ("malformed", Damaged, "The store is damaged. Nothing was changed; restore a backup."),
    ("disk i/o error", Damaged, "The disk reports an error. Nothing was saved; check the disk."),
    (
        "foreign key",
        Refused,
        "What this belongs to is no longer on this PC. Look at it again; nothing was saved.",
    ),
    ("hmac", Damaged, "The store is damaged. Nothing was changed; restore a backup."),
)


def in_our_words(error: BaseException) -> StoreError:
    """The StoreError for an error of the driver."""
    text = str(getattr(error, "orig", None) or error).lower()
    for mark, kind, words in _WORDS:
        if mark in text:
            return kind(words)
    return Refused(f"The store refused the change: {_plain(text)}.")


def _plain(text: str) -> str:
    """The driver's words without anything that could be a value."""
    return text.split("\n", 1)[0].split("'", 1)[0].strip().rstrip(".:") or "no reason given"


@contextmanager
def our_errors() -> Iterator[None]:
    """Turn every error of the driver raised inside into one of ours."""
    try:
        yield
    except Exception as error:
        # SQLAlchemy wraps the driver's errors; importing it here would load it at every sign-in
        # before the password is even looked at.
        if not isinstance(getattr(error, "orig", error), cipher.Error):
            raise
        raise in_our_words(error) from error
