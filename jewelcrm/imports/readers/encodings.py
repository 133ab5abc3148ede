"""Which encoding a file of text is in; right on short files too.

Byte-order marks and valid UTF-8 decide at once. Between the older encodings each candidate
decodes the text and is scored by how much the result looks like what people write.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator
from typing import BinaryIO

from jewelcrm.imports.readers.common import COMMON, JAPANESE, KANA

SAMPLE = 1 << 18
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLDER = ("big5hkscs", "gb18030", "cp932", "cp1252")
_RARER = [
    "euc_kr",
    "cp949",
    "euc_jp",
    "iso2022_jp",
    "cp1250",
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp1258",
    "cp874",
    "mac_roman",
    "cp1252",
    "latin_1",
]
"""What else a shop may meet; mainframe encodings are never meant."""
_KANA = frozenset(KANA)
_NICE_SYMBOLS = frozenset("£€©®°·–—‘’“”…«»¿¡ªº½¼¾²³×")
_FULL_WIDTH = frozenset("，。：；！？（）「」『』、《》〈〉【】　‧・－／＆＋")


def detect(stream: BinaryIO) -> str:
    """The Python name of the encoding of a binary stream, read from where it stands."""
    head = stream.read(SAMPLE)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    return _wide(head) or _narrow(head, stream)


def is_wide(head: bytes) -> bool:
    """Whether the text is in two or four bytes a character."""
    return head.startswith(tuple(mark for mark, _ in _MARKS)) or _wide(head) is not None


def _narrow(head: bytes, stream: BinaryIO) -> str:
    marked = head.startswith(codecs.BOM_UTF8)
    sample = _telling(head[3:] if marked else head, stream)
    if not sample or _is_utf8(sample):
        return "utf-8-sig"
    return best_older(sample)


def _telling(head: bytes, stream: BinaryIO) -> bytes:
    """The first part of the stream that is not plain ASCII; nothing when all of it is."""
    chunk = head
    while chunk and chunk.isascii():
        chunk = stream.read(SAMPLE)
    return chunk


def _is_utf8(sample: bytes) -> bool:
    """Nearly all valid UTF-8; a cut character at either end does not count.

    A few stray bytes in a long text do not make it another encoding: their rows are rejected.
    """
    body = sample.lstrip(bytes(range(0x80, 0xC0))) if len(sample) > 8 else sample
    text = body.decode("utf-8", "surrogateescape")
    wrong = sum("\udc80" <= c <= "\udcff" for c in text[:-3])
    tail = text[-3:]
    if len(sample) < SAMPLE // 2:
        wrong += sum("\udc80" <= c <= "\udcff" for c in tail)
    right = sum(ord(c) > 0x7F for c in text) - wrong
    return wrong == 0 or right > 10 * wrong


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: zeros, or line ends and commas, on one side of each pair."""
    pairs = len(head) // 2
    if pairs < 2 or b"\0" not in head:
        return None
    if head.count(0) * 4 < len(head) and _is_utf8(head.replace(b"\0", b"")):
        return None  # plain text with a stray zero, as some programs' exports have
    even, odd = head[0 : pairs * 2 : 2], head[1 : pairs * 2 : 2]
    high, low = even.count(0), odd.count(0)
    if low > 8 * high and low * 20 > pairs:
        return "utf-16-le"
    if high > 8 * low and high * 20 > pairs:
        return "utf-16-be"
    return None


def best_older(sample: bytes) -> str:
    """The older encoding in which the sample reads best."""
    scored = sorted(
        ((_score(sample, name), -n, name) for n, name in enumerate(_OLDER)), reverse=True
    )
    best, _, name = scored[0]
    if best < 0.5:
        from charset_normalizer import from_bytes  # 3 MB of memory, for the rarest of files

        found = from_bytes(sample[:65536], cp_isolation=_RARER).best()
        return found.encoding if found is not None else "latin-1"
    if name == "cp1252" and not _decodes(sample, name):
        return "latin-1"
    return name


def _decodes(sample: bytes, name: str) -> bool:
    try:
        sample.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _score(sample: bytes, name: str) -> float:
    """Points per foreign character, below zero for nonsense."""
    text = sample.decode(name, "replace")
    points = list(_points(text, western=name == "cp1252", japanese=name == "cp932"))
    return sum(points) / len(points) if points else 0.0


def _points(text: str, *, western: bool, japanese: bool) -> Iterator[float]:
    before = " "
    for n, c in enumerate(text):
        if c > "\x7f":
            after = text[n + 1] if n + 1 < len(text) else " "
            yield _western(before, c, after) if western else _eastern(c, japanese=japanese)
        before = c


def _western(before: str, c: str, after: str) -> float:
    """An accented letter stands among plain letters; a row of them is another encoding."""
    if c in _NICE_SYMBOLS:
        return 0.8
    if not c.isalpha():
        return -2.0
    if before > "\x7f" or after > "\x7f":
        return -1.0
    if c.isupper() and before.islower():
        return -1.0
    return 2.0 if before.isalpha() or after.isalpha() else -0.5


def _eastern(c: str, *, japanese: bool) -> float:
    if c in COMMON:
        return 1.6 if japanese else 2.0
    if c in _KANA:
        return 2.5 if japanese else 0.0
    if japanese and c in JAPANESE:
        return 2.2
    if "\uff61" <= c <= "\uff9f":
        return -0.4  # half-width kana: any high byte reads as one
    return 1.0 if c in _FULL_WIDTH else _rare(c)


def _rare(c: str) -> float:
    if "\u4e00" <= c <= "\u9fff":
        return 0.4 if _frequent(c) else -0.6
    return -3.0 if c == "\ufffd" or unicodedata.category(c) in {"Co", "Cn", "Cc"} else -1.0


def _frequent(c: str) -> bool:
    """In the first level of Big5 or of GB 2312."""
    try:
        return "\xa4" <= chr(c.encode("big5")[0]) <= "\xc6"
    except UnicodeEncodeError:
        pass
    try:
        return "\xb0" <= chr(c.encode("gb2312")[0]) <= "\xd7"
    except UnicodeEncodeError:
        return False
