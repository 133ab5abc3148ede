"""What an installer answers once, in a TOML file; the window asks the same and fills the same form.

Every part may be left out. Secrets never stand in it: a password comes from a file, from
JEWELCRM_PASSWORD or from the keyboard, and a recovery code goes into a file or onto paper.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, get_args, get_type_hints

from jewelcrm.errors import CanFix

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Computer:
    """What is tried before anything is made. A name left empty is looked for but not asked of."""

    receipt_printer: str = ""
    label_printer: str = ""
    label_offset_mm: tuple[float, float] = (0.0, 0.0)
    """How far right and down labels are to be moved, as read off the test label."""
    test_page: bool = False
    scanner: str = "look"
    """`look` for one, `skip`, `need`: stop without one; `tried`: it read the test page's code."""
    camera: str = "skip"
    smallest_screen: tuple[int, int] = (1280, 720)
    accept: tuple[str, ...] = ()
    """Checks whose red light does not stop the work, e.g. `clock`; it stays red on the sheet."""


@dataclass(frozen=True, slots=True)
class Shop:
    """A shop that stands alone."""

    branch: str
    name: str
    admin: str
    name_zh: str = ""
    address: str = ""
    phone: str = ""
    admin_login: str = ""
    currency: str = "HKD"
    time_zone: str = "Asia/Hong_Kong"


@dataclass(frozen=True, slots=True)
class Join:
    """A PC of a chain. `ticket` is what the QR code says; or `url` and `code` apart."""

    login: str
    ticket: str = ""
    url: str = ""
    code: str = ""
    computer_name: str = ""


@dataclass(frozen=True, slots=True)
class Keys:
    """Where secrets come from and go to."""

    password_file: str = ""
    recovery_code_file: str = ""
    """Outside the store's folder, e.g. on a stick that goes into the safe."""


@dataclass(frozen=True, slots=True)
class Backups:
    """Where backups go besides this PC's disk: folders, shares, `stick:LABEL`, `office`."""

    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Everyday:
    """How the PC is used; what is empty stays as it is."""

    language: str = ""
    theme: str = ""
    text_size: int = 0
    start_at_logon: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """The acceptance sheet."""

    file: str = ""
    """Empty: beside the store."""
    installer: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Answers:
    """All of it. Either `shop` or `join`; neither: the store is there already."""

    computer: Computer = field(default_factory=Computer)
    shop: Shop | None = None
    join: Join | None = None
    keys: Keys = field(default_factory=Keys)
    backups: Backups = field(default_factory=Backups)
    everyday: Everyday = field(default_factory=Everyday)
    sheet: Sheet = field(default_factory=Sheet)


def read(path: Path) -> Answers:
    """The answers of a file.

    Raises:
        CanFix: it cannot be read, or says something that is not known; says where.
    """
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CanFix("The answers cannot be read: {path}", path=path) from error
    except tomllib.TOMLDecodeError as error:
        raise CanFix("The answers are not TOML: {why}", why=error) from error
    return of(said)


def of(said: Mapping[str, Any]) -> Answers:
    """The answers of a table of tables."""
    parts = {one.name: _part(one.name) for one in fields(Answers)}
    _known(said, parts, "answers")
    made = Answers(**{name: _filled(parts[name], said[name], name) for name in said})
    if made.shop is not None and made.join is not None:
        raise CanFix("The answers have both [shop] and [join]: a PC stands alone or joins.")
    return made


def _part(name: str) -> type[Any]:
    """The class of a part: `Shop` of `Shop | None`."""
    hint = get_type_hints(Answers)[name]
    found: type[Any] = next(one for one in (get_args(hint) or (hint,)) if one is not type(None))
    return found


def _filled(part: type[T], said: object, where: str) -> T:
    if not isinstance(said, Mapping):
        raise CanFix("[{where}] in the answers must be a table.", where=where)
    hints = get_type_hints(part)
    _known(said, hints, where)
    missing = [one.name for one in fields(part) if _needed(one) and one.name not in said]  # type: ignore[arg-type]
    if missing:
        raise CanFix("[{where}] in the answers lacks {key}.", where=where, key=missing[0])
    return part(**{key: _fitting(value, hints[key], where, key) for key, value in said.items()})


def _needed(one: Any) -> bool:
    from dataclasses import MISSING

    return one.default is MISSING and one.default_factory is MISSING


def _known(said: Mapping[str, Any], known: Mapping[str, Any], where: str) -> None:
    for key in said:
        if key not in known:
            raise CanFix(
                "{where} knows no “{key}”. It knows: {known}.",
                where=f"[{where}]",
                key=key,
                known=", ".join(known),
            )


def _fitting(value: object, hint: Any, where: str, key: str) -> object:
    """The value, a list as a tuple; refused when it is of another kind."""
    inner = get_args(hint) if not isinstance(hint, UnionType) else ()
    if inner and isinstance(value, list):
        same = inner[0] if inner[-1] is Ellipsis else None
        wanted = len(value) if same else len(inner)
        kinds = [same or one for one in inner[:wanted]] if not same else [same] * wanted
        if len(value) == wanted and all(map(_is, value, kinds)):
            return tuple(value)
    elif not inner and _is(value, hint):
        return value
    raise CanFix("[{where}] {key} does not fit: {value}", where=where, key=key, value=value)


def _is(value: object, kind: type[object]) -> bool:
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is kind


def ticket(join: Join) -> tuple[str, str]:
    """Address and code; a QR code holds both as `https://office.example:8443#CODE`.

    Raises:
        CanFix: one of them is missing.
    """
    url, _, code = join.ticket.strip().partition("#") if join.ticket else (join.url, "", join.code)
    if not url.startswith(("https://", "http://")) or not code.strip():
        raise CanFix(
            "Scan the code that head office shows, or type its address and the code: "
            "https://office.example:8443 and XXXXX-XXXXX",
            field="code",
        )
    return url.strip(), code.strip()
