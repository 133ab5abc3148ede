"""What every sub-command is given: the folder, the password's source, and how to report."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from db.errors import NoStore, WrongKey
from db.shop import keys
from jewelcrm import console
from jewelcrm.access.signin import NO_KEYRING
from jewelcrm.context import Context
from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.log import stop_writing, write_to
from jewelcrm.sync import leaving
from jewelcrm.sync.arriving import NeedsSomebody, sign_in

_NO_STORE = (
    "There is no store in {folder}. Name its folder with --data, make one (jewelcrm-admin init"
    " --help), or join a head office (jewelcrm-admin enrol --help)."
)
_NOT_HERE_YET = (
    "The log-in or the password is not right. Whoever has not signed in on this PC yet does so in"
    " its window first."
)


class Desk:
    """Signs in as the command line says and tells progress on standard error."""

    def __init__(self, args: Namespace) -> None:
        self.args = args
        self.folder: Path = args.data
        self.json: bool = args.json

    @contextmanager
    def signed_in(self, password: str | None = None) -> Iterator[Context]:
        """The store opened for `--user` (default: the administrator), closed afterwards.

        With the password that was asked for before, if it was.
        """
        if leaving.finish(self.folder):
            raise Unavailable(leaving.TAKEN_OFF)
        self._require_store()
        password = self.password() if password is None else password
        write_to(self.folder)
        try:
            ctx = self._sign_in(password)
            console.live_in(ctx.branch.time_zone)
            for warning in ctx.warnings:
                if warning != NO_KEYRING:  # said when the store is made, and by the doctor
                    self.say(warning)
            with closing(ctx.store):
                yield ctx
        finally:
            stop_writing()

    def _sign_in(self, password: str) -> Context:
        try:
            return sign_in(self.folder, self.args.user or "", password)
        except NeedsSomebody as error:
            raise WrongKey(_NOT_HERE_YET) from error

    def _require_store(self) -> None:
        try:
            keys.load(self.folder)
        except NoStore as error:
            raise CanFix(_NO_STORE, folder=self.folder) from error

    def password(self, *, twice: bool = False) -> str:
        """The password from `--password-file`, `JEWELCRM_PASSWORD`, or asked for.

        Raises:
            CanFix: there is nobody to ask, or the two entries differ.
        """
        return console.password(self.args.password_file, twice=twice)

    def say(self, text: str) -> None:
        """A word to the person, on standard error, so that `--json` output stays clean."""
        console.say(text)

    def progress(self, done: int, total: int | None, what: str) -> None:
        """How far a long job is; drawn only on a terminal."""
        if sys.stderr.isatty():
            amount = f"{done:,}" if total is None else f"{done:,} of {total:,}"
            print(f"\r{what}: {amount}  ", end="", file=sys.stderr, flush=True)
