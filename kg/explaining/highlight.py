"""What was read and why, for a person: extractions as one HTML page that needs no network and no script.

The text stands with its mentions, triggers and claims marked; below it every event and claim is listed with
its roles and the lexicon entry that fired.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from kg.model import Claim, EventMention, Extraction, Mention, Span

STYLE = """
body { font: 1rem/1.7 Georgia, serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
h1 { font-size: 1.2rem; } .text { white-space: pre-wrap; }
.claim { background: #f3f0df; } .trigger { border-bottom: 3px solid #b3361c; font-weight: bold; }
.cue { border-bottom: 3px double #6b5b00; } .person { color: #6a2c91; } .organisation { color: #00539c; }
.place { color: #00693e; } .time { color: #8a4b00; } .quantity { color: #7a0050; } .agreement { color: #9c2a00; }
table { border-collapse: collapse; font: .85rem/1.4 system-ui, sans-serif; width: 100%; margin: 1rem 0 3rem; }
td, th { border: 1px solid #ccc; padding: .25rem .5rem; text-align: left; vertical-align: top; }
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text, the class it is shown in, what a reader is told of it, and where it leads, if anywhere."""

    span: Span
    cls: str
    title: str
    href: str = ""


def page(extractions: Iterable[Extraction]) -> Iterator[str]:
    """The HTML page of some extractions, piece by piece."""
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width"><title>What kg read</title>'
    yield f"<style>{STYLE}</style></head><body>\n"
    for extraction in extractions:
        yield article(extraction)
    yield "</body></html>\n"


def article(extraction: Extraction) -> str:
    """One document: its marked text, then its events and claims as tables."""
    document, date = extraction.document, extraction.date
    mentions = {m.id: m for m in extraction.mentions}
    dated = f"{date.value}, {date.basis}" if date else "no date"
    return (
        f"<article><h1>{escape(document.title or document.id)} <small>({escape(dated)})</small></h1>\n"
        f'<div class="text">{marked(document.text, marks(extraction))}</div>\n'
        + table(
            ("event", "who", "to whom", "where", "when", "factuality", "rule"),
            (event_row(event, mentions, document.text) for event in extraction.events),
        )
        + table(
            ("claim by", "cue", "what", "kind", "rule"),
            (claim_row(claim, document.text) for claim in extraction.claims),
        )
        + "</article>\n"
    )


def marks(extraction: Extraction) -> list[Mark]:
    """Everything that is shown in the text itself."""
    found = [Mark(m.span, m.kind, mention_title(m)) for m in extraction.mentions]
    found += [Mark(e.trigger, "trigger", f"{e.type} [{e.rule}]") for e in extraction.events]
    for claim in extraction.claims:
        found += [Mark(span, "claim", f"claim {claim.id} ({claim.kind})") for span in claim.content]
        found += [Mark(claim.cue, "cue", f"cue of {claim.id} [{claim.rule}]")] if claim.cue else []
    return found


def mention_title(mention: Mention) -> str:
    name = f" = {mention.name}" if mention.name else ""
    return f"{mention.kind}: {mention.cls or 'unknown class'}{name}"


def marked(text: str, found: Iterable[Mark]) -> str:
    """The text as HTML, cut at every border of a mark; each piece carries the classes of all marks that cover it."""
    found = list(found)
    borders = sorted({0, len(text), *(at for mark in found for at in mark.span)})
    starting: dict[int, list[Mark]] = {}
    for mark in found:
        starting.setdefault(mark.span[0], []).append(mark)
    pieces, covering = [], list[Mark]()
    for start, end in itertools.pairwise(borders):
        covering = [m for m in covering if m.span[1] > start] + starting.get(start, [])
        piece = escape(text[start:end])
        if covering:
            classes = " ".join(dict.fromkeys(m.cls for m in covering))
            title = escape("\n".join(dict.fromkeys(m.title for m in covering)))
            href = next((m.href for m in reversed(covering) if m.href), "")
            opening, tag = (f'a href="{escape(href)}"', "a") if href else ("span", "span")
            piece = f'<{opening} class="{classes}" title="{title}">{piece}</{tag}>'
        pieces.append(piece)
    return "".join(pieces)


def event_row(event: EventMention, mentions: Mapping[str, Mention], text: str) -> tuple[str, ...]:
    def named(ids: Iterable[str]) -> str:
        return "; ".join(mentions[i].name or mentions[i].text for i in ids)

    when = f"{event.time.start or '…'} – {event.time.end or '…'} ({event.time.basis})" if event.time else ""
    target = named(event.targets) or (quote(text, event.theme) if event.theme else "")
    kind = f"{event.type}: {quote(text, event.trigger)}"
    factuality = f"{event.polarity}, {event.modality}"
    return kind, named(event.initiators), target, named(event.places), when, factuality, event.rule


def claim_row(claim: Claim, text: str) -> tuple[str, ...]:
    source = quote(text, claim.source_span) if claim.source_span else "(nobody named)"
    cue = quote(text, claim.cue) if claim.cue else ""
    return source, cue, " … ".join(quote(text, span) for span in claim.content), claim.kind, claim.rule


def quote(text: str, span: Span) -> str:
    return text[span[0] : span[1]]


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """An HTML table of plain texts."""
    titles = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n" for row in rows)
    return f"<table><tr>{titles}</tr>\n{body}</table>\n"
