"""What a scanned number opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.i18n import t
from ui.shell.finding import open_result

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from jewelcrm.search.queries import SearchResult
    from ui.shell.desk import Desk


def look_up(desk: Desk, text: str) -> None:
    """Open the order, customer or product of this number, or say that nothing has it."""

    def look(ctx: Context) -> tuple[bool, list[SearchResult]]:
        from jewelcrm.search.queries import by_number, search

        numbered = by_number(ctx, text)
        return bool(numbered), numbered or search(ctx, text, limit=5)

    desk.read(desk, look, lambda answer: _answer(desk, text, *answer), key="scan")


def _answer(desk: Desk, text: str, numbered: bool, found: list[SearchResult]) -> None:  # noqa: FBT001
    exact = [result for result in found if _same(result.number, text)]
    if not numbered and not exact:
        desk.noCode.emit(text)
    if exact or len(found) == 1:
        open_result(desk, (exact or found)[0])
    elif found:
        desk.toast(t("Several things have {text}. Type it into the search box.", text=text))
    else:
        desk.toast(t("Nothing has the number {text}.", text=text))


def _same(number: str | None, text: str) -> bool:
    return _bare(number or "") == _bare(text)


def _bare(number: str) -> str:
    return "".join(c for c in number if c.isalnum()).casefold()
