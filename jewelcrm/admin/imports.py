"""`jewelcrm-admin import` and `export`: other systems' files in, our lists out."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from jewelcrm.admin.desk import Desk
from jewelcrm.admin.seconding import add_second, second_of, told_once
from jewelcrm.backup.beforehand import point_before
from jewelcrm.console import counted, table
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.imports.commands import Summary, import_file, save_map
from jewelcrm.imports.commands.mended import mapping_for
from jewelcrm.imports.commands.summary import RowTold
from jewelcrm.imports.exports import EXPORTS
from jewelcrm.imports.queries import map_named
from jewelcrm.imports.readers import ReadOptions, open_source
from jewelcrm.imports.rules.mapping import Mapping, from_json
from jewelcrm.imports.rules.values import one_line
from jewelcrm.imports.rules.words import KINDS, Kind
from jewelcrm.search.commands import tidy_all
from jewelcrm.sync.visiting import erased_asked

_STAYS = "\nNot in the list: relations, households, and which order a note is about."


def register(verbs: Any) -> None:
    """Add both commands."""
    _register_import(verbs.add_parser("import", help="bring in another system's file"))
    out = verbs.add_parser("export", help="write a list as CSV or XLSX")
    out.add_argument("kind", choices=tuple(EXPORTS), help="what to write")
    out.add_argument("file", type=Path, metavar="FILE", help="ends in .csv or .xlsx")
    out.add_argument("--purpose", default="", help="what it is needed for; kept in the audit log")
    add_second(out)
    out.set_defaults(run=run_export)


def _register_import(verb: Any) -> None:
    verb.add_argument("kind", choices=KINDS, help="what the file holds")
    verb.add_argument("file", type=Path, metavar="FILE", help="CSV (also .gz), XLSX, XLS or vCard")
    verb.add_argument("--map", metavar="NAME|FILE", help="column mapping (default: guessed)")
    verb.add_argument("--save-map", metavar="NAME", help="keep the mapping under this name")
    verb.add_argument("--dry-run", action="store_true", help="decide every row, write nothing")
    verb.add_argument("--rejects", type=Path, metavar="FILE", help="where rejected rows go")
    verb.add_argument("--sheet", help="sheet of a workbook")
    verb.add_argument("--encoding", help="e.g. big5, gb18030, utf-16")
    verb.add_argument("--delimiter", type=_one_character, help="what parts the cells")
    verb.add_argument("--quote", type=_one_character, help="the quotation mark")
    verb.add_argument("--header", type=int, metavar="ROW", help="row of column names; 0: none")
    verb.add_argument("--currency", help="currency of the file (default: the branch's)")
    verb.add_argument("--country", help="where phones without a country code belong, e.g. HK")
    verb.add_argument(
        "--source",
        help="name of the old system: the same for all of its files, so that numbers meet",
    )
    verb.add_argument("--dates", choices=("dmy", "mdy", "ymd"), help="order of dates")
    verb.set_defaults(run=run)


def _one_character(text: str) -> str:
    plain = {"tab": "\t", r"\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}.get(text, text)
    if len(plain) != 1:
        raise ArgumentTypeError("one character, or tab, comma, semicolon, pipe")
    return plain


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Import a file and say what became of every row."""
    options = ReadOptions(args.encoding, args.delimiter, args.quote, args.sheet, args.header)
    kind: Kind = args.kind
    with desk.signed_in() as ctx:
        mapping = _mapping(ctx, args, options)
        if args.save_map and not args.dry_run:
            save_map(ctx, args.save_map, mapping)
        if not args.dry_run:
            point_before(ctx, "import", progress=lambda what, n, of: desk.progress(n, of, what))
        done = import_file(
            ctx,
            args.file,
            kind,
            mapping=mapping,
            options=options,
            dry_run=args.dry_run,
            rejects_to=args.rejects,
            progress=lambda n, total: desk.progress(n, total, "import"),
            erased=erased_asked(ctx),
        )
        if done.new and not done.dry_run:
            tidy_all(ctx)
    return {**asdict(done), "text": _text(done)}


def _mapping(ctx: Context, args: Namespace, options: ReadOptions) -> Mapping:
    """The mapping that was named, or the likely one; the command line's words stand above both."""
    ctx.require("imports.run")
    mapping = (
        _named(ctx, args.map)
        if args.map
        else mapping_for(ctx, open_source(args.file, options), args.kind)
    )
    told = {
        "currency": args.currency,
        "country": args.country,
        "source": args.source,
        "date_order": args.dates,
    }
    return replace(mapping, **{name: value for name, value in told.items() if value})


def _named(ctx: Context, name: str) -> Mapping:
    path = Path(name)
    if not path.is_file():
        return map_named(ctx, name)
    try:
        return from_json(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise CanFix("The mapping {file} cannot be read.", file=name, field="map") from error


def run_export(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Write a list and say how long it is."""
    with desk.signed_in() as ctx:
        write, second = EXPORTS[args.kind], second_of(args)
        done = write(ctx, args.file, purpose=args.purpose, second=second)
    text = f"{done.rows:,} rows written to {done.path}{told_once(done.password)}"
    return {**asdict(done), "text": f"{text}{_STAYS if args.kind == 'customers' else ''}"}


def _text(done: Summary) -> str:
    head = "Dry run: nothing was written." if done.dry_run else "Import done."
    lines = [
        f"{head if not done.stopped else 'Stopped; run it again to go on.'}",
        *(_tried(done) if done.dry_run else ()),
        f"  read     {done.read:>9,}",
        f"  new      {done.new:>9,}",
        f"  matched  {done.matched:>9,}",
        f"  skipped  {done.skipped:>9,}",
        f"  rejected {done.rejected:>9,}",
    ]
    lines += [f"  {count:,} x {reason}" for reason, count in done.reasons.items()]
    made = ", ".join(counted(n, what.removesuffix("s")) for what, n in done.made.items())
    lines += [f"  added: {made}"]
    lines += [f"  note: {note}" for note in done.notes]
    if done.dry_run and done.rejected:
        lines.append("Leave --dry-run out, and the rejected rows are written to a file to mend.")
    if done.rejects_file:
        lines.append(f"Rejected rows, to be mended and imported again: {done.rejects_file}")
    return "\n".join(lines)


def _tried(done: Summary) -> list[str]:
    """How the columns were understood, what the first rows would become, and what is refused."""
    mapped = [(column, "->", target) for column, target in done.mapping["columns"].items()]
    lines = ["Columns:", *_indented(mapped), f"The first {len(done.rows):,} rows:"]
    lines += _indented((f"row {one.row}", one.end, _seen(one)) for one in done.rows)
    if done.first_rejects:
        some = f", the first {len(done.first_rejects):,}" if _more(done) else ""
        lines.append(f"Rejected{some}:")
        lines += _indented((f"row {at}", one_line(why)) for at, why in done.first_rejects)
    return [*lines, "Of all rows:"]


def _more(done: Summary) -> bool:
    return done.rejected > len(done.first_rejects)


def _seen(one: RowTold) -> str:
    cells = "  ".join(f"{name.replace(':', ' ')}: {text}" for name, text in one.cells.items())
    return f"{cells}  ({one.reason})" if one.reason else cells


def _indented(rows: Iterable[Sequence[object]]) -> list[str]:
    return [f"  {line}" for line in table(rows).splitlines()]
