"""The full edit dialog: what differs is saved, what was typed stays, the wrong field is named."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from jewelcrm.customers import commands, queries
from jewelcrm.customers.model import NewOccasion
from jewelcrm.history import queries as history
from tests.ui.customers.scene import amy, dialog, press, reads
from tests.ui.sync.scene import enrol
from ui.customers.archive import PutAway
from ui.customers.card.consenting import in_force
from ui.customers.consent import ConsentDialog
from ui.customers.contact import ContactDialog
from ui.customers.edit import EditCustomer
from ui.customers.occasion import OccasionDialog
from ui.customers.preference import PreferenceDialog
from ui.customers.relation import RelationDialog
from ui.customers.ring import RingDialog
from ui.i18n import alive
from ui.shell.window import Window


@pytest.fixture
def known(ctx: Context) -> bytes:
    return amy(ctx, address="18 Nathan Road")


@pytest.fixture
def form(window: Window, known: bytes, qtbot: QtBot) -> EditCustomer:
    window.open("customers.edit", {"customer_id": known})
    return dialog(qtbot, EditCustomer)


def test_only_the_changed_field_is_saved(
    form: EditCustomer, ctx: Context, known: bytes, qtbot: QtBot
) -> None:
    form.preferred_name.set_text("Amy")

    assert form.changes() == {"preferred_name": "Amy"}
    form.save()
    qtbot.waitUntil(lambda: queries.card(ctx, known).preferred_name == "Amy", timeout=8000)

    newest = history.of(ctx, "customer", known)[0]
    assert [detail.label for detail in newest.what] == ["Preferred name"]


def test_a_colleagues_change_meanwhile_is_not_overwritten(
    form: EditCustomer, ctx: Context, known: bytes, qtbot: QtBot
) -> None:
    commands.edit_customer(ctx, known, tier="gold")
    form.preferred_name.set_text("Amy")

    form.save()
    qtbot.waitUntil(lambda: queries.card(ctx, known).preferred_name == "Amy", timeout=8000)

    assert queries.card(ctx, known).tier == "gold"


def test_a_wrong_field_is_named_and_everything_typed_stays(
    form: EditCustomer, ctx: Context, known: bytes, qtbot: QtBot
) -> None:
    form.country.set_text("Hongkong")
    form.preferred_name.set_text("Amy")

    form.save()
    qtbot.waitUntil(form.country.wrong.isVisible, timeout=8000)

    assert "two letters" in form.country.wrong.text()
    assert form.isVisible()
    assert (form.country.text(), form.preferred_name.text()) == ("Hongkong", "Amy")
    assert queries.card(ctx, known).preferred_name is None


def test_a_day_that_is_none_is_named_before_anything_is_saved(
    form: EditCustomer, ctx: Context, known: bytes
) -> None:
    form.alert.set_text("Call the office first")
    form.alert_until.edit.setText("31/2/2027")

    form.save()

    assert "not a day" in form.alert_until.wrong.text()
    assert form.alert.text() == "Call the office first"


def test_an_identity_card_number_is_refused_where_it_was_typed(
    form: EditCustomer, qtbot: QtBot
) -> None:
    form.alert.set_text("HKID A123456(3)")

    form.save()
    qtbot.waitUntil(form.alert.wrong.isVisible, timeout=8000)

    assert "identity card" in form.alert.wrong.text()


def test_a_language_switch_keeps_what_was_typed(form: EditCustomer, window: Window) -> None:
    form.name.set_text("Chan Tai Man Amy")
    form.tier.choose("gold")
    form.country.set_text("MO")

    window.use_language("zh_HK", keep=False)

    assert form.windowTitle() == "編輯顧客"
    assert form.tier.choice.currentText() == "金"
    assert form.changes() == {"name": "Chan Tai Man Amy", "tier": "gold", "country": "MO"}


def test_lists_below_save_by_themselves_and_leave_the_form_alone(
    form: EditCustomer, ctx: Context, known: bytes, qtbot: QtBot
) -> None:
    form.preferred_name.set_text("Amy")
    press(form, "Add contact")
    contact = dialog(qtbot, ContactDialog)
    contact.kind.choose("email")
    contact.value.set_text("amy@example.com")

    contact.save()

    reads(qtbot, form, "amy@example.com")
    assert form.preferred_name.text() == "Amy"


def test_a_ring_size_is_seen_in_every_system_while_it_is_typed(
    form: EditCustomer, ctx: Context, known: bytes, qtbot: QtBot
) -> None:
    press(form, "Add size")
    ring = dialog(qtbot, RingDialog)
    ring.hands.chosen.emit("right", "middle")
    ring.hands.choose(("right", "middle"))
    ring.said.set_text("US 7")
    ring.band.set_text("7")

    reads(qtbot, ring, "Right hand · Middle finger", "54.4 · ø17.3", "half a size larger")
    assert ring._tiles["HK"].value.text() == "15"
    ring.save()
    qtbot.waitUntil(lambda: len(queries.card(ctx, known).ring_sizes) == 2, timeout=8000)


def test_what_is_no_ring_size_is_said_under_its_field(form: EditCustomer, qtbot: QtBot) -> None:
    press(form, "Add size")
    ring = dialog(qtbot, RingDialog)
    ring.said.set_text("very small")

    ring.save()

    assert "not a ring size" in ring.said.wrong.text()
    assert ring.said.text() == "very small"


def test_a_lunar_birthday_says_when_it_comes_next(
    form: EditCustomer, ctx: Context, known: bytes, qtbot: QtBot
) -> None:
    press(form, "Add day")
    day = dialog(qtbot, OccasionDialog)
    day.kind.choose("other")
    day.calendar.choose("lunar")
    day.month.choice.choose("8")
    day.day.set_text("15")

    reads(qtbot, day, "八月十五", "15 September 2027")
    day.save()

    qtbot.waitUntil(
        lambda: any(one.calendar == "lunar" for one in queries.card(ctx, known).occasions),
        timeout=8000,
    )


def test_a_birthday_that_says_under_18_ticks_the_box_in_sight(
    form: EditCustomer, ctx: Context, known: bytes, qtbot: QtBot
) -> None:
    assert not form.is_minor.isChecked()
    born = NewOccasion(kind="birthday", month=6, day=1, year=ctx.today().year - 9)

    commands.set_occasion(ctx, known, born)
    form.desk.changed.emit(frozenset({"occasion"}))

    qtbot.waitUntil(form.is_minor.isChecked, timeout=8000)
    assert form.changes() == {}


def test_a_month_alone_is_enough(
    form: EditCustomer, ctx: Context, known: bytes, qtbot: QtBot
) -> None:
    press(form, "Add day")
    day = dialog(qtbot, OccasionDialog)
    day.kind.choose("anniversary")
    day.month.choice.choose("6")

    day.save()

    qtbot.waitUntil(
        lambda: (6, None) in [(one.month, one.day) for one in queries.card(ctx, known).occasions],
        timeout=8000,
    )


def test_likes_are_ticked_and_unticked_in_one_go(
    form: EditCustomer, ctx: Context, known: bytes, qtbot: QtBot
) -> None:
    press(form, "Change likes")
    likes = dialog(qtbot, PreferenceDialog)
    likes.kind.choose("allergy")
    likes.ticks["allergy"].box("nickel").setChecked(False)
    likes.ticks["metal"].box("platinum").setChecked(True)

    likes.save()

    qtbot.waitUntil(
        lambda: (
            {(one.kind, one.value) for one in queries.card(ctx, known).preferences}
            == {("service", "no_calls_before_11"), ("metal", "platinum")}
        ),
        timeout=8000,
    )


def test_a_spoken_consent_needs_a_witness(
    form: EditCustomer, ctx: Context, known: bytes, qtbot: QtBot
) -> None:
    press(form, "Record answer")
    asked = dialog(qtbot, ConsentDialog)
    asked.save()
    assert "agreed or refused" in asked.answer.wrong.text()

    press(asked.answer, "Agrees")
    assert asked.channels.ticked() == ()
    asked.channels.tick(["whatsapp"])
    asked.classes.tick(["gold", "jade"])
    asked.source.choose("oral")
    asked.save()
    assert "witness" in asked.witness.wrong.text()

    asked.witness.set_text("Wing Lau")
    asked.save()
    reads(qtbot, form, "WhatsApp · Jade: Agreed", "Confirm in writing by 6 Dec 2026.")
    press(form, "It has been sent")

    qtbot.waitUntil(lambda: _sources(ctx, known) == ["confirmed"], timeout=8000)


def _sources(ctx: Context, known: bytes) -> list[str]:
    entries = queries.card(ctx, known).consent.entries
    return sorted({one.source for one in in_force(entries)})


def test_two_customers_are_tied_after_a_search(
    form: EditCustomer, ctx: Context, known: bytes, qtbot: QtBot
) -> None:
    husband = amy(ctx, name="Lee Ka Ming", name_zh="李家明", contacts=())
    press(form, "Add relation")
    tie = dialog(qtbot, RelationDialog)
    tie.other.set_text("李家明")
    qtbot.waitUntil(lambda: tie.other.list.count() == 1, timeout=8000)
    tie.other.list.itemActivated.emit(tie.other.list.item(0))
    tie.together.setChecked(True)

    tie.save()
    qtbot.waitUntil(lambda: bool(queries.card(ctx, known).household), timeout=8000)

    card = queries.card(ctx, husband)
    assert [one.customer_id for one in card.relations] == [known]
    assert [one.customer_id for one in card.household] == [known]


def test_a_customer_is_put_away_with_a_reason_and_brought_back(
    form: EditCustomer, window: Window, ctx: Context, known: bytes, qtbot: QtBot
) -> None:
    press(form, "Put away…")
    away = dialog(qtbot, PutAway)
    away.save()
    qtbot.waitUntil(away.reason.wrong.isVisible, timeout=8000)
    away.reason.set_text("Moved abroad")
    away.save()
    qtbot.waitUntil(lambda: not alive(form) or not form.isVisible(), timeout=8000)
    assert queries.card(ctx, known).archived_at is not None

    window.open("customers.edit", {"customer_id": known})
    press(dialog(qtbot, EditCustomer), "Bring back")

    qtbot.waitUntil(lambda: queries.card(ctx, known).archived_at is None, timeout=8000)


def test_the_home_branch_of_a_companys_customer_is_not_typed_but_moved(
    window: Window, ctx: Context, known: bytes, qtbot: QtBot
) -> None:
    enrol(ctx)
    ctx.store.look_again()
    window.open("customers.edit", {"customer_id": known})
    form = dialog(qtbot, EditCustomer)
    assert isinstance(form, EditCustomer)
    assert not form.branch.isEnabled()
    reads(qtbot, form, "Changed by moving the customer: the three dots on the card.")
    assert not form.changes()


def test_a_shop_that_stands_alone_types_the_home_branch(form: EditCustomer) -> None:
    assert form.branch.isEnabled()
    form.branch.choose("")
    assert form.changes() == {"branch_id": None}
