"""Bytes as text: by mark, declaration, as UTF-8, or by a guess that is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Problem
from kg.readers.text.encoding import decoded

ENGLISH = "The rebels’ leader, José Ibáñez, said “no” – again, in Bogotá’s El Tiempo on Monday. "
RUSSIAN = "Повстанцы заявили в понедельник, что заняли город после двух дней боёв с правительственными войсками. "
ARABIC = "قال الجيش إنه سيطر على المدينة بعد يومين من القتال مع المتمردين في شمال البلاد. "


@pytest.mark.parametrize(
    ("data", "declared", "encoding", "told"),
    [
        (ENGLISH.encode(), None, "utf-8", None),
        (ENGLISH.encode("utf-8-sig"), "koi8-r", "utf-8-sig", None),
        (ENGLISH.encode("utf-16"), None, "utf-16", None),
        (ENGLISH.encode("utf-32"), None, "utf-32", None),
        (ENGLISH.encode("utf-16-le"), None, "utf-16-le", "guessed-encoding"),
        (ENGLISH.encode("utf-16-be"), None, "utf-16-be", "guessed-encoding"),
        (ENGLISH.encode("cp1252"), "ISO-8859-1", "cp1252", None),
        (ENGLISH.encode("cp1252"), "us-ascii", "cp1252", None),
        (ENGLISH.encode("cp1252"), None, "cp1252", "guessed-encoding"),
        (ENGLISH.encode("cp1252"), "utf-8", "cp1252", "guessed-encoding"),
        (ENGLISH.encode("cp1252"), "nonsense", "cp1252", "guessed-encoding"),
        (ENGLISH.encode("cp1252"), "rot13", "cp1252", "guessed-encoding"),
        (ENGLISH.encode(), "windows-1252", "utf-8", "wrong-declaration"),
        (b"Plain ASCII.", "windows-1252", "utf-8", None),
        (RUSSIAN.encode("koi8-r"), "koi8-r", "koi8-r", None),
        (RUSSIAN.encode("koi8-r"), None, "koi8_r", "guessed-encoding"),
        (RUSSIAN.encode("cp1251"), None, "cp1251", "guessed-encoding"),
        (ARABIC.encode("cp1256"), None, "cp1256", "guessed-encoding"),
        ("軍は町を制圧した。".encode("iso2022_jp"), "iso-2022-jp", "iso2022_jp", None),
    ],
)
def test_bytes_are_read_in_their_encoding(data, declared, encoding, told):
    text = data.decode(encoding)
    found = decoded(data, "x", declared)
    assert (found.text, found.encoding, found.problem and found.problem.code) == (text, encoding, told)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfea", "wrong-encoding"),
        (b"\xef\xbb\xbf\xff", "wrong-encoding"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"word\0word", "binary"),
        (bytes(range(32)) * 4, "binary"),
    ],
)
def test_what_is_no_text_is_told(data, code):
    assert decoded(data, "x").code == code


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40).filter(
        lambda text: text[:1] != "\ufeff"
    )
)
@settings(max_examples=60, deadline=None)
def test_utf8_comes_back_as_it_was_unless_it_is_mostly_controls(text):
    found = decoded(text.encode(), "x")
    assert found.code == "binary" if isinstance(found, Problem) else (found.text, found.problem) == (text, None)
