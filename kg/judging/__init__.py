"""What a person decides: that two nodes are one or are not, and that a claim counts or does not.

from pathlib import Path
from kg.judging.decisions import judgements, keep
from kg.judging.signature import signature
from kg.store import open_store
from kg.upkeep import rejudge

folder = Path("kg-store")
keep(folder, judgements(open_store(folder), "same", "event/5f0c…", "event/90af…", signature(who="Ada")))
rejudge(folder)
"""
