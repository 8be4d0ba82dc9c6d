"""The graph over HTTP, as `kg serve` offers it: SPARQL 1.1 Protocol, graphs, the questions of `kg queries`, figures.

Every question is answered by a worker: a process of its own that reads a snapshot of the index with pyoxigraph, and
that is killed where it takes too long or too much memory. The other way, the `oxigraph` server (0.5.13) behind a proxy,
was measured on the same stores and does not hold:

| 2 cores, `--timeout-s 3` | oxigraph server | a worker |
|---|---|---|
| `timeline` on 23,000 quads, median | 31 to 37 ms | 29 ms |
| counting a cross join of three patterns | still at work after 40 s, a core at 100 % | killed at the limit |
| rows of the same | after 4 s status 200, with the error amid the JSON | killed at the limit, 504 |
| 100,000 brackets | the server aborts, and with it all other answers | refused before it runs |
| memory | one ceiling for all that runs | one ceiling a query |

A question that a worker dies of costs 0.15 s for a new one. An answer is sent when it is whole, so that a query which
fails midway never looks like a complete one. Answers stay right until the state of the store changes, so they are kept.
"""
