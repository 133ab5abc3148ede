"""Make the bundled fonts: Inter and "Jewel Sans HK", both with TrueType outlines.

Needed only when the fonts themselves change; the results are kept in resources/fonts/.

    apt-get install fonts-inter fonts-noto-cjk
    python packaging/fonts/make_fonts.py [inter|hk] ...

Why convert: Debian ships both families with PostScript outlines, which reportlab cannot embed.
Why rename the Chinese one: it is a modified version, and the Open Font License asks for it.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

OUT = Path(__file__).resolve().parents[2] / "resources" / "fonts"
SYSTEM = Path("/usr/share/fonts/opentype")
NOTO_HK_FACE = 4  # the face of NotoSansCJK-*.ttc drawn the Hong Kong way
HK_FAMILY = "Jewel Sans HK"
TRUETYPE = "\x00\x01\x00\x00"
# How far a curve may move, in thousandths of the letter height. At 1 the Chinese file is half as
# big again; at 3 nothing can be seen at counter sizes nor in print at 600 dpi.
CHINESE_ERROR, LATIN_ERROR = 3.0, 0.5
# Inter's line, so that a Chinese name does not make its row taller than an English one.
ASCENT, DESCENT = 969, -242

LATIN = (
    (0x20, 0x250),
    (0x2B0, 0x370),
    (0x370, 0x530),  # Greek and Cyrillic
    (0x1E00, 0x1F00),  # Vietnamese among others
    (0x2000, 0x2070),
    (0x2070, 0x20D0),
    (0x2100, 0x2200),
    (0x2200, 0x2270),
    (0x2460, 0x2474),
    (0x25A0, 0x2670),
    (0x2700, 0x27C0),
    (0xFB00, 0xFB07),
)
CHINESE = (
    (0x20, 0x180),
    (0x391, 0x3CA),
    (0x2000, 0x2070),
    (0x20A0, 0x20C0),
    (0x2100, 0x2200),
    (0x2460, 0x2474),
    (0x25A0, 0x2670),
    (0x3000, 0x3040),
    (0x3100, 0x3130),
    (0xFE30, 0xFE50),
    (0xFF00, 0xFFF0),
)
IDEOGRAPHS = ((0x3400, 0xA000), (0xF900, 0xFB00), (0x20000, 0x2FA20))


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the bundled fonts.")
    parser.add_argument("what", nargs="*", choices=["inter", "hk"], default=["inter", "hk"])
    wanted = parser.parse_args().what
    OUT.mkdir(parents=True, exist_ok=True)
    if "inter" in wanted:
        for style in ("Regular", "Medium", "SemiBold", "Bold"):
            make_inter(style)
    if "hk" in wanted:
        for style in ("Regular", "Bold"):
            make_hk(style)
    return 0


def make_inter(style: str) -> None:
    font = TTFont(SYSTEM / "inter" / f"Inter-{style}.otf", recalcTimestamp=False)
    keep(font, characters(LATIN), features=["kern", "mark", "mkmk", "ccmp", "tnum", "case", "zero"])
    to_truetype(font, error=LATIN_ERROR * font["head"].unitsPerEm / 1000)
    save(font, OUT / f"Inter-{style}.ttf")


def make_hk(style: str) -> None:
    source = SYSTEM / "noto" / f"NotoSansCJK-{style}.ttc"
    font = TTFont(source, fontNumber=NOTO_HK_FACE, recalcTimestamp=False)
    wanted = {*characters(CHINESE), *ideographs()}
    keep(font, wanted, features=["kern", "ccmp"])
    to_truetype(font, error=CHINESE_ERROR)
    set_line(font)
    rename(font, style)
    save(font, OUT / f"JewelSansHK-{style}.ttf")


def characters(ranges: Iterable[tuple[int, int]]) -> Iterator[int]:
    for first, end in ranges:
        yield from range(first, end)


def ideographs() -> Iterator[int]:
    """What Hong Kong's and the Mainland's everyday character sets hold."""
    for point in characters(IDEOGRAPHS):
        if any(encodes(chr(point), encoding) for encoding in ("big5hkscs", "gb2312")):
            yield point


def encodes(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def keep(font: TTFont, points: Iterable[int], *, features: list[str]) -> None:
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.name_languages = [0x409]
    options.glyph_names = False
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx", "STAT", "meta"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)


def to_truetype(font: TTFont, *, error: float) -> None:
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    outlines = {name: quadratic(glyphs, name, error) for name in order}
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, outlines
    del font["CFF "]
    for name in order:
        table[name].recalcBounds(table)
        width = font["hmtx"][name][0]
        left = table[name].xMin if table[name].numberOfContours else 0
        font["hmtx"][name] = (width, left)
    fill_maximums(font)
    font["head"].glyphDataFormat = 0
    font["post"].formatType = 3.0
    font.sfntVersion = TRUETYPE


def quadratic(glyphs: object, name: str, error: float) -> object:
    pen = TTGlyphPen(glyphs)
    glyphs[name].draw(Cu2QuPen(pen, error, reverse_direction=True))
    return pen.glyph(dropImpliedOnCurves=True)


def fill_maximums(font: TTFont) -> None:
    table = font["maxp"]
    table.tableVersion = 0x00010000
    table.maxZones = 1
    for field in (
        *("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"),
        *("maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxPoints"),
        *("maxContours", "maxCompositePoints", "maxCompositeContours", "maxComponentDepth"),
    ):
        setattr(table, field, 0)


def set_line(font: TTFont) -> None:
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ASCENT, DESCENT, 0
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ASCENT, DESCENT, 0
    os2.usWinAscent, os2.usWinDescent = ASCENT, -DESCENT


def rename(font: TTFont, style: str) -> None:
    names = {
        1: HK_FAMILY,
        2: style,
        3: f"JewelCRM: {HK_FAMILY} {style}",
        4: f"{HK_FAMILY} {style}",
        6: f"{HK_FAMILY.replace(' ', '')}-{style}",
    }
    table = font["name"]
    table.names = [record for record in table.names if record.nameID not in (16, 17)]
    for record in list(table.names):
        if record.nameID in names:
            record.string = names[record.nameID]


def save(font: TTFont, path: Path) -> None:
    font.save(path)
    sys.stdout.write(f"{path.name}: {len(font.getBestCmap())} characters, ")
    sys.stdout.write(f"{path.stat().st_size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    raise SystemExit(main())
