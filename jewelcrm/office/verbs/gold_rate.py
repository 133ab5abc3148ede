"""`jewelcrm-office gold-rate`: the price board of every branch."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from db.office.store import OfficeStore
from jewelcrm import console
from jewelcrm.catalogue.rules import GRADES, METALS, UNITS
from jewelcrm.money import Money
from jewelcrm.office import catalogue
from jewelcrm.office.catalogue import Rate
from jewelcrm.office.desk import Desk


def register(verbs: Any) -> None:
    """Add the command."""
    acts = verbs.add_parser("gold-rate", help="set and list metal prices").add_subparsers(
        dest="act", metavar="ACT", required=True
    )
    put = acts.add_parser("set", help="put a new price on every branch's board")
    put.add_argument("metal", choices=METALS, help="of what")
    put.add_argument("sell", help="what we sell a unit for, e.g. 31,250")
    put.add_argument("--buy", default="", help="what we buy it back for")
    put.add_argument("--grade", choices=GRADES, default="ornament", help="default: %(default)s")
    put.add_argument("--unit", choices=UNITS, default="tael", help="default: %(default)s")
    put.add_argument("--currency", default="HKD", help="default: %(default)s")
    put.add_argument("--source", help="where the price is from")
    put.add_argument("--sure", action="store_true", help="yes, it is far from the last one")
    put.set_defaults(run=_set)
    acts.add_parser("list", help="the board").set_defaults(run=_list)


def _set(args: Namespace, desk: Desk) -> dict[str, Any]:
    currency = args.currency.upper()
    sell = Money.parse(args.sell, currency)
    buy = Money.parse(args.buy, currency) if args.buy else None
    rate = Rate(args.metal, args.grade, args.unit, sell, buy, args.source)
    with desk.signed_in("catalogue.edit") as (store, person):

        def act(work: Any) -> None:
            rate_id = catalogue.set_rate(work, rate, desk.now, sure=args.sure)
            work.audit(person.id, "catalogue.gold_rate", rate_id)

        store.run(act)
        return _board(store)


def _list(_args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.store() as store:
        return _board(store)


def _board(store: OfficeStore) -> dict[str, Any]:
    with store.read() as work:
        rates = catalogue.board(work)
    listed = [
        {
            "metal": rate.metal,
            "grade": rate.grade,
            "unit": rate.unit,
            "sell": str(rate.sell),
            "buy": str(rate.buy) if rate.buy else None,
            "source": rate.source,
        }
        for rate in rates
    ]
    rows = [(r.metal, r.grade, r.unit, r.sell, r.buy or "", r.source or "") for r in rates]
    return {"rates": listed, "text": console.table(rows)}
