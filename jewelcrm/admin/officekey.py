"""A dead PC's backup is put back on a new one with the key that head office gives, on paper."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from db.files import write_private
from jewelcrm.access.passwords import check_password
from jewelcrm.admin.desk import Desk
from jewelcrm.backup import queries
from jewelcrm.backup.model import ByKey, Opener, Point
from jewelcrm.errors import CanFix
from jewelcrm.sync import asking, recovering


def request(source: Path, point_id: str, to: Path, file: Path) -> dict[str, Any]:
    """Write the request; both people at head office compare the six words."""
    asked = asking.ask_for(to, _point(source, point_id).device)
    write_private(file, f"{asked.text}\n".encode("ascii"))
    return {
        "request": asked.text,
        "words": asked.words,
        "text": f"Send {file} to head office. They will ask for these six words: {asked.words}\n"
        "Two people there run: jewelcrm-office recovery paper FILE --words ...; then run this again"
        " with --answer FILE and --user LOGIN; the new password is asked for.",
    }


def opener(source: Path, args: Namespace) -> ByKey:
    """The key out of head office's answer."""
    try:
        text = args.answer.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CanFix("{path} cannot be read.", path=args.answer) from error
    return ByKey(asking.key_for(args.to, _point(source, args.id).device, text))


def person(args: Namespace, desk: Desk) -> recovering.NewPassword | None:
    """Who gets in afterwards: no password of before opens anything on the new PC."""
    if args.answer is None:
        return None
    if not args.user:
        raise CanFix("Say with --user whose new password it will be.")
    wanted = recovering.NewPassword(args.user, desk.password(twice=True))
    check_password(wanted.password, about=[wanted.login])
    return wanted


def let_in(folder: Path, opened: Opener, wanted: recovering.NewPassword | None) -> None:
    """A new password under the key that came from head office."""
    if wanted is None or not isinstance(opened, ByKey):
        return
    asking.let_in_again(folder, opened.key, wanted.login, wanted.password)


def _point(source: Path, point_id: str) -> Point:
    found = [point for point in queries.points_in(source) if point.id == point_id]
    if not found:
        raise CanFix("There is no backup {id} there.", id=point_id)
    return found[0]
