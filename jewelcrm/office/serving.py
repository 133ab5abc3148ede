"""Running the server: sockets, TLS 1.3, processes, and a log that holds nobody's data."""

from __future__ import annotations

import gc
import logging
import os
import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from db.memory import keep_large_blocks_apart
from jewelcrm.context import SystemClock
from jewelcrm.errors import CanFix
from jewelcrm.office import certificates, premises
from jewelcrm.office.addresses import ANYWHERE, Listening
from jewelcrm.office.app import make_app
from jewelcrm.office.heads import Prompt
from jewelcrm.office.service import Office
from jewelcrm.office.streaming import GOOD_BYE_S, LINE, Told
from jewelcrm.office.visiting import ledgerfile

DATA_VARIABLE, PLAIN_VARIABLE = "JEWELCRM_OFFICE_DATA", "JEWELCRM_OFFICE_PLAIN"
KEEP_ALIVE_S, GRACE_S, BACKLOG = 75, 10, 2048
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


class Line(Prompt):
    """One PC's line; when the server stops, it is cut as soon as what was asked is answered.

    A line under TLS says good-bye and waits until the other end does too, which a PC that reads
    nothing just now does not; the server would wait for its whole grace.
    """

    _stops = False

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self.scope["extensions"] = {LINE: {"hand_over": self.hand_over}}

    def hand_over(self, to: Told) -> None:
        """Let another have the line from now on; of the request nothing stays."""
        if self.cycle.disconnected or self.transport.is_closing():
            to.leave()
            return
        self.cycle.disconnected = True  # so uvicorn misses no answer
        self.flow.resume_reading()
        self.connections.discard(self)
        self.transport.set_protocol(to)
        to.begin(self.transport, self.connections, self.server_state.default_headers)
        self.parser = self.cycle = None  # type: ignore[assignment]  # each holds this line

    def shutdown(self) -> None:
        """The server stops."""
        self._stops = True
        super().shutdown()
        self._cut_when_idle()

    def on_response_complete(self) -> None:
        """A request was answered."""
        super().on_response_complete()
        if self._stops:
            self._cut_when_idle()

    def _cut_when_idle(self) -> None:
        asked: RequestResponseCycle | None = self.cycle
        if asked is None or asked.response_complete:
            self.loop.call_later(GOOD_BYE_S, self.transport.abort)


class Config(uvicorn.Config):
    """Uvicorn's, with TLS 1.3 and nothing older; also in each worker process."""

    def load(self) -> None:
        """Get ready to serve."""
        quiet_log()
        super().load()
        if self.ssl is not None:
            self.ssl.minimum_version = ssl.TLSVersion.TLSv1_3
            self.ssl.num_tickets = 0  # lines live long; a session kept for each costs memory


def application() -> FastAPI:
    """The application over the folder that the environment names; made in each process."""
    keep_large_blocks_apart()  # each line with TLS has one
    folder = Path(os.environ[DATA_VARIABLE])
    config = premises.load(folder)
    ca = authority(folder, config, plain=bool(os.environ.get(PLAIN_VARIABLE)))
    office = Office(premises.open_store(folder, config), SystemClock())
    app = make_app(office, ca=ca, folder=folder)
    _look_for_rubbish_less()
    return app


def _look_for_rubbish_less() -> None:
    """A push makes a hundred thousand objects, none in circles: looking through them is a fifth."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)


def authority(folder: Path, config: premises.Premises, *, plain: bool) -> str:
    """The certificate authority that PCs are to pin; empty under a public one."""
    if config.authority:
        return Path(config.authority).read_text(encoding="ascii")
    own = folder / certificates.CA
    if plain or config.certificate or not own.exists():
        return ""
    return own.read_text(encoding="ascii")


def ready(folder: Path, config: premises.Premises) -> certificates.Certificates:
    """The certificates to serve with: given ones, or our own, renewed if need be."""
    if config.certificate:
        ca = Path(config.authority) if config.authority else None
        return certificates.given(Path(config.certificate), Path(config.certificate_key), ca)
    names = config.names or certificates.own_names()
    return certificates.ensure(folder, names, SystemClock().now())


def serve(folder: Path, listening: Listening, told: Callable[[str], None]) -> None:
    """Answer until stopped; `told` hears the address once there is one.

    Raises:
        CanFix: the address is taken, or asks for what this store cannot do.
    """
    known = premises.load(folder)
    _refuse_odd(known, listening)
    os.environ[DATA_VARIABLE] = str(folder)
    if listening.plain:
        os.environ[PLAIN_VARIABLE] = "1"
    with closing(premises.open_store(folder, known)) as store:  # what is wrong is said here, once
        ledgerfile.remember(store, folder)
    sock = bind(listening)
    config = Config(**_options(folder, known, listening))
    told(address(listening, sock, known.names))
    if listening.workers > 1:
        from uvicorn.supervisors import Multiprocess

        Multiprocess(config, sockets=[sock]).run()
    else:
        uvicorn.Server(config).run(sockets=[sock])


def bind(listening: Listening) -> socket.socket:
    """The socket, bound.

    Raises:
        CanFix: somebody has it, or it is not ours to have.
    """
    family = socket.AF_INET6 if ":" in listening.host else socket.AF_INET
    sock = socket.socket(socket.AF_UNIX if listening.unix else family)
    try:
        if listening.unix:
            _bind_unix(sock, Path(listening.unix))
        else:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            sock.bind((listening.host, listening.port))
        sock.listen(BACKLOG)
    except OverflowError as error:
        sock.close()
        raise CanFix(
            "There is no port {port}. Name one from 1 to 65535.", port=listening.port
        ) from error
    except OSError as error:
        sock.close()
        raise CanFix(
            "The server cannot listen at {place}. Is it running already? Take another --port.",
            place=listening.unix or f"{listening.host}:{listening.port}",
        ) from error
    return sock


def address(listening: Listening, sock: socket.socket, names: Sequence[str]) -> str:
    """Where the server is reached: by the first of its `names`, where it listens everywhere."""
    if listening.unix:
        return f"unix:{listening.unix}"
    host = listening.host
    if host in {ANYWHERE, "::"}:
        host = names[0] if names else socket.gethostname()
    host = f"[{host}]" if ":" in host else host
    return f"{'http' if listening.plain else 'https'}://{host}:{sock.getsockname()[1]}"


def quiet_log() -> None:
    """Uvicorn's warnings on standard error, without tracebacks: they may hold values."""
    handler = logging.StreamHandler()
    handler.setFormatter(_NoTraceback("%(asctime)s %(levelname)s %(message)s"))
    for name in ("uvicorn", "uvicorn.error", "jewelcrm"):
        logger = logging.getLogger(name)
        logger.setLevel(logging.INFO if name == "jewelcrm" else logging.WARNING)
        logger.propagate = False
        if not any(isinstance(kept, logging.StreamHandler) for kept in logger.handlers):
            logger.addHandler(handler)


class _NoTraceback(logging.Formatter):
    """Says which error it was and no more."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        kind = record.exc_info[0] if record.exc_info else None
        record.exc_info, record.exc_text, record.stack_info = None, None, None
        said = "request failed" if kind else record.getMessage().split("\n", 1)[0]
        record.msg, record.args = said, ()
        return super().format(record) + (f" error={kind.__name__}" if kind else "")


def _bind_unix(sock: socket.socket, place: Path) -> None:
    if place.is_socket():
        place.unlink()
    sock.bind(str(place))
    place.chmod(0o660)


def _options(folder: Path, known: premises.Premises, listening: Listening) -> dict[str, Any]:
    options: dict[str, Any] = {
        "app": f"{__name__}:application",
        "factory": True,
        "workers": listening.workers,
        "log_config": None,
        "access_log": False,
        "server_header": False,
        "ws": "none",
        "http": Line,
        "lifespan": "on",
        "timeout_keep_alive": KEEP_ALIVE_S,
        "timeout_graceful_shutdown": GRACE_S,
        "proxy_headers": listening.plain,
        "forwarded_allow_ips": "*" if listening.unix else "127.0.0.1,::1",
    }
    made = ready(folder, known)
    if not listening.plain:
        options |= {"ssl_certfile": str(made.chain), "ssl_keyfile": str(made.key)}
    return options


def _refuse_odd(known: premises.Premises, listening: Listening) -> None:
    if listening.workers > 1 and known.store == "embedded":
        raise CanFix("Several processes need PostgreSQL: `init --database-url`. Leave --workers.")
    if listening.unix and not listening.plain:
        raise CanFix("A --unix socket is for a reverse proxy: add --plain.")
    if listening.plain and not listening.unix and listening.host not in LOOPBACK:
        raise CanFix("--plain is for a reverse proxy on this machine: add --host 127.0.0.1.")
