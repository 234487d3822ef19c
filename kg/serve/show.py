"""A graph and a job in, a page (or JSON) out: the start page, answers in words, events with their claims, documents."""

from __future__ import annotations

import functools
import json
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kg.errors import GraphError
from kg.serve.protocol import Wrong, is_html

if TYPE_CHECKING:
    from jinja2 import Environment

    from kg.graph import Graph

__all__ = ["asked", "document", "event", "link", "opened", "page", "start"]

_ASSETS = Path(__file__).parent / "assets"
_HTML, _JSON = "text/html; charset=utf-8", "application/json"
_BASE = "https://w3id.org/dipkg/"
MOST_ROWS = 200
"""Of an answer on a page; JSON has all."""
_COUNTS = (
    "SELECT (COUNT(DISTINCT ?d) AS ?documents) (COUNT(DISTINCT ?e) AS ?events) "
    "{ { ?d a dip:Document } UNION { ?e a dip:Event } }"
)
_TOLD = """SELECT ?claim ?start ?end ?quote ?stance ?modality ?speaker ?event ?what {{
  VALUES ?document {{ <{0}> }} ?claim dip:inDocument ?document ; dip:stance ?stance ; dip:modality ?modality ;
    dip:claimant ?by ; dip:evidence ?span .
  ?by rdfs:label ?speaker . ?span oa:exact ?quote ; oa:start ?start ; oa:end ?end .
  OPTIONAL {{ ?claim dip:about ?event . ?event rdfs:label ?what }}
}} ORDER BY ?start ?end ?claim"""


def opened(_graph: Graph, job: dict[str, Any]) -> tuple[str, bytes]:
    """Nothing; with `warm`, what questions in words need is loaded beforehand."""
    if job.get("warm"):
        from kg.ontology import load
        from kg.queries.frames import index
        from kg.queries.resolve import authority

        index(load())
        authority().find("UN")
        _templates()
    return "text/plain", b""


def start(graph: Graph, job: dict[str, Any]) -> tuple[str, bytes]:
    """The start page: question box, query editor, named questions, the way to the page of the graph."""
    from kg.queries import named
    from kg.queries.prefixes import PREFIXES, declare

    documents, events = next(iter(graph.query(_COUNTS)))
    examples = [{"name": q.name, "question": q.question, "sparql": declare(q.sparql)} for q in named.load()]
    return _html(
        "start.html.j2", graph=_name(graph), documents=int(documents or 0), events=int(events or 0),
        examples=examples, query=str(job.get("query") or ""), prefixes=sorted(PREFIXES),
    )  # fmt: skip


def asked(graph: Graph, job: dict[str, Any]) -> tuple[str, bytes]:
    """The answer to a question in words: JSON, or a page where each row leads to its words."""
    from kg.queries import ask

    question = str(job["question"]).strip()
    if not question:
        raise Wrong(400, "there is no question: give q=…\n")
    answer = ask(graph, question, today=job.get("today") or None, after=job.get("after") or None)
    if not is_html(str(job["accept"])):
        led = {
            part: [row.to_json() | {"words": link(row.claim)} for row in found]
            for part, found in (("rows", answer.rows), ("beside", answer.beside))
        }
        return _JSON, _json(answer.to_json() | led)
    groups = [(head, _by_event(found)) for head, found in (("", answer.rows), ("Besides", answer.beside)) if found]
    return _html("answer.html.j2", graph=_name(graph), answer=answer, groups=groups, today=job.get("today") or "")


def _by_event(rows: Any) -> list[tuple[Any, list[Any]]]:
    """Events in the order of the rows, each with its quotes once."""
    events: dict[str, list[Any]] = {}
    for row in rows[:MOST_ROWS]:
        told = events.setdefault(row.event, [])
        if all(row.claim != one.claim for one in told):
            told.append(row)
    return [(told[0], told) for told in events.values()]


def page(graph: Graph, _job: dict[str, Any]) -> tuple[str, bytes]:
    """The page of the graph: network, timeline, evidence; as `kg page` writes it."""
    from kg.views import page_html

    return _HTML, page_html(graph).encode()


def event(graph: Graph, job: dict[str, Any]) -> tuple[str, bytes]:
    """An event with every claim about it and the words; GraphError when there is none."""
    found = graph.event(str(job["id"]))
    reasons = graph.why(found.id)
    if not is_html(str(job["accept"])):
        claims = [reason.claim.to_json() | {"words": _words(reason.key, reason.claim.id)} for reason in reasons]
        return _JSON, _json(found.to_json() | {"claims": claims})
    told = [(reason.claim, reason.document, _words(reason.key, reason.claim.id)) for reason in reasons]
    return _html("event.html.j2", graph=_name(graph), event=found, told=told)


def document(graph: Graph, job: dict[str, Any]) -> tuple[str, bytes]:
    """A document with its claims marked in its text; where the text is not kept, their words alone."""
    found = graph.document(str(job["key"]))
    if found is None:
        raise GraphError("there is no such document")
    key = found.key if found.text else str(job["key"])
    told = graph.query(_TOLD.format(_BASE + "doc/" + quote(key, safe=""))).dicts()
    for row in told:
        row["stance"], row["modality"] = _last(row["stance"]), _last(row["modality"])
        row["id"], row["about"] = _last(row["claim"]), link(row["event"] or "")
    chosen = str(job.get("claim") or "")
    if not is_html(str(job["accept"])):
        return _JSON, _json({"id": found.id, "title": found.title, "publisher": found.publisher,
                             "published": found.published, "text": found.text or None, "claims": told})  # fmt: skip
    return _html(
        "document.html.j2", graph=_name(graph), document=found, told=told, chosen=chosen,
        pieces=pieces(found.text, told, chosen),
    )  # fmt: skip


def pieces(text: str, told: list[dict[str, Any]], chosen: str = "") -> list[dict[str, Any]]:
    """The text cut where evidence begins or ends: each piece with the claims that it is evidence of.

    `first` are the claims whose evidence begins with the piece, `chosen` whether it belongs to the claim looked at.

    >>> [(p["text"], len(p["of"])) for p in pieces("a met b.", [{"id": "1", "start": "0", "end": "7"}])]
    [('a met b', 1), ('.', 0)]
    """
    spans = [(int(row["start"]), int(row["end"]), str(row["id"])) for row in told]
    cuts = sorted({0, len(text), *(edge for begin, end, _ in spans for edge in (begin, end) if edge <= len(text))})
    out = []
    for begin, end in pairwise(cuts):
        of = [name for first, last, name in spans if first <= begin and end <= last]
        out.append({
            "text": text[begin:end], "of": of, "chosen": chosen in of,
            "first": [name for first, _, name in spans if first == begin],
        })  # fmt: skip
    return out


def link(iri: str) -> str:
    """Where this server shows an event, a document or a claim; empty for anything else.

    >>> link("https://w3id.org/dipkg/doc/3f0a/claim/77")
    '/document/3f0a?claim=77#words'
    >>> link("https://w3id.org/dipkg/event/12")
    '/event/12'
    """
    kind, _, rest = iri.removeprefix(_BASE).partition("/")
    key, _, claim = rest.partition("/claim/")
    if not iri.startswith(_BASE) or not rest:
        return ""
    if kind == "event":
        return f"/event/{rest}"
    if kind == "doc" and "/actor/" not in key:
        return f"/document/{key}?claim={claim}#words" if claim else f"/document/{key.partition('#')[0]}"
    return ""


def _words(key: str, claim: str) -> str:
    return f"/document/{key}?claim={quote(claim, safe='')}#words"


def _last(iri: str | None) -> str:
    return (iri or "").rsplit("/", 1)[-1]


def _name(graph: Graph) -> str:
    return Path(graph.target).name


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _html(template: str, **values: Any) -> tuple[str, bytes]:
    return _HTML, _templates().get_template(template).render(**values).encode("utf-8", "replace")


@functools.lru_cache(maxsize=1)
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["link"] = link
    return made
