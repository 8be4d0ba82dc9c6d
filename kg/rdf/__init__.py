"""Records to RDF and back: one named graph a document, a background graph, a fused graph, a judgements graph."""
