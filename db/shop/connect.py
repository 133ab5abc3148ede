"""Where the shop's encrypted file is, and how it is opened (`db.cipher`)."""

from db.cipher import connect, glance

__all__ = ["FILE_NAME", "connect", "glance"]

FILE_NAME = "store.db"
