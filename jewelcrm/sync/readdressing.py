"""Head office answers at another address: this PC follows, if it is the same head office."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

from db.shop import keys, officeslots, syncoffice
from db.shop.officeslots import Place
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.sync.enrolling import address_of
from jewelcrm.sync.line import Refused, Unreachable
from jewelcrm.sync.tls import plain_url
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.sync.words import in_words


@command("sync.enrol")
def follow(ctx: Context, url: str) -> str:
    """Reach head office at `url` from now on; returns the address as it is kept.

    Raises:
        CanFix: the address is out of form, or another head office's. Unavailable: nobody answers
            there, or somebody with a certificate of another authority.
    """
    where = address_of(ctx.store)
    there = replace(where, url=plain_url(url))
    with closing(HttpTransport(there, ctx.clock)) as line:
        try:
            hello = line.hello()
        except (Unreachable, Refused) as error:
            raise in_words(error) from error
    if bytes.fromhex(hello.server) != where.server:
        raise CanFix("Another head office answers at this address.", field="url")
    with ctx.work("head office's address") as work:
        syncoffice.move(work.raw, there.url)
        work.audit("office.moved", where.server)
        work.touched.add("sync")
    slots = keys.load(ctx.store.folder)
    if officeslots.place_of(slots) is not None and keys.is_ours(slots, ctx.store.key):
        place = Place(there.url, there.ca, there.device)
        keys.save(ctx.store.folder, officeslots.with_place(slots, place), ctx.store.key)
    return there.url
