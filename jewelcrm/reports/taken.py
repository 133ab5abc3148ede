"""What a file or a print held, in words: the book of what left keeps names for programs."""

from __future__ import annotations

from jewelcrm.customers.lists import choices
from jewelcrm.reports.catalogue import reports

_LISTS = choices(
    ("export/customers", "List of customers", "顧客名單"),
    ("export/orders", "List of orders", "訂單名單"),
    ("export/products", "List of products", "貨品名單"),
    ("import/rejected", "Rejected rows of an import", "匯入時被拒的資料"),
)
FORMS = choices(
    ("print", "Print", "列印"),
    ("pdf", "PDF", "PDF"),
    ("xlsx", "XLSX", "XLSX"),
    ("csv", "CSV", "CSV"),
    ("json", "JSON", "JSON"),
)
PURPOSES = choices(
    (
        "rows of an import that were not taken in",
        "Rows of an import that were not taken in",
        "匯入時沒有接收的資料",
    ),
)
"""Those that the program itself gives; people's own words stay as they are."""


def held(code: str, language: str) -> str:
    """`sales/lines` by the report's name and the level's; what is not known any more as it is."""
    if (known := _LISTS.find(code)) is not None:
        return known.label(language)
    name, _, level = code.partition("/")
    report = reports().get(name)
    detail = report.detail(level) if report is not None else None
    if report is None or detail is None:
        return code
    return f"{report.title.say(language)} · {detail.title.say(language)}"
