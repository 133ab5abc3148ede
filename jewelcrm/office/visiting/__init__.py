"""Another branch's customer: looked up, opened for a while, moved, shared; a person erased.

Import what you need from its modules; the functions that answer a PC are found here by name.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jewelcrm.office.visiting.asked_for import erasures
    from jewelcrm.office.visiting.erasing import erase
    from jewelcrm.office.visiting.exposing import exposure
    from jewelcrm.office.visiting.looking_up import lookup
    from jewelcrm.office.visiting.moving import move
    from jewelcrm.office.visiting.opening import open_customer
    from jewelcrm.office.visiting.revoking import revoke
    from jewelcrm.office.visiting.sharing import share

__all__ = [
    "erase",
    "erasures",
    "exposure",
    "lookup",
    "move",
    "open_customer",
    "revoke",
    "share",
]

_WHERE = {
    "erase": "erasing",
    "erasures": "asked_for",
    "exposure": "exposing",
    "lookup": "looking_up",
    "move": "moving",
    "open_customer": "opening",
    "revoke": "revoking",
    "share": "sharing",
}


def __getattr__(name: str) -> Any:
    """One of the functions; its module is read when it is first needed."""
    if name not in _WHERE:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
