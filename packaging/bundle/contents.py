"""What goes into the bundle and what stays out; the spec and the packages ask here."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

SCRIPTS = ("start_window.py", "start_admin.py", "start_office.py")

# Loaded by name at run time, so PyInstaller cannot see them.
HIDDEN = ("logging.config", "sqlalchemy.dialects.sqlite.pysqlcipher", "sqlcipher3.dbapi2")
_BOTH = ("db", "jewelcrm", "reportlab.graphics.barcode", "phonenumbers.data")
SHOP_TREES = (*_BOTH, "ui")
OFFICE_TREES = (*_BOTH, "sqlalchemy.dialects.postgresql", "uvicorn")
"""Packages of which every module is taken along."""

OFFICE_ONLY = (
    "fastapi",
    "httptools",
    "jewelcrm.office.app",
    "psycopg",
    "psycopg_binary",
    "pydantic",
    "pydantic_core",
    "starlette",
    "uvicorn",
    "uvloop",
)
"""What a shop's package does without."""

WINDOW_ONLY = ("PySide6", "numpy", "pyqtgraph", "shiboken6", "ui")
"""What head office's package does without."""

SHOP_DROPS = tuple(name.replace(".", "/") for name in OFFICE_ONLY)
OFFICE_DROPS = (
    "PySide6",
    "libQt6",
    "libpyside6",
    "libshiboken6",
    "numpy",
    "pyqtgraph",
    "resources/help",
    "shiboken6",
    "ui/",
)
"""The same as folders and files: the bundle holds all of it, each package its part."""

UNUSED = (
    "PySide6.QtDesigner",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtTest",
    "PySide6.QtUiTools",
    "hypothesis",
    "lib2to3",
    "pip",
    "pydoc_data",
    "pytest",
    "test",
    "tests",
    "tkinter",
)
"""Modules that some library would use if they were there."""

# Parts of Qt that nothing of ours loads; the virtual keyboard is under the GPL alone.
_NO_QT = (
    "Qt6EglFS",
    "Qt6Qml",
    "Qt6Quick",
    "Qt6VirtualKeyboard",
    "Qt6WebSockets",
    "opengl32sw",
    "d3dcompiler",
    "plugins/egldeviceintegrations",
    "plugins/generic",
    "plugins/imageformats/qicns",
    "plugins/imageformats/qtga",
    "plugins/imageformats/qtiff",
    "plugins/imageformats/qwbmp",
    "plugins/imageformats/qwebp",
    "plugins/networkinformation",
    "plugins/platforminputcontexts/qtvirtualkeyboard",
    "plugins/platforms/qeglfs",
    "plugins/platforms/qlinuxfb",
    "plugins/platforms/qminimalegl",
    "plugins/platforms/qvkkhrdisplay",
    "plugins/platforms/qvnc",
    "plugins/platformthemes/qgtk3",
    "plugins/tls",
    "plugins/virtualkeyboard",
    "PySide6/qml",
)
_QT_SPEAKS = ("_en.qm", "_zh_CN.qm", "_zh_TW.qm")

# Kinds of pictures that nobody hands in, and the libraries they bring along.
_NO_PICTURES = (
    "PIL/_avif",
    "PIL/_imagingcms",
    "PIL/_webp",
    "libavif",
    "liblcms2",
    "libsharpyuv",
    "libwebp",
)
_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")


def version() -> str:
    """The release's number, from pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    return str(tomllib.loads(text)["project"]["version"])


def wanted(place: str, source: str = "") -> bool:
    """Whether a file belongs in the bundle; `place` is where it would lie there.

    Linux's own libraries come from Linux (`Depends`): they fit its fonts, printers and input
    methods, and its updates mend them.
    """
    flat = place.replace("\\", "/")
    if any(name in flat.replace("/lib", "/") for name in _NO_QT) or _is_odd_picture(flat):
        return False
    if source.startswith(_SYSTEM) and "/" not in flat and not flat.startswith("libpython"):
        return False
    return "/translations/" not in flat or "PySide6" not in flat or flat.endswith(_QT_SPEAKS)


def _is_odd_picture(flat: str) -> bool:
    return any(name in flat for name in _NO_PICTURES)


def data() -> list[tuple[str, str]]:
    """Our own files that are not code: (where it is, the folder it goes to)."""
    found = [(str(ROOT / "resources"), "resources"), (str(ROOT / "LICENSE"), ".")]
    for package, patterns in {
        "db": ("*.mako", "*.ini", "*.sql"),
        "jewelcrm": ("*.json", "*.csv", "*.txt"),
        "db/migrations": ("env.py",),  # Alembic reads it, and the steps, as files
        "db/migrations/versions": ("*.py",),
    }.items():
        for pattern in patterns:
            files = sorted((ROOT / package).rglob(pattern))
            found += [(str(path), str(path.parent.relative_to(ROOT))) for path in files]
    return found


def write_metadata(folder: Path, number: str) -> Path:
    """What `importlib.metadata` reads the version from."""
    for old in folder.glob("jewelcrm-*.dist-info"):
        (old / "METADATA").unlink(missing_ok=True)
        old.rmdir()
    place = folder / f"jewelcrm-{number}.dist-info"
    place.mkdir(parents=True)
    text = f"Metadata-Version: 2.1\nName: jewelcrm\nVersion: {number}\n"
    (place / "METADATA").write_text(text, "utf-8")
    return place
