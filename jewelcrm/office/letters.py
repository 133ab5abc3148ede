"""The letters of PCs in paper numbers: one that was given is never given again.

They are given in order, A to Z and then AA to ZZ, without I and O, which look like digits. A letter
is passed over when head office has any sign of it: a PC that has it, or had it in an earlier epoch
or says so; a PC that asks to be taken in again; a paper with it.

A head office that was put back to an older state has forgotten letters, and the PCs that have them
may be off line. Therefore each of its lives gives letters from a row of its own: the 24 letters
that begin alike. It is drawn among the rows of which no sign is known, and never the row that
follows the last one known, into which the life before may have come after its backup. So a
forgotten letter could be met only when the life before had given more than 24 to one branch since
its backup, or when the same backup was put up twice and both lives drew the same row; and even then
only until the PC that has it says its standing, which changes one of the two, and its papers are
told to the branch (`doubles`).
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection
from functools import lru_cache

from sqlalchemy import CompoundSelect, Select, bindparam, select, update

from db.columns import Key
from db.office import tables
from db.office.store import OfficeWork
from db.office.work import NOBODY
from db.shop.numbers import is_paper_number
from db.tables import metadata
from db.tables.people import branch as branch_table
from db.types import Id
from jewelcrm.errors import CanFix
from jewelcrm.office import lives

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
ROW = len(LETTERS)
ROWS = ROW + 1
PAPERS = (("customer", "number"), ("sales_order", "number"), ("payment", "receipt_number"))
"""Where paper numbers stand."""


def next_letter(work: OfficeWork, branch_id: Id) -> str:
    """A letter for a PC of the branch that no PC of it has ever had."""
    c = tables.office_state.c
    kept = work.conn.execute(select(c.letters).with_for_update()).scalar_one()
    given: dict[str, str | list[str]] = json.loads(kept or "{}")
    life = lives.current(work)
    last, of = _last(given.get(branch_id.hex(), ""))
    code, known = _known(work, branch_id)
    if life is None:
        letter = after(max([last, *known], key=place))
    elif of == life.id:
        letter = after(last)
    else:
        letter = _fresh_row(work, code, {last, *known} - {""})
    while letter in known or _on_paper(work, code, letter):
        letter = after(letter)
    given[branch_id.hex()] = letter if life is None else [letter, life.id]
    work.conn.execute(update(tables.office_state).values(letters=json.dumps(given)))
    return letter


def place(letter: str) -> int:
    """How many letters are given when this one is: 0 for none, 1 for A.

    Raises:
        ValueError: head office gives no such letter.
    """
    number = 0
    for sign in letter:
        number = number * ROW + LETTERS.index(sign) + 1
    return number


def after(letter: str) -> str:
    """What follows a letter: A, B ... Z, AA, AB ... ZZ."""
    number = place(letter)
    if number >= ROW * ROWS:
        raise CanFix("This branch has had 600 PCs. No letter is left for another one.")
    return _letter(number)


def given_before(work: OfficeWork, branch_id: Id, letter: str, *, number: int, device: Id) -> bool:
    """True when papers of this letter after `number` would get numbers that were given before.

    Another PC of the branch has the letter or had it, or a paper here has a higher number.
    """
    code, others = _known(work, branch_id, but=device)
    return letter in others or number <= max(
        (_highest(work, at, code, letter) for at in PAPERS if code), default=0
    )


def _last(kept: str | list[str]) -> tuple[str, str]:
    """The letter given last, and the life in which it was."""
    return (kept, "") if isinstance(kept, str) else (kept[0], kept[1])


def _letter(number: int) -> str:
    high, low = divmod(number, ROW)
    return (LETTERS[high - 1] if high else "") + LETTERS[low]


def _row(letter: str) -> int:
    return (place(letter) - 1) // ROW


def _fresh_row(work: OfficeWork, code: str, known: Collection[str]) -> str:
    """The first letter of a row in which no letter is known, nor in the row before it."""
    used = {_row(letter) for letter in known} | {-1}
    free = [row for row in range(ROWS) if row not in used]
    clear = [row for row in free if row - 1 not in used] or free
    while clear:
        row = clear.pop(secrets.randbelow(len(clear)))
        letters = [_letter(row * ROW + n) for n in range(ROW)]
        if not any(_on_paper(work, code, letter) for letter in letters):
            return letters[0]
    return after(max([*known, ""], key=place))


def _known(work: OfficeWork, branch_id: Id, but: Id = NOBODY) -> tuple[str, set[str]]:
    """The branch's code, and every letter that PCs of branches with this code have, or had."""
    code = work.conn.execute(_CODE, {"branch": branch_id}).scalar() or ""
    found = work.conn.scalars(_letters(), {"branch": branch_id, "code": code, "but": but})
    return code, {letter for letter in found if _is_ours(letter)}


_CODE = select(branch_table.c.code).where(branch_table.c.id == bindparam("branch", type_=Key))


@lru_cache(maxsize=1)
def _letters() -> CompoundSelect[str]:
    """Letters that PCs have, and that they had in earlier epochs."""
    b, d, e = branch_table.c, tables.device.c, tables.device_epoch.c
    branch, but = bindparam("branch", type_=Key), bindparam("but", type_=Key)
    same = select(b.id).where(b.code == bindparam("code"))
    ours = (
        (d.branch_id.in_(same) | (d.branch_id == branch))
        & ((d.state != "back") | d.signs_since.is_not(None))
        & (d.id != but)
    )
    had = select(e.letter).join(tables.device, d.id == e.device)
    return (
        select(d.letter)
        .where(ours, d.letter.is_not(None))
        .union(had.where(ours, e.letter.is_not(None)))
    )


def _is_ours(letter: str) -> bool:
    return len(letter) <= 2 and all(sign in LETTERS for sign in letter)


def _on_paper(work: OfficeWork, code: str, letter: str) -> bool:
    return bool(code) and any(_newest(work, *at, code, letter) for at in PAPERS)


def _highest(work: OfficeWork, at: tuple[str, str], code: str, letter: str) -> int:
    """The highest running number with this letter, as the index has them, which is enough."""
    found = _newest(work, *at, code, letter)
    return max(
        (int(number.split("-")[2]) for number in found if is_paper_number(number)), default=0
    )


def _newest(work: OfficeWork, table: str, column: str, code: str, letter: str) -> list[str]:
    first, last = f"{code}-{letter}-000000", f"{code}-{letter}-999999999-9"
    return list(work.conn.scalars(_numbers(table, column), {"first": first, "last": last}))


@lru_cache(maxsize=len(PAPERS))
def _numbers(table: str, column: str) -> Select[str]:
    number = metadata.tables[table].c[column]
    between = number.between(bindparam("first"), bindparam("last"))
    return select(number).where(between).order_by(number.desc()).limit(5)
