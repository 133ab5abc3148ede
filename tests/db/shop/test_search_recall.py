"""Nothing that the rule finds is missed: the index against a plain look at every record."""

import random
import re
from dataclasses import dataclass, field

import pytest

from db.shop import search
from db.shop.fold import fold
from db.shop.search import romanise
from db.tables.customers import contact_point, customer
from db.tables.orders import sales_order
from db.types import new_id
from tests.conftest import NOON

SURNAMES = [
    "陳 Chan",
    "黃 Wong",
    "李 Lee",
    "梁 Leung",
    "張 Cheung",
    "林 Lam",
    "曾 Tsang",
    "吳 Ng",
    "歐陽 Au Yeung",
    "葉 Yip",
    "單 Sin",
    "Müller",
]
GIVEN = [
    "偉 Wai",
    "明 Ming",
    "家 Ka",
    "文 Man",
    "傑 Kit",
    "瑩 Ying",
    "玲 Ling",
    "樂 Lok",
    "詩 Sze",
    "寶 Po",
    "子 Tsz",
    "軒 Hin",
]
WESTERN = ["Peter", "Grace", "Amy", "José", "Zoë", "O'Neil", "Christopher", "Mary-Ann", "Kelvin"]
MAIL = ("gmail.com", "yahoo.com.hk", "netvigator.com")


@dataclass
class Person:
    """One made-up customer, as the shop would know her."""

    id: bytes
    number: str
    name: str
    name_zh: str
    phones: list[str]
    emails: list[str]
    words: set[str] = field(default_factory=set)

    def __post_init__(self):
        texts = [self.name, *self.emails]
        self.words = {w for text in texts for w in re.findall(r"[^\W_]+", fold(text))}
        self.words |= set(romanise.tokens(self.name_zh)) if self.name_zh else set()


def people(count, seed):
    chance = random.Random(seed)
    return [_person(chance, n) for n in range(count)]


def _person(chance, n):
    surname = chance.choice(SURNAMES).split(" ", 1)
    given = [chance.choice(GIVEN).split(" ") for _ in range(chance.choice((1, 2, 2, 2)))]
    western = chance.choice([*WESTERN, "", "", ""])
    name = " ".join([surname[-1], *(g[1] for g in given)]) + (f", {western}" if western else "")
    chinese = surname[0] + "".join(g[0] for g in given) if len(surname) > 1 else ""
    phones = [f"+852{chance.choice('5669')}{chance.randrange(10**7):07}"]
    phones += [f"+8613{chance.randrange(10**9):09}"] if chance.random() < 0.2 else []
    mail = f"{fold(western or given[0][1])}.{fold(surname[-1].split()[0])}{n}"
    return Person(
        new_id(),
        f"HK01-A-{n:06}-{n % 10}",
        name,
        chance.choice((chinese, chinese, "")),
        phones,
        [f"{mail}@{chance.choice(MAIL)}"] if chance.random() < 0.8 else [],
    )


def keep(ctx, everyone):
    with ctx.work("test") as work:
        work.insert_many(
            customer,
            (
                {"id": p.id, "number": p.number, "name": p.name, "name_zh": p.name_zh}
                for p in everyone
            ),
        )
        work.insert_many(contact_point, (row for p in everyone for row in _contacts(p)))


def _contacts(person):
    given = [("phone", p, p) for p in person.phones] + [("email", m, m) for m in person.emails]
    for kind, value, normal in given:
        yield {
            "customer_id": person.id,
            "kind": kind,
            "value": value,
            "normal": normal,
            "preferred": False,
        }


def expected(person, terms):
    """The rule of `db.shop.search.asking`, written again without the index in mind."""
    return all(_has(person, kind, text) for kind, text in terms)


def _has(person, kind, text):
    if kind == "address":
        return all(_has(person, "word", word) for word in re.findall("[a-z0-9]+", text))
    if kind == "word":
        return any(word.startswith(text) for word in person.words)
    if kind == "han":
        return text in fold(person.name_zh)
    running = person.number.replace("-", "")[3:]
    return (
        any(text in phone for phone in person.phones)
        or running.endswith(text)
        or running[:-1].endswith(text)
        or any(word.startswith(text) for word in person.words)
    )


def a_question(chance, person):
    """Something a person at the counter may type for this customer: its text and its terms."""
    words = re.findall(r"[^\W_]+", fold(person.name))
    chosen = chance.sample(words, chance.randint(1, min(3, len(words))))
    typed = [("word", word) for word in chosen[:-1]]
    typed.append(("word", chosen[-1][: chance.randint(1, len(chosen[-1]))]))
    phone = chance.choice(person.phones)[1:]
    start = chance.randrange(len(phone) - 3)
    run = ("digits", phone[start : start + chance.randint(3, 9)])
    han = fold(person.name_zh)
    part = chance.randrange(len(han)) if han else 0
    chinese = ("han", han[part : part + chance.randint(1, 3)]) if han else run
    latin = ("word", chance.choice(romanise.tokens(person.name_zh) or ("chan",)))
    mail = [[("address", m)] for m in person.emails]
    both = [chinese, run] if han else [run]
    return chance.choice((typed, [run], [chinese], [latin], both, [*typed[:1], run], *mail))


@pytest.mark.parametrize("seed", [1, 2])
def test_every_record_that_the_rule_finds_is_found_and_no_other(ctx, seed):
    everyone = people(1500, seed)
    keep(ctx, everyone)
    chance = random.Random(seed + 100)
    with ctx.read() as conn:
        for _ in range(700):
            terms = a_question(chance, chance.choice(everyone))
            text = " ".join(t for _, t in terms)
            right = {p.id for p in everyone if expected(p, terms)}
            found = {h.row_id for h in search.find(conn, text, {"customer"}, limit=200)}
            newest = sorted(right)[-search.CANDIDATES :]
            assert found <= right, text
            assert len(right) > len(newest) or found == right, text
            assert len(found) >= min(len(right), search.CANDIDATES), text


def test_a_paper_is_found_by_the_start_and_by_the_last_digits_of_its_number(ctx):
    numbers = [f"HK01-A-{n:06}-{(n * 7) % 10}" for n in range(3000)]
    with ctx.work("test") as work:
        work.insert_many(sales_order, ({"number": n, **an_order()} for n in numbers))
    with ctx.read() as conn:
        for number in random.Random(3).sample(numbers, 100):
            plain = number.replace("-", "")
            for typed in (
                number,
                plain,
                plain[4:],
                number.lower(),
                plain[-7:],
                plain[-5:],
                plain[-7:-1],
            ):
                assert number in found_numbers(conn, typed), typed
        assert found_numbers(conn, "000123-1") == ["HK01-A-000123-1"]


def an_order():
    return {
        "kind": "sale",
        "channel": "counter",
        "stage": "open",
        "stage_since": NOON,
        "placed_at": NOON,
        "rush": False,
        "currency": "HKD",
    }


def found_numbers(conn, typed):
    ids = [hit.row_id for hit in search.find(conn, typed, {"order"}, limit=100)]
    rows = (
        conn.exec_driver_sql("SELECT number FROM sales_order WHERE id = ?", (i,)).scalar()
        for i in ids
    )
    return list(rows)
