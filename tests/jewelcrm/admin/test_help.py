"""What every command of both programs says when it is asked for help, or typed wrongly."""

import argparse
import shlex
from functools import partial
from pathlib import Path

import pytest

from jewelcrm import console, paths
from jewelcrm.admin import main as admin
from jewelcrm.errors import CanFix
from jewelcrm.extraction import rules
from jewelcrm.office import main as office

PROGRAMS = [admin, office]


def commands(parser, words=()):
    """Every command and each of its acts, by the words that are typed."""
    acts = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    if words:
        yield " ".join(words), parser
    for act in acts:
        for word, inner in act.choices.items():
            yield from commands(inner, (*words, word))


EVERY = [
    pytest.param(program, words, parser, id=f"{program.PROGRAM.name} {words}")
    for program in PROGRAMS
    for words, parser in commands(program.parser())
]


@pytest.mark.parametrize(("program", "words", "parser"), EVERY)
def test_help_says_what_a_command_does_what_each_option_is_and_shows_an_example(
    program, words, parser
):
    shown = parser.format_help()
    options = [a for a in parser._actions if not isinstance(a, argparse._SubParsersAction)]

    assert parser.description[0].isupper()
    assert parser.description.rstrip().endswith(".")
    assert [a.dest for a in options if not a.help] == []
    assert f"example: {program.PROGRAM.name} " in shown
    assert all(o in shown for o in ("--data", "--user", "--password-file", "--json"))


@pytest.mark.parametrize(
    ("program", "usual"), [(admin, paths.default_data), (office, paths.office_data)]
)
def test_help_names_the_folder_that_is_meant_when_none_is(program, usual):
    assert f"(default: {usual()})" in " ".join(program.parser().format_help().split())


def test_a_folder_with_a_percent_sign_is_told_as_it_is():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", **console.folder_option("store", Path("100%s")))
    assert "(default: 100%s)" in parser.format_help()


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_example_is_a_command_that_can_be_typed_and_none_is_left_over(program):
    known = {words for words, _ in commands(program.parser())}

    for words, example in program.PROGRAM.examples.items():
        args = program.parser().parse_args(shlex.split(example))
        assert args.run
        assert set(words.split()[:1]) <= {args.verb}
    assert set(program.PROGRAM.examples) == known | {""}


@pytest.mark.parametrize(("program", "words", "parser"), EVERY)
def test_wrong_use_is_told_in_one_line_with_an_example_and_ends_with_two(
    program, words, parser, capsys
):
    with pytest.raises(SystemExit) as ended:
        program.main([*words.split(), "--no-such-option", "x", "--nor-this"])

    told = capsys.readouterr()
    assert ended.value.code == 2
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert told.err.startswith(f"{program.PROGRAM.name}")
    assert "Example: " in told.err
    assert "--help" in told.err


def test_an_option_may_stand_behind_the_act(tmp_path):
    args = office.parser().parse_args(["branch", "add", "HK01", "--data", str(tmp_path), "--json"])
    assert (args.data, args.json) == (tmp_path, True)


@pytest.mark.parametrize(
    ("words", "example"),
    [
        (["report", "run", "sales", "--colour"], "Example: jewelcrm-admin report run sales"),
        (["--colour", "search", "chan"], "Example: jewelcrm-admin search chan"),
    ],
)
def test_an_option_that_is_not_known_is_answered_with_the_command_s_own_example(
    words, example, capsys
):
    with pytest.raises(SystemExit):
        admin.main(words)

    assert example in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [(["sync"], "act (now, status, at)"), (["report"], "PART (list, run, ")],
)
def test_a_missing_act_is_told_with_those_there_are(words, told, capsys):
    with pytest.raises(SystemExit):
        admin.main(words)

    assert f"this is missing: {told}" in capsys.readouterr().err


def test_a_program_is_called_as_it_was_started(monkeypatch, tmp_path):
    script = tmp_path / "with blank" / "jewelcrm-office"
    script.parent.mkdir()
    script.touch(mode=0o755)
    text = "Next: jewelcrm-office run; there: jewelcrm-admin enrol; see /usr/lib/jewelcrm-office x"
    told = partial(console._runnable, office.PROGRAM, text)
    monkeypatch.setattr("sys.argv", [str(script)])

    monkeypatch.setenv("PATH", "/usr/bin")
    assert told() == text.replace("Next: jewelcrm-office", f"Next: '{script}'")
    monkeypatch.setenv("PATH", str(script.parent))
    assert told() == text
    named = told(folder=Path("/shops/of mine"))
    assert "Next: jewelcrm-office --data '/shops/of mine' run; there: jewelcrm-admin enrol" in named
    assert console._runnable(office.PROGRAM, "jewelcrm-office --data NEW x", Path("/a")) == (
        "jewelcrm-office --data NEW x"
    )
    monkeypatch.setattr("sys.argv", ["main.py"])
    assert told() == text


def test_who_needs_a_second_person_is_told_how_to_name_them(tmp_path):
    def refused(_args, _desk):
        raise rules.ask_for_second("manager", 0)

    args = argparse.Namespace(data=tmp_path, user=None, password_file=None, json=False, run=refused)

    with pytest.raises(CanFix) as told:
        admin._act(args)
    assert str(told.value).endswith("PIN. Name them with --second LOGIN.")
