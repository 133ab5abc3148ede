"""What the search box and the palette find: customers, papers, pages and deeds, in groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui.format import names, phone
from ui.i18n import N_, later, t
from ui.pages import DEEDS, PAGES, Deed, Entry, taken_along

if TYPE_CHECKING:
    from jewelcrm.search.queries import SearchResult
    from ui.shell.desk import Desk


@dataclass(frozen=True)
class Hit:
    """One line of the list."""

    icon: str
    title: str
    small: str = ""
    right: str = ""
    name: str = ""  # whose initials, when it is a person
    name_zh: str = ""
    busy: int = 0
    run: Callable[[], None] = field(default=lambda: None, compare=False)


@dataclass(frozen=True)
class Group:
    """A heading over lines."""

    title: str  # English


Line = Hit | Group

# kind of a search result -> heading, icon, page and the name of its argument
KINDS: dict[str, tuple[str, str, str, str]] = {
    "customer": (N_("Customers"), "customer", "customers", "customer_id"),
    "order": (N_("Orders"), "order", "orders", "order_id"),
    "receipt": (N_("Receipts"), "receipt", "payments.receipt", "payment_id"),
    "product": (N_("Products"), "product", "products", "product_id"),
}

TIERS = {
    "standard": "",
    "silver": N_("Silver"),
    "gold": N_("Gold"),
    "vip": N_("VIP"),
    "elsewhere": N_("Customer of another branch"),
}

DETAILS: dict[str, Callable[[str], str]] = {}
"""Kind of result -> its detail in words. The rooms' own words are hung in by ui/app.py."""


def open_result(desk: Desk, result: SearchResult) -> None:
    """Go to what was found."""
    _, _, page, argument = KINDS.get(result.kind, KINDS["customer"])
    desk.open(page, **{argument: result.id})


def hit_for(desk: Desk, result: SearchResult) -> Hit:
    """A search result as a line: the Chinese name first when the language is Chinese."""
    icon = KINDS.get(result.kind, KINDS["customer"])[1]
    large, other = names(result.name, result.chinese_name)
    person = result.kind == "customer"
    told = [phone(one) for one in result.phones[:2]]
    small = [
        *told[:1],
        other,
        *told[1:],
        _detail(result),
    ]  # the end is what is cut
    return Hit(
        icon=icon,
        title=large or result.number or "",
        small="  ·  ".join(part for part in small if part),
        right=result.number or "",
        name=(result.name or result.chinese_name or "") if person else "",
        name_zh=(result.chinese_name or "") if person else "",
        busy=result.open_business,
        run=lambda: open_result(desk, result),
    )


def _detail(result: SearchResult) -> str:
    """The tier of a customer, the kind and stage of an order, the amount of a receipt."""
    if result.kind == "customer":
        return later(TIERS.get(result.detail, result.detail))
    describe = DETAILS.get(result.kind)
    return describe(result.detail) if describe is not None else result.detail


def result_lines(desk: Desk, results: Iterable[SearchResult]) -> list[Line]:
    """Results under their headings, the kind of the best result first."""
    grouped: dict[str, list[Hit]] = {}
    for result in results:
        heading = KINDS.get(result.kind, KINDS["customer"])[0]
        grouped.setdefault(heading, []).append(hit_for(desk, result))
    lines: list[Line] = []
    for heading, hits in grouped.items():
        lines += [Group(heading), *hits]
    return lines


def deed_lines(desk: Desk, text: str) -> list[Line]:
    """Deeds the words fit, those the person may do."""
    deeds = [
        Hit(deed.icon, later(deed.title), right=deed.keys, run=_beginner(desk, deed))
        for deed in DEEDS
        if _may(desk, deed.right)
        and (desk.line.enrolled or not deed.company)
        and fits(text, f"{deed.title} {later(deed.title)} {deed.words}")
    ]
    return [Group(N_("Do")), *deeds] if deeds else []


def page_lines(desk: Desk, text: str, pages: Iterable[Entry] = PAGES) -> list[Line]:
    """Those of the pages that the words fit and the person may open."""
    found = [
        Hit(page.icon, later(page.title), right=_key_of(page), run=_opener(desk, page.name))
        for page in pages
        if _may(desk, page.right) and fits(text, f"{page.title} {later(page.title)}")
    ]
    return [Group(N_("Go to")), *found] if found else []


def by_name(text: str) -> tuple[list[Entry], list[Entry]]:
    """The pages whose name is the text or begins with it, and the others."""
    typed = text.casefold()
    named = [
        page
        for page in PAGES
        if any(name.casefold().startswith(typed) for name in (page.title, later(page.title)))
    ]
    return named, [page for page in PAGES if page not in named]


def _key_of(page: Entry) -> str:
    """The keys of the side bar's pages: Ctrl+1 to Ctrl+9, then Ctrl+0; others have none."""
    number = PAGES.index(page) + 1
    return f"Ctrl+{number % 10}" if number <= 10 else ""


def nothing_lines(desk: Desk, text: str, *, others: bool) -> list[Line]:
    """Nobody here: perhaps a customer of another branch; `others`: there are other lines."""
    if desk.line.enrolled and desk.allows("customers.lookup"):
        words = t("Look up “{text}” at the other branches", text=text)
        look_up = Hit("account-search", words, run=lambda: desk.open("sync.lookup", text=text))
        return [Group(N_("Nothing found here")), look_up]
    return [] if others else [Group(N_("Nothing found"))]


def fits(text: str, words: str) -> bool:
    """Every typed word begins (in Chinese: is in) one of the words."""
    known = words.casefold()
    starts = known.split()
    return all(
        any(start.startswith(typed) for start in starts) or (not typed.isascii() and typed in known)
        for typed in text.casefold().split()
    )


def _may(desk: Desk, right: str) -> bool:
    return not right or desk.allows(right)


def _beginner(desk: Desk, deed: Deed) -> Callable[[], None]:
    return lambda: desk.open(deed.opens, **taken_along(deed, desk.subject()))


def _opener(desk: Desk, page: str) -> Callable[[], None]:
    return lambda: desk.open(page)
