"""Every endpoint, by every role, from every kind of PC: no wrong allow, no wrong deny."""

import pytest

from jewelcrm.access.catalogue import ROLES as OF_CATALOGUE
from tests.jewelcrm.office_app.rights import OK, RULES, Case, Town, cases


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_everybody_is_answered_from_everywhere_as_the_catalogue_says(head_office):
    town, wrong, allowed, tried = Town(head_office), [], 0, 0
    for case in cases():
        told = town.ask(case)
        tried, allowed = tried + 1, allowed + (told == OK)
        if told != case.expected:
            wrong.append(f"{case}: {told}, not {case.expected}")
    print(f"{tried} cases, {allowed} allowed, {len(wrong)} wrong")
    assert not wrong, (len(wrong), wrong[:12])
    assert tried > 1_000
    assert 0.15 < allowed / tried < 0.6


def test_every_endpoint_there_is_says_what_it_asks_for(small_office):
    routes = {route.path for route in small_office.line.app.routes if hasattr(route, "methods")}
    assert set(RULES) == routes - {"/v1/openapi.json"}


def test_every_role_of_the_catalogue_is_tried():
    assert set(OF_CATALOGUE) <= {case.role for case in cases()}


def test_what_is_expected_is_not_the_same_for_all():
    for path, rule in RULES.items():
        told = {case.expected for case in cases() if case.path == path}
        assert len(told) > 1 or path == "/v1/hello", path
        lacking = "session" if rule.lacking == "denied" else rule.lacking  # nobody signs in
        assert not rule.right or Case(path, "nobody", "here", "own").expected == lacking
