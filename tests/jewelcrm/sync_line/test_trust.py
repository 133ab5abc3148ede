"""Nobody between this PC and head office: a proxy of its own mind, a stranger, a forger."""

import base64
import datetime as dt
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import msgspec
import pytest

from jewelcrm.errors import CanFix
from jewelcrm.office import certificates, skew
from jewelcrm.sync import exchange
from jewelcrm.sync.enrolling import address_of, enrol
from jewelcrm.sync.line import Refused, Unreachable, Untrusted
from jewelcrm.sync.tls import trusting, trusting_nobody
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.wire.enrolment import EnrolAnswer
from jewelcrm.wire.messages import PullAsk
from tests.jewelcrm.sync_line.world import PASSWORD, until

WHO = {"login": "mary.chan", "password": PASSWORD}
NOW = dt.datetime.now(dt.UTC)


class Between(BaseHTTPRequestHandler):
    """Passes requests on to head office and changes what comes back, if told to."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.heard.append(self.path)
        headers = {k: v for k, v in self.headers.items() if k.lower() != "host"}
        with exchange.client(self.server.to, trusting_nobody(), 10) as client:
            got = exchange.send(client, "POST", self.path, body, headers)
        data = self.server.change(got.body)
        self.send_response(got.status)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST

    def log_message(self, *_words: object) -> None:
        pass


class Accepted(ssl.SSLSocket):
    """A line to the proxy, closed when nobody has it any more.

    `ssl` drops what it made, still open, when the peer reset the line before it was accepted.
    """

    def __del__(self) -> None:
        self.close()


class Proxy(ThreadingHTTPServer):
    """A proxy with an authority of its own."""

    daemon_threads = True

    def __init__(self, folder, to, change=lambda data: data, at=NOW) -> None:
        super().__init__(("127.0.0.1", 0), Between)
        self.to, self.change, self.heard = to, change, []
        made = certificates.ensure(folder, ["127.0.0.1"], at)
        self.ca = made.ca
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(made.chain, made.key)
        context.sslsocket_class = Accepted
        self.socket = context.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.server_address[1]}"


@pytest.fixture
def proxy(office, tmp_path) -> Iterator:
    made = []

    def make(change=lambda data: data, at=NOW) -> Proxy:
        folder = tmp_path / "proxy"
        folder.mkdir()
        made.append(Proxy(folder, office.url, change, at))
        return made[0]

    yield make
    for one in made:
        one.shutdown()
        one.server_close()


def test_a_proxy_that_passes_everything_on_unchanged_is_noticed_at_enrolment(
    proxy, office, tmp_path
):
    between = proxy()
    with pytest.raises(CanFix, match="stands in between"):
        enrol(tmp_path / "pc", between.url, office.code("HK01"), **WHO)
    assert between.heard == ["/v1/enrol"]
    assert not list((tmp_path / "pc").glob("*.json"))


def test_a_proxy_that_names_its_own_authority_cannot_prove_it(proxy, office, tmp_path):
    def forged(data: bytes) -> bytes:
        answer = msgspec.json.decode(data, type=EnrolAnswer)
        return msgspec.json.encode(msgspec.structs.replace(answer, ca=between.ca))

    between = proxy(forged)
    with pytest.raises(CanFix, match="does not know the code"):
        enrol(tmp_path / "pc", between.url, office.code("HK01"), **WHO)
    assert between.heard == ["/v1/enrol"]


def test_the_question_to_a_stranger_holds_nothing_secret(proxy, office, tmp_path):
    asked = []
    between = proxy(lambda data: data)
    code = office.code("HK01")
    passed_on = exchange.send

    def listen(client, method, path, body, headers):
        asked.append(body)
        return passed_on(client, method, path, body, headers)

    patch = pytest.MonkeyPatch()
    patch.setattr(exchange, "send", listen)
    with pytest.raises(CanFix):
        enrol(tmp_path / "pc", between.url, code, **WHO)
    patch.undo()
    assert asked
    for word in (code, code.replace("-", ""), PASSWORD, base64.b64encode(PASSWORD.encode())):
        assert not [b for b in asked if (word if isinstance(word, bytes) else word.encode()) in b]


def test_an_enrolled_pc_says_nothing_to_a_server_with_another_authority(
    new_counter, proxy, tmp_path
):
    counter = new_counter()
    ctx = counter.open()
    between = proxy()
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE head_office SET url = ?", (between.url,))
    line = HttpTransport(address_of(ctx.store), ctx.clock)
    with pytest.raises(Untrusted):
        line.pull(PullAsk(schema=skew.SCHEMA, epoch=1, req=1, scopes=[]))
    assert between.heard == []
    counter.start()
    until(lambda: counter.syncing.state.why == "untrusted")
    assert "proxy" in counter.syncing.state.text


TEN_YEARS = dt.timedelta(days=3650)
OFF = pytest.mark.parametrize("off", [TEN_YEARS, -TEN_YEARS], ids=["slow", "fast"])
"""By how much this PC's clock is behind the one that certificates are made by."""


@OFF
def test_a_pc_whose_clock_is_ten_years_off_reaches_head_office(new_counter, proxy, off):
    ctx = new_counter().open()
    between = proxy(at=NOW + off)
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE head_office SET url = ?, ca = ?", (between.url, between.ca))

    with closing(HttpTransport(address_of(ctx.store), ctx.clock)) as line:
        assert line.pull(PullAsk(schema=skew.SCHEMA, epoch=1, req=1, scopes=[])).now


@OFF
def test_a_public_certificate_that_is_not_valid_now_is_about_the_clock(proxy, off):
    between = proxy(at=NOW + off)
    public = trusting("")
    public.load_verify_locations(cadata=between.ca)

    with (
        exchange.client(between.url, public, 10) as client,
        pytest.raises(Refused, match="clock"),
    ):
        exchange.send(client, "GET", "/v1/hello", b"", {})
    assert between.heard == []


@pytest.mark.parametrize("body", [b"<html>sign in to the hotel's network</html>", b"", b"{}", b"["])
def test_what_is_no_answer_of_head_offices_is_taken_for_no_answer(body):
    for status in (200, 302, 502):
        with pytest.raises(Unreachable):
            exchange.decoded(exchange.Answer(status, body), EnrolAnswer)


def test_a_bomb_is_not_unpacked():
    import zstandard

    bomb = zstandard.ZstdCompressor().compress(bytes(exchange.LARGEST + 1))
    assert len(bomb) < 100_000
    with pytest.raises(Unreachable):
        exchange._unpacked(bomb)
    with pytest.raises(Unreachable):
        exchange._unpacked(bomb[:100] + b"x" * 10)
