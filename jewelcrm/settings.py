"""Every setting, declared once: its type, its default, and a line of help.

Settings belong to this PC; they are kept in the encrypted store.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as cipher

from jewelcrm.access.doors import command, query
from jewelcrm.context import Context
from jewelcrm.errors import CanFix

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; `choices` limits a text, `least` and `most` a number."""

    key: str
    default: Value
    help: str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0


SETTINGS: dict[str, Setting] = {
    s.key: s
    for s in (
        Setting("language", "en", "The language of the window.", ("en", "zh_HK", "zh_CN")),
        Setting("theme", "system", "Light, dark, or as the computer.", ("system", "light", "dark")),
        Setting("text_size", 100, "Size of text in percent.", least=80, most=200),
        Setting(
            "lock_minutes", 3, "Minutes without a touch until the window locks.", least=1, most=15
        ),
        Setting("receipt_paper", "A5", "Paper of receipts.", ("A5", "80mm")),
        Setting("receipt_language", "zh_HK", "Language of receipts.", ("en", "zh_HK")),
        Setting("receipt_terms_en", "", "Terms under English receipts; empty: our own."),
        Setting("receipt_terms_zh_HK", "", "Terms under Chinese receipts; empty: our own."),
        Setting("receipt_printer", "", "Printer of receipts; empty asks each time."),
        Setting("label_printer", "", "Printer of labels; empty asks each time."),
        Setting(
            "label_right_mm10",
            0,
            "Labels are moved right by so many tenths of a millimetre.",
            least=-100,
            most=100,
        ),
        Setting(
            "label_down_mm10",
            0,
            "Labels are moved down by so many tenths of a millimetre.",
            least=-100,
            most=100,
        ),
        Setting("label_bag_size", "60x40", "Labels of job bags, in mm.", ("60x40", "70x50")),
        Setting("label_tag_size", "60x12", "Tags of pieces, in mm.", ("60x12", "40x30")),
        Setting("report_printer", "", "Printer of reports; empty asks each time."),
        Setting("report_logo", "", "Picture (PNG or JPEG) of the shop's logo for reports."),
        Setting("scanner_gap_ms", 35, "Longest gap between a scanner's keys.", least=10, most=120),
        Setting(
            "sync_keep_days",
            400,
            "Days for which changes that head office knows stay on this PC.",
            least=400,
            most=4000,
        ),
        Setting(
            "lease_warn_days",
            5,
            "Days before the end of working off line from when on it is said at each sign-in.",
            least=1,
            most=30,
        ),
        Setting("scanner_on", True, "Hear the barcode scanner on every page."),
    )
}


@query("settings.view")
def get(ctx: Context, key: str) -> Value:
    """The value of a setting, or its default."""
    with ctx.look() as raw:
        return value_in(raw, key)


def value_in(raw: cipher.Connection, key: str) -> Value:
    """The value of a setting for the program's own use, e.g. in the background."""
    declared = SETTINGS[key]
    kept = raw.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return declared.default if kept is None else _fit(declared, json.loads(kept[0]))


@query("settings.view")
def everything(ctx: Context) -> dict[str, Value]:
    """All settings with their values in force."""
    with ctx.look() as raw:
        rows = raw.execute("SELECT key, value FROM setting")
        kept = {str(key): json.loads(value) for key, value in rows}
    return {
        key: _fit(declared, kept[key]) if key in kept else declared.default
        for key, declared in SETTINGS.items()
    }


@command("settings.edit")
def put(ctx: Context, key: str, value: Value) -> None:
    """Change a setting.

    Raises:
        CanFix: the value does not fit; says what does.
    """
    declared = SETTINGS[key]
    if not is_fit(declared, value):
        raise CanFix("{help} Choose {fits}.", field=key, help=declared.help, fits=_fits(declared))
    with ctx.work("setting") as work:
        work.raw.execute(
            "INSERT INTO setting(key, value) VALUES (?, ?)"
            " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            (key, json.dumps(value)),
        )
        work.audit("setting.changed", columns=[key])
        work.touched.add("setting")


def is_fit(declared: Setting, value: object) -> bool:
    """True when the value is of the setting's type and within its bounds."""
    if type(value) is not type(declared.default):
        return False
    if declared.choices:
        return value in declared.choices
    return not declared.most or declared.least <= int(str(value)) <= declared.most


def _fit(declared: Setting, value: Value) -> Value:
    return value if is_fit(declared, value) else declared.default


def _fits(declared: Setting) -> str:
    if declared.choices:
        return " / ".join(declared.choices)
    return f"{declared.least}-{declared.most}" if declared.most else type(declared.default).__name__
