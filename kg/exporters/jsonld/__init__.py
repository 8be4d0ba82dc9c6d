"""Articles as JSON-LD."""

from kg.exporters.jsonld.exporter import JsonLdExporter

__all__ = ["JsonLdExporter"]
