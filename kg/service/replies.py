"""Answers and refusals as HTTP responses."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from kg.service import requests
from kg.service.answers import Answer
from kg.service.refusals import Refusal

PROBLEM = "application/problem+json"
HEADERS = {"Cache-Control": "no-cache", "Vary": "Accept"}
"""A client may keep an answer, but asks whether it still holds: a build can change it at any moment."""


def answered(request: Request, answer: Answer) -> Response:
    """A whole answer; nothing but 304 where the client has it already."""
    if answer.tag is None:
        return Response(answer.body, headers={"Content-Type": answer.type, "Cache-Control": "no-store"})
    headers = {**HEADERS, "ETag": tag(answer.tag)}
    if holds(request, answer.tag):
        return Response(status_code=304, headers=headers)
    return Response(answer.body, headers={**headers, "Content-Type": answer.type})


def tag(name: str) -> str:
    """An ETag: weak, since the same answer may be sent compressed or not."""
    return f'W/"{name}"'


def holds(request: Request, name: str) -> bool:
    """Whether the client says that it has this answer."""
    held = requests.header(request, "if-none-match")
    return any(part.strip().removeprefix("W/") == f'"{name}"' for part in held.split(","))


def document(found: Mapping[str, object], status: int = 200) -> Response:
    """A JSON object."""
    body = json.dumps(found, indent=1, ensure_ascii=False).encode() + b"\n"
    return Response(body, status, {"Cache-Control": "no-cache"}, "application/json")


def refused(refusal: Refusal) -> Response:
    """A refusal as a problem document (RFC 9457)."""
    headers = {"Cache-Control": "no-store"}
    if refusal.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if refusal.status in (408, 413):
        headers["Connection"] = "close"  # the rest of the request is not read
    if refusal.status == 503:
        headers["Retry-After"] = "1"
    body = json.dumps({"status": refusal.status, "detail": refusal.reason}, ensure_ascii=False) + "\n"
    return Response(body, refusal.status, headers, PROBLEM)
