"""Pictures of the manager's room: reports, their papers, the dashboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.shots import Studio

Scene = tuple[str, Callable[[], object]]


def scenes(studio: Studio) -> Iterator[Scene]:
    """The page in its states, and what opens over it."""
    yield "dashboard-year", lambda: dashboard(studio, "this-year")
    yield "dashboard-targets", lambda: over_dashboard(studio, "dashboard.targets")
    yield "dashboard-mine", lambda: mine(studio)
    yield "dashboard-behind", lambda: behind(studio)
    yield "dashboard-act", lambda: act(studio)
    yield "reports-sales", lambda: report(studio, "sales", "by-category", "this-year")
    yield "reports-orders", lambda: report(studio, "sales", "lines", "this-year")
    yield "reports-owed", lambda: report(studio, "receivables", "dues", "this-year")
    yield "reports-dates", lambda: own_dates(studio)
    yield "reports-going", lambda: going(studio)
    yield "reports-print", lambda: leaving(studio, "print")
    yield "reports-roll", lambda: on_the_roll(studio)
    yield "reports-save", lambda: leaving(studio, "xlsx")
    yield "reports-preview", lambda: preview(studio)
    yield "reports-subscribe", lambda: subscribe(studio)
    yield "reports-prepared", lambda: prepared(studio)
    yield "reports-locked", lambda: locked(studio)
    yield "reports-second", lambda: second(studio)
    yield "reports-waiting", lambda: waiting(studio)
    yield "reports-days", lambda: report(studio, "sales", "by-day", "this-month")
    yield "reports-grants", lambda: departments(studio)


def report(studio: Studio, name: str, detail: str, period: str) -> object:
    """A report's figures on the page."""
    studio.window.desk.open("reports", report=name, detail=detail, period=period, show=True)
    studio.settle(0.4)
    page = studio.window.sheet.page()
    assert page.options.detail.value() == detail, f"{name} has no detail {detail}"
    return page


def departments(studio: Studio) -> None:
    """What departments may see."""
    from jewelcrm.reports.grants import grant

    ctx = studio.window.desk.context()
    for detail in ("by-district", "by-age"):
        grant(ctx, department="sales", report="distribution", detail=detail)
    report(studio, "sales", "summary", "this-year")
    studio.window.desk.open("reports.grants")
    studio.settle(0.4)


def own_dates(studio: Studio) -> None:
    """Dates the wrong way round."""
    page = report(studio, "sales", "summary", "this-year")
    page.options.period.choose("own")
    page.options._periods()
    page.options.since.set_text("30/11/2026")
    page.options.until.set_text("1/11/2026")
    page.show_figures()


def on_the_roll(studio: Studio) -> None:
    """The day end, on the paper of the counter."""
    from jewelcrm.settings import put
    from ui.payments import printers
    from ui.reports.leave import PrintDialog

    printers.names = lambda: ["Office laser", "Counter"]
    put(studio.window.desk.context(), "receipt_printer", "Counter")
    page = report(studio, "takings", "day-end", "this-month")
    page._leave("print")
    studio.settle(0.3)
    dialog = next(one for one in studio.dialogs() if isinstance(one, PrintDialog))
    dialog.paper.choose("80mm")


def going(studio: Studio) -> None:
    """While one runs."""
    page = report(studio, "sales", "summary", "this-year")
    page.result.begin("Sales")
    page.result.going.tell(620, 1000, "")


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


def dashboard(studio: Studio, span: str = "this-month") -> object:
    """Figures with targets and charts."""
    from jewelcrm.dashboard.targets import set_targets

    desk = studio.window.desk
    set_targets(desk.context(), {"net_sales": 350_000_000, "orders": 300, "on_time": 9_500})
    desk.open("dashboard", span=span)
    studio.settle(0.6)
    page = studio.window.sheet.page()
    page.whose.choose("all")
    page.read()
    studio.settle(0.6)
    return page


def over_dashboard(studio: Studio, name: str, **where: object) -> None:
    """A dialog over it."""
    dashboard(studio)
    studio.window.desk.open(name, **where)


def mine(studio: Studio) -> None:
    """One person's own figures."""
    page = dashboard(studio, "this-year")
    page.whose.choose("mine")
    page.read()
    studio.settle(0.4)


def behind(studio: Studio) -> None:
    """The list behind a tile."""
    dashboard(studio).press("ready")


def act(studio: Studio) -> None:
    """What to do about them."""
    from ui.dashboard.behind import BehindDialog

    behind(studio)
    studio.settle(0.6)
    next(one for one in studio.dialogs() if isinstance(one, BehindDialog)).save()
    studio.settle(0.6)


def subscribe(studio: Studio) -> None:
    """Have it prepared by itself."""
    report(studio, "receivables", "dues", "this-year")._subscribe()


def prepared(studio: Studio) -> None:
    """What was prepared."""
    from jewelcrm.reports import subscriptions

    page = report(studio, "sales", "summary", "this-month")
    ctx = studio.window.desk.context()
    if not subscriptions.of_mine(ctx):
        asked = page.result.figures.asked
        subscriptions.subscribe(ctx, "sales", asked, every="daily")
        subscriptions.subscribe(ctx, "sales", asked, every="weekly", deliver="print")
    subscriptions.prepare_due(ctx)
    subscriptions.paper(ctx, subscriptions.prepared(ctx)[-1].id)
    studio.window.desk.open("reports.prepared")


def locked(studio: Studio) -> None:
    """The password of a file that names people."""
    from ui.reports.leave import SavedSealed

    report(studio, "receivables", "dues", "this-year")
    desk = studio.window.desk
    SavedSealed(desk, "receivables-2026-11-22.pdf.zip", "kiln-74-amber-Sou-29").open()


def second(studio: Studio) -> None:
    """A second person agrees."""
    leaving(studio, "print")
    studio.settle(0.3)
    studio.dialogs()[0].agreed.show()
