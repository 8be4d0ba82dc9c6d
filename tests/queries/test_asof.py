"""Who holds what, which agreements are in force and who is where on a date: rules of `queries/asof.rq` case by case."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg import queries
from kg.rdf.namespaces import PREFIXES
from kg.store import EmbeddedStore

D = "https://example.org/"
HEAD = "".join(f"PREFIX {name}: <{namespace.iri}>\n" for name, namespace in PREFIXES.items()) + f"PREFIX : <{D}>\n"
WORLD = """
GRAPH :background {
  kg:City rdfs:subClassOf kg:Place . kg:Region rdfs:subClassOf kg:Place . kg:RebelGroup rdfs:subClassOf kg:Actor .
  :kayin a kg:Region ; skos:prefLabel "Kayin" ; rdfs:label "Kayin" .
  :myawaddy a kg:City ; skos:prefLabel "Myawaddy" ; rdfs:label "Myawaddy" ; kg:partOf :kayin .
  :lashio a kg:City ; skos:prefLabel "Lashio" ; rdfs:label "Lashio" .
  :mission-mandate a kg:Mandate ; skos:prefLabel "mandate" ; rdfs:label "mandate" .
  :r-2 a kg:Resolution ; rdfs:label "Resolution 2" ; kg:ends :mission-mandate ; kg:adopted "2023-06-30"^^xsd:date ;
    kg:adoptedBy :council . :council rdfs:label "council" .
}"""
PLACE = {"Control": "kg:holder", "Presence": "kg:actor", "AgreementStatus": "kg:agreement"}

# Each case: situations ("kind who place start..end claimant@written"), what is asked, and who is told of as (who,
# place, basis, claimant) in order.
CASES: dict[str, tuple[str, dict[str, str], list[tuple[str, str, str, str]]]] = {
    "before it starts": ("Control army lashio 2024-07-25.. army@2024-07-26", {"date": "2024-07-24"}, []),
    "on the day it starts": (
        "Control army lashio 2024-07-25.. army@2024-07-26",
        {"date": "2024-07-25"},
        [("army", "lashio", "since", "army")],
    ),
    "long after, for want of an end": (
        "Control army lashio 2024-07-25.. army@2024-07-26",
        {"date": "2030"},
        [("army", "lashio", "since", "army")],
    ),
    "a month holds its days": (
        "Control army lashio 2024-07-25.. army@2024-07-26",
        {"date": "2024-07"},
        [("army", "lashio", "since", "army")],
    ),
    "a start known to the year": (
        "Control army lashio 2024.. army@2024-07-26",
        {"date": "2024-02-01"},
        [("army", "lashio", "since", "army")],
    ),
    "until it ends": (
        "Presence mission lashio ..2024-07-25 wire@2024-07-26",
        {"date": "2024-07-25"},
        [("mission", "lashio", "until", "wire")],
    ),
    "after it ended": ("Presence mission lashio ..2024-07-25 wire@2024-07-26", {"date": "2024-07-26"}, []),
    "what begins is ended by whoever tells its end": (
        "Presence mission lashio 2020.. herald@2020-05-01; Presence mission lashio ..2024-07-25 wire@2024-07-26",
        {"date": "2024-08"},
        [],
    ),
    "leaving the region ends being in its town": (
        "Presence mission myawaddy 2020.. herald@2020-05-01; Presence mission kayin ..2024-07-25 wire@2024-07-26",
        {"date": "2024-08"},
        [],
    ),
    "leaving another town does not": (
        "Presence mission myawaddy 2020.. herald@2020-05-01; Presence mission lashio ..2024-07-25 wire@2024-07-26",
        {"date": "2024-08"},
        [("mission", "myawaddy", "since", "herald")],
    ),
    "competing claims stand side by side": (
        "Control army lashio 2024-07-25.. army@2024-07-26; "
        "Control rebels lashio 2024-07-20..2024-07-20 rebels@2024-07-21",
        {"date": "2024-07-25"},
        [("rebels", "lashio", "told for", "rebels"), ("army", "lashio", "since", "army")],
    ),
    "a claimant's later word replaces their earlier one": (
        "Control army lashio 2024-07-20.. wire@2024-07-20; Control rebels lashio 2024-07-25.. wire@2024-07-25",
        {"date": "2024-07-30"},
        [("rebels", "lashio", "since", "wire")],
    ),
    "but not before that later day": (
        "Control army lashio 2024-07-20.. wire@2024-07-20; Control rebels lashio 2024-07-25.. wire@2024-07-25",
        {"date": "2024-07-22"},
        [("army", "lashio", "since", "wire")],
    ),
    "of what is told day by day the last day": (
        "Control army lashio 2024-07-20..2024-07-20 wire@2024-07-20; "
        "Control army lashio 2024-07-25..2024-07-25 wire@2024-07-25",
        {"date": "2024-07-30"},
        [("army", "lashio", "told for", "wire")],
    ),
    "as known on a day": (
        "Control army lashio 2024-07-20.. wire@2024-07-20; Control rebels lashio 2024-07-25.. wire@2024-07-28",
        {"date": "2024-07-26", "known_by": "2024-07-27"},
        [("army", "lashio", "since", "wire")],
    ),
    "an end that was not known yet": (
        "Presence mission lashio 2020.. herald@2020-05-01; Presence mission lashio ..2024-07-25 wire@2024-07-29",
        {"date": "2024-07-27", "known_by": "2024-07-28"},
        [("mission", "lashio", "since", "herald")],
    ),
    "according to one of them": (
        "Control army lashio 2024-07-25.. army@2024-07-26; Control rebels lashio 2024-07-20.. rebels@2024-07-21",
        {"date": "2024-07-26", "according_to": "rebels"},
        [("rebels", "lashio", "since", "rebels")],
    ),
    "a place holds what lies in it": (
        "Control army lashio 2024.. army@2024-07-26; Control rebels myawaddy 2024.. rebels@2024-07-21",
        {"date": "2024-08", "place": "Kayin"},
        [("rebels", "myawaddy", "since", "rebels")],
    ),
    "an agreement in force, another that ended": (
        "AgreementStatus truce - 2024-01.. wire@2024-01-12; AgreementStatus pact - 2015.. wire@2024-01-12; "
        "AgreementStatus pact - ..2021-02 herald@2024-01-12",
        {"date": "2024-08"},
        [("truce", "", "since", "wire")],
    ),
    "a mandate until the day of the resolution that ends it": (
        "named r-2 wire@2024-01-12",
        {"date": "2023-06-30"},
        [("mandate", "", "until", "council")],
    ),
    "a mandate after that day": ("named r-2 wire@2024-01-12", {"date": "2023-07"}, []),
}


def store(told: str) -> EmbeddedStore:
    """A store of some situations, one claim and document each."""
    found = ox.Store()
    found.update(f"{HEAD} INSERT DATA {{ {WORLD} }}")
    for number, words in enumerate(told.split("; ")):
        *what, source = words.split()
        claimant, written = source.split("@")
        document = f""":d{number} a kg:Document ; dcterms:identifier "{number}" .
          :d{number} kg:publisher :{claimant} ; kg:date "{written}"^^xsd:date .
          :e{number} oa:hasSelector [ oa:exact "quote" ] ."""
        stated = named(number, *what) if what[0] == "named" else situation(number, claimant, *what)
        found.update(f"{HEAD} INSERT DATA {{ {stated} GRAPH :d{number} {{ {document} }} }}")
    return EmbeddedStore(found)


def named(number: int, _kind: str, resolution: str) -> str:
    return (
        f"GRAPH :d{number} {{ :m{number} kg:refersTo :{resolution} ; kg:document :d{number} ; kg:evidence :e{number} }}"
    )


def situation(number: int, claimant: str, kind: str, who: str, place: str, days: str) -> str:
    """A situation in the fused graph and the claim that it rests on; dates keep their precision."""
    start, end = days.split("..")
    ends = "".join(f'; kg:{name} "{day}"' for name, day in (("start", start), ("end", end)) if day)
    at = "" if place == "-" else f"; kg:place :{place}"
    actors = "".join(f':{n} a kg:RebelGroup ; skos:prefLabel "{n}" ; rdfs:label "{n}" .' for n in {who, claimant})
    return f"""GRAPH :fused {{ {actors}
        :s{number} a kg:{kind} ; {PLACE[kind]} :{who} {at} ; kg:statusValue "so" .
        :s{number} kg:basedOn :c{number} ; kg:time :t{number} .
        :t{number} a time:ProperInterval {ends} . }}
      GRAPH :d{number} {{ :c{number} kg:claimant :{claimant} ; kg:document :d{number} ; kg:evidence :e{number} . }}"""


@pytest.mark.parametrize("case", CASES)
def test_tells_who_and_on_whose_word(case: str) -> None:
    told, given, expected = CASES[case]
    table = queries.run(store(told), queries.load("asof"), given)
    assert isinstance(table, queries.Table)
    rows = [(row["who"], row["place"].lower(), row["basis"], row["claimant"]) for row in table.texts()]
    assert rows == expected
