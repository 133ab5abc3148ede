"""What every command of both programs says when it is asked for help, or typed wrongly."""

import argparse
import shlex

import pytest

from jewelcrm.admin import main as admin
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
