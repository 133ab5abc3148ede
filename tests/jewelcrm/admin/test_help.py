"""What every command of both programs says when it is asked for help."""

import argparse

import pytest

from jewelcrm.admin import main as admin
from jewelcrm.office import main as office


def commands(parser, words=()):
    """Every command with its acts, by the words that are typed."""
    acts = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    if words and not acts:
        yield words, parser
    for act in acts:
        for word, inner in act.choices.items():
            yield from commands(inner, (*words, word))


@pytest.mark.parametrize("program", [admin, office])
def test_every_command_names_the_options_that_all_of_them_take(program):
    for words, parser in commands(program.parser()):
        told = parser.format_help()
        missing = [o for o in ("--data", "--user", "--password-file", "--json") if o not in told]
        assert not missing, words


def test_an_option_may_stand_behind_the_act(tmp_path):
    args = office.parser().parse_args(["branch", "add", "HK01", "--data", str(tmp_path), "--json"])
    assert (args.data, args.json) == (tmp_path, True)
