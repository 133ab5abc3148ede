"""What head office wants the branch to know: look-ups of its customers, moves, clocks, money."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from jewelcrm.money import Money
from jewelcrm.sync import commands
from jewelcrm.sync.model import Notice
from ui.i18n import N_, later, t
from ui.shell.desk import Desk
from ui.sync.rows import Deed, SyncRow, open_subject, when_of
from ui.widgets import Label

_Params = Mapping[str, Any]

REASON_WORDS = {
    "service_here": N_("The customer is being served here"),
    "collecting": N_("Collecting something"),
    "repair": N_("A repair"),
    "payment": N_("A payment"),
    "moving": N_("Moving to this branch"),
    "complaint": N_("A complaint"),
    "other": N_("Another reason"),
}

_TOLD_HOME = REASON_WORDS | {
    "service_here": N_("The customer was being served there"),
    "moving": N_("Moving to that branch"),
}
"""The reasons as the home branch reads them: what was here is there."""

_ICONS = {
    "lookups": "account-search",
    "opened": "eye",
    "moved": "truck",
    "shared": "account-multiple",
    "unshared": "account-multiple",
    "erased": "account-cancel",
    "clock": "clock-alert-outline",
    "twice": "cash-multiple",
    "overpaid": "cash-refund",
    "restored": "backup-restore",
    "number_twice": "content-copy",
    "erased_before": "account-cancel",
    "key_trusted": "key",
    "audit_broken": "shield-lock",
    "two_places": "content-copy",
}


_GOLD = (
    "twice",
    "overpaid",
    "clock",
    "lookups",
    "restored",
    "number_twice",
    "erased_before",
    "key_trusted",
    "audit_broken",
    "two_places",
)
"""Kinds that somebody must act on."""


def notice_row(desk: Desk, one: Notice) -> SyncRow:
    """One notice, in a sentence."""
    row = SyncRow(
        _ICONS.get(one.kind, "information-outline"),
        "gold" if one.kind in _GOLD else "muted",
        notice_words(_with_names(desk, one)),
        Label(look="muted", wrap=True).raw(_small(desk, one)),
    )
    read: list[Deed] = []
    if desk.allows("sync.review"):
        read = [Deed(N_("Read"), "check", "R", lambda: _seen(desk, one))]
    row.offer([*read, *open_subject(desk, one.customer_id if one.subject else None)])
    return row


def _with_names(desk: Desk, one: Notice) -> Notice:
    """Branches by their names: head office tells their codes."""
    codes = {k: v for k, v in one.params.items() if k in ("branch", "from", "to")}
    named = {name: desk.line.named(str(code)) for name, code in codes.items()}
    return replace(one, params={**one.params, **named})


def _small(desk: Desk, one: Notice) -> str:
    reason = str(one.params.get("reason") or "")
    words = str(one.params.get("words") or "")
    told = (when_of(desk)(one.happened_at), later(_TOLD_HOME.get(reason, reason)), words)
    return "  ·  ".join(part for part in told if part)


def notice_words(one: Notice) -> str:
    """What happened, in one sentence."""
    make = _SENTENCES.get(one.kind)
    if make is None:
        return t("Head office has a notice: {kind}", kind=one.kind)
    return _ended_once(make(one.subject or t("A customer"), one.params))


def _ended_once(sentence: str) -> str:
    """With one full stop, also after a masked name, which ends with one."""
    return sentence[:-1] if sentence.endswith("..") else sentence


def _branch(params: _Params) -> str:
    return str(params.get("branch") or t("Another branch"))


def _person(params: _Params) -> str:
    return str(params.get("who") or params.get("by") or "")


def _at(params: _Params) -> str:
    """Who, and at which branch."""
    who = _person(params)
    branch = _branch(params)
    return t("{who} ({branch})", who=who, branch=branch) if who else branch


def _way(subject: str, params: _Params) -> dict[str, str]:
    names = ("who", "from", "to")
    who, left, to = (str(params.get(name) or "–") for name in names)
    return {"subject": subject, "who": who, "left": left, "to": to}


def _misses(_subject: str, params: _Params) -> str:
    return t(
        "{who} looked for other branches' customers {n} times today and found nobody.",
        who=_person(params) or t("Somebody here"),
        n=str(params.get("misses") or 0),
    )


def _clock(_subject: str, params: _Params) -> str:
    from datetime import timedelta

    from ui.sync.words import span

    seconds = int(params.get("ahead_s") or 0)
    words = N_("The clock of a PC of this branch is {time} fast. Set date and time there.")
    if seconds < 0:
        words = N_("The clock of a PC of this branch is {time} slow. Set date and time there.")
    return t(words, time=span(timedelta(seconds=abs(seconds))))


def _twice(subject: str, params: _Params) -> str:
    return t(
        "Two payments look like one taken twice: {subject}, receipt {number}, {amount}.",
        subject=subject,
        number=params.get("number") or "–",
        amount=_amount(params, "cents"),
    )


def _overpaid(subject: str, params: _Params) -> str:
    return t(
        "More is paid than the order costs: {subject}, receipt {number}, {amount} too much.",
        subject=subject,
        number=params.get("number") or "–",
        amount=_amount(params, "over"),
    )


def _amount(params: _Params, name: str) -> str:
    cents = params.get(name)
    return str(Money(cents, str(params.get("cur") or "HKD"))) if isinstance(cents, int) else "–"


def _restored(_subject: str, params: _Params) -> str:
    if not params.get("to"):
        return t(
            "A PC of this branch was put back from an older backup. It goes on under another"
            " letter."
        )
    return t(
        "A PC of this branch was put back from an older backup. Its papers had the letter {left};"
        " they get the letter {to} from now on. What was done on it since that backup and never"
        " sent is offered on its page Backups; where it is not, compare the papers of those days.",
        left=params.get("from") or "–",
        to=params.get("to") or "–",
    )


def _number_twice(_subject: str, params: _Params) -> str:
    return t(
        "Two papers have the number {number}: a PC was put back and gave it again. Both are kept"
        " and found by it; write a mark on the later one.",
        number=params.get("number") or "–",
    )


_SENTENCES: dict[str, Callable[[str, _Params], str]] = {
    "lookups": _misses,
    "opened": lambda subject, p: t(
        "{who} opened the card of {subject}.", who=_at(p), subject=subject
    ),
    "moved": lambda subject, p: t("{who} moved {subject} from {left} to {to}.", **_way(subject, p)),
    "shared": lambda subject, p: t(
        "{who} of {left} shares {subject} with {to}.", **_way(subject, p)
    ),
    "unshared": lambda subject, p: t(
        "{who} of {left} no longer shares {subject} with {to}.", **_way(subject, p)
    ),
    "erased": lambda _subject, _p: t("A person was erased at head office, by request."),
    "clock": _clock,
    "twice": _twice,
    "overpaid": _overpaid,
    "restored": _restored,
    "number_twice": _number_twice,
    "audit_broken": lambda _subject, p: t(
        "The audit log of PC {letter} was cut or changed outside the program. Find out who was at"
        " it, and tell head office.",
        letter=p.get("letter") or "–",
    ),
    "two_places": lambda _subject, p: t(
        "The store of PC {letter} is used in two places: its folder was copied to a second"
        " computer. Work on one of them only, and tell head office at once.",
        letter=p.get("letter") or "–",
    ),
    "key_trusted": lambda _subject, p: t(
        "{who} signed in on a PC of this branch, and head office took it on trust: the program"
        " is new there. If it was somebody else, tell head office.",
        who=_person(p) or t("Somebody here"),
    ),
    "erased_before": lambda subject, _p: t(
        "{subject} has the phone or e-mail of somebody who was erased by request. If it is the"
        " same person, ask them before keeping their data, or have it erased again.",
        subject=subject,
    ),
}


def _seen(desk: Desk, one: Notice) -> None:
    desk.write(desk, lambda ctx: commands.seen(ctx, one.id), lambda _done: None)
