"""Column mappings kept by name on this PC."""

from __future__ import annotations

from db.errors import our_errors
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.imports.rules.mapping import Mapping
from jewelcrm.imports.rules.values import one_line


@command("imports.run")
def save_map(ctx: Context, name: str, mapping: Mapping) -> None:
    """Keep a mapping under a name; one with the same name is replaced.

    Raises:
        CanFix: the name is empty or too long.
    """
    plain = one_line(name)
    if not plain or len(plain) > 80:
        raise CanFix("Give the mapping a name of up to 80 characters.", field="name")
    with ctx.work("import mapping") as work, our_errors():
        work.raw.execute(
            "INSERT INTO import_map(name, kind, body) VALUES (?,?,?)"
            " ON CONFLICT(name) DO UPDATE SET kind = excluded.kind, body = excluded.body",
            (plain, mapping.kind, mapping.to_json()),
        )
        work.touched.add("import_map")


@command("imports.run")
def forget_map(ctx: Context, name: str) -> None:
    """Remove a kept mapping; nothing happens when there is none."""
    with ctx.work("import mapping") as work, our_errors():
        work.raw.execute("DELETE FROM import_map WHERE name = ?", (name,))
        work.touched.add("import_map")
