"""The one gate: nothing with rows of people leaves unasked, uncounted, unseen or in clear."""

import ast
import errno
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import WrongKey
from db.tables.people import staff
from jewelcrm.access.signin import set_pin
from jewelcrm.errors import CanFix, Denied, Unavailable
from jewelcrm.extraction import BUDGETS, SECOND_ABOVE, Parcel, Second, leave, print_out, sealed
from jewelcrm.extraction.queries import demand
from jewelcrm.extraction.rules import budget_left, needs_second
from tests.conftest import PASSWORD, STAFF_PASSWORD
from tests.leaving import opened

ROOT = Path(__file__).resolve().parents[3]
WING = Second("wing", STAFF_PASSWORD)


def a_parcel(rows=10, *, personal=True, purpose="the auditor asked", **more):
    return Parcel(
        what="sales/lines", form="csv", rows=rows, personal=personal, purpose=purpose, **more
    )


def sent(ctx, path, parcel=None, **more):
    with leave(ctx, parcel or a_parcel(), path, **more) as out:
        out.stream.write(b"Chan Tai Man\r\n")
    return out.left


def sent_while(ctx, path, parcel, meanwhile):
    with leave(ctx, parcel, path) as out:
        out.stream.write(b"Chan Tai Man\r\n")
        meanwhile()


def broken_off(ctx, path, parcel, error):
    with leave(ctx, parcel, path) as out:
        out.stream.write(b"x" * 100_000)
        raise error


def book(ctx):
    with ctx.read() as conn:
        return conn.exec_driver_sql(
            'SELECT "rows", counted, outcome, second FROM extraction ORDER BY at, id'
        ).all()


def denials(ctx):
    with ctx.read() as conn:
        return (
            conn.exec_driver_sql("SELECT action FROM audit_log WHERE outcome = 'denied'")
            .scalars()
            .all()
        )


def test_names_leave_encrypted_and_the_password_opens_them(ctx, tmp_path):
    left = sent(ctx, tmp_path / "out.csv")
    assert left.path == tmp_path / "out.csv.zip"
    assert b"Chan" not in left.path.read_bytes()
    assert opened(left.path, left.password) == b"Chan Tai Man\r\n"
    with pytest.raises(RuntimeError, match="password"):
        opened(left.path, sealed.new_password())


def test_the_password_is_kept_nowhere(ctx, tmp_path, caplog):
    left = sent(ctx, tmp_path / "out.csv")
    assert left.password not in caplog.text
    assert left.password not in repr(left)
    with ctx.read() as conn:
        kept = conn.exec_driver_sql("SELECT * FROM extraction").all()
        kept += conn.exec_driver_sql("SELECT * FROM audit_log").all()
    assert left.password not in repr(kept)


def test_figures_without_names_leave_as_they_are_and_use_up_nothing(ctx, tmp_path):
    left = sent(ctx, tmp_path / "out.csv", a_parcel(9_000, personal=False, purpose=""))
    assert (left.path, left.password) == (tmp_path / "out.csv", None)
    assert book(ctx) == [(9_000, 0, "done", None)]


@pytest.mark.parametrize("purpose", ["", "  ", "x"])
def test_names_do_not_leave_without_a_word_what_for(ctx, tmp_path, purpose):
    with pytest.raises(CanFix, match="needed for"):
        sent(ctx, tmp_path / "out.csv", a_parcel(purpose=purpose))
    assert (list(tmp_path.glob("*out*")), book(ctx)) == ([], [])


def test_sales_staff_are_told_to_ask_their_manager_and_the_try_is_noted(sales, tmp_path):
    with pytest.raises(Denied, match="Ask your manager"):
        sent(sales, tmp_path / "out.csv", a_parcel(personal=False))
    assert list(tmp_path.glob("*out*")) == []
    assert denials(sales) == ["extraction.take"]


def test_the_day_has_so_many_rows_and_then_a_second_person_must_agree(ctx, tmp_path, clock):
    sent(ctx, tmp_path / "a.csv", a_parcel(300))
    with pytest.raises(CanFix, match="200 more"):
        sent(ctx, tmp_path / "b.csv", a_parcel(201))
    sent(ctx, tmp_path / "b.csv", a_parcel(200))
    sent(ctx, tmp_path / "c.csv", a_parcel(50), second=WING)
    assert [row[1] for row in book(ctx)] == [300, 200, 0]
    clock.move(days=1)
    sent(ctx, tmp_path / "d.csv", a_parcel(500))


def test_more_than_five_hundred_at_once_need_a_second_person(ctx, manager, tmp_path):
    with pytest.raises(CanFix, match="second person"):
        sent(ctx, tmp_path / "a.csv", a_parcel(501))
    assert list(tmp_path.glob("*.zip")) == []
    sent(ctx, tmp_path / "a.csv", a_parcel(501), second=WING)
    assert book(ctx) == [(501, 0, "done", manager.staff.id)]


def test_the_second_person_may_say_it_with_the_pin(ctx, manager, tmp_path):
    set_pin(manager, "591736")
    sent(ctx, tmp_path / "a.csv", a_parcel(501), second=Second("wing", "591736"))
    with pytest.raises(WrongKey):
        sent(ctx, tmp_path / "b.csv", a_parcel(501), second=Second("wing", "591737"))


@pytest.mark.parametrize(
    ("second", "error", "words"),
    [
        (Second("wing", "not her password"), WrongKey, "."),
        (Second("mei.chan", PASSWORD), CanFix, "somebody else"),
        (Second("ann", STAFF_PASSWORD), CanFix, "may not take rows out"),
    ],
)
def test_who_cannot_agree_does_not_help(ctx, tmp_path, second, error, words):
    with pytest.raises(error, match=words):
        sent(ctx, tmp_path / "a.csv", a_parcel(501), second=second)
    assert (list(tmp_path.glob("a*")), book(ctx)) == ([], [])


@pytest.fixture
def owner(ctx):
    """The administrator of a shop where nobody else may take rows out."""
    with ctx.work("left") as work:
        work.conn.execute(staff.update().where(staff.c.login == "wing").values(active=False))
    return ctx


def test_who_is_alone_in_a_shop_agrees_with_her_own_password(owner, tmp_path):
    assert demand(owner, rows=501, personal=True).alone
    with pytest.raises(CanFix, match=r"your own password again \(--second mei.chan\)"):
        sent(owner, tmp_path / "a.csv", a_parcel(501))
    with pytest.raises(WrongKey):
        sent(owner, tmp_path / "a.csv", a_parcel(501), second=Second("mei.chan", "not hers"))
    assert list(tmp_path.glob("*.zip")) == []

    sent(owner, tmp_path / "a.csv", a_parcel(501), second=Second("mei.chan", PASSWORD))

    assert book(owner) == [(501, 501, "done", owner.staff.id)]
    with owner.read() as conn:
        noted = conn.exec_driver_sql("SELECT reason FROM audit_log ORDER BY seq DESC").scalar()
    assert "agreed to alone" in noted


def test_the_pin_is_not_enough_to_agree_with_oneself(owner, tmp_path):
    set_pin(owner, "591736")
    with pytest.raises(WrongKey):
        sent(owner, tmp_path / "a.csv", a_parcel(501), second=Second("mei.chan", "591736"))


def test_nobody_agrees_with_oneself_in_a_chain(owner, tmp_path, monkeypatch):
    monkeypatch.setattr(type(owner), "in_chain", True)
    assert not demand(owner, rows=501, personal=True).alone
    with pytest.raises(CanFix, match="somebody else"):
        sent(owner, tmp_path / "a.csv", a_parcel(501), second=Second("mei.chan", PASSWORD))


def test_the_second_persons_word_is_for_one_time(ctx, tmp_path):
    sent(ctx, tmp_path / "a.csv", a_parcel(501), second=WING)
    with pytest.raises(CanFix, match="second person"):
        sent(ctx, tmp_path / "b.csv", a_parcel(501))


def test_a_right_withdrawn_meanwhile_stops_it_before_the_first_byte(manager, ctx, tmp_path):
    with ctx.work("role changed") as work:
        work.update(staff, manager.staff.id, role="sales")
    with pytest.raises(Denied):
        sent(manager, tmp_path / "a.csv")
    assert (list(tmp_path.glob("a*")), book(ctx)) == ([], [])
    assert "extraction" in denials(ctx)


@pytest.mark.parametrize("personal", [True, False])
def test_a_right_withdrawn_while_it_is_written_leaves_no_file(manager, ctx, tmp_path, personal):
    def lose_it():
        with ctx.work("role changed") as work:
            work.update(staff, manager.staff.id, role="sales")

    with pytest.raises(Denied):
        sent_while(manager, tmp_path / "a.csv", a_parcel(personal=personal), lose_it)
    assert [one.name for one in tmp_path.iterdir() if "a.csv" in one.name] == []
    assert [row[2] for row in book(ctx)] == ["failed"]
    assert "extraction" in denials(ctx)


def test_a_right_withdrawn_while_it_is_laid_out_prints_nothing(manager, ctx):
    with pytest.raises(Denied), print_out(manager, a_parcel()), ctx.work("left") as work:
        work.update(staff, manager.staff.id, active=False)
    assert [row[2] for row in book(ctx)] == ["failed"]


def test_somebody_who_left_takes_nothing_along(manager, ctx, tmp_path):
    with ctx.work("left") as work:
        work.update(staff, manager.staff.id, active=False)
    with pytest.raises(Denied):
        sent(manager, tmp_path / "a.csv", a_parcel(personal=False))


def test_a_file_that_was_not_finished_leaves_nothing_but_is_counted(ctx, tmp_path):
    with pytest.raises(ZeroDivisionError):
        broken_off(ctx, tmp_path / "a.csv", a_parcel(100), ZeroDivisionError())
    assert list(tmp_path.glob("*a.csv*")) == []
    assert book(ctx) == [(100, 100, "failed", None)]


def test_a_full_disk_leaves_no_half_file(ctx, tmp_path):
    full = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(Unavailable, match="could not be written"):
        broken_off(ctx, tmp_path / "a.csv", a_parcel(), full)
    assert list(tmp_path.glob("*a.csv*")) == []


def test_a_folder_that_cannot_be_written_is_said_so(ctx, tmp_path):
    no_folder = tmp_path / "file"
    no_folder.write_bytes(b"")
    with pytest.raises(CanFix, match="cannot be written"):
        sent(ctx, no_folder / "a.csv")


def test_a_print_is_noted_and_counted_like_a_file(ctx):
    with print_out(ctx, a_parcel(400)):
        pass
    with pytest.raises(CanFix, match="second person"), print_out(ctx, a_parcel(101)):
        pass
    assert book(ctx) == [(400, 400, "done", None)]


KILLED = """
import os, signal, sys
from pathlib import Path
from jewelcrm.access.signin import sign_in
from tests.conftest import SetClock
from tests.jewelcrm.extraction.test_gate import a_parcel, leave
ctx = sign_in(Path(sys.argv[1]), "mei.chan", sys.argv[2], clock=SetClock())
with leave(ctx, a_parcel(450), Path(sys.argv[1]) / "a.csv") as out:
    out.stream.write(b"x" * 100_000)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_who_kills_the_program_in_the_middle_has_used_the_rows_up(shop, ctx, tmp_path):
    ctx.store.close()
    run = [sys.executable, "-c", KILLED, str(shop.folder), PASSWORD]
    done = subprocess.run(run, cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    from jewelcrm.access.signin import sign_in
    from tests.conftest import SetClock

    again = sign_in(shop.folder, "mei.chan", PASSWORD, clock=SetClock())
    with pytest.raises(CanFix, match="50 more"):
        sent(again, tmp_path / "b.csv", a_parcel(51))
    again.store.close()


def test_what_will_be_asked_is_told_before(ctx, tmp_path):
    assert not demand(ctx, rows=500, personal=True).second_needed
    sent(ctx, tmp_path / "a.csv", a_parcel(1))
    told = demand(ctx, rows=500, personal=True)
    assert (told.left_today, told.second_needed, told.encrypted) == (499, True, True)
    assert not demand(ctx, rows=10**6, personal=False).second_needed


@given(st.sampled_from([*BUDGETS, "auditor", ""]), st.integers(0, 2_000), st.integers(0, 2_000))
def test_nobody_takes_more_alone_than_the_budget_in_any_mix(role, rows, taken):
    alone = not needs_second(role, rows=rows, personal=True, taken=taken)
    assert not alone or (rows <= SECOND_ABOVE and taken + rows <= max(BUDGETS.get(role, 0), taken))
    assert budget_left(role, taken) >= 0


WRITERS = {"private_file"}
HERE_ONLY = {"jewelcrm/extraction/gate.py", "jewelcrm/imports/files.py"}


def test_no_other_module_makes_files_with_rows():
    users = {
        str(path.relative_to(ROOT))
        for folder in ("jewelcrm", "ui", "db")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Name) and node.id in WRITERS
    }
    assert users <= HERE_ONLY


TABLE_WRITERS = {"write_csv", "write_xlsx", "writers"}
THROUGH_THE_GATE = {
    "jewelcrm/imports/tables.py",  # how, not whereto
    "jewelcrm/imports/exports.py",
    "jewelcrm/imports/commands/rejects.py",
    "jewelcrm/reports/outputs/__init__.py",
    "jewelcrm/reports/outputs/tables.py",
    "jewelcrm/reports/outputs/sheets.py",
    "jewelcrm/reports/commands.py",
    "jewelcrm/reports/subscriptions.py",  # into the encrypted store
    "ui/reports/paper.py",  # onto the screen
}


def test_whoever_makes_tables_is_known_to_use_the_gate():
    users = {
        str(path.relative_to(ROOT))
        for folder in ("jewelcrm", "ui")
        for path in (ROOT / folder).rglob("*.py")
        if "office" not in path.parts  # its writers are PCs
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Name) and node.id in TABLE_WRITERS)
        or (isinstance(node, ast.FunctionDef) and node.name in TABLE_WRITERS)
    }
    assert users <= THROUGH_THE_GATE
