import os
import signal
import stat
import subprocess
import sys
import textwrap
from dataclasses import replace

import pytest

from jewelcrm.access.signin import sign_in
from jewelcrm.doctor.queries import examine
from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.imports.commands import forget_map, import_file, run, save_map
from jewelcrm.imports.commands import run as running
from jewelcrm.imports.queries import broken_off, kept_maps, look, map_named
from jewelcrm.imports.rules.mapping import Mapping
from tests.conftest import PASSWORD
from tests.jewelcrm.imports.conftest import count, rows_of


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch):
    monkeypatch.setattr(running, "BATCH_ROWS", 10)


def people(many):
    rows = "".join(f"Customer Number{n},9{n % 8 + 1}{n:06d}\n" for n in range(many))
    return f"name,phone\n{rows}"


def lines(orders):
    head = "order no,sku,qty,price,date,customer id\n"
    rows = [f"{n},S{n % 7},{k},1.00,2020-01-05,{n % 9}\n" for k in (1, 2, 3) for n in range(orders)]
    return head + "".join(rows)


def test_a_dry_run_decides_every_row_and_writes_nothing(ctx, write, tmp_path):
    text = people(25) + "Customer Number1,92000001\n,\n" + ",,\n"
    before = [count(ctx, table) for table in ("change", "import_run", "import_reject", "audit_log")]

    dry = import_file(ctx, write(text), "customers", dry_run=True)
    after = [count(ctx, table) for table in ("change", "import_run", "import_reject", "audit_log")]
    wet = import_file(ctx, write(text), "customers")

    assert before == after
    assert dry.dry_run
    assert (dry.read, dry.new, dry.matched) == (wet.read, wet.new, wet.matched) == (28, 25, 1)
    assert [path.name for path in tmp_path.glob("*.rejected*")] == []


def test_a_dry_run_says_row_by_row_what_would_happen(ctx, write):
    text = (
        "name,phone,shoes\nAnn Lee,91234567,y\n,,y\n\u202eAnn Lee,91234567,\n,,\n"
        + "x,y,z,1\n" * 30
    )

    done = import_file(ctx, write(text), "customers", dry_run=True)

    ends = [(one.row, one.end) for one in done.rows]
    assert ends[:4] == [(1, "new"), (2, "rejected"), (3, "matched"), (4, "skipped")]
    assert len(ends) == 20
    assert done.rows[0].cells == {"name": "Ann Lee", "phone": "91234567"}
    assert "has no name" in done.rows[1].reason
    assert done.rows[2].cells["name"] == "Ann Lee"


def test_a_dry_run_of_orders_tells_the_rows_in_the_order_of_the_file(ctx, write):
    done = import_file(ctx, write(lines(9)), "orders", dry_run=True)

    assert [(one.row, one.end) for one in done.rows] == [(n, "new") for n in range(1, 21)]
    assert import_file(ctx, write(lines(9)), "orders").rows == []


def test_a_dry_run_of_orders_finds_what_the_real_one_makes(ctx, write):
    path = write(lines(20))

    dry = import_file(ctx, path, "orders", dry_run=True)
    wet = import_file(ctx, path, "orders")

    assert dry.made == wet.made == {"orders": 20, "customers": 9, "products": 7}
    assert dry.new == wet.new == 60


def test_a_stopped_import_goes_on_where_it_was(ctx, write):
    path = write(people(45))

    stopped = import_file(ctx, path, "customers", cancelled=lambda: True)
    rest = import_file(ctx, path, "customers")

    assert stopped.stopped
    assert stopped.read == 10
    assert (rest.resumed, rest.read, rest.new) == (True, 45, 45)
    assert count(ctx, "customer") == 45


def test_an_unfinished_import_is_known_until_it_is_done(ctx, write):
    path = write(people(25))

    import_file(ctx, path, "customers", cancelled=lambda: True)
    assert broken_off(ctx) == ["customers"]
    import_file(ctx, path, "customers")
    assert broken_off(ctx) == []


def test_progress_tells_how_many_of_how_many(ctx, write):
    told = []

    import_file(ctx, write(lines(20)), "orders", progress=lambda n, total: told.append((n, total)))

    assert told[-1] == (60, 60)
    assert [n for n, _ in told] == sorted(n for n, _ in told)


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from db.shop import keys, osring
    keys.POLICY = keys.Cost(memory=64, passes=1)
    osring.find = lambda: None
    from jewelcrm.access.signin import sign_in
    from jewelcrm.imports.commands import import_file, run, runs
    run.BATCH_ROWS = 10
    ctx = sign_in(Path(sys.argv[1]), "mei.chan", sys.argv[2])
    left = int(sys.argv[5])
    def die_at(function, name):
        def step(*args, **more):
            global left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*args, **more)
        return step
    run.runs.keep = die_at(runs.keep, "keep")
    import_file(ctx, Path(sys.argv[3]), sys.argv[4], progress=die_at(lambda *_: None, "progress"))
"""


@pytest.mark.parametrize("kind", ["customers", "orders"])
@pytest.mark.slow
def test_kill_minus_9_at_any_point_and_running_again_ends_as_if_nothing_had_happened(
    shop, write, kind
):
    path = write(people(60) if kind == "customers" else lines(20))
    for step in (0, 1, 2, 3, 2, 1):
        code = _run_and_kill(shop.folder, path, kind, step)
        assert code == -signal.SIGKILL
    ctx = sign_in(shop.folder, "mei.chan", PASSWORD)
    try:
        assert _whole(ctx)
        done = import_file(ctx, path, kind)
        assert (done.resumed, done.read, done.new, done.matched) == (True, 60, 60, 0)
        assert count(ctx, "customer") == (60 if kind == "customers" else 9)
        assert count(ctx, "order_line") == (0 if kind == "customers" else 60)
        assert _whole(ctx)
    finally:
        ctx.store.close()


def _run_and_kill(folder, path, kind, step):
    program = [sys.executable, "-c", textwrap.dedent(KILLED), folder, PASSWORD, path, kind, step]
    return subprocess.run(
        [str(part) for part in program],
        capture_output=True,
        check=False,
        timeout=60,
        env=os.environ,
    ).returncode


def _whole(ctx):
    """Every order that can be seen has all of its lines, every customer her phone."""
    short = rows_of(
        ctx,
        "SELECT 1 FROM sales_order o WHERE 3 <>"
        " (SELECT count(*) FROM order_line WHERE order_id = o.id)",
    )
    return not short and count(ctx, "contact_point") in {0, count(ctx, "customer")}


def test_rejects_survive_a_break_and_are_closed_to_others(ctx, write, tmp_path):
    path = write(
        "vip,name,phone\nx,,\n"
        + "".join(f"y,Ann{n} Lee,9{n % 8 + 1}{n:06d}\n" for n in range(30))
        + "z,,\n"
    )
    import_file(ctx, path, "customers", cancelled=lambda: True)

    done = import_file(ctx, path, "customers", rejects_to=tmp_path / "bad.csv")

    assert done.rejected == 2
    assert (tmp_path / "bad.csv").read_text("utf-8-sig").splitlines()[1:] == [
        'x,,,"has no name, phone, e-mail or number"',
        'z,,,"has no name, phone, e-mail or number"',
    ]
    assert stat.S_IMODE((tmp_path / "bad.csv").stat().st_mode) == 0o600
    assert count(ctx, "import_reject") == 0


def test_rejects_never_overwrite_a_file_that_is_there(ctx, write, tmp_path):
    path = write("vip,name\nx,\n")

    first = import_file(ctx, path, "customers")
    second = import_file(ctx, path, "customers")

    assert first.rejects_file == str(tmp_path / "list.rejected.csv")
    assert second.rejects_file == str(tmp_path / "list.rejected-2.csv")


def test_an_import_leaves_a_line_in_the_audit_log_without_any_value(ctx, write):
    import_file(ctx, write(people(3)), "customers")

    ((action, columns, reason),) = rows_of(
        ctx, "SELECT action, columns, reason FROM audit_log ORDER BY seq DESC LIMIT 1"
    )
    assert (action, reason) == ("imports.run", "customers")
    assert "Number1" not in str(columns)


def test_a_mapping_is_kept_by_name_and_used_again(ctx, write):
    mapping = Mapping("customers", {"A": "name", "B": "phone"})
    save_map(ctx, "Old till", mapping)

    assert map_named(ctx, "Old till") == mapping
    assert [one.name for one in kept_maps(ctx, "customers")] == ["Old till"]
    done = import_file(
        ctx, write("A,B\nAnn Lee,91234567\n"), "customers", mapping=map_named(ctx, "Old till")
    )
    assert done.new == 1
    forget_map(ctx, "Old till")
    with pytest.raises(CanFix, match="no mapping called"):
        map_named(ctx, "Old till")


def test_a_look_at_a_file_says_how_it_was_understood(ctx, write):
    seen = look(ctx, write("Name;Tel\nAnn;91234567\nBob\n"), "customers")

    assert (seen.facts.delimiter, seen.columns) == (";", ["Name", "Tel"])
    assert seen.rows == [["Ann", "91234567"], ["Bob", ""]]
    assert seen.mapping.columns == {"Name": "name", "Tel": "phone"}
    assert seen.enough


def test_numbers_from_our_own_export_are_never_given_out_again(ctx, write):
    (own,) = rows_of(ctx, "SELECT branch_code, letter FROM pc")
    from db.shop.numbers import paper_number

    number = paper_number(*own, 900)

    import_file(ctx, write(f"jewelcrm_number,name\n{number},Ann Lee\n"), "customers")
    import_file(ctx, write("name,phone\nBob Ng,61234567\n", "b.csv"), "customers")

    assert rows_of(ctx, "SELECT number FROM customer ORDER BY id") == [
        (number,),
        (paper_number(*own, 901),),
    ]


def test_a_place_for_rejects_that_cannot_be_written_is_refused_before_the_first_row(
    ctx, write, tmp_path
):
    path = write("vip,name\n,Ann Lee\nx,\n")

    for place in (tmp_path / "none" / "r.csv", tmp_path):
        with pytest.raises(CanFix, match="--rejects"):
            import_file(ctx, path, "customers", rejects_to=place)

    assert count(ctx, "customer") == count(ctx, "import_run") == 0
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".csv"] == ["list.csv"]


def test_rejects_that_could_not_be_written_are_kept_for_the_next_time(
    ctx, write, tmp_path, monkeypatch
):
    path = write("vip,name\n,Ann Lee\nx,\n")
    with monkeypatch.context() as broken:
        broken.setattr(running.rejects, "write", _full)
        first = import_file(ctx, path, "customers")

    again = import_file(ctx, path, "customers", rejects_to=tmp_path / "bad.csv")

    assert (first.new, first.rejected, first.rejects_file) == (1, 1, None)
    assert any("--rejects" in note for note in first.notes)
    assert again.rejects_file == str(tmp_path / "bad.csv")
    assert len((tmp_path / "bad.csv").read_text("utf-8-sig").splitlines()) == 2
    assert count(ctx, "customer") == 1
    assert broken_off(ctx) == []


def _full(*_, **_words):
    raise Unavailable("The file could not be written: No space left on device.")


def test_an_import_is_in_the_audit_log_from_its_first_moment(ctx, write):
    seen = []

    def look_at_log(*_):
        seen.append([a for (a,) in rows_of(ctx, "SELECT action FROM audit_log ORDER BY seq")][-1])

    import_file(ctx, write(people(15)), "customers", progress=look_at_log)

    assert seen[0] == "imports.begun"
    last = rows_of(ctx, "SELECT action FROM audit_log ORDER BY seq DESC LIMIT 2")
    assert last == [("imports.run",), ("imports.begun",)]


def test_an_import_that_failed_before_any_row_is_not_left_unfinished(ctx, write, monkeypatch):
    monkeypatch.setattr(running, "_work_through", _full)

    with pytest.raises(Unavailable):
        import_file(ctx, write(people(5)), "customers")

    assert broken_off(ctx) == []
    last = rows_of(ctx, "SELECT action, outcome FROM audit_log ORDER BY seq DESC LIMIT 1")
    assert last == [("imports.run", "failed")]


def test_the_doctor_says_that_an_import_is_unfinished(ctx, write):
    path = write(people(25))
    import_file(ctx, path, "customers", cancelled=lambda: True)
    amber = next(line for line in examine(ctx) if line.check == "imports")
    import_file(ctx, path, "customers")
    green = next(line for line in examine(ctx) if line.check == "imports")

    assert (amber.light, green.light) == ("amber", "green")
    assert "unfinished" in amber.words


def test_mended_rows_go_where_the_rows_they_were_rejected_from_went(ctx, write, tmp_path):
    by_hand = Mapping("customers", {"no": "external_key", "who": "name", "tel": "phone"})
    by_hand = replace(by_hand, source="pos1")
    import_file(ctx, write("no,who,tel\n7,Ann Lee,91234567\n8,,\n"), "customers", mapping=by_hand)
    rejected = tmp_path / "list.rejected.csv"
    rejected.write_text(rejected.read_text("utf-8-sig").replace("8,,", "8,Bo Yip,61234567"))

    shown = look(ctx, rejected, "customers")
    done = import_file(ctx, rejected, "customers")

    assert shown.mapping == by_hand
    assert done.new == 1
    assert rows_of(ctx, "SELECT name, external_key FROM customer ORDER BY id") == [
        ("Ann Lee", "pos1:7"),
        ("Bo Yip", "pos1:8"),
    ]


def test_a_reason_column_of_somebody_elses_file_is_only_a_column(ctx, write):
    import_file(
        ctx,
        write("who,tel\nAnn Lee,91234567\n,\n"),
        "customers",
        mapping=Mapping("customers", {"who": "name", "tel": "phone"}),
    )

    assert look(ctx, write("name,Reason\nBo,liked it\n", "b.csv"), "customers").mapping.columns == {
        "name": "name"
    }


def test_the_log_does_not_call_a_trial_an_import(ctx, write, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(run.log, "info", lambda event, **_facts: told.append(event))
    path = write("name,phone\nHo Mei,9555 2001\n")
    import_file(ctx, path, "customers", dry_run=True)
    import_file(ctx, path, "customers")
    assert [event for event in told if event.startswith("import ")] == [
        "import tried",
        "import done",
    ]
