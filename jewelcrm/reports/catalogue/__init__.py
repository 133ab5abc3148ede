"""The reports there are: each module of this package declares one as `REPORT`."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType

from jewelcrm.reports.model import Report


@lru_cache(maxsize=1)
def reports() -> Mapping[str, Report]:
    """Every report by its name, in the order of the names."""
    found = (
        import_module(f"{__name__}.{module.name}").REPORT
        for module in pkgutil.iter_modules(__path__)
    )
    return MappingProxyType({one.name: one for one in sorted(found, key=lambda one: one.name)})
