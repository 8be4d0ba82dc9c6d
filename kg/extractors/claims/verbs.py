"""What a verb attributes: direct speech around it first, else the frames of its classes."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extractors.claims.attribution import Attribution
from kg.extractors.claims.contents import active_content
from kg.extractors.claims.nouns import noun_content
from kg.extractors.claims.parentheticals import finite, spoken, stray_tag
from kg.extractors.claims.passives import is_passive, passive_content
from kg.extractors.claims.quotes import Quote, quote_over
from kg.extractors.claims.rejoinders import rejoinder
from kg.extractors.claims.sources import Source, agent, holder, lost_subject, source_of, speaker
from kg.extractors.claims.stretches import Contents, subtree
from kg.model import Span
from kg.vocabulary.cues import Cue, CueLexicon

TOPICAL = frozenset({"of", "about", "against"})
HEARD = frozenset({"hearer", "object-to", "to-hearer"})


def of_cue_verb(verb: Token, lexicon: CueLexicon, quotes: tuple[Quote, ...]) -> Attribution | None:
    """The attribution of a verb, where it is a cue itself and does not lead to one or tell of silence."""
    cues = verb_cues(verb, lexicon)
    if not cues or introduces(verb, lexicon) or silent(verb, lexicon):
        return None
    if (answer := rejoinder(verb, cues, cue_span(verb), lexicon)) is not None:
        return answer
    return refused(issued(before_colon(of_verb(verb, cues, quotes)), lexicon), lexicon)


def before_colon(found: Attribution | None) -> Attribution | None:
    """A denial without what a colon adds to it, which is asserted: "disputed [the figure]: the fleet had lost two"."""
    if found is None or found.cue.kind != "denies" or len(found.content) != 1:
        return found
    start, end = found.content[0]
    colon = next((t for t in found.word.sent if t.text == ":" and max(start, found.span[1]) < t.idx < end), None)
    return found if colon is None else replace(found, content=((start, colon.idx),))


def verb_cues(verb: Token, lexicon: CueLexicon) -> tuple[Cue, ...]:
    """The classes of a verb, those with its particle first: "lashed out at", "ruled out"."""
    lemma = verb.lemma_.lower()
    cues = lexicon.verbs.get(lemma, ())
    if lemma in lexicon.phrasal:
        for child in verb.rights:
            if child.i <= verb.i + 3 and child.dep_ in ("prt", "advmod", "prep"):
                cues = (*lexicon.verbs.get(f"{lemma} {child.lower_}", ()), *cues)
    return cues


def of_verb(verb: Token, cues: tuple[Cue, ...], quotes: tuple[Quote, ...]) -> Attribution | None:
    """A verb's attribution: direct speech around it first, else the frames of its classes."""
    passive = is_passive(verb)
    speech = next((cue for cue in cues if "quote" in cue.frames), None)
    heard = any("hearer" in cue.frames for cue in cues)
    direct = speech is not None and not passive and not tells_of(verb, cues, quotes)
    content = spoken(verb, quotes, heard) if direct else ()
    if speech and content and (quote_over(quotes, content[0][0]) or not names_topic(verb, cues)):
        return Attribution(speech, verb, cue_span(verb), speaker(verb), content, quoted=True)
    if speech and direct and (stray := stray_tag(verb)) is not None:
        return Attribution(speech, verb, cue_span(verb), source_of(stray[0], verb), stray[1], quoted=True)
    found = passive_content(verb, cues) if passive else active_content(verb, cues)
    if found is None:
        silent = speech is not None and not passive and finite(verb)
        return Attribution(speech, verb, cue_span(verb), speaker(verb), (), quoted=True) if speech and silent else None
    seeming = "seeming" in found[0].frames
    if passive and agent(verb) is None and any(c.dep_ == "neg" for c in verb.children) and found[1] == subject(verb):
        return None
    source = agent(verb) if passive else None if seeming else speaker(verb) or lost_subject(verb)
    if not passive and not seeming and (source is None or impersonal(source, verb)):
        return None
    return Attribution(found[0], verb, cue_span(verb), source, found[1], quoted=speech is not None)


def tells_of(verb: Token, cues: tuple[Cue, ...], quotes: tuple[Quote, ...]) -> bool:
    """Whether a verb of speech has something said beside it or stands in a clause that tells when or why.

    "… and when the mayor blasted him", "the union denounced the plan"; a hearer is not what is said.
    """
    if verb.dep_ == "advcl" and any((c.dep_ == "mark" or c.tag_ == "WRB") and c.lower_ != "as" for c in verb.lefts):
        return True
    heard = any(not HEARD.isdisjoint(cue.frames) for cue in cues)
    objects = (c for c in verb.rights if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN"))
    return not heard and any(quote_over(quotes, c.idx) is None for c in objects)


def names_topic(verb: Token, cues: tuple[Cue, ...]) -> bool:
    """Whether a verb says by a preposition what it is about: "learned of the raid"."""
    led = {c.lower_ for c in verb.rights if c.dep_ == "prep"} & TOPICAL
    return bool(led) and any(led & cue.prepositions for cue in cues)


def subject(verb: Token) -> Contents:
    """A passive's subject: all that is left of "the toll was not confirmed", which nobody said."""
    return next((subtree(c) for c in verb.lefts if c.dep_ == "nsubjpass"), ())


def silent(verb: Token, lexicon: CueLexicon) -> bool:
    """Whether somebody says nothing: "did not respond to requests", "declined to comment"."""
    if verb.lemma_.lower() in lexicon.replies:
        return any(c.dep_ == "neg" for c in verb.children) or (verb.dep_ == "xcomp" and refuses(verb.head, lexicon))
    return refuses(verb, lexicon) and any(
        c.dep_ == "xcomp" and c.lemma_.lower() in lexicon.replies for c in verb.rights
    )


def refuses(verb: Token, lexicon: CueLexicon) -> bool:
    return any(cue.rule == "refuse" for cue in lexicon.verbs.get(verb.lemma_.lower(), ()))


def issued(found: Attribution | None, lexicon: CueLexicon) -> Attribution | None:
    """An attribution to a document as one to whoever issues it: "[the council] issued a statement calling …"."""
    if found is None or found.source is None or found.word.tag_ != "VBG" or found.word.dep_ != "acl":
        return found
    document = found.source.head
    if document.lemma_.lower() not in lexicon.documents:
        return found
    return replace(found, source=holder(document, lexicon.light_verbs) or found.source)


def refused(found: Attribution | None, lexicon: CueLexicon) -> Attribution | None:
    """An attribution as a negated one where somebody refuses it: "[declined] to endorse the plan"."""
    if found is None or found.word.dep_ != "xcomp" or not refuses(found.word.head, lexicon):
        return found
    return replace(found, span=(cue_span(found.word.head)[0], found.span[1]), negated=True)


def introduces(verb: Token, lexicon: CueLexicon) -> bool:
    """Whether a verb only leads to the cue itself: "[expressed] fears of …", "[appeared] to suggest that …"."""
    if refuses(verb, lexicon):
        said = (c for c in verb.rights if c.dep_ == "xcomp" and c.lemma_.lower() in lexicon.verbs)
        return any(active_content(c, lexicon.verbs[c.lemma_.lower()]) for c in said)
    if any("seeming" in cue.frames for cue in lexicon.verbs.get(verb.lemma_.lower(), ())):
        led = (c for c in verb.rights if c.dep_ == "xcomp")
        return any("quote" in cue.frames for c in led for cue in lexicon.verbs.get(c.lemma_.lower(), ()))
    if verb.lemma_.lower() not in lexicon.light_verbs:
        return False
    noun = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    cues = lexicon.nouns.get(noun.lemma_.lower(), ()) if noun is not None else ()
    return noun is not None and any(noun_content(noun, cue, owned=True) for cue in cues)


def impersonal(source: Source, verb: Token) -> bool:
    """Whether nobody acts in an infinitive: "it is hard [to know whether …]"."""
    return source.head.lower_ in ("it", "there") and verb.tag_ == "VB" and source.head.head != verb


def cue_span(verb: Token) -> Span:
    """A verb with the auxiliaries, negation and particle that stand right beside it: "did not say", "called for"."""
    first = last = verb.i
    for child in reversed(list(verb.lefts)):
        if child.i != first - 1 or child.dep_ not in ("aux", "auxpass", "neg", "advmod"):
            break
        first = child.i
    for child in verb.rights:
        if child.i == last + 1 and child.dep_ in ("prt", "prep") and child.pos_ in ("ADP", "PART"):
            last = child.i
    doc = verb.doc
    return doc[first].idx, doc[last].idx + len(doc[last])
