"""Made-up articles, the same for the same number."""

from __future__ import annotations

import random

SUBJECTS = ("Troops", "Rebels", "A spokesman for the army", "Residents", "The governor", "Aid workers", "Protesters")
VERBS = ("said on Monday that", "denied that", "reported that", "told reporters that", "feared that")
CLAUSES = (
    "the town had been shelled for two days",
    "the road to the border was closed again",
    "at least fourteen people were killed near the market",
    "talks on a ceasefire would resume in the capital next week",
    "fighters had left three villages in the north of the province",
    "the bridge over the river was destroyed in an air strike",
)
PARAGRAPHS, SENTENCES = 12, 3


def paragraphs(number: int) -> list[str]:
    """The paragraphs of one article, the same for the same number: about 400 words."""
    chance = random.Random(number)
    return [f"{'. '.join(sentence(chance) for _ in range(SENTENCES))}, {number}.{n}." for n in range(PARAGRAPHS)]


def sentence(chance: random.Random) -> str:
    """Somebody says something."""
    return f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(CLAUSES)}"


def text(number: int) -> str:
    """An article as plain text."""
    return "\n\n".join(paragraphs(number))


def item(number: int) -> dict[str, str]:
    """An article as an object."""
    return {"id": str(number), "title": f"Report {number}", "text": text(number), "date": "2020-01-01"}
