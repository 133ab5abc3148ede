"""Head office knows which PC has no checked backup for two days, and gets a new key by itself."""

import pytest

from db.shop import keys
from db.shop.osring import OsRing
from jewelcrm.access import rotating
from jewelcrm.backup import commands
from jewelcrm.sync.exchanging import exchange
from jewelcrm.sync.recovering import NewPassword, Waiting, recover
from tests.jewelcrm.sync_line.world import PASSWORD, Counter, MemoryRing


@pytest.fixture
def pc(office, tmp_path):
    """An enrolled PC with a keyring."""
    counter = Counter(office, tmp_path / "pc", OsRing("memory", MemoryRing()))
    counter.enrol()
    yield counter
    counter.close()


def listed(office, pc):
    devices = office.say("device", "list")["devices"]
    return next(one for one in devices if one["id"] == pc.joined.device.hex())


def test_a_checked_backup_is_told_at_the_next_exchange_and_only_once(office, pc):
    ctx = pc.open()
    exchange(ctx)
    assert listed(office, pc)["backed_up"] is None
    made = commands.back_up(ctx)
    exchange(ctx)
    told = listed(office, pc)["backed_up"]
    assert told is not None
    assert abs(made.point.made_at.timestamp() - _seconds(told)) < 5
    assert not listed(office, pc)["backup_late"]


def _seconds(text):
    import datetime as dt

    return dt.datetime.fromisoformat(text).timestamp()


def test_one_engine_tells_a_backup_once(pc):
    from jewelcrm.sync.keepsake import BackedUp

    ctx = pc.open()
    commands.back_up(ctx)
    keepsake = BackedUp()
    with ctx.read() as conn:
        raw = conn.connection.driver_connection
        first = keepsake.to_tell(raw)
        keepsake.told(first)
        assert first is not None
        assert keepsake.to_tell(raw) is None


def test_after_two_days_the_list_and_the_doctor_say_so(office, pc):
    import datetime as dt
    from contextlib import closing

    from db.types import to_millis
    from jewelcrm.office import backed_up, premises

    now = dt.datetime.now(dt.UTC)
    with closing(premises.open_store(office.folder)) as store:
        at = to_millis(now - dt.timedelta(days=3))
        store.run(lambda work: backed_up.note(work, pc.joined.device, at, to_millis(now)))
    assert listed(office, pc)["backup_late"]
    lines = {line["check"]: line for line in office.say("doctor")["lines"]}
    assert lines["PC backups"]["light"] == "amber"
    assert f"{pc.joined.branch_code}-" in lines["PC backups"]["words"]


def test_a_new_key_is_handed_in_and_two_people_can_give_it_back(office, pc):
    office.say("user", "add", "key.two", "--role", "administrator", new_password=PASSWORD)
    made = rotating.rotate(pc.folder, "mary.chan", PASSWORD, ring=pc.ring)
    assert made.to_hand_in
    ctx = pc.open()
    exchange(ctx)
    assert rotating.TO_HAND_IN not in keys.load(pc.folder).extra
    pc.close()
    wanted = NewPassword("mary.chan", "eleven silver spoons")
    assert recover(pc.folder, wanted, ring=pc.ring) == Waiting(0, 2)
    key = ("--recovery-key-file", str(office.recovery_key_file))
    for login in ("mary.chan", "key.two"):
        office.say("--user", login, "recovery", "approve", pc.joined.device.hex(), *key)
    again = recover(pc.folder, wanted, ring=pc.ring)
    assert again.staff.login == "mary.chan"
    again.store.close()


def test_the_background_service_hands_it_in_too(office, pc):
    from tests.jewelcrm.sync_line.world import until

    rotating.rotate(pc.folder, "mary.chan", PASSWORD, ring=pc.ring)
    pc.start()
    until(lambda: rotating.TO_HAND_IN not in keys.load(pc.folder).extra)
