"""The keyboard stays in a list that is made anew: on the same row, else on the one in its place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget


@dataclass(frozen=True)
class Place:
    """Where the keyboard was: the row's name and number, and which of its parts (empty: itself)."""

    name: str
    number: int
    part: str


def leave(box: QVBoxLayout) -> Place | None:
    """Where in these rows the keyboard is; it is let go of, or Qt would hand it to the side bar."""
    host = box.parentWidget()
    holder = host.window().focusWidget() if host is not None else None
    if holder is None:
        return None
    for number, row in enumerate(_rows(box)):
        if row is holder or row.isAncestorOf(holder):
            holder.clearFocus()
            return Place(row.accessibleName(), number, "" if row is holder else _told(holder))
    return None


def come_back(place: Place, box: QVBoxLayout, *, complete: bool) -> bool:
    """Give the keyboard back; False while the row may still come.

    The row in its place stands for one that is gone. A part of a row takes it only where it says
    the same as before: Enter pressed twice must not do two things.
    """
    host = box.parentWidget()
    if host is None or host.window().focusWidget() is not None:
        return True  # somebody went elsewhere meanwhile
    rows = _rows(box)
    same = next((row for row in rows if place.name and row.accessibleName() == place.name), None)
    if same is None and not complete:
        return False
    heir = same or (rows[min(place.number, len(rows) - 1)] if rows else None)
    wanted = _stop(heir, place, same=same is not None) if heir is not None else _beside(host)
    if wanted is not None:
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def _stop(row: QWidget, place: Place, *, same: bool) -> QWidget | None:
    itself = row if _stops_at(row) else None
    if not same and place.name:
        return itself
    parts = (one for one in row.findChildren(QWidget) if _stops_at(one))
    return next((one for one in parts if place.part and _told(one) == place.part), itself)


def _beside(host: QWidget) -> QWidget | None:
    """Of an empty list: the nearest thing on the page that takes the keyboard."""
    near: QWidget | None = host
    while near is not None and not near.isWindow():
        for one in near.findChildren(QWidget):
            if _stops_at(one) and one.isVisible():
                return one
        near = near.parentWidget()
    return None


def _rows(box: QVBoxLayout) -> list[QWidget]:
    items = [box.itemAt(number) for number in range(box.count())]
    return [row for item in items if item is not None and (row := item.widget()) is not None]


def _stops_at(one: QWidget) -> bool:
    return bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.isEnabled()


def _told(one: QWidget) -> str:
    text = getattr(one, "text", None)
    return one.accessibleName() or (str(text()) if callable(text) else "")
