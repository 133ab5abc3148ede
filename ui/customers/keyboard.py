"""The keyboard stays in a list that is made anew: on the same row, else on the one in its place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget


@dataclass(frozen=True)
class Place:
    """Where the keyboard was: the row's name and number, and which of its parts (empty: itself).

    Of `alike` rows of that name it was the one with so many of them `before` it.
    """

    name: str
    number: int
    part: str
    before: int
    alike: int


def leave(box: QVBoxLayout) -> Place | None:
    """Where in these rows the keyboard is; it is let go of, or Qt would hand it to the side bar."""
    host = box.parentWidget()
    holder = host.window().focusWidget() if host is not None else None
    if holder is None:
        return None
    rows = _rows(box)
    for number, row in enumerate(rows):
        if row is holder or row.isAncestorOf(holder):
            holder.clearFocus()
            names, name = [one.accessibleName() for one in rows], row.accessibleName()
            part = "" if row is holder else _told(holder)
            return Place(name, number, part, names[:number].count(name), names.count(name))
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
    alike = [row for row in rows if place.name and row.accessibleName() == place.name]
    same = alike[place.before] if len(alike) >= place.alike else None  # else one of them is gone
    if same is None and not complete:
        return False
    heir = same or (rows[min(place.number, len(rows) - 1)] if rows else None)
    wanted = _stop(heir, place, same=same is not None) if heir is not None else _beside(host)
    if heir is not None:
        heir.show()  # or it would take the keyboard only later, and in an inactive window never
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
