"""`GET /v1/events`: an event stream, or with `?wait=` one long poll."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from jewelcrm.office import bodies
from jewelcrm.office.answers import answer
from jewelcrm.office.auth import Caller
from jewelcrm.office.events import Heads, Stream
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.site import Site
from jewelcrm.office.streaming import EventStream
from jewelcrm.wire.kinds import LARGEST
from jewelcrm.wire.news import LONGEST_WAIT_S, News, Poke

Admit = Callable[[Site, Request, bytes], Caller]


async def listen(site: Site, request: Request, admit: Admit) -> Response:
    """Tell the PC of news as long as it listens, beginning with where everything stands."""
    wait, known = _number(request, "wait", LONGEST_WAIT_S), _number(request, "known", LARGEST)

    def job() -> Stream:
        caller = admit(site, request, b"")
        return Stream(caller.id, site.scopes_of(caller.id))

    stream = await site.lanes.quick.run(job)
    site.hub.welcome(stream)
    try:
        for scope, head in (await _heads(site, stream)).items():
            stream.tell(scope, head)
    except BaseException:
        site.hub.leave(stream)
        raise
    if wait is None:
        return EventStream(site.hub, stream)
    return await _poll(site, stream, wait, known)


async def _poll(site: Site, stream: Stream, wait: int, known: int | None) -> Response:
    """One long poll: answered at once when the heads' sum is not the known one."""
    try:
        heads = stream.take()
        if known in {None, sum(heads.values())}:
            await stream.wait(float(wait))
            heads |= stream.take()
        pokes = [Poke(scope, head) for scope, head in sorted(heads.items())]
        news = News(pokes, sum(heads.values()), stream.end or "on")
        return answer(bodies.encode(news), packed=False)
    finally:
        site.hub.leave(stream)


async def _heads(site: Site, stream: Stream) -> Heads:
    return await site.lanes.quick.run(lambda: site.heads(stream.scopes))


def _number(request: Request, name: str, largest: int) -> int | None:
    text = request.query_params.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 20 and int(text) <= largest):
        raise Refusal("bad_request")
    return int(text)
