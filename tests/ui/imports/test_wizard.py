"""Bringing a file in and taking a list out, in the real window over a real store."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.tables.people import staff
from db.types import new_id
from jewelcrm.backup import queries as backups
from jewelcrm.context import Context
from jewelcrm.customers import queries as customers
from jewelcrm.imports import queries
from jewelcrm.imports.commands import Summary
from jewelcrm.imports.rules.words import TARGETS
from tests.builders import a_kept_customer
from tests.conftest import PASSWORD, STAFF_PASSWORD
from tests.leaving import opened
from tests.ui.conftest import OpenWindow
from tests.ui.orders.hand import front, settle, texts, wrong
from ui.imports.export import ExportDialog
from ui.imports.page import COLUMNS, LOOK, PICK, RUN, TRY, ImportPage
from ui.imports.words import LABELS, plain_words
from ui.reports.leave import SavedSealed
from ui.shell.toasts import Toast
from ui.shell.window import Window

USED_UP = (
    "INSERT INTO extraction VALUES"
    " (?, 0, ?, ?, 'administrator', NULL, 'x', 'csv', '', 500, 500, 1, 'done')"
)


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """Two who can be taken, one without anything to reach or call her by."""
    path = tmp_path / "old system.csv"
    rows = [
        ["會員編號", "姓名", "手機", "生日"],
        ["M1", "陳大文", "91234567", "12/3/1988"],
        ["M2", "李小明", "92345678", "1/4/1990"],
        ["", "", "", "1/1/2000"],
    ]
    with path.open("w", encoding="big5hkscs", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path


def at_imports(qtbot: QtBot, window: Window) -> ImportPage:
    window.desk.open("imports")
    page = window.sheet.page()
    assert isinstance(page, ImportPage)
    settle(qtbot, window)
    return page


def on(qtbot: QtBot, window: Window, page: ImportPage) -> None:
    """Press the main button and wait."""
    assert page.forward.isEnabled()
    page.forward.click()
    settle(qtbot, window)


def test_a_file_is_looked_at_tried_and_imported(
    qtbot: QtBot, window: Window, ctx: Context, people: Path, tmp_path: Path
) -> None:
    page = at_imports(qtbot, window)
    page.choose(people)
    settle(qtbot, window)
    assert page.stack.currentIndex() == LOOK
    assert "big5hkscs" in page.look.words.text()
    assert page.look.table.item(0, 1).text() == "陳大文"

    on(qtbot, window, page)
    assert page.stack.currentIndex() == COLUMNS
    assert page.columns.mapping().columns["手機"].startswith("phone")

    on(qtbot, window, page)
    assert page.stack.currentIndex() == TRY
    qtbot.waitUntil(lambda: page.choices.tried is not None, timeout=10_000)
    assert customers.ids(ctx) == []
    assert page.trial.counts.tiles["rejected"].value.text() == "1"
    assert page.forward.hasFocus()

    page.trial.where.set_text(str(tmp_path / "mend me.csv"))
    qtbot.keyClick(page.forward, Qt.Key.Key_Return)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: page.choices.done is not None, timeout=10_000)

    assert page.stack.currentIndex() == RUN
    assert len(customers.ids(ctx)) == 2
    assert [tile.value.text() for tile in page.result.counts.tiles.values()] == [
        "3",
        "2",
        "0",
        "0",
        "1",
    ]
    assert "1/1/2000" in (tmp_path / "mend me.csv").read_text("utf-8-sig")


def test_the_rejected_rows_say_why_in_the_language_of_the_window(
    qtbot: QtBot, window: Window, people: Path, tmp_path: Path
) -> None:
    window.use_language("zh_HK", keep=False)
    page = at_imports(qtbot, window)
    page.choose(people)
    settle(qtbot, window)
    for _step in range(2):
        on(qtbot, window, page)
    qtbot.waitUntil(lambda: page.choices.tried is not None, timeout=10_000)
    page.trial.where.set_text(str(tmp_path / "mend me.csv"))
    on(qtbot, window, page)
    qtbot.waitUntil(lambda: page.choices.done is not None, timeout=10_000)

    with (tmp_path / "mend me.csv").open(encoding="utf-8-sig", newline="") as stream:
        [titles, row] = csv.reader(stream)
    assert titles[-1] == "Reason"  # by this name the file is known again when it was mended
    [(_at, reason)] = page.choices.done.first_rejects
    assert row[-1] == plain_words(reason) != reason


def test_the_same_file_twice_changes_nothing(
    qtbot: QtBot, window: Window, ctx: Context, people: Path
) -> None:
    page = at_imports(qtbot, window)
    for _ in range(2):
        page.start_over()
        page.choose(people)
        settle(qtbot, window)
        for _step in range(2):
            on(qtbot, window, page)
        qtbot.waitUntil(lambda: page.choices.tried is not None, timeout=10_000)
        on(qtbot, window, page)
        qtbot.waitUntil(lambda: page.choices.done is not None, timeout=10_000)

    assert (page.choices.done.new, page.choices.done.matched) == (0, 2)
    assert len(customers.ids(ctx)) == 2


def test_a_column_sent_elsewhere_is_imported_there_and_kept_by_name(
    qtbot: QtBot, window: Window, ctx: Context, people: Path
) -> None:
    page = at_imports(qtbot, window)
    page.choose(people)
    settle(qtbot, window)
    on(qtbot, window, page)
    settle(qtbot, window)
    choice = next(one for one in page.columns.choices if one.column == "姓名")
    choice.choose("chinese_name")
    choice.chosen.emit("chinese_name")

    page.columns.keep.click()
    asked = QApplication.activeModalWidget()
    asked.save()
    assert asked.isVisible()  # a name is wanted
    asked.name.set_text("Old till")
    asked.save()
    settle(qtbot, window)

    assert queries.map_named(ctx, "Old till").columns["姓名"] == "chinese_name"
    assert page.columns.kept.value() == "Old till"


def test_a_kept_mapping_is_deleted_by_its_button_and_can_be_had_back(
    qtbot: QtBot, window: Window, ctx: Context, people: Path
) -> None:
    page = at_imports(qtbot, window)
    page.choose(people)
    settle(qtbot, window)
    on(qtbot, window, page)
    settle(qtbot, window)
    columns = page.columns
    assert not columns.drop.isVisible()
    columns.keep_as("Two tills ago")
    settle(qtbot, window)
    before = columns.mapping()

    assert columns.drop.isVisible()
    columns.drop.click()
    settle(qtbot, window)
    assert "Two tills ago" not in [one.name for one in queries.kept_maps(ctx)]
    assert (columns.kept.value(), columns.mapping()) == ("", before)
    assert not columns.drop.isVisible()

    window.findChild(Toast).button.click()
    settle(qtbot, window)
    assert queries.map_named(ctx, "Two tills ago") == before


def test_without_a_column_that_names_anybody_it_does_not_go_on(
    qtbot: QtBot, window: Window, people: Path
) -> None:
    page = at_imports(qtbot, window)
    page.choose(people)
    settle(qtbot, window)
    on(qtbot, window, page)
    settle(qtbot, window)

    for choice in page.columns.choices:
        choice.choose("")
        choice.chosen.emit("")

    assert not page.forward.isEnabled()
    assert page.columns.wanting.isVisible()


def test_a_file_that_is_no_table_is_told_in_words(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    picture = tmp_path / "ring.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    page = at_imports(qtbot, window)

    page.choose(picture)
    settle(qtbot, window)

    assert "not a table" in page.wrong.text()
    assert page.stack.currentIndex() == PICK


def test_another_file_is_looked_at_from_its_first_row(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    for name in ("one.csv", "two.csv"):
        rows = "\n".join(f"M{n},Chan {n},9123{n:04}" for n in range(40))
        (tmp_path / name).write_text(f"No,Name,Phone\n{rows}\n")
    page = at_imports(qtbot, window)
    page.choose(tmp_path / "one.csv")
    settle(qtbot, window)
    bar = page.look.table.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())

    page.choose(tmp_path / "two.csv")
    settle(qtbot, window)

    assert bar.value() == 0


def test_what_is_told_of_a_file_begins_with_a_capital_letter(
    qtbot: QtBot, window: Window, people: Path
) -> None:
    page = at_imports(qtbot, window)
    page.choose(people)
    settle(qtbot, window)
    page.trial.counts.show_summary(
        Summary(
            kind="customers",
            read=1,
            new=1,
            matched=0,
            skipped=0,
            rejected=0,
            rejects_file=None,
            resumed=False,
            stopped=False,
            dry_run=True,
            seconds=0.1,
            notes=["columns not used: Tax"],
        )
    )
    assert [one for one in texts(page.trial.counts) if one.startswith("Columns not used")]


def test_another_encoding_reads_the_file_again(qtbot: QtBot, window: Window, people: Path) -> None:
    page = at_imports(qtbot, window)
    page.choose(people)
    settle(qtbot, window)

    page.look.encoding.choose("cp1252")
    page.look.changed.emit()
    settle(qtbot, window)

    assert page.look.table.item(0, 1).text() != "陳大文"
    assert page.choices.options.encoding == "cp1252"


def test_a_stopped_import_says_how_to_go_on(
    qtbot: QtBot, window: Window, ctx: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jewelcrm.imports.commands.run.BATCH_ROWS", 20)
    path = tmp_path / "many.csv"
    lines = ["name,phone", *(f"Chan {n},9{n:07}" for n in range(2000))]
    path.write_text("\n".join(lines), "utf-8")
    page = at_imports(qtbot, window)
    page.choose(path)
    settle(qtbot, window)
    for _ in range(2):
        on(qtbot, window, page)
    qtbot.waitUntil(lambda: page.choices.tried is not None, timeout=20_000)
    page.forward.click()
    page._job.progressed.connect(lambda rows, _of, what: page.stop() if rows and not what else None)
    qtbot.waitUntil(lambda: page.choices.done is not None, timeout=20_000)
    assert page.choices.done.stopped

    page.start_over()
    settle(qtbot, window)
    assert "broken off" in page.pick.broken.text()
    page.choose(path)
    settle(qtbot, window)
    for _ in range(2):
        on(qtbot, window, page)
    qtbot.waitUntil(lambda: page.choices.tried is not None, timeout=20_000)
    on(qtbot, window, page)
    qtbot.waitUntil(lambda: page.choices.done is not None, timeout=20_000)

    assert page.choices.done.resumed
    assert len(customers.ids(ctx)) == 2000


def test_stopped_while_the_backup_before_it_is_made_nothing_is_written(
    qtbot: QtBot, window: Window, ctx: Context, people: Path
) -> None:
    page = at_imports(qtbot, window)
    page.choose(people)
    settle(qtbot, window)
    for _ in range(2):
        on(qtbot, window, page)
    qtbot.waitUntil(lambda: page.choices.tried is not None, timeout=20_000)
    page.forward.click()
    page.stop()
    qtbot.waitUntil(lambda: page.stack.currentIndex() == TRY, timeout=20_000)

    assert page.wrong.text() == "Stopped before anything was written."
    assert customers.ids(ctx) == []

    on(qtbot, window, page)
    qtbot.waitUntil(lambda: page.choices.done is not None, timeout=20_000)
    assert [point.why for point in backups.points(ctx)] == ["import"]
    assert len(customers.ids(ctx)) == 2


def test_sales_staff_do_not_see_the_import(open_window: OpenWindow, sales: Context) -> None:
    window, _ = open_window(sales)

    assert not window.desk.allows("imports.run")


def test_a_list_is_taken_out_with_its_purpose(
    qtbot: QtBot, window: Window, ctx: Context, tmp_path: Path
) -> None:
    a_kept_customer(ctx)
    window.desk.open("imports.export", kind="customers")
    dialog = front(qtbot, ExportDialog)
    dialog.path.set_text(str(tmp_path / "out.csv"))
    dialog.save_button.click()
    assert wrong(dialog) == {"purpose": "Say what the list is needed for."}

    dialog.purpose.set_text("Christmas cards")
    dialog.save_button.click()
    settle(qtbot, window)

    told = front(qtbot, SavedSealed)
    inside = opened(tmp_path / "out.csv.zip", told.password.text())
    assert "陳大文" in inside.decode("utf-8-sig")
    with ctx.read() as conn:
        kept = conn.exec_driver_sql("SELECT reason FROM audit_log").scalars().all()
    assert "export/customers csv: Christmas cards" in kept


def test_more_than_one_may_take_alone_asks_for_a_second_person(
    qtbot: QtBot, window: Window, ctx: Context, tmp_path: Path
) -> None:
    a_kept_customer(ctx)
    with ctx.work("the day's rows are used up") as work:
        work.raw.execute(USED_UP, (new_id(), ctx.today().isoformat(), ctx.staff.id))
    window.desk.open("imports.export", kind="customers")
    dialog = front(qtbot, ExportDialog)
    dialog.path.set_text(str(tmp_path / "out.csv"))
    dialog.purpose.set_text("Christmas cards")
    dialog.save_button.click()
    settle(qtbot, window)
    assert dialog.agreed.isVisible()

    dialog.agreed.login.set_text("wing")
    dialog.agreed.secret.input.setText(STAFF_PASSWORD)
    dialog.save_button.click()
    settle(qtbot, window)
    assert (tmp_path / "out.csv.zip").exists()


def test_who_is_alone_in_the_shop_takes_its_own_list_out_with_the_password_again(
    qtbot: QtBot, window: Window, ctx: Context, tmp_path: Path
) -> None:
    a_kept_customer(ctx)
    with ctx.work("the day's rows are used up") as work:
        work.raw.execute(USED_UP, (new_id(), ctx.today().isoformat(), ctx.staff.id))
        work.conn.execute(staff.update().where(staff.c.login == "wing").values(active=False))
    window.desk.open("imports.export", kind="customers")
    dialog = front(qtbot, ExportDialog)
    dialog.path.set_text(str(tmp_path / "out.csv"))
    dialog.purpose.set_text("Christmas cards")
    dialog.save_button.click()
    settle(qtbot, window)
    assert not dialog.agreed.login.isVisible()
    assert "your own password" in dialog.agreed.secret.wrong.text()

    dialog.agreed.secret.input.setText(PASSWORD)
    dialog.save_button.click()
    settle(qtbot, window)
    assert (tmp_path / "out.csv.zip").exists()


def test_the_wizard_speaks_chinese_after_a_switch(
    qtbot: QtBot, window: Window, people: Path
) -> None:
    page = at_imports(qtbot, window)
    page.choose(people)
    settle(qtbot, window)
    on(qtbot, window, page)
    settle(qtbot, window)

    window.use_language("zh_HK", keep=False)

    assert page.forward.text() == "試行（不寫入）"
    assert "內容" in texts(page.columns)
    phone = next(one for one in page.columns.choices if one.column == "手機")
    assert phone.currentText().startswith("電話")


def test_every_place_a_column_can_go_to_is_marked_for_translation() -> None:
    labels = {target.label for targets in TARGETS.values() for target in targets}

    assert labels <= set(LABELS)


def test_reasons_with_numbers_are_translated() -> None:
    from ui import i18n

    i18n.use("zh_HK")

    assert plain_words("the date cannot be read: 32/13/2020") == "日期無法讀取：32/13/2020"
    assert plain_words("12 people have no name; their e-mail or phone stands in its place") == (
        "12 人沒有姓名，以電郵或電話代替"
    )
    assert plain_words("something new") == "something new"
