import json

import pytest
from sqlalchemy import select

from db.office import tables
from db.types import new_id
from jewelcrm.office import visiting
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire.visiting import LookupAsk, MoveAsk, OpenAsk, ShareAsk
from tests.jewelcrm.office.chain import Chain, a_customer, a_phone, carried


class Desk:
    """Acts of people at a PC, and what came of them."""

    def __init__(self, chain, pc):
        self.chain, self.pc, self.office = chain, pc, chain.office

    def lookup(self, by, text, last_four=None, actor=None):
        ask = LookupAsk((actor or self.chain.sales).hex(), by, text, last_four)
        return carried(visiting.lookup(self.office, self.pc.id, carried(ask)))

    def open(self, ticket, reason="service_here", words="", actor=None):
        ask = OpenAsk((actor or self.chain.sales).hex(), ticket, reason, words)
        return carried(visiting.open_customer(self.office, self.pc.id, carried(ask)))

    def opened(self, customer, **more):
        """Looked up by her number and opened."""
        with self.chain.store.read() as work:
            number = work.rows("customer", [customer])[customer]["number"]
        actor = more.get("actor")
        return self.open(self.lookup("number", number, actor=actor).cards[0].ticket, **more)

    def move(self, customer, branch, actor=None, reason="she lives there now"):
        ask = MoveAsk((actor or self.chain.manager).hex(), customer.hex(), branch.hex(), reason)
        return visiting.move(self.office, self.pc.id, ask)

    def share(self, customer, branch, *, stop=False, actor=None):
        who = (actor or self.chain.manager).hex()
        ask = ShareAsk(who, customer.hex(), branch.hex(), "works there", stop)
        return visiting.share(self.office, self.pc.id, ask)


def refused(act, *args, **more):
    """The code with which it was refused."""
    with pytest.raises(Refusal) as refusal:
        act(*args, **more)
    return refusal.value.code


def notices(chain, branch, kind):
    """What the branch was told, oldest first."""
    rows = [r for r in chain.rows("notice") if r["branch_id"] == branch and r["kind"] == kind]
    return [json.loads(row["params"]) for row in rows]


def audited(chain, action):
    """Outcome and reason of the acts in the log, oldest first."""
    c = tables.audit_log.c
    with chain.store.read() as work:
        rows = work.conn.execute(select(tables.audit_log).where(c.action == action).order_by(c.seq))
        return [(row.outcome, row.reason) for row in rows]


@pytest.fixture
def chain(office_store):
    return Chain(office_store)


@pytest.fixture
def north(chain):
    return chain.pc(chain.north)


@pytest.fixture
def south(chain):
    return chain.pc(chain.south, "B")


@pytest.fixture
def here(chain, south):
    """The desk at the PC of the branch that is not her home."""
    return Desk(chain, south)


@pytest.fixture
def home(chain, north):
    """The desk at her home branch."""
    return Desk(chain, north)


@pytest.fixture
def customer(north):
    """Chan Tai Man of the northern branch, with a phone and an address."""
    key = new_id()
    north.send(
        a_customer(north, key, name_zh="陳大文"),
        a_phone(north, key),
        a_phone(north, key, kind="email", value="Tai@Chan.hk", normal="tai@chan.hk", preferred=0),
    )
    return key
