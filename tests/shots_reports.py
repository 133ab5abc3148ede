"""Pictures of the manager's room: reports, their papers, the dashboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.shots import Studio

Scene = tuple[str, Callable[[], object]]


def scenes(studio: Studio) -> Iterator[Scene]:
    """The page in its states, and what opens over it."""
    yield "reports-sales", lambda: report(studio, "sales", "by-category", "this-year")
    yield "reports-orders", lambda: report(studio, "sales", "orders", "this-year")
    yield "reports-owed", lambda: report(studio, "receivables", "dues", "this-year")
    yield "reports-dates", lambda: own_dates(studio)
    yield "reports-going", lambda: going(studio)
    yield "reports-print", lambda: leaving(studio, "print")
    yield "reports-save", lambda: leaving(studio, "xlsx")
    yield "reports-preview", lambda: preview(studio)
    yield "reports-waiting", lambda: waiting(studio)


def report(studio: Studio, name: str, detail: str, period: str) -> object:
    """A report's figures on the page."""
    studio.window.desk.open("reports", report=name, detail=detail, period=period, show=True)
    studio.settle(0.4)
    return studio.window.sheet.page()


def own_dates(studio: Studio) -> None:
    """Dates the wrong way round."""
    page = report(studio, "sales", "summary", "this-year")
    page.options.period.choose("own")
    page.options._periods()
    page.options.since.set_text("30/11/2026")
    page.options.until.set_text("1/11/2026")
    page.show_figures()


def going(studio: Studio) -> None:
    """While one runs."""
    page = report(studio, "sales", "summary", "this-year")
    page.result.begin("Sales")
    page.result.tell(620, 1000, "")


def leaving(studio: Studio, form: str) -> None:
    """What leaves, and what for."""
    from ui.payments import printers

    printers.names = lambda: ["Office laser", "Back room"]
    page = report(studio, "receivables", "dues", "this-year")
    page._leave(form)


def preview(studio: Studio) -> None:
    """The paper in the window."""
    report(studio, "sales", "by-category", "this-year")._preview()


def waiting(studio: Studio) -> None:
    """Papers that did not come out."""
    from jewelcrm.reports import waiting as papers
    from ui.payments import printers

    for name, detail in (("receivables", "dues"), ("sales", "by-category")):
        page = report(studio, name, detail, "this-year")
        ctx = studio.window.desk.context()
        why = printers.NO_PAPER if name == "sales" else printers.SILENT
        papers.keep(ctx, page.result.figures, purpose="Call those who owe", trouble=why)
    studio.window.desk.open("reports.waiting")
