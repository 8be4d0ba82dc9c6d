"""The command line: what each command prints, and how it ends."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import COMMANDS, app, loaded

runner = CliRunner()


def kg(*arguments: object, data: str | bytes | None = None):
    """Run a command in this process."""
    return runner.invoke(app, [str(a) for a in arguments], input=data, catch_exceptions=False)


def test_every_command_says_in_its_module_what_the_table_says():
    for name, (place, help_text) in COMMANDS.items():
        module, _, function = place.partition(":")
        assert (getattr(import_module(module), function).__doc__ or "").split("\n")[0].split(";")[0].rstrip(".") == (
            help_text.rstrip(".")
        )
        assert loaded(name).name == name


def test_help_lists_every_command():
    result = kg("--help")
    assert result.exit_code == 0
    assert [name for name in COMMANDS if f"  {name} " in result.stdout] == list(COMMANDS)


def test_build_prints_what_was_read_and_what_to_do_next(tmp_path):
    (tmp_path / "goma.txt").write_text("M23 rebels captured the city of Goma, the Congolese army said on Tuesday.")
    result = kg("build", tmp_path / "goma.txt", "--store", tmp_path / "s", "--strict")
    names = [line.split("  ")[0] for line in result.stdout.splitlines() if line[:1].strip()]
    assert result.exit_code == 0
    assert names == [
        "documents read",
        "documents in store",
        "claims",
        "event mentions",
        "fused events",
        "actors",
        "places",
        "agreements",
        "situations",
        "contradictions",
        "SHACL",
        "problems",
        "time",
        "Next:",
    ]
    assert f"kg query control --store {tmp_path / 's'}\n" in result.stdout
    event = re.search(r"kg explain (\S+)", result.stdout).group(1)
    assert "M23" in kg("explain", event, "--store", tmp_path / "s").stdout


def test_build_goes_on_after_bad_input_and_tells_each(tmp_path):
    (tmp_path / "good.txt").write_text("Rebels left Uvira.")
    (tmp_path / "latin.txt").write_bytes(b"Le pr\xe9sident")
    (tmp_path / "lines.jsonl").write_text('{"id": "x"}\n')
    result = kg("build", tmp_path, tmp_path / "nowhere", "--store", tmp_path / "s")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f"kg: {tmp_path}/latin.txt: nothing says which encoding it is in: read as cp1252, some letters may be wrong"
        " (guessed-encoding)",
        f'kg: {tmp_path}/lines.jsonl:1: there is no "text" in the object: it has id; '
        "--map text=KEY says which is the text (no-text)",
        f"kg: {tmp_path}/nowhere: there is no such file or folder (missing)",
    ]


def test_build_fails_where_nothing_could_be_read(tmp_path):
    result = kg("build", tmp_path / "nowhere", "--store", tmp_path / "s")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_extract_writes_a_record_an_article():
    result = kg("extract", "-", data='{"id": "b", "text": "Rebels left Uvira."}\n{"id": "a", "text": "He fled."}\n{}\n')
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["b", "a"]
    assert result.stderr == 'kg: stdin:3: there is no "text" in the object: it has no keys (no-text)\n'
    assert kg("extract", "-", data="").exit_code == 1


def test_extract_shows_what_was_found_on_a_page():
    result = kg("extract", "-", "--format", "html", data="Rebels left Uvira on 3 May 2012.")
    assert result.stdout.startswith("<!doctype html>")
    assert "Uvira" in result.stdout


def test_eval_prints_a_line_a_measure(tmp_path):
    gold = {"id": "a", "text": "Rebels left Uvira.", "gold": {"mentions": [["Rebels", "organisation"]]}}
    found = [{"start": 0, "end": 6, "text": "Rebels", "kind": "organisation"}]
    record = gold | {"mentions": found, "events": [], "claims": []}
    for name, line in (("gold", gold), ("records", record)):
        (tmp_path / name).write_text(json.dumps(line))
    result = kg("eval", tmp_path / "gold", tmp_path / "records")
    assert [line.split() for line in result.stdout.splitlines() if "1.00" in line] == [
        ["all", "mentions", "1.00", "1.00", "1.00", "1", "1", "1"]
    ]
    assert kg("eval", tmp_path / "gold", tmp_path / "none").exit_code == 2


def test_eval_tells_the_errors_of_a_part(tmp_path):
    gold = {"id": "a", "part": "dev", "text": "Rebels left Uvira.", "gold": {"mentions": [["Uvira", "place"]]}}
    other = {"id": "b", "part": "test", "text": "Go!", "gold": {"mentions": []}}
    found = [{"start": 0, "end": 6, "text": "Rebels", "kind": "organisation"}]
    (tmp_path / "gold").write_text(json.dumps(gold) + "\n" + json.dumps(other))
    (tmp_path / "records").write_text(json.dumps(gold | {"mentions": found, "events": [], "claims": []}))
    result = kg("eval", "--part", "dev", "--errors", tmp_path / "gold", tmp_path / "records")
    assert result.stdout.splitlines()[-2:] == [
        "mentions | a | missed place: Uvira",
        "mentions | a | false alarm organisation: Rebels",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("query", "clashes", "--store", "nowhere"), "there is no store in nowhere: make one with kg build PATH"),
        (("build", "-", "--base", "here"), "is no absolute IRI"),
        (("build", "-", "--base", "https://example.org/kg#"), "is no absolute IRI"),
        (("build", "-", "--model", "no_model", "--store", "{new}"), "pip install no-model"),
        (("query", "no-such", "--store", "{seeds}"), "there is no query or file 'no-such'"),
        (("query", "clashes", "--param", "place", "--store", "{seeds}"), "is not NAME=VALUE"),
        (("query", "SELECT {{", "--store", "{seeds}"), "the query is malformed"),
        (("explain", "event/none", "--store", "{seeds}"), "there is no node"),
        (("explain", "a b", "--store", "{seeds}"), "is no IRI"),
        (("query", "SELECT * {{ SERVICE <http://127.0.0.1/> {{}} }}", "--store", "{seeds}"), "into the network"),
        (("build", "-", "--store", "/proc/none"), "no store can be made"),
        (("export", "no-such", "--store", "{seeds}"), "choose one of"),
        (("dump", "-o", "/nowhere/x", "--store", "{seeds}"), "cannot be written"),
        (("retract", "x", "--store", "nowhere"), "there is no store"),
    ],
)
def test_a_broken_set_up_ends_in_one_line_that_says_how_to_mend_it(arguments, message, seeds_store, tmp_path):
    result = kg(*(a.format(seeds=seeds_store, new=tmp_path / "new") for a in arguments), data="Troops left.")
    assert result.exit_code == 2
    assert message in result.stderr
    assert (result.stdout, result.stderr.count("\n")) == ("", 1)


def test_a_query_is_a_name_a_file_or_standard_input(seeds_store, tmp_path):
    sparql = "SELECT ?id { ?d a kg:Document ; dcterms:identifier ?id } ORDER BY ?id LIMIT 1"
    (tmp_path / "first.rq").write_text(sparql)
    for source in ("-", tmp_path / "first.rq"):
        result = kg("query", source, "--format", "csv", "--store", seeds_store, data=sparql)
        assert result.stdout == "id\n000_07f12964860c34de\n"
    kg("query", "control", "-f", "json", "-o", tmp_path / "out.json", "-p", "place=Kidal", "--store", seeds_store)
    assert "holder" in json.loads((tmp_path / "out.json").read_text())["head"]["vars"]


def test_every_query_of_the_package_runs(seeds_store):
    listed = kg("queries").stdout
    for line in kg("query", "SELECT (1 AS ?x) {}", "--format", "csv", "--store", seeds_store).stdout.splitlines()[1:]:
        assert line == "1"
    assert "control" in listed


def test_explain_shows_the_quotes_behind_an_event(seeds_store):
    sparql = "SELECT ?e { ?e a kg:Event ; kg:eventType kg:Capture } ORDER BY ?e LIMIT 1"
    event = kg("query", sparql, "--format", "csv", "--store", seeds_store).stdout.splitlines()[1]
    result = kg("explain", event, "--store", seeds_store)
    assert event in result.stdout
    claims = [line for line in result.stdout.splitlines() if line[:1].isdigit()]
    quotes = re.findall(r"^   “(.*)” \[(\d+):(\d+)\]$", result.stdout, re.MULTILINE)
    texts = [file.read_text() for file in seeds_store.glob("texts/*/*.txt")]
    assert 0 < len(claims) <= len(quotes) < 10
    assert all(any(words == text[int(start) : int(end)] for text in texts) for words, start, end in quotes)
    short = event.removeprefix("https://w3id.org/conflict-kg/data/")
    assert kg("explain", short, "--store", seeds_store).stdout == result.stdout


def test_explain_takes_a_name_an_alias_or_the_id_of_a_document(seeds_store):
    shown = [kg("explain", name, "--store", seeds_store).stdout.splitlines()[:2] for name in ("MINUSMA", "minusma")]
    assert shown[0] == shown[1]
    assert shown[0][1].endswith("actor/minusma")
    assert "Document" in kg("explain", "001_0e2488c307ad767f", "--store", seeds_store).stdout.splitlines()[0]


def test_a_query_of_bytes_that_are_no_text_is_told(seeds_store):
    result = kg("query", "-", "--store", seeds_store, data=b"SELECT \xff {}")
    assert (result.exit_code, result.stderr) == (2, "kg: standard input is no UTF-8 text: byte 7\n")


def test_a_full_disk_is_told_in_one_line(seeds_store):
    with Path("/dev/full").open("wb") as full:
        code = (
            f"import sys; from kg.cli import main; sys.argv = ['kg', 'dump', '--store', {str(seeds_store)!r}]; main()"
        )
        result = subprocess.run(
            [sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (result.returncode, result.stderr) == (2, "kg: the system: no space left on device\n")


def test_names_cannot_steer_the_terminal(tmp_path):
    result = kg("extract", "-", data='{"id": "a\\u001b[31m\\nb\\u202e", "text": " "}')
    assert result.stderr == "kg: stdin: a\ufffd[31m b\ufffd: there is no text in it (empty)\n"


def test_dump_is_sorted_and_the_same_in_trig(seeds_store, tmp_path):
    lines = kg("dump", "--store", seeds_store).stdout.splitlines()
    assert lines == sorted(lines, key=str.encode)
    kg("dump", "--format", "trig", "-o", tmp_path / "x.trig", "--store", seeds_store)
    assert "@prefix kg:" in (tmp_path / "x.trig").read_text()


def test_validate_rebuild_and_retract(tmp_path):
    (tmp_path / "a.txt").write_text("Rebels left Uvira.")
    store = tmp_path / "s"
    kg("build", tmp_path / "a.txt", "--store", store)
    assert kg("validate", "--store", store).stdout == "SHACL               conforms\n"
    assert kg("rebuild", "--store", store).stdout.startswith("documents in store  1\n")
    left = kg("retract", "a", "--store", store).stdout
    assert (left.splitlines()[0], left.splitlines()[-1]) == ("documents in store  0", "SHACL               conforms")


def test_an_index_out_of_date_is_made_anew_before_a_query(tmp_path):
    (tmp_path / "a.txt").write_text("Rebels left Uvira.")
    kg("build", tmp_path / "a.txt", "--store", tmp_path / "s")
    (tmp_path / "s" / "judgements.ttl").write_text("# nothing is decided yet\n")
    result = kg("query", "ASK { ?d a kg:Document }", "--store", tmp_path / "s")
    assert (result.stdout, "making it anew" in result.stderr) == ("yes\n", True)


def test_a_reader_that_closes_the_pipe_early_is_no_error(seeds_store):
    code = f"import sys; from kg.cli import main; sys.argv = ['kg', 'dump', '--store', {str(seeds_store)!r}]; main()"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_asking_waits_neither_for_spacy_nor_for_rdflib(seeds_store):
    code = (
        "import sys; from kg.cli import app\n"
        f"app(['query', 'ASK {{}}', '--store', {str(seeds_store)!r}], standalone_mode=False)\n"
        "print([m for m in ('spacy', 'rdflib', 'pyshacl') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "yes\n[]\n"
