"""The list of files that WiX wants, with the same component numbers at every build."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

_SPACE = uuid.UUID("5b0f5b0e-4a55-4f0e-8a60-7c2f8f6b1c3d")
WIX = "http://schemas.microsoft.com/wix/2006/wi"


def harvest(payload: Path, out: Path) -> int:
    """Write the list; returns how many files are in it."""
    root = ET.Element("Wix", xmlns=WIX)
    where = ET.SubElement(ET.SubElement(root, "Fragment"), "DirectoryRef", Id="INSTALLDIR")
    group = ET.SubElement(ET.SubElement(root, "Fragment"), "ComponentGroup", Id="CG.app")
    files = list(_folder(payload, payload, where, group))
    ET.indent(root)
    out.write_text(ET.tostring(root, encoding="unicode"), "utf-8")
    return len(files)


def _folder(folder: Path, payload: Path, where: ET.Element, group: ET.Element) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        place = path.relative_to(payload).as_posix()
        if path.is_dir():
            inner = ET.SubElement(where, "Directory", Id=_id("D", place), Name=path.name)
            yield from _folder(path, payload, inner, group)
            continue
        guid = str(uuid.uuid5(_SPACE, place.casefold())).upper()
        component = ET.SubElement(where, "Component", Id=_id("C", place), Guid=guid, Win64="yes")
        source = "$(var.SRC)/" + place
        ET.SubElement(component, "File", Id=_id("F", place), KeyPath="yes", Source=source)
        ET.SubElement(group, "ComponentRef", Id=_id("C", place))
        yield path


def _id(kind: str, place: str) -> str:
    return f"{kind}{uuid.uuid5(_SPACE, place).hex}"
