"""A head office with its web interface, and PCs that speak to it."""

from __future__ import annotations

import asyncio
import atexit
import base64
import datetime as dt
import secrets
import shutil
import tempfile
import threading
from collections.abc import Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import httpx
import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import FastAPI

from db.backup.manifest import Manifest, sealed
from db.backup.packs import name_of, packed
from db.office.store import OfficeStore
from db.types import Id, new_id, to_millis
from jewelcrm.office import branches, codes, people
from jewelcrm.office.app import make_app
from jewelcrm.office.service import Office
from jewelcrm.office.site import Limits
from jewelcrm.office.skew import SCHEMA
from jewelcrm.wire import sealing, signing
from jewelcrm.wire.enrolment import EnrolAnswer, EnrolAsk, answer_proof, ask_proof, code_id
from tests.conftest import SetClock
from tests.jewelcrm.office_app.signins import PUSH, SignIns

T = TypeVar("T")
PASSWORD = "quiet brass lamp 7"
ROOMY = Limits(
    device=(10_000, 10_000),
    stranger=(10_000, 10_000),
    person=(10_000, 10_000),
    returning=(10_000, 10_000),
    look=0.05,
)
"""Limits for tests of anything but limits."""


class Line(httpx.BaseTransport):
    """Requests straight into the application, which runs on an event loop of its own."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app
        self._inner = httpx.ASGITransport(app)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def start(self) -> None:
        self._thread.start()
        self._lifespan = self.app.router.lifespan_context(self.app)
        self._run(self._lifespan.__aenter__())

    def stop(self) -> None:
        self._run(self._lifespan.__aexit__(None, None, None))
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._run(self._answer(request))

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        got = await self._inner.handle_async_request(request)
        raw = b"".join([part async for part in got.stream])  # type: ignore[union-attr]
        response = httpx.Response(got.status_code, headers=got.headers, content=raw)
        response.elapsed = dt.timedelta(0)
        return response

    def _run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(60)


@dataclass
class Pc:
    """An enrolled PC: its keys, and a line to head office."""

    client: httpx.Client
    clock: SetClock
    branch_code: str = "HK01"
    id: Id = field(default_factory=new_id)
    sign: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    seal: tuple[bytes, bytes] = field(default_factory=sealing.new_pair)
    answer: EnrolAnswer | None = None
    people: SignIns | None = None
    """Who signs in on it; None: nobody does."""

    def ask(self, code: str, **changes: Any) -> EnrolAsk:
        """What it asks for with a code."""
        ask = EnrolAsk(
            code_id=code_id(code),
            device=self.id.hex(),
            name="Counter 1",
            sign_key=base64.b64encode(self.sign.public_key().public_bytes_raw()).decode(),
            seal_key=base64.b64encode(self.seal[1]).decode(),
            proof="",
            schema=SCHEMA,
        )
        ask = msgspec.structs.replace(ask, **changes)
        return msgspec.structs.replace(ask, proof=ask_proof(code, ask))

    def enrol(self, code: str, **changes: Any) -> EnrolAnswer:
        """Join; the answer's proof is checked."""
        ask = self.ask(code, **changes)
        got = self.client.post("/v1/enrol", content=msgspec.json.encode(ask))
        assert got.status_code == 200, got.text
        self.answer = msgspec.json.decode(got.content, type=EnrolAnswer)
        assert self.answer.proof == answer_proof(code, ask, self.answer)
        return self.answer

    def header(self, method: str, path: str, body: bytes, *, late: int = 0) -> dict[str, str]:
        """The signature of a request, and of the person in whose name it is."""
        now = to_millis(self.clock.now()) - late
        sig = signing.sign(self.sign, self.id, method=method, path=path, body=body, now=now)
        proof = self.people.proof(body, sig) if self.people else {}
        return {signing.HEADER: sig, **proof}

    def stamped(self, path: str, body: bytes) -> bytes:
        """What is asked, the acts of a push stamped by the persons who did them."""
        return self.people.stamped(body) if self.people and path == PUSH else body

    def post(self, path: str, message: Any, **headers: str) -> httpx.Response:
        """A signed question."""
        body = message if isinstance(message, bytes) else msgspec.json.encode(message)
        body = self.stamped(path, body)
        signed = self.header("POST", path, body)
        return self.client.post(path, content=body, headers={**signed, **headers})

    def get(self, path: str) -> httpx.Response:
        """A signed question without a body."""
        return self.client.get(path, headers=self.header("GET", path, b""))

    def paper(self, branch_id: str, **changes: Any) -> bytes:
        """A signed manifest of a backup of this PC that holds nothing."""
        at = self.clock.now()
        manifest = Manifest(
            kind="shop",
            id=f"{at:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}",
            made=to_millis(at),
            why="now",
            app="1",
            schema=SCHEMA,
            store="0" * 32,
            device=self.id.hex(),
            branch=self.branch_code,
            branch_id=branch_id,
            letter="A",
            epoch=1,
            seq=1,
            prev="",
            size=0,
            chunk=16384,
            lists=[],
            counts={},
            sums={},
            slots="",
            signer=self.sign.public_key().public_bytes_raw().hex(),
        )
        return sealed(msgspec.structs.replace(manifest, **changes), self.sign, b"k" * 32)

    @property
    def scope(self) -> str:
        """Its branch's scope."""
        assert self.answer is not None
        return f"B:{self.answer.branch_id}"


def a_pack() -> str:
    """A chunk of a backup, as it is sent."""
    chunk = secrets.token_bytes(2_000)
    return base64.b64encode(packed([(name_of(chunk), chunk)])).decode()


@dataclass
class HeadOffice:
    """A store with an administrator and two branches, and its interface."""

    store: OfficeStore
    clock: SetClock
    client: httpx.Client
    line: Line
    admin: people.Person

    def code(self, branch: str = "HK01", **options: bool) -> str:
        """A one-time code."""
        new = codes.NewCode(branch, **options)
        return self.store.run(
            lambda work: codes.new_code(work, new, self.clock.now(), self.admin.id)
        )

    def pc(self, branch: str = "HK01") -> Pc:
        """An enrolled PC."""
        pc = Pc(self.client, self.clock, branch)
        pc.people = SignIns(pc.id, self.clock, self.store)
        pc.enrol(self.code(branch))
        return pc

    def query(self, statement: Any) -> list[Any]:
        """What the store says."""
        with self.store.read() as work:
            return list(work.conn.execute(statement))


def a_head_office(store: OfficeStore, clock: SetClock, limits: Limits = ROOMY) -> HeadOffice:
    """Over an empty store; the client's `with` starts and stops the application."""
    admin = store.run(lambda work: _begin(work, clock))
    folder = Path(tempfile.mkdtemp(prefix="jcrm-office-"))
    atexit.register(shutil.rmtree, folder, True)
    app = make_app(Office(store, clock), ca="PINNED", limits=limits, folder=folder)
    line = Line(app)
    return HeadOffice(
        store, clock, httpx.Client(transport=line, base_url="https://office"), line, admin
    )


def _begin(work: Any, clock: SetClock) -> people.Person:
    from sqlalchemy import update

    from db.office import tables

    first = people.NewPerson("mary", "Mary Chan", "administrator", PASSWORD)
    admin = people.add(work, first, clock.now())
    for code in ("HK01", "HK02"):
        branches.add(work, branches.NewBranch(code, f"Shop {code}"), clock.now(), admin.id)
    work.conn.execute(update(tables.office_state).values(recovery_key=OFFICE_PAIR[1]))
    return admin


OFFICE_PAIR = sealing.new_office_pair()
