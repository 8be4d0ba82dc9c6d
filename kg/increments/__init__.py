"""A store kept up to date change by change: what a change can touch is worked out anew, all else stays as it is.

Where most is new, all is worked out at once (`kg.increments.anew`), with a portion of it in memory at a time.

The result is that of working out everything anew, to the byte: `kg.fusion.fuse` is what it is measured by.
"""

from kg.increments.change import Change
from kg.increments.held import HeldStore
from kg.increments.holdings import Holdings

__all__ = ["Change", "HeldStore", "Holdings"]
