"""`jewelcrm-admin report`: the catalogue, a report as a file, and who may see which."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from db.errors import StoreError
from jewelcrm.admin import subscribing
from jewelcrm.admin.desk import Desk
from jewelcrm.admin.oneof import LANGUAGES, one_of
from jewelcrm.admin.seconding import add_second, second_of, told_once
from jewelcrm.console import WrongUse, counted
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.people.queries import everyone
from jewelcrm.reports import commands, grants, queries, summaries
from jewelcrm.reports.allowed import DEPARTMENTS
from jewelcrm.reports.asking import branch_coded
from jewelcrm.reports.figuring import opened
from jewelcrm.reports.model import ROLL, SHEETS, Asked, Figures, Period, paper_named
from jewelcrm.reports.outputs.tables import as_json
from jewelcrm.reports.periods import PERIODS, between, named


def register(verbs: Any) -> None:
    """Add the command and its parts."""
    parts = verbs.add_parser("report", help="list the reports, or run one").add_subparsers(
        dest="part", required=True, metavar="PART"
    )
    listed = parts.add_parser("list", help="the reports there are, and their levels of detail")
    listed.set_defaults(run=run_list)
    _register_run(parts.add_parser("run", help="run a report"))
    _register_grants(parts)
    subscribing.register(parts)


def _register_run(one: Any) -> None:
    one.add_argument("name", metavar="NAME", help="as `report list` gives it")
    add_asked(one)
    one.add_argument("--format", metavar="FORM", help="pdf, xlsx, csv or json; default: of --out")
    one.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="default: shown as text. What names people is encrypted and gets .zip behind its"
        " name: open it with 7-Zip (Windows cannot by itself)",
    )
    one.add_argument(
        "--even-empty", action="store_true", help="write the file also when it has no rows"
    )
    one.add_argument("--purpose", default="", help="what it is needed for; kept in the audit log")
    add_second(one)
    one.set_defaults(run=run_one)


def add_asked(one: Any) -> None:
    """What may be asked of a report."""
    one.add_argument("--from", dest="since", metavar="DAY", help="e.g. 2026-11-01")
    one.add_argument("--to", dest="until", metavar="DAY", help="this day is counted too")
    one.add_argument(
        "--period", metavar="NAME", help=f"instead of --from and --to: {', '.join(PERIODS)}"
    )
    one.add_argument("--branch", metavar="CODE", help="one branch (default: all this PC knows of)")
    one.add_argument("--detail", default="", help="level of detail (default: the shortest)")
    one.add_argument("--currency", help="default: the branch's")
    one.add_argument("--lang", default="en", help="en, zh_HK or zh_CN (default: en)")
    one.add_argument(
        "--layout",
        "--paper",
        dest="paper",
        default="A4",
        metavar="PAPER",
        help="of a PDF: A4, A5, or 80mm for the roll of a receipt printer (default: A4)",
    )
    one.add_argument(
        "--filter",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="narrow it, e.g. staff=mei.chan; `report list` gives the names; may be repeated",
    )


_WHICH = f"which: {', '.join(DEPARTMENTS)}"


def _register_grants(parts: Any) -> None:
    for name, does, words in (
        ("grant", grants.grant, "let a department see a level of a report"),
        ("withdraw", grants.withdraw, "take that back"),
    ):
        verb = parts.add_parser(name, help=words)
        verb.add_argument("department", metavar="DEPARTMENT", help=_WHICH)
        verb.add_argument("report", metavar="NAME", help="as `report list` gives it")
        verb.add_argument("detail", metavar="DETAIL", help="level, as `report list` gives it")
        verb.set_defaults(run=partial(run_grant, does=does))
    for name, joins, words in (
        ("join", grants.join_department, "somebody works for a department"),
        ("leave", grants.leave_department, "they no longer do"),
    ):
        verb = parts.add_parser(name, help=words)
        verb.add_argument("department", metavar="DEPARTMENT", help=_WHICH)
        verb.add_argument("login", metavar="LOGIN", help="whose")
        verb.set_defaults(run=partial(run_member, does=joins))
    parts.add_parser("grants", help="what departments may see").set_defaults(run=run_grants)


_NO_DAY = "“{text}” is no day. Write it as 2026-11-30."
_NO_FILTER = "“{text}” is no filter. Write it as staff=mei.chan."


def _day(text: str | None, field: str) -> dt.date | None:
    """A day of the command line; None: not given.

    Raises:
        WrongUse: it is no day.
    """
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise WrongUse(_NO_DAY, field=field, text=text) from None


def _filter(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name or not value:
        raise WrongUse(_NO_FILTER, field="filter", text=text)
    return name, value


def run_list(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Name, title, levels of detail, filters and sensitivity of each."""
    with desk.signed_in() as ctx:
        listed = queries.listing(ctx)
    results = [
        {
            "name": one.report.name,
            "title": one.report.title.en,
            "about": one.report.about.en,
            "owner": one.report.owner,
            "details": {level.name: level.sensitivity for level in one.details},
            "filters": [each.name for each in one.report.filters],
        }
        for one in listed
    ]
    if args.json:
        return {"results": results}
    if not results:
        return {"text": "No report is granted to you. Ask your manager."}
    return {"text": "\n".join([*map(_line, results), "", _LEGEND])}


def _line(one: dict[str, Any]) -> str:
    narrowed = f"  [{', '.join(one['filters'])}]" if one["filters"] else ""
    levels = (f"{name}*" if what == "personal" else name for name, what in one["details"].items())
    return f"{one['name']:<22} {one['title']}: {', '.join(levels)}{narrowed}"


_LEGEND = "* names people: only into a file (--out), which is encrypted, and with --purpose"


def run_one(args: Namespace, desk: Desk) -> dict[str, Any]:
    """The figures, on the screen or in a file; first what waits to be summed is."""
    if args.format and args.out is None:
        raise WrongUse("Say where the file goes: --out FILE.", field="out")
    with desk.signed_in() as ctx:
        asked = asked_of(ctx, args)
        with suppress(StoreError):  # the disk is full or busy: the figures come from the records
            summaries.catch_up(ctx, progress=desk.progress)
        figures = queries.run(ctx, args.name, asked, desk.progress)
        if args.out is not None:
            return _written(args, desk, ctx, figures)
        if figures.detail.sensitivity == "personal":
            raise CanFix(
                "This names customers: write it to a file (--out), which is encrypted.", field="out"
            )
        if figures.count == len(figures.rows):
            return _told(figures)
        with opened(ctx, args.name, asked, desk.progress) as every:
            return _told(every)


def _told(figures: Figures) -> dict[str, Any]:
    """All rows, for programs and as text."""
    return as_json(figures) | {"text": _text(figures)}


_NOBODY = "Nobody is in this report, so no file was written (--even-empty writes it all the same)."


def _written(args: Namespace, desk: Desk, ctx: Context, figures: Figures) -> dict[str, Any]:
    form = args.format or args.out.suffix.removeprefix(".")
    nobody = figures.detail.sensitivity == "personal" and not figures.count
    if nobody and not args.even_empty:
        return {"file": None, "rows": 0, "text": _NOBODY}
    left = commands.write(
        ctx,
        figures,
        args.out,
        form=form.casefold(),
        purpose=args.purpose,
        second=second_of(args),
        progress=desk.progress,
    )
    text = f"{counted(left.rows, 'row')} written to {left.path}{told_once(left.password)}"
    done = {"file": str(left.path), "rows": left.rows, "text": text}
    return done if left.password is None else done | {"password": left.password}


def asked_of(ctx: Context, args: Namespace) -> Asked:
    """What the command line asks of a report."""
    return Asked(
        detail=args.detail,
        period=_period(ctx, args),
        branch=branch_coded(ctx, args.branch) if args.branch else None,
        currency=args.currency or ctx.branch.currency,
        language=one_of(args.lang, LANGUAGES, "--lang"),
        filters=dict(map(_filter, args.filter)),
        paper=paper_named(one_of(args.paper, (*SHEETS, ROLL), "--layout")),
    )


def _period(ctx: Context, args: Namespace) -> Period:
    if args.period:
        return named(one_of(args.period, list(PERIODS), "--period"), ctx.today())
    return between(_day(args.since, "since"), _day(args.until, "until"), ctx.today())


def _text(figures: Figures) -> str:
    from jewelcrm.reports.outputs.cells import facts, shown

    head = [f"{label.say(figures.asked.language)}: {text}" for label, text in facts(figures)]
    columns = figures.detail.columns
    titles = "\t".join(column.title.say(figures.asked.language) for column in columns)
    rows = [
        "\t".join(shown(v, c, figures) for v, c in zip(row, columns, strict=True))
        for row in figures.rows
    ]
    notes = [note.say(figures.asked.language) for note in figures.notes]
    return "\n".join([*head, "", titles, *rows, *([""] if notes else []), *notes])


def run_grant(args: Namespace, desk: Desk, *, does: Any) -> dict[str, Any]:
    """Grant or withdraw one level."""
    department = one_of(args.department, tuple(DEPARTMENTS), "DEPARTMENT")
    with desk.signed_in() as ctx:
        does(ctx, department=department, report=args.report, detail=args.detail)
    return {"department": department, "report": args.report, "detail": args.detail}


def run_member(args: Namespace, desk: Desk, *, does: Any) -> dict[str, Any]:
    """Put somebody into a department, or take them out."""
    department = one_of(args.department, tuple(DEPARTMENTS), "DEPARTMENT")
    with desk.signed_in() as ctx:
        known = {one.login: one.id for one in everyone(ctx)}
        if args.login not in known:
            raise CanFix("Nobody here signs in as “{login}”.", field="login", login=args.login)
        does(ctx, department=department, staff_id=known[args.login])
    return {"department": department, "login": args.login}


def run_grants(_args: Namespace, desk: Desk) -> dict[str, Any]:
    """Everything that is granted, and who belongs where."""
    with desk.signed_in() as ctx:
        granted, belong = grants.grants(ctx), grants.members(ctx)
    results = [
        {"department": g.department, "report": g.report, "detail": g.detail} for g in granted
    ]
    lines = [f"{g.department:<12} {g.report}/{g.detail}" for g in granted]
    lines += [f"{m.department:<12} {m.name}" for m in belong]
    named_ = [{"department": m.department, "name": m.name} for m in belong]
    return {"grants": results, "members": named_, "text": "\n".join(lines) or "Nothing is granted."}
