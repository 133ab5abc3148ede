"""What people do to orders: place, change, move, cancel; one transaction each."""

from jewelcrm.orders.commands.edit import edit_order, set_dues
from jewelcrm.orders.commands.lines import add_line, complete_line, edit_line, remove_line
from jewelcrm.orders.commands.move import move_order
from jewelcrm.orders.commands.place import place_order

__all__ = [
    "add_line",
    "complete_line",
    "edit_line",
    "edit_order",
    "move_order",
    "place_order",
    "remove_line",
    "set_dues",
]
