"""A knowledge base folder, asked: the same answers from folder and file, RDF that says what the claims say."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from kg import authority, ontology
from kg.errors import GraphError, QuestionError, UsageError
from kg.graph import build, derive, open_graph
from kg.model import Document
from tests.graph.made import claim, seed


@pytest.fixture(scope="module")
def talks(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kg") / "talks.kg"
    document, claims = seed()
    build([document], lambda _: claims, folder, extractor="tests 1")
    return open_graph(folder)


def exported(graph, form):
    out = io.BytesIO()
    graph.export(form, out)
    return out.getvalue()


def test_who_negotiates_with_iran(talks):
    """The six of the seed article, and nobody else."""
    rows = talks.query("SELECT DISTINCT ?name { ?who dip:negotiatesWith actor:IRN ; rdfs:label ?name } ORDER BY ?name")
    assert [name for (name,) in rows] == ["China", "France", "Germany", "Russia", "United Kingdom", "United States"]


def test_no_shortcut_from_what_is_denied_or_conditional(talks):
    """Nobody cooperates with Iran, nobody eases sanctions: the text denies the one and makes the other depend."""
    assert not len(talks.query("SELECT ?a ?b { ?a dip:cooperatesWith ?b }"))
    actual = talks.query("SELECT ?e { ?e dip:status status:actual ; dip:eventType type:cooperate }")
    assert not len(actual)


def test_events_come_back_from_rdf_as_they_were_derived(talks):
    """What is stored is what `derive` gives."""
    assert talks.events(guesses=True) == list(derive([seed()], ontology.load(), roster=authority.load()))


def test_claims_come_back_from_rdf(talks):
    """Ids, stances, quotes and claimants of all fourteen."""
    _, claims = seed()
    want = {c.id: (c.stance, c.modality, c.evidence, c.claimant and c.claimant.id) for c in claims}
    got = {c.id: (c.stance, c.modality, c.evidence, c.claimant and c.claimant.id) for c in talks.claims()}
    assert got == want
    assert len(got) == 14


def test_why_tells_every_claim_with_its_words(talks):
    """Three claims about the letter, in the order of the text, each with its document."""
    letter = talks.events(type="letter")[0]
    reasons = talks.why(letter.id)
    assert [r.claim.stance for r in reasons] == ["asserted", "unconfirmed", "confirmed"]
    assert all(
        r.document.text[r.claim.evidence.start : r.claim.evidence.end] == r.claim.evidence.quote for r in reasons
    )


def test_an_event_is_found_by_the_beginning_of_its_id(talks):
    """As a person types it; what fits none is an error."""
    letter = talks.events(type="letter")[0]
    assert talks.event(letter.id[:6]) == letter
    with pytest.raises(GraphError, match="no event"):
        talks.event("ffffffffffffffff")


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"actor": "ISIS"}, 2),
        ({"actor": "IRN", "status": "negated"}, 1),
        ({"type": "CONSULT"}, 3),
        ({"since": "2014"}, 0),
        ({"actor": "SYR"}, 1),
    ],
)
def test_events_are_filtered(talks, asked, count):
    """By actor (a state with those who stand for it), root, status, and date: without a date, not since anything."""
    assert len(talks.events(**asked)) == count


@pytest.mark.parametrize("form", ["trig", "nq", "ttl"])
def test_an_exported_file_answers_like_the_folder(talks, form, tmp_path):
    """Events and findings are the same; every export is read by Oxigraph."""
    path = tmp_path / f"out.{form}"
    path.write_bytes(exported(talks, form))
    again = open_graph(path)
    assert again.events() == talks.events()
    assert again.check() == []


def test_rdflib_reads_every_rdf_export_as_the_same_triples(talks):
    """trig, nq, ttl and jsonld hold the same statements for another reader."""
    import rdflib

    sizes = {}
    for form, name in (("trig", "trig"), ("nq", "nquads"), ("ttl", "turtle"), ("jsonld", "json-ld")):
        data = rdflib.Dataset(default_union=True)
        data.parse(data=exported(talks, form), format=name)
        sizes[form] = {(s, p, str(o)) for s, p, o, _ in data.quads()}
    assert len(sizes["ttl"]) > 400
    assert sizes["trig"] == sizes["nq"] == sizes["ttl"] == sizes["jsonld"]


def test_csv_has_a_row_an_event(talks):
    """And no cell that a spreadsheet would run."""
    lines = exported(talks, "csv").decode().splitlines()
    assert len(lines) == 10
    assert lines[0].startswith("id,label,type")


def test_an_unknown_format_is_refused(talks):
    """The error names those that there are."""
    with pytest.raises(UsageError, match="trig, nq"):
        talks.export("docx", io.BytesIO())


def test_bytes_are_the_same_with_any_hash_seed(tmp_path):
    """Two builds in two processes with other hash seeds export the same trig and jsonld."""
    code = (
        "import sys; from tests.graph.made import seed; from kg.graph import build, open_graph\n"
        "d, c = seed(); build([d], lambda _: c, sys.argv[1]); g = open_graph(sys.argv[1])\n"
        "out = sys.stdout.buffer\n"
        "for form in ('trig', 'jsonld', 'csv', 'nq', 'ttl'): g.export(form, out)"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / f"{n}.kg")],
            env={**os.environ, "PYTHONHASHSEED": str(n), "TZ": ("UTC", "Asia/Tokyo")[n - 1]},
            capture_output=True, check=True,
        ).stdout
        for n in (1, 2)
    ]  # fmt: skip
    assert len(made[0]) > 10_000
    assert made[0] == made[1]


def test_rdflib_and_oxigraph_answer_alike(talks):
    """The Dataset of `graph.rdf` is the union of all graphs."""
    asked = "PREFIX dip: <https://w3id.org/dipkg/ontology#> SELECT ?c ?s { ?c a dip:Claim ; dip:stance ?s }"
    theirs = {(str(a), str(b)) for a, b in talks.rdf.query(asked)}
    assert theirs == set(talks.query(asked))
    assert len(theirs) == 14


@pytest.mark.parametrize(
    "asked",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "LOAD <file:///etc/passwd>",
        "PREFIX a: <b:> INSERT DATA { <a:a> <a:b> <a:c> }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * { " + "{" * 5000 + "}" * 5000 + " }",
        "SELECT * { FILTER(" + "!" * 5000 + "true) }",
        "SELECT * { ?s ?p ?o ",
    ],
)
def test_queries_that_reach_out_are_refused(talks, asked):
    """No other host, no file, no change, no nesting that ends the process; one clear error."""
    with pytest.raises(QuestionError):
        talks.query(asked)


def test_a_word_in_a_string_is_no_command(talks):
    """SERVICE and LOAD in a literal, a comment or a name are data."""
    assert len(talks.query("SELECT ?LOAD { BIND('SERVICE <x>' AS ?LOAD) } # INSERT")) == 1


def test_bindings_are_values_not_text(talks):
    """A value with quotes and brackets stays a value."""
    rows = talks.query("SELECT ?e ?label { ?e a dip:Event ; rdfs:label ?label }", label='"} DROP ALL #')
    assert len(rows) == 0
    rows = talks.query("SELECT ?e { ?e dip:status ?status }", status="status:negated")
    assert len(rows) == 1


def test_a_missing_graph_is_an_error_not_an_empty_graph(tmp_path):
    """With the way out."""
    with pytest.raises(GraphError, match="kg build"):
        open_graph(tmp_path / "no.kg")
    (tmp_path / "empty").mkdir()
    with pytest.raises(GraphError, match="not a knowledge base"):
        open_graph(tmp_path / "empty")
    with pytest.raises(GraphError, match="cannot be reached"):
        open_graph("http://127.0.0.1:9/sparql").query("ASK {}")


def test_check_finds_nothing_wrong_with_the_seed(talks):
    """Promises and shapes hold."""
    assert talks.check() == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('oa:end 396 ', 'oa:end 397 ', "85 characters"),
        ('dip:stance stance:unconfirmed', 'dip:stance stance:perhaps', "one stance of the six"),
        ('dip:status status:negated', 'dip:status status:actual', None),
        ('oa:start 311 ', 'oa:start "soon"^^xsd:integer ', "no number"),
        ('dip:grade "sure"', 'dip:grade "sure", "guess"', "a claim is sure or a guess"),
    ],
)  # fmt: skip
def test_check_says_what_is_wrong(talks, tmp_path, old, new, said):
    """Each broken promise is told in words; a status alone breaks none."""
    text = exported(talks, "trig").decode()
    assert old in text
    path = tmp_path / "broken.trig"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = open_graph(path).check()
    assert [f for f in found if said and said in f.what] or (said is None and not found), found


def test_check_finds_a_shortcut_without_an_event(talks, tmp_path):
    """A hand-made 'negotiates with' is a claim without words."""
    text = exported(talks, "nq").decode()
    dip = "https://w3id.org/dipkg/ontology#"
    actor = "https://w3id.org/dipkg/actor/"
    made = f"<{actor}WSJ> <{dip}negotiatesWith> <{actor}IRN> <https://w3id.org/dipkg/graph/derived> .\n"
    path = tmp_path / "more.nq"
    path.write_text(text + made, encoding="utf-8")
    assert [f.where for f in open_graph(path).check()] == ["actor/WSJ negotiatesWith IRN"] or any(
        "P2" in f.rule for f in open_graph(path).check()
    )


HOSTILE = [
    "a\"b'c\\d\ne\tf", "</script><b>", "\u202eright to left", "nul\x00here", "half \ud83d", "🇮🇷 flags", "{}[]<>|^`",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_strings_travel_as_data(tmp_path, words):
    """Quotes, newlines, NUL, marks and half characters in text, ids, names and places come through every export."""
    document = Document.of(f"{words} met Iran.", id=f"id {words}", title=words, publisher=words, source=words)
    told = claim(document, "meet", among=("USA", "IRN"), quote=words, place=words)
    stranger = replace(told.event.participants[0], id=words, name=words, kind="organization", states=())
    told = replace(told, event=replace(told.event, participants=(stranger, told.event.participants[1])), id="")
    build([document], lambda _: [told], tmp_path / "x.kg")
    graph = open_graph(tmp_path / "x.kg")
    assert graph.documents() == [document]
    assert [f for f in graph.check() if f.severity == "error"] == []
    for form in ("trig", "nq", "ttl", "jsonld", "csv"):
        assert exported(graph, form)


def test_the_thing_of_a_claim_comes_back_from_rdf(tmp_path):
    """Its words and their place; the event tells it in its label."""
    from kg.extract import extract

    document = Document.of("On Friday France vetoed a draft resolution.")
    build([document], extract, tmp_path / "veto.kg", extractor="tests 1")
    graph = open_graph(tmp_path / "veto.kg")
    (back,) = graph.claims()
    assert back.event.object is not None
    assert (back.event.object.text, back.event.object.mention) == ("a draft resolution", (24, 42))
    (event,) = graph.events()
    assert (event.object, event.label) == ("a draft resolution", "France rejected a draft resolution")
