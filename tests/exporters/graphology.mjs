// Reads a GEXF file with graphology-gexf and prints what it found, as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.cwd() + "/");
const Graph = require("graphology");
const gexf = require("graphology-gexf");
const graph = gexf.parse(Graph, readFileSync(process.argv[2], "utf-8"), { allowUndeclaredAttributes: false });
const edges = graph.mapEdges((id, attributes, source, target) => [id, source, target, attributes]);
console.log(JSON.stringify({ type: graph.type, nodes: graph.mapNodes((id, attributes) => [id, attributes]), edges }));
