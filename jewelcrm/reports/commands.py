"""A report leaves the program: written whole or not at all, and noted before its first byte."""

from __future__ import annotations

from pathlib import Path

from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.imports.files import private_file
from jewelcrm.log import log
from jewelcrm.reports.model import Figures
from jewelcrm.reports.outputs import writers


@command("reports.run")
def write(ctx: Context, figures: Figures, path: Path, *, form: str, purpose: str = "") -> Path:
    """Write figures to `path` as `form`: pdf, xlsx, csv or json.

    Raises:
        CanFix: no such form; the folder cannot be written; names without a purpose.
        Denied: this person may not take names out of the program.
    """
    writer = writers().get(form)
    if writer is None:
        raise CanFix("Give the file a name that ends in .pdf, .xlsx, .csv or .json.", field="file")
    if figures.detail.sensitivity == "personal":
        _allow_names(ctx, purpose)
    with ctx.work("report") as work:
        columns = [column.name for column in figures.detail.columns]
        what = f"{figures.report.name}/{figures.detail.name}"
        work.audit("report", columns=columns, reason=f"{what} {form}: {purpose[:300]}")
    with private_file(path) as stream:
        writer(figures, stream)
    log.info("report written", report=figures.report.name, rows=figures.count)
    return path


def _allow_names(ctx: Context, purpose: str) -> None:
    ctx.require("customers.export")
    if not purpose.strip():
        raise CanFix(
            "This report names customers. Say what it is needed for (--purpose).", field="purpose"
        )
