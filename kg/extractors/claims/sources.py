"""Who is named as the one who says it: the noun phrase a cue takes its claimant from."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.grammar.joints import joined_to
from kg.extractors.grammar.misparses import cut_off
from kg.extractors.grammar.relatives import antecedent
from kg.model import Span

SUBJECTS = ("nsubj", "csubj")
SUBJECT_CONTROL = ("promise", "vow", "pledge", "threaten", "swear", "use")
ISSUING = ("of", "by", "from")
CARRIERS = ("conj", "xcomp", "advcl", "ccomp", "acl", "pcomp", "relcl", "prep", "dep", "parataxis", "npadvmod")


@dataclass(frozen=True, slots=True)
class Source:
    """A claimant: the head of its noun phrase (a relative pronoun's antecedent) and the phrase as written."""

    head: Token
    span: Span


def phrase(token: Token) -> Span:
    """The noun phrase of a token with all its modifiers, as characters, without punctuation at its ends."""
    doc, left, right = token.doc, token.left_edge.i, token.right_edge.i
    while left < token.i and (doc[left].is_punct or doc[left].is_space):
        left += 1
    while right > token.i and (doc[right].is_punct or doc[right].is_space):
        right -= 1
    if "(" in (t.text for t in doc[left : right + 1]) and right + 1 < len(doc) and doc[right + 1].text == ")":
        right += 1
    right = min([right, *(c.left_edge.i - 2 for c in token.rights if c.dep_ == "relcl" and set_off(c))])
    return doc[left].idx, doc[right].idx + len(doc[right])


def set_off(clause: Token) -> bool:
    """Whether a relative clause stands behind a comma and only adds to what it is about."""
    return clause.left_edge.i > 1 and clause.left_edge.nbor(-1).text == ","


def source_of(token: Token, verb: Token) -> Source:
    """A subject of `verb` as a claimant; a relative pronoun speaks for what it stands for, in its own word ("who")."""
    head = antecedent(token, verb)
    return Source(head, phrase(token) if head == token else (token.idx, token.idx + len(token)))


def subject_of(verb: Token) -> Token | None:
    """The subject written at the verb itself: the one behind it in "…, said X", else the nearest before it."""
    behind = next((c for c in verb.rights if c.dep_ in SUBJECTS), None)
    if behind is not None and verb.i > 0 and verb.nbor(-1).is_punct:
        return behind
    return next((c for c in reversed(list(verb.lefts)) if c.dep_ in SUBJECTS and not cut_off(c, verb)), behind)


def speaker(verb: Token) -> Source | None:
    """Who does what the verb says: its own subject, or the one it shares with the verb or noun above it."""
    token = verb
    for _ in range(6):
        own = subject_of(token)
        if own is not None:
            return source_of(own, token)
        if agent_named(token):
            return None
        if token.dep_ not in CARRIERS or token.head == token:
            return None
        if token.dep_ in ("acl", "relcl") and token.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return owner_or_self(token)
        moved = controller(token)
        if moved is not None:
            return Source(moved, phrase_before(moved, token))
        token = joined_to(token)
        passive = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
        if passive is not None:
            return source_of(passive, token)
    return None


def controller(verb: Token) -> Token | None:
    """Whom the verb above makes do it: "forced [the mayor] to admit", "left [many] feeling that …"."""
    if verb.dep_ != "xcomp" or verb.tag_ not in ("VB", "VBG") or verb.head.lemma_ in SUBJECT_CONTROL:
        return None
    return next((c for c in verb.head.rights if c.dep_ in ("dobj", "dative") and c.i < verb.i and c.tag_ != "WP"), None)


def lost_subject(verb: Token) -> Source | None:
    """The noun beside a verb for which the parser found no subject: "Asked why, the mayor, X, said", "Said X: …"."""
    opening = verb.dep_ in ("compound", "amod") and verb.is_sent_start and verb.head.i > verb.i
    if opening and verb.head.pos_ in ("NOUN", "PROPN"):
        return Source(verb.head, (verb.nbor(1).idx, phrase(verb.head)[1]))
    if verb.dep_ != "ROOT" or verb.tag_ not in ("VBD", "VBZ", "VBP") or any("subj" in c.dep_ for c in verb.children):
        return None
    before = verb.doc[verb.sent.start : verb.i]
    noun = next((t for t in reversed(before) if not t.is_punct and not t.is_space), None)
    return Source(noun, phrase(noun)) if noun is not None and noun.pos_ in ("NOUN", "PROPN") else None


def agent_named(verb: Token) -> bool:
    """Whether the verb is a passive with a subject of its own, which is not the one who speaks."""
    return any(c.dep_ == "nsubjpass" for c in verb.children)


def owner_or_self(clause: Token) -> Source:
    """Who acts in a clause under a noun: the noun ("a man calling …"), or its owner ("his offer to …")."""
    noun = clause.head
    return (holder(noun) if clause.tag_ == "VB" else None) or Source(noun, phrase_before(noun, clause))


def phrase_before(noun: Token, clause: Token) -> Span:
    """A noun phrase up to a clause that hangs on it."""
    start, end = phrase(noun)
    doc, stop = noun.doc, clause.left_edge.i - 1
    while stop > noun.i and (doc[stop].is_punct or doc[stop].is_space):
        stop -= 1
    return start, min(end, doc[max(stop, noun.i)].idx + len(doc[max(stop, noun.i)]))


def agent(verb: Token) -> Source | None:
    """The "by" phrase of a passive."""
    for child in verb.rights:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return Source(grandchild, phrase(grandchild))
    return None


def holder(noun: Token, light_verbs: frozenset[str] = frozenset()) -> Source | None:
    """Whose a noun of saying or thinking is: "their claim", "a call by X", "warnings from X", "X made a claim"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return Source(child, phrase(child))
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "among", "in"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj" and (child.lower_ != "in" or grandchild.pos_ == "PROPN"):
                    return Source(grandchild, phrase(grandchild))
    for child in (*claimants(noun), *noun.lefts):
        named = child.dep_ in ("compound", "nmod") and child.ent_type_ in ("ORG", "PERSON", "NORP", "GPE")
        if named or child.dep_ == "pobj":
            return Source(child, phrase(child))
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.dep_ == "dobj":  # "a series of tweets"
        verb = verb.head.head
    elif noun.dep_ in ("pobj", "conj") and verb.dep_ == "prep":
        verb = verb.head
    if noun.dep_ in ("dobj", "pobj", "attr") and verb.lemma_.lower() in light_verbs and not agent_named(verb):
        return speaker(verb)
    return None


def claimants(noun: Token) -> list[Token]:
    """Whose a noun with a clause is by its "of": "claims of [the opposition] that …"."""
    if not any(c.dep_ in ("acl", "relcl", "ccomp") and c.left_edge.lower_ == "that" for c in noun.rights):
        return []
    led = (p for p in noun.rights if p.dep_ == "prep" and p.lower_ == "of")
    return [c for p in led for c in p.children if c.dep_ == "pobj"]


def mention_of(reading: Reading, source: Source) -> str | None:
    """The id of the mention that is the claimant.

    That of "sources" in "military, political and rebel sources", which the parser takes for three; else the one
    the phrase's head heads; else the shortest that holds the head.
    """
    head = source.head
    bare = not any(c.dep_ in ("det", "poss") for c in head.children)
    listed = {c.i for c in head.children if bare and c.dep_ in ("conj", "appos")}
    actors = [m for m in reading.mentions if m.kind in ("person", "organisation", "place")]
    found = [m for m in actors if m.cls == "Sources" and m.head in listed]
    direct = reading.mention_at(head, "person", "organisation", "place")
    if direct is not None and not found:
        return direct.id
    found = found or [m for m in actors if m.start <= head.idx and head.idx + len(head) <= m.end]
    if not found:
        return namesake(reading, head)
    return min(found, key=lambda m: (m.end - m.start, m.id)).id


def namesake(reading: Reading, noun: Token) -> str | None:
    """The organisation that a noun for nobody is called after, or whose document it is.

    "NATO's [KFOR] mission", "a [Reuters] report", "a communiqué of [the joint chiefs]".
    """
    named = (reading.mention_at(c, "organisation") for c in reversed(list(noun.lefts)) if c.dep_ == "compound")
    found = next((m.id for m in named if m is not None and m.entity), None)
    if found is not None or noun.lemma_.lower() not in reading.lexicon.cues.documents:
        return found
    led = (c for p in noun.rights if p.dep_ == "prep" and p.lower_ in ISSUING for c in p.children if c.dep_ == "pobj")
    issuers = (reading.mention_at(c, "organisation", "person", "place") for c in led)
    return next((m.id for m in issuers if m is not None), None)
