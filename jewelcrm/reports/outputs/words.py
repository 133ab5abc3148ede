"""What sheets and strips say beside the figures."""

from __future__ import annotations

from collections.abc import Iterator

from jewelcrm.payments.receipts.letters import MISSING
from jewelcrm.reports.model import Words

HOW = Words("How these figures are computed", "數字如何計算")
NOTHING = Words("Nothing in this period.", "此期間沒有資料。")
TOTAL = Words("Total", "合計")


def unprinted(places: int) -> Iterator[Words]:
    """Says so when something could not be printed, and where it can be read."""
    if places:
        n = f"{places:,}"
        yield Words(
            f"{MISSING} stands for a letter that no font of this program has, in {n} places."
            " The same report as XLSX or CSV has it.",
            f"{MISSING} 代表程式字型所無的字，共 {n} 處；同一報表的 XLSX 或 CSV 檔內有原字。",
        )
