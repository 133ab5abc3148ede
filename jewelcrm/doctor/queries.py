"""The doctor's rounds: each check gives one line, green or with what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as cipher

from db.backup.beside import reading
from db.backup.stopping import Cancelled, Stopped, never, unless
from db.errors import StoreError
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.doctor import computer, storing, ways_in
from jewelcrm.doctor.backups import backups
from jewelcrm.doctor.headoffice import copy_complete, head_office
from jewelcrm.doctor.model import Check, Light, Line, Round

__all__ = ["CHECKS", "Check", "Light", "Line", "Round", "examine"]


STOPPED = "Stopped. The rest was not looked at."
Told = Callable[[Line], None]


@query("doctor.run")
def examine(
    ctx: Context, *, told: Told = lambda _line: None, cancelled: Cancelled = never
) -> list[Line]:
    """Every check in turn; `told` hears each line as it is found (minutes on a large store).

    Raises:
        Stopped: somebody said so; what was told by then is so.
    """
    with ctx.read() as conn:
        look = partial(_looked, ctx, conn, told)
        with reading("doctor", conn.connection.driver_connection, look) as looking:
            return looking.result(partial(unless, cancelled, STOPPED))


def _looked(ctx: Context, conn: Connection, told: Told, stopped: Cancelled) -> list[Line]:
    at = Round(ctx, conn, stopped)
    lines: list[Line] = []
    for check in CHECKS:
        for line in _never_raises(check, at):
            unless(stopped, STOPPED)  # what was interrupted has found nothing
            lines.append(line)
            told(line)
    return lines


def _never_raises(check: Check, at: Round) -> Iterator[Line]:
    try:
        yield from check(at)
    except Stopped:
        raise
    except (StoreError, cipher.Error, OSError) as error:
        words = str(error) if isinstance(error, StoreError) else type(error).__name__
        name = check.__name__.replace("_", " ")
        yield Line(name, "red", f"could not be checked: {words}", storing.RESTORE)


CHECKS: tuple[Check, ...] = (
    storing.store,
    ways_in.key_slots,
    storing.integrity,
    storing.capture,
    storing.audit_chain,
    storing.search_index,
    storing.imports,
    ways_in.keyring,
    backups,
    computer.place,
    computer.disk,
    computer.disk_encryption,
    computer.memory,
    computer.clock,
    head_office,
    copy_complete,
    computer.program,
    computer.fonts,
    computer.printer,
)
