"""What every document must pass, and what is told of those that pass."""

from __future__ import annotations

import pytest

from kg.model import Document
from kg.readers.base.source import Source, of_bytes
from kg.readers.checks import checked, mojibake
from kg.settings import Limits

SOURCE = Source("dir/a.txt", "a.txt", "a", of_bytes(b""))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels left Gao.", []),
        ("Re\u00adbels left \u202eoaG\u202c \ufeffon \u200bMonday.", []),
        (" \n", ["empty"]),
        ("Rebels\0", ["binary"]),
        ("Rebels \ud83d", ["bad-text"]),
        ("word " * 21, ["too-long"]),
        ("The army’s man said.".encode().decode("cp1252"), ["mojibake"]),
    ],
)
def test_a_document_is_checked_and_its_text_left_as_it_is(text, expected):
    found = list(checked(Document("a", text), SOURCE, Limits(characters=100)))
    kept = [item.text for item in found if isinstance(item, Document)]
    assert [item.code for item in found if not isinstance(item, Document)] == expected
    assert kept == ([text] if expected in ([], ["mojibake"]) else [])


@pytest.mark.parametrize(("name", "expected"), [("a", "dir/a.txt"), ("b", "dir/a.txt: b")])
def test_a_problem_names_the_article_where_the_file_has_several(name, expected):
    (problem,) = checked(Document(name, ""), SOURCE, Limits())
    assert problem.document == expected


@pytest.mark.parametrize(
    "text", ["l’armée", "“Nous”", "Ibáñez", "Ståhl", "Łódź", "Škoda – Ünal", "a £5 note", "wait…", "Đà Nẵng", "€20"]
)
def test_letters_that_were_broken_are_seen_and_whole_ones_left_alone(text):
    assert mojibake(text) is None
    assert mojibake(text.encode().decode("cp1252", "ignore")) is not None


@pytest.mark.parametrize("text", ["CAFÉ»", "À©", "Âge", "SÃO PAULO", "ÅLAND", "â la carte", "Ä", "Ô…"])
def test_rare_letters_are_no_fault(text):
    assert mojibake(text) is None


def test_what_cannot_be_stored_of_a_title_or_a_name_is_left_out():
    document = Document("a", "Rebels left Gao.", title="Ga\0o", author="\udfff", source="X")
    *told, found = checked(document, SOURCE, Limits())
    assert [problem.code for problem in told] == ["bad-title", "bad-author"]
    assert (found.title, found.author, found.source) == (None, None, "X")
