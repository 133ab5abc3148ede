"""What the event stream says: which scopes moved, and orders to this PC (sync.md 2.12).

`event: poke` carries a `Poke`, once for every scope when the stream opens and then as heads move;
`event: wipe` and `event: closed` end the stream; a line `:` every 25 s says that it lives. The
long poll (`?wait=55&known=N`) answers `News` at once when the heads' sum is no longer `known`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

HEARTBEAT_S = 25
LONGEST_WAIT_S = 55

State = Literal["on", "wipe", "closed"]


class Poke(Struct):
    """Scope `s` has news up to `h`; read them by pull."""

    s: str
    h: int


class News(Struct, omit_defaults=True):
    """A long poll's answer: every head, their sum (to be sent as `known` next), and the state."""

    pokes: list[Poke]
    known: int
    state: State = "on"


class Hello(Struct):
    """Who answers at this address, and in which releases of the protocol."""

    server: str
    proto: int
    schema: int
    now: int
