"""What a screen reader walks: every control of every page has a name and a role, keys reach it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from tests.ui.conftest import OpenWindow
from tests.ui.test_accessible import READY, _counts, _family

Role = QAccessible.Role
ACTS = {
    Role.PushButton,
    Role.CheckBox,
    Role.RadioButton,
    Role.EditableText,
    Role.ComboBox,
    Role.SpinBox,
    Role.Slider,
    Role.PageTab,
    Role.MenuItem,
    Role.Link,
    Role.Table,
    Role.List,
    Role.Tree,
    Role.ButtonMenu,
    Role.ButtonDropDown,
}
NOTHING = {Role.NoRole, Role.Client, Role.Whitespace}
CELLS = {Role.Table, Role.List, Role.Tree}
"""Their cells speak through them: a million customers would take hours to walk."""


def walk(node: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """The node and what is below it, as a screen reader comes by."""
    yield node
    if node.role() in CELLS or depth > 40:
        return
    for at in range(node.childCount()):
        child = node.child(at)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from walk(child, depth + 1)


def shown(window: QWidget) -> Iterator[QWidget]:
    """The controls in sight that can be used."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
    for one in window.findChildren(QWidget):
        if isinstance(one, kinds) and one.isVisible() and one.isEnabled() and _counts(one):
            yield one


@pytest.mark.parametrize("page", READY, ids=lambda page: page.name)
def test_every_control_in_the_tree_has_a_name_and_a_role(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot, page
) -> None:
    window, _ = open_window(ctx)
    window.desk.open(page.name)
    qtbot.waitUntil(lambda: not window.desk.background.busy(), timeout=10_000)
    root = QAccessible.queryAccessibleInterface(window)

    nodes = list(walk(root))
    acting = [one for one in nodes if one.role() in ACTS]

    assert len(acting) > 10, "the tree was walked"
    nameless = [
        _family(one.object())
        for one in acting
        if not one.text(QAccessible.Text.Name).strip() and _speaks(one.object())
    ]
    assert nameless == []
    assert [_family(w) for w in shown(window) if _role_of(w) in NOTHING] == []


def _speaks(widget: object) -> bool:
    """Parts that Qt makes inside its own controls speak through these."""
    return isinstance(widget, QWidget) and _counts(widget)


def _role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


@pytest.mark.parametrize("page", READY, ids=lambda page: page.name)
def test_keys_reach_every_control(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot, page
) -> None:
    window, _ = open_window(ctx)
    window.desk.open(page.name)
    qtbot.waitUntil(lambda: not window.desk.background.busy(), timeout=10_000)
    chain, at = set(), window
    while at not in chain:
        chain.add(at)
        at = at.nextInFocusChain()

    lost = [
        f"{type(one).__name__} {one.accessibleName()!r} in {_family(one)}"
        for one in shown(window)
        if one not in chain or not _takes_tab(one)
    ]

    assert lost == []


def _takes_tab(widget: QWidget) -> bool:
    """By itself, or as one of a group in which the arrow keys walk."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return True
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and any(
        one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in group.buttons()
    )
