import sys

import pytest

from resources.find import find, root


def test_a_bundled_file_is_found():
    assert find("icons/icons.ttf").is_file()


def test_a_folder_is_found():
    assert find("fonts").is_dir()


@pytest.mark.parametrize("name", ["icons/no-such.ttf", "../pyproject.toml", "/etc/hosts"])
def test_what_is_not_bundled_is_refused(name):
    with pytest.raises(FileNotFoundError, match="no bundled resource"):
        find(name)


def test_a_frozen_program_looks_beside_itself(monkeypatch, tmp_path):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert root() == (tmp_path / "resources").resolve()
