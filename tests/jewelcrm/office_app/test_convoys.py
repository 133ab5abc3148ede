"""Jobs that wait for a lane go together; nobody waits for company, or for another's trouble."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from jewelcrm.office.lanes import Convoy, Lane
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.service import Office
from tests.jewelcrm.office_app.seeds import Prey


class Slow:
    """Doubles numbers, company by company, as often as it is let go on."""

    def __init__(self):
        self.companies = []
        self.begun, self.gate = threading.Semaphore(0), threading.Semaphore(0)

    def __call__(self, jobs):
        self.companies.append(list(jobs))
        self.begun.release()
        assert self.gate.acquire(timeout=10)
        return [ValueError(job) if job < 0 else 2 * job for job in jobs]


@pytest.fixture
def slow():
    return Slow()


@pytest.fixture
def lane():
    lane = Lane("test", 2, patience=0.2)
    yield lane
    lane.close()


async def started(convoy, slow, jobs):
    """The first job is on its way, the others wait."""
    first = asyncio.create_task(convoy.run(jobs[0]))
    assert await asyncio.to_thread(slow.begun.acquire, timeout=10)
    return [first, *(asyncio.create_task(convoy.run(job)) for job in jobs[1:])]


def test_the_first_goes_at_once_and_who_came_meanwhile_goes_together(lane, slow):
    async def go():
        convoy = Convoy(lane, slow, most=3, at_once=1)
        tasks = await started(convoy, slow, [1, 2, 3, 4, 5, 6])
        await asyncio.sleep(0.05)
        slow.gate.release(9)
        return await asyncio.gather(*tasks)

    assert asyncio.run(go()) == [2, 4, 6, 8, 10, 12]
    assert slow.companies == [[1], [2, 3, 4], [5, 6]]


def test_no_more_companies_than_allowed_are_on_their_way(lane, slow):
    async def go():
        convoy = Convoy(lane, slow, most=1, at_once=2)
        tasks = [asyncio.create_task(convoy.run(number)) for number in range(4)]
        for _ in range(2):
            assert await asyncio.to_thread(slow.begun.acquire, timeout=10)
        await asyncio.sleep(0.05)
        assert len(slow.companies) == 2
        slow.gate.release(9)
        return await asyncio.gather(*tasks)

    assert asyncio.run(go()) == [0, 2, 4, 6]


def test_each_gets_its_own_answer_or_error(lane, slow):
    async def go():
        convoy = Convoy(lane, slow, most=9, at_once=1)
        tasks = await started(convoy, slow, [1, -2, 3])
        slow.gate.release(9)
        return await asyncio.gather(*tasks, return_exceptions=True)

    first, second, third = asyncio.run(go())
    assert (first, third) == (2, 6)
    assert isinstance(second, ValueError)


def test_when_all_goes_wrong_all_are_told_and_the_next_ones_are_served(lane):
    def fails(jobs):
        if 1 in jobs:
            raise OSError
        return jobs

    async def go():
        convoy = Convoy(lane, fails, most=9, at_once=1)
        with pytest.raises(OSError):
            await convoy.run(1)
        return await convoy.run(2)

    assert asyncio.run(go()) == 2


def test_a_thread_is_the_lanes_again_when_nobody_waits():
    lane = Lane("single", 1)

    async def go():
        convoy = Convoy(lane, lambda jobs: jobs, most=9, at_once=1)
        for number in range(50):
            assert await convoy.run(number) == number
            assert await asyncio.wait_for(lane.run(lambda n=number: n + 1), 10) == number + 1

    asyncio.run(go())
    lane.close()


def test_who_went_away_leaves_the_others_their_answers(lane, slow):
    async def go():
        convoy = Convoy(lane, slow, most=9, at_once=1)
        tasks = await started(convoy, slow, [1, 2, 3])
        await asyncio.sleep(0.02)
        tasks[1].cancel()
        slow.gate.release(9)
        return await asyncio.gather(*tasks, return_exceptions=True)

    first, gone, third = asyncio.run(go())
    assert (first, third) == (2, 6)
    assert isinstance(gone, asyncio.CancelledError)


def test_when_somebody_has_waited_too_long_the_next_one_is_told_to_come_again(lane, slow):
    async def go():
        convoy = Convoy(lane, slow, most=9, at_once=1)
        tasks = await started(convoy, slow, [1, 2])
        await asyncio.sleep(0.3)
        with pytest.raises(Refusal) as told:
            await convoy.run(3)
        assert told.value.code == "busy"
        slow.gate.release(9)
        return await asyncio.gather(*tasks)

    assert asyncio.run(go()) == [2, 4]


def test_pushes_that_meet_at_the_server_share_a_transaction(head_office, monkeypatch):
    """Two are on their way; what comes meanwhile goes together, and each hears of its own."""
    prey = Prey(head_office)
    pcs = [prey.pc, prey.other, *(head_office.pc("HK02") for _ in range(4))]
    messages = [prey.push(pc) for pc in pcs]
    sizes, begun, gate = [], threading.Semaphore(0), threading.Event()
    real = Office.push_abreast

    def push_abreast(office, several):
        sizes.append(len(several))
        begun.release()
        assert gate.wait(20)
        return real(office, several)

    monkeypatch.setattr(Office, "push_abreast", push_abreast)
    with ThreadPoolExecutor(6) as pool:
        answers = [
            pool.submit(pc.post, "/v1/sync/push", one)
            for pc, one in zip(pcs, messages, strict=True)
        ]
        assert begun.acquire(timeout=20)
        assert begun.acquire(timeout=20)
        time.sleep(0.5)
        gate.set()
        told = [answer.result().json() for answer in answers]
    assert sum(sizes) == 6
    assert max(sizes) > 1
    for answer, message in zip(told, messages, strict=True):
        assert [tx["id"] for tx in answer["res"]] == [tx["id"] for tx in message["tx"]]
