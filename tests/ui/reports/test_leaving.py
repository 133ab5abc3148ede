"""Onto paper and into files: what for, what the printer says, and what waits."""

from __future__ import annotations

import csv
from io import BytesIO
from types import SimpleNamespace

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from db.tables.people import staff
from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.reports import waiting
from jewelcrm.settings import put
from tests.conftest import PASSWORD, STAFF_PASSWORD
from ui.payments import printers
from ui.reports.leave import Leave, PrintDialog, SaveDialog, SavedSealed
from ui.reports.preview import ReportPreview
from ui.reports.waiting import PapersWaiting


def opened(kind):
    """The dialog of that kind that is open."""
    return next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
    )


@pytest.fixture
def printed(monkeypatch):
    """What went to the printer."""
    papers: list[bytes] = []
    monkeypatch.setattr(printers, "send", lambda pdf, _printer, _title: papers.append(pdf))
    return papers


def no_paper(*_what):
    raise Unavailable(printers.NO_PAPER)


def test_a_report_is_printed_as_pdf(page, run, calm, printed):
    run("sales", "by-day")
    page.result.print.click()
    calm()
    opened(PrintDialog).save()
    calm()

    assert printed[0].startswith(b"%PDF")


def test_a_report_is_printed_on_the_paper_that_was_chosen(page, run, calm, printed):
    run("sales", "by-day")
    page.result.print.click()
    calm()
    dialog = opened(PrintDialog)
    dialog.paper.choose("A5")
    dialog.save()
    calm()

    sheet = PdfReader(BytesIO(printed[0])).pages[0].mediabox
    assert round(min(sheet.width, sheet.height)) == 420  # points: 148 mm


def test_the_day_end_is_printed_on_the_roll_by_the_printer_of_receipts(
    page, run, calm, traded, monkeypatch
):
    monkeypatch.setattr(printers, "names", lambda: ["Office laser", "Counter"])
    put(traded, "report_printer", "Office laser")
    put(traded, "receipt_printer", "Counter")
    sent: list[tuple[bytes, str]] = []
    monkeypatch.setattr(printers, "send", lambda pdf, printer, _title: sent.append((pdf, printer)))
    run("takings", "day-end")
    page.result.print.click()
    calm()
    dialog = opened(PrintDialog)
    assert dialog.printer.value() == "Office laser"
    dialog.paper.choose("80mm")
    assert dialog.printer.value() == "Counter"
    dialog.save()
    calm()

    [(pdf, printer)] = sent
    assert printer == "Counter"
    assert round(PdfReader(BytesIO(pdf)).pages[0].mediabox.width) == 227  # points: 80 mm


def test_a_report_with_names_is_not_printed_without_a_purpose(page, run, calm, printed):
    run("receivables", "dues")
    page.result.print.click()
    calm()
    dialog = opened(PrintDialog)
    dialog.save()
    calm()

    assert not printed
    assert dialog.purpose.wrong.text()
    dialog.purpose.set_text("call those who owe")
    dialog.save()
    calm()
    assert len(printed) == 1


def test_a_report_of_nobody_says_so_and_writes_no_locked_file(page, run, calm):
    run("orders", "late")
    page.result.save_wanted.emit("xlsx")
    calm()
    dialog = opened(SaveDialog)

    assert not dialog.save_button.isEnabled()
    assert dialog.purpose.isHidden()
    said = [one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog)]
    assert "Nobody is in this report, so there is nothing to write to a file." in said
    dialog.reject()


def test_without_a_printer_the_dialog_says_what_to_do(page, run, calm, monkeypatch):
    monkeypatch.setattr(printers, "names", list)
    run("sales", "by-day")
    page.result.print.click()
    calm()
    dialog = opened(PrintDialog)

    assert not dialog.save_button.isEnabled()
    assert dialog.warning.text() == printers.NO_PRINTER
    dialog.reject()


def test_a_paper_the_printer_did_not_take_waits_and_is_printed_again(
    page, run, calm, traded, monkeypatch
):
    monkeypatch.setattr(printers, "send", no_paper)
    run("sales", "by-day")
    page.result.print.click()
    calm()
    dialog = opened(PrintDialog)
    dialog.save()
    calm()
    calm()

    assert dialog.wrong.text() == printers.NO_PAPER
    assert "Papers waiting" in dialog.warning.text()
    dialog.reject()
    calm()
    page.read()
    calm()
    assert page.papers.text() == "1 paper waiting"

    papers: list[bytes] = []
    monkeypatch.setattr(printers, "send", lambda pdf, _printer, _title: papers.append(pdf))
    page.papers.click()
    calm()
    listed = opened(PapersWaiting)
    calm()
    listed.again(waiting.waiting(traded)[0])
    calm()
    opened(PrintDialog).save()
    calm()
    calm()
    assert papers
    assert waiting.waiting(traded) == ()
    listed.accept()


def test_a_printer_that_is_gone_is_no_reason_to_wait(page, run, calm, traded, monkeypatch):
    def gone(*_what):
        raise CanFix(printers.GONE, field="printer")

    monkeypatch.setattr(printers, "send", gone)
    run("sales", "by-day")
    page.result.print.click()
    calm()
    dialog = opened(PrintDialog)
    dialog.save()
    calm()

    assert dialog.where.wrong.text() == printers.GONE
    assert waiting.waiting(traded) == ()
    dialog.reject()


def test_waiting_papers_are_ones_own_and_the_same_question_waits_once(page, run, traded, manager):
    run("sales", "by-day")
    for _ in range(2):
        waiting.keep(traded, page.result.figures, purpose="", trouble=printers.SILENT)

    assert len(waiting.waiting(traded)) == 1
    assert waiting.waiting(manager) == ()
    kept = waiting.waiting(traded)[0]
    assert (kept.report, kept.asked.period) == ("sales", page.result.figures.asked.period)


def test_a_report_is_saved_as_csv_with_the_figures_of_the_screen(page, run, calm, tmp_path):
    run("sales", "by-day")
    page.result.save_wanted.emit("csv")
    calm()
    dialog = opened(SaveDialog)
    dialog.keep(tmp_path / "figures")
    calm()

    with (tmp_path / "figures.csv").open(encoding="utf-8-sig") as stream:
        rows = list(csv.reader(stream))
    assert "3500.00" in rows[-1]


def test_a_folder_that_cannot_be_written_is_said_and_the_purpose_stays(
    page, run, calm, tmp_path, monkeypatch
):
    run("receivables", "dues")
    page.result.save_wanted.emit("pdf")
    calm()
    dialog = opened(SaveDialog)
    dialog.purpose.set_text("call those who owe")
    path = str(tmp_path / "nowhere" / "owed.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_more: (path, ""))
    dialog.save()
    calm()

    assert "cannot be written" in dialog.wrong.text()
    assert dialog.purpose.text() == "call those who owe"
    dialog.drop()


def test_a_file_that_names_people_is_locked_and_its_password_shown_once(page, run, calm, tmp_path):
    import zipfile

    run("receivables", "dues")
    page.result.save_wanted.emit("csv")
    calm()
    dialog = opened(SaveDialog)
    dialog.purpose.set_text("call those who owe")
    dialog.keep(tmp_path / "owed.csv")
    calm()
    shown = opened(SavedSealed)

    assert not (tmp_path / "owed.csv").exists()
    assert len(shown.password.text()) > 8
    with zipfile.ZipFile(tmp_path / "owed.csv.zip") as file:
        assert file.infolist()[0].flag_bits & 1
    shown.accept()


def test_more_rows_than_one_may_take_out_alone_ask_for_a_second_person(
    page, run, calm, monkeypatch, tmp_path
):
    from jewelcrm.extraction import rules

    monkeypatch.setattr(rules, "SECOND_ABOVE", 0)
    run("new-customers", "new")
    assert page.result.figures.count == 1
    page.result.save_wanted.emit("csv")
    calm()
    dialog = opened(SaveDialog)
    dialog.purpose.set_text("call those who owe")
    assert dialog.agreed.isVisible()

    dialog.keep(tmp_path / "owed.csv")
    calm()
    asking = dialog.agreed
    assert dialog.wrong.text() or asking.login.wrong.text() or asking.secret.wrong.text()
    assert not list(tmp_path.glob("owed*"))

    dialog.agreed.login.set_text("wing")
    dialog.agreed.secret.set_text(STAFF_PASSWORD)
    dialog.keep(tmp_path / "owed.csv")
    calm()
    assert (tmp_path / "owed.csv.zip").exists()
    opened(SavedSealed).accept()


def test_who_is_alone_in_the_shop_is_asked_for_her_own_password(
    page, run, calm, monkeypatch, tmp_path
):
    from jewelcrm.extraction import rules

    monkeypatch.setattr(rules, "SECOND_ABOVE", 0)
    with page.desk.context().work("left") as work:
        work.conn.execute(staff.update().where(staff.c.login == "wing").values(active=False))
    run("new-customers", "new")
    page.result.save_wanted.emit("csv")
    calm()
    dialog = opened(SaveDialog)
    dialog.purpose.set_text("call those who owe")

    assert dialog.agreed.isVisible()
    assert not dialog.agreed.login.isVisible()
    assert dialog.agreed.secret.label.text() == "Your own password"
    dialog.agreed.secret.set_text(PASSWORD)
    dialog.keep(tmp_path / "owed.csv")
    calm()

    assert (tmp_path / "owed.csv.zip").exists()
    opened(SavedSealed).accept()


def test_a_right_withdrawn_while_the_dialog_stands_open_lets_nothing_out(
    page, run, calm, traded, tmp_path
):
    run("receivables", "dues")
    page.result.save_wanted.emit("csv")
    calm()
    dialog = opened(SaveDialog)
    dialog.purpose.set_text("call those who owe")
    with traded.work() as work:
        work.update(staff, traded.staff.id, role="sales")
    dialog.keep(tmp_path / "owed.csv")
    calm()

    assert "Ask your manager" in dialog.wrong.text()
    assert not list(tmp_path.glob("owed*"))
    dialog.drop()


def test_the_paper_is_looked_at_in_the_window_before_it_is_printed(page, run, calm, qtbot):
    run("sales", "by-day")
    page.result.preview.click()
    calm()
    dialog = opened(ReportPreview)
    qtbot.waitUntil(dialog.save_button.isEnabled)

    assert dialog.pages.text() == "Page 1 of 1"
    dialog.save_button.click()
    calm()
    assert isinstance(opened(Leave), PrintDialog)
    opened(PrintDialog).reject()


# What the printer says --------------------------------------------------------------------


@pytest.fixture
def lpstat(monkeypatch):
    """lpstat(text, code): what CUPS says of the printer; and what is sent to it."""
    sent: list[list[str]] = []

    def says(text: str, code: int = 0) -> list[list[str]]:
        def run(words, paper=None):
            if words[0] == "lpstat":
                return SimpleNamespace(returncode=code, stdout=text.encode())
            sent.append(words)
            return SimpleNamespace(returncode=0, stdout=b"")

        monkeypatch.setattr(printers, "_run", run)
        monkeypatch.setattr(printers, "_by_lp", lambda: True)
        return sent

    return says


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("printer Laser is idle.\n\tAlerts: media-empty-error", printers.NO_PAPER),
        ("printer Laser disabled since Sun -\n\tUnplugged", printers.SILENT),
        ("printer Laser now printing.\n\tAlerts: offline-report", printers.SILENT),
        ("printer Laser is idle.\n\tAlerts: cover-open", printers.OPEN),
        ("printer Laser is idle.\n\tAlerts: toner-empty-error", printers.NO_INK),
    ],
)
def test_what_ails_the_printer_is_said_before_anything_is_sent(lpstat, said, words):
    sent = lpstat(said)

    with pytest.raises(Unavailable, match=words[:20]):
        printers.send(b"%PDF", "Laser", "Sales")
    assert sent == []
    assert words in printers.TROUBLES


def test_a_printer_called_offline_prints(lpstat):
    sent = lpstat("printer Offline-Desk is idle.  enabled since Sun")
    printers.send(b"%PDF", "Offline-Desk", "Sales")

    assert sent == [["lp", "-d", "Offline-Desk", "-t", "Sales"]]


def test_a_printer_that_was_taken_away_is_told_apart(lpstat):
    lpstat("", 1)

    with pytest.raises(CanFix, match="not set up"):
        printers.send(b"%PDF", "Laser", "Sales")
