"""`jewelcrm-admin report`: the catalogue, and a report as PDF, XLSX, CSV or JSON."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentTypeError, Namespace
from pathlib import Path
from typing import Any

from jewelcrm.admin.desk import Desk
from jewelcrm.context import Context
from jewelcrm.reports import commands, queries
from jewelcrm.reports.asking import branch_coded
from jewelcrm.reports.model import Asked, Figures, Period
from jewelcrm.reports.outputs.tables import as_json
from jewelcrm.reports.periods import PERIODS, between, named


def register(verbs: Any) -> None:
    """Add the command and its two parts."""
    parts = verbs.add_parser("report", help="list the reports, or run one").add_subparsers(
        dest="part", required=True, metavar="PART"
    )
    listed = parts.add_parser("list", help="the reports there are, and their levels of detail")
    listed.set_defaults(run=run_list)
    one = parts.add_parser("run", help="run a report")
    one.add_argument("name", metavar="NAME", help="as `report list` gives it")
    one.add_argument("--from", dest="since", type=_day, metavar="DAY", help="e.g. 2026-11-01")
    one.add_argument("--to", dest="until", type=_day, metavar="DAY", help="this day is counted too")
    one.add_argument("--period", choices=tuple(PERIODS), help="instead of --from and --to")
    one.add_argument("--branch", metavar="CODE", help="one branch (default: all this PC knows of)")
    one.add_argument("--detail", default="", help="level of detail (default: the shortest)")
    one.add_argument("--currency", help="default: the branch's")
    one.add_argument("--lang", choices=("en", "zh_HK"), default="en")
    one.add_argument("--format", choices=("pdf", "xlsx", "csv", "json"), help="default: of --out")
    one.add_argument("--out", type=Path, metavar="FILE", help="default: shown as text")
    one.add_argument("--purpose", default="", help="what it is needed for; kept in the audit log")
    one.set_defaults(run=run_one)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("a day as 2026-11-30") from None


def run_list(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Name, title, levels of detail and sensitivity of each."""
    with desk.signed_in() as ctx:
        listed = queries.listing(ctx)
    results = [
        {
            "name": one.report.name,
            "title": one.report.title.en,
            "about": one.report.about.en,
            "owner": one.report.owner,
            "details": {level.name: level.sensitivity for level in one.details},
        }
        for one in listed
    ]
    text = "\n".join(f"{r['name']:<16} {r['title']}: {', '.join(r['details'])}" for r in results)
    return {"results": results} if args.json else {"text": text}


def run_one(args: Namespace, desk: Desk) -> dict[str, Any]:
    """The figures, on the screen or in a file."""
    with desk.signed_in() as ctx:
        figures = queries.run(ctx, args.name, _asked(ctx, args))
        if args.out is not None:
            form = args.format or args.out.suffix.removeprefix(".").casefold()
            written = commands.write(ctx, figures, args.out, form=form, purpose=args.purpose)
            return {"file": str(written), "rows": len(figures.rows)}
    return as_json(figures) | {"text": _text(figures)}


def _asked(ctx: Context, args: Namespace) -> Asked:
    return Asked(
        detail=args.detail,
        period=_period(ctx, args),
        branch=branch_coded(ctx, args.branch) if args.branch else None,
        currency=args.currency or ctx.branch.currency,
        language=args.lang,
    )


def _period(ctx: Context, args: Namespace) -> Period:
    if args.period:
        return named(args.period, ctx.today())
    return between(args.since, args.until, ctx.today())


def _text(figures: Figures) -> str:
    from jewelcrm.reports.outputs.cells import facts, shown

    head = [f"{label.say(figures.asked.language)}: {text}" for label, text in facts(figures)]
    columns = figures.detail.columns
    titles = "\t".join(column.title.say(figures.asked.language) for column in columns)
    rows = [
        "\t".join(shown(v, c, figures) for v, c in zip(row, columns, strict=True))
        for row in figures.rows
    ]
    return "\n".join([*head, "", titles, *rows])
