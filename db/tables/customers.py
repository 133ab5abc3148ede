"""Customers and everything that is known about them, one row an element.

Lists (phones, sizes, preferences, wishes) are rows of their own, so that two branches that both
add one lose nothing (sync.md 2.9).
"""

from __future__ import annotations

from sqlalchemy import Boolean, Integer, String, Text

from db.columns import Cents, Day, Instant, Millimetres
from db.tables.base import CONTACT, RESTRICTED, VALUE, field, index, record, ref

household = record(
    "household",
    field("name", String(120), nullable=False),
)

customer = record(
    "customer",
    field("number", String(24), nullable=False),
    field("title", String(20)),  # Mr | Ms | Mrs | Miss | Dr
    field("name", String(200), nullable=False),  # as she writes it in Latin letters
    field("name_zh", String(60)),
    field("preferred_name", String(80)),
    field("language", String(10)),  # yue | cmn | en | ja | ko ...: spoken
    field("gender", String(10)),
    field("district", String(60)),
    field("address", String(400), cls=CONTACT),
    field("country", String(2)),
    field("source", String(40)),  # how they found us
    field("tier", String(20)),
    ref("owner_id", "staff"),
    ref("household_id", "household"),
    field("collection_step", String(20)),
    field("is_minor", Boolean),
    field("external_key", String(120)),  # the number an older system knew her by
    field("alert", String(300)),  # shown on the card until `alert_until`
    field("alert_until", Day),
    ref("merged_into", "customer"),
)
index(customer, "number")
index(customer, "external_key", where="external_key IS NOT NULL")
index(customer, "owner_id", where="owner_id IS NOT NULL")
index(customer, "household_id", where="household_id IS NOT NULL")
index(customer, "tier", where="tier IS NOT NULL")

contact_point = record(
    "contact_point",
    ref("customer_id", "customer", nullable=False),
    field("kind", String(12), nullable=False),  # phone | email | whatsapp | wechat | other
    field("value", String(254), nullable=False, cls=CONTACT),  # as it was given
    field("normal", String(254), nullable=False, cls=CONTACT),  # E.164, folded e-mail or handle
    field("label", String(40)),  # mobile | home | office ...
    field("preferred", Boolean, nullable=False),
    field("checked", String(12)),  # valid | unlikely | bounced
)
index(contact_point, "customer_id")
index(contact_point, "normal")

occasion = record(
    "occasion",
    ref("customer_id", "customer", nullable=False),
    field("kind", String(20), nullable=False),  # birthday | anniversary | engagement | other
    field("calendar", String(10), nullable=False),  # solar | lunar
    field("year", Integer),
    field("month", Integer, nullable=False),
    field("day", Integer),
    field("leap_month", Boolean, nullable=False),  # lunar leap month
    field("whose", String(80)),  # empty: her own
    field("note", String(200)),
)
index(occasion, "customer_id")
index(occasion, "calendar", "month", "day")

relation = record(
    "relation",
    ref("customer_id", "customer", nullable=False),
    ref("other_id", "customer", nullable=False),
    field("kind", String(20), nullable=False),  # spouse | parent | child | sibling | friend ...
    field("note", String(200)),
)
index(relation, "customer_id")
index(relation, "other_id")

ring_size = record(
    "ring_size",
    ref("customer_id", "customer", nullable=False),
    field("hand", String(5), nullable=False),  # left | right
    field("finger", String(8), nullable=False),  # thumb | index | middle | ring | little
    field("circumference", Millimetres, nullable=False),  # inner, mm
    field("system", String(4), nullable=False),  # HK | US | UK | EU | JP | mm: as she said it
    field("label", String(12), nullable=False),
    field("band_width", Millimetres),
    field("measured_on", Day),
    field("note", String(200)),
)
index(ring_size, "customer_id")

preference = record(
    "preference",
    ref("customer_id", "customer", nullable=False),
    field("kind", String(12), nullable=False),  # metal|stone|style|allergy|tag|service|budget
    field("value", String(120), nullable=False),
    field("basis", String(8), nullable=False),  # stated | seen
    field("note", String(200)),
)
index(preference, "customer_id")
index(preference, "kind", "value")

wish = record(
    "wish",
    ref("customer_id", "customer", nullable=False),
    ref("product_id", "product"),
    field("description", String(300), nullable=False),
    field("occasion", String(80)),
    field("budget_cents", Cents, cls=VALUE),
    field("currency", String(3)),
    field("wanted_by", Day),
    field("state", String(10), nullable=False),  # open | bought | dropped
)
index(wish, "customer_id")
index(wish, "wanted_by", where="wanted_by IS NOT NULL")

note = record(
    "note",
    ref("customer_id", "customer", nullable=False),
    ref("order_id", "sales_order"),
    field("channel", String(12), nullable=False),  # note|call|visit|whatsapp|wechat|email
    field("body", Text, nullable=False, cls=CONTACT),
    ref("author_id", "staff"),
    ref("replaces_id", "note"),
    appends=True,
)
index(note, "customer_id")

consent = record(
    "consent",
    ref("customer_id", "customer", nullable=False),
    field("purpose", String(20), nullable=False),  # own_dm | provide_third_party
    field("channel", String(12), nullable=False),  # all|mail|email|sms|whatsapp|wechat|phone
    field("subject_class", String(30), nullable=False),  # class of marketing subjects; all
    field("state", String(10), nullable=False),  # consented | refused | withdrawn
    field("source", String(10), nullable=False),  # form | oral | web | import | event
    field("notice_version", String(20), nullable=False),
    field("notice_language", String(10), nullable=False),
    field("obtained_at", Instant, nullable=False),
    ref("obtained_by", "staff"),
    field("witness", String(80), cls=RESTRICTED),
    field("confirm_due", Day),  # oral consent: written confirmation within 14 days (s.35E)
    appends=True,
)
index(consent, "customer_id")
index(consent, "confirm_due", where="confirm_due IS NOT NULL")
