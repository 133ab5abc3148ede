"""Search: every keystroke, a mix of whole questions, recall, and what it adds to a commit.

The bare limit is the same FTS5 expression on the same connection, without our Python: fifty row
numbers, newest first. LIKE on the tables is what one would do without an index. As in limits.md 3,
the system has the file in its memory: what its disk takes is no work of the search.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from db.shop import search as index
from db.shop.captured import captured
from db.shop.connect import FILE_NAME
from db.shop.fold import fold
from db.shop.search import romanise
from db.shop.search.entry import of_paper
from db.shop.search.tables import WORDED, rows_of
from db.tables.orders import sales_order
from db.tables.payments import payment
from jewelcrm.context import Context
from jewelcrm.search.commands import tidy_all
from jewelcrm.search.queries import search
from resources.find import find
from tests.benchmarks.figures import BUILD, Figure, big_store, percentile, times

PEOPLE = 60  # whose names and phones are typed key by key
QUESTIONS = 1200
COMPARED = 40  # questions compared with a look at every record
SCANS = 12  # questions asked of LIKE
COMMITS = 200

NASTY = [
    *("a", "9", "c", "wong", "chan w", "a b c", '"', "*", "OR", "AND NOT", "(", "-", "'", "%", "_"),
    *(
        "陳",
        "ä",
        "ﾊ",
        "😀",
        "0",
        "00",
        "000",
        "852",
        "gmail",
        "com",
        "hk",
        "@",
        ".",
        "chan chan chan",
    ),
    *("9 9 9", "NEAR(a b)", "x:y", "^a", "li", "ng", "so", "ho", "au", "陳大", "１２３", "HK01"),
]


@dataclass(frozen=True, slots=True)
class Known:
    """A customer picked at random."""

    name: str
    chinese: str
    phone: str
    mail: str
    number: str


def run(scale: int) -> list[dict[str, object]]:
    """All figures at a store of `scale` customers."""
    _into_memory(BUILD / f"store-{scale}" / FILE_NAME)
    ctx = big_store(scale)
    tidy_all(ctx)  # what other benchmarks wrote; a shop's PC does it in its pauses
    try:
        return [figure.row() for figure in _figures(ctx, scale)]
    finally:
        ctx.store.close()


def _into_memory(store: Path) -> None:
    """Before it is opened: to close a file gives up the locks that SQLite holds on it."""
    if store.exists():
        with store.open("rb") as file:
            while file.read(1 << 20):
                pass


def _figures(ctx: Context, scale: int) -> Iterator[Figure]:
    chance = random.Random(20)
    with ctx.read() as conn:
        people = _pick(conn, chance, 400)
        keys = [k for p in people[:PEOPLE] for t in (p.name, p.phone, p.chinese) for k in _keys(t)]
        mix = [_question(chance, person) for person in people * (QUESTIONS // 400)] + list(NASTY)
        chance.shuffle(mix)
        for text in mix[:100]:  # the first questions of a day open the upper pages
            _bare(conn, text)
    size = f"{scale:,} customers"
    ours, bare = _both(ctx, keys)
    yield Figure(f"search: every keystroke, p99, {size}", ours, bare, 16.0, "ms CPU")
    ours, bare = _both(ctx, mix)
    yield Figure(f"search: mix of whole questions, p99, {size}", ours, bare, 5.0, "ms CPU")
    ours, bare = _both(ctx, mix, part=0.5)
    yield Figure(f"search: mix of whole questions, p50, {size}", ours, bare, 2.0, "ms CPU")
    yield _against_like(ctx, mix)
    yield _recall(ctx, people, chance)
    yield _commit(ctx)
    yield _loading()


def _both(ctx: Context, texts: list[str], part: float = 0.99) -> tuple[float, float]:
    ours = times(lambda n: search(ctx, texts[n]), len(texts), cpu=True)
    with ctx.read() as conn:
        bare = times(lambda n: _bare(conn, texts[n]), len(texts), cpu=True)
    return percentile(ours, part), percentile(bare, part)


def _bare(conn: Connection, text: str) -> None:
    """What FTS5 itself costs for the same question."""
    asked = index.read(text)
    if asked is None:
        return
    raw: Any = conn.connection.driver_connection
    first, last = rows_of(WORDED[0])[0], rows_of(WORDED[-1])[1]
    raw.execute(
        "SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ?"
        " ORDER BY rowid DESC LIMIT 50",
        (asked.match, first, last),
    ).fetchall()


def _against_like(ctx: Context, mix: list[str]) -> Figure:
    texts = [text for text in mix if len(text) > 3][:SCANS]
    with ctx.read() as conn:
        like = times(lambda n: _like(conn, texts[n]), len(texts), cpu=True)
    ours = times(lambda n: search(ctx, texts[n]), len(texts), cpu=True)
    return Figure(
        "search: p50 beside LIKE on the tables",
        percentile(ours, 0.5),
        percentile(like, 0.5),
        0.05,
        "ms CPU",
        ratio=True,
    )


def _like(conn: Connection, text: str) -> None:
    part = f"%{text}%"
    conn.exec_driver_sql(
        "SELECT id FROM customer WHERE name LIKE ? OR name_zh LIKE ? UNION"
        " SELECT customer_id FROM contact_point WHERE normal LIKE ? LIMIT 50",
        (part, part, part),
    ).fetchall()


def _recall(ctx: Context, people: list[Known], chance: random.Random) -> Figure:
    """Every record of the rule among the answers, against a look at all of them."""
    asked = [_strict(chance, person) for person in chance.sample(people, COMPARED)]
    right: list[set[bytes]] = [set() for _ in asked]
    with ctx.read() as conn:
        for row_id, words, chinese, phones in _everyone(conn):
            for place, (_, test) in enumerate(asked):
                if test(words, chinese, phones):
                    right[place].add(row_id)
        wanted = met = 0
        for (text, _), ids in zip(asked, right, strict=True):
            found = {
                hit.row_id for hit in index.find(conn, text, {"customer"}, limit=index.CANDIDATES)
            }
            wanted += min(len(ids), index.CANDIDATES)
            met += min(len(found & ids), index.CANDIDATES)
    return Figure(
        "search: recall against every record", 100 * met / wanted, 100.0, 100.0, "%", least=True
    )


Test = Callable[[list[str], str, str], bool]


def _strict(chance: random.Random, person: Known) -> tuple[str, Test]:
    """A question, and the rule for it said without the index."""
    words = re.findall(r"[^\W_]+", fold(person.name))
    digits = person.phone.lstrip("+")
    at = chance.randrange(len(digits) - 6)
    run = digits[at : at + chance.randint(4, 8)]
    han = fold(person.chinese)
    latin = chance.choice(romanise.tokens(person.chinese)) if person.chinese else words[0]
    pair = f"{words[0]} {run[:4]}"
    every = " ".join(words)
    return chance.choice(
        [
            (run, lambda w, c, p: _has_digits(w, p, run)),
            (pair, lambda w, c, p: _has_digits(w, p, run[:4]) and _begins(w, words[0])),
            (every, lambda w, c, p: all(_begins(w, word) for word in words)),
            (latin, lambda w, c, p: _begins(w, latin)),
            (person.chinese or run, lambda w, c, p: (han in c) if han else _has_digits(w, p, run)),
        ]
    )


def _begins(words: list[str], part: str) -> bool:
    return any(word.startswith(part) for word in words)


def _has_digits(words: list[str], phones: str, run: str) -> bool:
    """Anywhere in a phone, at the end of her number (after |), or at the start of a word."""
    known, number = phones.split("|")
    return run in known or number.endswith(run) or number[:-1].endswith(run) or _begins(words, run)


def _everyone(conn: Connection) -> Iterator[tuple[bytes, list[str], str, str]]:
    """Words, Chinese name and digits of every customer, from the tables alone."""
    rows = conn.exec_driver_sql(
        "SELECT c.id, c.name, c.name_zh, c.preferred_name, group_concat(p.normal, ' '), c.number"
        " FROM customer c LEFT JOIN contact_point p"
        " ON p.customer_id = c.id AND p.archived_at IS NULL"
        " WHERE c.archived_at IS NULL AND c.merged_into IS NULL GROUP BY c.id"
    )
    for row_id, name, chinese, preferred, contacts, number in rows:
        given = (contacts or "").split()
        phones = " ".join(c for c in given if c.startswith("+"))
        mails = " ".join(c for c in given if not c.startswith("+"))
        words = re.findall(r"[^\W_]+", fold(f"{name} {preferred or ''} {mails}"))
        words += romanise.tokens(chinese) if chinese else ()
        yield row_id, words, fold(chinese or ""), f"{phones}|{number.replace('-', '')}"


def _commit(ctx: Context) -> Figure:
    """What keeping the index adds to the commit of an order with its payment.

    What was captured is read for the sums and the kept rows too. Bare: FTS5 takes the same numbers
    as words and writes them to its pages.
    """
    taken: list[float] = []
    bare: list[float] = []
    for _ in range(COMMITS):
        with ctx.work("benchmark") as work:
            one, two = work.next_numbers(2)
            order = work.insert(sales_order, number=one, **_an_order(ctx))
            work.insert(payment, receipt_number=two, order_id=order, **_a_payment(ctx))
            found = captured(work.raw, work.tx, work.after)
            start = time.process_time()
            index.take_in(work.raw, found)
            index.refresh(work.raw)
            taken.append((time.process_time() - start) * 1000)
            bare.append(_bare_insert(work.raw, [one, two]))
    ours, theirs = percentile(taken, 0.5), percentile(bare, 0.5)
    return Figure("search: added to an order's commit, p50", ours, theirs, 0.3, "ms CPU")


def _bare_insert(raw: Any, numbers: list[str]) -> float:
    """Milliseconds that FTS5 takes for two papers, which are taken out again."""
    _, last = rows_of(WORDED[-1])
    words = [(last - n, " ".join(of_paper([number]).keys)) for n, number in enumerate(numbers)]
    raw.execute("SAVEPOINT bare")
    start = time.process_time()
    raw.executemany("INSERT INTO search_index(rowid, t) VALUES (?, ?)", words)
    raw.execute("INSERT INTO search_index(search_index) VALUES ('flush')")
    taken = (time.process_time() - start) * 1000
    raw.execute("ROLLBACK TO bare")
    raw.execute("RELEASE bare")
    return taken


def _loading() -> Figure:
    """The first Chinese name of a run waits for the tables of readings."""

    def load(_: int) -> None:
        for table in (romanise._tables, romanise._surnames, romanise._of, romanise.tokens):
            table.cache_clear()
        romanise.tokens("陳大文")

    bare = times(lambda _: find("search/readings.txt").read_text("utf-8").split("\n"), 5, cpu=True)
    ours = times(load, 5, cpu=True)
    return Figure("search: tables of readings loaded", min(ours), min(bare), 40.0, "ms CPU")


def _an_order(ctx: Context) -> dict[str, object]:
    now = ctx.clock.now()
    return {
        "kind": "sale",
        "channel": "counter",
        "stage": "collected",
        "stage_since": now,
        "placed_at": now,
        "rush": False,
        "currency": "HKD",
    }


def _a_payment(ctx: Context) -> dict[str, object]:
    return {
        "kind": "balance",
        "method": "cash",
        "amount_cents": 100,
        "currency": "HKD",
        "taken_at": ctx.clock.now(),
    }


def _pick(conn: Connection, chance: random.Random, count: int) -> list[Known]:
    first, _ = rows_of("customer")
    newest = conn.exec_driver_sql(
        "SELECT max(rowid) FROM search_entry WHERE kind = 'customer'"
    ).scalar_one()
    people: list[Known] = []
    while len(people) < count:
        row = conn.exec_driver_sql(
            "SELECT c.name, c.name_zh, c.number,"
            " (SELECT normal FROM contact_point p WHERE p.customer_id = c.id AND kind = 'phone'),"
            " (SELECT normal FROM contact_point p WHERE p.customer_id = c.id AND kind = 'email')"
            " FROM search_entry e JOIN customer c ON c.id = e.row_id WHERE e.rowid = ?",
            (chance.randint(first, newest),),
        ).first()
        if row is not None and row[3]:
            people.append(Known(row[0], row[1] or "", row[3], row[4] or "", row[2]))
    return people


def _keys(text: str) -> list[str]:
    return [text[: end + 1] for end in range(len(text))]


def _question(chance: random.Random, person: Known) -> str:
    """A whole question as it is typed at the counter."""
    words = person.name.replace(",", "").split()
    digits = person.phone.lstrip("+")
    at = chance.randrange(len(digits) - 3)
    part = chance.sample(words, min(len(words), 2))
    latin = romanise.tokens(person.chinese) if person.chinese else words
    return chance.choice(
        (
            digits[at : at + chance.randint(3, 8)],
            digits[-4:],
            words[0][: chance.randint(2, 6)],
            " ".join(chance.sample(words, len(words))),
            " ".join([*part[:-1], part[-1][:2]]),
            person.chinese[: chance.randint(1, 3)] or words[0],
            person.chinese[1:] or words[-1],
            chance.choice(latin),
            person.mail.split("@")[0] or digits[-5:],
            person.number[-7:],
            person.number,
            f"{words[0][:3]} {digits[-4:]}",
        )
    )
