"""What needs the database's owner: bringing it up to date, and leaving nothing of erased people."""

import json

import pytest

from jewelcrm.office.main import main
from tests.jewelcrm.office_app.builders import PASSWORD


@pytest.fixture
def say(tmp_path, capsys, monkeypatch):
    """Say something to the program over one folder; the exit code, and the answer or trouble."""
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)
    monkeypatch.delenv("JEWELCRM_DATABASE_URL", raising=False)

    def said(*words):
        code = main(["--data", str(tmp_path / "office"), "--json", *words])
        return code, json.loads(capsys.readouterr().out)

    return said


def test_a_database_of_an_older_release_is_brought_up_to_date_by_its_owner(say, postgres_cluster):
    name = postgres_cluster.database()
    url = postgres_cluster.url("jewelcrm_owner", name)
    assert say("init", "--admin", "Mary Chan", "--database-url", url)[0] == 0
    postgres_cluster.sql("UPDATE office_schema SET number = 5", name)
    code, told = say("branch", "list")
    assert code
    assert "jewelcrm-office update" in json.dumps(told)
    code, told = say("update")
    assert code
    assert "owner" in json.dumps(told)
    assert say("update", "--database-url", url)[1]["changed"]
    assert not say("update", "--database-url", url)[1]["changed"]
    assert say("branch", "list")[0] == 0
    assert say("scrub", "--database-url", url)[1]["scrubbed"]


def test_an_encrypted_file_needs_neither(say):
    assert say("init", "--admin", "Mary Chan")[0] == 0
    assert say("update") == (0, {"changed": False})
    code, told = say("scrub")
    assert code
    assert "nothing to do" in json.dumps(told)
