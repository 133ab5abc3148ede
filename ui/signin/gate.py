"""The door to the store as the sign-in pages see it. All of it runs off the UI thread."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from db.errors import WrongKey
    from jewelcrm.access.lost import Lost
    from jewelcrm.backup.model import Opener, Point, Restored
    from jewelcrm.context import Context
    from jewelcrm.people.founding import Founded, NewShop
    from jewelcrm.sync.asking import Asked
    from jewelcrm.sync.recovering import Waiting
    from ui.background import Progress


class Colleague(NamedTuple):
    """Somebody who may switch to this desk, and whether her PIN will do."""

    login: str
    name: str
    name_zh: str | None
    role: str
    pin: bool


@dataclass(frozen=True)
class Answered:
    """Head office's answer to a request, and who gets in with which new password."""

    text: str = field(repr=False)
    login: str
    password: str = field(repr=False)


class Gate(Protocol):
    """What the sign-in pages ask for; tests give them a made-up one."""

    folder: Path

    def has_store(self) -> bool: ...
    def taken_off(self) -> bool: ...
    def sign_in(self, login: str, password: str) -> Context: ...
    def switch(self, ctx: Context, login: str, pin: str) -> Context: ...
    def unlock(self, ctx: Context, login: str, password: str) -> Context: ...
    def recover(self, code: str, login: str, new_password: str) -> Context: ...
    def look_lost(self) -> Lost: ...
    def request(self) -> Asked: ...
    def ask_office(self, login: str, new_password: str) -> Context | Waiting: ...
    def take_answer(self, text: str, login: str, new_password: str) -> Context: ...
    def points(self, source: Path) -> list[Point]: ...
    def put_back(
        self, source: Path, point_id: str, opener: Opener, progress: Progress
    ) -> Restored: ...
    def request_for(self, point: Point) -> Asked: ...
    def put_back_by_office(
        self, source: Path, point: Point, answered: Answered, progress: Progress
    ) -> Restored: ...
    def found(self, shop: NewShop) -> Founded: ...
    def colleagues(self, ctx: Context) -> list[Colleague]: ...
    def has_pin(self, ctx: Context) -> bool: ...
    def set_pin(self, ctx: Context, pin: str) -> None: ...
    def change_password(self, ctx: Context, old: str, new: str) -> None: ...


class StoreGate:
    """The real one. Imports late: nothing of the store is loaded before the first paint."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._left = threading.Event()

    def leave(self) -> None:
        """The window closes: nobody waits for the backup before an update."""
        self._left.set()

    def has_store(self) -> bool:
        """Whether there is a store in the folder (or what is left of one)."""
        return any((self.folder / name).exists() for name in _STORE_FILES)

    def taken_off(self) -> bool:
        """Whether head office has taken this PC off; a wipe that was cut short is ended."""
        if not (self.folder / _TAKEN_OFF).exists():
            return False
        from jewelcrm.sync.leaving import finish

        return finish(self.folder)

    def sign_in(self, login: str, password: str) -> Context:
        """Open the store. The key is made while the store's libraries are still loading."""
        from db.errors import WrongKey
        from jewelcrm.access.opening import unlock
        from jewelcrm.log import write_to

        write_to(self.folder)
        try:
            unlocked = unlock(self.folder, login, password)
        except WrongKey as wrong:
            if not self._admitted(login, password, wrong):
                raise
            unlocked = unlock(self.folder, login, password)
        from jewelcrm.access.signin import enter

        return enter(self.folder, unlocked, cancelled=self._left.is_set)

    def _admitted(self, login: str, password: str, wrong: WrongKey) -> bool:
        """Whether head office knows her, where she has no way in here yet."""
        from jewelcrm.sync.arriving import admit

        return bool(login) and admit(self.folder, login, password, wrong=wrong)

    def switch(self, ctx: Context, login: str, pin: str) -> Context:
        """Another person, or the same after a lock, by PIN."""
        from jewelcrm.access import signin

        return signin.switch(ctx, login, pin)

    def unlock(self, ctx: Context, login: str, password: str) -> Context:
        """Another person, or the same after a lock, by password; head office may admit her."""
        from jewelcrm.sync.arriving import admit_here

        return admit_here(ctx, login, password)

    def recover(self, code: str, login: str, new_password: str) -> Context:
        """In with the printed code."""
        from jewelcrm.access import signin

        return signin.recover(self.folder, code, login=login, new_password=new_password)

    def look_lost(self) -> Lost:
        """What is the matter with the way in."""
        from jewelcrm.access.lost import look

        return look(self.folder)

    def request(self) -> Asked:
        """What is sent to head office on paper."""
        from jewelcrm.sync.asking import ask

        return ask(self.folder)

    def ask_office(self, login: str, new_password: str) -> Context | Waiting:
        """Ask over the line; the context once two people there have allowed it."""
        from jewelcrm.sync.recovering import NewPassword, recover

        return recover(self.folder, NewPassword(login, new_password))

    def take_answer(self, text: str, login: str, new_password: str) -> Context:
        """In with head office's answer."""
        from jewelcrm.sync.asking import take
        from jewelcrm.sync.recovering import NewPassword

        return take(self.folder, text, NewPassword(login, new_password))

    def points(self, source: Path) -> list[Point]:
        """The backups in a folder, newest first."""
        from jewelcrm.backup.queries import points_in

        return points_in(source)

    def put_back(self, source: Path, point_id: str, opener: Opener, progress: Progress) -> Restored:
        """A backup in the place of the store, which is closed."""
        from db.backup.stopping import Stopped
        from jewelcrm.backup.commands import restore
        from ui.background import Cancelled

        try:
            return restore(
                source,
                point_id,
                self.folder,
                opener,
                progress=progress.step,
                cancelled=lambda: progress.cancelled,
            )
        except Stopped as error:
            raise Cancelled from error

    def request_for(self, point: Point) -> Asked:
        """What is sent to head office on paper: the key of the PC that made a backup."""
        from jewelcrm.sync.asking import ask_for

        return ask_for(self.folder, point.device)

    def put_back_by_office(
        self, source: Path, point: Point, answered: Answered, progress: Progress
    ) -> Restored:
        """A dead PC's backup, with the key that head office gave; she has a new password then."""
        from jewelcrm.access.passwords import check_password
        from jewelcrm.backup.model import ByKey
        from jewelcrm.sync import asking

        check_password(answered.password, about=[answered.login])
        key = asking.key_for(self.folder, point.device, answered.text)
        restored = self.put_back(source, point.id, ByKey(key), progress)
        asking.let_in_again(self.folder, key, answered.login, answered.password)
        return restored

    def found(self, shop: NewShop) -> Founded:
        """Make a new shop's store."""
        from jewelcrm.people.founding import found

        return found(self.folder, shop)

    def colleagues(self, ctx: Context) -> list[Colleague]:
        """Everybody who works here and can sign in on this PC."""
        from jewelcrm.access.signin import has_pin
        from jewelcrm.people.queries import everyone

        return [
            Colleague(p.login, p.name, p.name_zh, p.role, has_pin(ctx, p.login))
            for p in everyone(ctx)
            if p.can_sign_in
        ]

    def has_pin(self, ctx: Context) -> bool:
        """Whether the person signed in has a PIN that works now."""
        from jewelcrm.access.signin import has_pin

        return has_pin(ctx, ctx.staff.login)

    def set_pin(self, ctx: Context, pin: str) -> None:
        """Her own PIN."""
        from jewelcrm.access.signin import set_pin

        set_pin(ctx, pin)

    def change_password(self, ctx: Context, old: str, new: str) -> None:
        """Her own password."""
        from jewelcrm.access.signin import change_password

        change_password(ctx, old, new)


# Only names, so that the store's code need not be loaded to look for it.
_TAKEN_OFF = "taken-off"
_STORE_FILES = ("keyslots.json", "keyslots.copy.json", "store.db")
