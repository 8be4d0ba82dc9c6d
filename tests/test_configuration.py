"""Settings: the file, the environment over it, and what is wrong with either."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from kg.configuration import KEYS, configured, template
from kg.errors import SetupError
from kg.settings import Limits, Settings


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(text: str, **environment: str) -> Settings:
    Path("kg.toml").write_text(text, "utf-8")
    return configured(environment)


def test_without_file_and_variables_there_are_the_defaults() -> None:
    assert configured({}) == Settings()


def test_the_template_says_the_defaults_of_every_setting() -> None:
    assert told(template()) == Settings()
    said = [line.removeprefix("# ") for line in template().splitlines() if " = " in line or line.startswith("[")]
    assert told("\n".join(line for line in said if ": text" not in line)) == Settings(
        fields={name: name for name in ("id", "text", "title", "source", "url", "date", "author")}
    )
    assert all(f"({key.variable})" in template() for key in KEYS)


def test_the_environment_overrides_the_file() -> None:
    found = told('jobs = 2\nmodel = "mine"\n[limits]\npages = 7\n', KG_JOBS="3", KG_LIMITS_RATIO="9", KG_NETWORK="true")
    assert found == Settings(jobs=3, model="mine", network=True, limits=Limits(pages=7, ratio=9))


def test_folders_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    file = tmp_path / "deep" / "mine.toml"
    file.write_text('store = "s"\nvocabulary = ["ours", "/theirs"]\n[map]\ntext = "article.body"\n')
    found = configured({"KG_CONFIG": str(file)})
    assert found.store == tmp_path / "deep" / "s"
    assert found.vocabulary == (tmp_path / "deep" / "ours", Path("/theirs"))
    assert found.fields == {"text": "article.body"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("modle = 'x'", "did you mean 'model'"),
        ("[limits]\nbyte = 1", "did you mean 'limits.bytes'"),
        ("[limits]\npages = 'many'", "limits.pages is a number from 1 up, not 'many'"),
        ("jobs = true", "jobs is a number"),
        ("jobs = 0", "jobs is a number from 1 up"),
        ("network = 1", "network is true or false"),
        ("vocabulary = 'ours'", "vocabulary is a list of folders"),
        ("base = 'nowhere'", "no absolute IRI"),
        ("jobs = ", "kg.toml is no TOML"),
        ("[map]\nbody = 'text'", "no field 'body'"),
        ("[map]\ntext = 1", "[map] holds lines"),
        ("map = 1", "[map] holds lines"),
    ],
)
def test_what_is_wrong_in_the_file_is_told_in_one_line(text: str, message: str) -> None:
    with pytest.raises(SetupError) as error:
        told(text)
    assert message in str(error.value)
    assert "\n" not in str(error.value).removesuffix("\n")


@pytest.mark.parametrize("variable", ["KG_JOBS", "KG_LIMITS_SECONDS", "KG_NETWORK"])
def test_what_is_wrong_in_the_environment_names_the_variable(variable: str) -> None:
    with pytest.raises(SetupError, match=variable):
        configured({variable: "plenty"})


def test_a_missing_or_binary_file_is_told() -> None:
    with pytest.raises(SetupError, match="cannot be read"):
        configured({"KG_CONFIG": "nowhere.toml"})
    Path("kg.toml").write_bytes(b"\xff\xfe\0")
    with pytest.raises(SetupError, match="cannot be read"):
        configured({})


def kg(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "kg", *arguments], capture_output=True, text=True, check=False)


def test_init_writes_a_file_once_that_the_commands_read() -> None:
    assert kg("init").returncode == 0
    assert tomllib.loads(Path("kg.toml").read_text())["limits"] == {}
    again = kg("init")
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)
    Path("kg.toml").write_text("polcy = 'majority'\n")
    wrong = kg("view", "--store", "none")
    assert (wrong.returncode, "did you mean 'policy'" in wrong.stderr) == (2, True)


OURS = """
@prefix kg: <https://w3id.org/conflict-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/actor/river-league> a kg:NonStateArmedGroup ;
    skos:prefLabel "River League"@en ; skos:altLabel "RLX"@en .
"""


def test_a_vocabulary_of_ones_own_stands_beside_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "actors.ttl").write_text(OURS)
    Path("a.txt").write_text("RLX attacked the town of Bunagana on 6 May 2024, the Congolese army said.")
    actor = "https://example.org/actor/river-league"
    assert actor not in kg("extract", "a.txt").stdout
    Path("kg.toml").write_text('vocabulary = ["ours"]\n')
    assert actor in kg("extract", "a.txt").stdout
    assert kg("build", "a.txt").returncode == 0
    asked = kg("query", "timeline", "--param", "place=Bunagana", "-f", "csv")
    assert "River League" in asked.stdout
    (tmp_path / "ours" / "actors.ttl").write_text("nonsense")
    broken = kg("extract", "a.txt")
    assert (broken.returncode, "actors.ttl" in broken.stderr, broken.stderr.count("\n")) == (2, True, 1)
