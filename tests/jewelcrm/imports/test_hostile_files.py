"""Pipes, devices, links, files that change or never end: told in words, read in bounded memory."""

import os
import socket
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from jewelcrm.errors import CanFix
from jewelcrm.imports.commands import import_file
from jewelcrm.imports.commands import run as running
from tests.jewelcrm.imports.conftest import count, rows_of


def a_pipe(path):
    os.mkfifo(path)


def a_socket(path):
    with socket.socket(socket.AF_UNIX) as made_here:
        made_here.bind(str(path))


@pytest.mark.parametrize(
    ("make", "words"),
    [(a_pipe, "a pipe"), (a_socket, "a socket"), (Path.mkdir, "a folder")],
)
def test_what_is_no_file_is_never_waited_for(ctx, monkeypatch, tmp_path, make, words):
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    make(Path("x.csv"))

    with pytest.raises(CanFix, match=words):
        import_file(ctx, Path("x.csv"), "customers")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/urandom", "/dev/null", "/dev/stdin"])
def test_a_device_is_no_file_even_behind_a_link(ctx, tmp_path, device):
    (tmp_path / "list.csv").symlink_to(device)

    with pytest.raises(CanFix, match="not a file"):
        import_file(ctx, tmp_path / "list.csv", "customers")


def test_links_that_lead_nowhere_or_in_a_circle_are_told(ctx, tmp_path):
    (tmp_path / "a.csv").symlink_to(tmp_path / "b.csv")
    (tmp_path / "b.csv").symlink_to(tmp_path / "a.csv")

    with pytest.raises(CanFix, match="cannot be opened"):
        import_file(ctx, tmp_path / "a.csv", "customers")


def test_a_name_with_a_zero_byte_is_told(ctx):
    with pytest.raises(CanFix, match="zero byte"):
        import_file(ctx, Path("list\0.csv"), "customers")


def test_a_link_to_a_list_is_the_list(ctx, write, tmp_path):
    write("name,phone\nAnn Lee,91234567\n")
    (tmp_path / "link.csv").symlink_to(tmp_path / "list.csv")

    assert import_file(ctx, tmp_path / "link.csv", "customers").new == 1


def people(first, many):
    return "".join(f"Person N{n},9{n:07d}\n" for n in range(first, first + many))


def test_a_file_that_changes_while_it_is_read_is_told_and_what_was_taken_in_is_whole(
    ctx, write, monkeypatch
):
    monkeypatch.setattr(running, "BATCH_ROWS", 10)
    path = write("name,phone\n" + people(1234567, 30))
    changed = lambda *_: write("name,phone\n" + people(2234567, 40))  # noqa: E731

    with pytest.raises(CanFix, match="changed while it was read"):
        import_file(ctx, path, "customers", progress=changed)
    kept = count(ctx, "customer")
    again = import_file(ctx, path, "customers")

    assert kept == 10
    assert (again.read, again.new, again.resumed) == (40, 40, False)
    assert rows_of(ctx, "SELECT DISTINCT state FROM import_run") == [("done",)]


def test_a_file_that_is_taken_away_while_it_is_read_is_told(ctx, write, monkeypatch):
    monkeypatch.setattr(running, "BATCH_ROWS", 10)
    path = write("name,phone\n" + people(1234567, 30))

    with pytest.raises(CanFix, match="changed while it was read"):
        import_file(ctx, path, "customers", progress=lambda *_: path.unlink(missing_ok=True))


READ = """
    import resource, sys
    from pathlib import Path
    from jewelcrm.errors import CanFix
    from jewelcrm.imports.readers import open_source

    def used():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10

    before, rows = used(), 0
    try:
        for _ in open_source(Path(sys.argv[1])).rows():
            rows += 1
    except CanFix as error:
        print(error, file=sys.stderr)
    print(rows, used() - before)
"""


def endless_line(path, letters):
    with path.open("wb") as file:
        file.write(b"name,phone\n")
        for _ in range(letters >> 20):
            file.write(b"x" * (1 << 20))
        file.write(b"\nAnn Lee,91234567\n")


def endless_quotes(path, letters):
    with path.open("wb") as file:
        file.write(b"name,phone\n")
        for _ in range(letters >> 20):
            file.write(b'"' + b"x" * (1 << 19) + b'\n","' + b"y" * (1 << 19) + b'\n",')


def wide_rows(path, letters):
    with path.open("wb") as file:
        file.write(b"name,phone\n")
        for _ in range(letters >> 20):
            file.write(b"," * (1 << 20) + b"\n")


def a_picture(path, letters):
    with path.open("wb") as file:
        file.write(b"BEGIN:VCARD\nFN:Ann Lee\nPHOTO;ENCODING=b:")
        for _ in range(letters >> 20):
            file.write(b"A" * (1 << 20))
        file.write(b"\nEND:VCARD\n")


@pytest.mark.parametrize("build", [endless_line, endless_quotes, wide_rows, a_picture])
def test_memory_does_not_grow_with_what_a_file_makes_endless(tmp_path, build):
    build(tmp_path / "endless", 160 << 20)

    told = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(READ), tmp_path / "endless"],
        capture_output=True,
        check=True,
        text=True,
    )

    rows, megabytes = map(int, told.stdout.split())
    assert rows >= 1
    assert megabytes < 120
