"""The description of the interface is true: Schemathesis asks what it allows, and what it forbids.

No answer may be a 5xx, undocumented, of another type or out of its schema.
"""

import json
from importlib.util import find_spec

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import load_all_checks, not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from jewelcrm.office.describe import describe
from jewelcrm.office.endpoints import ENDPOINTS
from tests.conftest import PROVE

EXAMPLES = 1_000 if PROVE else 25
PATHS = [endpoint.path for endpoint in ENDPOINTS] + ["/v1/enrol", "/v1/return"]
VISITS = ("/v1/lookup", "/v1/open", "/v1/move", "/v1/share", "/v1/erase")
THERE = [path for path in PATHS if path not in VISITS or find_spec("jewelcrm.office.visiting")]
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]

load_all_checks()


@pytest.fixture(scope="module")
def schema():
    return schemathesis.openapi.from_dict(describe())


@pytest.mark.prove
@pytest.mark.timeout(1800 if PROVE else 120)
@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("path", THERE)
def test_every_answer_is_as_described(small_office, pc, schema, path, mode):
    operation = schema[path]["POST"]

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case):
        body = json.dumps(case.body, default=str).encode("utf-8", "surrogatepass")
        case.validate_response(pc.post(path, body), checks=CHECKS)

    ask()


@pytest.mark.parametrize("path", ["/v1/hello", "/v1/events?wait=0", "/v1/nothing"])
def test_what_is_only_read_is_as_described(pc, schema, path):
    got = pc.get(path)
    operation = schema[path.split("?")[0]]["GET"] if got.status_code == 200 else None
    assert got.status_code in {200, 404}
    assert operation is None or operation.validate_response(got) is not False


def test_the_description_is_an_openapi_document(schema):
    described = {operation.ok().path for operation in schema.get_all_operations()}
    assert described == {*PATHS, "/v1/hello", "/v1/events", "/v1/exposure"}
