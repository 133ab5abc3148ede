"""What is no answer of head office is as if there were no line."""

import socket

import pytest

from jewelcrm.sync.exchange import Answer, client, decoded, send
from jewelcrm.sync.line import Absent, Unreachable
from jewelcrm.sync.tls import trusting_nobody
from jewelcrm.wire.messages import PullAnswer


@pytest.mark.parametrize("status", [200, 403, 502])
@pytest.mark.parametrize("body", [b"", b"<html>", b'{"error":"\xff"}', b"\xff\xfe", b"[1"])
def test_what_somebody_else_says_on_the_line_is_no_answer(status, body):
    with pytest.raises(Unreachable):
        decoded(Answer(status, body), PullAnswer)


@pytest.mark.parametrize(("status", "nobody"), [(502, True), (503, False), (504, False)])
def test_a_proxy_that_finds_nobody_behind_it_says_so(status, nobody):
    with pytest.raises(Unreachable) as said:
        decoded(Answer(status, b"<html>"), PullAnswer)
    assert isinstance(said.value, Absent) is nobody


def test_where_nothing_listens_nobody_is_there():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with client(f"https://127.0.0.1:{port}", trusting_nobody(), 5) as line, pytest.raises(Absent):
        send(line, "GET", "/v1/hello", b"", {})
