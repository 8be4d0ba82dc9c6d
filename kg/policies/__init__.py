"""What is taken as so: the claims of a store become facts by one of a few named rules.

from kg.policies.facts import facts
from kg.store import open_store

for fact in facts(open_store("kg-store"), "uncontested"):
    print(fact.label, fact.start, fact.why)
"""

from kg.policies.rules import DEFAULT, POLICIES, VALUED, Grounds, Matter, Voice, parsed

__all__ = ["DEFAULT", "POLICIES", "VALUED", "Grounds", "Matter", "Voice", "parsed"]
