"""The hand-written graph of the queries' tests."""

from tests.queries.conftest import sudan

__all__ = ["sudan"]
