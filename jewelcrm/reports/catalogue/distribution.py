"""Distribution: where customers live, how old they are, what they speak, how they found us."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from jewelcrm.customers.guests import OWN_OR_SHARED
from jewelcrm.reports.model import Column, Detail, Report, Row, Source, Words, number, text
from jewelcrm.reports.sql import here

_OURS = (
    "customer.archived_at IS NULL AND customer.merged_into IS NULL"
    f" AND {here('customer')} AND {OWN_OR_SHARED}"
)
_NONE = Words("(not given)", "（未填）")
_BANDS = ((0, 17), (18, 24), (25, 34), (35, 44), (45, 54), (55, 64), (65, 120))
_SHARE = Column("share", Words("Share", "比例"), "share")


def _by(key: str, joined: str = "") -> Callable[[Source], Iterator[Row]]:
    def read(source: Source) -> Iterator[Row]:
        found = source.rows(
            f"SELECT coalesce(nullif(trim({key}), ''), :none) AS label, count(*)"
            f" FROM customer {joined} WHERE {_OURS} GROUP BY label ORDER BY count(*) DESC, label",
            none=_NONE.say(source.asked.language),
        )
        return _with_shares({text(label): number(count) for label, count in found})

    return read


def _with_shares(counts: dict[str, int]) -> Iterator[Row]:
    """Counts with their part of all, in hundredths of one per cent."""
    every = sum(counts.values())
    return ((label, count, count * 10_000 // every) for label, count in counts.items())


def _by_age(source: Source) -> Iterator[Row]:
    found = source.rows(
        "SELECT (SELECT max(o.year) FROM occasion o WHERE o.customer_id = customer.id"
        " AND o.kind = 'birthday' AND coalesce(o.whose, '') = '' AND o.archived_at IS NULL) AS y,"
        f" count(*) FROM customer WHERE {_OURS} GROUP BY y"
    )
    counts: Counter[str] = Counter()
    for year, count in found:
        age = source.today.year - year if isinstance(year, int) else None
        counts[_band(age, source)] += number(count)
    return _with_shares({label: counts[label] for label in sorted(counts)})


def _band(age: int | None, source: Source) -> str:
    for first, last in _BANDS:
        if age is not None and first <= age <= last:
            return f"{first}+" if last == 120 else f"{first}-{last}"
    return _NONE.say(source.asked.language)


def _level(name: str, title: Words, read: Callable[[Source], Iterator[Row]]) -> Detail:
    count = Column("customers", Words("Customers", "顧客"), "count", total=True)
    return Detail(f"by-{name}", title, (Column(name, title), count, _SHARE), read)


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
    details=(
        _level("district", Words("District", "地區"), _by("district")),
        _level("age", Words("Age", "年齡"), _by_age),
        _level("gender", Words("Gender", "性別"), _by("gender")),
        _level("language", Words("Language", "語言"), _by("language")),
        _level("source", Words("How they found us", "得知途徑"), _by("source")),
        _level("tier", Words("Tier", "等級"), _by("tier")),
        _level("branch", Words("Branch", "分店"),
               _by("b.code || ' ' || b.name", "LEFT JOIN branch b ON b.id = customer.branch_id")),
    ),
)  # fmt: skip
