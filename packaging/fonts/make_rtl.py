"""Make the Arabic and Hebrew letters for paper: small subsets of Noto Sans, renamed.

Source: fonts-noto-core of Debian (SIL Open Font License 1.1); the folder with its files is the one
argument. Letters are joined by the program itself, through the presentation forms, so that the
tables for shaping are left out. Run once; what it makes lies in `resources/fonts`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parents[2] / "resources" / "fonts"
SCRIPTS = {
    "Arabic": (*range(0x0600, 0x0700), *range(0xFB50, 0xFC00), *range(0xFE70, 0xFF00)),
    "Hebrew": (*range(0x0590, 0x0600), *range(0xFB1D, 0xFB50)),
}


def make(source: Path, script: str, style: str) -> None:
    """One file."""
    font = TTFont(source / f"NotoSans{script}-{style}.ttf")
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[0, 13, 14])
    options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=SCRIPTS[script])
    subsetter.subset(font)
    names = {
        1: f"Jewel Sans {script}",
        2: style,
        4: f"Jewel Sans {script} {style}",
        6: f"JewelSans{script}-{style}",
    }
    for number, words in names.items():
        font["name"].setName(words, number, 3, 1, 0x409)
    font.save(OUT / f"JewelSans{script}-{style}.ttf")


if __name__ == "__main__":
    for name in SCRIPTS:
        for weight in ("Regular", "Bold"):
            make(Path(sys.argv[1]), name, weight)
