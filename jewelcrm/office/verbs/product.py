"""`jewelcrm-office product`: the chain's catalogue, which branches only read."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jewelcrm import console
from jewelcrm.office import catalogue
from jewelcrm.office.catalogue import Taken
from jewelcrm.office.desk import Desk

_WORDS = (
    ("name", "its name"),
    ("chinese_name", "its Chinese name"),
    ("category", "ring, bangle, necklace ..."),
    ("metal", "gold, white_gold, platinum, silver ..."),
    ("fineness", "e.g. 999.9 or 18K"),
    ("weight", "of the metal, in grams"),
    ("stone", "e.g. diamond"),
    ("stone_weight", "in carats"),
    ("certificate", "number of its certificate"),
    ("price", "e.g. 12800"),
    ("labour", "price of the work, for pieces sold by weight"),
    ("cost", "what it cost; branches' sales staff do not see it"),
    ("barcode", "as it is scanned"),
    ("pricing_mode", "fixed_price or by_weight"),
)


def register(verbs: Any) -> None:
    """Add the command."""
    acts = verbs.add_parser(
        "product", help="add, list and import pieces of the catalogue"
    ).add_subparsers(dest="act", metavar="ACT", required=True)
    add = acts.add_parser("add", help="add a piece, or change the one with this item code")
    add.add_argument("sku", help="its item code")
    for name, words in _WORDS:
        add.add_argument(f"--{name.replace('_', '-')}", default="", help=words)
    add.set_defaults(run=_add)
    show = acts.add_parser("list", help="pieces by item code")
    show.add_argument("text", nargs="?", default="", help="only those whose code or name has it")
    show.add_argument("--limit", type=int, default=1000, help="default: %(default)s")
    show.set_defaults(run=_list)
    load = acts.add_parser("import", help="add and change pieces from a CSV or XLSX file")
    load.add_argument("file", type=Path, help="CSV or XLSX, e.g. of a supplier")
    load.add_argument("--dry-run", action="store_true", help="only say what would be done")
    load.set_defaults(run=_import)
    for act in (add, load):
        act.add_argument("--currency", default="HKD", help="of its prices (default: %(default)s)")


def _add(args: Namespace, desk: Desk) -> dict[str, Any]:
    cells = {"sku": args.sku, **{name: getattr(args, name) for name, _ in _WORDS}}
    piece, taken = catalogue.one(cells, args.currency.upper()), Taken()
    with desk.signed_in("catalogue.edit") as (store, person):

        def act(work: Any) -> None:
            catalogue.keep(work, [piece], args.currency.upper(), desk.now, taken)
            work.audit(person.id, "catalogue.product")

        store.run(act)
    return {"sku": piece.sku, **_counts(taken)}


def _import(args: Namespace, desk: Desk) -> dict[str, Any]:
    taken, currency = Taken(dry=args.dry_run), args.currency.upper()
    with desk.signed_in("catalogue.edit") as (store, person):
        for batch in catalogue.read(args.file, currency, taken):
            with store.read() if taken.dry else store.write() as work:
                catalogue.keep(work, batch, currency, desk.now, taken)
        if not taken.dry:
            store.run(lambda work: work.audit(person.id, "catalogue.import"))
    return _counts(taken)


def _counts(taken: Taken) -> dict[str, Any]:
    told = asdict(taken)
    told["rejected"] = [{"row": row, "why": why} for row, why in taken.rejected]
    lines = [f"{taken.added} added, {taken.changed} changed, {taken.same} as they were."]
    lines += [f"Row {row} was not taken: {why}" for row, why in taken.rejected]
    return {**told, "text": "\n".join(lines)}


def _list(args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.store() as store, store.read() as work:
        pieces = catalogue.listed(work, args.text, limit=args.limit)
    listed = [
        {
            "id": piece.id.hex(),
            "sku": piece.sku,
            "name": piece.name,
            "name_zh": piece.name_zh,
            "category": piece.category,
            "price": str(piece.price) if piece.price else None,
            "active": piece.active,
        }
        for piece in pieces
    ]
    rows = [(p.sku, p.name, p.category, p.price, "" if p.active else "(off)") for p in pieces]
    return {"products": listed, "text": console.table(rows)}
