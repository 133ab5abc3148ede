"""The doctor's rounds: each check gives one line, green or with what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlcipher3 import dbapi2 as cipher

from db.errors import StoreError
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.doctor import computer, storing, ways_in
from jewelcrm.doctor.backups import backups
from jewelcrm.doctor.headoffice import copy_complete, head_office
from jewelcrm.doctor.model import Check, Light, Line, Round

__all__ = ["CHECKS", "Check", "Light", "Line", "Round", "examine"]


@query("doctor.run")
def examine(ctx: Context, *, told: Callable[[Line], None] | None = None) -> list[Line]:
    """Every check in turn; `told` hears each line as it is found (minutes on a large store)."""
    lines: list[Line] = []
    with ctx.read() as conn:
        for check in CHECKS:
            for line in _never_raises(check, Round(ctx, conn)):
                lines.append(line)
                if told is not None:
                    told(line)
    return lines


def _never_raises(check: Check, at: Round) -> Iterator[Line]:
    try:
        yield from check(at)
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
