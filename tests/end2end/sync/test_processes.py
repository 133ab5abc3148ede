"""Real processes on real sockets: killed, cut off, half heard; nothing is lost, all agree."""

import json
import time
from types import SimpleNamespace

import pytest

from db.office.store import open_embedded, open_postgres
from db.shop import keys
from jewelcrm.office import premises
from tests.conftest import PROVE
from tests.end2end.sync import holding
from tests.end2end.sync.oracle import TABLES, Truth, image, read
from tests.end2end.sync.street import Street, copied
from tests.jewelcrm.sync_line.world import Program

SECONDS = 900.0 if PROVE else 12.0
TROUBLE = 0.35
STORM = 60
"""Lines that five PCs may try in a second, also of an outage, with waits made short for the test.

The waits (`world.QUICK`) begin at a twentieth of a second, so a PC that never waited longer would
try twenty lines a second and one that did not wait at all thousands.
"""
CALM = 20
"""Lines a second on the average of the whole time, with every third line spoilt."""


@pytest.fixture(params=["embedded", "postgres"])
def office(request, tmp_path):
    made = Program(tmp_path / "office")
    if request.param == "postgres":
        cluster = request.getfixturevalue("postgres_cluster")
        made = OnPostgres(tmp_path / "office", cluster.url("jewelcrm_owner", cluster.database()))
    made.found()
    made.add_branch("HK03")
    yield made
    made.stop()


class OnPostgres(Program):
    """`jewelcrm-office` over a database."""

    def __init__(self, folder, url):
        super().__init__(folder)
        self.database = url

    def say(self, *words, new_password=""):
        more = ("--database-url", self.database) if words[0] == "init" else ()
        return super().say(*words, *more, new_password=new_password)


def stored(office):
    """Head office's rows, its processes ended."""
    config = premises.load(office.folder)
    store = (
        open_embedded(office.folder)
        if config.store == "embedded"
        else open_postgres(config.database_url, config.jobs_url)
    )
    try:
        return copied(store)
    finally:
        store.close()


@pytest.mark.prove
@pytest.mark.slow
@pytest.mark.timeout(3_600 if PROVE else 400)
def test_five_pcs_in_three_branches_lose_nothing_whatever_is_killed_or_cut(office, tmp_path):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "POLICY", keys.Cost(memory=64, passes=1))
        street = Street(tmp_path, office, seed=20261122)
    begun = time.monotonic()
    try:
        street.live(SECONDS, TROUBLE)
        tried = street.outage(3.0)
        street.rest()
    finally:
        street.stop()
    took = time.monotonic() - begun  # to be quiet again takes a busy machine longer
    raw = stored(office)
    faults = list(faults_of(street, raw))
    written, proxy = street.ledger(), street.proxy
    busiest = max(proxy.tries.values())
    print(
        json.dumps(
            {
                "store": store_of(office),
                "seconds": round(took),
                "kills": street.kills,
                "cuts": street.cuts,
                "died by itself": office.died,
                "words": len(written.written),
                "payments": len(written.paid),
                "faults": faults,
                "lines": proxy.lines,
                "busiest second": busiest,
                "lines in an outage of 3 s": tried,
            }
        )
    )
    assert not faults
    assert not office.died
    assert len(written.written) > 40
    assert tried < 3 * STORM
    assert busiest < 2 * STORM
    assert proxy.lines < took * CALM + 200


def store_of(office):
    return premises.load(office.folder).store


def faults_of(street, raw):
    truth = Truth(raw, int(time.time() * 1000))
    ledger = street.ledger()
    world = SimpleNamespace(ledger=ledger, watch=False, erased=set())
    yield from ledger.missing(raw)
    yield from holding._payments(world, truth)
    yield from holding._feeds(raw)
    for row in truth.rows["quarantine"].values():
        if row["why"] not in holding.EXPECTED_ASIDE:
            yield f"put aside as {row['why']}: {row['detail']}"
    for pc in street.pcs:
        if any("stuck" in fact for fact in pc.told):
            yield f"PC {pc.number} was stuck"
        if pc.ask("SELECT 1 FROM change WHERE pushed_at IS NULL"):
            yield f"PC {pc.number} never sent everything"
        yield from (f"PC {pc.number} {fault}" for fault in holding._compare(pc, truth))
        if pc.ask("SELECT 1 FROM setting WHERE key = 'sync.alarms'"):
            yield f"PC {pc.number} had alarms"


def test_a_pc_holds_what_the_rules_say_and_nothing_else():
    """The oracle itself: a customer of one branch, seen from three."""
    from tests.end2end.sync.company import company

    made = company()
    truth = Truth(made.office, 1_772_442_100_000)
    for device, raw in zip(made.devices, made.pcs, strict=True):
        have = {(t, i): image(row) for t in TABLES for i, row in read(raw, t).items()}
        assert truth.of(device) == have
    assert len({len(truth.of(device)) for device in made.devices}) == 1
