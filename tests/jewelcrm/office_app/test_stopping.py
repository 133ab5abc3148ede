"""Head office stops at once, whatever the PCs that are connected do or do not."""

import signal
import threading
import time
from contextlib import suppress

import httpx
import pytest

from tests.jewelcrm.office_app.test_server import Program, events, stream


@pytest.fixture
def running(tmp_path):
    made = Program(tmp_path / "office")
    made.say("init", "--admin", "Mary Chan", "--name", "127.0.0.1")
    made.say("branch", "add", "HK01")
    made.start()
    yield made
    made.process.kill()
    made.process.communicate()
    for client in made.clients:
        client.close()


def idle(pc):
    """A line that was used and is kept, and that nobody reads."""
    assert pc.get("/v1/events?wait=0").status_code == 200


def hearing(pc):
    """A PC that hears of news."""
    with suppress(httpx.HTTPError), stream(pc) as response:
        events(response, 1_000)


def polling(pc):
    """A PC that waits for news."""
    known = pc.get("/v1/events?wait=0").json()["known"]
    with suppress(httpx.HTTPError):
        pc.get(f"/v1/events?wait=50&known={known}")


@pytest.mark.parametrize("what", [idle, hearing, polling])
def test_it_stops_within_two_seconds(running, what):
    pc = running.pc()
    doing = threading.Thread(target=what, args=(pc,), daemon=True)
    doing.start()
    doing.join(1.0)
    began = time.monotonic()
    running.process.send_signal(signal.SIGTERM)
    running.process.wait(30)
    assert time.monotonic() - began <= 2.0
    doing.join(10)
    assert not doing.is_alive()
