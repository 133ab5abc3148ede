"""The collection checklist: what to ask where a record is begun, and what may not be asked.

Each way in (counter, telephone, web) has its own form of required, recommended and forbidden
fields. A manager may change it (`customers.forms`); a record is complete only when no required
step is open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from jewelcrm.customers.lists import Choices, choices
from jewelcrm.errors import CanFix

Level = Literal["required", "recommended"]

FIELDS: Choices = choices(
    ("name", "Name", "姓名"),
    ("contact", "One way to reach the customer", "一項聯絡方法"),
    ("consent", "Asked about marketing", "已詢問促銷意願"),
    ("source", "How the customer found us", "得知途徑"),
    ("language", "Language", "語言"),
    ("title", "Title", "稱謂"),
    ("phone", "Phone", "電話"),
    ("email", "E-mail", "電郵"),
    ("district", "District", "地區"),
    ("address", "Address", "地址"),
    ("birthday", "Birthday month", "生日月份"),
    ("birth_year", "Year of birth", "出生年份"),
    ("gender", "Gender", "性別"),
    ("ring_size", "Ring size", "戒指尺寸"),
    ("preference", "Likes", "喜好"),
    ("allergy", "Metal allergy", "金屬敏感"),
    ("owner", "Who looks after the customer", "負責店員"),
    ("hkid", "Identity card number", "香港身份證號碼"),
    ("income", "Income", "收入"),
    ("marital_status", "Marital status", "婚姻狀況"),
    ("employer", "Employer", "僱主"),
)
"""Everything a form can speak about."""


@dataclass(frozen=True, slots=True)
class Form:
    """What one way in asks for."""

    intake: str
    required: tuple[str, ...]
    recommended: tuple[str, ...]
    forbidden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the checklist."""

    field: str
    label: str
    level: Level
    done: bool


NEVER = ("hkid", "income", "marital_status", "employer")
"""Not needed for a shop's purposes: excessive under data protection principle 1."""

FORMS: Mapping[str, Form] = {
    form.intake: form
    for form in (
        Form(
            "walk_in",
            ("name", "contact", "consent", "source"),
            ("language", "title", "birthday", "ring_size", "preference", "allergy"),
            NEVER,
        ),
        Form("phone", ("name", "phone", "consent", "source"), ("language", "title"), NEVER),
        Form("web", ("name", "email", "consent"), ("phone", "language"), NEVER),
    )
}


def form_for(intake: str, changed: Mapping[str, Mapping[str, Iterable[str]]] | None = None) -> Form:
    """The form of a way in, with what the shop has changed of it; a name may always be asked."""
    base = FORMS.get(intake, FORMS["walk_in"])
    mine = (changed or {}).get(intake, {})
    return Form(
        base.intake,
        _known(mine.get("required", base.required)),
        _known(mine.get("recommended", base.recommended)),
        _known(f for f in (*mine.get("forbidden", base.forbidden), *NEVER) if f != "name"),
    )


def steps(form: Form, known: Collection[str]) -> tuple[Step, ...]:
    """The checklist, required lines first; `known` names the fields that are filled."""
    levels: tuple[tuple[Level, tuple[str, ...]], ...] = (
        ("required", form.required),
        ("recommended", form.recommended),
    )
    return tuple(
        Step(field, FIELDS.label(field), level, field in known)
        for level, fields in levels
        for field in fields
    )


def open_steps(form: Form, known: Collection[str]) -> tuple[Step, ...]:
    """The required lines that are not done yet."""
    return tuple(step for step in steps(form, known) if step.level == "required" and not step.done)


def refuse_forbidden(form: Form, given: Collection[str]) -> None:
    """Refuse what this way in may not ask for.

    Raises:
        CanFix: names the field.
    """
    for field in form.forbidden:
        if field in given:
            raise CanFix(
                "“{label}” may not be collected here: it is more than the shop needs"
                " (Cap. 486, data protection principle 1). Leave it empty.",
                field=field,
                label=FIELDS.label(field),
            )


def require_complete(form: Form, known: Collection[str]) -> None:
    """Refuse to call a record complete while a required step is open.

    Raises:
        CanFix: lists what is missing.
    """
    missing = open_steps(form, known)
    if missing:
        raise CanFix(
            "Not complete yet. Still to ask: {missing}.",
            field=missing[0].field,
            missing=", ".join(step.label for step in missing),
        )


def _known(fields: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(field for field in fields if FIELDS.find(field)))
