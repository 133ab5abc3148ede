"""Every icon the program may name can be drawn."""

import json

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from resources.find import find


def test_every_named_icon_has_a_glyph():
    names = json.loads(find("icons/icons.json").read_text(encoding="utf-8"))
    with TTFont(find("icons/icons.ttf"), lazy=True) as font:
        assert set(names.values()) <= set(font.getBestCmap())


@pytest.mark.parametrize("pixels", [16, 24, 32, 48, 64, 128, 256, 512])
def test_the_program_icon_comes_in_the_size_a_desktop_asks_for(pixels):
    with Image.open(find(f"icons/jewelcrm-{pixels}.png")) as image:
        assert (image.size, image.mode) == ((pixels, pixels), "RGBA")


def test_windows_gets_its_icon_file():
    with Image.open(find("icons/jewelcrm.ico")) as image:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= image.info["sizes"]
