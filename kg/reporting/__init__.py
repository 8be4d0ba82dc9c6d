"""A report to look at: what a store holds as one HTML page that needs no network.

`report` gathers the sections and writes the page. Each section is a module: `happenings` (the timeline), `chart`
(the map), `network` (who acts on whom), `disputes`, `pacts` (agreements), `articles` (the texts, marked).
"""

from kg.reporting.page import report

__all__ = ["report"]
