"""How a Chinese name may be typed in Latin letters: pinyin, Jyutping and Hong Kong spelling.

Each gives the name joined from every syllable on (`chantaiman`, `taiman`, `man`), so that a prefix
search finds a syllable, the given name or the whole, and the initials (`ctm`). Other usual
readings and spellings take the place of one syllable at a time; the whole is bounded, because
every token is paid for in the index.
"""

from __future__ import annotations

from array import array
from functools import lru_cache
from itertools import product

from db.shop.fold import fold, unfolded
from db.shop.search.spelling import hong_kong
from resources.find import find

LONGEST = 6  # characters of a run that are romanised: names, not sentences
MOST = 8  # tokens of one system for one name

Reading = tuple[str, ...]
"""The usual sounds of one character, the most usual first; empty when it has none."""
Readings = tuple[Reading, Reading, Reading]
"""In pinyin, in Jyutping, in Hong Kong spelling."""

_UNREAD: Readings = ((), (), ())
_CHARACTERS = 0x32000  # of Unicode, up to the last of its Chinese ones


@lru_cache(maxsize=4096)
def tokens(name: str) -> tuple[str, ...]:
    """The Latin words under which a run of Chinese characters is filed, without repeats."""
    length, surname = _surname(name)
    sounds = [surname] if length else []
    sounds += [_of(char) for char in name[length:LONGEST]]
    found: dict[str, None] = {}
    for system in range(3):
        _spell([reading[system] for reading in sounds if reading[system]], found)
    return tuple(found)


def _spell(sounds: list[Reading], found: dict[str, None]) -> None:
    """Add the tokens of one system: the usual reading, then one other reading at a time."""
    tail, tails, initials = "", [""], ""
    for reading in reversed(sounds):
        usual = reading[0]
        tail, initials = usual + tail, usual[0] + initials
        found[tail] = None
        tails.append(tail)
    if len(sounds) > 1:
        found[initials] = None
    head, room = "", MOST - len(sounds) - 1
    for place, reading in enumerate(sounds):
        for other in reading[1:]:
            if room <= 0:
                return
            found[other + tails[len(sounds) - place - 1]] = None
            if head:
                found[head + other + tails[len(sounds) - place - 1]] = None
            room -= 2 if head else 1
        head += reading[0]


def _surname(name: str) -> tuple[int, Readings]:
    """How many characters the surname has that is read by the table, and its readings."""
    listed = _surnames()
    special = listed.get(name[:2]) if len(name) > 2 else None
    if special:
        return 2, special
    special = listed.get(name[:1])
    return (1, special) if special else (0, _UNREAD)


def is_syllable(word: str) -> bool:
    """True for a sound of pinyin or Jyutping of two letters or more, without its tone."""
    return len(word) > 1 and word in _syllables()


@lru_cache(maxsize=1024)
def may_begin(word: str) -> bool:
    """True when a Chinese name may be filed under a word that begins so, longer than initials.

    That is a row of sounds, the last of them perhaps not finished; `jessica` is none.
    """
    sounds, unfinished = _sounds()
    reached = {0}
    for start in range(len(word)):
        if start in reached:
            if word[start:] in unfinished:
                return True
            reached.update(end for end in range(start + 1, len(word)) if word[start:end] in sounds)
    return False


@lru_cache(maxsize=1)
def _sounds() -> tuple[frozenset[str], frozenset[str]]:
    """Every sound of the three systems, and all that these begin with."""
    _, jyutping = _tables()
    sounds = set(_syllables())
    sounds.update(way for usual in jyutping.readings for sound in usual for way in hong_kong(sound))
    sounds.update(way for names in _surnames().values() for ways in names for way in ways)
    return frozenset(sounds), frozenset(s[:end] for s in sounds for end in range(1, len(s) + 1))


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    return frozenset(sound for table in _tables() for usual in table.readings for sound in usual)


@lru_cache(maxsize=32768)
def _of(char: str) -> Readings:
    pinyin, jyutping = (table.of(char) for table in _tables())
    spelt = [hong_kong(sound) for sound in jyutping]
    first = [s[0] for s in spelt]
    return pinyin, jyutping, tuple(dict.fromkeys(first + [o for s in spelt for o in s[1:]]))


class _Table:
    """How each character is read: kept as the number of its reading, in a tenth of the memory."""

    def __init__(self) -> None:
        self.readings: list[Reading] = [()]
        self._numbers: dict[Reading, int] = {(): 0}
        self._of = array("H", bytes(2 * _CHARACTERS))

    def of(self, char: str) -> Reading:
        at = ord(char)
        return self.readings[self._of[at]] if at < _CHARACTERS else ()

    def add(self, chars: str, sound: str) -> None:
        """These are read so too, besides what is known of them already."""
        of = self._of
        longer: dict[int, int] = {}
        for at in map(ord, chars):
            before = of[at]
            if before not in longer:
                longer[before] = self._number((*self.readings[before], sound))
            of[at] = longer[before]

    def _number(self, reading: Reading) -> int:
        number = self._numbers.setdefault(reading, len(self.readings))
        if number == len(self.readings):
            self.readings.append(reading)
        return number


@lru_cache(maxsize=1)
def _tables() -> tuple[_Table, _Table]:
    """Pinyin and Jyutping of every character; read once, at the first Chinese name."""
    tables = {"p": _Table(), "j": _Table()}
    for line in find("search/readings.txt").read_text("utf-8").splitlines():
        mark, sound, chars = line.split(" ")
        tables[mark[0]].add(chars, sound)
    return tables["p"], tables["j"]


@lru_cache(maxsize=1)
def _surnames() -> dict[str, Readings]:
    """The surnames of the table in every way they may be written."""
    listed: dict[str, Readings] = {}
    for line in find("search/surnames.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, *columns = line.split()
            special = [() if column == "-" else tuple(column.split(",")) for column in columns]
            for written in product(*(unfolded(char) for char in fold(name))):
                listed["".join(written)] = _with_usual("".join(written), special)
    return listed


def _with_usual(name: str, special: list[Reading]) -> Readings:
    """The table's readings, then what the rules say; a person may type either."""
    usual = [
        tuple("".join(r) for r in zip(*(_of(c)[n][:1] for c in name), strict=True))
        for n in range(3)
    ]
    both = [tuple(dict.fromkeys(s + u)) for s, u in zip(special, usual, strict=True)]
    return both[0], both[1], both[2]
