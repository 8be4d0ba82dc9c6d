"""Small files made byte by byte (PDF, Word, archives), as whole or as broken as a test wants, and how they read."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from xml.sax.saxutils import escape

from kg.model import Document, Problem
from kg.readers import Options, read_source
from kg.readers.base.source import Source, of_bytes

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(pages: Sequence[Sequence[str]], info: Mapping[str, str] | None = None, lang: str = "") -> bytes:
    """A PDF with some lines of text on each page; a page without lines draws a line."""
    return pdf_of([drawn(lines) for lines in pages], info, lang)


def drawn(lines: Sequence[str]) -> bytes:
    """What draws lines of text from the top of a page down."""
    if not lines:
        return b"0 0 m 9 9 l S"
    shown = b" ".join(b"(%s) Tj T*" % literal(line) for line in lines)
    return b"BT /F1 12 Tf 14 TL 72 760 Td " + shown + b" ET"


def literal(text: str) -> bytes:
    """A text as it stands between the parentheses of a PDF string."""
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def pdf_of(
    contents: Sequence[bytes], info: Mapping[str, str] | None = None, lang: str = "", extra: bytes = b""
) -> bytes:
    """A PDF with what draws each page, packed; `extra` goes into its trailer."""
    count = len(contents)
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(count))
    told = b" ".join(b"/%s (%s)" % (key.encode(), literal(value)) for key, value in (info or {}).items())
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % (b"/Lang (%s)" % lang.encode() if lang else b""),
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< %s >>" % told,
    ]
    for number, content in enumerate(contents):
        packed = zlib.compress(content)
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (6 + 2 * number),
            b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(packed), packed),
        ]
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return bytes(out) + b"trailer << /Size %d /Root 1 0 R /Info 4 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        extra,
        start,
    )


def docx(body: str, core: str = "", prolog: str = "") -> bytes:
    """A Word file; `body` is what stands in its body as XML, `core` in its properties."""
    properties = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"{core}</cp:coreProperties>"
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"{prolog}<w:document {WORD}><w:body>{body}</w:body></w:document>",
            "docProps/core.xml": properties,
        }
    )


def paragraph(*runs: str) -> str:
    """A paragraph of runs of text."""
    return "<w:p>" + "".join(f"<w:r><w:t>{escape(run)}</w:t></w:r>" for run in runs) + "</w:p>"


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tarred(members: Mapping[str, bytes], mode: str = "w") -> bytes:
    """A TAR archive; `mode` as for tarfile ("w:gz")."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def found(name: str, data: bytes, options: Options = Options()) -> list[Document | Problem]:  # noqa: B008
    """What is read from bytes that come under a name."""
    return list(read_source(Source(name, name, PurePosixPath(name).stem, of_bytes(data)), options))


def texts(items: Iterable[Document | Problem]) -> list[str]:
    """The texts of documents, the codes of problems."""
    return [item.text if isinstance(item, Document) else item.code for item in items]
