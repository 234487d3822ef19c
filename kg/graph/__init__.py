"""Documents and claims in, a graph out that can be asked, exported, corrected and checked.

    from kg.graph import build, open_graph
    report = build(documents, claims_of, "talks.kg", extractor="rules 0.1")   # BuildReport
    graph = open_graph("talks.kg")           # a folder, a .trig/.nq/.ttl/.nt file, or a SPARQL endpoint's URL
    graph.events(actor="IRN", since="2014-10")   # list[DerivedEvent]; also type=, until=, status=, guesses=
    graph.why(event_id)                      # list[Reason]: .claim, .document
    graph.query("SELECT ?who { ?who dip:negotiatesWith actor:IRN }")   # Rows: .columns, iterable of tuples, .dicts()
    graph.documents(), graph.claims(), graph.actors(), graph.rdf, graph.export("trig", stream), graph.check()

    correct("talks.kg", "reject", claim_id, why="…")   # accept, same, different, name, published, dated
    corrections("talks.kg"), undo("talks.kg", correction_id), unmatched("talks.kg")
    doctor("talks.kg", mend=True)            # list[Ailment]: .where, .what, .remedy, .mended
    safe_query("talks.kg", sparql)           # Rows of a query that is not trusted, from a child process
    publish("talks.kg", "http://localhost:7878/store")   # Published: every graph onto a server, resumable

`DerivedEvent` (kg.graph.events): id, iri, type, root, label, status, initiators, recipients, participants,
mediators, hosts (each a tuple of `ActorRef`: id, name, kind, states, iri), place, issues, when (kg.model.When or
None), earliest, latest (ISO days or None), deadline, claims (ids), documents (ids), sources (independent voices),
first_reported, grade; `.states`, `.to_json()`.

In RDF a document and its claims stand in the graph that the document's IRI names (`doc:<key>`); events, `dip:about`
(claim to event) and the shortcuts stand in `…/graph/derived`, facts about actors in `…/graph/actors`.
"""

from __future__ import annotations

from kg.graph.backends import Rows
from kg.graph.base import Graph, Reason
from kg.graph.build import BuildReport, Entry, build, rebuild
from kg.graph.correct import correct, corrections, undo, unmatched
from kg.graph.curation import Correction
from kg.graph.doctor import Ailment, doctor
from kg.graph.events import DerivedEvent, derive
from kg.graph.names import ActorRef
from kg.graph.opening import open_graph
from kg.graph.publish import Published, publish
from kg.graph.safe import safe_query

__all__ = [
    "ActorRef",
    "Ailment",
    "BuildReport",
    "Correction",
    "DerivedEvent",
    "Entry",
    "Graph",
    "Published",
    "Reason",
    "Rows",
    "build",
    "correct",
    "corrections",
    "derive",
    "doctor",
    "open_graph",
    "publish",
    "rebuild",
    "safe_query",
    "undo",
    "unmatched",
]
