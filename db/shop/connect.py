"""Where the shop's encrypted file is, and how it is opened (`db.cipher`)."""

from db.cipher import connect

__all__ = ["FILE_NAME", "connect"]

FILE_NAME = "store.db"
