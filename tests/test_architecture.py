"""The house keeps its shape: floors, arrows, names, and files a person can hold in the head."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ("ui", "jewelcrm", "db", "resources")
TOP_LEVEL = {
    *FLOORS,
    *("tests", "packaging", "pyproject.toml", "README.md", "Makefile", "LICENSE", "CHANGELOG.md"),
}
MODULE_LINES, FUNCTION_LINES = 500, 60

# Built from pieces, so that this file does not hold what it looks for.
HOSTS = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in (
            ("pypi", "org"),
            ("python" + "hosted", "org"),
            ("registry", "npmjs"),
            ("registry", "yarnpkg"),
            ("deb", "debian"),
            ("archive", "ubuntu"),
            ("crates", "io"),
            ("proxy", "golang"),
            ("conda", "anaconda"),
            ("rubygems", "org"),
        )
    )
)
PRIVATE = "|".join(("ho" + "me", "Us" + "ers", "ro" + "ot", "wo" + "rk"))
MACHINE_PATHS = re.compile(rf"(?<![\w.)}}\]-])/(?:{PRIVATE})/|[A-Z]:\\(?:{PRIVATE})\\")
SELF = re.compile(re.escape(str(ROOT)) + r"(?![\w-])") if len(ROOT.parts) > 2 else None


def test_every_arrow_points_down(capsys):
    failed = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert not failed, capsys.readouterr().out


def test_every_room_is_named_in_a_contract():
    strays = [f"{floor}/{room}" for floor, room in rooms() if room not in named_rooms(floor)]
    assert not strays, f"name these in a layers contract in pyproject.toml: {strays}"


def test_every_folder_of_modules_is_a_package():
    folders = {path.parent for path in python_files() if path.parts[0] != "packaging"}
    loose = [str(at) for at in folders if not (ROOT / at / "__init__.py").exists()]
    assert not [at for at in loose if not at.endswith("migrations/versions")]


def test_packaging_is_not_a_package():
    assert not list((ROOT / "packaging").rglob("__init__.py"))


def test_the_house_has_no_other_doors():
    tops = {path.parts[0] for path in tracked()}
    assert not {top for top in tops - TOP_LEVEL if not top.startswith(".")}


def test_no_module_is_too_long():
    lengths = {str(path): len(text(path).splitlines()) for path in python_files()}
    assert not {path: lines for path, lines in lengths.items() if lines > MODULE_LINES}


def test_no_function_is_too_long():
    too_long = [
        f"{path}:{function.lineno} {function.name}"
        for path in python_files()
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno >= FUNCTION_LINES
    ]
    assert not too_long


def test_no_file_names_a_package_registry():
    assert not list(lines_with(HOSTS))


def test_no_file_names_a_path_of_somebodys_machine():
    assert not list(lines_with(MACHINE_PATHS))
    assert not list(lines_with(SELF))


def test_the_searches_above_find_what_they_look_for():
    assert HOSTS.search("https://" + "pypi" + ".org/simple")
    assert MACHINE_PATHS.search("see /" + "home/ann/shop")
    assert MACHINE_PATHS.search("C:\\" + "Users\\ann")
    assert not MACHINE_PATHS.search("tests/" + "work/a.py")


def rooms() -> Iterator[tuple[str, str]]:
    """Every package that stands directly on a floor."""
    for floor in FLOORS:
        for door in sorted((ROOT / floor).glob("*/__init__.py")):
            yield floor, door.parent.name


def named_rooms(floor: str) -> set[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = [
        layer
        for contract in contracts
        if floor in contract.get("containers", [])
        for layer in contract["layers"]
    ]
    return set(re.findall(r"\w+", " ".join(layers)))


def tracked() -> list[Path]:
    """The files of the project: what git keeps, or would keep once added."""
    return [path for path in listed() if (ROOT / path).is_file()]


def listed() -> list[Path]:
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others"]
    try:
        done = subprocess.run(
            [*command, "--exclude-standard"], cwd=ROOT, capture_output=True, check=True, text=True
        )
    except (FileNotFoundError, subprocess.CalledProcessError):
        return unpacked()  # an archive of the project, or a machine without git
    return [Path(name) for name in sorted(set(done.stdout.split("\0"))) if name]


def unpacked() -> list[Path]:
    kept = [ROOT / name for name in TOP_LEVEL]
    paths = [path for top in kept for path in (top, *sorted(top.rglob("*"))) if path.is_file()]
    return [path.relative_to(ROOT) for path in paths if path.suffix not in {".pyc", ".qm"}]


def python_files() -> list[Path]:
    paths = [path for path in tracked() if path.suffix == ".py"]
    return [path for path in paths if "migrations/versions" not in path.as_posix()]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(text(path))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def text(path: Path) -> str:
    return (ROOT / path).read_bytes().decode("utf-8", errors="replace")


def lines_with(pattern: re.Pattern[str] | None) -> Iterator[str]:
    for path in tracked():
        if path.parts[:2] == ("tests", "data") or b"\0" in (ROOT / path).read_bytes():
            continue
        for number, line in enumerate(text(path).splitlines(), start=1):
            if pattern and pattern.search(line):
                yield f"{path}:{number}: {line.strip()[:120]}"


def test_make_prove_has_something_to_prove():
    proofs = [
        path.name
        for path in (ROOT / "tests").rglob("test_*.py")
        if "mark.prove" in path.read_text(encoding="utf-8") and path != Path(__file__)
    ]
    assert {"test_kill.py", "test_store.py"} <= set(proofs)
