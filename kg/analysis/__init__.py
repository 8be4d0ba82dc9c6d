"""What is to be seen in a network: who belongs together, who is central, who is a broker between communities."""

from kg.analysis.figures import COLUMNS, Analysis, Community, Figures, analyse, analysed
from kg.analysis.networks import to_networkx

__all__ = ["COLUMNS", "Analysis", "Community", "Figures", "analyse", "analysed", "to_networkx"]
