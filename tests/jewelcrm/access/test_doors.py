"""Every command and query asks for a right, and nobody without it gets through."""

import ast
import inspect
from importlib import import_module
from pathlib import Path

import pytest

from jewelcrm.access.catalogue import CHAINED, RIGHTS, ROLES, allows
from jewelcrm.access.doors import DOORS
from jewelcrm.errors import Denied
from tests.builders import a_chain

HERE = Path(__file__).resolve().parents[3]
NO_DOOR = {"jewelcrm.access.signin", "jewelcrm.people.founding"}
"""Before anybody is signed in there is nobody to ask."""


def rooms_with_doors() -> list[str]:
    """Modules named commands or queries, or inside a package so named."""
    found = []
    for path in sorted((HERE / "jewelcrm").rglob("*.py")):
        parts = path.relative_to(HERE).with_suffix("").parts
        if {"commands", "queries"} & set(parts) and not path.stem.startswith("_"):
            found.append(".".join(p for p in parts if p != "__init__"))
    return found


def modules_with_doors() -> list[str]:
    """Every module of the program that makes a door, whatever it is named."""
    return [
        ".".join(p for p in path.relative_to(HERE).with_suffix("").parts if p != "__init__")
        for path in sorted((HERE / "jewelcrm").rglob("*.py"))
        if _uses_doors(ast.parse(path.read_text(encoding="utf-8")))
    ]


def _uses_doors(module: ast.Module) -> bool:
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == "jewelcrm.access.doors"
        and {"command", "query"} & {name.name for name in node.names}
        for node in ast.walk(module)
    )


def public_functions(module: str) -> list[str]:
    """Functions whose first parameter is `ctx`, by full name."""
    source = Path(inspect.getfile(import_module(module))).read_text(encoding="utf-8")
    return [
        f"{module}.{node.name}"
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and node.args.args
        and node.args.args[0].arg == "ctx"
    ]


@pytest.mark.parametrize("module", rooms_with_doors())
def test_every_command_and_query_has_a_door(module):
    assert [name for name in public_functions(module) if name not in DOORS] == []


@pytest.mark.parametrize("role", [*ROLES, "", "auditor", "ADMINISTRATOR"])
@pytest.mark.parametrize("action", [*RIGHTS, "", "customers.everything"])
def test_what_is_not_granted_is_denied(role, action):
    granted = action in RIGHTS and role in RIGHTS[action].roles
    assert allows(role, action) == granted


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", RIGHTS)
def test_a_chain_takes_rights_and_never_gives_any(role, action):
    alone, chained = allows(role, action), allows(role, action, in_chain=True)
    assert chained == (alone and role in CHAINED[action].roles if action in CHAINED else alone)


def test_on_a_pc_of_a_chain_the_catalogue_is_an_administrators_and_people_are_head_offices(
    ctx, manager
):
    assert manager.allows("catalogue.edit")
    assert ctx.allows("people.manage")
    a_chain(ctx)
    assert ctx.allows("catalogue.edit")
    for who, action, where in (
        (manager, "catalogue.edit", "an administrator changes them"),
        (ctx, "people.manage", "jewelcrm-office user"),
        (manager, "shop.edit", "jewelcrm-office branch"),
        (manager, "people.manage", "Ask your manager"),
    ):
        assert not who.allows(action)
        with pytest.raises(Denied, match=where):
            who.require(action)


def test_sales_is_turned_away_at_every_door_it_has_no_right_to(sales):
    for module in modules_with_doors():
        import_module(module)
    closed = [door for door in DOORS.values() if not allows("sales", door.action)]
    assert closed
    for door in closed:
        module, _, name = door.name.rpartition(".")
        function = getattr(import_module(module), name)
        with pytest.raises(Denied):
            function(sales)


def test_a_refusal_is_written_to_the_audit_log(sales, ctx):
    with pytest.raises(Denied):
        sales.require("people.manage")
    with ctx.read() as conn:
        last = conn.exec_driver_sql(
            "SELECT action, outcome, actor FROM audit_log ORDER BY seq DESC LIMIT 1"
        ).one()
    assert tuple(last) == ("people.manage", "denied", sales.staff.id)
