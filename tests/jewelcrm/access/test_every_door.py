"""Every command and query, by every role, alone and in a chain: no wrong allow, no wrong deny."""

from dataclasses import replace
from importlib import import_module

import pytest

from jewelcrm.access.catalogue import ROLES
from jewelcrm.access.doors import DOORS
from jewelcrm.errors import Denied
from tests.builders import a_chain
from tests.jewelcrm.access.expected import doors
from tests.jewelcrm.access.test_doors import modules_with_doors

MAY = {
    "audit.view": "administrator manager",
    "backup.make": "administrator manager sales",
    "backup.targets": "administrator manager",
    "backup.view": "administrator manager sales",
    "catalogue.edit": "administrator manager",
    "catalogue.view": "administrator manager sales",
    "customers.add": "administrator manager sales",
    "customers.archive": "administrator manager",
    "customers.edit": "administrator manager sales",
    "customers.export": "administrator manager",
    "customers.history": "administrator manager sales",
    "customers.lookup": "administrator manager sales",
    "customers.move": "administrator manager",
    "customers.remote_open": "administrator manager sales",
    "customers.share": "administrator manager",
    "customers.undo": "administrator manager",
    "customers.view": "administrator manager sales",
    "doctor.bundle": "administrator manager",
    "doctor.run": "administrator manager sales",
    "extraction.take": "administrator manager",
    "followups.edit": "administrator manager sales",
    "followups.rules": "administrator manager",
    "followups.view": "administrator manager sales",
    "imports.run": "administrator manager",
    "orders.add": "administrator manager sales",
    "orders.cancel": "administrator manager",
    "orders.edit": "administrator manager sales",
    "orders.move": "administrator manager sales",
    "orders.view": "administrator manager sales",
    "payments.refund": "administrator manager",
    "payments.take": "administrator manager sales",
    "payments.view": "administrator manager sales",
    "people.manage": "administrator",
    "people.view": "administrator manager sales",
    "privacy.erase": "administrator",
    "reports.ask": "administrator manager sales",
    "reports.grant": "administrator manager",
    "reports.run": "administrator manager",
    "reports.subscribe": "administrator manager",
    "search.use": "administrator manager sales",
    "settings.edit": "administrator manager",
    "settings.view": "administrator manager sales",
    "shop.edit": "administrator manager",
    "sync.enrol": "administrator",
    "sync.now": "administrator manager sales",
    "sync.review": "administrator manager",
    "sync.view": "administrator manager sales",
}
"""Who may do what, written down anew: a catalogue that gives more fails here."""

IN_CHAIN = {"catalogue.edit": "administrator", "people.manage": "", "shop.edit": ""}
"""What a PC of a chain leaves to head office."""
STRANGE = ("", "auditor", "ADMINISTRATOR", "head office")


@pytest.fixture(scope="module")
def every_door():
    for module in modules_with_doors():
        import_module(module)
    return dict(DOORS)


def test_every_door_there_is_has_an_expectation(every_door):
    assert {name: door.action for name, door in every_door.items()} == doors()


@pytest.mark.parametrize("chain", [False, True])
def test_every_role_gets_through_every_door_it_may_and_no_other(ctx, every_door, chain):
    if chain:
        a_chain(ctx)
    may = MAY | (IN_CHAIN if chain else {})
    wrong = []
    for role in (*ROLES, *STRANGE):
        person = replace(ctx, staff=replace(ctx.staff, role=role))
        for name, right in doors().items():
            opened = _opens(person, name)
            if opened != (role in may[right].split()):
                wrong.append(f"{role} {'in' if opened else 'out'}: {name}")
    assert not wrong
    assert len(doors()) * len((*ROLES, *STRANGE)) > 900


def _opens(person, name):
    """True when the person gets behind the door, where a senseless question is turned back."""
    module, _, function = name.rpartition(".")
    try:
        getattr(import_module(module), function)(person, *[object()] * 40)
    except Denied:
        return False
    except TypeError:
        return True
    raise AssertionError(f"{name} was carried out")
