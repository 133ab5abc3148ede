"""A list brings back somebody who was erased: said at the import, and by a notice."""

from db.shop import syncoffice
from db.shop.syncoffice import Address
from jewelcrm.imports.commands.run import import_file
from jewelcrm.imports.commands.summary import ERASED
from tests.jewelcrm.office.chain import a_customer, a_phone
from tests.jewelcrm.office_visiting.conftest import chain, north  # noqa: F401 - fixtures
from tests.jewelcrm.office_visiting.test_owing import erase

LIST = "Name,Phone\nChan Tai Man,9123 4567\n"


def join(ctx):
    """The store belongs to a head office."""
    where = Address("https://office", "", bytes(16), b"", ctx.store.pc.id, bytes(32), bytes(32))
    with ctx.store.apply(now=ctx.clock.now()) as work:
        syncoffice.join(work.raw, where, letter="B", now=1, at=1, lease_until=1 << 60)
    ctx.store.look_again()


def test_who_imports_in_a_chain_is_told_that_head_office_looks(manager, write):
    assert ERASED not in import_file(manager, write(LIST), "customers", dry_run=True).notes
    join(manager)
    assert ERASED in import_file(manager, write(LIST), "customers").notes


def test_head_office_tells_the_branch_who_of_a_list_was_erased_before(chain, north):  # noqa: F811
    gone, again = a_customer(north), a_customer(north, name="Chan Tai Man again")
    north.send(gone, a_phone(north, bytes.fromhex(gone.id)))
    erase(chain, bytes.fromhex(gone.id))
    north.send(again, a_phone(north, bytes.fromhex(again.id)))
    told = [row for row in chain.rows("notice") if row["kind"] == "erased_before"]
    assert [row["customer_id"].hex() for row in told] == [again.id]
