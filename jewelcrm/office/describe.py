"""The description of the interface (OpenAPI), made from the messages themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from jewelcrm import __version__
from jewelcrm.office.endpoints import ENDPOINTS, Endpoint
from jewelcrm.wire import signing
from jewelcrm.wire.enrolment import EnrolAnswer, EnrolAsk, ReturnAsk
from jewelcrm.wire.messages import Trouble
from jewelcrm.wire.news import LONGEST_WAIT_S, Hello, News
from jewelcrm.wire.reasons import REFUSED
from jewelcrm.wire.visiting import Done

_JSON = "application/json"
_SIGNED = [{"device": list[str]()}]


def describe() -> dict[str, Any]:
    """The whole document."""
    messages = {kind for endpoint in ENDPOINTS for kind in (endpoint.ask, endpoint.answer)}
    kinds = [*sorted(messages, key=lambda kind: kind.__name__), EnrolAsk, EnrolAnswer, ReturnAsk]
    _, schemas = msgspec.json.schema_components(
        [*kinds, Hello, News, Trouble], ref_template="#/components/schemas/{name}"
    )
    return {
        "openapi": "3.1.0",
        "info": {"title": "JewelCRM head office", "version": __version__},
        "paths": _paths(),
        "components": {"schemas": schemas, "securitySchemes": {"device": _scheme()}},
    }


def _paths() -> dict[str, Any]:
    signed = {endpoint.path: {"post": _signed(endpoint)} for endpoint in ENDPOINTS}
    enrol = _operation("/v1/enrol", "Enrol this PC with a one-time code.", EnrolAnswer)
    enrol["requestBody"] = _body(EnrolAsk)
    again = _operation("/v1/return", "Ask to be let in again, after a restore.", Done)
    again["requestBody"] = _body(ReturnAsk)
    return {
        **signed,
        "/v1/enrol": {"post": enrol},
        "/v1/return": {"post": {**again, "security": _SIGNED}},
        "/v1/hello": {"get": _operation("/v1/hello", "Who answers here.", Hello)},
        "/v1/exposure": {"get": _exposure()},
        "/v1/events": {"get": _events()},
    }


def _signed(endpoint: Endpoint) -> dict[str, Any]:
    operation = _operation(endpoint.path, endpoint.words, endpoint.answer)
    return {**operation, "requestBody": _body(endpoint.ask), "security": _SIGNED}


def _exposure() -> dict[str, Any]:
    operation = _operation("/v1/exposure", "What this PC has held.", None)
    return {**operation, "security": _SIGNED}


def _events() -> dict[str, Any]:
    operation = _operation("/v1/events", "Pokes as they come, or one long poll.", News)
    operation["responses"]["200"]["content"]["text/event-stream"] = {"schema": {"type": "string"}}
    return {
        **operation,
        "security": _SIGNED,
        "parameters": [
            _parameter("wait", LONGEST_WAIT_S, "Long poll: for how many seconds at most."),
            _parameter("known", (1 << 63) - 1, "Long poll: the sum of heads that is known."),
        ],
    }


def _parameter(name: str, largest: int, words: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": words,
        "schema": {"type": "integer", "minimum": 0, "maximum": largest},
    }


def _operation(path: str, words: str, answer: type[msgspec.Struct] | None) -> dict[str, Any]:
    schema = {"type": "object"} if answer is None else _ref(answer)
    responses: dict[str, Any] = {
        "200": {"description": "Done.", "content": {_JSON: {"schema": schema}}}
    }
    for status in sorted({str(status) for status in REFUSED.values()}):
        codes = ", ".join(code for code, of in REFUSED.items() if str(of) == status)
        responses[status] = {
            "description": f"Refused: {codes}.",
            "content": {_JSON: {"schema": _ref(Trouble)}},
        }
    return {
        "operationId": path.removeprefix("/v1/").replace("/", "_"),
        "summary": words,
        "responses": responses,
    }


def _body(ask: type[msgspec.Struct]) -> dict[str, Any]:
    return {"required": True, "content": {_JSON: {"schema": _ref(ask)}}}


def _ref(kind: type[msgspec.Struct]) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{kind.__name__}"}


def _scheme() -> dict[str, str]:
    return {
        "type": "apiKey",
        "in": "header",
        "name": signing.HEADER,
        "description": (
            "device=<id>;time=<ms>;nonce=<24 hex>;sig=<base64url>: Ed25519 by the PC's key over"
            " method, path, body's SHA-256, time, nonce and device. A body may be zstd"
            " (Content-Encoding); the signature is over the bytes as sent."
        ),
    }
