"""The side bar: pages with what waits on them, who is here, and how the shop is connected."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QSpacerItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme
from ui.format import names
from ui.i18n import N_, bind, later, say, tn
from ui.pages import PAGES, Entry
from ui.widgets.face import Avatar
from ui.widgets.frames import Column, Row
from ui.widgets.labels import ElidedLabel, Label

if TYPE_CHECKING:
    from jewelcrm.context import Context

WIDE, NARROW = 232, 72
_AROUND_WORDS = 46  # of a small button: its padding, and the gap after the icon
_LOW = 760
_ROW, _LEAST_ROW = 48, 30  # how tall a page's row is, and how low it may get
_CENTRE = Qt.AlignmentFlag.AlignCenter


class NavButton(QToolButton):
    """A page of the side bar, with a count of what waits there."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self._count = 0
        self._tall = _ROW
        self.setCheckable(True)
        self.setIcon(icons.icon(entry.icon, "side_text", "side_strong"))
        self.setIconSize(QSize(30, 22))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(
            self.sizePolicy().Policy.MinimumExpanding, self.sizePolicy().Policy.Fixed
        )
        say(self.setText, entry.title)
        self.show_words(shown=True)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._tall)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._tall)

    def be_tall(self, tall: int) -> None:
        """So many pixels, which is as much as the bar has for each page."""
        if tall != self._tall:
            self._tall = tall
            self.updateGeometry()

    def show_count(self, count: int) -> None:
        """So many things wait on this page."""
        self._count = count
        self._name()
        self.update()

    def show_words(self, *, shown: bool) -> None:
        """Icon and words, or only the icon."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly
        )
        self._name()

    def _name(self) -> None:
        words = later(self.entry.title)
        if self._count:
            words = f"{words}, {tn('{n} waiting', self._count)}"
        self.setAccessibleName(words)
        only_icon = self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolTip(words if only_icon else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._count:
            self._paint_count()

    def _paint_count(self) -> None:
        words = "99+" if self._count > 99 else str(self._count)
        narrow = self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        high, letters = (16, 10) if narrow else (20, 12)
        painter = QPainter(self)
        painter.setFont(theme.font(letters, theme.BOLD))
        width = max(high, painter.fontMetrics().horizontalAdvance(words) + high // 2 + 2)
        place = QPoint(self.width() - width - 10, (self.height() - high) // 2)
        if narrow:  # in the corner, so that the picture is still seen
            place = QPoint(self.width() - width, 0)
        box = QRect(place, QSize(width, high))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("brand"))
        painter.drawRoundedRect(box, high / 2, high / 2)
        painter.setPen(QColor("#14213A"))
        painter.drawText(box, int(_CENTRE), words)


class PersonTag(QFrame):
    """Who is signed in; opens the menu of what she can do about it."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.face = Avatar(36)
        self.name, self.role = ElidedLabel(), ElidedLabel()
        self._words = QWidget()
        self._words.setLayout(Column(self.name, self.role, spacing=0))
        self.setLayout(Row(self.face, self._words, spacing=10))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_person(self, ctx: Context) -> None:
        """Her name in the order of the language, her role and branch."""
        staff = ctx.staff
        self.face.show_name(staff.name, staff.name_zh)
        bind(self.name.setText, lambda: names(staff.name, staff.name_zh)[0])
        self.role.words(ROLE_WORDS.get(staff.role, staff.role))
        self.setToolTip(staff.name)

    def show_words(self, *, shown: bool) -> None:
        """With or without words beside the face."""
        self._words.setVisible(shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


_ALONE = N_("All data is on this computer. No line is needed.")
_COMPANY = N_("This shop's data is on this computer. Work goes on without a line.")
ROLE_WORDS = {
    "administrator": N_("Administrator"),
    "manager": N_("Manager"),
    "sales": N_("Sales"),
}


class SmallButton(QToolButton):
    """A button whose words end in … where there is no room, with all of them as tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""

    def setText(self, text: str) -> None:
        self._words = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(40, self.width() - self.iconSize().width() - _AROUND_WORDS)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setToolTip(self._words if shown != self._words else "")
        super().setText(shown)


class SideBar(QFrame):
    """Pages above, the person below. Shrinks to icons where the window is narrow."""

    chosen = Signal(str)
    person_pressed = Signal()
    lock_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self._narrow: bool | None = None
        self._buttons: dict[str, NavButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.person = PersonTag()
        self.person.pressed.connect(self.person_pressed)
        self._lay()
        self.set_narrow(narrow=False)

    def _lay(self) -> None:
        self._box = box = QVBoxLayout(self)
        box.setSpacing(4)
        box.addLayout(self._brand())
        self._below_brand = QSpacerItem(0, 0)
        box.addSpacerItem(self._below_brand)
        for entry in PAGES:
            if entry.bar:
                box.addWidget(self._nav(entry))
        box.addStretch(1)
        for part in self._foot():
            box.addWidget(part)
            box.addSpacing(4)

    def _brand(self) -> Row:
        self._logo = QLabel()
        self._logo.setPixmap(icons.pixmap("brand", 32, "brand"))
        self._logo.setFixedSize(44, 40)
        self._logo.setAlignment(_CENTRE)
        self._brand_name = ElidedLabel()
        self._brand_name.setObjectName("brand")
        self._brand_name.raw("JewelCRM")
        self.branch = ElidedLabel()
        self.branch.setObjectName("brandSub")
        self._brand_words = QWidget()
        self._brand_words.setLayout(Column(self._brand_name, self.branch, spacing=0))
        return Row(self._logo, self._brand_words, spacing=8)

    def _nav(self, entry: Entry) -> NavButton:
        button = NavButton(entry)
        self._buttons[entry.name] = button
        self._group.addButton(button)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(entry.name))
        return button

    def _foot(self) -> list[QWidget]:
        self.state = Label(_ALONE, wrap=True)
        self._person_button = self._small(
            "account-switch", N_("Switch or sign out"), self.person_pressed.emit
        )
        self._lock_button = self._small("lock", N_("Lock"), self.lock_pressed.emit)
        self._line = QFrame()
        self._line.setProperty("look", "line")
        return [self.state, self._line, self.person, self._person_button, self._lock_button]

    def _small(self, icon: str, words: str, pressed: Callable[[], object]) -> QToolButton:
        button = SmallButton()
        button.setProperty("look", "small")
        button.setIcon(icons.icon(icon, "side_text"))
        button.setIconSize(QSize(30, 20))
        button.setSizePolicy(
            button.sizePolicy().Policy.MinimumExpanding, button.sizePolicy().Policy.Fixed
        )
        say(button.setText, words)
        say(button.setAccessibleName, words)
        button.clicked.connect(lambda _checked=False: pressed())
        return button

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons only, or icons and words."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(NARROW if narrow else WIDE)
        for button in self._buttons.values():
            button.show_words(shown=not narrow)
        style = Qt.ToolButtonStyle
        for small in (self._person_button, self._lock_button):
            small.setToolButtonStyle(
                style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            )
        self.person.show_words(shown=not narrow)
        self._brand_words.setVisible(not narrow)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room the quiet words give way, and the pages share what is left."""
        low = self.height() < _LOW
        self.state.setVisible(not low and not self._narrow)
        self._box.setContentsMargins(14, 10 if low else 20, 14, 8 if low else 16)
        self._below_brand.changeSize(0, 8 if low else 18)
        self._box.invalidate()
        rows = [row for row in self._buttons.values() if not row.isHidden()]
        others = self._box.minimumSize().height() - sum(row.sizeHint().height() for row in rows)
        each = (self.height() - others) // max(1, len(rows))
        for row in rows:
            row.be_tall(max(_LEAST_ROW, min(_ROW, each)))

    def narrow(self) -> bool:
        """Whether only icons are shown."""
        return bool(self._narrow)

    def show_person(self, ctx: Context) -> None:
        """Show who is here and only the pages she may see."""
        self.person.show_person(ctx)
        both = (ctx.branch.name, ctx.branch.name_zh or "")
        self.branch.raw("  ".join(part for part in both if part))
        for name, button in self._buttons.items():
            right = button.entry.right
            button.setVisible(not right or ctx.allows(right))
            button.setChecked(self._buttons[name].isChecked())
        self._fit()

    def mark(self, name: str) -> None:
        """This page is in front; one that has no line here leaves none marked."""
        self._group.setExclusive(False)
        for known, button in self._buttons.items():
            button.setChecked(known == name)
        self._group.setExclusive(True)

    def show_company(self, *, enrolled: bool) -> None:
        """A shop that stands alone, or one of a company."""
        self.state.words(_COMPANY if enrolled else _ALONE)

    def show_count(self, name: str, count: int) -> None:
        """So many things wait on a page."""
        if name in self._buttons:
            self._buttons[name].show_count(count)

    def renamed(self) -> None:
        """The language changed: say names and tool tips again."""
        for button in self._buttons.values():
            button.show_words(shown=not self.narrow())
