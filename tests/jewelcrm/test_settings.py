"""Settings are declared once, fit their declaration, and are explained."""

import pytest

from jewelcrm import settings
from jewelcrm.errors import CanFix, Denied


def test_every_setting_is_explained_and_its_default_fits():
    for declared in settings.SETTINGS.values():
        assert declared.help.endswith(".")
        assert settings.is_fit(declared, declared.default)


def test_a_setting_that_was_never_set_has_its_default(ctx):
    assert settings.get(ctx, "lock_minutes") == 3


def test_a_setting_is_kept(ctx):
    settings.put(ctx, "theme", "dark")
    assert settings.everything(ctx)["theme"] == "dark"


@pytest.mark.parametrize(
    ("key", "value"),
    [("theme", "pink"), ("lock_minutes", 0), ("lock_minutes", "3"), ("scanner_on", 1)],
)
def test_a_value_that_does_not_fit_is_refused(ctx, key, value):
    with pytest.raises(CanFix, match="Choose"):
        settings.put(ctx, key, value)


def test_sales_cannot_change_the_settings_of_the_pc(sales):
    with pytest.raises(Denied):
        settings.put(sales, "theme", "dark")
