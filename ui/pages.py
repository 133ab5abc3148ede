"""Which pages and deeds the window offers, by name: nothing is imported before it is used."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from ui.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.shell.desk import Desk
    from ui.shell.page import Page

AT_ONCE = False  # tests look at a page in the line after the one that opens it


class Entry(NamedTuple):
    """A page, and its line of the side bar."""

    name: str
    title: str
    icon: str
    right: str = ""  # needed to see it
    room: str = ""  # its folder under ui/, when it is not its name
    bar: bool = True  # False: not in the side bar, its way in is elsewhere


class Deed(NamedTuple):
    """Something the command palette can start."""

    title: str
    icon: str
    opens: str
    right: str = ""
    keys: str = ""
    words: str = ""  # more words it is found by
    takes: tuple[str, ...] = ()  # of what lies open on the page, when begun by key or palette
    company: bool = False  # of use only with a head office


PAGES = (
    Entry("today", N_("Today"), "today"),
    Entry("customers", N_("Customers"), "customers", "customers.view"),
    Entry("orders", N_("Orders"), "orders", "orders.view"),
    Entry("payments", N_("Payments"), "payment", "payments.view"),
    Entry("followups", N_("Follow-ups"), "followups", "followups.view"),
    Entry("products", N_("Products"), "products", "catalogue.view", "catalogue"),
    Entry("dashboard", N_("Dashboard"), "chart-bar"),
    Entry("reports", N_("Reports"), "chart-line"),
    Entry("imports", N_("Import"), "imports", "imports.run"),
    Entry("settings", N_("Settings"), "settings", "settings.view"),
    Entry("sync", N_("Head office"), "sync", "sync.view", bar=False),
    Entry("backup", N_("Backups"), "shield-check", "backup.view", bar=False),
)

DEEDS = (
    Deed(N_("New customer"), "account-plus", "customers.add", "customers.add", "Ctrl+N"),
    Deed(
        N_("New order"),
        "clipboard-list",
        "orders.add",
        "orders.add",
        "Ctrl+O",
        "sale repair",
        ("customer_id",),
    ),
    Deed(
        N_("Take payment"),
        "payment",
        "payments.take",
        "payments.take",
        "Ctrl+P",
        "deposit",
        ("order_id", "customer_id"),
    ),
    Deed(
        N_("Print labels of the order"),
        "tag",
        "orders.label",
        "orders.view",
        "Ctrl+B",
        "barcode bag repair sticker",
        ("order_id",),
    ),
    Deed(
        N_("Print the tag of a piece"),
        "tag",
        "products.label",
        "catalogue.view",
        "",
        "barcode price sticker",
        ("product_id",),
    ),
    Deed(
        N_("New follow-up"),
        "bell-ring",
        "followups.add",
        "followups.edit",
        "",
        "reminder",
        ("customer_id",),
    ),
    Deed(
        N_("Look up a customer of another branch"),
        "account-search",
        "sync.lookup",
        "customers.lookup",
        "",
        "elsewhere find",
        company=True,
    ),
    Deed(N_("New product"), "product", "products.add", "catalogue.edit", "", "stock"),
    Deed(
        N_("Check this computer's health"),
        "shield-check",
        "settings.health",
        "doctor.run",
        "",
        "doctor support package",
    ),
)


def taken_along(deed: Deed, subject: dict[str, object]) -> dict[str, object]:
    """What of the page's subject a deed begins with."""
    return {name: one for name, one in subject.items() if name in deed.takes}


def title_of(name: str) -> str:
    """A page's title, in English."""
    return next((page.title for page in PAGES if page.name == name), "")


def loaded(name: str) -> bool:
    """Whether the code of a page or a dialog is there: loading it takes up to 200 ms."""
    return AT_ONCE or _module(name) in sys.modules


def load(name: str) -> None:
    """Load the code of a page or a dialog; not on the UI thread."""
    import_module(_module(name))


def page_class(name: str) -> type[Page]:
    """The page of a room: PAGE in ui/<name>/page.py."""
    return cast("type[Page]", import_module(_module(name)).PAGE)


def show_dialog(desk: Desk, name: str, where: dict[str, object]) -> None:
    """Open a dialog: show(desk, **where) in ui/<room>/<verb>.py."""
    show: Callable[..., object] = import_module(_module(name)).show
    show(desk, **where)


def _module(name: str) -> str:
    room, _, verb = name.partition(".")
    return f"ui.{_room(room)}.{verb or 'page'}"


def _room(name: str) -> str:
    return next((page.room for page in PAGES if page.name == name and page.room), name)
