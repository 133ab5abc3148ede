"""Head office's web interface: takes requests in, hands them to the service, answers in form.

No work is done on the event loop: signature, unpacking, the service and packing are one job in a
worker thread. Whatever goes wrong leaves as a `Trouble`; nothing a PC sent gets into the log.
"""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from db.errors import Busy, DiskFull, OutOfReach
from jewelcrm.errors import CanFix
from jewelcrm.log import log
from jewelcrm.office import asking, bodies, returning
from jewelcrm.office.answers import answer, trouble, wants_packing
from jewelcrm.office.auth import Caller
from jewelcrm.office.describe import describe
from jewelcrm.office.endpoints import ENDPOINTS, SMALL, Endpoint
from jewelcrm.office.events import Watch
from jewelcrm.office.housekeeping import Housekeeping
from jewelcrm.office.lanes import Convoy, Lane
from jewelcrm.office.listening import listen
from jewelcrm.office.offsite_tidying import Tidying
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.site import Limits, Site, make_site
from jewelcrm.office.skew import SCHEMA
from jewelcrm.wire import signing
from jewelcrm.wire.enrolment import EnrolAsk, ReturnAsk
from jewelcrm.wire.messages import PROTO
from jewelcrm.wire.news import Hello
from jewelcrm.wire.persons import HEADER as PERSON

if TYPE_CHECKING:
    from jewelcrm.office.service import Office

Handler = Callable[[Request], Awaitable[Response]]
ABREAST_BYTES = 16_384
"""A larger body, as it comes, goes by itself."""
EVENTS = "/v1/events"


def make_app(
    office: Office, *, ca: str = "", limits: Limits | None = None, folder: Path | None = None
) -> FastAPI:
    """The application around a service; `ca` is the authority that PCs are to pin.

    `folder`: head office's own, where PCs may leave their backups.
    """
    site = make_site(office, ca=ca, limits=limits, folder=folder)
    app = Application(
        docs_url=None, redoc_url=None, openapi_url="/v1/openapi.json", lifespan=_lifespan(site)
    )
    app.openapi = describe  # type: ignore[method-assign]
    app.state.site = site
    for endpoint in ENDPOINTS:
        _add(app, "POST", endpoint.path, site, _signed(site, endpoint))
    _add(app, "POST", "/v1/enrol", site, _enrol(site))
    _add(app, "POST", returning.PATH, site, _return(site))
    _add(app, "GET", "/v1/hello", site, _hello(site))
    _add(app, "GET", "/v1/exposure", site, _exposure(site))
    listening = _add(app, "GET", EVENTS, site, lambda request: listen(site, request, admit))
    app.listening = listening
    app.add_exception_handler(HTTPException, _no_such_place(site))
    return app


def admit(site: Site, request: Request, body: bytes, *, later: bool = False) -> Caller:
    """The PC that signed the request, if it may ask just now; in a worker thread.

    `later`: whether the request is new may be found out by whoever acts.

    Raises:
        Refusal: it may not.
    """
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    query: bytes = request.scope["query_string"]
    path = (raw.split(b"?")[0] + (b"?" + query if query else b"")).decode("latin-1")
    header = request.headers.get(signing.HEADER)
    return site.guard.admit(
        header, method=request.method, path=path, body=body, take=site.devices.take, later=later
    )


class Application(FastAPI):
    """FastAPI, but event streams go past its layers: they leave HTTP (`streaming`)."""

    listening: Handler | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Speak ASGI."""
        if self.listening is None or scope.get("path") != EVENTS or scope.get("method") != "GET":
            await super().__call__(scope, receive, send)
            return
        response = await self.listening(Request(scope, receive))
        await response(scope, receive, send)


def _add(app: FastAPI, method: str, path: str, site: Site, handler: Handler) -> Handler:
    async def handled(request: Request) -> Response:
        try:
            return await handler(request)
        except Exception as error:  # noqa: BLE001 - the one place where errors become answers
            _tell_what_fails(error, site, path)
            return trouble(_refusal(error, path), site.now())

    app.router.add_route(path, handled, methods=[method], include_in_schema=False)
    return handled


def _refusal(error: Exception, path: str) -> Refusal:
    """The error as a PC may hear it; one of ours is told to the log, without what it was about."""
    match error:
        case Refusal():
            return error
        case Busy():
            return Refusal("busy", retry=2.0)
        case DiskFull():
            return Refusal("disk_full", retry=60.0)
        case CanFix():  # somebody at head office can, as when a branch has had all its letters
            log.warning("request cannot be met", place=_place(path))
            return Refusal("limit", retry=3_600.0)
    log.error(
        "request failed",
        place=_place(path),
        error=type(error).__name__,
    )
    return Refusal("broken", retry=30.0)


_FAILING = {
    DiskFull: "request refused on a full disk",
    OutOfReach: "request refused while the database cannot be reached",
}


def _tell_what_fails(error: Exception, site: Site, path: str) -> None:
    """A line for each kind of request and minute: every PC of a chain comes again each minute."""
    cause = error.__cause__ if isinstance(error, Refusal) else error
    for kind, words in _FAILING.items():
        if isinstance(cause, kind):
            with suppress(Refusal):
                site.failing.take(f"{words} {path}")
                log.warning(words, place=_place(path))


def _place(path: str) -> str:
    return path.removeprefix("/v1/").replace("/", "_")


@dataclass(frozen=True, slots=True)
class _Question:
    """A signed request, with its body as it came."""

    site: Site
    endpoint: Endpoint
    request: Request
    body: bytes

    def heard(self) -> tuple[Caller, bytes]:
        """Who asks, and the body unpacked.

        Raises:
            Refusal: as of `admit` and `bodies.unpack`.
        """
        endpoint = self.endpoint
        caller = admit(self.site, self.request, self.body, later=endpoint.once)
        encoding = self.request.headers.get("content-encoding", "")
        return caller, bodies.unpack(self.body, encoding, endpoint.limit)

    def act(self) -> Response:
        """Do what is asked."""
        return self.act_for(*self.heard())

    def act_for(self, caller: Caller, plain: bytes) -> Response:
        """Do what is asked, when it was heard already."""
        endpoint = self.endpoint
        with bodies.turn(plain, SMALL):
            ask = bodies.decode(plain, endpoint.ask)
            if endpoint.person:
                _require_person(self.site, self.request, caller, ask.actor)
            return self.answer(endpoint.act(self.site, caller, ask))

    def answer(self, message: Any) -> Response:
        """The answer in form."""
        return _answer(message, packs=wants_packing(self.request))


def _signed(site: Site, endpoint: Endpoint) -> Handler:
    lane: Lane = getattr(site.lanes, endpoint.lane)
    convoy = _convoy(site, endpoint, lane)

    async def handler(request: Request) -> Response:
        if endpoint.limit > SMALL and bodies.may_be_large(request, SMALL):
            header = request.headers.get(signing.HEADER)
            await lane.run(lambda: site.guard.expect(header))
        body = await bodies.read(request, endpoint.limit)
        question = _Question(site, endpoint, request, body)
        if convoy is not None and len(body) <= ABREAST_BYTES:
            return await convoy.run(question)
        return await lane.run(question.act)

    return handler


def _convoy(site: Site, endpoint: Endpoint, lane: Lane) -> Convoy[_Question, Response] | None:
    """How small questions of this kind go together, if they do."""
    abreast = endpoint.abreast
    if abreast is None:
        return None

    def act(questions: Sequence[_Question]) -> list[Response | Exception]:
        told: dict[int, Response | Exception] = {}
        asked: dict[int, tuple[Caller, Any]] = {}
        for number, one in enumerate(questions):
            try:
                caller, plain = one.heard()
                if len(plain) > SMALL:
                    told[number] = one.act_for(caller, plain)
                else:
                    asked[number] = caller, bodies.decode(plain, endpoint.ask)
            except Exception as error:  # noqa: BLE001 - it is the answer of this one
                told[number] = error
        for number, found in zip(asked, abreast(site, list(asked.values())), strict=True):
            is_error = isinstance(found, Exception)
            told[number] = found if is_error else questions[number].answer(found)
        return [told[number] for number in range(len(questions))]

    return Convoy(lane, act, most=site.limits.abreast, at_once=site.limits.companies)


def _require_person(site: Site, request: Request, caller: Caller, actor: str) -> None:
    """Nothing when the person in whose name the PC asks has signed in there."""
    header, signature = (request.headers.get(name) for name in (PERSON, signing.HEADER))
    asking.require(site.store, caller.id, header, signature, actor=actor, now=site.now())


def _enrol(site: Site) -> Handler:
    async def handler(request: Request) -> Response:
        site.strangers.take(_address(request))
        body = await bodies.read(request, SMALL)
        encoding = request.headers.get("content-encoding", "")

        def job() -> Response:
            ask = bodies.decode(bodies.unpack(body, encoding, SMALL), EnrolAsk)
            return _answer(site.enrolment.enrol(ask), packs=False)

        return await site.lanes.quick.run(job)

    return handler


def _return(site: Site) -> Handler:
    async def handler(request: Request) -> Response:
        site.strangers.take(_address(request))
        site.returning.take(_address(request))
        body = await bodies.read(request, SMALL)
        header, encoding = request.headers.get(signing.HEADER), _encoding(request)

        def job() -> Response:
            ask = bodies.decode(bodies.unpack(body, encoding, SMALL), ReturnAsk)
            return _answer(returning.ask(site.store, site.clock, ask, header, body), packs=False)

        return await site.lanes.quick.run(job)

    return handler


def _encoding(request: Request) -> str:
    return request.headers.get("content-encoding", "")


def _hello(site: Site) -> Handler:
    async def handler(request: Request) -> Response:
        site.strangers.take(_address(request))
        hello = Hello(site.store.server.hex(), PROTO, SCHEMA, site.now())
        return _answer(hello, packs=False)

    return handler


def _exposure(site: Site) -> Handler:
    async def handler(request: Request) -> Response:
        packs = wants_packing(request)

        def job() -> Response:
            caller = admit(site, request, b"")
            from jewelcrm.office.visiting import exposure

            return _answer(exposure(site.office, caller.id), packs=packs)

        return await site.lanes.bulk.run(job)

    return handler


def _answer(message: Any, *, packs: bool) -> Response:
    data = msgspec.json.encode(message)
    packed = packs and len(data) > bodies.WORTH_PACKING
    return answer(bodies.pack(data) if packed else data, packed=packed)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _no_such_place(site: Site) -> Callable[[Request, Exception], Response]:
    def handler(_request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 404
        told = trouble(Refusal("not_found" if status == 404 else "bad_request"), site.now(), status)
        told.headers.update(getattr(error, "headers", None) or {})
        return told

    return handler


def _lifespan(site: Site) -> Callable[[FastAPI], Any]:
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        limits = site.limits
        watch = Watch(site.hub, site, every=limits.look, heartbeat=limits.heartbeat)
        quiet = site.store.on_news(watch.news)
        keeper = Housekeeping(site.office)
        tidying = Tidying(site.jobs())
        _end_streams_on_signals(site)
        try:
            yield
        finally:
            quiet()
            site.hub.close()
            await watch.stop()
            await keeper.stop()
            await tidying.stop()
            site.lanes.close()

    return lifespan


def _end_streams_on_signals(site: Site) -> None:
    """A server that is told to stop waits for its requests; event streams would never end."""
    if threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        before = signal.getsignal(number)
        if callable(before) and before is not signal.default_int_handler:
            signal.signal(number, _both(loop, site, before))


def _both(loop: asyncio.AbstractEventLoop, site: Site, before: Callable[..., Any]) -> Any:
    def stop(number: int, frame: Any) -> None:
        loop.call_soon_threadsafe(site.hub.close)
        before(number, frame)

    return stop
