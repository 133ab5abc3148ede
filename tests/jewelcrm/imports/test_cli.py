import json

import pytest

from jewelcrm.admin.main import main
from tests.conftest import PASSWORD
from tests.leaving import opened


@pytest.fixture
def admin(shop, monkeypatch, capsys):
    """Runs `jewelcrm-admin`; the answer is its exit code and what it printed."""
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)

    def run(*words):
        code = main(["--data", str(shop.folder), "--json", *map(str, words)])
        return code, json.loads(capsys.readouterr().out)

    return run


def test_an_import_prints_its_summary_as_json(admin, write):
    code, done = admin(
        "import", "customers", write("name,phone,email\nAnn Lee,91234567,a@b.hk\n,,\n")
    )

    assert code == 0
    assert [done[k] for k in ("read", "new", "matched", "skipped", "rejected")] == [2, 1, 0, 1, 0]
    assert (done["rejects_file"], done["resumed"]) == (None, False)
    assert done["seconds"] >= 0


def test_a_backup_is_made_before_an_import_and_not_twice_within_minutes(admin, write):
    file = write("name,phone\nAnn Lee,91234567\n")

    admin("import", "customers", file, "--dry-run")
    _, before = admin("backup", "list")
    admin("import", "customers", file)
    admin("import", "customers", write("name,phone\nBo Lee,92345678\n", "two.csv"))
    _, points = admin("backup", "list")

    assert before == []
    assert [(p["why"], p["state"], p["customers"]) for p in points] == [("import", "checked", 0)]


def test_a_mapping_comes_from_a_file_and_can_be_kept_by_name(admin, write):
    mapping = write('{"kind": "customers", "columns": {"A": "name", "B": "phone"}}', "map.json")
    file = write("A,B\nAnn Lee,91234567\n")

    _, first = admin(
        "import", "customers", file, "--map", mapping, "--save-map", "till", "--dry-run"
    )
    _, second = admin("import", "customers", file, "--map", mapping, "--save-map", "till")
    _, third = admin("import", "customers", file, "--map", "till")

    assert [one["new"] for one in (first, second, third)] == [1, 1, 0]


@pytest.mark.parametrize(
    "words",
    [
        ("no such file.csv",),
        ("list.csv", "--map", "nobody"),
        ("list.csv", "--encoding", "klingon"),
        ("list.csv", "--sheet", "x", "--header", "90"),
    ],
)
def test_what_cannot_be_imported_is_refused_in_words(admin, write, tmp_path, words):
    write("Foo,Bar\n1,2\n")

    code, answer = admin("import", "customers", tmp_path / words[0], *words[1:])

    assert code == 1
    assert answer["kind"] == "fix"


def test_rejects_go_where_they_are_sent(admin, write, tmp_path):
    _, done = admin(
        "import", "customers", write("vip,name\nx,\n"), "--rejects", tmp_path / "bad.csv"
    )

    assert done["rejects_file"] == str(tmp_path / "bad.csv")
    assert (tmp_path / "bad.csv").exists()


def test_a_list_is_exported(admin, write, tmp_path):
    admin("import", "customers", write("name,phone\nAnn Lee,91234567\n"))

    code, done = admin("export", "customers", tmp_path / "out.xlsx", "--purpose", "the auditor")

    assert (code, done["rows"]) == (0, 1)
    assert opened(tmp_path / "out.xlsx.zip", done["password"]).startswith(b"PK")


def test_what_the_command_line_says_stands_above_the_guess(admin, write):
    file = write("order no|date|total\n1|03/04/2020|10\n")

    _, done = admin(
        "import", "orders", file, "--dates", "mdy", "--currency", "GBP", "--delimiter", "pipe"
    )

    assert done["mapping"]["date_order"] == "mdy"
    assert done["mapping"]["currency"] == "GBP"


def test_a_dry_run_shows_the_columns_the_first_rows_and_what_is_refused(
    shop, monkeypatch, capsys, write
):
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)
    text = "Client,Mobile,Shoe size\nAnn Lee,91234567,38\n,,39\n"

    main(["--data", str(shop.folder), "import", "customers", str(write(text)), "--dry-run"])

    told = capsys.readouterr().out
    assert "Client  ->  name" in told
    assert "columns not used: Shoe size" in told
    assert "row 1  new       name: Ann Lee  phone mobile: 91234567" in told
    assert "row 2  has no name, phone, e-mail or number" in told
    assert "rejected         1" in told
