"""Head office's protocol without HTTP: pushes decided and kept, rows read, first copies cut.

From the bytes that came in to the bytes that go out, with rights and scopes checked, on both
stores. The bare limit of a push is `office_storage`'s; of reading, the same rows only encoded.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from db.decoding import decode
from db.office.store import OfficeStore, create_embedded, create_postgres
from db.types import Id, new_id
from jewelcrm.office import skew
from jewelcrm.wire.messages import Cursor, PullAsk, PushAsk, SnapshotAsk, Tx
from tests.benchmarks.figures import BUILD, Figure
from tests.jewelcrm.office.chain import SCHEMA, Chain, Pc, a_customer, a_phone
from tests.office_stores import APP, PASSWORD, binaries, running_cluster

TXS, ROUNDS, PAGE = 500, 6, 5_000


def run(scale: int) -> list[dict[str, object]]:
    """All figures, for each store."""
    return [figure.row() for store in _stores() for figure in _of(store)]


def _stores() -> Iterator[OfficeStore]:
    folder = BUILD / "office_service"
    shutil.rmtree(folder, ignore_errors=True)
    store = create_embedded(folder)
    yield store
    store.close()
    shutil.rmtree(folder)
    programs = binaries()
    if programs is not None:
        with running_cluster(programs, "shared_buffers=256MB") as cluster:
            url = cluster.url("jewelcrm_owner", cluster.database())
            store = create_postgres(url, APP, PASSWORD)
            yield store
            store.close()


def _of(store: OfficeStore) -> Iterator[Figure]:
    chain = Chain(store)
    pc = chain.pc(chain.north)
    keys = [new_id() for _ in range(TXS * ROUNDS)]
    slices = [keys[i : i + TXS] for i in range(0, len(keys), TXS)]
    added = min(_push(pc, [_new(pc, key) for key in some]) for some in slices)
    changed = min(_push(pc, [_changed(pc, key) for key in some]) for some in slices)
    yield _least(f"push, new records ({store.dialect})", 2 * TXS / added, 5_000, "changes/s")
    yield _least(f"push, changed records ({store.dialect})", TXS / changed, 5_000, "changes/s")
    yield _least(f"pull, server's part ({store.dialect})", _pulled(pc), 10_000, "rows/s")
    yield _least(f"first copy, server's part ({store.dialect})", _copied(pc), 10_000, "rows/s")


def _least(name: str, ours: float, goal: float, unit: str) -> Figure:
    return Figure(name, ours, None, goal, unit, least=True)


def _new(pc: Pc, key: Id) -> Tx:
    return pc.tx(a_customer(pc, key), a_phone(pc, key))


def _changed(pc: Pc, key: Id) -> Tx:
    return pc.tx(pc.update("customer", key, 1, tier="vip", district="Mong Kok"))


def _push(pc: Pc, txs: list[Tx]) -> float:
    ask = PushAsk(SCHEMA, pc.epoch, 1, pc.acked, txs)
    seconds, answer = _served(pc.chain.office.push, pc.id, ask)
    assert {result.st for result in answer.res} == {"ok"}
    pc.acked = pc.n
    return seconds


def _pulled(pc: Pc) -> float:
    ask = PullAsk(skew.SCHEMA, 1, 1, [Cursor(pc.scope, 0)], PAGE)
    turns = [_served(pc.chain.office.pull, pc.id, ask) for _ in range(ROUNDS)]
    return max(len(answer.feeds[0].items) / seconds for seconds, answer in turns)


def _copied(pc: Pc) -> float:
    ask = SnapshotAsk(skew.SCHEMA, pc.scope, limit=PAGE)
    turns = [_served(pc.chain.office.snapshot, pc.id, ask) for _ in range(ROUNDS)]
    return max(len(answer.items) / seconds for seconds, answer in turns)


def _served(act: Callable[[Id, Any], Any], device: Id, ask: Any) -> tuple[float, Any]:
    """Seconds from the bytes of the question to those of the answer."""
    body = msgspec.json.encode(ask)
    start = time.perf_counter()
    answer = act(device, decode(body, type(ask)))
    msgspec.json.encode(answer)
    return time.perf_counter() - start, answer
