"""Distribution: where customers live, how old they are, what they speak, how they found us."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from jewelcrm.reports import standing
from jewelcrm.reports.model import Chart, Column, Detail, Report, Row, Source, Words, number, text
from jewelcrm.reports.pieces import staff_filter, value_filter, with_shares
from jewelcrm.reports.sql import branch_name, here
from jewelcrm.reports.standing import BORN, OURS

_BANDS = ((0, 17), (18, 24), (25, 34), (35, 44), (45, 54), (55, 64), (65, 120))
_DISTRICT, _TIER = Words("District", "地區"), Words("Tier", "等級")
_SOURCE = Words("How they found us", "得知途徑")
_FILTERS = (
    staff_filter("customer.owner_id"),
    *(
        value_filter(name, title, f"customer.{name}", "customer")
        for name, title in (("district", _DISTRICT), ("tier", _TIER), ("source", _SOURCE))
    ),
)


def _people(source: Source) -> str:
    """Where customers are read: the rows kept for it, or the records."""
    whose = f"{here('customer')} AND {source.where(*_FILTERS)}"
    if standing.current(source):
        return f"FROM sum_customer customer WHERE {whose}"
    return f"FROM customer WHERE {OURS} AND {whose}"


def _by(name: str, label: str = "k.key", joined: str = "") -> Callable[[Source], Iterator[Row]]:
    """Counted by the column first, and named then: there are few."""

    def read(source: Source) -> Iterator[Row]:
        found = source.rows(
            f"SELECT coalesce(nullif(trim({label}), ''), :none) AS label, sum(k.n) FROM"
            f" (SELECT customer.{name} AS key, count(*) AS n {_people(source)} GROUP BY 1) k"
            f" {joined} GROUP BY label ORDER BY 2 DESC, label"
        )
        return with_shares({text(label): number(count) for label, count in found})

    return read


def _by_age(source: Source) -> Iterator[Row]:
    born = "customer.born" if standing.current(source) else BORN
    counts: Counter[str] = Counter()
    for year, count in source.rows(f"SELECT {born} AS y, count(*) {_people(source)} GROUP BY y"):
        age = source.today.year - year if isinstance(year, int) else None
        counts[_band(age)] += number(count)
    none = text(source.values["none"])  # type: ignore[arg-type] # always a text
    return with_shares({label or none: counts[label] for label in sorted(counts)})


def _band(age: int | None) -> str:
    """Empty when the year was not given."""
    for first, last in _BANDS:
        if age is not None and first <= age <= last:
            return f"{first}+" if last == _BANDS[-1][1] else f"{first}-{last}"
    return ""


def _level(name: str, title: Words, read: Callable[[Source], Iterator[Row]]) -> Detail:
    count = Column("customers", Words("Customers", "顧客"), "count", total=True)
    share = Column("share", Words("Share", "比例"), "share")
    chart = Chart(name, "customers")
    return Detail(f"by-{name}", title, (Column(name, title), count, share), read, chart)


REPORT = Report(
    name="distribution",
    title=Words("Customer distribution", "顧客分布"),
    owner="manager",
    about=Words("Who our customers are, without names.", "顧客的分布，不具姓名。"),
    formula=Words(
        "Customers of the branch, or shared with it, that are not put away or merged into another."
        " Age: this year less the year of birth, where it was given. Share: part of all of them.",
        "計本分店或共享予本分店、未封存亦未合併的顧客。年齡：今年減出生年份（有提供者）。比例：佔全部顧客。",
    ),
    uses_period=False,
    filters=_FILTERS,
    details=(
        _level("district", _DISTRICT, _by("district")),
        _level("age", Words("Age", "年齡"), _by_age),
        _level("gender", Words("Gender", "性別"), _by("gender")),
        _level("language", Words("Language", "語言"), _by("language")),
        _level("source", _SOURCE, _by("source")),
        _level("tier", _TIER, _by("tier")),
        _level(
            "branch",
            Words("Branch", "分店"),
            _by("branch_id", branch_name("b"), "LEFT JOIN branch b ON b.id = k.key"),
        ),
    ),
)
