"""Backups of a store of about a gigabyte, beside cp, restic and borg on the same disk.

The bare limit of a copy is `cp` with the file forced to the disk; of a writer's wait, the worst
wait while the same file is copied plainly in the same steps with the same pauses.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from db.backup.copying import BLOCK, Source, chunk_of, copy_into
from db.backup.packs import STEP, name_of
from db.backup.vault import About, Vault
from jewelcrm.access.signin import sign_in
from jewelcrm.backup import commands as backup
from jewelcrm.backup import sums
from jewelcrm.backup.making import GENTLE_S
from jewelcrm.backup.model import ByKey
from jewelcrm.context import Context
from jewelcrm.customers import queries as customers
from jewelcrm.followups import queries as followups
from jewelcrm.money import Money
from jewelcrm.orders import commands as orders
from jewelcrm.orders.model import NewLine, NewOrder
from jewelcrm.payments.model import NewPayment
from tests.benchmarks.figures import BUILD, PASSWORD, Figure, big_store, percentile

CUSTOMERS = 300_000
CHANGES = 2_000
PAIRS = 5  # of copies beside a writer: the disk has its own worst moments
WRITER_PAUSE_S = 0.05  # twenty orders a second


def run(scale: int) -> list[dict[str, object]]:
    """All figures at a store of at most `CUSTOMERS` customers."""
    place = BUILD / "backups"
    shutil.rmtree(place, ignore_errors=True)
    source = big_store(min(scale, CUSTOMERS))
    source.store.close()
    shutil.copytree(source.store.folder, place / "shop")
    ctx = sign_in(place / "shop", "", PASSWORD)
    try:
        return [figure.row() for figure in _figures(ctx, place)]
    finally:
        ctx.store.close()
        shutil.rmtree(place, ignore_errors=True)


def _figures(ctx: Context, place: Path) -> Iterator[Figure]:
    megabytes = ctx.store.path.stat().st_size / 1e6
    print(f"store of {megabytes:,.0f} MB, load {os.getloadavg()[0]:.1f}", flush=True)
    others = _others(ctx.store.path, place)
    vault = Vault(place / "vault")
    vault.begin(About("bench", "HK01", "0" * 32))
    bare, ours, first = _copies(ctx, vault, place)
    yield Figure("backup: copy, first", ours, bare, 1.5, "s", ratio=True)
    os.sync()  # what the others wrote is no wait of ours
    pairs = [_stalls(ctx, place) for _ in range(PAIRS)]
    quiet, busy = (percentile(worst, 0.5) for worst in zip(*pairs, strict=True))
    yield Figure(
        "backup: a writer's worst wait beyond a plain copy's", busy - quiet, quiet, 50, "ms"
    )
    before = {size: _names(ctx.store.path, size) for size in (4096, 16384, 65536)}
    _a_day(ctx)
    yield from _second(ctx, vault, first)
    for size, names in before.items():
        kept = len(names & _names(ctx.store.path, size)) / len(names)
        yield Figure(
            f"backup: chunks of {size // 1024} KiB kept after a day",
            kept,
            None,
            0,
            "share",
            least=True,
        )
    yield from _again(others, ctx.store.path)
    yield from _proved(ctx, place, ctx.store.path.stat().st_size / 1e6)
    print(f"load {os.getloadavg()[0]:.1f}", flush=True)


def _copies(ctx: Context, vault: Vault, place: Path) -> tuple[float, float, int]:
    """Seconds of cp with fsync, of ours, and the bytes that ours cost."""
    bare = _timed(lambda: _cp(ctx.store.path, place / "cp.db"))
    source = Source(ctx.store.path, ctx.store.key, sums.of_shop)
    began = time.perf_counter()
    copied = copy_into(vault, source, chunk=chunk_of(vault, ctx.store.path.stat().st_size))
    return bare, time.perf_counter() - began, copied.added


def _second(ctx: Context, vault: Vault, first: int) -> Iterator[Figure]:
    source = Source(ctx.store.path, ctx.store.key, sums.of_shop)
    began = time.perf_counter()
    copied = copy_into(vault, source, chunk=chunk_of(vault, ctx.store.path.stat().st_size))
    took = time.perf_counter() - began
    yield Figure("backup: copy, after 2,000 changes", took, None, 60, "s")
    yield Figure(
        "backup: second costs, MB", copied.added / 1e6, first / 1e6, 0.05, "MB", ratio=True
    )


def _stalls(ctx: Context, place: Path) -> tuple[float, float]:
    """A writer's worst commit, in ms, while the file is copied plainly, and while we copy it."""
    with _writing(ctx) as bare:
        _plainly(ctx.store.path, place / "plain.db")
    with Vault(place / "stall") as vault, _writing(ctx) as ours:
        vault.begin(About("bench", "HK01", "0" * 32))
        copy_into(vault, Source(ctx.store.path, ctx.store.key, sums.of_shop), pause=GENTLE_S)
    shutil.rmtree(place / "stall")
    (place / "plain.db").unlink()
    print(
        f"commits: {len(bare)} plain, p99 {percentile(bare, 0.99):.0f} ms;"
        f" {len(ours)} ours, p99 {percentile(ours, 0.99):.0f} ms",
        flush=True,
    )
    return max(bare), max(ours)


@contextmanager
def _writing(ctx: Context) -> Iterator[list[float]]:
    """Somebody takes orders all the while; the list has what each commit took, in ms."""
    taken: list[float] = []
    stop = threading.Event()

    def work() -> None:
        while not stop.wait(WRITER_PAUSE_S):
            began = time.perf_counter()
            with ctx.work("bench") as one:
                one.raw.execute(
                    "INSERT INTO setting(key, value) VALUES ('bench', ?)"
                    " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                    (secrets.token_hex(900),),
                )
            taken.append((time.perf_counter() - began) * 1000)

    thread = threading.Thread(target=work)
    thread.start()
    time.sleep(1)
    taken.clear()
    try:
        yield taken
    finally:
        stop.set()
        thread.join()


def _plainly(source: Path, target: Path) -> None:
    with source.open("rb", buffering=0) as file, target.open("wb", buffering=0) as out:
        while block := file.read(STEP):
            out.write(block)
            os.fdatasync(out.fileno())
            time.sleep(GENTLE_S)


def _a_day(ctx: Context) -> None:
    """2,000 changes: orders of customers all over the store, with their lines and payments."""
    with ctx.read() as conn:
        rows = conn.exec_driver_sql("SELECT id FROM customer ORDER BY random() LIMIT 400")
        people = [row[0] for row in rows]
    before = _changes(ctx)
    for person in people:
        orders.place_order(ctx, _order(person))
        if _changes(ctx) - before >= CHANGES:
            break


def _changes(ctx: Context) -> int:
    with ctx.read() as conn:
        return int(conn.exec_driver_sql("SELECT max(n) FROM change").scalar() or 0)


def _order(person: bytes) -> NewOrder:
    line = NewLine(description="Plain band", quantity=Decimal(1), unit_price=Money(250_000, "HKD"))
    deposit = NewPayment(method="cash", amount=Money(50_000, "HKD"))
    return NewOrder(kind="sale", customer_id=person, lines=[line], deposit=deposit)


def _names(path: Path, size: int) -> set[bytes]:
    with path.open("rb", buffering=BLOCK) as file:
        return {name_of(chunk) for chunk in iter(lambda: file.read(size), b"")}


def _proved(ctx: Context, place: Path, megabytes: float) -> Iterator[Figure]:
    """A whole backup with its check, the drill, and back to a store somebody works in."""
    made = backup.back_up(ctx)
    assert made.verified
    found = backup.verify(ctx, made.point.id, deep=True)
    yield Figure("backup: check", megabytes / found.seconds, None, 80, "MB/s", least=True)
    yield Figure("backup: made and checked", made.seconds, None, 120, "s")
    drilled = backup.drill(ctx)
    assert drilled.passed, drilled.faults
    yield Figure("backup: restore drill", drilled.seconds, None, 120, "s")
    began = time.perf_counter()
    backup.restore(ctx.store.folder, made.point.id, place / "back", ByKey(ctx.store.key))
    back = sign_in(place / "back", "", PASSWORD)
    followups.today(back)
    customers.recent(back, 20)
    took = time.perf_counter() - began
    back.store.close()
    yield Figure("backup: restore to a usable window", took, None, 60, "s")


# cp, restic and borg

Act = Callable[[], object]


def _others(store: Path, place: Path) -> dict[str, tuple[Act, float, int, Path]]:
    """First backups by the tools that are installed: what to do again, seconds, bytes, where."""
    env = {**os.environ, "RESTIC_PASSWORD": "x", "BORG_PASSPHRASE": "x"}
    env |= {"BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK": "yes", "BORG_BASE_DIR": str(place)}
    found: dict[str, tuple[Act, float, int, Path]] = {}
    for name, begin, again in _TOOLS:
        if shutil.which(name) is None:
            print(f"{name} is not installed (Debian has it)", flush=True)
            continue
        repo = place / name
        words = {"repo": str(repo), "file": str(store)}
        _call(begin, words, env)
        act = _act(again, words, env)
        seconds = _timed(act)
        found[name] = (act, seconds, _bytes(repo), repo)
    return found


_TOOLS = (
    (
        "restic",
        ["restic", "-q", "--no-cache", "-r", "{repo}", "init"],
        ["restic", "-q", "--no-cache", "-r", "{repo}", "backup", "{file}"],
    ),
    (
        "borg",
        ["borg", "init", "-e", "repokey-blake2", "{repo}"],
        ["borg", "create", "-C", "none", "{repo}::{{now:%f}}", "{file}"],
    ),
)


def _act(words: list[str], values: dict[str, str], env: dict[str, str]) -> Act:
    return lambda: _call(words, values, env)


def _call(words: list[str], values: dict[str, str], env: dict[str, str]) -> None:
    command = [word.format(**values) for word in words]
    subprocess.run(command, env=env, check=True, capture_output=True)


def _again(others: dict[str, tuple[Act, float, int, Path]], store: Path) -> Iterator[Figure]:
    """The same tools after the day's work: for comparison, no goal."""
    assert store.exists()
    for name, (act, first, size, repo) in others.items():
        took = _timed(act)
        yield Figure(f"{name}: first backup", first, None, 1e9, "s")
        yield Figure(f"{name}: second backup", took, None, 1e9, "s")
        yield Figure(f"{name}: second costs", (_bytes(repo) - size) / 1e6, size / 1e6, 1e9, "MB")


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _cp(source: Path, target: Path) -> None:
    subprocess.run(["cp", "--reflink=never", str(source), str(target)], check=True)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    target.unlink()


def _timed(act: Act) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
