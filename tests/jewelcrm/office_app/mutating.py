"""Requests as a broken or hostile PC would send them, out of good ones; seeded."""

from __future__ import annotations

import json
import random
from copy import deepcopy
from typing import Any

from db.types import new_id

NASTY: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    1,
    2**31,
    2**63 - 1,
    2**63,
    2**64,
    -(2**63),
    10**30,
    0.5,
    1e308,
    "",
    " ",
    "\x00",
    "é" * 300,
    "x" * 5_000,
    "\U0001f48d",
    "../../etc/passwd",
    "'; DROP TABLE customer; --",
    "a" * 32,
    "0" * 32,
    "f" * 32,
    "B:" + "0" * 32,
    "G:staff",
    "customer",
    "sqlite_master",
    "2026-02-30",
    [],
    [[]],
    {},
    {"a": 1},
    ["customer", "0" * 32],
)


def mutate(random_: random.Random, body: bytes) -> bytes:
    """The body with one to four things changed: values, keys, or plain bytes."""
    if random_.random() < 0.1:
        return _bytes(random_, body)
    message = json.loads(body)
    for _ in range(random_.choice((1, 1, 1, 2, 4))):
        _value(random_, message)
    return json.dumps(message).encode("utf-8", "surrogatepass")


def _bytes(random_: random.Random, body: bytes) -> bytes:
    raw = bytearray(body)
    for _ in range(random_.randint(1, 5)):
        at = random_.randrange(len(raw) + 1)
        match random_.randrange(4):
            case 0 if at < len(raw):
                raw[at] ^= 1 << random_.randrange(8)
            case 1:
                del raw[at : at + random_.randint(1, 20)]
            case 2:
                raw[at:at] = raw[at : at + random_.randint(1, 50)]
            case _:
                raw[at:at] = random_.randbytes(random_.randint(1, 4))
    return bytes(raw)


def _value(random_: random.Random, message: Any) -> None:
    """Change something somewhere in the message, in place."""
    here = message
    while True:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        if not keys:
            return
        key = random_.choice(keys)
        if isinstance(here[key], dict | list) and random_.random() < 0.8:
            here = here[key]
            continue
        _change(random_, here, key)
        return


def _change(random_: random.Random, here: Any, key: Any) -> None:
    match random_.randrange(10):
        case 0:
            del here[key]
        case 1 if isinstance(here, dict):
            here[random_.choice(["", "id", "set", "x" * 200, "created_at"])] = deepcopy(here[key])
        case 2:
            here[key] = new_id().hex()
        case 3 | 4:
            here[key] = deepcopy(random_.choice(NASTY))
        case _:
            here[key] = deepcopy(random_.choice(_alike(here, key)))


def _alike(here: Any, key: Any) -> list[Any]:
    """Values of the same kind, also its neighbours': these get past the door."""
    kind = type(here[key])
    beside = list(here.values()) if isinstance(here, dict) else list(here)
    alike = [value for value in (*NASTY, *beside) if type(value) is kind]
    return alike or list(NASTY)
