"""A file with people who were erased by request: asked about before they are added anew."""

from __future__ import annotations

import pytest

from jewelcrm.errors import Unavailable
from jewelcrm.imports.commands import import_file
from jewelcrm.imports.commands.erased import ERASED, NOT_ASKED

FILE = "name,phone,email\nChan Tai Man,9123 4567,\nLee Siu Ming,,siu@example.hk\nHo,6123 4567,\n"
GONE = {("phone", "+85291234567"), ("email", "siu@example.hk")}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "old.csv"
    path.write_text(FILE)
    return path


class HeadOffice:
    def __init__(self, away=False):
        self.asked, self.away = [], away

    def __call__(self, contacts):
        self.asked.append(set(contacts))
        if self.away:
            raise Unavailable("away")
        return GONE & set(contacts)


@pytest.mark.parametrize("dry_run", [True, False])
def test_who_was_erased_is_rejected_with_what_to_do_and_the_others_come_in(ctx, file, dry_run):
    office = HeadOffice()
    done = import_file(ctx, file, "customers", erased=office, dry_run=dry_run)
    assert (done.new, done.rejected) == (1, 2)
    assert {reason for _, reason in done.first_rejects} == {ERASED}
    assert office.asked == [GONE | {("phone", "+85261234567")}]


def test_off_line_the_import_goes_on_and_says_that_nobody_could_be_asked(ctx, file):
    office = HeadOffice(away=True)
    done = import_file(ctx, file, "customers", erased=office)
    assert (done.new, done.rejected) == (3, 0)
    assert NOT_ASKED in done.notes
    assert len(office.asked) == 1


def test_who_is_here_already_is_not_asked_back(ctx, file):
    import_file(ctx, file, "customers")
    file.write_text(FILE + "Chan Tai Man,9123 4567,new@example.hk\n")
    done = import_file(ctx, file, "customers", erased=HeadOffice())
    assert (done.new, done.rejected) == (0, 0)
