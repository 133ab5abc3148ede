"""Makes resources/search/readings.txt and variants.txt: how Chinese characters are read and folded.

    python packaging/search/make_readings.py

Wants pypinyin (MIT), ToJyutping (BSD-2-Clause) and opencc-python-reimplemented (Apache-2.0), whose
data it boils down; the program itself needs none of them. zhconv is not used: its table is GPL.

A reading is kept when it is the character's usual one, or makes up at least a tenth of the
character's places in the dictionaries' phrases; so that a name is not filed under sounds that
nobody would type.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import opencc
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from ToJyutping import Trie

TARGET = Path(__file__).resolve().parents[2] / "resources" / "search"
MOST = 3  # readings of one character
SHARE = 0.10  # of its places in phrases
PLACES = 4  # fewer say nothing
HAN = re.compile("[\u3007\u3400-\u9fff\U00020000-\U0003ffff]")


def toneless(syllable) -> str:
    """zhāng -> zhang, zoeng1 -> zoeng; ü is typed v, or u after n and l."""
    plain = syllable.replace("ü", "v").replace("ǚ", "v").replace("ǜ", "v")
    plain = plain.replace("ǘ", "v").replace("ǖ", "v").replace("ê", "e")
    folded = unicodedata.normalize("NFD", plain)
    return re.sub("[^a-z]", "", folded.lower())


def pinyin() -> dict:
    """Character -> its usual pinyin readings, best first."""
    listed = {
        chr(code): list(dict.fromkeys(filter(None, map(toneless, readings.split(",")))))
        for code, readings in PINYIN_DICT.items()
    }
    places = defaultdict(Counter)
    for phrase, readings in PHRASES_DICT.items():
        for char, options in zip(phrase, readings, strict=False):
            places[char][toneless(options[0])] += 1
    for char, simple in simplified().items():  # the phrases are written in simplified characters
        places[char] = places[char] + places.get(simple, Counter())
    return chosen(listed, places)


def jyutping() -> dict:
    """Character -> its usual Jyutping readings, best first."""
    listed, places = {}, defaultdict(Counter)

    def walk(node, path) -> None:
        for word in (node.v or [])[:1]:
            sounds = [toneless(str(s)) for s in (word if len(path) > 1 else [word])]
            for char, sound in zip(path, sounds, strict=False):
                places[char][sound] += len(path) > 1
        if len(path) == 1 and node.v:
            sounds = (toneless(str(v)) for v in node.v if not isinstance(v, list))
            listed[path] = list(dict.fromkeys(filter(None, sounds)))
        for char, below in node.items():
            walk(below, path + char)

    walk(Trie.root, "")
    return chosen(listed, places)


def chosen(listed, places) -> dict:
    result = {}
    for char, readings in listed.items():
        if not HAN.fullmatch(char) or not readings:
            continue
        seen, total = places[char], sum(places[char].values())
        kept = [
            r
            for n, r in enumerate(readings)
            if n == 0 or (total >= PLACES and seen[r] >= SHARE * total)
        ]
        kept.sort(key=lambda r: (r != readings[0], -seen[r]))
        result[char] = kept[:MOST]
    return result


def simplified() -> dict:
    """Traditional or variant character -> the one simplified character it is folded to."""
    folder = Path(opencc.__file__).parent / "dictionary"
    pairs = {}
    for line in (folder / "TSCharacters.txt").read_text("utf-8").splitlines():
        char, targets = line.split("\t")
        pairs[char] = targets.split()[0]
    for name in ("TWVariants.txt", "HKVariants.txt", "JPVariants.txt"):
        for line in (folder / name).read_text("utf-8").splitlines():
            usual, variants = line.split("\t")
            for variant in variants.split():
                if variant not in pairs and variant != pairs.get(usual, usual):
                    pairs[variant] = pairs.get(usual, usual)
    return {char: settle(pairs, char) for char in sorted(pairs) if settle(pairs, char) != char}


def settle(pairs, char) -> str:
    """Follow the chain to its end, so that folding twice changes nothing."""
    seen = [char]
    while pairs.get(seen[-1], seen[-1]) not in seen:
        seen.append(pairs[seen[-1]])
    return seen[-1]


def with_merged(readings, folded) -> dict:
    """A simplified character is also read as the traditional ones that became it (叶 as 葉)."""
    sources = defaultdict(list)
    for char, simple in folded.items():
        sources[simple].append(char)
    for simple, chars in sources.items():
        own = readings.get(simple, [])
        for char in sorted(chars, key=lambda c: not c <= "\u9fff"):
            own = own + [r for r in readings.get(char, [])[:1] if r not in own]
        if own:
            readings[simple] = own[:MOST]
    return readings


def lines(mark, readings) -> Iterator[str]:
    """One line for each place and sound: `p1 chen 陈陳...`."""
    grouped = defaultdict(list)
    for char, sounds in readings.items():
        for place, sound in enumerate(sounds, 1):
            grouped[place, sound].append(char)
    for (place, sound), chars in sorted(grouped.items()):
        yield f"{mark}{place} {sound} {''.join(sorted(chars))}\n"


def common(readings) -> dict:
    """Leave out the planes beyond the first: who reads those characters reads Cantonese."""
    return {char: sounds for char, sounds in readings.items() if char <= "\u9fff"}


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    folded = simplified()
    chars = sorted(folded)
    (TARGET / "variants.txt").write_text(
        "".join(chars) + "\n" + "".join(folded[c] for c in chars) + "\n", "utf-8", newline="\n"
    )
    text = [*lines("j", with_merged(jyutping(), folded))]
    text += lines("p", common(with_merged(pinyin(), folded)))
    (TARGET / "readings.txt").write_text("".join(text), "utf-8", newline="\n")
