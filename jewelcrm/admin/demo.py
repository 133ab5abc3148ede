"""`jewelcrm-admin demo`: fill a store with a made-up shop."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from jewelcrm.admin.desk import Desk


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("demo", help="fill the store with made-up customers and orders")
    verb.add_argument(
        "--customers", type=int, default=5000, metavar="N", help="how many, up to 1,000,000"
    )
    verb.add_argument(
        "--seed", type=int, default=7, metavar="S", help="the same seed makes the same shop"
    )
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """What was put in, and how the demo's people sign in."""
    from jewelcrm.demo import PASSWORD, fill
    from jewelcrm.search.commands import tidy_all

    def tell(done: int, total: int = 0, text: str = "") -> None:
        desk.progress(done, total or None, text)

    with desk.signed_in() as ctx:
        made = fill(ctx, customers=args.customers, seed=args.seed, progress=tell)
        tidy_all(ctx)
    people = [{"login": one.login, "name": one.name, "role": one.role} for one in made.staff]
    text = "\n".join(
        [
            f"{made.customers:,} customers, {made.orders:,} orders, {made.followups:,} reminders;",
            "nobody of them is real.",
            f"Sign in as any of these with the password {PASSWORD}:",
            *(f"  {one['login']:<10} {one['name']}, {one['role']}" for one in people),
        ]
    )
    return {
        "customers": made.customers,
        "orders": made.orders,
        "followups": made.followups,
        "rows": made.rows,
        "password": PASSWORD,
        "staff": people,
        "text": text,
    }
