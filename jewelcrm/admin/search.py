"""`jewelcrm-admin search`: the search box, for scripts."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from db.shop.search import KINDS
from jewelcrm.admin.desk import Desk
from jewelcrm.search.queries import LIMIT, SearchResult, search


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("search", help="find customers, orders, receipts and products")
    verb.add_argument("text", help="names in any order and script, digits of a phone, a number ...")
    verb.add_argument(
        "--kind", choices=KINDS, action="append", help="only this kind (may be given again)"
    )
    verb.add_argument("--limit", type=int, default=LIMIT, help="at most so many, best first")
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """The records found, best first."""
    with desk.signed_in() as ctx:
        found = search(ctx, args.text, kinds=args.kind, limit=max(0, args.limit))
    listed = [_plain(result) for result in found]
    text = "\n".join(
        f"{r['kind']:<9} {r['number']:<18} {r['name']} {r['chinese_name']}"
        f"  {', '.join(r['phones'])}  {r['detail']}".rstrip()
        for r in listed
    )
    return {"results": listed, "text": text or "Nothing was found."}


def _plain(result: SearchResult) -> dict[str, Any]:
    return {
        "kind": result.kind,
        "id": result.id.hex(),
        "number": result.number,
        "name": result.name,
        "chinese_name": result.chinese_name,
        "phones": result.phones,
        "detail": result.detail,
        "open_business": result.open_business,
    }
