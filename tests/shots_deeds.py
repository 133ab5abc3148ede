"""Pictures of what one does at the counter: the small dialogs, what they refuse, what comes after.

Nothing is written: what a dialog says after saving is shown with made-up numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from jewelcrm.catalogue import queries as catalogue
from jewelcrm.customers import queries as customers
from jewelcrm.followups.queries.lists import open as open_followups
from jewelcrm.money import Money
from jewelcrm.orders import queries as orders
from jewelcrm.orders.model import OrderFilter, PlacedOrder
from jewelcrm.payments import queries as payments
from jewelcrm.payments.model import Notice, Taken

if TYPE_CHECKING:
    from jewelcrm.customers.model import CustomerCard
    from jewelcrm.orders.model import OrderDetail
    from tests.shots import Studio

Scene = tuple[str, Callable[[], object]]
CARD_DIALOGS = (
    "contact",
    "note",
    "occasion",
    "preference",
    "relation",
    "ring",
    "wish",
    "consent",
    "archive",
)
CASH = Notice(
    "cash",
    "Payments of {total} are at or above {threshold}. Check the shop's dealer registration "
    "(category A or B).",
    {"total": "HK$128,000.00", "threshold": "HK$120,000.00"},
)
WEIGHED = Notice(
    "weight",
    "Line {line} came in at {weight_in} and goes out at {weight_out}. Explain the difference.",
    {"line": 2, "weight_in": "18.75 g", "weight_out": "18.41 g"},
)
NOTICES = (CASH, WEIGHED)


def scenes(studio: Studio) -> Iterator[Scene]:
    """Everything that opens over a page, and pages that found nothing."""
    yield from _of_customers(studio)
    yield from _of_orders(studio)
    yield from _of_payments(studio)
    yield from _of_followups(studio)
    yield from _of_products(studio)
    yield from _of_people(studio)
    yield from _of_the_window(studio)


def over(studio: Studio, page: str, deed: str, **where: object) -> None:
    """A dialog, with the page behind it that it belongs to."""
    desk = studio.window.desk
    desk.open(page)
    studio.settle()
    desk.open(deed, **where)
    studio.settle(0.1)


def refused(studio: Studio, page: str, deed: str, **where: object) -> None:
    """Saved with nothing typed: the words for what is missing."""
    over(studio, page, deed, **where)
    studio.dialogs()[-1].save()


def type_into(studio: Studio, box: object, text: str) -> None:
    """As if typed, with what follows from it."""
    box.setText(text)
    studio.settle(0.4)


# Customers ---------------------------------------------------------------------------------------


def _of_customers(studio: Studio) -> Iterator[Scene]:
    card = _a_card(studio)
    for verb in CARD_DIALOGS:
        yield f"card-{verb}", partial(over, studio, "customers", f"customers.{verb}", card=card)
    yield "card-household", lambda: household(studio, card)
    yield "card-wrong", partial(refused, studio, "customers", "customers.occasion", card=card)
    yield "customers-known", lambda: known(studio)
    yield "customers-wrong", partial(refused, studio, "customers", "customers.add")
    yield "throw-away", lambda: throw_away(studio, card)
    yield "customers-none", lambda: nobody(studio)  # the filter stays


def _a_card(studio: Studio) -> CustomerCard:
    ctx = studio.window.desk.context()
    return customers.card(ctx, customers.recent(ctx, 12)[-1].id)


def household(studio: Studio, card: CustomerCard) -> None:
    """Who lives under one roof."""
    from ui.customers.relation import show_household

    studio.window.desk.open("customers")
    studio.settle()
    show_household(studio.window.desk, card=card)


def known(studio: Studio) -> None:
    """Quick add of somebody whom the shop knows already."""
    ctx = studio.window.desk.context()
    row = customers.recent(ctx, 3)[0]
    over(studio, "customers", "customers.add", phone=row.phones[0], name=row.name)
    studio.settle(0.5)


def nobody(studio: Studio) -> None:
    """A filter that finds nobody."""
    studio.window.desk.open("customers")
    studio.settle()
    studio.window.sheet.page().filters.button("archived").click()


def throw_away(studio: Studio, card: CustomerCard) -> None:
    """Esc, with something typed."""
    over(studio, "customers", "customers.note", card=card)
    dialog = studio.dialogs()[-1]
    dialog.body.input.insertPlainText("Likes green stones")
    studio.settle(0.1)
    dialog.reject()


# Orders ------------------------------------------------------------------------------------------


def _of_orders(studio: Studio) -> Iterator[Scene]:
    order = _an_order(studio, ("in_work",))
    ready = _an_order(studio, ("ready",), kinds=("repair",))
    yield "orders-list", lambda: orders_list(studio)
    yield "orders-late", lambda: orders_list(studio, "late")
    yield "orders-repair", partial(over, studio, "orders", "orders.add", kind="repair")
    yield "orders-filled", lambda: filled(studio)
    yield "orders-instalments", lambda: instalments(studio)
    yield "orders-wrong", partial(refused, studio, "orders", "orders.add")
    yield "orders-placed", lambda: placed(studio, order)
    yield "order-dues", partial(over, studio, "orders", "orders.dues", order=order)
    yield "order-cancel", lambda: move(studio, order, "cancelled")
    yield "order-collect", lambda: move(studio, ready, "collected")
    yield "order-steps", lambda: steps(studio, order)


def _an_order(studio: Studio, stages: tuple[str, ...], **more: object) -> OrderDetail:
    """One with something left to pay."""
    ctx = studio.window.desk.context()
    found = orders.listing(ctx, OrderFilter(stages=stages, **more))
    details = [orders.order(ctx, one) for one in found]
    return next((one for one in details if one.balance.cents > 0), details[0])


def orders_list(studio: Studio, state: str = "") -> None:
    """The list instead of the board."""
    studio.window.desk.open("orders")
    studio.settle()
    page = studio.window.sheet.page()
    page.view.choose("list")
    if state:
        page.filters.state.choose(state)
    page.reload()


def filled(studio: Studio) -> None:
    """A sale with its customer and a piece of the catalogue."""
    ctx = studio.window.desk.context()
    piece = catalogue.find(ctx, "", limit=1)[0]
    who = customers.recent(ctx, 1)[0].id
    over(studio, "orders", "orders.add", customer_id=who, product_id=piece.id)
    studio.settle(0.4)


def instalments(studio: Studio) -> None:
    """Paid in parts."""
    filled(studio)
    paying = studio.dialogs()[-1].paying
    paying.take_now.setChecked(False)
    paying._share(30)
    paying.agree.setChecked(True)
    studio.settle(0.2)
    scroll = studio.dialogs()[-1]._scroll
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())


def placed(studio: Studio, order: OrderDetail) -> None:
    """After it was saved."""
    from ui.orders.new.placed import Placed

    studio.window.desk.open("orders")
    studio.settle()
    done = PlacedOrder(order.id, order.number, "HK01-A-006301-4", b"p" * 16, (CASH,))
    Placed(studio.window.desk, done, "repair").open()


def move(studio: Studio, order: OrderDetail, stage: str) -> None:
    """What is asked before an order moves."""
    from ui.orders.moving import MoveDialog

    studio.window.desk.open("orders", order_id=order.id)
    studio.settle()
    MoveDialog(studio.window.desk, order, stage, lambda _moved: None).open()


def steps(studio: Studio, order: OrderDetail) -> None:
    """The menu of steps."""
    from ui.orders.moving import step_menu

    studio.window.desk.open("orders")
    studio.settle()
    page = studio.window.sheet.page()
    at = page.mapToGlobal(page.rect().center())
    step_menu(studio.window.desk, page, (order.kind, order.stage), lambda _step: None, at)


# Payments ----------------------------------------------------------------------------------------


def _of_payments(studio: Studio) -> Iterator[Scene]:
    order = _an_order(studio, ("in_work",))
    with_money = _an_order(studio, ("ready", "in_work"), kinds=("custom",))
    paid = payments.of_order(studio.window.desk.context(), with_money.id)
    yield "payment-order", partial(over, studio, "payments", "payments.take", order_id=order.id)
    yield "payment-wrong", lambda: nothing_paid(studio, order)
    yield "payment-taken", lambda: taken(studio)
    yield "payment-notices", lambda: notices(studio)
    if paid:
        yield (
            "payment-refund",
            partial(over, studio, "payments", "payments.refund", payment=paid[0]),
        )


def nothing_paid(studio: Studio, order: OrderDetail) -> None:
    """No amount."""
    over(studio, "payments", "payments.take", order_id=order.id)
    studio.settle(0.4)
    dialog = studio.dialogs()[-1]
    dialog.pay.put_amount(None)
    dialog.save()


def taken(studio: Studio) -> None:
    """The receipt's number, the change."""
    from ui.payments.taken import TakenDialog

    studio.window.desk.open("payments")
    studio.settle()
    done = Taken(b"p" * 16, "HK01-A-006301-4", Money(0, "HKD"))
    TakenDialog(studio.window.desk, done, Money(22_000, "HKD")).open()


def notices(studio: Studio) -> None:
    """What the law asks at the counter."""
    from ui.payments.notices import tell

    studio.window.desk.open("payments")
    studio.settle()
    tell(studio.window.desk, NOTICES)


# Follow-ups --------------------------------------------------------------------------------------


def _of_followups(studio: Studio) -> Iterator[Scene]:
    one = open_followups(studio.window.desk.context(), limit=1).items[0]
    for verb in ("close", "snooze", "assign"):
        yield (
            f"followup-{verb}",
            partial(over, studio, "followups", f"followups.{verb}", followup=one),
        )
    for show in ("done", "snoozed"):
        yield (
            f"followups-{show}",
            lambda show=show: studio.window.desk.open("followups", show=show),  # type: ignore[misc]
        )
    yield "followup-wrong", partial(refused, studio, "followups", "followups.add")


# Products ----------------------------------------------------------------------------------------


def _of_products(studio: Studio) -> Iterator[Scene]:
    desk = studio.window.desk
    ctx = desk.context()
    piece = catalogue.find(ctx, "", limit=1)[0]
    rate = catalogue.gold_board(ctx)[0]
    yield "products-board", lambda: desk.open("products", view="board")
    yield "products-none", lambda: no_products(studio)
    yield "products-edit", lambda: edit_product(studio, piece)
    yield "products-wrong", lambda: wrong_product(studio)
    yield "products-rate", partial(over, studio, "products", "products.rate", rate=rate)
    yield "products-label", lambda: edit_product(studio, piece, "products.label")
    for kind in ("customers", "orders"):
        yield f"export-{kind}", partial(over, studio, "imports", "imports.export", kind=kind)


def _pieces(studio: Studio) -> object:
    studio.window.desk.open("products", view="pieces")
    studio.settle()
    return studio.window.sheet.page()


def no_products(studio: Studio) -> None:
    """Nothing is called so."""
    type_into(studio, _pieces(studio).search, "zzzz")  # type: ignore[attr-defined]


def edit_product(studio: Studio, piece: object, deed: str = "products.add") -> None:
    """A piece that is known."""
    type_into(studio, _pieces(studio).search, "")  # type: ignore[attr-defined]
    where = {"product_id": piece.id} if deed == "products.label" else {"product": piece}  # type: ignore[attr-defined]
    studio.window.desk.open(deed, **where)
    studio.settle(0.4)


def wrong_product(studio: Studio) -> None:
    """Nothing was typed."""
    _pieces(studio)
    refused(studio, "products", "products.add")


# People ------------------------------------------------------------------------------------------


def _of_people(studio: Studio) -> Iterator[Scene]:
    from ui.settings.person import EditPerson, NewPassword, NewPerson
    from ui.signin.pin import ChangePassword, SetPin

    desk, gate = studio.window.desk, studio.session.gate
    somebody = _somebody(studio)
    made: tuple[tuple[str, Callable[[], object]], ...] = (
        ("person-new", lambda: NewPerson(desk)),
        ("person-edit", lambda: EditPerson(desk, somebody)),
        ("person-password", lambda: NewPassword(desk, somebody)),
        ("pin", lambda: SetPin(desk, gate)),
        ("password", lambda: ChangePassword(desk, gate)),
    )
    for name, make in made:
        yield name, partial(over_people, studio, make)
    yield "person-weak", lambda: weak(studio)
    yield "person-left", lambda: left(studio, somebody)


def _somebody(studio: Studio) -> object:
    from jewelcrm.people.queries import everyone

    return everyone(studio.window.desk.context())[0]


def over_people(studio: Studio, make: Callable[[], object]) -> None:
    """A dialog of a person."""
    studio.window.desk.open("settings", part="people")
    studio.settle()
    make().open()  # type: ignore[attr-defined]


def weak(studio: Studio) -> None:
    """A password that is guessed at once, and not the same twice."""
    from ui.signin.pin import ChangePassword

    over_people(studio, lambda: ChangePassword(studio.window.desk, studio.session.gate))
    dialog = studio.dialogs()[-1]
    dialog.old.set_text("what it was")
    dialog.new.first.set_text("goldring")
    dialog.new.again.set_text("goldrings")
    studio.settle(0.6)
    dialog.save()


def left(studio: Studio, somebody: object) -> None:
    """Asked before the way in is closed."""
    studio.window.desk.open("settings", part="people")
    studio.settle()
    studio.window.sheet.page().part("people")._left(somebody)


# The window --------------------------------------------------------------------------------------


def _of_the_window(studio: Studio) -> Iterator[Scene]:
    window = studio.window
    yield "person-menu", lambda: menu(studio)
    yield "toast", lambda: told(studio)
    yield "trouble", lambda: trouble(studio)
    yield "search-none", lambda: search_none(studio)
    yield "palette-typed", lambda: palette(studio, "new")
    yield "help-order", lambda: (window.desk.open("orders"), studio.settle(), window.help_open())


def menu(studio: Studio) -> None:
    """Another person, PIN, password, lock, sign out."""
    studio.window.desk.open("today")
    studio.settle()
    studio.window.person_menu()


def told(studio: Studio) -> None:
    """Said in passing, with something to press."""
    from ui.i18n import t
    from ui.orders.words import stage_word

    studio.window.desk.open("today")
    studio.settle()
    stage = stage_word("ready")
    studio.window.desk.toast(t("Moved to: {stage}", stage=stage), t("Undo"), lambda: None)


def trouble(studio: Studio) -> None:
    """A fault of ours."""
    from ui.shell.fault import show_fault

    studio.window.desk.open("today")
    studio.settle()
    try:
        raise ValueError("a picture of a fault")  # noqa: TRY301 - it needs a traceback
    except ValueError as error:
        show_fault(error, studio.window)


def search_none(studio: Studio) -> None:
    """Nobody is called so."""
    from tests.shots import search

    search(studio, "zzqqxx")


def palette(studio: Studio, text: str) -> None:
    """Ctrl+K, and something typed."""
    studio.window.desk.open("today")
    studio.settle()
    studio.window.palette_open()
    studio.settle()
    box = studio.dialogs()[-1]
    box.edit.setText(text)
    box.finder.ask()
