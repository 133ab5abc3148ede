"""Adding people, giving them roles and a way in, and closing it when they leave."""

from __future__ import annotations

from sqlalchemy import func, select

from db.shop import keys, osring
from db.tables.people import branch as branch_table
from db.tables.people import staff as staff_table
from db.types import Id, new_id
from db.work import Work
from jewelcrm.access.catalogue import ADMINISTRATOR
from jewelcrm.access.doors import command
from jewelcrm.access.passwords import check_password
from jewelcrm.access.rotating import CHANGED
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.people.rules import check_login, check_name, check_role


@command("people.manage")
def add_person(
    ctx: Context,
    *,
    name: str,
    role: str,
    password: str,
    login: str,
    name_zh: str | None = None,
    language: str | None = None,
) -> Id:
    """Add a person with a first password; returns their id.

    Raises:
        CanFix: the log-in is taken, or a word is missing, or the password is weak.
    """
    kept_name, kept_login, kept_role = check_name(name), check_login(login), check_role(role)
    check_password(password, about=[kept_login, kept_name])
    staff_id = new_id()
    with ctx.work("new person") as work:
        _refuse_taken(work, kept_login)
        work.insert(
            staff_table,
            id=staff_id,
            login=kept_login,
            name=kept_name,
            name_zh=name_zh or None,
            role=kept_role,
            language=language,
            active=True,
        )
        work.audit("people.added", staff_id, ["role"])
    _give_way_in(ctx, staff_id, kept_login, password)
    return staff_id


@command("people.manage")
def edit_person(
    ctx: Context,
    staff_id: Id,
    *,
    name: str | None = None,
    name_zh: str | None = None,
    role: str | None = None,
    language: str | None = None,
) -> None:
    """Change a person's name, role or language; what is None stays.

    Raises:
        CanFix: the last administrator cannot become something else.
    """
    changes: dict[str, str] = {}
    if name is not None:
        changes["name"] = check_name(name)
    if name_zh is not None:
        changes["name_zh"] = name_zh.strip()
    if role is not None:
        changes["role"] = check_role(role)
    if language is not None:
        changes["language"] = language
    if not changes:
        return
    with ctx.work("person changed") as work:
        if changes.get("role", ADMINISTRATOR) != ADMINISTRATOR:
            _keep_an_administrator(work, staff_id)
        work.update(staff_table, staff_id, **changes)
        work.audit("people.changed", staff_id, sorted(changes))


@command("people.manage")
def person_left(ctx: Context, staff_id: Id) -> None:
    """Close a leaver's way in at once; their work stays in every history.

    Raises:
        CanFix: the last administrator cannot leave.
    """
    with ctx.work("person left") as work:
        _keep_an_administrator(work, staff_id)
        work.update(staff_table, staff_id, active=False)
        work.audit("people.left", staff_id)
    _save_slots(ctx, keys.without(_our_slots(ctx), staff_id))


@command("people.manage")
def set_password(ctx: Context, staff_id: Id, password: str) -> None:
    """Give a person a new password, e.g. because the old one is forgotten.

    Raises:
        CanFix: the password is weak, or there is no such person.
    """
    with ctx.read() as conn:
        row = conn.execute(select(staff_table).where(staff_table.c.id == staff_id)).first()
    if row is None or not row.active:
        raise CanFix("There is no such person. Refresh the list.")
    check_password(password, about=[row.login, row.name])
    _give_way_in(ctx, staff_id, row.login, password)
    with ctx.work("password set") as work:
        work.audit("password.set", staff_id)


@command("shop.edit")
def edit_shop(
    ctx: Context,
    *,
    name: str,
    name_zh: str = "",
    address: str = "",
    address_zh: str = "",
    phone: str = "",
) -> None:
    """Change what receipts print in their head; an empty text takes it away.

    Raises:
        CanFix: the shop has no name, or no address in any language (Cap. 362: a receipt states
            the supplier's name and address).
    """
    if not name.strip():
        raise CanFix("Type the shop's name.", field="name")
    if not (address.strip() or address_zh.strip()):
        raise CanFix("Type the shop's address: receipts must state it.", field="address")
    given = {"name_zh": name_zh, "address": address, "address_zh": address_zh, "phone": phone}
    with ctx.work("shop details") as work:
        work.update(
            branch_table,
            ctx.branch.id,
            name=name.strip(),
            **{column: text.strip() or None for column, text in given.items()},
        )
        work.audit("shop.changed", ctx.branch.id, ["name", *given])


def _give_way_in(ctx: Context, staff_id: Id, login: str, password: str) -> None:
    slots = _our_slots(ctx)
    ring = osring.find() if slots.ring_name else None
    half = keys.half_of(slots, ring)
    _save_slots(
        ctx,
        keys.with_staff(
            slots, ctx.store.key, half, staff_id=staff_id, login=login, password=password
        ),
    )


def _our_slots(ctx: Context) -> keys.Slots:
    """The key slots, if nobody but the program has changed them.

    Raises:
        CanFix: somebody has: what was planted there would be signed with the rest.
    """
    slots = keys.load(ctx.store.folder)
    if not keys.is_ours(slots, ctx.store.key):
        raise CanFix(CHANGED)
    return slots


def _save_slots(ctx: Context, slots: keys.Slots) -> None:
    keys.save(ctx.store.folder, slots, ctx.store.key)


def _refuse_taken(work: Work, login: str) -> None:
    taken = work.conn.execute(
        select(staff_table.c.id).where(func.lower(staff_table.c.login) == login.lower())
    ).first()
    if taken:
        raise CanFix("The log-in {login} is taken. Choose another.", field="login", login=login)


def _keep_an_administrator(work: Work, leaving: Id) -> None:
    c = staff_table.c
    others = work.conn.execute(
        select(c.id).where(c.role == ADMINISTRATOR, c.active, c.id != leaving)
    ).first()
    if others is None:
        raise CanFix("This is the last administrator. Make somebody else administrator first.")
