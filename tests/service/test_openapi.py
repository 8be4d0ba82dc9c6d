"""The service keeps to what `/openapi.json` says of it, whatever is sent: schemathesis makes the requests up."""

from __future__ import annotations

import httpx
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import CHECKS

from kg.queries import catalogue
from kg.service.openapi import document
from tests.service.conftest import TOKEN

NOT_PROMISED = ["positive_data_acceptance"]
"""Any text is a name, but not of anything: what fits the schema may still be unknown."""

READING, WRITING = (schemathesis.openapi.from_dict(document(writable)) for writable in (False, True))
PATHS = [*(f"/queries/{query.name}" for query in catalogue()[:2]), "/queries/timeline", "/store", "/sparql"]
few = settings(
    max_examples=5, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True
)


@READING.include(path=[*PATHS, "/queries", "/health", "/metrics", "/openapi.json"]).parametrize()
@few
def test_a_service_that_is_read_keeps_to_its_description(case: schemathesis.Case, service: httpx.Client) -> None:
    case.call_and_validate(base_url=str(service.base_url), excluded_checks=excluded())


@WRITING.include(path="/sparql", method="POST").parametrize()
@few
def test_a_service_that_is_written_keeps_to_its_description(case: schemathesis.Case, writable: httpx.Client) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    case.call_and_validate(base_url=str(writable.base_url), headers=headers, excluded_checks=excluded())


def excluded() -> list[object]:
    """The checks that are not asked of the service."""
    return CHECKS.get_by_names(NOT_PROMISED)
