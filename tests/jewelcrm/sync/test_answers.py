"""What is no answer of head office is as if there were no line."""

import pytest

from jewelcrm.sync.exchange import Answer, decoded
from jewelcrm.sync.line import Unreachable
from jewelcrm.wire.messages import PullAnswer


@pytest.mark.parametrize("status", [200, 403, 502])
@pytest.mark.parametrize("body", [b"", b"<html>", b'{"error":"\xff"}', b"\xff\xfe", b"[1"])
def test_what_somebody_else_says_on_the_line_is_no_answer(status, body):
    with pytest.raises(Unreachable):
        decoded(Answer(status, body), PullAnswer)
