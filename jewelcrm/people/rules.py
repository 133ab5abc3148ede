"""What a person's record must hold."""

from __future__ import annotations

import re

from jewelcrm.access.catalogue import ROLES
from jewelcrm.errors import CanFix

_LOGIN = re.compile(r"[\w.\-]{2,60}")
_BRANCH_CODE = re.compile(r"[A-Z0-9]{2,8}")


def check_login(login: str) -> str:
    """The log-in as it is kept; letters of any script, digits, dot, hyphen.

    Raises:
        CanFix: it is empty or holds something else.
    """
    kept = login.strip()
    if not _LOGIN.fullmatch(kept):
        raise CanFix(
            "A log-in has 2 to 60 letters or digits, without spaces, e.g. mei.chan", field="login"
        )
    return kept


def check_name(name: str) -> str:
    """The person's name, trimmed.

    Raises:
        CanFix: it is empty or endless.
    """
    kept = " ".join(name.split())
    if not kept or len(kept) > 120:
        raise CanFix("Type the person's name (up to 120 characters).", field="name")
    return kept


def check_role(role: str) -> str:
    """The role, which must be one of ours.

    Raises:
        CanFix: it is not.
    """
    if role not in ROLES:
        raise CanFix("Choose a role: {roles}.", field="role", roles=", ".join(ROLES))
    return role


def check_branch_code(code: str) -> str:
    """A branch's code: 2 to 8 capital letters or digits, printed in every number.

    Raises:
        CanFix: it is something else.
    """
    kept = code.strip().upper()
    if not _BRANCH_CODE.fullmatch(kept):
        raise CanFix("A branch code has 2 to 8 letters or digits, e.g. HK01", field="branch")
    return kept


def login_from(name: str) -> str:
    """A log-in made from a name: `Mei Chan` gives `mei.chan`."""
    return ".".join(re.findall(r"\w+", name.casefold()))[:60] or "admin"
