"""The one gate for everything with rows of the store that leaves the program.

    with leave(ctx, parcel, path, second=second, check=check) as out:
        write(out.stream)
    out.left            # Left(path, rows, password): the password is shown once and kept nowhere

A purpose, the day's budget of rows, a second person above the limit, an entry in the book before
the first byte, and AES-256 for whatever names people. No other module makes such a file (a test
looks for those that do).
"""

from jewelcrm.extraction.gate import Left, Opened, Second, give_back, leave, print_out
from jewelcrm.extraction.rules import BUDGETS, SECOND_ABOVE, Parcel

__all__ = [
    "BUDGETS",
    "SECOND_ABOVE",
    "Left",
    "Opened",
    "Parcel",
    "Second",
    "give_back",
    "leave",
    "print_out",
]
