"""`jewelcrm-admin search`: the search box, for scripts."""

import json

import pytest

from jewelcrm.admin.main import main
from tests.conftest import PASSWORD
from tests.jewelcrm.search.test_queries import keep_customer


@pytest.fixture
def answer(ctx, monkeypatch, capsys):
    """Runs the command and gives back what it printed."""
    keep_customer(ctx)
    ctx.store.close()
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)

    def ask(*words):
        assert main(["--data", str(ctx.store.folder), "search", *words]) == 0
        return capsys.readouterr().out

    return ask


def test_the_answer_is_a_list_that_a_script_can_read(answer):
    (mei,) = json.loads(answer("chan 9123", "--json"))
    assert mei["kind"] == "customer"
    assert (mei["number"], mei["name"], mei["chinese_name"]) == ("C1", "Chan Tai Man", "陳大文")
    assert mei["phones"] == ["+85291234567"]


def test_an_empty_answer_is_an_empty_list(answer):
    assert json.loads(answer("nobody", "--json")) == []
    assert json.loads(answer("chan", "--kind", "order", "--json")) == []
    assert json.loads(answer("chan", "--limit", "0", "--json")) == []


def test_a_person_reads_one_line_each(answer):
    assert "Chan Tai Man 陳大文" in answer("陳大")
    assert answer("nobody") == "Nothing was found.\n"
