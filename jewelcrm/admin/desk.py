"""What every sub-command is given: the folder, the password's source, and how to report."""

from __future__ import annotations

import getpass
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from db.shop import keys
from jewelcrm.access.signin import sign_in
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.log import stop_writing, write_to


class Desk:
    """Signs in as the command line says and tells progress on standard error."""

    def __init__(self, args: Namespace) -> None:
        self.args = args
        self.folder: Path = args.data
        self.json: bool = args.json

    @contextmanager
    def signed_in(self) -> Iterator[Context]:
        """The store opened for `--user` (default: the administrator), closed afterwards."""
        keys.load(self.folder)
        password = self.password()
        write_to(self.folder)
        try:
            ctx = sign_in(self.folder, self.args.user or "", password)
            for warning in ctx.warnings:
                self.say(warning)
            with closing(ctx.store):
                yield ctx
        finally:
            stop_writing()

    def password(self, *, twice: bool = False) -> str:
        """The password from `--password-file`, `JEWELCRM_PASSWORD`, or asked for.

        Raises:
            CanFix: there is nobody to ask, or the two entries differ.
        """
        if self.args.password_file is not None:
            return _first_line(self.args.password_file)
        given = os.environ.get("JEWELCRM_PASSWORD")
        if given is not None:
            return given
        if not sys.stdin.isatty():
            raise CanFix(
                "No password was given. Set JEWELCRM_PASSWORD, or name a file with --password-file."
            )
        typed = getpass.getpass("Password: ")
        if twice and getpass.getpass("Password again: ") != typed:
            raise CanFix("The two passwords are not the same. Try again.")
        return typed

    def say(self, text: str) -> None:
        """A word to the person, on standard error, so that `--json` output stays clean."""
        print(text, file=sys.stderr)

    def progress(self, done: int, total: int | None, what: str) -> None:
        """How far a long job is; drawn only on a terminal."""
        if sys.stderr.isatty():
            amount = f"{done:,}" if total is None else f"{done:,} of {total:,}"
            print(f"\r{what}: {amount}  ", end="", file=sys.stderr, flush=True)


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").splitlines()[0]
    except (OSError, IndexError, UnicodeDecodeError) as error:
        raise CanFix("The password file cannot be read or is empty: {path}", path=path) from error
