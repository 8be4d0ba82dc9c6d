"""A store kept up to date change by change: what a change can touch is worked out anew, all else stays as it is.

The result is that of working out everything anew, to the byte: `kg.fusion.fuse` is what it is measured by.
"""

from kg.increments.held import Change, HeldStore
from kg.increments.holdings import Holdings

__all__ = ["Change", "HeldStore", "Holdings"]
