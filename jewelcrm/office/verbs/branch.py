"""`jewelcrm-office branch`: the chain's shops."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from db.office.store import OfficeStore
from jewelcrm import console
from jewelcrm.office import branches
from jewelcrm.office.desk import Desk


def register(verbs: Any) -> None:
    """Add the command."""
    acts = verbs.add_parser("branch", help="open, list, close and reopen branches").add_subparsers(
        dest="act", metavar="ACT", required=True
    )
    add = acts.add_parser("add", help="open a branch")
    add.add_argument("code", help="printed in every number, e.g. HK01")
    add.add_argument("--branch-name", "--name", default="", help='e.g. "Nathan Road"')
    add.add_argument("--branch-name-zh", "--name-zh", help="its Chinese name")
    add.add_argument("--address", help="printed on receipts")
    add.add_argument("--phone", help="printed on receipts")
    add.add_argument("--currency", default="HKD", help="three letters, e.g. HKD (the default)")
    add.add_argument(
        "--time-zone",
        default="Asia/Hong_Kong",
        help="where the shop is, e.g. Asia/Hong_Kong (the default)",
    )
    add.set_defaults(run=_add)
    acts.add_parser("list", help="all branches").set_defaults(run=_list)
    close = acts.add_parser("close", help="close a branch: its PCs lock, and keep what they hold")
    close.set_defaults(run=_close)
    reopen = acts.add_parser(
        "reopen", help="open a closed branch again: its PCs send what they had not sent"
    )
    reopen.set_defaults(run=_reopen)
    for act in (close, reopen):
        act.add_argument("code", help="its code, e.g. HK01")


def _add(args: Namespace, desk: Desk) -> dict[str, Any]:
    new = branches.NewBranch(
        code=args.code,
        name=args.branch_name,
        name_zh=args.branch_name_zh,
        address=args.address,
        phone=args.phone,
        currency=args.currency,
        time_zone=args.time_zone,
    )
    with desk.signed_in("people.manage") as (store, person):
        branch_id = store.run(lambda work: branches.add(work, new, desk.now, person.id))
        return {"branch_id": branch_id.hex(), **_everything(store)}


def _close(args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.signed_in("people.manage") as (store, person):
        gone = store.run(lambda work: branches.close(work, args.code, desk.now, person.id))
        told = _everything(store)
    said = (
        f"{console.counted(gone, 'PC')} of it will lock, and send nothing any more. What was done"
        f" there and not sent stays there: branch reopen {args.code} takes it in."
    )
    return {"devices_closed": gone, **told, "text": f"{said}\n\n{told['text']}"}


def _reopen(args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.signed_in("people.manage") as (store, person):
        back = store.run(lambda work: branches.reopen(work, args.code, desk.now, person.id))
        told = _everything(store)
    said = (
        f"{console.counted(back, 'PC')} of it will work again, and send what was kept, within five"
        " minutes of being on line. One that never worked waits: device confirm."
    )
    return {"devices_back": back, **told, "text": f"{said}\n\n{told['text']}"}


def _list(_args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.store() as store:
        return _everything(store)


def _everything(store: OfficeStore) -> dict[str, Any]:
    with store.read() as work:
        shops = branches.everyone(work)
    listed = [
        {
            "id": shop.id.hex(),
            "code": shop.code,
            "name": shop.name,
            "closed": shop.closed,
            "devices": shop.devices,
        }
        for shop in shops
    ]
    rows = [
        (shop.code, shop.name, "closed" if shop.closed else console.counted(shop.devices, "PC"))
        for shop in shops
    ]
    return {"branches": listed, "text": console.table(rows)}
