"""The attributes of nodes and edges. The names are such that no format or program gives them a meaning of its own."""

from __future__ import annotations

from kg.networks.records import Column

KIND = Column("kind", "string", "kind")
CLASS = Column("class", "string", "class")
STATUS = Column("status", "string", "status")
FIRST_DAY = Column("first_day", "string", "first day, as precise as known")
LAST_DAY = Column("last_day", "string", "last day, as precise as known")
DOCUMENTS = Column("documents", "integer", "articles that tell of it")
CLAIMS = Column("claims", "integer", "independent claims")
LATITUDE = Column("latitude", "double", "latitude")
LONGITUDE = Column("longitude", "double", "longitude")
DEGREE = Column("degree", "integer", "edges at it")
PLOVER = Column("plover", "string", "PLOVER code")
ACLED = Column("acled", "string", "ACLED sub-event type")
RELATION = Column("relation", "string", "relation")
SORT = Column("sort", "string", "act, tie, situation or report")
EVENTS = Column("events", "integer", "events")
DISPUTED = Column("disputed", "integer", "events that are disputed")
POLARITY = Column("polarity", "string", "polarity")
MODALITY = Column("modality", "string", "modality")
QUOTE = Column("quote", "string", "quote")

ENTITY = (KIND, CLASS, LATITUDE, LONGITUDE, DEGREE)
EVENT = (STATUS, FIRST_DAY, LAST_DAY, DOCUMENTS, CLAIMS, PLOVER, ACLED)
EDGE = (RELATION, SORT, CLAIMS, FIRST_DAY, LAST_DAY)
