"""Which names stand where: known ones first, then those a text introduces, then what the model proposes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span

from kg.extractors.base import Extractor, Reading
from kg.extractors.grammar.nominals import Name
from kg.extractors.names.longer import begins_body, inside_other_name, longer_town, other_body, whole_name
from kg.extractors.names.phrases import phrases
from kg.extractors.names.proposals import capitalised_runs, is_bound, proposed_names
from kg.extractors.names.shortforms import short_forms
from kg.nlp import datelines
from kg.vocabulary.naming import Hit

# Forms of address: a closed class, so in code.
COURTESY = ("mr", "ms", "mrs", "miss", "dr", "prof", "sir", "rev")
IN_BRACKETS = re.compile(r"\(([^()\n]{2,60})\) [-–—]")


def extract(reading: Reading) -> Reading:
    """Finds the names of a document and the noun phrases around them."""
    known = apart(known_names(reading))
    taken = {i for name in known for i in range(name.start, name.end)}
    introduced = list(short_forms(reading.doc, known, taken))
    known = [name for name in known if not any(n.start <= name.start and name.end <= n.end for n in introduced)]
    taken.update(i for name in introduced for i in range(name.start, name.end))
    proposed = [name for name in proposed_names(reading.doc, taken) if not is_noun(name, reading)]
    taken.update(i for name in proposed for i in range(name.start, name.end))
    unseen = [name for name in capitalised_runs(reading.doc, taken) if not is_noun(name, reading)]
    found = [*proposed, *unseen]
    settled = outvoted(found, known, titled(found, reading), outlets(reading.document.text))
    names = sorted([*known, *introduced, *settled], key=lambda name: name.start)
    return replace(reading, names=tuple(names), phrases=phrases(reading, tuple(names)))


def known_names(reading: Reading) -> Iterator[Name]:
    """Names of the lexicon; of several meanings the one whose country the text is about."""
    doc, text = reading.doc, reading.document.text
    hits = [(hit, span) for hit in reading.lexicon.actors.names.find(text) if (span := span_of(doc, text, hit))]
    countries = Counter(n.entity.country for hit, _ in hits for n in hit.names[:1] if len(set_of(hit)) == 1)
    for hit, span in hits:
        best = max(hit.names, key=lambda name: countries[name.entity.country] if name.entity.country else 0)
        chosen = best if len(set_of(hit)) > 1 else hit.names[0]
        if (longer := longer_town(span, chosen, reading.lexicon)) is not None:
            yield Name(longer.start, longer.end, longer.root.i, longer.text, label="GPE")
        elif (other := other_body(span, chosen, reading.lexicon)) is not None:
            yield Name(other.start, other.end, other.root.i, other.text, label="ORG")
        elif not inside_other_name(span, chosen) and not begins_body(span, chosen, reading.lexicon):
            full = whole_name(span, chosen, text)
            yield Name(full.start, full.end, full.root.i, full.text, chosen.entity, chosen.use, bound=is_bound(full))


def apart(names: Iterable[Name]) -> list[Name]:
    """The names without those that stand inside another: "Kenya" of "the Kenya Red Cross"."""
    kept: list[Name] = []
    for name in names:
        while kept and name.start <= kept[-1].start and kept[-1].end <= name.end:
            kept.pop()
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def is_noun(name: Name, reading: Reading) -> bool:
    """Whether a proposed name is only a capitalised noun ("the Coalition", "Second") or an event's: "Battle of X"."""
    if joins_countries(name.text, reading):
        return True
    last, size = reading.doc[name.end - 1], name.end - name.start
    if size == 1 and last.is_sent_start and last.lower_ in reading.lexicon.events.nouns:
        return True  # "Fighting broke out"
    tokens = reading.doc[name.start : name.end]
    if all(t.lower_ in reading.lexicon.places.directions for t in tokens) or all(t.like_num for t in tokens):
        return True
    nouns = reading.lexicon.actors.nouns.nouns
    heads = [last, *(t for t in tokens[:-1] if t.nbor().lower_ == "of")]
    if any((noun := nouns.at(head)) is not None and not noun.actor for head in heads):
        return True
    before = reading.doc[name.start - 1].lower_ if name.start else ""
    if size == 1 and before == "the" and last.lower_ in nouns.by_last:
        return True
    role = nouns.at(last)
    for entry in (role, reading.lexicon.places.nouns.at(last)):
        if entry is not None and len(entry.words.replace("-", " - ").split()) >= size:
            return True
    return False


def joins_countries(text: str, reading: Reading) -> bool:
    """Whether a word only sets two countries side by side: "Iran-Iraq", "U.S.-Mexico"."""
    parts = [reading.lexicon.actors.names.named(part) for part in text.replace("–", "-").split("-")]
    return len(parts) == 2 and all(any(known.entity.cls == "Country" for known in part) for part in parts)


def titled(names: list[Name], reading: Reading) -> set[str]:
    """The surnames that somewhere follow a title: "Prada" of "Ms Prada"."""
    nouns = reading.lexicon.actors.nouns.nouns
    found = set()
    for name in names:
        title = reading.doc[name.start if name.end - name.start == 2 else max(0, name.start - 1)]
        noun = nouns.at(title)
        addressed = title.lower_.rstrip(".") in COURTESY or (noun is not None and noun.number == "title")
        if name.label == "PERSON" and name.end - name.start <= 2 and addressed:
            found.add(name.text.split()[-1])
    return found


def outlets(text: str) -> set[str]:
    """What datelines name as the source of an article: "Horn Dispatch" of "NAIROBI, Aug 7 (Horn Dispatch) - "."""
    return {name.strip() for start, end in datelines(text) for name in IN_BRACKETS.findall(text[start:end])}


def outvoted(names: list[Name], known: list[Name], titled: set[str], outlets: set[str]) -> list[Name]:
    """The names, each with the label that most mentions of the same words got.

    A person's surname is a person, and the source of the article an organisation.
    """
    votes: dict[str, Counter[str]] = {}
    for name in names:
        votes.setdefault(name.text, Counter())[name.label] += 1
    surnames = {name.text.split()[-1] for name in names if name.label == "PERSON" and " " in name.text}
    people = [n.entity.label for n in known if n.entity and n.entity.kind == "person"]
    surnames.update(label.replace("-", " ").split()[-1] for label in people)

    def is_person(name: Name) -> bool:
        full = name.text.istitle() and name.label == "ORG" and name.text.split()[-1] in titled
        return name.text in surnames or full

    def label(name: Name) -> str:
        if name.text in outlets:
            return "ORG"
        return "PERSON" if is_person(name) else votes[name.text].most_common(1)[0][0]

    return [replace(name, label=label(name)) for name in names]


def set_of(hit: Hit) -> set[str]:
    return {name.entity.iri for name in hit.names}


def span_of(doc: Doc, text: str, hit: Hit) -> Span | None:
    """The tokens of a hit, a possessive ending left out; none in the middle of a hyphenated word ("Port-au-Prince")."""
    if text[max(0, hit.start - 1) : hit.start] == text[hit.end : hit.end + 1] == "-":
        return None
    span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
    if span is None or span.end_char - span.start_char - (hit.end - hit.start) > 2:
        return None
    return span


EXTRACTOR = Extractor("names", requires=(), assigns=("names", "phrases"), extract=extract)
