"""Make resources/icons/: the small icon font with its names, and the program's own icon.

Needed only when an icon is added (put its name in icons.txt) or the gem is redrawn.

    pip install qtawesome fonttools
    python packaging/icons/make_icons.py
"""

import json
import os
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "resources" / "icons"
FAMILY = "Jewel Icons"
PIXELS = (16, 20, 24, 32, 40, 48, 64, 128, 256, 512)
IN_THE_ICO = (16, 24, 32, 48, 64, 256)


def main() -> int:
    OUT.mkdir(parents=True, exist_ok=True)
    font_file, charmap = material_design_icons()
    points = chosen(charmap)
    write_font(font_file, points)
    names = json.dumps(points, indent=1, sort_keys=True)
    (OUT / "icons.json").write_text(names + "\n", encoding="utf-8")
    size = (OUT / "icons.ttf").stat().st_size
    sys.stdout.write(f"icons.ttf: {len(points)} names, {size / 1000:.1f} kB\n")
    draw_program_icon()
    return 0


def material_design_icons() -> tuple[Path, dict[str, int]]:
    """The font and its map of names, as the qtawesome package carries them."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install qtawesome first: the icons are taken from its font")
    folder = Path(spec.origin).parent / "fonts"
    charmap = next(folder.glob("materialdesignicons6-webfont-charmap-*.json"))
    font_file = next(folder.glob("materialdesignicons6-webfont-[0-9]*.ttf"))
    raw = json.loads(charmap.read_text(encoding="utf-8"))
    return font_file, {name: int(point, 16) for name, point in raw.items()}


def chosen(charmap: Mapping[str, int]) -> dict[str, int]:
    """Our names and their code points; a line is `name` or `name = their-name`."""
    points = {}
    for line in (HERE / "icons.txt").read_text(encoding="utf-8").splitlines():
        entry = line.partition("#")[0].strip()
        if entry:
            ours, _, theirs = (part.strip() for part in entry.partition("="))
            points[ours] = charmap[theirs or ours]
    return points


def write_font(font_file: Path, points: Mapping[str, int]) -> None:
    font = TTFont(font_file, recalcTimestamp=False)
    options = subset.Options()
    options.hinting = False
    options.glyph_names = False
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 3, 4, 6]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points.values())
    subsetter.subset(font)
    centre(font)
    font["post"].formatType = 3.0
    names = {0: "Material Design Icons, Pictogrammers, Apache License 2.0", 1: FAMILY, 4: FAMILY}
    names |= {2: "Regular", 3: FAMILY, 6: FAMILY.replace(" ", "")}
    for record in font["name"].names:
        record.string = names[record.nameID]
    font.save(OUT / "icons.ttf")


def centre(font: TTFont) -> None:
    """Say where each glyph begins: the font names 0 for all, and they would be drawn to the left.

    A screen puts a glyph's leftmost point where its side bearing says.
    """
    for name in font.getGlyphOrder():
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = advance, getattr(font["glyf"][name], "xMin", 0)


def draw_program_icon() -> None:
    """Paint jewelcrm.svg in every size a desktop asks for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    drawing = QSvgRenderer(QByteArray((OUT / "jewelcrm.svg").read_bytes()))
    for pixels in PIXELS:
        image = QImage(pixels, pixels, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        image.save(str(OUT / f"jewelcrm-{pixels}.png"))
    largest = Image.open(OUT / f"jewelcrm-{max(IN_THE_ICO)}.png")
    others = [Image.open(OUT / f"jewelcrm-{pixels}.png") for pixels in IN_THE_ICO[:-1]]
    sizes = [(pixels, pixels) for pixels in IN_THE_ICO]
    largest.save(OUT / "jewelcrm.ico", sizes=sizes, append_images=others)
    del app


if __name__ == "__main__":
    raise SystemExit(main())
