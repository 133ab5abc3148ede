"""The mapping of a file that comes without one: of the import that rejected it, or guessed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import islice

from sqlalchemy import select

from db.shop.local import import_run
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.imports.commands.rejects import REASON
from jewelcrm.imports.commands.summary import SAMPLE_ROWS
from jewelcrm.imports.readers import Source
from jewelcrm.imports.rules import mapping as maps
from jewelcrm.imports.rules.mapping import Mapping
from jewelcrm.imports.rules.words import Kind

_LAST_RUNS = 100


@query("imports.run")
def mapping_for(ctx: Context, source: Source, kind: Kind) -> Mapping:
    """The mapping that rejected these rows; else what the headings and first rows suggest."""
    return mapping_of_rejects(ctx, kind, source.columns) or guess_for(source, kind)


def guess_for(source: Source, kind: Kind) -> Mapping:
    """The mapping that the file's own headings and first rows suggest."""
    sample = [cells for _, cells, wrong in islice(source.rows(), SAMPLE_ROWS) if wrong is None]
    return maps.guess(kind, source.columns, sample, source.facts.form)


@query("imports.run")
def mapping_of_rejects(ctx: Context, kind: Kind, columns: Sequence[str]) -> Mapping | None:
    """Of the last import that rejected rows with these columns; None: not a file of such rows.

    What was changed by hand, and the old system's name, hold for the mended rows too.
    """
    if REASON not in columns:
        return None
    wanted = select(import_run.c.mapping, import_run.c.counts).where(import_run.c.kind == kind)
    with ctx.read() as conn:
        found = conn.execute(wanted.order_by(import_run.c.updated_at.desc()).limit(_LAST_RUNS))
        runs = [(json.loads(row.mapping), json.loads(row.counts)) for row in found]
    told = [body[0] for body, counted in runs if counted["counts"].get("rejected")]
    fitting = (body for body in told if set(body["columns"]) <= set(columns))
    return next((maps.from_json(json.dumps(body)) for body in fitting), None)
