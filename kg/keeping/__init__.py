"""A store looked after: checked from end to end, put into one file, and made again from that file."""

from kg.keeping.backup import back_up
from kg.keeping.check import Checked, check
from kg.keeping.findings import Finding
from kg.keeping.restore import restore

__all__ = ["Checked", "Finding", "back_up", "check", "restore"]
