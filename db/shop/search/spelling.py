"""From Jyutping to the spelling on Hong Kong identity cards: 大文 daai man becomes Tai Man.

The government's practice has no published rule; these are the spellings met in names, the most
usual first. Only how a sound is written matters here, not which character it is.
"""

from __future__ import annotations

from functools import lru_cache

_ONSETS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("gw", ("kw",)),
    ("kw", ("kw",)),
    ("ng", ("ng",)),
    ("b", ("p",)),
    ("p", ("p",)),
    ("m", ("m",)),
    ("f", ("f",)),
    ("d", ("t",)),
    ("t", ("t",)),
    ("n", ("n",)),
    ("l", ("l",)),
    ("g", ("k",)),
    ("k", ("k",)),
    ("h", ("h",)),
    ("w", ("w",)),
    ("z", ("ch", "ts")),
    ("c", ("ch", "ts")),
    ("s", ("s", "sh")),
    ("j", ("y",)),
)

_RIMES: dict[str, tuple[str, ...]] = {
    "aa": ("a",),
    "aai": ("ai",),
    "aau": ("au",),
    "aam": ("am",),
    "aan": ("an",),
    "aang": ("ang",),
    "aap": ("ap",),
    "aat": ("at",),
    "aak": ("ak",),
    "am": ("am", "um"),
    "yu": ("u", "ue"),
    "yun": ("uen", "un"),
    "yut": ("uet", "ut"),
    "eoi": ("ui",),
    "eon": ("un",),
    "eot": ("ut",),
    "oe": ("eu",),
    "oeng": ("eung",),
    "oek": ("euk",),
    "ou": ("o", "ou"),
    "un": ("un", "oon"),
    "o": ("o", "or"),
    "au": ("au", "ow"),
}

_WHOLE: dict[str, tuple[str, ...]] = {
    "zi": ("chi", "tsz"),
    "ci": ("chi", "tsz"),
    "si": ("sze", "si", "see"),
    "ji": ("yi", "yee"),
    "lei": ("lei", "lee", "li"),
    "sing": ("sing", "shing"),
    "saan": ("shan", "san"),
    "zou": ("cho", "tso"),
    "jyu": ("yu", "yue"),
    "jyun": ("yuen", "yun"),
    "jyut": ("yuet",),
    "waa": ("wa", "wah"),
    "wu": ("wu", "woo"),
    "fu": ("fu", "foo"),
    "gwok": ("kwok",),
    "syut": ("suet", "shuet"),
    "syu": ("shu", "shue"),
    "hei": ("hei", "hay"),
    "m": ("ng", "m"),
    "ng": ("ng",),
}


@lru_cache(maxsize=1024)
def hong_kong(jyutping: str) -> tuple[str, ...]:
    """The spellings of one toneless Jyutping syllable, the most usual first, at most three."""
    whole = _WHOLE.get(jyutping)
    if whole:
        return whole
    for onset, spelt in _ONSETS:
        if jyutping.startswith(onset) and len(jyutping) > len(onset):
            return _joined(spelt, jyutping[len(onset) :])
    return _joined(("",), jyutping)


def _joined(onsets: tuple[str, ...], rime: str) -> tuple[str, ...]:
    rimes = _RIMES.get(rime, (rime,))
    usual = onsets[0] + rimes[0]
    others = [onset + rimes[0] for onset in onsets[1:]] + [onsets[0] + r for r in rimes[1:]]
    return tuple(dict.fromkeys([usual, *others]))[:3]
