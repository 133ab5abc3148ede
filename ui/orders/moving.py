"""Moving an order: at once where nothing is to be asked, with a small dialog where something is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.orders import commands, queries
from jewelcrm.orders.model import Moved, OrderDetail, OrderLine
from jewelcrm.orders.rules.stages import CANCELLED, next_stages
from jewelcrm.weights import parse_weight
from ui.catalogue.words import gram_words
from ui.customers.forms import Form, area
from ui.format import money
from ui.i18n import N_, later, say, t
from ui.orders.words import stage_word, step_source
from ui.payments.notices import tell
from ui.shell.desk import Desk
from ui.widgets import Button, Field, Label, note

Done = Callable[[Moved], None]
_ASKS_REASON = frozenset({CANCELLED, "returned_unrepaired"})
_HANDS_OVER = frozenset({"collected", "returned_unrepaired"})


def allowed_steps(desk: Desk, kind: str, stage: str) -> list[str]:
    """Where the person signed in may move an order of this kind."""
    if not desk.allows("orders.move"):
        return []
    may_cancel = desk.allows("orders.cancel")
    return [step for step in next_stages(kind, stage) if step != CANCELLED or may_cancel]


def usual_step(desk: Desk, kind: str, stage: str) -> str:
    """The first of them that is not cancelling; empty when there is none."""
    steps = allowed_steps(desk, kind, stage)
    return next((step for step in steps if step != CANCELLED), "")


def step_menu(
    desk: Desk, parent: QWidget, order: tuple[str, str], pick: Callable[[str], None], at: QPoint
) -> QMenu:
    """Show the steps allowed for an order, given by its kind and stage, as a menu."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for step in allowed_steps(desk, *order):
        action = menu.addAction(later(step_source(step, order[1])))
        action.triggered.connect(lambda _checked=False, step=step: pick(step))
    if menu.isEmpty():
        menu.addAction(t("No further step")).setEnabled(False)
    menu.popup(at)
    return menu


def start_move(desk: Desk, owner: QObject, order_id: Id, stage: str, done: Done) -> None:
    """Move an order, asking first what has to be asked."""

    def read(ctx: Context) -> OrderDetail:
        return queries.order(ctx, order_id)

    def go(order: OrderDetail) -> None:
        if _must_ask(order, stage):
            MoveDialog(desk, order, stage, done).open()
        else:
            _move_now(desk, owner, order_id, stage, done)

    desk.read(owner, read, go)


def _must_ask(order: OrderDetail, stage: str) -> bool:
    owes = stage == "collected" and order.balance.cents > 0
    return stage in _ASKS_REASON or owes or bool(_to_weigh(order, stage))


def _to_weigh(order: OrderDetail, stage: str) -> list[OrderLine]:
    """The pieces that are weighed again at hand-back."""
    if stage not in _HANDS_OVER or order.kind != "repair":
        return []
    weighed = [line for line in order.lines if line.weight_in is not None]
    return weighed or list(order.lines[:1])


def _move_now(desk: Desk, owner: QObject, order_id: Id, stage: str, done: Done) -> None:
    def work(ctx: Context) -> Moved:
        return commands.move_order(ctx, order_id, stage)

    desk.write(owner, work, lambda moved: _moved(desk, moved, done))


def _moved(desk: Desk, moved: Moved, done: Done) -> None:
    desk.toast(t("Moved to: {stage}", stage=stage_word(moved.stage)))
    tell(desk, moved.notices)
    done(moved)


class MoveDialog(Form):
    """Asks for the weight at hand-back, the reason, or the money, before an order moves."""

    help = "orders#One order"

    def __init__(self, desk: Desk, order: OrderDetail, stage: str, done: Done) -> None:
        words = step_source(stage, order.stage)
        cancels = stage == CANCELLED
        super().__init__(desk, words, save=words, width=520, danger=cancels)
        self._order, self._stage, self._done_with = order, stage, done
        if cancels:
            say(self.cancel_button.setText, "Keep the order")
        self.weights: dict[Id, Field] = {}
        self.box.addWidget(
            Label(look="muted", wrap=True).raw(f"{order.number}  ·  {order.summary}")
        )
        self._ask_weights(_to_weigh(order, stage))
        self._ask_money()
        self._ask_reason()

    def _ask_weights(self, lines: list[OrderLine]) -> None:
        for line in lines:
            field = Field(
                N_("Weight at hand-back (g)"),
                name="weight_out" if not self.weights else f"weight_out_{line.position}",
                example=N_("12.34, or 0.33 tael"),
            )
            came = gram_words(line.weight_in) if line.weight_in is not None else "–"
            field.hint.words(
                N_("{piece}: came in at {weight}"), piece=line.description, weight=came
            )
            field.hint.show()
            self.weights[line.id] = field
            self.add(field)

    def _ask_money(self) -> None:
        owed = self._order.balance
        if self._stage != "collected" or owed.cents <= 0:
            return
        warning = note()
        warning.words(N_("{balance} is still to be paid."), balance=lambda: money(owed))
        self.add(warning)
        if self.desk.allows("payments.take"):
            self.add(Button(N_("Take payment"), "payment", self._take))

    def _ask_reason(self) -> None:
        needed = self._stage in _ASKS_REASON or self._order.balance.cents > 0
        label = N_("Reason") if needed else N_("Remark (may be empty)")
        self.reason = area(label, 2, name="reason")
        self.add(self.reason)

    def _take(self) -> None:
        """Take the money first; then the piece may go."""
        desk, order_id = self.desk, self._order.id
        stage, done = self._stage, self._done_with
        self.drop()

        def go_on(_taken: object) -> None:
            window = desk.window()
            start_move(desk, window if window is not None else desk, order_id, stage, done)

        desk.open("payments.take", order_id=order_id, then=go_on)

    def _weighed(self) -> Mapping[Id, Decimal] | None:
        found = {}
        for line_id, field in self.weights.items():
            if text := field.text():
                try:
                    found[line_id] = parse_weight(text)
                except CanFix as error:
                    raise CanFix(error.template, field=field.field_name, **error.values) from error
        return found or None

    def work(self) -> Callable[[Context], object]:
        order_id, stage, weights = self._order.id, self._stage, self._weighed()
        if self.weights and weights is None and self._stage == "collected":
            raise CanFix(N_("Weigh the piece and write the weight down."), field="weight_out")
        reason = self.reason.text() or None
        return lambda ctx: commands.move_order(
            ctx, order_id, stage, reason=reason, weight_out=weights
        )

    def saved(self, answer: object) -> None:
        """Say so, with what the counter should know."""
        assert isinstance(answer, Moved)
        self.accept()
        _moved(self.desk, answer, self._done_with)
