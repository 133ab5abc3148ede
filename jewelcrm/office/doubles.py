"""Two papers with one number: told to the branch, which writes another number on the later one.

It cannot happen but after a PC was put back to an older state and worked on without noticing, so
only what comes under a later epoch is looked at. Both papers keep the number: one of them is with a
customer, and both are found by it.
"""

from __future__ import annotations

from db.office.kinds import Key, Row
from db.office.work import OfficeWork
from db.shop.numbers import is_paper_number
from jewelcrm.office.letters import PAPERS
from jewelcrm.office.merging.keys import key_or_none
from jewelcrm.office.merging.known import Known
from jewelcrm.office.visiting.records import notice

_NUMBER = dict(PAPERS)


def tell(work: OfficeWork, known: Known, now: int) -> int:
    """Tell the branch of new papers whose numbers others had before; returns how many."""
    fresh = {
        str(row[_NUMBER[key[0]]]): (key, row)
        for key in known.changed
        if key[0] in _NUMBER and (row := known.rows[key])["rev"] == 1
    }
    wanted = {number for number in fresh if is_paper_number(number)}
    twice = {
        str(row[column])
        for table, column in PAPERS
        for row_id, row in work.rows_where(table, column, wanted).items()
        if (table, row_id) != fresh[str(row[column])][0]
    }
    for number in sorted(twice):
        key, row = fresh[number]
        params = {"number": number, "what": key[0]}
        whose = _whose(key, row)
        notice(work, known.pc.branch_id, "number_twice", now, customer_id=whose, params=params)
    return len(twice)


def _whose(key: Key, row: Row) -> bytes | None:
    return key[1] if key[0] == "customer" else key_or_none(row, "customer_id")
