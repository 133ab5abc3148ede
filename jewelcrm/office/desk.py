"""What every command of `jewelcrm-office` is given: the folder, the store, who does it."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import select

from db.office.store import OfficeStore
from db.tables.people import branch
from jewelcrm import console
from jewelcrm.context import Clock, SystemClock
from jewelcrm.office import people, premises


class Desk:
    """Opens the store and signs in as the command line says."""

    def __init__(self, args: Namespace, clock: Clock | None = None) -> None:
        self.args = args
        self.folder: Path = args.data
        self.json: bool = args.json
        self.clock = clock or SystemClock()

    @property
    def now(self) -> dt.datetime:
        """The moment, in UTC."""
        return self.clock.now()

    @contextmanager
    def store(self) -> Iterator[OfficeStore]:
        """The folder's store, closed afterwards."""
        with closing(premises.open_store(self.folder)) as store:
            _live_in(store)
            yield store

    @contextmanager
    def signed_in(self, right: str) -> Iterator[tuple[OfficeStore, people.Person]]:
        """The store, and the person who has the right and gave the password.

        Raises:
            WrongKey, LockedOut, Denied: not this person.
        """
        known = premises.load(self.folder)
        password = self.password()
        with closing(premises.open_store(self.folder, known)) as store:
            person = people.sign_in(store, self.args.user or "", password, self.now)
            people.require(person, right)
            _live_in(store)
            yield store, person

    def password(self, *, twice: bool = False) -> str:
        """The password of who does it."""
        return console.password(self.args.password_file, twice=twice)

    def new_password(self) -> str:
        """Somebody's first password: from the environment, `--new-password-file`, or asked for."""
        return console.password(
            self.args.new_password_file,
            variable="JEWELCRM_NEW_PASSWORD",
            option="--new-password-file",
            prompt="The person's password",
            twice=True,
        )


def _live_in(store: OfficeStore) -> None:
    """People are told the branches' time, when all of them have the same."""
    with store.read() as work:
        zones = work.conn.execute(select(branch.c.time_zone).distinct()).scalars().all()
    console.live_in(zones[0] if len(zones) == 1 else "")
