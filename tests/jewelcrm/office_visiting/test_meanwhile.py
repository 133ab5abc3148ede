"""A part of hers is changed in the very moment in which she is shared."""

import threading
import time

from db.types import new_id
from jewelcrm.office.visiting.records import put_changed
from tests.jewelcrm.office.chain import a_customer, a_phone


def test_what_is_changed_while_she_is_shared_goes_along_as_it_is_then(chain, north, south, home):
    customer, phone = new_id(), new_id()
    north.send(a_customer(north, customer), a_phone(north, customer, phone))
    sharing = threading.Thread(target=lambda: home.share(customer, chain.south))
    with chain.store.write() as work:
        row = work.rows("contact_point", [phone], lock=True)[phone]
        changed = {**row, "label": "home", "rev": 2}
        put_changed(work, "contact_point", [changed], chain.clock.ms, ["label"])
        sharing.start()
        time.sleep(0.5)
    sharing.join(30)
    [item] = south.held()["contact_point"]
    assert (item.rev, item.img["label"]) == (2, "home")
