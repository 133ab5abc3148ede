"""One small store of every released step, kept to prove that it still opens.

Made once, before a release: `python -m tests.old_stores NUMBER`. It is never made again.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from pathlib import Path

from db.shop import keys, osring
from jewelcrm.access.signin import sign_in
from jewelcrm.customers.commands import add_customer, add_note
from jewelcrm.followups.commands import add
from jewelcrm.money import Money
from jewelcrm.orders.commands import place_order
from jewelcrm.payments.model import NewPayment
from jewelcrm.people.founding import NewShop, found
from tests.builders import a_customer, a_line, an_order
from tests.conftest import PASSWORD, SetClock

FOLDER = Path(__file__).resolve().parent / "data" / "old_stores"


def make(folder: Path) -> None:
    """A store with a customer, an order with a deposit, a note and a follow-up."""
    keys.POLICY = keys.Cost(memory=64, passes=1)
    osring.find = lambda: None
    found(folder, NewShop("HK01", "Nathan Road", "Mei Chan", PASSWORD), clock=SetClock())
    ctx = sign_in(folder, "", PASSWORD, clock=SetClock())
    someone = add_customer(ctx, a_customer(name="Chan Tai Man", name_zh="陳大文"))
    add_note(ctx, someone, body="likes jade")
    place_order(
        ctx,
        an_order(
            customer_id=someone,
            lines=[a_line(unit_price=Money(128_000))],
            deposit=NewPayment("cash", Money(28_000)),
        ),
    )
    add(ctx, title="Call her", due_on=ctx.today() + dt.timedelta(days=1), customer_id=someone)
    ctx.store.close()


if __name__ == "__main__":
    place = FOLDER / sys.argv[1]
    shutil.rmtree(place, ignore_errors=True)
    make(place)
    (place / "attempts.json").unlink(missing_ok=True)
