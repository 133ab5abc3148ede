"""A company in a test: PCs with wrong clocks on bad lines, moves, erasures, backups, theft, kills.

The histories of the executable model, with the real client and its real encrypted stores.
"""

from __future__ import annotations

import copy
import datetime as dt
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from db.shop import search
from db.tables import NAMES, customers, orders
from db.types import from_millis
from jewelcrm.sync.line import Refused, Unreachable
from jewelcrm.wire import digest
from tests.jewelcrm.sync.conftest import BRANCHES
from tests.jewelcrm.sync.fake_office import NEXT_STAGE, FakeOffice
from tests.jewelcrm.sync.peers import Killed, Peer, copy_of

SKEWS = (0, 0, -90_000, 200_000, 3_600_000, -86_400_000)
SEEN = ("customer", "sales_order", "payment")
PLACES = ((0, 1), (1, 1), (2, 1), (0, 3), (0, 1))


class World:
    """One random history."""

    def __init__(self, seed: int, first_store: tuple[Path, bytes], folder: Path, pcs: int) -> None:
        self.dice = random.Random(seed)
        self.office = FakeOffice()
        self.office.listings_only = self.dice.random() < 0.5
        self.paid: dict[str, int] = {}
        self.lost: set[str] = set()
        self.faults: list[str] = []
        self.backups: dict[str, tuple[bytes, dict[str, Any]]] = {}
        self.peers = [self._peer(n, first_store, folder) for n in range(pcs)]

    def _peer(self, n: int, first_store: tuple[Path, bytes], folder: Path) -> Peer:
        start, count = PLACES[n % len(PLACES)]
        name = f"d{n}"
        self.office.access[name] = {f"B:{b.hex()}" for b in BRANCHES[start : start + count]}
        peer = Peer(
            copy_of(first_store[0], folder / name),
            first_store[1],
            self.office,
            name=name,
            branch=BRANCHES[start],
            skew_ms=self.dice.choice(SKEWS),
            trouble=random.Random(self.dice.random()),
        )
        peer.skew = self.dice.choice(SKEWS)
        self._mortal(peer)
        return peer

    def _mortal(self, peer: Peer) -> None:
        """The process may be killed inside any transaction, or right after it."""
        whole = peer.store.apply

        @contextmanager
        def apply(*, now: dt.datetime) -> Iterator[Any]:
            with whole(now=now) as work:
                yield work
                if peer.line.trouble and self.dice.random() < 0.03:
                    raise Killed
            if peer.line.trouble and self.dice.random() < 0.03:
                raise Killed

        peer.store.apply = apply  # type: ignore[method-assign]

    def run(self, steps: int) -> list[str]:
        """Live, then let everything come to rest; what is wrong in the end."""
        for _ in range(steps):
            self.office.now += self.dice.randint(1, 30_000)
            living = [p for p in self.peers if p.name in self.office.access]
            self._step(self.dice.choice(living))
        self._heal()
        return self.faults + self._check()

    def _step(self, peer: Peer) -> None:
        peer.clock.moment = from_millis(self.office.now + peer.skew)
        act = self.dice.random()
        for limit, doing in (
            (0.12, self._add),
            (0.36, self._edit),
            (0.44, self._pay),
            (0.54, self._order),
            (0.88, self.exchange),
            (0.90, self._move),
            (0.915, self._erase),
            (0.93, self._collect),
            (0.95, self._back_up),
            (0.965, self._put_back),
            (0.969, self._steal),
        ):
            if act < limit:
                doing(peer)
                return

    def _add(self, peer: Peer) -> None:
        branch = self.dice.choice(sorted(self.office.access[peer.name]))[2:]
        peer.add_customer(f"Name {self.dice.randint(0, 9)}", branch_id=bytes.fromhex(branch))

    def _edit(self, peer: Peer) -> None:
        known = peer.ask("SELECT id FROM customer")
        if not known:
            return self._add(peer)
        names = self.dice.sample(["name", "district", "tier"], self.dice.randint(1, 2))
        changes = {
            n: self.dice.choice([None if n != "name" else "x", f"{n}{self.dice.randint(0, 99)}"])
            for n in names
        }
        return peer.edit(customers.customer, self.dice.choice(sorted(known))[0], **changes)

    def _order(self, peer: Peer) -> None:
        known = peer.ask("SELECT id, stage FROM sales_order")
        if not known or self.dice.random() < 0.3:
            peer.add_order()
            return
        order, stage = self.dice.choice(sorted(known))
        following = sorted(NEXT_STAGE.get(stage, ()))
        if following:
            peer.edit(orders.sales_order, order, stage=self.dice.choice(following))

    def _pay(self, peer: Peer) -> None:
        known = peer.ask("SELECT id FROM sales_order")
        if not known:
            return
        cents = self.dice.randint(1, 500)
        order = self.dice.choice(sorted(known))[0]
        payment = peer.pay(order, cents, remark=f"r{cents}")
        self.paid[payment.hex()] = cents

    def exchange(self, peer: Peer) -> None:
        """A few exchanges, each of which may fail or kill the process."""
        for act in (peer.engine.clear_up, peer.engine.push, peer.engine.pull, self._copy(peer)):
            try:
                act()
            except Unreachable:
                pass
            except Killed:
                peer.restart()
                return
            except Refused:
                return

    def _copy(self, peer: Peer) -> Any:
        return lambda: [None for _ in range(6) if peer.engine.copy_step()]

    def _move(self, _: Peer) -> None:
        keys = sorted(k for k in self.office.rows if k[0] != "payment")
        if keys:
            key = self.dice.choice(keys)
            there = self.dice.choice(sorted(self.office.rows[key]["scopes"]))
            others = [f"B:{b.hex()}" for b in BRANCHES if f"B:{b.hex()}" != there]
            self.office.move(key, there, self.dice.choice(others))

    def _erase(self, _: Peer) -> None:
        keys = sorted(k for k in self.office.rows if k[0] == "customer")
        if keys:
            self.office.erase(self.dice.choice(keys)[1])

    def _collect(self, _: Peer) -> None:
        self.office.collect(f"B:{self.dice.choice(BRANCHES).hex()}")

    def _back_up(self, peer: Peer) -> None:
        self.backups[peer.name] = peer.backup()

    def _put_back(self, peer: Peer) -> None:
        """An old backup: what was not sent since then is lost by definition."""
        if peer.name in self.backups:
            self._lose(peer)
            peer.put_back(self.backups[peer.name])
            self._mortal(peer)

    def _steal(self, peer: Peer) -> None:
        if len(self.office.access) > 2:
            self._lose(peer)
            del self.office.access[peer.name]

    def _lose(self, peer: Peer) -> None:
        self.lost |= {
            row[0].hex() for row in peer.ask("SELECT id FROM change WHERE pushed_at IS NULL")
        }

    def _heal(self) -> None:
        for peer in self.peers:
            peer.line.trouble = None
        for _ in range(40):
            before = copy.deepcopy(self._places())
            for peer in self._living():
                peer.clock.moment = from_millis(self.office.now + peer.skew)
                peer.settle()
            if before == self._places():
                return

    def _living(self) -> list[Peer]:
        return [p for p in self.peers if p.name in self.office.access]

    def _places(self) -> list[Any]:
        return [
            (p.waiting(), p.ask("SELECT scope, seq, stage FROM sync_cursor"))
            for p in self._living()
        ]

    def _check(self) -> list[str]:
        found = [fault for peer in self._living() for fault in self._check_peer(peer)]
        return found + list(self._check_office())

    def _check_peer(self, peer: Peer) -> Iterator[str]:
        name = peer.name
        if peer.waiting():
            yield f"{name} never sent {peer.waiting()}"
        if peer.value("SELECT count(*) FROM sync_shadow"):
            yield f"{name} keeps shadows"
        if peer.value("SELECT value FROM setting WHERE key = 'sync.alarms'"):
            yield f"{name} had alarms"
        for table in SEEN:
            yield from self._compare(peer, table)
        for scope, count, total in peer.ask("SELECT scope, count, sum FROM sync_cursor"):
            if (count, total) != self._sum(peer, scope):
                yield f"{name} keeps a wrong sum of {scope}"
        with peer.store.read() as conn:
            yield from (f"{name} {fault}" for fault in search.check(conn, sample=3))
        erased = {bytes.fromhex(i) for i in self.office.erased}
        if erased & {row[0] for row in peer.ask("SELECT id FROM change")}:
            yield f"{name} keeps changes of an erased person"

    def _compare(self, peer: Peer, table: str) -> Iterator[str]:
        mine = self.office.access[peer.name]
        want = {
            k[1]: _words(r["data"])
            for k, r in self.office.rows.items()
            if k[0] == table and r["scopes"] & mine
        }
        have = {row_id: _words(image) for row_id, image in peer.rows(table).items()}
        for row_id in sorted(want.keys() | have.keys()):
            if want.get(row_id) != have.get(row_id):
                yield f"{peer.name} differs in {table}: {want.get(row_id)} / {have.get(row_id)}"

    def _sum(self, peer: Peer, scope: str) -> tuple[int, str]:
        rows = peer.ask(
            "SELECT m.tbl, m.id, m.rev, m.kind FROM sync_member m"
            " JOIN sync_cursor c ON c.no = m.scope WHERE c.scope = ?",
            scope,
        )
        total = digest.total((NAMES[t], *row) for t, *row in rows)
        return len(rows), digest.as_text(total)

    def _check_office(self) -> Iterator[str]:
        office = self.office
        for payment, cents in self.paid.items():
            kept = office.rows.get(("payment", payment), {}).get("data", {}).get("amount_cents")
            aside = any(q[1][1] == payment for q in office.quarantine)
            if kept is None and not aside and payment not in self.lost:
                yield f"payment {payment} is lost"
            if kept is not None and kept != cents:
                yield f"payment {payment} changed"
        kept_words = {conflict[:4] for conflict in office.conflicts}
        if any(words not in kept_words for words in office.overwritten):
            yield "words were overwritten without a conflict"
        if any(times > 1 for times in office.effects.values()):
            yield "a transaction took effect twice"

    def close(self) -> None:
        for peer in self.peers:
            peer.close()


def _words(image: dict[str, Any]) -> dict[str, Any]:
    """Without `updated_at`: saving a form that changes nothing moves it on one PC only."""
    return {name: value for name, value in image.items() if name != "updated_at"}
