"""A document in, the actor out that speaks where the text speaks in its own voice: agency, publisher, or itself."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from kg.graph.names import ActorRef, slug

if TYPE_CHECKING:
    from kg.graph.roster import Roster
    from kg.model import Document

__all__ = ["publisher_of"]


def publisher_of(document: Document, roster: Roster | None = None) -> ActorRef:
    """Who speaks in the document's own voice; an agency's words are the agency's, whoever prints them.

    A name that the lists know as media gets their id, so that "The Associated Press" and "AP" are one voice.
    """
    for part in document.parts:
        if part.role == "agency":
            return _media(" ".join(document.text[part.start : part.end].split()), roster)
    if document.publisher:
        return _media(document.publisher, roster)
    return ActorRef(f"doc/{document.key}/actor/the-article-itself", "the article itself", "unnamed")


@functools.lru_cache(maxsize=4096)
def _media(name: str, roster: Roster | None) -> ActorRef:
    for actor_id in roster.find(name) if roster else ():
        record = roster.get(actor_id) if roster else None
        if record and record.kind == "media":
            return ActorRef(record.id, record.name, record.kind)
    return ActorRef(f"media:{slug(name)}", name, "media")
