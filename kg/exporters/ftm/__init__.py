"""FollowTheMoney entities, for Aleph, OpenSanctions' tools and whatever else reads them."""

from kg.exporters.ftm.exporter import FtmExporter

__all__ = ["FtmExporter"]
