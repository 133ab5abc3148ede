"""A program that learnt of a table asks for its rows again."""

import msgspec

from jewelcrm.sync import upgrading
from jewelcrm.wire.messages import Feed, Item


def test_rows_of_a_new_table_are_asked_for_until_all_came(peer, office, monkeypatch):
    monkeypatch.setattr(upgrading, "NEW_IN", {2: ("customer",)})
    customer = peer.add_customer()
    peer.settle()
    with peer.store.apply(now=peer.clock.now()) as work:
        work.raw.execute("UPDATE setting SET value = '[1, []]' WHERE key = 'sync.backfill'")
        work.raw.execute("UPDATE customer SET name = 'what an older program made of it'")
    whole, wishes = office.pull, []

    def pull(device, ask):
        wishes.append(ask.backfill)
        answer = whole(device, ask)
        if ask.backfill == ["customer"]:
            return msgspec.structs.replace(answer, backfill=["customer>rest>"])
        if ask.backfill:
            image = office.image(("customer", customer.hex()), "d1")
            item = Item("customer", customer.hex(), "P", 1, 1, image)
            answer.feeds.append(Feed(peer.scope, 1, 1, [item]))
        return answer

    monkeypatch.setattr(office, "pull", pull)
    peer.settle()
    peer.settle()
    assert wishes == [["customer"], ["customer>rest>"], []]
    assert peer.rows("customer")[customer.hex()]["name"] == "Chan Tai Man"
