"""Structures out of JSON, first wanted by many threads at once: the process lives."""

import ast
import subprocess
import sys
import threading
from itertools import chain

import msgspec
import pytest

from db.decoding import convert, decode, decoder
from tests.conftest import ROOT

RACE = """
import sys, threading
import msgspec
from db.decoding import decode

sys.setswitchinterval(1e-6)
THREADS = 8
for turn in range(150):
    inner = msgspec.defstruct("Inner", [(f"b{n}", int, 0) for n in range(9)])
    outer = msgspec.defstruct("Outer", [(f"a{n}", list[inner], []) for n in range(9)])
    ready = threading.Barrier(THREADS)

    def first():
        ready.wait()
        assert CALL.a8[0].b8 == 3

    threads = [threading.Thread(target=first) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
"""
BODY = 'b\'{"a8":[{"b8":3}]}\''
OURS, BARE = (
    RACE.replace("CALL", call.format(BODY))
    for call in ("decode({}, outer)", "msgspec.json.decode({}, type=outer)")
)


class Point(msgspec.Struct):
    """Something to decode."""

    x: int


def died(program: str) -> bool:
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, timeout=300, check=False
    )
    assert b"Error" not in done.stderr, done.stderr
    return done.returncode != 0


@pytest.mark.slow
def test_a_structure_that_many_threads_want_first_at_once_is_worked_out_by_one():
    assert not died(OURS)


def test_a_decoder_is_made_once():
    assert decoder(Point) is decoder(Point)
    made = set()
    threads = [threading.Thread(target=lambda: made.add(id(decoder(list[Point])))) for _ in "1234"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1


def test_what_is_decoded_or_converted_is_of_its_kind():
    assert decode(b'{"x":1}', Point) == convert({"x": 1}, Point) == Point(1)
    with pytest.raises(msgspec.ValidationError):
        decode(b'{"x":"1"}', Point)
    with pytest.raises(msgspec.ValidationError):
        convert({"x": "1"}, Point)


def test_nobody_decodes_into_a_structure_past_it():
    """A kind that is built in needs nothing worked out; everything else comes through here."""
    past = []
    for path in chain.from_iterable(ROOT.glob(f"{floor}/**/*.py") for floor in FLOORS):
        text = path.read_text("utf-8")
        if "msgspec" not in text or path.name == "decoding.py":
            continue
        past += [
            f"{path.relative_to(ROOT)}:{call.lineno}"
            for call in ast.walk(ast.parse(text))
            if isinstance(call, ast.Call) and ast.unparse(call.func) in PAST and _into(call)
        ]
    assert past == []


FLOORS = ("db", "jewelcrm", "ui")
PAST = ("msgspec.json.decode", "msgspec.convert", "msgspec.json.Decoder")


def _into(call: ast.Call) -> bool:
    kinds = [ast.unparse(word.value) for word in call.keywords if word.arg == "type"]
    placed = 0 if ast.unparse(call.func).endswith("Decoder") else 1
    kinds += [ast.unparse(value) for value in call.args[placed : placed + 1]]
    return bool(kinds) and kinds != ["dict[str, Any]"]
