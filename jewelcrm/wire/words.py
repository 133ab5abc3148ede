"""The 2,048 short words out of which both screens show six (resources/enrolment/words.txt)."""

from __future__ import annotations

from functools import lru_cache

from jewelcrm.wire.enrolment import fingerprint
from resources.find import find


@lru_cache(maxsize=1)
def words() -> list[str]:
    """All of them, in the order that is part of the protocol."""
    return find("enrolment/words.txt").read_text(encoding="ascii").split()


def six_words(sign_key: str, seal_key: str) -> str:
    """The fingerprint of a PC's two public keys as it is read out loud."""
    return " ".join(fingerprint(sign_key, seal_key, words()))
