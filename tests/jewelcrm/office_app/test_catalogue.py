"""The chain's catalogue from the command line: pieces and gold prices that PCs then read."""

import json

import pytest

from jewelcrm.office import catalogue
from jewelcrm.office.catalogue import Taken
from jewelcrm.office.main import main
from jewelcrm.office.skew import SCHEMA
from jewelcrm.wire.messages import Cursor, PullAsk
from tests.jewelcrm.office_app.builders import PASSWORD

LIST = (
    "SKU,Name,Chinese name,Category,Metal,Fineness,Weight (g),Price,Barcode\n"
    "R-100,Plain ring,素圈戒指,ring,gold,999.9,3.74,12800,4891\n"
    "R-101,Jade bangle,翡翠手鐲,bangle,,,,38000,\n"
    "R-102,Broken,,ring,gold,999.9,3.74,twelve,\n"
)


@pytest.fixture
def office(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)

    def say(*words):
        code = main(["--data", str(tmp_path / "office"), "--json", *map(str, words)])
        return code, json.loads(capsys.readouterr().out)

    assert say("init", "--admin", "Mary Chan")[0] == 0
    return say


def test_a_piece_is_added_listed_and_changed_by_its_item_code(office):
    typed = ("--name", "Plain ring", "--fineness", "18K", "--weight", "3.7", "--price", "12,800")
    code, said = office("product", "add", "R-1", *typed)
    assert (code, said["added"]) == (0, 1)
    assert office("product", "add", "R-1", *typed)[1]["same"] == 1
    assert office("product", "add", "R-1", "--name", "Ring")[1]["changed"] == 1
    [piece] = office("product", "list", "ring")[1]["products"]
    assert (piece["sku"], piece["name"], piece["price"]) == ("R-1", "Ring", "HK$12,800.00")
    assert office("product", "list", "bangle")[1]["products"] == []


def test_a_list_is_imported_and_told_what_was_not_taken(office, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    code, said = office("product", "import", path, "--dry-run")
    assert (code, said["added"], office("product", "list")[1]["products"]) == (0, 2, [])
    code, said = office("product", "import", path)
    assert (said["added"], [one["row"] for one in said["rejected"]]) == (2, [3])
    assert "price cannot be read" in said["rejected"][0]["why"]
    assert office("product", "import", path)[1]["same"] == 2
    assert [p["name_zh"] for p in office("product", "list")[1]["products"]] == [
        "素圈戒指",
        "翡翠手鐲",
    ]


def test_a_gold_price_goes_on_the_board_and_a_slip_is_asked_about(office):
    code, said = office("gold-rate", "set", "gold", "31,250", "--buy", "30,100")
    assert (code, said["rates"][0]["sell"]) == (0, "HK$31,250.00")
    code, said = office("gold-rate", "set", "gold", "3125")
    assert (code, "--sure" in said["error"]) == (1, True)
    assert office("gold-rate", "set", "gold", "3125", "--sure")[0] == 0
    assert len(office("gold-rate", "list")[1]["rates"]) == 1
    code, said = office("gold-rate", "set", "gold", "1", "--buy", "2", "--sure")
    assert (code, "buy back" in said["error"]) == (1, True)


@pytest.mark.parametrize(
    "words", [("add", "", "--name", "x"), ("add", "R-9"), ("import", "none.csv")]
)
def test_what_cannot_be_taken_is_said(office, words):
    code, said = office("product", *words)
    assert (code, said["kind"]) == (1, "fix")


def test_pcs_read_what_head_office_put_into_the_catalogue(head_office):
    piece = catalogue.one({"sku": "R-1", "name": "Ring", "price": "5"}, "HKD")

    def act(work):
        catalogue.keep(work, [piece], "HKD", head_office.clock.now(), Taken())

    pc = head_office.pc()
    head_office.store.run(act)
    ask = PullAsk(schema=SCHEMA, epoch=1, req=1, scopes=[Cursor("G:catalogue", 0)])
    [item] = pc.post("/v1/sync/pull", ask).json()["feeds"][0]["items"]
    assert (item["img"]["sku"], item["img"]["price_cents"]) == ("R-1", 500)
