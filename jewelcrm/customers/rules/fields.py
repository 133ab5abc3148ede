"""The fields of the card itself: tidied, from the lists, and nothing that may not be kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jewelcrm.customers import lists
from jewelcrm.customers.rules.checks import country, listed, tidy
from jewelcrm.customers.rules.identity import refuse_identity_numbers
from jewelcrm.customers.rules.names import has_chinese, split_name
from jewelcrm.errors import CanFix

_LISTED = {
    "title": lists.TITLES,
    "language": lists.LANGUAGES,
    "gender": lists.GENDERS,
    "source": lists.SOURCES,
    "tier": lists.TIERS,
}
_TEXTS = ("name", "name_zh", "preferred_name", "address", "external_key", "alert")


def checked_person(given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a new card, ready to be kept.

    Raises:
        CanFix: names the field and what to do.
    """
    values = checked_fields(given)
    _part_names(values)
    require_name(values)
    return values


def checked_fields(given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are given, each tidied by its own rule.

    Raises:
        CanFix: names the field and what to do.
    """
    values = {name: _checked(name, value, given) for name, value in given.items()}
    refuse_identity_numbers(
        {name: value for name, value in values.items() if _telling(name, value)}
    )
    return values


def require_name(values: Mapping[str, Any]) -> None:
    """Refuse a card without a name in either script.

    Raises:
        CanFix: asks for one.
    """
    if not values.get("name") and not values.get("name_zh"):
        raise CanFix("Fill in a name, in English or Chinese.", field="name")


def _checked(name: str, value: Any, given: Mapping[str, Any]) -> Any:
    if name in _LISTED:
        return listed(name, _LISTED[name], value)
    if name in _RULES:
        return _RULES[name](value, given)
    if name in _TEXTS:
        return tidy(value) or ("" if name == "name" else None)
    return value


def _country(value: str | None, _given: Mapping[str, Any]) -> str | None:
    return country(value)


def _district(value: str | None, given: Mapping[str, Any]) -> str | None:
    """One of the 18 districts when she lives in Hong Kong; elsewhere any place."""
    if (given.get("country") or "").upper() == "HK":
        return listed("district", lists.DISTRICTS, value)
    return lists.DISTRICTS.read(value or "") or tidy(value)


_RULES: Mapping[str, Callable[[Any, Mapping[str, Any]], Any]] = {
    "country": _country,
    "district": _district,
}


def _part_names(values: dict[str, Any]) -> None:
    """A Chinese name typed into the only name field goes where it belongs."""
    if values.get("name_zh") or not has_chinese(values["name"]):
        return
    values["name"], values["name_zh"] = split_name(values["name"])


def _telling(name: str, value: Any) -> bool:
    """An older system's code may look like an identity number by chance, but not in brackets."""
    return isinstance(value, str) and (name != "external_key" or "(" in value)
