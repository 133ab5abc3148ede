"""The first counter: customers, orders, payments, follow-ups on one PC."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.columns import Carats, Day, Grams, Instant, Key, Millimetres, Quantity
from db.migrations.frozen import s0001_local

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, index and trigger of the first release."""
    _tables_1()
    _tables_2()
    _tables_3()
    _tables_4()
    _tables_5()
    _tables_6()
    _tables_7()
    _tables_8()
    s0001_local.upgrade()


def _record(name: str, *items: Any) -> None:
    op.create_table(
        name,
        sa.Column("id", Key(), nullable=False),
        sa.Column("branch_id", Key()),
        *items,
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("updated_at", Instant(), nullable=False),
        sa.Column("archived_at", Instant()),
        sa.Column("rev", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sqlite_with_rowid=False,
    )


def _ref(table: str, name: str, target: str, *, nullable: bool = True) -> sa.Column[Any]:
    key = sa.ForeignKey(f"{target}.id", name=f"fk_{table}_{name}")
    return sa.Column(name, Key(), key, nullable=nullable)


def _index(table: str, *columns: str, where: str | None = None) -> None:
    only: dict[str, Any] = (
        {}
        if where is None
        else {"sqlite_where": sa.text(where), "postgresql_where": sa.text(where)}
    )
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns), **only)


def _tables_1() -> None:
    _record(
        "branch",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("name_zh", sa.String(length=120)),
        sa.Column("region", sa.String(length=60)),
        sa.Column("address", sa.String(length=300)),
        sa.Column("address_zh", sa.String(length=300)),
        sa.Column("phone", sa.String(length=40)),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("time_zone", sa.String(length=40), nullable=False),
    )
    _record(
        "followup_rule",
        sa.Column("rule", sa.String(length=30), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
    )
    _record(
        "gold_rate",
        sa.Column("at", Instant(), nullable=False),
        sa.Column("metal", sa.String(length=20), nullable=False),
        sa.Column("grade", sa.String(length=20), nullable=False),
        sa.Column("unit", sa.String(length=8), nullable=False),
        sa.Column("sell_cents", sa.BigInteger(), nullable=False),
        sa.Column("buy_cents", sa.BigInteger()),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("source", sa.String(length=80)),
    )
    _index("gold_rate", "metal", "at")
    _record(
        "household",
        sa.Column("name", sa.String(length=120), nullable=False),
    )


def _tables_2() -> None:
    _record(
        "product",
        sa.Column("sku", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("name_zh", sa.String(length=200)),
        sa.Column("description", sa.Text()),
        sa.Column("category", sa.String(length=80)),
        sa.Column("collection", sa.String(length=120)),
        sa.Column("vendor", sa.String(length=120)),
        sa.Column("variant", sa.String(length=200)),
        sa.Column("parent_sku", sa.String(length=120)),
        sa.Column("metal", sa.String(length=20)),
        sa.Column("fineness", sa.Integer()),
        sa.Column("weight", Grams()),
        sa.Column("stone", sa.String(length=120)),
        sa.Column("stone_weight", Carats()),
        sa.Column("stone_origin", sa.String(length=12)),
        sa.Column("treatment", sa.String(length=60)),
        sa.Column("certificate", sa.String(length=80)),
        sa.Column("size", Millimetres()),
        sa.Column("pricing_mode", sa.String(length=12)),
        sa.Column("price_cents", sa.BigInteger()),
        sa.Column("labour_cents", sa.BigInteger()),
        sa.Column("cost_cents", sa.BigInteger()),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("barcode", sa.String(length=80)),
        sa.Column("picture", sa.Text()),
        sa.Column("tags", sa.Text()),
        sa.Column("active", sa.Boolean(), nullable=False),
    )
    _index("product", "barcode", where="barcode IS NOT NULL")
    _index("product", "sku")
    _record(
        "staff",
        sa.Column("login", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("name_zh", sa.String(length=60)),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=10)),
        sa.Column("phone", sa.String(length=40)),
        sa.Column("active", sa.Boolean(), nullable=False),
    )


def _tables_3() -> None:
    _record(
        "customer",
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("title", sa.String(length=20)),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_zh", sa.String(length=60)),
        sa.Column("preferred_name", sa.String(length=80)),
        sa.Column("language", sa.String(length=10)),
        sa.Column("gender", sa.String(length=10)),
        sa.Column("district", sa.String(length=60)),
        sa.Column("address", sa.String(length=400)),
        sa.Column("country", sa.String(length=2)),
        sa.Column("source", sa.String(length=40)),
        sa.Column("tier", sa.String(length=20)),
        _ref("customer", "owner_id", "staff"),
        _ref("customer", "household_id", "household"),
        sa.Column("collection_step", sa.String(length=20)),
        sa.Column("is_minor", sa.Boolean()),
        sa.Column("external_key", sa.String(length=120)),
        sa.Column("alert", sa.String(length=300)),
        sa.Column("alert_until", Day()),
        _ref("customer", "merged_into", "customer"),
    )
    _index("customer", "external_key", where="external_key IS NOT NULL")
    _index("customer", "household_id", where="household_id IS NOT NULL")
    _index("customer", "number")
    _index("customer", "owner_id", where="owner_id IS NOT NULL")
    _index("customer", "tier", where="tier IS NOT NULL")
    _record(
        "consent",
        _ref("consent", "customer_id", "customer", nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("channel", sa.String(length=12), nullable=False),
        sa.Column("subject_class", sa.String(length=30), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("source", sa.String(length=10), nullable=False),
        sa.Column("notice_version", sa.String(length=20), nullable=False),
        sa.Column("notice_language", sa.String(length=10), nullable=False),
        sa.Column("obtained_at", Instant(), nullable=False),
        _ref("consent", "obtained_by", "staff"),
        sa.Column("witness", sa.String(length=80)),
        sa.Column("confirm_due", Day()),
    )
    _index("consent", "confirm_due", where="confirm_due IS NOT NULL")
    _index("consent", "customer_id")


def _tables_4() -> None:
    _record(
        "contact_point",
        _ref("contact_point", "customer_id", "customer", nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("value", sa.String(length=254), nullable=False),
        sa.Column("normal", sa.String(length=254), nullable=False),
        sa.Column("label", sa.String(length=40)),
        sa.Column("preferred", sa.Boolean(), nullable=False),
        sa.Column("checked", sa.String(length=12)),
    )
    _index("contact_point", "customer_id")
    _index("contact_point", "normal")
    _record(
        "occasion",
        _ref("occasion", "customer_id", "customer", nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("calendar", sa.String(length=10), nullable=False),
        sa.Column("year", sa.Integer()),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer()),
        sa.Column("leap_month", sa.Boolean(), nullable=False),
        sa.Column("whose", sa.String(length=80)),
        sa.Column("note", sa.String(length=200)),
    )
    _index("occasion", "calendar", "month", "day")
    _index("occasion", "customer_id")
    _record(
        "preference",
        _ref("preference", "customer_id", "customer", nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("value", sa.String(length=120), nullable=False),
        sa.Column("basis", sa.String(length=8), nullable=False),
        sa.Column("note", sa.String(length=200)),
    )
    _index("preference", "customer_id")
    _index("preference", "kind", "value")
    _record(
        "relation",
        _ref("relation", "customer_id", "customer", nullable=False),
        _ref("relation", "other_id", "customer", nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("note", sa.String(length=200)),
    )
    _index("relation", "customer_id")
    _index("relation", "other_id")


def _tables_5() -> None:
    _record(
        "ring_size",
        _ref("ring_size", "customer_id", "customer", nullable=False),
        sa.Column("hand", sa.String(length=5), nullable=False),
        sa.Column("finger", sa.String(length=8), nullable=False),
        sa.Column("circumference", Millimetres(), nullable=False),
        sa.Column("system", sa.String(length=4), nullable=False),
        sa.Column("label", sa.String(length=12), nullable=False),
        sa.Column("band_width", Millimetres()),
        sa.Column("measured_on", Day()),
        sa.Column("note", sa.String(length=200)),
    )
    _index("ring_size", "customer_id")
    _record(
        "sales_order",
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("channel", sa.String(length=10), nullable=False),
        _ref("sales_order", "customer_id", "customer"),
        _ref("sales_order", "staff_id", "staff"),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("stage_since", Instant(), nullable=False),
        sa.Column("placed_at", Instant(), nullable=False),
        sa.Column("promised_on", Day()),
        sa.Column("pickup", sa.String(length=12)),
        sa.Column("rush", sa.Boolean(), nullable=False),
        sa.Column("secret_until", Day()),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("external_key", sa.String(length=120)),
        sa.Column("remark", sa.Text()),
    )
    _index("sales_order", "customer_id")
    op.create_index(
        "ix_sales_order_customer_id_open",
        "sales_order",
        ["customer_id"],
        unique=False,
        sqlite_where=sa.text(
            "archived_at IS NULL AND stage NOT IN ('cancelled', 'collected', 'returned_unrepaired')"
        ),
        postgresql_where=sa.text(
            "archived_at IS NULL AND stage NOT IN ('cancelled', 'collected', 'returned_unrepaired')"
        ),
    )
    _index("sales_order", "external_key", where="external_key IS NOT NULL")
    _index("sales_order", "number")
    _index("sales_order", "placed_at")
    _index("sales_order", "stage", "promised_on")
    _record(
        "wish",
        _ref("wish", "customer_id", "customer", nullable=False),
        _ref("wish", "product_id", "product"),
        sa.Column("description", sa.String(length=300), nullable=False),
        sa.Column("occasion", sa.String(length=80)),
        sa.Column("budget_cents", sa.BigInteger()),
        sa.Column("currency", sa.String(length=3)),
        sa.Column("wanted_by", Day()),
        sa.Column("state", sa.String(length=10), nullable=False),
    )
    _index("wish", "customer_id")
    _index("wish", "wanted_by", where="wanted_by IS NOT NULL")


def _tables_6() -> None:
    _record(
        "followup",
        _ref("followup", "customer_id", "customer"),
        _ref("followup", "order_id", "sales_order"),
        sa.Column("rule", sa.String(length=30)),
        sa.Column("rule_key", sa.String(length=120)),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text()),
        sa.Column("due_on", Day(), nullable=False),
        _ref("followup", "assignee_id", "staff"),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("outcome", sa.String(length=30)),
        sa.Column("outcome_note", sa.Text()),
        sa.Column("closed_at", Instant()),
        _ref("followup", "closed_by", "staff"),
        sa.Column("snooze_reason", sa.String(length=200)),
        sa.Column("snoozed_from", Day()),
        sa.Column("seen_at", Instant()),
    )
    _index("followup", "closed_at", where="closed_at IS NOT NULL")
    _index("followup", "customer_id")
    _index("followup", "order_id", where="order_id IS NOT NULL")
    _index("followup", "rule_key", where="rule_key IS NOT NULL")
    _index("followup", "state", "due_on")
    _record(
        "note",
        _ref("note", "customer_id", "customer", nullable=False),
        _ref("note", "order_id", "sales_order"),
        sa.Column("channel", sa.String(length=12), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        _ref("note", "author_id", "staff"),
        _ref("note", "replaces_id", "note"),
    )
    _index("note", "customer_id")


def _tables_7() -> None:
    _record(
        "order_line",
        _ref("order_line", "order_id", "sales_order", nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        _ref("order_line", "product_id", "product"),
        sa.Column("sku", sa.String(length=80)),
        sa.Column("description", sa.String(length=400), nullable=False),
        sa.Column("quantity", Quantity(), nullable=False),
        sa.Column("unit_price_cents", sa.BigInteger(), nullable=False),
        sa.Column("labour_cents", sa.BigInteger(), nullable=False),
        sa.Column("discount_cents", sa.BigInteger(), nullable=False),
        sa.Column("amount_cents", sa.BigInteger(), nullable=False),
        sa.Column("metal", sa.String(length=20)),
        sa.Column("fineness", sa.Integer()),
        sa.Column("weight", Grams()),
        sa.Column("stone", sa.String(length=120)),
        sa.Column("stone_weight", Carats()),
        sa.Column("stone_origin", sa.String(length=12)),
        sa.Column("treatment", sa.String(length=60)),
        sa.Column("certificate", sa.String(length=80)),
        sa.Column("ring_size", Millimetres()),
        _ref("order_line", "gold_rate_id", "gold_rate"),
        sa.Column("service", sa.String(length=30)),
        sa.Column("condition", sa.Text()),
        sa.Column("declared_value_cents", sa.BigInteger()),
        sa.Column("weight_in", Grams()),
        sa.Column("weight_out", Grams()),
        sa.Column("occurrence", sa.Integer()),
    )
    _index("order_line", "order_id")
    _index("order_line", "product_id", where="product_id IS NOT NULL")
    _record(
        "order_step",
        _ref("order_step", "order_id", "sales_order", nullable=False),
        sa.Column("from_stage", sa.String(length=20)),
        sa.Column("to_stage", sa.String(length=20), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        _ref("order_step", "staff_id", "staff"),
        sa.Column("reason", sa.String(length=300)),
    )
    _index("order_step", "order_id")


def _tables_8() -> None:
    _record(
        "payment",
        sa.Column("receipt_number", sa.String(length=24), nullable=False),
        _ref("payment", "order_id", "sales_order", nullable=False),
        _ref("payment", "customer_id", "customer"),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("method", sa.String(length=16), nullable=False),
        sa.Column("amount_cents", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("taken_at", Instant(), nullable=False),
        _ref("payment", "staff_id", "staff"),
        _ref("payment", "reverses_id", "payment"),
        sa.Column("reference", sa.String(length=80)),
        sa.Column("remark", sa.String(length=300)),
        sa.Column("external_key", sa.String(length=120)),
    )
    _index("payment", "customer_id")
    _index("payment", "order_id")
    _index("payment", "receipt_number")
    _index("payment", "taken_at")
    _record(
        "payment_due",
        _ref("payment_due", "order_id", "sales_order", nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("due_on", Day(), nullable=False),
        sa.Column("amount_cents", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
    )
    _index("payment_due", "due_on", where="archived_at IS NULL")
    _index("payment_due", "order_id")
