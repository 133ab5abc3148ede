"""`jewelcrm-admin enrol` and `sync`: joining a head office, and exchanging with it."""

from __future__ import annotations

from argparse import Namespace, RawDescriptionHelpFormatter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from db.errors import StoreExists
from jewelcrm.admin import syncwords
from jewelcrm.admin.desk import Desk
from jewelcrm.console import counted, iso, moment
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.sync.enrolling import Enrolled, enrol
from jewelcrm.sync.exchanging import exchange
from jewelcrm.sync.model import SyncStatus
from jewelcrm.sync.queries import status
from jewelcrm.sync.readdressing import follow
from jewelcrm.sync.sixwords import ASKED_FOR, of_this_pc
from jewelcrm.sync.words import of_code

KEYS = {
    "enrolled": "true when this PC belongs to a head office",
    "closed": "true when head office has closed this branch",
    "state": "stand_alone, on_line, off_line, attention, revoked or locked",
    "pending": "changes still to be sent",
    "acts_pending": "the same counted as the window does: what was saved at once is one",
    "oldest_pending_at": "since when the oldest of them waits, or null",
    "last_contact": "when head office last answered, or null",
    "last_full": "when everything there was to read had been read, or null",
    "lease_until": "until when this PC may work without head office, or null",
    "first_copy": "[rows copied, of how many]; null when it is complete",
    "usable": "false until people, catalogue and open business are here",
    "conflicts_open": "fields that two changed, to be looked at",
    "put_aside_open": "transactions that head office could not take",
    "notices_open": "what head office wants the branch to know",
    "clock_off": "seconds this PC's clock is ahead of head office's; null below two minutes",
    "differed": "how often in seven days check sums differed and were mended",
    "line_up": "true when head office was heard of in the last minutes, and the last try went well",
    "failed_at": "when the last try to reach head office failed, or null when it did not",
    "failed_why": "why: away, untrusted, or the word with which head office said no; else empty",
}
"""What `sync status --json` answers with: these keys stay; later releases may add some."""


def register(verbs: Any) -> None:
    """Add both commands."""
    join = verbs.add_parser("enrol", help="join a head office with a one-time code")
    join.add_argument("url", metavar="URL", help="e.g. https://office.example:8443")
    join.add_argument("code", metavar="CODE", help="from `jewelcrm-office enrol-code BRANCH`")
    join.add_argument(
        "--brings",
        action="store_true",
        help="the store in --data joins with its branch, people and records",
    )
    join.add_argument("--name", help="what head office calls this PC (default: its host name)")
    join.set_defaults(run=run_enrol)
    sync = verbs.add_parser(
        "sync",
        help="exchange with head office, or show how that stands",
        formatter_class=RawDescriptionHelpFormatter,
        epilog=_keys(),
    )
    sync.add_argument(
        "act",
        choices=("now", "status", "at"),
        help="exchange, look, or follow head office to a new address",
    )
    sync.add_argument("url", nargs="?", default="", help="head office's new address (at)")
    sync.set_defaults(run=run_sync)


def _keys() -> str:
    width = max(map(len, KEYS))
    told = "\n".join(f"  {key:<{width}}  {words}" for key, words in KEYS.items())
    return (
        "keys of `sync status --json`, which stay as they are (moments are ISO 8601, in UTC):\n"
        f"{told}\n`sync now` also gives pushed and pulled, `sync at` also gives url."
    )


def run_enrol(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Join, and copy everything that this PC may see."""
    watch = _Watch(desk)
    done = _joined(
        desk.folder,
        args.url,
        args.code,
        login=args.user,
        password=desk.password(),
        name=args.name,
        brings=args.brings,
        progress=watch.told,
        words=watch.compare,
        whole=True,
    )
    return {
        "device": done.device.hex(),
        "branch": done.branch_code,
        "branch_name": done.branch_name,
        "letter": done.letter,
        "words": done.words,
        "keyring": done.keyring,
        "complete": done.complete,
        **({"recovery_code": done.recovery_code} if done.recovery_code else {}),
        "data": str(desk.folder),
        "text": _enrolled(done),
    }


def run_sync(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Exchange everything there is, follow head office to another address, or only look."""
    with desk.signed_in() as ctx:
        moved = {"url": follow(ctx, args.url)} if args.act == "at" else {}
        moved = _now(ctx, desk) if args.act == "now" else moved
        found = status(ctx)
        six = of_this_pc(ctx) if found.failed_why in ASKED_FOR else ""
    return {**moved, **_plain(found), "text": _text(found, moved, six)}


NO_KEYRING = (
    "\nThis computer has no keyring that keeps secrets, so the password alone protects the store."
    "\nOthers sign in for the first time when somebody is signed in: Another person…, then"
    "\nSomebody else…"
)
_ASKING = "asking head office"  # what enrolling tells before the person is believed


@dataclass
class _Watch:
    """Tells the terminal how far it is."""

    desk: Desk
    words: str = ""

    def told(self, what: str, done: int, total: int) -> None:
        """How much of what."""
        if what != _ASKING:
            self.show()
        self.desk.progress(done, total or None, what)

    def compare(self, words: str) -> None:
        """The six words: shown once head office believed the person, or waits for them."""
        self.words = words

    def show(self) -> None:
        """For reading them to somebody at head office."""
        if self.words:
            self.desk.say(f"Head office must show the same six words: {self.words}")
            self.words = ""


def _now(ctx: Context, desk: Desk) -> dict[str, Any]:
    done = exchange(ctx, progress=lambda d, of: desk.progress(d, of, "first copy"))
    return {"pushed": done.pushed, "pulled": done.pulled}


def _joined(folder: Path, url: str, code: str, **more: Any) -> Enrolled:
    try:
        return enrol(folder, url, code, **more)
    except StoreExists as error:
        raise CanFix(
            "There is a store in this folder already. To join with it and all it holds, make the"
            " code with `jewelcrm-office enrol-code BRANCH --brings` and enrol with --brings too;"
            " or give an empty folder with --data."
        ) from error


def _enrolled(done: Enrolled) -> str:
    lines = [
        f"This PC is {done.branch_code}-{done.letter} of {done.branch_name} now.",
        f"The six words, which head office shows too: {done.words}",
    ]
    if done.recovery_code:
        lines.append(
            f"\nRecovery code: {done.recovery_code}\nWrite it down or print it and lock it away."
        )
    if done.keyring is None:
        lines.append(NO_KEYRING)
    if not done.complete:
        lines.append("The first copy goes on at the next start, or with: jewelcrm-admin sync now")
    return "\n".join(lines)


def _plain(found: SyncStatus) -> dict[str, Any]:
    facts = asdict(found)
    for name in ("oldest_pending_at", "last_contact", "lease_until", "last_full", "failed_at"):
        facts[name] = iso(facts[name])
    facts["clock_off"] = found.clock_off.total_seconds() if found.clock_off else None
    return facts


def _text(found: SyncStatus, moved: dict[str, Any], six: str) -> str:
    if not found.enrolled:
        return "This PC stands alone. See: jewelcrm-admin enrol"
    read_out = [f"The six words of this PC: {six}"] if six else []
    return "\n".join([*_moved(moved), *syncwords.lines(found), *_last_try(found), *read_out])


def _moved(moved: dict[str, Any]) -> list[str]:
    """What the command itself did."""
    if "url" in moved:
        return [f"Head office is at {moved['url']} now."]
    if not moved:
        return []
    sent, came = counted(moved["pushed"], "change"), counted(moved["pulled"], "row")
    return [f"Sent {sent}, received {came}."]


def _last_try(found: SyncStatus) -> list[str]:
    """What went wrong, in words, when the last try failed."""
    if found.failed_at is None:
        return []
    return [f"The last try ({moment(found.failed_at)}) failed: {of_code(found.failed_why)}"]
