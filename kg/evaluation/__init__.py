"""How right extraction records are, against a gold file whose answers are quotes from the text.

`kg.evaluation.gold` tells the format of the file; what is annotated, and how, its own README.
"""

from kg.evaluation.measures import evaluate
from kg.evaluation.outcomes import Outcome, Score, confusions, scores

__all__ = ["Outcome", "Score", "confusions", "evaluate", "scores"]
