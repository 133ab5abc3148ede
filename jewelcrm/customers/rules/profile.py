"""Progressive profile: the one best question to ask next, and why it is worth asking."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """One question for the counter, in English templates that the window translates."""

    field: str
    ask: str
    why: str


_QUESTIONS = (
    Question(
        "contact",
        "How may we reach you?",
        "Without it nobody can say that the piece is ready.",
    ),
    Question(
        "consent",
        "May we tell you about new pieces and offers?",
        "Without an answer no message may be sent (Cap. 486 s.35C).",
    ),
    Question("name_zh", "How do you write your name in Chinese?", "For certificates and receipts."),
    Question("language", "Which language do you like to speak?", "So that the right person calls."),
    Question(
        "allergy", "Does any metal irritate your skin?", "Nickel in a piece would be our mistake."
    ),
    Question("ring_size", "Shall I measure your ring size?", "A gift can be made to fit."),
    Question(
        "birthday", "In which month is your birthday?", "Month only is enough for a birthday offer."
    ),
    Question(
        "metal",
        "Do you prefer yellow gold, white gold or platinum?",
        "To show that tray first.",
    ),
    Question("stone", "Which stones do you like best?", "To call when one comes in."),
    Question(
        "anniversary", "When is your anniversary?", "To send a reminder in time for a present."
    ),
    Question(
        "service", "How do you like to be contacted and served?", "So that nobody calls too early."
    ),
    Question("source", "How did you hear of us?", "To know which advertising works."),
    Question("style", "Do you wear it every day or for occasions?", "To propose what fits."),
    Question("wish", "Is there a piece you dream of?", "For the wish list and those who give."),
    Question("district", "In which district do you live?", "To name the nearest branch."),
)
"""In the order in which the answers help most; one is shown at a time."""


def next_question(known: Collection[str], skipped: Collection[str] = ()) -> Question | None:
    """The first question whose answer is not known and was not put off; None when all is known."""
    return next(
        (one for one in _QUESTIONS if one.field not in known and one.field not in skipped), None
    )
