"""One random history of the company, out of one seed, and what must hold when it comes to rest."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlcipher3 import dbapi2 as cipher

from db.errors import Refused as StoreRefused
from db.types import Id
from jewelcrm.office.service import Office
from jewelcrm.sync.engine import Engine
from jewelcrm.sync.line import Refused, Unreachable
from tests.end2end.sync import acts, aging, holding, writing
from tests.end2end.sync.chance import Skewed, Time, governed
from tests.end2end.sync.company import company, slots
from tests.end2end.sync.ledger import Ledger
from tests.end2end.sync.line import Line, OfficeKilled, Underway
from tests.end2end.sync.oracle import Truth
from tests.end2end.sync.stores import Killed, OfficeInMemory, PcStore, copied
from tests.end2end.sync.witness import Witness
from tests.end2end.sync.writing import WRITES

SKEWS = (0, 0, -90_000, 200_000, 3_600_000, -86_400_000, 315_360_000_000)
"""Milliseconds by which PCs' clocks are wrong: up to ten years."""
MASKS = ("contact", "contact restricted value", "restricted value", "")
"""What a lease hides; two at once may hide from each other what the other shows."""
MOST_ROUNDS = 60
LONG, SHORT = 64, 8
"""Steps of a history. One of nine is long: most faults show soon, a few only after much else."""


class Pc:
    """A PC in a history."""

    def __init__(self, world: History, number: int, template: cipher.Connection) -> None:
        self.world, self.number = world, number
        made = company()
        self.device = made.devices[number]
        self.slot = slots()[1][number]
        self.clock = Skewed(world.time, world.dice.choice(SKEWS))
        self.line = Line(lambda: world.office, self.device, None, world.witness, world.underway)
        self.branch = template.execute("SELECT branch_id FROM pc").fetchone()[0]
        self.actor = made.people["manager"]
        self.session = None  # the processes prove who acts; here one believes an older program
        self.off = False
        self.cleared = False
        self.schema = world.dice.choice([aging.OLD, aging.NEW, aging.NEW])
        self.put_back(template)

    def put_back(self, copy: cipher.Connection) -> None:
        """Its store is what the copy is; a new process over it."""
        self.slot.fill(copy)
        self.store = PcStore(self.slot)
        acked = "SELECT tx FROM change WHERE pushed_at IS NOT NULL"
        self.line.answered = {row[0] for row in self.ask(acked)}
        self.restart()

    def update(self) -> None:
        """The newer program is put on it."""
        self.schema = aging.NEW
        self.restart()

    def restart(self) -> None:
        self.engine = Engine(self.store, self.line, self.clock, rng=lambda: random.Random(0))

    def ask(self, sql: str, *values: Any) -> list[Any]:
        return self.store.ask(sql, *values)

    def waiting(self) -> set[Id]:
        """The transactions that head office has not answered yet."""
        return {row[0] for row in self.ask("SELECT tx FROM change WHERE pushed_at IS NULL")}


class History:
    """Five PCs, one head office, one seed."""

    def __init__(self, seed: int, *, steps: int | None = None, watch: bool | None = None) -> None:
        self.seed = seed
        self.steps = steps or (LONG if seed % 9 == 0 else SHORT)
        self.dice = random.Random(seed)
        self.time = Time(seed)
        self.watch = (self.steps == LONG or seed % 13 == 0) if watch is None else watch
        """What is sent and shown is looked at on the way: in all long histories, in a few short."""
        self.mishaps = seed % 4 == 3
        self.put_back = False
        """Head office itself is put back to an older state, in one history of four; it was."""
        self.office_backup: cipher.Connection | None = None
        self.faults: list[str] = []
        self.underway = Underway(seed, lambda: self.time.ms)
        self.ledger = Ledger()
        self.backups: dict[int, cipher.Connection] = {}

    def run(self) -> list[str]:
        """Live, come to rest; what is wrong then."""
        made = company()
        with governed(self.time), aging.released():
            self.time.move(3_600_000)
            slots()[0].fill(made.office)
            self.store = OfficeInMemory(slots()[0])
            self.office = Office(self.store, self.time)
            self.witness = Witness(
                self.store, lambda: self.time.ms, self._schema_of, close=self.watch
            )
            self.pcs = [
                Pc(self, n, made.blank[n] if self.dice.random() < 0.2 else made.pcs[n])
                for n in range(len(made.pcs))
            ]
            self._some_are_known()
            for _ in range(self.steps):
                self.time.move(self.dice.randint(1, 30_000))
                self._step()
            self._heal()
            return self.faults + self.witness.faults + list(self._check())

    def _schema_of(self, device: Id) -> int:
        return next(pc.schema for pc in self.pcs if pc.device == device)

    def _some_are_known(self) -> None:
        """Head office has heard of some PCs since their programs started."""
        for number in self.underway.some(len(self.pcs), 0.7):
            with aging.running(self.pcs[number].schema):
                self.pcs[number].engine.push()

    # What happens

    def _step(self) -> None:
        act = self.dice.random()
        living = [pc for pc in self.pcs if not pc.off]
        pc = self.dice.choice(living)
        pc.cleared = False
        if act < 0.46:
            with contextlib.suppress(StoreRefused):  # it names what has just gone from this PC
                self.dice.choices(*WRITES)[0](self, pc)
        elif act < 0.49:
            pc.engine.clear_up()
            pc.cleared = True
        elif act < 0.50:
            pc.update()
        elif act < 0.82:
            self._exchange(pc)
        elif act < 0.94:
            self._office_acts()
        elif act < 0.965:
            self.backups[pc.number] = copied(pc.slot.raw)
        elif act < 0.99:
            self._put_back(pc)
        elif len(living) > 2:
            self._take_off(pc)
        if self.watch and not pc.off:
            self.faults += holding.meanwhile(pc)

    def _exchange(self, pc: Pc) -> None:
        """A few exchanges, each of which may fail, or end either process.

        They have dice of their own: how often a program commits or asks does not decide what the
        rest of a history is, and a broken protocol is noticed where it was noticed before.
        """
        self._others_push(pc)
        aging.run(pc.schema)
        pc.line.dice, chance = self._own_dice(), self._own_dice()
        pc.store.mortal = _may_die(chance, Killed)
        self.store.mortal = _may_die(chance, OfficeKilled)
        engine = pc.engine
        engine.pace.txs, engine.pace.rows = (
            self.dice.choice([1, 2, 500]),
            self.dice.choice([3, 8, 2_000]),
        )
        try:
            for act in self.dice.choice(
                [(engine.round,), (engine.push,), (engine.pull,), (engine.push, engine.pull)]
            ):
                act()
        except Unreachable:
            pass
        except Killed:
            pc.restart()
        except Refused as no:
            self._refused(pc, no)
        finally:
            pc.store.mortal = self.store.mortal = _immortal
        if self.dice.random() < 0.03:
            self.office = Office(self.store, self.time)

    def _others_push(self, pc: Pc) -> None:
        """Their pushes come together with this one's, if it makes any."""
        others = [one for one in self.pcs if one is not pc and not one.off]
        for number in self.underway.some(len(others), 0.3):
            self._pushes_too(others[number])

    def _pushes_too(self, pc: Pc) -> None:
        """Its push comes together with the next one's, if that comes soon."""
        engine = pc.engine
        exchanges = pc.line.exchanges = pc.line.exchanges + 1
        with aging.running(pc.schema):
            batch = None if pc.off else engine.gather()
        if batch is None:
            return

        def heard(answer: Any) -> None:
            if pc.engine is engine and pc.line.exchanges == exchanges:  # it still waits for it
                pc.line.hears(answer)
                with aging.running(pc.schema):
                    engine.accept(batch, answer)

        self.underway.add(pc.device, msgspec.json.encode(batch.ask), heard)

    def _refused(self, pc: Pc, no: Refused) -> None:
        if no.code == "revoked":
            pc.off = True
            self.ledger.lose(pc.number, self._only_at(pc))

    def _own_dice(self) -> random.Random:
        return random.Random(self.dice.random())

    def _office_acts(self) -> None:
        now, dice, made = self.time.ms, self.dice, company()
        known = sorted(self.store.slot.raw.execute("SELECT id, number FROM customer").fetchall())
        branch, pc = dice.choice(made.branches), dice.choice(self.pcs)
        if self.mishaps and dice.random() < 0.25:
            self._put_office_back()
            return
        act = dice.random()
        if act < 0.2 or not known:
            acts.collect(self.store, branch, now)
            return
        customer, number = dice.choice(known)
        boss = made.people["administrator"]
        if act < 0.5:
            any(acts.move(self.office, d, boss, customer, branch) for d in made.devices[::2])
        elif act < 0.7:
            stop = dice.random() < 0.4
            any(
                acts.share(self.office, d, boss, customer, branch, stop=stop)
                for d in made.devices[::2]
            )
        elif act < 0.79:
            for mask in dice.sample(MASKS, dice.randint(1, 2)):
                lasts = dice.choice([180_000, 900_000])
                acts.open_for(self.store, customer, pc, now, lasts=lasts, mask=mask)
        elif act < 0.86:
            acts.look_up(self.office, pc.device, made.people["sales"], number)
        else:
            bosses = (boss, made.people["second administrator"])
            if dice.random() < 0.5:
                self._write_late(customer)
            self.ledger.scrubbed += acts.erase(self.store, customer, bosses, now)

    def _put_office_back(self) -> None:
        """Head office is put up again from its backup; the first time, that is made."""
        raw = self.store.slot.raw
        if self.office_backup is None:
            self.office_backup = copied(raw)
            return
        after = self._lose_what_only_it_had(raw, self.office_backup)
        acts.put_up_again(self.store, self.office_backup, self.time.ms)
        self.office = Office(self.store, self.time)
        self.office_backup, self.put_back = None, True
        self.witness.begin_anew()
        writing.go_on_with(self, [pc for pc in self.pcs if not pc.off], after)

    def _lose_what_only_it_had(self, raw: cipher.Connection, backup: cipher.Connection) -> set[Id]:
        """What came after the backup; of PCs that no longer have it, it is lost."""
        sql = "SELECT tx FROM applied_tx"
        after = {row[0] for row in raw.execute(sql)} - {row[0] for row in backup.execute(sql)}
        self.witness.acted -= {tx.hex() for tx in after}
        for pc in self.pcs:
            here = set() if pc.off else {row[0] for row in pc.ask("SELECT tx FROM change")}
            self.ledger.lose(pc.number, after - here)
        return after

    def _write_late(self, customer: Id) -> None:
        """Somebody is still writing about a person who is being erased."""
        there = [pc for pc in self.pcs if not pc.off and writing.has_whole(pc, customer)]
        if there:
            writing.add_and_label_phone(self, self.dice.choice(there), customer)

    def _only_at(self, pc: Pc) -> set[Id]:
        """What goes with this PC's store: head office as it is now does not have it.

        Besides what waits that is what an earlier life of head office answered, and it has not yet
        asked this PC for again.
        """
        there = self.store.slot.raw.execute("SELECT tx FROM applied_tx")
        here = {row[0] for row in pc.ask("SELECT tx FROM change")}
        return here - {row[0] for row in there}

    def _put_back(self, pc: Pc) -> None:
        """An old copy: what was not sent since then is lost by definition."""
        copy = self.backups.get(pc.number)
        if copy is not None:
            kept = {row[0] for row in copy.execute("SELECT tx FROM change")}
            self.ledger.lose(pc.number, self._only_at(pc) - kept)
            self.underway.forget(pc.device)
            pc.put_back(copy)
            writing.write_again(self, pc, kept)

    def _take_off(self, pc: Pc) -> None:
        self.ledger.lose(pc.number, self._only_at(pc))
        pc.off = True
        acts.take_off(self.store, pc.device, company().people["administrator"], self.time.ms)

    @property
    def erased(self) -> set[Id]:
        """Records that must be nowhere."""
        rows = self.store.slot.raw.execute(
            "SELECT row_id FROM erasure WHERE tbl NOT IN ('sales_order', 'conflict', 'notice')"
        )
        return {row[0] for row in rows}

    # Coming to rest

    def _heal(self) -> None:
        self.time.move(self.dice.choice([700_000, 90_000_000]))  # leases end, the longer ones too
        for pc in self.pcs:
            pc.line.dice = None
            if self.dice.random() < 0.5:
                pc.update()
        for pc in self.pcs:
            if self.watch and not pc.off:
                self._clear_up_off_line(pc)
        for pc in self.pcs[1:]:
            self._pushes_too(pc)
        for _ in range(8):
            before = self._places()
            for pc in self.pcs:
                if not pc.off:
                    self._settle(pc)
            if before == self._places():
                return
        self.faults.append("it never comes to rest")

    def _clear_up_off_line(self, pc: Pc) -> None:
        """What has ended goes, before head office can say so."""
        with aging.running(pc.schema):
            pc.engine.clear_up()
        pc.cleared = True
        self.faults += holding.meanwhile(pc)

    def _settle(self, pc: Pc) -> None:
        aging.run(pc.schema)
        try:
            for _ in range(MOST_ROUNDS):
                self.time.move(100)
                if not pc.engine.round().more:
                    return
            self.faults.append(f"PC {pc.number} never comes to rest")
        except Refused as no:
            self._refused(pc, no)
            if no.code != "revoked":
                self.faults.append(f"PC {pc.number} is refused: {no.code}")

    def _places(self) -> list[Any]:
        return [
            pc.off
            or (len(pc.waiting()), pc.ask("SELECT scope, seq, stage FROM sync_cursor ORDER BY 1"))
            for pc in self.pcs
        ]

    def _check(self) -> Iterator[str]:
        truth = Truth(self.store.slot.raw, self.time.ms)
        yield from holding.office(self, truth)
        for pc in self.pcs:
            if not pc.off:
                for fault in holding.pc(self, pc, truth):
                    yield f"PC {pc.number} {fault}"


def _may_die(dice: random.Random, how: type[Killed]) -> Any:
    def mortal() -> None:
        if dice.random() < 0.02:
            raise how

    return mortal


def _immortal() -> None:
    """Nothing ends."""
