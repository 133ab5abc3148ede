"""A thousand shops' PCs without their own work: everything they will say is made beforehand.

In life it is made on a thousand PCs, not on head office's machine. Each act is a finished request,
with its stamp and signature as of the moment it is due; what is left to do in the rush is to write
it to a line and read the answer. A PC sends nothing before its last push was answered, and an act
that found head office too busy is signed anew and comes again, as in life.
"""

from __future__ import annotations

import heapq
import random
import select
import socket
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import SimpleNamespace

import msgspec
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.decoding import decode
from db.types import Id, new_id
from jewelcrm.sync.exchange import packed
from jewelcrm.wire import signing
from jewelcrm.wire.messages import Op, PushAsk
from tests.jewelcrm.office import chain
from tests.jewelcrm.office.proving import SIGNING, SignIn

PUSH = "/v1/sync/push"
LONGEST_WAIT_S = 3.0
_BUSY = b"HTTP/1.1 503"
_GOOD = b"HTTP/1.1 200"
_TAKEN = {"ok", "merged", "dup"}


class Told(msgspec.Struct):
    """What became of a transaction."""

    st: str


class Answer(msgspec.Struct):
    """As much of head office's answer as is looked at here."""

    res: list[Told]


class Now:
    """The PCs' clock, which is set to the moment of each act while it is made."""

    def __init__(self) -> None:
        self.ms = time.time_ns() // 1_000_000


class Till(chain.Pc):
    """The PC of one branch, with a person signed in, who stamps what is done."""

    def __init__(self, branch: Id, actor: Id, now: Now) -> None:
        super().__init__(SimpleNamespace(manager=actor, clock=now), new_id(), branch)  # type: ignore[arg-type]
        self.key, self.vouching = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
        self.session = SignIn(self, actor, self.vouching)
        self.customers: list[Id] = []

    def act(self, dice: random.Random) -> bytes:
        """The request that tells of one act at the counter."""
        self.req += 1
        tx = self.session.stamped(self.tx(*self._something(dice)))
        ask = PushAsk(SIGNING, self.epoch, self.req, self.acked, [tx], sessions=[self.session.said])
        self.acked = self.n
        body, headers = packed(msgspec.json.encode(ask))
        return self.signed(body, headers.get("content-encoding", ""))

    def signed(self, body: bytes, encoding: str) -> bytes:
        """The whole request, as of the PC's clock."""
        now = self.chain.clock.ms
        signature = signing.sign(self.key, self.id, method="POST", path=PUSH, body=body, now=now)
        coded = f"content-encoding: {encoding}\r\n" if encoding else ""
        head = (
            f"POST {PUSH} HTTP/1.1\r\nhost: office\r\n{signing.HEADER}: {signature}\r\n"
            f"content-type: application/json\r\n{coded}accept-encoding: zstd\r\n"
            f"content-length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body

    def _something(self, dice: random.Random) -> list[Op]:
        if not self.customers or dice.random() < 0.4:
            customer = new_id()
            self.customers.append(customer)
            return [chain.a_customer(self, customer), chain.a_phone(self, customer)]
        customer = dice.choice(self.customers)
        if dice.random() < 0.5:
            return [self.update("customer", customer, 9, district=f"Block {dice.randrange(99)}")]
        order = new_id()
        papers = chain.a_line(self, order), chain.a_payment(self, order)
        return [chain.an_order(self, customer, order), *papers]


@dataclass(slots=True)
class Act:
    """Something done at a counter: when (seconds from the opening), where, and how it is told."""

    moment: float
    pc: int
    request: bytes


def acts(pcs: list[Till], now: Now, moments: Iterable[tuple[float, int]], opens: int) -> list[Act]:
    """All acts of a day, which opens at that moment (ms), in their order."""
    made: list[Act] = []
    for moment, pc in moments:
        now.ms = opens + int(moment * 1000)
        made.append(Act(moment, pc, pcs[pc].act(random.Random(len(made)))))
    return made


class Line:
    """One of the lines that a reverse proxy keeps open to head office."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._heard = b""
        self.act: Act | None = None

    def fileno(self) -> int:
        """As the system calls it."""
        return self._socket.fileno()

    def send(self, act: Act) -> None:
        """Ask."""
        self.act = act
        self._socket.sendall(act.request)

    def hear(self) -> bytes | None:
        """The answer with its head, once it is there as a whole."""
        part = self._socket.recv(1 << 16)
        assert part, "head office has closed the line"
        self._heard += part
        head, found, body = self._heard.partition(b"\r\n\r\n")
        if not found or len(body) < _length(head):
            return None
        heard, self._heard = self._heard, b""
        return heard

    def close(self) -> None:
        """Hang up."""
        self._socket.close()


def _length(head: bytes) -> int:
    return int(head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0])


def require_taken(answer: bytes) -> None:
    """Nothing when head office has taken the act in.

    Raises:
        AssertionError: it has not.
    """
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(_GOOD), answer
    if b"content-encoding: zstd" in head.lower():
        body = zstandard.ZstdDecompressor().decompressobj().decompress(body)
    assert [one.st for one in decode(body, Answer).res if one.st not in _TAKEN] == [], body


@dataclass
class Rush:
    """Acts that come when they come, whether those before were answered or not."""

    port: int
    pcs: list[Till]
    now: Now
    lines: int
    taken: list[float] = field(default_factory=list)
    """Milliseconds from the act to its answer."""
    waiting: list[int] = field(default_factory=list)
    """How many were not sent yet when one more came."""
    busy: int = 0
    """How often head office was too busy."""
    answered: int = 0
    left: int = 0

    def __post_init__(self) -> None:
        self._connect()
        self._ready: deque[Act] = deque()
        self._behind: dict[int, deque[Act]] = {}
        """Acts of PCs whose last push is not answered yet."""
        self._later: list[tuple[float, int, Act]] = []
        self._waits = self._flying = 0
        self._began = 0.0

    def _connect(self) -> None:
        self._free = [Line(self.port) for _ in range(self.lines)]
        self._poll = select.epoll()
        self._by_number = {line.fileno(): line for line in self._free}
        for line in self._free:
            self._poll.register(line, select.EPOLLIN)

    def run(self, day: list[Act], seconds: float) -> None:
        """The day, until it is over; what is on its way then is waited for.

        On new lines: head office hangs up those that lay idle while a long day was made.
        """
        self.close()
        self._connect()
        self._began, at = time.perf_counter(), 0
        while (now := time.perf_counter() - self._began) < seconds:
            while at < len(day) and day[at].moment <= now:
                self._come(day[at])
                at += 1
            self._step(now, day[at].moment if at < len(day) else seconds)
        self.answered, self.left = len(self.taken), self._waits
        while self._flying:
            self._hear(1.0)

    def all(self, day: list[Act]) -> None:
        """All of it, as fast as it goes."""
        for act in day:
            self._come(act)
        self._began = time.perf_counter()
        while self._waits or self._flying:
            self._step(time.perf_counter() - self._began, float("inf"))
        self.taken, self.waiting, self.busy = [], [], 0

    def close(self) -> None:
        """Hang up."""
        for line in self._by_number.values():
            line.close()
        self._poll.close()

    def _come(self, act: Act) -> None:
        self._waits += 1
        self.waiting.append(self._waits)
        behind = self._behind.get(act.pc)
        if behind is None:
            self._behind[act.pc] = deque()
            self._ready.append(act)
        else:
            behind.append(act)

    def _step(self, now: float, until: float) -> None:
        while self._later and self._later[0][0] <= now:
            self._ready.append(heapq.heappop(self._later)[2])
        while self._ready and self._free:
            self._free.pop().send(self._ready.popleft())
            self._waits -= 1
            self._flying += 1
        self._hear(max(0.0, min(until - now, 0.1)))

    def _hear(self, patience: float) -> None:
        for number, _ in self._poll.poll(patience):
            line = self._by_number[number]
            answer = line.hear()
            if answer is not None:
                self._flying -= 1
                self._free.append(line)
                assert line.act is not None
                self._answered(line.act, answer)

    def _answered(self, act: Act, answer: bytes) -> None:
        now = time.perf_counter() - self._began
        if answer.startswith(_BUSY):
            self._again(act, now)
            return
        require_taken(answer)
        self.taken.append((now - act.moment) * 1000)
        behind = self._behind[act.pc]
        if behind:
            self._ready.append(behind.popleft())
        else:
            del self._behind[act.pc]

    def _again(self, act: Act, now: float) -> None:
        self.busy += 1
        self._waits += 1
        self.now.ms = time.time_ns() // 1_000_000
        head, _, body = act.request.partition(b"\r\n\r\n")
        encoding = "zstd" if b"content-encoding: zstd" in head else ""
        act.request = self.pcs[act.pc].signed(body, encoding)
        heapq.heappush(self._later, (now + random.uniform(0, LONGEST_WAIT_S), self.busy, act))
