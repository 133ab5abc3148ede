"""The pieces all pages are made of. Texts given to them are English and translate themselves.

from ui.widgets import Card, Field, PrimaryButton, heading, muted
"""

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
from ui.widgets.frames import Card, EmptyState, Row, Scroll, Section, Tile, line
from ui.widgets.frames import Column as VBox
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
