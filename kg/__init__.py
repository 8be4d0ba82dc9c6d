"""conflict-kg: news reports of conflict and diplomacy as a knowledge graph of attributed claims."""

__version__ = "0.1.0"
