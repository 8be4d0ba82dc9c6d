"""Why the graph says what it says: the quotes behind a node, why reports were joined, what was read in an article."""
