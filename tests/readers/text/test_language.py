"""English is read, whatever names it holds; what is surely another language is turned away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.readers.text.language import language_of

TESTS = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le gouvernement a annoncé lundi la reprise des négociations avec les groupes armés du nord du pays.", "fr"),
        (
            "El Ejército informó este martes de que dos soldados murieron en un ataque de la guerrilla en el Cauca.",
            "es",
        ),
        (
            "Die Regierung teilte am Montag mit, dass die Truppen sich aus den Städten im Osten zurückziehen werden.",
            "de",
        ),
        (
            "O governo disse na segunda-feira que as tropas deixariam as cidades do norte da província em breve.",
            "pt",
        ),
        (
            "De regering zei maandag dat de troepen zich binnen twee weken uit de steden in het oosten terugtrekken.",
            "nl",
        ),
        (
            "Rząd poinformował w poniedziałek, że wojska wycofają się z miast na wschodzie kraju już wkrótce.",
            "pl",
        ),
        (
            "Serikali ilisema Jumatatu kwamba wanajeshi wake wataondoka katika miji ya mashariki ndani ya wiki mbili.",
            "sw",
        ),
        (
            "Hükümet pazartesi günü askerlerin iki hafta içinde doğudaki şehirlerden çekileceğini söyledi.",
            "tr",
        ),
        ("Повстанцы заявили в понедельник, что заняли город.", "ru"),
        ("قال الجيش إنه سيطر على المدينة بعد يومين من القتال.", "ar"),
        ("政府周一表示，部队将在两周内撤出东部城市。", "zh"),
        ("Troops left Kidal.", None),
        ("Ansar Dine, AQIM, MNLA, MUJAO", None),
        ("1,200", None),
        ("Rebels seized Anefis and the army withdrew to Gao, a spokesman for the coalition said on Sunday.", "en"),
        ("The “Mouvement national de libération de l'Azawad” and the “Haut conseil pour l'unité” denied it.", "en"),
        ("U.S. forces struck al-Shabaab fighters near Jilib, killing four, AFRICOM said.", None),
    ],
)
def test_the_language_of_a_text(text, expected):
    assert language_of(text) == expected


def test_what_is_declared_counts_where_the_words_leave_room_for_it():
    assert language_of("The army said that it had taken the town from the rebels.", "fr") == "en"
    assert language_of("Troops left Kidal.", "fr") is None


@pytest.mark.parametrize("file", ["gold/conflicts.jsonl", "scenario/reports.jsonl"])
def test_no_english_article_is_turned_away(file):
    texts = [json.loads(line)["text"] for line in (TESTS / file).read_text().splitlines()]
    assert {language_of(text) for text in texts} <= {"en", None}
