"""A PC's clock may be wrong: when its backups came to head office is told beside what it says."""

from __future__ import annotations

import base64
import datetime as dt

import pytest

from db.backup.vault import Vault
from db.types import from_millis, new_id, to_millis
from jewelcrm import console
from jewelcrm.office import backed_up, offsite
from jewelcrm.office.verbs import device as device_verb
from jewelcrm.office.verbs import offsite as offsite_verb

MINUTE = 60_000
HOUR = 60 * MINUTE
YEAR = 365 * 24 * HOUR


@pytest.fixture
def pc(small_office):
    return small_office.pc()


def left_here(office, pc, *, off=0, seq=1):
    """A backup of the PC, whose clock is so many milliseconds off; its name says so, too."""
    made = to_millis(office.clock.now()) + off
    point = f"{from_millis(made):%Y%m%d-%H%M%S}-{seq:06x}"
    paper = pc.paper(pc.answer.branch_id, id=point, made=made, seq=seq)
    sent = pc.post("/v1/backup/paper", {"paper": base64.b64encode(paper).decode()})
    assert sent.json() == {"kept": True}
    return point


def vault_of(office, pc):
    return office.line.app.state.site.folder / offsite.FOLDER / pc.id.hex()


def ids(office, pc):
    with Vault(vault_of(office, pc)) as vault:
        return [one.id for one in offsite.lying(vault)]


def row(office, pc):
    return offsite_verb._row(vault_of(office, pc), {pc.id.hex(): "HK01-A"})


@pytest.mark.parametrize(
    ("off", "told"), [(-YEAR, True), (11 * MINUTE, True), (9 * MINUTE, False), (0, False)]
)
def test_a_backup_with_a_false_time_is_listed_with_when_it_came(small_office, pc, off, told):
    point = left_here(small_office, pc, off=off)
    now = small_office.clock.now()
    [listed] = row(small_office, pc)["backups"]
    assert (listed["id"], listed["apart"]) == (point, told)
    assert listed["came_at"] == console.iso(now)
    assert listed["made_at"] == console.iso(from_millis(to_millis(now) + off))
    words = offsite_verb._words([listed])
    assert words.startswith("1 backup, the newest made ")
    assert (f"by that PC's clock; it came {console.moment(now)}" in words) == told


def test_when_a_backup_came_stays_known_when_head_office_has_read_it(small_office, pc):
    left_here(small_office, pc)
    came = to_millis(small_office.clock.now())
    small_office.clock.move(days=2)
    small_office.line.app.state.site.off_site.tidy()
    with Vault(vault_of(small_office, pc)) as vault:
        [one] = offsite.lying(vault)
    assert (one.came, one.read) == (came, to_millis(small_office.clock.now()))


def test_what_comes_while_head_office_reads_another_is_known_with_its_time(
    small_office, pc, monkeypatch
):
    left_here(small_office, pc)
    whole = offsite._read

    def meanwhile(*what):
        left_here(small_office, pc, off=MINUTE, seq=2)
        return whole(*what)

    monkeypatch.setattr(offsite, "_read", meanwhile)
    small_office.line.app.state.site.off_site.tidy()
    with Vault(vault_of(small_office, pc)) as vault:
        first, second = offsite.lying(vault)
    assert (first.read > 0, second.came) == (True, to_millis(small_office.clock.now()))


def test_the_newest_is_the_last_that_was_made_whatever_the_clock_said(small_office, pc):
    early = left_here(small_office, pc, off=YEAR, seq=1)
    late = left_here(small_office, pc, seq=2)
    assert ids(small_office, pc) == [early, late]


def test_backups_of_a_clock_that_was_a_year_fast_are_kept_as_any_others(small_office, pc):
    site = small_office.line.app.state.site
    points = []
    for seq in range(1, 7):
        points.append(left_here(small_office, pc, off=YEAR, seq=seq))
        for _ in range(3):
            small_office.clock.move(hours=8)
            site.off_site.tidy()
    assert ids(small_office, pc) == points
    small_office.clock.move(days=95)
    left_here(small_office, pc, seq=7)
    for _ in range(3):
        small_office.clock.move(hours=30)
        site.off_site.tidy()
    assert points[0] not in ids(small_office, pc)


def said(office, pc, at):
    now = to_millis(office.clock.now())
    office.store.run(lambda work: backed_up.note(work, pc, at, now))
    with office.store.read() as work:
        return backed_up.told(work, [pc])[pc], backed_up.first_heard(work, [pc])[pc]


def test_a_backup_from_the_future_grows_old_although_the_pc_tells_of_it_each_day(head_office):
    pc, began = new_id(), head_office.clock.now()
    future = to_millis(began) + YEAR
    for _ in range(4):
        told, heard = said(head_office, pc, future)
        head_office.clock.move(days=1)
    assert told - began < dt.timedelta(minutes=6)
    assert (heard.came, heard.is_apart()) == (to_millis(began), True)
    told, heard = said(head_office, pc, to_millis(head_office.clock.now()) - MINUTE)
    assert head_office.clock.now() - told == dt.timedelta(minutes=1)
    assert not heard.is_apart()


@pytest.mark.parametrize("off", [-YEAR, 11 * MINUTE])
def test_the_list_of_pcs_tells_both_moments_when_they_are_far_apart(head_office, off):
    pc = head_office.pc()
    now = head_office.clock.now()
    said(head_office, pc.id, to_millis(now) + off)
    listed = device_verb._everything(head_office.store, now)
    assert listed["devices"][0]["backup_heard_at"] == console.iso(now)
    assert f"by its clock, and was heard of {console.moment(now)}" in listed["text"]
    said(head_office, pc.id, to_millis(now) - MINUTE)
    assert "by its clock" not in device_verb._everything(head_office.store, now)["text"]


def test_a_pc_that_was_off_overnight_tells_of_yesterdays_backup_and_nobody_wonders(head_office):
    pc, now = head_office.pc(), head_office.clock.now()
    said(head_office, pc.id, to_millis(now) - 15 * HOUR)
    assert "by its clock" not in device_verb._everything(head_office.store, now)["text"]
