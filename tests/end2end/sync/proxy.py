"""A TCP proxy that does to a line what lines do: cuts, silence, delay, trickle, half an answer."""

from __future__ import annotations

import contextlib
import random
import socket
import threading
import time
from collections import Counter

PIECE = 16_384


class Proxy:
    """Listens on a port of its own and passes on to `target`, as badly as `trouble` says."""

    def __init__(self, target: int, seed: int) -> None:
        self.target = target
        self.dice = random.Random(seed)
        self.trouble = 0.0
        """How many lines of one go wrong."""
        self.lines = 0
        self.tries: Counter[int] = Counter()
        """How many lines were tried in each second."""
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._serving: set[threading.Thread] = set()
        self._ended = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port = self._listener.getsockname()[1]
        self._accepting = threading.Thread(target=self._accept, name="proxy", daemon=True)
        self._accepting.start()

    def cut(self) -> None:
        """Every line that is open breaks now."""
        with self._lock:
            lines, self._open = self._open, set()
        for line in lines:
            _end(line)

    def close(self) -> None:
        self._ended.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # whoever waits for a line hears of it
        self._listener.close()
        self._accepting.join()
        self.cut()
        for one in list(self._serving):
            one.join()

    def _accept(self) -> None:
        while not self._ended.is_set():
            try:
                here, _ = self._listener.accept()
            except OSError:
                return
            self.lines += 1
            self.tries[int(time.monotonic())] += 1
            serving = threading.Thread(target=self._serve, args=(here,), daemon=True)
            self._serving.add(serving)
            serving.start()

    def _serve(self, here: socket.socket) -> None:
        try:
            self._go_between(here)
        finally:
            self._serving.discard(threading.current_thread())

    def _go_between(self, here: socket.socket) -> None:
        try:
            there = socket.create_connection(("127.0.0.1", self.target), 5)
        except OSError:
            _end(here)
            return
        with self._lock:
            self._open |= {here, there}
            fate = _Fate.drawn(self.dice, self.trouble)
        if self._ended.is_set():
            self.cut()
        back = threading.Thread(target=self._pass_on, args=(there, here, fate.back), daemon=True)
        back.start()
        self._pass_on(here, there, fate.out)
        back.join()
        with self._lock:
            self._open -= {here, there}

    def _pass_on(self, source: socket.socket, sink: socket.socket, fate: _Way) -> None:
        passed = 0
        with contextlib.suppress(OSError):
            while data := source.recv(fate.piece):
                if passed + len(data) > fate.cut_at:
                    sink.sendall(data[: max(0, fate.cut_at - passed)])
                    if fate.silent:  # half open: nobody is told for a while
                        self._ended.wait(fate.silent)
                    break
                time.sleep(fate.delay)
                sink.sendall(data)
                passed += len(data)
        _end(source)
        _end(sink)


class _Way:
    """What becomes of one direction of a line."""

    def __init__(self) -> None:
        self.cut_at, self.silent, self.delay, self.piece = 1 << 60, 0.0, 0.0, PIECE


class _Fate:
    """What becomes of a line."""

    def __init__(self) -> None:
        self.out, self.back = _Way(), _Way()

    @classmethod
    def drawn(cls, dice: random.Random, trouble: float) -> _Fate:
        fate = cls()
        if dice.random() >= trouble:
            return fate
        way = dice.choice((fate.out, fate.back))
        match dice.choice(("cut", "half open", "delay", "trickle", "refuse")):
            case "cut":  # in the middle of a question, or of an answer
                way.cut_at = int(10 ** dice.uniform(2, 5))
            case "half open":
                way.cut_at, way.silent = int(10 ** dice.uniform(2, 5)), dice.uniform(1, 8)
            case "delay":
                way.delay = dice.uniform(0.01, 0.4)
            case "trickle":
                way.piece, way.delay = dice.choice((64, 512)), 0.005
            case _:
                way.cut_at = 0
        return fate


def _end(line: socket.socket) -> None:
    with contextlib.suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
    with contextlib.suppress(OSError):
        line.close()
