"""A picture that cannot be taken is told, by name."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests import shots_faults
from tests.shots import Studio


def broken() -> None:
    raise KeyError("a field that is gone")


def test_a_scene_that_goes_wrong_is_named_at_the_end_and_the_others_are_taken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shots_faults, "FAULTS", [])
    taken: list[str] = []

    assert shots_faults.told() == 0
    shots_faults.tried("card-1440x900-light-en", broken)
    shots_faults.tried("today", lambda: taken.append("today"))

    assert shots_faults.told() == 1
    assert taken == ["today"]
    said = capsys.readouterr().err
    assert "KeyError: 'a field that is gone'" in said
    assert said.rstrip().endswith("1 pictures went wrong: card-1440x900-light-en")


def test_what_lies_over_the_window_is_drawn_in_the_order_it_was_opened(
    qapp: QApplication, qtbot: QtBot
) -> None:
    opened = [QDialog() for _ in range(6)]
    for dialog in opened[::2] + opened[1::2]:
        qtbot.addWidget(dialog)
        dialog.show()

    assert Studio(qapp, None, None).dialogs() == opened[::2] + opened[1::2]
