"""The doctor's rounds at head office: each check gives a line, green or with what to do."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select, text

from db.errors import StoreError
from db.office import copying, schema, tables
from db.office.embedded import KEY_NAME, EmbeddedStore
from db.office.store import OfficeStore
from db.tables.review import quarantine
from db.types import to_millis
from jewelcrm import console
from jewelcrm.access.catalogue import ADMINISTRATOR
from jewelcrm.doctor.model import Light, Line
from jewelcrm.office import (
    alarms,
    backed_up,
    backup_papers,
    certificates,
    devices,
    genuine,
    people,
    premises,
    two_places,
)
from jewelcrm.office.visiting import owing

DISK_FREE_BYTES, DISK_FULL_BYTES = 2_000_000_000, 200_000_000
BACKUP_HOURS, SEEN_DAYS, RENEW_DAYS = 26, 7, 30
BACKUP_CALL = dt.timedelta(days=7)
"""So long without a checked backup on a PC: somebody rings the branch up."""


@dataclass(frozen=True, slots=True)
class Round:
    """What the checks look at."""

    folder: Path
    known: premises.Premises
    store: OfficeStore
    now: dt.datetime


Check = Callable[[Round], Iterator[Line]]
ARCHIVE_QUIET = dt.timedelta(days=4)
"""No chain is closed for longer; where a PC asks, PostgreSQL has log to hand over."""


def examine(at: Round) -> list[Line]:
    """Every check in turn."""
    return [line for check in CHECKS for line in _never_raises(check, at)]


def _never_raises(check: Check, at: Round) -> Iterator[Line]:
    try:
        yield from check(at)
    except (StoreError, OSError, ValueError) as error:
        name = check.__name__.strip("_").replace("_", " ")
        words = str(error) if isinstance(error, StoreError) else type(error).__name__
        yield Line(name, "red", f"could not be checked: {words}", "Restore the newest backup.")


def _store(at: Round) -> Iterator[Line]:
    with at.store.read() as work:
        number = schema.number(work.conn)
        customers = work.conn.execute(text("SELECT count(*) FROM customer")).scalar_one()
    kind = "encrypted file" if at.store.dialect == "sqlite" else "PostgreSQL, branches walled off"
    how_many = console.counted(customers, "customer")
    yield Line("store", "green", f"{kind}, schema {number}, {how_many}")


def _integrity(at: Round) -> Iterator[Line]:
    if isinstance(at.store, EmbeddedStore):
        faults = copying.faults(at.store.path, at.store.key)
    else:
        with at.store.read() as work:
            faults = [str(row[0]) for row in work.conn.execute(text(_HEADS))]
    if faults:
        advice = "Stop the server and restore the newest backup; keep the damaged one."
        yield Line("integrity", "red", f"{len(faults)} faults", advice)
    else:
        yield Line("integrity", "green", "every feed adds up and every page is whole")


_HEADS = (
    "SELECT h.scope FROM scope_head h WHERE h.cnt <> (SELECT count(*) FROM scope_feed f"
    " WHERE f.scope = h.scope AND f.kind IN ('P', 'S'))"
)


def _audit_log(at: Round) -> Iterator[Line]:
    with at.store.read() as work:
        broken = work.audit_break()
    if broken is None:
        yield Line("audit log", "green", "each entry follows from the one before it")
        return
    advice = "Somebody changed it by hand. Compare it with a backup and find out who."
    yield Line("audit log", "red", f"broken at entry {broken}", advice)


def _keys(at: Round) -> Iterator[Line]:
    with at.store.read() as work:
        public = work.conn.execute(select(tables.office_state.c.recovery_key)).scalar()
        without = [pc for pc in devices.everyone(work) if pc.state == "on" and not pc.has_key]
    if not public:
        yield Line("recovery key", "red", "there is none", "Make head office anew and move to it.")
    elif without:
        names = ", ".join(f"{pc.branch}-{pc.letter}" for pc in without[:5])
        advice = "Let them reach head office once; each hands its sealed key in by itself."
        yield Line("recovery key", "amber", f"keys of {len(without)} PCs missing: {names}", advice)
    else:
        yield Line("recovery key", "green", "every PC's sealed key is kept here")


def _private_files(at: Round) -> Iterator[Line]:
    names = (premises.CONFIG, KEY_NAME, certificates.CA_KEY, certificates.SERVER_KEY)
    there = [at.folder / name for name in names if (at.folder / name).exists()]
    loose = [path.name for path in there if path.stat().st_mode & 0o077]
    if loose:
        advice = f"chmod 600 {' '.join(loose)}"
        yield Line("private files", "red", f"others may read {', '.join(loose)}", advice)
    else:
        yield Line("private files", "green", "only the server's own user can read them")


def _administrators(at: Round) -> Iterator[Line]:
    with at.store.read() as work:
        everyone = people.everyone(work)
        held = {row[0] for row in work.conn.execute(select(tables.credential.c.staff_id))}
    able = [p for p in everyone if p.active and p.role == ADMINISTRATOR and p.id in held]
    if len(able) >= 2:
        yield Line("administrators", "green", f"{len(able)} can sign in")
    else:
        advice = "A PC's key is given back by two people: user add LOGIN --role administrator"
        light = "amber" if able else "red"
        yield Line("administrators", light, f"{len(able)} can sign in", advice)  # type: ignore[arg-type]


def _certificate(at: Round) -> Iterator[Line]:
    chain = Path(at.known.certificate or at.folder / certificates.SERVER)
    left = certificates.ends(chain) - at.now
    words = f"good for {left.days} days"
    if left > dt.timedelta(days=RENEW_DAYS):
        yield Line("certificate", "green", words)
    else:
        advice = (
            "Put the renewed files in place and restart the server."
            if at.known.certificate
            else "Restart the server: it renews its own."
        )
        yield Line("certificate", "red" if left.days < 3 else "amber", words, advice)


def _backup(at: Round) -> Iterator[Line]:
    if not genuine.key_of(at.store):
        advice = "jewelcrm-office recovery cards PDF --recovery-key-file FILE; then back up anew."
        yield Line("backup seal", "amber", "backups carry no seal: a forged one would pass", advice)
    made = backup_papers.last(at.store)
    if made is not None and at.now - made < dt.timedelta(hours=BACKUP_HOURS):
        yield Line("backup", "green", f"made {console.moment(made)}")
        return
    words = f"the last was made {made:%Y-%m-%d}" if made else "none was made"
    yield Line("backup", "amber", words, "jewelcrm-office backup FOLDER, each night.")


def _disk(at: Round) -> Iterator[Line]:
    free = shutil.disk_usage(at.folder).free
    words = f"{free / 1e9:,.1f} GB free"
    if free > DISK_FREE_BYTES:
        yield Line("disk", "green", words)
    else:
        light: Light = "amber" if free > DISK_FULL_BYTES else "red"
        yield Line("disk", light, words, "Free some space; a full disk stops all shops' sync.")


def _silent_pcs(at: Round) -> Iterator[Line]:
    with at.store.read() as work:
        on = [pc for pc in devices.everyone(work) if pc.state == "on"]
    since = at.now - dt.timedelta(days=SEEN_DAYS)
    silent = [pc for pc in on if (pc.last_seen or pc.enrolled_at) < since]
    if silent:
        names = ", ".join(f"{pc.branch}-{pc.letter}" for pc in silent[:5])
        advice = "Find out whether they are lost: device revoke NAME takes one off."
        yield Line("PCs", "amber", f"{len(silent)} not seen for a week: {names}", advice)
    else:
        yield Line("PCs", "green", f"{len(on)} at work")


def _unsigned_pcs(at: Round) -> Iterator[Line]:
    """PCs of an older program, on which nothing proves who did what."""
    with at.store.read() as work:
        names = [f"{pc.branch}-{pc.letter}" for pc in devices.everyone(work) if pc.unsigned]
    if names:
        many = console.counted(len(names), "PC")
        words = f"on {many} people act unsigned: {', '.join(names[:5])}"
        yield Line("signatures", "amber", words, f"On each: {devices.UNSIGNED}.")
    else:
        yield Line("signatures", "green", "people prove what they do on every PC")


def _copied_pcs(at: Round) -> Iterator[Line]:
    """PCs whose folder was copied to a second computer, both at work."""
    with at.store.read() as work:
        names = {pc.id: f"{pc.branch}-{pc.letter}" for pc in devices.everyone(work)}
        twice = two_places.in_a_week(work, names, to_millis(at.now))
    if twice:
        told = ", ".join(sorted(names[pc] for pc in twice)[:5])
        yield Line("copies", "red", f"used in two places: {told}", two_places.ADVICE)
    else:
        yield Line("copies", "green", "no PC's store is used in two places")


def _sums(at: Round) -> Iterator[Line]:
    """PCs that were not what head office is; each has mended itself."""
    with at.store.read() as work:
        differed = alarms.in_a_week(work, to_millis(at.now))
        names = {pc.id: f"{pc.branch}-{pc.letter}" for pc in devices.everyone(work)}
    often = sorted(names.get(pc, "?") for pc, n in differed.items() if n >= alarms.TOO_OFTEN)
    if often:
        words = f"differed from head office more than once this week: {', '.join(often[:5])}"
        advice = "Look at the disk and memory of each: jewelcrm-admin doctor there."
        yield Line("check sums", "amber", words, advice)
    else:
        yield Line("check sums", "green", f"{sum(differed.values())} differences this week")


def _erasures(at: Round) -> Iterator[Line]:
    """PCs that have not said for two weeks that somebody erased is gone from them."""
    with at.store.read() as work:
        late = owing.late(work, at.now)
    if late:
        words = f"{len(late)} PCs have not erased somebody for {owing.TARGET_DAYS} days"
        advice = "Connect them, or take them off: device revoke NAME. Who and whom: erasure list."
        yield Line("erasures", "amber", f"{words}: {', '.join(late[:5])}", advice)
    else:
        yield Line("erasures", "green", "no PC is behind with erasing")


def _pc_backups(at: Round) -> Iterator[Line]:
    """PCs that have had no checked backup of their own for 48 hours."""
    with at.store.read() as work:
        everyone = devices.everyone(work)
        known = backed_up.told(work, [pc.id for pc in everyone])
    late = backed_up.late(everyone, known, at.now)
    if late:
        named = [f"{pc.branch}-{pc.letter}" for pc in everyone if pc.id in late]
        worst = max(late.values())
        light: Light = "red" if worst >= BACKUP_CALL else "amber"
        words = f"no checked backup for up to {worst.days} days: {', '.join(named[:50])}"
        advice = "Ring the branch up: the page Backups on that PC says what is wrong."
        yield Line("PC backups", light, words, advice)
        return
    at_work = [pc.id for pc in everyone if pc.state == "on"]
    yield _backed_up(len(at_work), sum(pc in known for pc in at_work))


def _backed_up(at_work: int, made: int) -> Line:
    """No PC is late; which need not mean that each has made one."""
    if not at_work:
        return Line("PC backups", "green", "no PC has joined yet")
    if made == at_work:
        return Line("PC backups", "green", "every PC has made a checked one within two days")
    words = f"{made} of {at_work} PCs made a checked one; the others joined within two days"
    advice = "Each makes one by itself within its first day at work; look again tomorrow."
    return Line("PC backups", "amber", words, advice)


def _archiving(at: Round) -> Iterator[Line]:
    """PostgreSQL only: whether head office can be put back to any minute, not to a night only."""
    if at.store.dialect != "postgresql":
        return
    with at.store.read() as work:
        mode = str(work.conn.execute(text("SHOW archive_mode")).scalar_one())
        row = work.conn.execute(text(_ARCHIVER)).one()
    if mode == "off":
        advice = "Switch it on as packaging/server/README.md says, with a base backup each week."
        yield Line("archiving", "amber", "off: since the last dump everything can be lost", advice)
    else:
        last = row.last.replace(tzinfo=dt.UTC) if row.last else None
        yield _handed_over(last, at.now, failing=row.failing)


def _handed_over(last: dt.datetime | None, now: dt.datetime, *, failing: bool) -> Line:
    """PostgreSQL counts no failure of a command that is not there: nothing comes, that is all."""
    advice = "Look at PostgreSQL's log and at the room where the archive lies."
    if failing:
        words = "PostgreSQL cannot hand its log over to the archive"
        return Line("archiving", "red", words, advice)
    if last is None:
        words = "on, but nothing was handed over yet, as is right in the first minutes only"
        return Line("archiving", "amber", words, advice)
    words = f"on; handed over last: {console.moment(last)}"
    if now - last > ARCHIVE_QUIET:
        return Line("archiving", "amber", words, advice)
    return Line("archiving", "green", words)


_ARCHIVER = (
    "SELECT last_archived_time AT TIME ZONE 'UTC' AS last, coalesce(last_failed_time >"
    " coalesce(last_archived_time, '-infinity'), false) AS failing FROM pg_stat_archiver"
)


def _waiting(at: Round) -> Iterator[Line]:
    c = quarantine.c
    with at.store.read() as work:
        asking = len(devices.waiting_requests(work))
        everyone = devices.everyone(work)
        states = [pc.state for pc in everyone]
        new, back = states.count("waiting"), states.count("back")
        aside = work.conn.execute(
            select(func.count()).select_from(quarantine).where(c.state == "open")
        ).scalar_one()
    told = [(asking, "ask for their key: recovery list"), (new, "wait: device list, confirm")]
    told.append((back, "ask to be taken in again: device list, readmit"))
    told.append((_half_joined(everyone, at.now), _HALF_JOINED))
    words = [f"{count} PCs {what}" for count, what in told if count]
    if aside:
        words.append(f"{aside} changes were put aside and wait at their branches")
    if words:
        yield Line("waiting", "amber", "; ".join(words), "Look at each of them.")
    else:
        yield Line("waiting", "green", "nothing waits for anybody")


_HALF_JOINED = "never finished joining: device revoke, or enrol-code for a new try"
HALF_JOINED = dt.timedelta(days=1)
"""So long a PC may be joining before the doctor speaks of it."""


def _half_joined(everyone: Sequence[devices.Pc], now: dt.datetime) -> int:
    """PCs whose code was used and that never came back, e.g. after a wrong password."""
    return sum(pc.state == "unfinished" and now - pc.enrolled_at > HALF_JOINED for pc in everyone)


CHECKS: tuple[Check, ...] = (
    _store,
    _integrity,
    _audit_log,
    _keys,
    _private_files,
    _administrators,
    _certificate,
    _backup,
    _disk,
    _silent_pcs,
    _unsigned_pcs,
    _copied_pcs,
    _pc_backups,
    _archiving,
    _sums,
    _erasures,
    _waiting,
)
