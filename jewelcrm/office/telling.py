"""What a PC reads besides news: in which life head office is, and notes about erased people."""

from __future__ import annotations

from collections.abc import Iterable

from db.types import Id
from jewelcrm.office import pull, skew
from jewelcrm.office.hearing import Hearing
from jewelcrm.office.visiting import proofs
from jewelcrm.wire.messages import Erased, Feed, PullAnswer, PullAsk


def tell(hearing: Hearing, device: Id, ask: PullAsk, now: int) -> PullAnswer:
    """News; none for a PC that knows another life of head office: it says its standing first."""
    life = hearing.life()
    if ask.life is not None and ask.life != life:
        answer = _nothing(hearing, device, ask, now)
    else:
        answer = pull.pull(hearing, device, ask, now)
        answer.erased = _notes(hearing, answer.feeds)
    answer.life = life
    return answer


def _nothing(hearing: Hearing, device: Id, ask: PullAsk, now: int) -> PullAnswer:
    grants = hearing.grants(device, now)
    until = now + grants.device.lease_days * pull.DAY_MS
    seen = sorted(grants.scopes)
    return PullAnswer(ask.req, now, hearing.tick(now), [], seen, until, schema=skew.SCHEMA)


def _notes(hearing: Hearing, feeds: Iterable[Feed]) -> list[Erased]:
    items = (item for feed in feeds for item in feed.items if item.kind == "E")
    people = {bytes.fromhex(item.id) for item in items if item.t == "customer"}
    if not people:
        return []
    with hearing.store.read() as work:
        return proofs.notes(work, people)
