"""Letters, newsletters and boxes of them."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Problem
from kg.readers import Options
from kg.readers.mail.replies import own_lines
from kg.settings import Limits
from tests.readers.tiny import docx, found, paragraph, texts

HEADERS = (
    "From: Sahel Brief <brief@sahel.example>\nTo: you@x.example\nDate: Tue, 14 Nov 2023 23:30:00 -0500\nSubject: {}\n"
)
NEWS = "The army said on Monday that the rebels had left the town and that it was quiet in the north of the region."
LETTER = (HEADERS.format("The north") + f"Message-ID: <1@sahel.example>\n\n{NEWS}\n").encode()


def letter(plain: str = "", page: str = "", **enclosed: bytes) -> bytes:
    """A letter with a plain part, a page, and files."""
    message = EmailMessage()
    message["From"], message["To"], message["Date"] = "a@b.example", "c@d.example", "Tue, 14 Nov 2023 09:00:00 +0000"
    message["Subject"] = "On the truce"
    message.set_content(plain)
    if page:
        message.add_alternative(page, subtype="html")
    for name, data in enclosed.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name.replace("_", "."))
    return message.as_bytes()


def test_a_letter_says_who_sent_it_when_and_about_what():
    data = LETTER.replace(b"\nTo:", b"\nList-Id: Sahel Brief Weekly <weekly.sahel.example>\nTo:").replace(
        b"Subject: The north", b"Subject: =?utf-8?q?Gao_=E2=80=93_calm?=\nArchived-At: <https://sahel.example/1>"
    )
    (document,) = found("x.eml", data)
    assert isinstance(document, Document)
    known = (document.id, document.title, document.source, document.author, document.date, document.url)
    expected = (
        "1@sahel.example",
        "Gao – calm",
        "Sahel Brief Weekly",
        "Sahel Brief",
        "2023-11-14",
        "https://sahel.example/1",
    )
    assert known == expected
    assert document.text == NEWS


@pytest.mark.parametrize(
    ("lines", "own"),
    [
        (
            ["Mine.", "On Mon, 13 Nov 2023, Awa Keita <a@b.c> wrote:", "> old", ">> older", "Mine too."],
            ["Mine.", "Mine too."],
        ),
        (["Mine.", "On Mon, 13 Nov 2023 at 09:00,", "Awa Keita <a@b.c> wrote:", "", "> old"], ["Mine.", ""]),
        (["Mine.", "-----Original Message-----", "From: a", "old"], ["Mine."]),
        (
            ["-----Forwarded message-----", "From: a", "all there is"],
            ["-----Forwarded message-----", "From: a", "all there is"],
        ),
        (["Mine.", "_" * 32, "From: a", "Sent: b", "To: c", "Subject: d", "old"], ["Mine."]),
        (["Mine.", "-- ", "Awa Keita", "Desk"], ["Mine."]),
        (["One.", "--", *["Two."] * 20], ["One.", "--", *["Two."] * 20]),
        (["Mine.", "Sent from my iPhone"], ["Mine."]),
        (["On Monday the minister wrote:", "“We left.”"], ["On Monday the minister wrote:", "“We left.”"]),
    ],
)
def test_replies_and_signatures_are_kept_out(lines, own):
    assert own_lines(lines) == own


PAGE = f"""<html><head><style>p {{}}</style></head><body><div style="display: none">Preview</div><table><tr><td>
<a href="x">View in your browser</a><h1>Quiet north</h1><p>{NEWS}</p></td></tr><tr><td>{NEWS}<br>
<a href="y">Read more</a>
</td></tr><tr><td>You receive this because you signed up. <a>Unsubscribe</a></td></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (letter("View this in your browser: https://x.example", PAGE), [f"Quiet north\n{NEWS}\n{NEWS}"]),
        (letter(f"{NEWS}\n\n" * 4, "<p>short</p>"), ["\n\n".join([NEWS] * 4)]),
        (letter("Some wrapped\nlines go on.\n\nUnsubscribe: https://x.example/u"), ["Some wrapped lines go on.\n"]),
        (letter("See the report.", report_docx=docx(paragraph("It holds."))), ["See the report.", "It holds."]),
        (letter("See the photo.", photo_jpg=b"\xff\xd8\xff\0"), ["See the photo.", "passed-over"]),
        (letter("Forwarded.", old_eml=LETTER), ["Forwarded.", NEWS]),
        (HEADERS.format("x").encode() + b"\n", ["no-text"]),
        (
            HEADERS.format("x").encode() + b"Content-Type: text/plain; charset=klingon\n\nTh\xe9 truce holds.",
            ["guessed-encoding", "Thé truce holds."],
        ),
        (HEADERS.format("x").encode() + b"Content-Transfer-Encoding: base64\n\n!!!", ["no-text"]),
    ],
)
def test_the_text_is_found_and_so_is_what_is_enclosed(data, expected):
    assert [text.rstrip() for text in texts(found("x.eml", data))] == [text.rstrip() for text in expected]


def test_a_box_is_read_letter_by_letter():
    second = LETTER.replace(b"<1@", b"<2@").replace(
        NEWS.encode(), b"From here on it is calm.\n\n>From the south: nothing."
    )
    start = b"From brief@sahel.example Tue Nov 14 09:00:00 2023\n"
    items = found("box", start + LETTER + b"\n" + start + second)
    assert texts(items) == [NEWS, "From here on it is calm.\n\nFrom the south: nothing."]
    assert [item.id for item in items if isinstance(item, Document)] == ["1@sahel.example", "2@sahel.example"]
    longer = start + LETTER + b"x" * 99 + b"\n\n" + start + LETTER
    assert texts(found("box", longer, Options(Limits(bytes=len(LETTER) + 9)))) == ["too-big", NEWS]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["From: a@b\n", "Date: x\n", "Subject: =?utf-8?b?//?=\n", "\n", "--b\n", "--b--\n", "> q\n", "é\0"]
        )
        | st.text(max_size=9)
    )
)
def test_no_letter_stops_the_reader(parts):
    start = "From: a\nTo: b\nDate: c\nContent-Type: multipart/mixed; boundary=b\n"
    for item in found("x.eml", (start + "".join(parts)).encode("utf-8", "surrogatepass")):
        assert isinstance(item, Document | Problem)
