"""How many: numbers, units, distances, and what was measured."""
