"""Documents and claims in, a graph out that can be asked, exported, corrected and checked.

    from kg.graph import build, open
    report = build(documents, claims_of, "talks.kg")     # claims_of: Document -> Sequence[Claim]
    graph = open("talks.kg")                             # a folder, a .trig/.nq/.ttl file, or a SPARQL endpoint's URL
    graph.events(actor="IRN", since="2014-10")           # list[DerivedEvent]
    graph.why(event_id)                                  # every claim with its document
    graph.query("SELECT ?who { ?who dip:negotiatesWith actor:IRN }")

`DerivedEvent` (kg.graph.events): id, iri, type, root, label, status, initiators, recipients, participants,
mediators, hosts (each a tuple of `ActorRef`: id, name, kind, states, iri), place, issues, when (kg.model.When or
None), earliest, latest (ISO days or None), deadline, claims (ids), documents (ids), sources (independent voices),
first_reported, grade; `.states`, `.to_json()`.
"""

from __future__ import annotations

from kg.graph.events import DerivedEvent, derive
from kg.graph.names import ActorRef

__all__ = ["ActorRef", "DerivedEvent", "derive"]
