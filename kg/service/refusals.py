"""Questions that the service does not answer, each with the HTTP status that says why."""

from __future__ import annotations


class Refusal(Exception):
    """Why there is no answer: an HTTP status and one sentence that says what to do."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


def malformed(reason: str) -> Refusal:
    """The request is wrong, or asks for what the service never does."""
    return Refusal(400, reason)


def unknown(reason: str) -> Refusal:
    """There is nothing of that name."""
    return Refusal(404, reason)


def not_acceptable(offered: str) -> Refusal:
    """None of the formats that the client accepts can hold the answer."""
    return Refusal(406, f"the answer can be had as {offered}")


def too_long_a_request(limit: int) -> Refusal:
    """The request is longer than the service reads."""
    return Refusal(413, f"a request may be {limit} bytes long")


def too_slow_a_request(seconds: float) -> Refusal:
    """The request did not come whole in time."""
    return Refusal(408, f"a request has to be sent in {seconds:g} seconds")


def too_long_an_answer(limit: int) -> Refusal:
    """The answer is longer than the service sends."""
    return Refusal(422, f"the answer is longer than {limit} bytes: narrow the question, or add a LIMIT")


def too_hard() -> Refusal:
    """The engine broke down on the question."""
    return Refusal(422, "the engine broke down on this query: write it simpler")


def too_much_memory(limit: int) -> Refusal:
    """The question needed more memory than it may have."""
    return Refusal(507, f"the query needed more than {limit} bytes of memory: narrow it")


def too_slow(seconds: float) -> Refusal:
    """The question took longer than it may, and was stopped."""
    return Refusal(504, f"the query was stopped after {seconds:g} seconds: narrow it")


def busy() -> Refusal:
    """More questions wait than the service lets wait."""
    return Refusal(503, "too many questions are waiting: try again in a moment")
