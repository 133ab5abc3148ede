"""The kinds of values that messages are made of; what is not of its kind is refused at the door.

Each says its bounds, so that neither store ever meets a number, text or key it cannot hold.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

LARGEST = (1 << 63) - 1
LAST_MOMENT = 253_402_300_799_999  # the end of the year 9999

Hex = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
"""A key: 32 hexadecimal digits in small letters."""

Whole = Annotated[int, Meta(ge=0, le=LARGEST)]
"""A count, number or clock of 63 bits."""

Moment = Annotated[int, Meta(ge=0, le=LAST_MOMENT)]
"""Milliseconds since 1970 UTC."""

Release = Annotated[int, Meta(ge=1, le=1_000_000)]
"""The number of a schema or of the protocol."""

Byte = Annotated[int, Meta(ge=0, le=255)]

Page = Annotated[int, Meta(ge=1, le=100_000)]
"""How many rows are wanted; head office may send fewer."""

Name = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,59}\Z")]
"""A table's or column's name; it need not be one that this release knows."""

Scope = Annotated[str, Meta(pattern=r"^(G:[a-z_]{1,20}|[BL]:[0-9a-f]{32})\Z")]

Letter = Annotated[str, Meta(pattern=r"^[A-Z]{1,2}\Z")]
"""A PC's letter in its paper numbers."""

Text = Annotated[str, Meta(max_length=2_000, pattern=r"^[^\x00]*\Z")]
"""Somebody's words, without NUL."""

Short = Annotated[str, Meta(max_length=200, pattern=r"^[^\x00]*\Z")]

Base64 = Annotated[str, Meta(max_length=8_192, pattern=r"^[A-Za-z0-9+/]*={0,2}\Z")]
