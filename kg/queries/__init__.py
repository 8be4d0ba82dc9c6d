"""Questions to the graph: the ones that come with the package (`queries/*.rq`) and a user's own."""

from kg.queries.catalogue import Parameter, Query, catalogue, load
from kg.queries.formats import FORMATS, written
from kg.queries.results import Answer, Graph, Result, Table
from kg.queries.running import run

__all__ = [
    "FORMATS",
    "Answer",
    "Graph",
    "Parameter",
    "Query",
    "Result",
    "Table",
    "catalogue",
    "load",
    "run",
    "written",
]
