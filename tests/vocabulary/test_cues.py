"""The cue lexicon: whole, and loud about a kind or frame that does not exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import SetupError
from kg.vocabulary import cues
from kg.vocabulary.turtle import Turtle, shipped

HEAD = "@prefix kg: <https://w3id.org/conflict-kg/ontology#> . @prefix cue: <urn:cue/> .\n"


def lexicon(folder: Path, turtle: str) -> cues.CueLexicon:
    (folder / "cues.ttl").write_text(HEAD + turtle, "utf-8")
    return cues.read(Turtle(folder))


def test_word_of_two_classes_keeps_the_order_of_the_file(tmp_path: Path) -> None:
    read = lexicon(
        tmp_path,
        'cue:a a kg:CueClass ; kg:claimKind "asks" ; kg:frame "clause" ; kg:verbs "ask, beg" .'
        'cue:b a kg:CueClass ; kg:claimKind "asks" ; kg:frame "" ; kg:verbs "ask" ; kg:prepositions "for, about" .',
    )
    assert [(c.rule, sorted(c.frames), sorted(c.prepositions)) for c in read.verbs["ask"]] == [
        ("a", ["clause"], []),
        ("b", [], ["about", "for"]),
    ]


@pytest.mark.parametrize(
    ("kind", "frame", "complaint"),
    [("mutters", "clause", "claimKind 'mutters'"), ("says", "clause, sideways", "kg:frame: sideways")],
)
def test_unknown_kind_or_frame_is_refused(tmp_path: Path, kind: str, frame: str, complaint: str) -> None:
    with pytest.raises(SetupError, match=complaint):
        lexicon(tmp_path, f'cue:a a kg:CueClass ; kg:claimKind "{kind}" ; kg:frame "{frame}" ; kg:verbs "x" .')


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("say", "says"),
        ("allege", "claims"),
        ("deny", "denies"),
        ("order", "orders"),
        ("urge", "asks"),
        ("vow", "promises"),
    ],
)
def test_shipped_verbs_have_their_kind(word: str, kind: str) -> None:
    assert cues.read(shipped()).verbs[word][0].kind == kind


def test_no_class_lists_a_word_twice() -> None:
    """A word may stand in several classes, in one only once for each part of speech."""
    twice = [
        (node.local, word)
        for node in shipped().of_class("CueClass")
        for part in ("verbs", "nouns", "adjectives", "adverbs", "phrases")
        for word in set(node.words(part))
        if node.words(part).count(word) > 1
    ]
    assert sorted(twice) == []
