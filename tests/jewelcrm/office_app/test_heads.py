"""The real server, against whoever connects and then says nothing, too slowly, or too much."""

from __future__ import annotations

import asyncio
import socket
import threading
import time

import pytest
import uvicorn

from jewelcrm.office import heads

HELLO = b"GET /v1/hello HTTP/1.1\r\nhost: x\r\n"


async def _app(scope, receive, send):
    if scope["type"] == "lifespan":
        return
    while (await receive()).get("more_body"):
        pass
    await send(
        {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]}
    )
    await send({"type": "http.response.body", "body": b"ok"})


@pytest.fixture
def port(monkeypatch):
    monkeypatch.setattr(heads, "PATIENCE_S", 0.6)
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(_app, http=heads.Prompt, log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])))
    thread.start()
    yield listener.getsockname()[1]
    server.should_exit = True
    thread.join()


def line(port):
    return socket.create_connection(("127.0.0.1", port), 10)


def answered(one):
    """True when a whole answer comes."""
    one.settimeout(10)
    said = b""
    while not said.endswith(b"ok"):
        said += one.recv(4096)
    return b"200 OK" in said


def sends(one, what, seconds=8.0, pause=0.0):
    """Until the line is closed: for how long that was."""
    begun = time.monotonic()
    while time.monotonic() - begun < seconds:
        try:
            one.sendall(what)
        except OSError:
            break
        time.sleep(pause)
    return time.monotonic() - begun


def closed_after(one, most=8.0):
    """For how long the line stayed open."""
    begun = time.monotonic()
    one.settimeout(most)
    while one.recv(4096):
        pass
    return time.monotonic() - begun


def test_who_says_nothing_is_not_waited_for(port):
    with line(port) as one:
        assert closed_after(one) < 6


def test_a_head_that_never_ends_is_not_waited_for(port):
    with line(port) as one:
        one.sendall(HELLO)
        assert sends(one, b"x-a: b\r\n", pause=0.05) < 6


def test_a_head_that_is_too_large_is_not_kept(port, monkeypatch):
    monkeypatch.setattr(heads, "PATIENCE_S", 60.0)
    with line(port) as one:
        one.sendall(HELLO)
        assert sends(one, b"x-a: " + b"b" * 4_000 + b"\r\n") < 6


def test_a_usual_line_serves_one_request_after_the_other(port):
    with line(port) as one:
        for pause in (0.3, 0.3, 1.0, 0.0):  # also longer than a head may take: but none is due
            one.sendall(HELLO + b"\r\n")
            assert answered(one)
            time.sleep(pause)


def test_a_body_may_take_longer_than_a_head(port):
    with line(port) as one:
        one.sendall(b"POST /v1/slot HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\n\r\n")
        for letter in (b"a", b"b", b"c"):
            time.sleep(0.4)
            one.sendall(letter)
        assert answered(one)


def test_headers_behind_a_body_are_not_kept(port, monkeypatch):
    kept = []
    usual = heads.HttpToolsProtocol.on_header
    monkeypatch.setattr(
        heads.HttpToolsProtocol,
        "on_header",
        lambda self, name, value: (kept.append(name), usual(self, name, value)),
    )
    with line(port) as one:
        one.sendall(b"POST /v1/slot HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n")
        one.sendall(b"1\r\na\r\n0\r\n" + b"x-late: b\r\n" * 50 + b"\r\n")
        assert answered(one)
    assert b"x-late" not in [name.lower() for name in kept]
    assert len(kept) == 2


def test_many_silent_lines_leave_room_for_an_honest_one(port):
    silent = [line(port) for _ in range(300)]
    with line(port) as one:
        one.sendall(HELLO + b"\r\n")
        assert answered(one)
    for each in silent:
        assert closed_after(each) < 8
        each.close()
