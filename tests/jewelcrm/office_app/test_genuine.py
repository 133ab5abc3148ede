"""The `.keys` beside a backup of head office: changed, swapped or forged it is named, not used."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from db.backup.copying import CHUNK
from db.errors import Damaged
from db.office import tables
from jewelcrm.errors import CanFix
from jewelcrm.office import backup_papers, genuine, premises
from jewelcrm.office.founding import key_from
from jewelcrm.office.main import main
from jewelcrm.wire import sealing
from tests.jewelcrm.office_app.builders import PASSWORD


class Office:
    """An embedded head office with a backup, and what `restore` says of it."""

    def __init__(self, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.place, self.capsys = place, capsys
        self.folder, self.key, self.copy = place / "office", place / "key", place / "copy"

    def say(self, *words: object, data: Path | None = None) -> tuple[int, dict[str, object]]:
        code = main(["--data", str(data or self.folder), "--json", *map(str, words)])
        return code, json.loads(self.capsys.readouterr().out)

    def restore(self, *more: str, copy: Path | None = None) -> tuple[int, dict[str, object]]:
        shutil.rmtree(self.place / "again", ignore_errors=True)
        words = ("restore", copy or self.copy, "--recovery-key-file", self.key, *more)
        return self.say(*words, data=self.place / "again")

    def paper(self) -> backup_papers.Manifest:
        data = backup_papers.keys_of(self.copy).read_bytes()
        return msgspec.json.decode(data, type=backup_papers.Manifest)

    def put(self, paper: backup_papers.Manifest) -> None:
        backup_papers.write(self.copy, paper)


@pytest.fixture
def office(tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)
    made = Office(tmp_path, capsys)
    made.say("init", "--admin", "Mary Chan", "--recovery-key-file", made.key)
    assert made.say("backup", made.copy)[0] == 0
    return made


def test_a_genuine_backup_comes_back_and_seals_again(office: Office):
    assert office.restore()[0] == 0
    assert office.say("backup", office.place / "next", data=office.place / "again")[0] == 0
    assert office.restore(copy=office.place / "next")[0] == 0


@pytest.mark.parametrize(
    "change",
    [
        {"made_at": "2020-01-01T00:00:00+00:00"},
        {"server": "0" * 32},
        {"rows": {}},
        {"schema": 99},
        {"content": "0" * 64},
        {"seal": "0" * 64},
    ],
)
def test_a_changed_word_in_it_is_noticed_and_named(office: Office, change: dict[str, object]):
    office.put(msgspec.structs.replace(office.paper(), **change))
    code, said = office.restore()
    assert code == 1
    assert "copy.keys" in str(said["error"])
    assert not (office.place / "again" / "office.json").exists()


@pytest.mark.parametrize("at", range(0, 1_200, 97))
@pytest.mark.parametrize("bit", [0x04, 0x80])
def test_a_flipped_bit_anywhere_in_it_is_never_used(office: Office, at: int, bit: int):
    path = backup_papers.keys_of(office.copy)
    data = bytearray(path.read_bytes())
    data[at % len(data)] ^= bit
    path.write_bytes(bytes(data))
    assert office.restore()[0] == 1


def test_the_keys_of_another_days_backup_do_not_fit(office: Office):
    office.say("branch", "add", "HK01")
    office.say("backup", office.place / "later")
    shutil.copy(f"{office.place / 'later'}.keys", f"{office.copy}.keys")
    code, said = office.restore()
    assert code == 1
    assert "do not belong together" in str(said["error"])


def test_another_days_keys_with_this_days_hash_do_not_fit_either(office: Office):
    mine = office.paper()
    office.say("branch", "add", "HK01")
    office.say("backup", office.place / "later")
    shutil.copy(f"{office.place / 'later'}.keys", f"{office.copy}.keys")
    office.put(msgspec.structs.replace(office.paper(), sha256=mine.sha256))
    code, said = office.restore()
    assert code == 1
    assert "copy.keys" in str(said["error"])


def test_a_head_office_of_somebody_elses_sealed_to_our_key_is_no_backup_of_ours(office: Office):
    """Every PC knows the public half: what opens with the recovery key may still be forged."""
    thief = office.place / "thief"
    office.say("init", "--admin", "Eve Ng", "--recovery-key-file", office.place / "k", data=thief)
    store = premises.open_store(office.folder)
    with store.read() as work:
        public = work.conn.execute(select(tables.office_state.c.recovery_key)).scalar_one()
    store.close()
    forged = office.place / "forged"
    office.say("backup", forged, data=thief)
    paper = msgspec.json.decode(
        backup_papers.keys_of(forged).read_bytes(), type=backup_papers.Manifest
    )
    opener = backup_papers.unseal(paper, key_from(office.place / "k"))
    sealed = sealing.seal(public, msgspec.msgpack.encode(opener), b"jcrm office backup v1")
    backup_papers.write(forged, msgspec.structs.replace(paper, sealed=sealed))
    code, said = office.restore(copy=forged)
    assert code == 1
    assert "forged.keys" in str(said["error"])


def test_one_without_a_seal_is_only_taken_when_somebody_says_so(office: Office):
    office.put(msgspec.structs.replace(office.paper(), seal=""))
    code, said = office.restore()
    assert code == 1
    assert "--unsealed" in str(said["error"])
    assert office.restore("--unsealed")[0] == 0


def test_a_head_office_of_before_there_were_seals_is_told_how_it_gets_one(office: Office):
    store = premises.open_store(office.folder)
    row = tables.setting.c.key == genuine.SEALS
    store.run(lambda work: work.conn.execute(tables.setting.delete().where(row)))
    store.close()
    bare = office.place / "bare"
    office.say("backup", bare)
    assert office.restore(copy=bare)[0] == 1
    [line] = [one for one in office.say("doctor")[1]["lines"] if one["check"] == "backup seal"]
    assert (line["light"], "recovery cards" in line["advice"]) == ("amber", True)
    office.say("recovery", "cards", office.place / "c.pdf", "--recovery-key-file", office.key)
    assert not [one for one in office.say("doctor")[1]["lines"] if one["check"] == "backup seal"]
    office.say("backup", office.place / "sealed")
    assert office.restore(copy=office.place / "sealed")[0] == 0


def test_a_folder_of_points_is_sealed_too(office: Office):
    folder = office.place / "points"
    folder.mkdir()
    assert office.say("backup", folder)[0] == 0
    assert office.restore(copy=folder)[0] == 0


@pytest.mark.parametrize("size", [0, 1, CHUNK, CHUNK + 1, CHUNK * 512, CHUNK * 512 + 1])
def test_a_file_and_its_chunks_have_one_name(tmp_path: Path, size: int):
    from db.backup.vault import About, Vault

    path = tmp_path / "file"
    path.write_bytes(bytes(n % 251 for n in range(1000)) * (size // 1000) + b"x" * (size % 1000))
    with Vault(tmp_path / "vault") as vault:
        vault.begin(About("s", "HK01", "0" * 32))
        with vault.writing() as adding:
            data = path.read_bytes()
            chunks = [data[at : at + CHUNK] for at in range(0, len(data), CHUNK)]
            names = [_kept(adding, chunk) for chunk in chunks]
            lists = adding.put_list(names)
    assert genuine.content_by(lists) == genuine.content_of(path)


def _kept(adding, chunk: bytes) -> bytes:
    from db.backup.packs import name_of

    adding.put(name_of(chunk), chunk)
    return name_of(chunk)


def test_the_words_of_a_refusal_are_a_persons(office: Office):
    paper = office.paper()
    key = key_from(office.key)
    with pytest.raises(Damaged, match=r"copy\.keys was changed"):
        genuine.require(office.copy, msgspec.structs.replace(paper, rows={}), key, unsealed=False)
    with pytest.raises(CanFix, match="has no seal"):
        genuine.require(office.copy, msgspec.structs.replace(paper, seal=""), key, unsealed=False)
