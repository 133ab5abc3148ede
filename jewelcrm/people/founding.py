"""Setting up a stand-alone shop: the store, the branch, the first administrator."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from db.shop import making, osring
from db.store import Store
from db.tables.people import branch as branch_table
from db.tables.people import staff as staff_table
from db.types import Id, new_id
from jewelcrm.access.catalogue import ADMINISTRATOR
from jewelcrm.access.passwords import check_password
from jewelcrm.context import Clock, SystemClock
from jewelcrm.people.rules import check_branch_code, check_login, check_name, login_from

FIRST_LETTER = "A"


@dataclass(frozen=True, slots=True)
class Founded:
    """What the installer must write down: the log-in and the recovery code."""

    login: str
    recovery_code: str
    keyring: str | None


@dataclass(frozen=True, slots=True)
class NewShop:
    """What a stand-alone shop begins with."""

    branch_code: str
    branch_name: str
    admin_name: str
    password: str
    admin_login: str = ""
    branch_name_zh: str | None = None
    address: str | None = None
    phone: str | None = None
    currency: str = "HKD"
    time_zone: str = "Asia/Hong_Kong"


def found(
    folder: Path, shop: NewShop, *, clock: Clock | None = None, ring: osring.OsRing | None = None
) -> Founded:
    """Make the store in `folder` with its branch and first administrator.

    Raises:
        CanFix: a word is missing or the password is weak. StoreExists, ReadOnly: the folder.
    """
    clock = clock or SystemClock()
    code = check_branch_code(shop.branch_code)
    name = check_name(shop.admin_name)
    login = check_login(shop.admin_login or login_from(name))
    check_password(shop.password, about=[login, name, code, shop.branch_name])
    ring = ring or osring.find()
    staff_id = new_id()
    made = making.make(
        folder,
        branch_code=code,
        letter=FIRST_LETTER,
        staff_id=staff_id,
        login=login,
        password=shop.password,
        ring=ring,
        now=clock.now(),
        fill=lambda store, branch_id: _first_rows(
            store, branch_id, staff_id, shop, code=code, name=name, login=login, clock=clock
        ),
    )
    return Founded(login, made.recovery_code, ring.name if ring else None)


def _first_rows(
    store: Store,
    branch_id: Id,
    staff_id: Id,
    shop: NewShop,
    *,
    code: str,
    name: str,
    login: str,
    clock: Clock,
) -> None:
    with store.write(actor=staff_id, now=clock.now(), reason="new store") as work:
        work.insert(
            branch_table,
            id=branch_id,
            code=code,
            name=shop.branch_name.strip() or code,
            name_zh=shop.branch_name_zh,
            address=shop.address,
            phone=shop.phone,
            currency=shop.currency,
            time_zone=shop.time_zone,
        )
        work.insert(
            staff_table, id=staff_id, login=login, name=name, role=ADMINISTRATOR, active=True
        )
        work.audit("store.made", branch_id)
