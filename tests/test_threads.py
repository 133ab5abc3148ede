"""A test that leaves a thread running fails, by its name; what is kept for many tests may run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests import threads
from tests.conftest import ROOT

TESTS = """
import threading
import pytest

ends = threading.Event()

def begun(name):
    thread = threading.Thread(target=ends.wait, name=name, daemon=True)
    thread.start()
    return thread

@pytest.fixture(scope="module", autouse=True)
def kept():
    thread = begun("kept")
    yield
    ends.set()
    thread.join()

@pytest.fixture
def lent():
    over = threading.Event()
    thread = threading.Thread(target=over.wait, name="lent")
    thread.start()
    yield
    over.set()
    thread.join()

@pytest.fixture
def forgotten():
    begun("backup")

@pytest.fixture
def forgotten_at_its_end():
    yield
    begun("keyring")

def test_with_what_is_kept(): pass
def test_with_what_its_fixture_ends(lent): pass
def test_that_leaves_one(lent): begun("sync")
def test_whose_fixture_leaves_one(forgotten): pass
def test_whose_fixture_leaves_one_as_it_ends(forgotten_at_its_end): pass
def test_after_all_of_them(): pass
"""


def outcomes(tmp_path: Path) -> dict[str, str]:
    """What is left running after each of the tests that leave something."""
    (tmp_path / "test_some.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "conftest.py").write_text(
        "from tests import threads\nthreads.left.__defaults__ = (0.05,)\n"
        "from tests.conftest import _all_threads_end\n",
        encoding="utf-8",
    )
    plain = ("-p", "no:randomly", "-o", f"cache_dir={tmp_path / 'cache'}", "-q", "-rE", "--tb=no")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *plain, "-c", ROOT / "pyproject.toml", tmp_path],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "500"},
        capture_output=True,
        text=True,
        check=False,
    )
    return dict(
        re.findall(r"^ERROR \S+::(\w+) - Failed: left running: (.+)$", done.stdout, re.MULTILINE)
    )


def test_who_leaves_a_thread_fails_and_nobody_else(tmp_path: Path) -> None:
    assert outcomes(tmp_path) == {
        "test_that_leaves_one": "sync",
        "test_whose_fixture_leaves_one": "backup",
        "test_whose_fixture_leaves_one_as_it_ends": "keyring",
    }


def test_it_is_set_up_before_and_looks_after_whatever_a_test_is_given(
    request: pytest.FixtureRequest,
) -> None:
    names = request.fixturenames
    given = {name: request._get_active_fixturedef(name) for name in names if name != "request"}
    own = [name for name, fixture in given.items() if fixture.scope == "function"]
    assert own[0] == "_all_threads_end"


def test_a_thread_that_is_about_to_end_is_waited_for() -> None:
    before, began = threads.alive(), time.monotonic()
    threading.Thread(target=time.sleep, args=(0.05,), name="sync").start()
    assert threads.left(before, grace=60) == []
    assert time.monotonic() - began < 30


def test_looking_costs_next_to_nothing() -> None:
    took = []
    for _ in range(50):
        began = time.perf_counter()
        threads.left(threads.alive())
        took.append(time.perf_counter() - began)
    assert min(took) < 0.001
