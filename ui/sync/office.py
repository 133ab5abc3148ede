"""Questions to head office about other branches' customers, as the dialogs ask them.

Everything runs off the UI thread. Tests and pictures put their own functions in the place of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.types import Id
    from jewelcrm.context import Context
    from jewelcrm.sync.visiting import Found, Opened, ToErase
    from jewelcrm.wire.visiting import LookupBy


def look_up(ctx: Context, by: LookupBy, text: str, last_four: str | None) -> Found:
    """Who is exactly that, at any branch."""
    from jewelcrm.sync import visiting

    return visiting.look_up(ctx, by=by, text=text, last_four=last_four)


def borrow(ctx: Context, ticket: str, reason: str, words: str) -> Opened:
    """Open a looked-up customer here for a day."""
    from jewelcrm.sync import visiting

    return visiting.open_customer(ctx, ticket, reason=reason, words=words)


def move(ctx: Context, customer_id: Id, to_branch: Id, reason: str) -> None:
    """Make another branch her home."""
    from jewelcrm.sync import visiting

    visiting.move(ctx, customer_id, to_branch=to_branch, reason=reason)


def share(ctx: Context, customer_id: Id, with_branch: Id, reason: str, *, stop: bool) -> None:
    """Let another branch see her, or no more."""
    from jewelcrm.sync import visiting

    visiting.share(ctx, customer_id, with_branch=with_branch, reason=reason, stop=stop)


def erasures(ctx: Context) -> list[ToErase]:
    """Who is to be erased, and which PCs have still to confirm it."""
    from jewelcrm.sync import visiting

    return visiting.erasures(ctx)


def erase(ctx: Context, customer_id: Id, reason: str, *, approve: bool) -> bool:
    """Ask for her to be erased, or second it; True when a second person must still do so."""
    from jewelcrm.sync import visiting

    return visiting.erase(ctx, customer_id, reason=reason, approve=approve)
