"""Persons of the test chain who sign in on its PCs, and who forge."""

from __future__ import annotations

from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.office import tables
from db.types import Id, new_id
from jewelcrm import statements
from jewelcrm.office import persons
from jewelcrm.wire.messages import PushAnswer, PushAsk, Tx
from jewelcrm.wire.persons import Session, part_of, text_of
from tests.jewelcrm.office.chain import Pc, carried

SIGNING = 3


class Counter(Protocol):
    """A PC that a person signs in on."""

    id: Id

    @property
    def ms(self) -> int:
        """Its clock."""


class SignIn:
    """A session on a PC: `key` is its own, `vouching` the person's."""

    def __init__(
        self, pc: Counter, person: Id, vouching: Ed25519PrivateKey, seal: str = ""
    ) -> None:
        self.pc, self.person, self.vouching = pc, person, vouching
        self.id, self.begun = new_id(), pc.ms
        self.key = Ed25519PrivateKey.generate()
        self.said = self._said(seal)

    def _said(self, seal: str) -> Session:
        public, vouching = public_of(self.key), public_of(self.vouching)
        statement = statements.of_session(
            self.id,
            person=self.person,
            device=self.pc.id,
            begun=self.begun,
            key=public,
            person_key=vouching,
        )
        return Session(
            self.id.hex(),
            self.person.hex(),
            self.pc.id.hex(),
            self.begun,
            text_of(public),
            text_of(vouching),
            text_of(self.vouching.sign(statement)),
            seal,
        )

    def stamped(self, tx: Tx, *, act: Id | None = None) -> Tx:
        """The transaction as it is done in this session."""
        whole = act or bytes.fromhex(tx.id)
        told = statements.of_act(self.id, tx=whole, hlc=tx.hlc, at=tx.at)
        tx.sess, tx.stamp = self.id.hex(), text_of(self.key.sign(told))
        if act is not None:
            tx.act, tx.part = act.hex(), 7
            tx.id = part_of(act, 7).hex()
        return tx

    def together(self, *txs: Tx) -> dict[str, str]:
        """The session's stamp on all of the transactions, whose own ones are good for nothing."""
        acts = [(bytes.fromhex(tx.act or tx.id), tx.hlc, tx.at) for tx in txs]
        for tx in txs:
            tx.sess, tx.stamp = self.id.hex(), text_of(bytes(64))
        return {self.id.hex(): text_of(self.key.sign(statements.of_acts(self.id, acts)))}


def public_of(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes_raw()


def signing(pc: Pc) -> Pc:
    """The PC as one whose program makes sessions."""
    c, now = tables.device.c, pc.chain.clock.now()
    with pc.chain.store.write() as work:
        work.conn.execute(
            tables.device.update().where(c.id == pc.id).values(signs_since=now, trust_until=now)
        )
    return pc


def sign_in(pc: Pc, person: Id) -> SignIn:
    """A person who has shown head office the password on this PC."""
    key = Ed25519PrivateKey.generate()
    with pc.chain.store.write() as work:
        seal = persons.known_by_password(work, person, pc.id, public_of(key), pc.chain.clock.ms)
    return SignIn(pc, person, key, seal)


def push(
    pc: Pc,
    *txs: Tx,
    sessions: tuple[SignIn, ...] = (),
    stamps: dict[str, str] | None = None,
    behind: int = 0,
) -> PushAnswer:
    """A push that tells of these sessions; `stamps` are theirs on many acts together."""
    pc.req += 1
    told = [one.said for one in sessions]
    ask = PushAsk(
        SIGNING,
        pc.epoch,
        pc.req,
        pc.acked,
        list(txs),
        sessions=told,
        stamps=stamps or {},
        behind=behind,
    )
    answer: PushAnswer = carried(pc.chain.office.push(pc.id, carried(ask)))
    pc.acked = pc.n
    return answer


def whys(answer: PushAnswer) -> list[str | None]:
    """What head office had against each transaction."""
    return [one.why for one in answer.res]
