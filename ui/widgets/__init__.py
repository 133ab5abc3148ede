"""The pieces all pages are made of. Texts given to them are English and translate themselves.

from ui.widgets import Card, Field, PrimaryButton, heading, muted

Each is loaded when it is first asked for: the sign-in page has no table and no dialog.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.widgets.buttons import (
        Button,
        Chips,
        DangerButton,
        IconButton,
        LinkButton,
        PrimaryButton,
        Tabs,
        restyle,
    )
    from ui.widgets.cells import Cell, Column, PersonCell, PillCell, TextCell
    from ui.widgets.choice import Choice
    from ui.widgets.dialog import Dialog, ask_yes
    from ui.widgets.face import Avatar, Pill, Spinner
    from ui.widgets.fields import (
        Area,
        Field,
        clear_errors,
        mark_error,
        secret,
    )
    from ui.widgets.flow import FlowLayout
    from ui.widgets.frames import (
        Card,
        EmptyState,
        Row,
        Scroll,
        Section,
        Tile,
        VBox,
        bring_into_sight,
        line,
    )
    from ui.widgets.inputs import DayEdit, MoneyEdit, NumberEdit
    from ui.widgets.labels import ElidedLabel, Label, heading, muted, note, title
    from ui.widgets.table import LazyTable

__all__ = [
    "Area",
    "Avatar",
    "Button",
    "Card",
    "Cell",
    "Chips",
    "Choice",
    "Column",
    "DangerButton",
    "DayEdit",
    "Dialog",
    "ElidedLabel",
    "EmptyState",
    "Field",
    "FlowLayout",
    "IconButton",
    "Label",
    "LazyTable",
    "LinkButton",
    "MoneyEdit",
    "NumberEdit",
    "PersonCell",
    "Pill",
    "PillCell",
    "PrimaryButton",
    "Row",
    "Scroll",
    "Section",
    "Spinner",
    "Tabs",
    "TextCell",
    "Tile",
    "VBox",
    "ask_yes",
    "bring_into_sight",
    "clear_errors",
    "heading",
    "line",
    "mark_error",
    "muted",
    "note",
    "restyle",
    "secret",
    "title",
]

_HOMES = {
    "buttons": (
        "Button",
        "Chips",
        "DangerButton",
        "IconButton",
        "LinkButton",
        "PrimaryButton",
        "Tabs",
        "restyle",
    ),
    "cells": ("Cell", "Column", "PersonCell", "PillCell", "TextCell"),
    "choice": ("Choice",),
    "dialog": ("Dialog", "ask_yes"),
    "face": ("Avatar", "Pill", "Spinner"),
    "fields": ("Area", "Field", "clear_errors", "mark_error", "secret"),
    "flow": ("FlowLayout",),
    "frames": (
        "Card",
        "EmptyState",
        "Row",
        "Scroll",
        "Section",
        "Tile",
        "VBox",
        "bring_into_sight",
        "line",
    ),
    "inputs": ("DayEdit", "MoneyEdit", "NumberEdit"),
    "labels": ("ElidedLabel", "Label", "heading", "muted", "note", "title"),
    "table": ("LazyTable",),
}
_WHERE = {name: home for home, names in _HOMES.items() for name in names}

if not TYPE_CHECKING:  # a misspelt name stays an error of the type checker

    def __getattr__(name: str) -> object:
        if name not in _WHERE:
            raise AttributeError(name)
        return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
