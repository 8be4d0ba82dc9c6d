"""Every cue of a text with its source and content: verbs, nouns, adjectives, "according to", "reportedly", colons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extractors.claims.contents import active_content, is_passive, passive_content
from kg.extractors.claims.parentheticals import finite, spoken
from kg.extractors.claims.quotes import Quote
from kg.extractors.claims.sources import Source, agent, holder, lost_subject, phrase, speaker
from kg.extractors.claims.stretches import Contents, after_dateline, stretch, subtree, text_of
from kg.model import Span
from kg.vocabulary.cues import Cue, CueLexicon

COPULAS = frozenset(
    {"be", "remain", "feel", "seem", "become", "sound", "stay", "appear", "get", "look", "grow", "make"}
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with who says it and what; `quoted` where the content is, or may be taken up by, direct speech."""

    cue: Cue
    word: Token
    span: Span
    source: Source | None
    content: Contents
    quoted: bool = False


def attributions(doc: Doc, lexicon: CueLexicon, quotes: tuple[Quote, ...]) -> Iterator[Attribution]:
    """All attributions of a text in the order of their cues."""
    for token in doc:
        lemma = token.lemma_.lower()
        found = None
        if token.lower_ == "according":
            found = of_preposition(token, lexicon)
        elif token.tag_.startswith("V"):
            cues = lexicon.verbs.get(lemma)
            leads = not cues or introduces(token, lexicon) or silent(token, lexicon)
            found = None if leads else of_verb(token, cues or (), quotes)
        elif token.pos_ in ("NOUN", "PROPN"):
            cues = lexicon.nouns.get(lemma)
            found = of_noun(token, cues, lexicon) if cues else None
        elif token.pos_ == "ADJ":
            cues = lexicon.adjectives.get(lemma)
            found = of_adjective(token, cues) if cues else None
        elif token.pos_ == "ADV" and token.lower_ in lexicon.adverbs:
            found = of_adverb(token, lexicon.adverbs[token.lower_])
        if found:
            yield found


def of_verb(verb: Token, cues: tuple[Cue, ...], quotes: tuple[Quote, ...]) -> Attribution | None:
    """A verb's attribution: direct speech around it first, else the frames of its classes."""
    passive = is_passive(verb)
    speech = next((cue for cue in cues if "quote" in cue.frames), None)
    if speech and not passive and (content := spoken(verb, quotes)):
        return Attribution(speech, verb, cue_span(verb), speaker(verb), content, quoted=True)
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


def introduces(verb: Token, lexicon: CueLexicon) -> bool:
    """Whether a verb only leads to the cue itself: "[expressed] fears of …", "[appeared] to suggest that …"."""
    if any("seeming" in cue.frames for cue in lexicon.verbs.get(verb.lemma_.lower(), ())):
        said = (
            c for child in verb.rights if child.dep_ == "xcomp" for c in lexicon.verbs.get(child.lemma_.lower(), ())
        )
        return any("quote" in cue.frames for cue in said)
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


def of_noun(noun: Token, cues: tuple[Cue, ...], lexicon: CueLexicon) -> Attribution | None:
    """A noun's attribution: "the claim that …", "their refusal to …", "fears of …"."""
    source = holder(noun, lexicon.light_verbs)
    for cue in cues:
        content = noun_content(noun, cue, source is not None)
        if content:
            return Attribution(cue, noun, (noun.idx, noun.idx + len(noun)), source, content)
    return None


def noun_content(noun: Token, cue: Cue, owned: bool) -> Contents:
    """The clause, infinitive or prepositional phrase that a noun introduces."""
    for child in noun.rights:
        if child.dep_ in ("acl", "ccomp", "relcl") and child.pos_ in ("VERB", "AUX"):
            infinitive = any(c.tag_ == "TO" for c in child.lefts)
            marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.lefts)
            if ("to" in cue.frames and infinitive and owned) or ("clause" in cue.frames and marked):
                return subtree(child)
        if child.dep_ == "prep" and child.lower_ in cue.prepositions and owned and list(child.rights):
            return stretch(noun.doc, child.i + 1, child.right_edge.i)
    return ()


def of_adjective(word: Token, cues: tuple[Cue, ...]) -> Attribution | None:
    """An adjective's attribution: "is confident that …", "was willing to …"."""
    if word.dep_ not in ("acomp", "conj", "oprd", "ccomp", "advcl", "ROOT"):
        return None
    for cue in cues:
        for child in (*word.rights, *after_copula(word)):
            infinitive = child.dep_ in ("xcomp", "ccomp") and any(c.tag_ == "TO" for c in child.lefts)
            if (infinitive and "to" in cue.frames) or (
                child.dep_ == "ccomp" and not infinitive and "clause" in cue.frames
            ):
                return adjectival(cue, word, subtree(child))
            if child.dep_ == "prep" and child.lower_ in cue.prepositions and list(child.rights):
                return adjectival(cue, word, stretch(word.doc, child.i + 1, child.right_edge.i))
    return None


def after_copula(word: Token) -> list[Token]:
    """Clauses that the parser hangs on the copula though they belong to its adjective: "it is clear [that …]"."""
    return [c for c in word.head.rights if word.dep_ == "acomp" and c.dep_ == "ccomp" and c.i > word.i]


def adjectival(cue: Cue, word: Token, content: Contents) -> Attribution | None:
    source = speaker(word.head) if word.dep_ != "ROOT" else speaker(word)
    if source is not None and source.head.lower_ in ("it", "there"):
        source = None
    return Attribution(cue, word, (word.idx, word.idx + len(word)), source, content)


def of_preposition(word: Token, lexicon: CueLexicon) -> Attribution | None:
    """The attribution of "according to": its clause without the phrase itself."""
    to = next((c for c in word.children if c.lower_ == "to"), None)
    name = f"{word.lower_} to" if to is not None else word.lower_
    cues = lexicon.prepositions.get(name)
    named = next((c for c in (to or word).children if c.dep_ == "pobj"), None)
    if not cues or named is None:
        return None
    source = Source(named, phrase(named))
    end = to or word
    content = around(word, word.i, named.right_edge.i)
    return Attribution(cues[0], word, (word.idx, end.idx + len(end)), source, content, quoted=True) if content else None


def scope(word: Token, first: int) -> tuple[int, int]:
    """How far "according to" reaches: its sentence, or the relative clause that it ends without a comma."""
    clause = word.head
    if clause.dep_ == "relcl" and clause.left_edge.i < first and word.nbor(-1).text != ",":
        return clause.left_edge.i, clause.right_edge.i + 1
    return word.sent.start, word.sent.end


def around(word: Token, first: int, last: int) -> Contents:
    """What "according to" covers without the tokens `first` to `last` of the phrase itself."""
    start, end = scope(word, first)
    before = stretch(word.doc, start, first - 1) if first > start else ()
    after = stretch(word.doc, last + 1, end - 1) if last < end - 1 else ()
    text = text_of(word.doc)
    return tuple((after_dateline(text, s[0]), s[1]) for s in before + after if re.search(r"\w", text[s[0] : s[1]]))


def of_adverb(word: Token, cues: tuple[Cue, ...]) -> Attribution | None:
    """The attribution of "reportedly": its clause without the adverb, said by nobody named."""
    clause = word.head
    if clause.pos_ not in ("VERB", "AUX") or clause.left_edge.i > word.i:
        return None
    doc, first, last = word.doc, clause.left_edge.i, clause.right_edge.i
    before = stretch(doc, first, word.i - 1) if first < word.i else ()
    after = stretch(doc, word.i + 1, last) if word.i < last else ()
    return Attribution(cues[0], word, (word.idx, word.idx + len(word)), None, before + after)
