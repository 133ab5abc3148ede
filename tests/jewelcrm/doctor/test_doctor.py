"""The doctor is green on a healthy store and says what to do on a sick one."""

import pytest

from db.migrations import SCHEMA
from jewelcrm.doctor.queries import examine
from tests.builders import the_writer


def lights(ctx):
    return {line.check: line for line in examine(ctx)}


def test_a_healthy_store_has_no_red_line(ctx):
    assert [line for line in examine(ctx) if line.light == "red"] == []


def test_the_store_says_its_schema(ctx):
    assert f"schema {SCHEMA}," in lights(ctx)["store"].words


def test_every_line_that_is_not_green_says_what_to_do(ctx):
    assert all(line.advice for line in examine(ctx) if line.light != "green")


def test_a_missing_trigger_is_noticed(ctx):
    the_writer(ctx).execute("DROP TRIGGER customer_u")
    assert "customer_u" in lights(ctx)["change capture"].words


def test_an_edited_audit_log_is_noticed(ctx):
    raw = the_writer(ctx)
    raw.execute("UPDATE audit_log SET outcome = 'done', actor = x'00' WHERE seq = 2")
    assert lights(ctx)["audit log"].light == "red"


def test_a_clock_that_was_set_back_is_noticed(ctx, clock):
    with ctx.work():
        pass
    clock.move(days=-3)
    assert "behind" in lights(ctx)["clock"].words


def test_a_key_file_that_was_changed_is_noticed(ctx, shop):
    from dataclasses import replace

    from db.shop import keys

    keys.save(shop.folder, replace(keys.load(shop.folder), ring_name="strange"), bytes(32))
    assert lights(ctx)["keys"].light == "red"


@pytest.mark.parametrize(
    "check",
    [
        "store",
        "keys",
        "integrity",
        "capture",
        "audit log",
        "search",
        "keyring",
        "disk",
        "clock",
        "fonts",
        "printer",
    ],
)
def test_the_doctor_looks_at_everything_it_should(ctx, check):
    assert any(check in name for name in lights(ctx))
