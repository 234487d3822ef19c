"""A sentence of a scene in, its chunks and clauses out; the discourse is told who stands where in it."""

from __future__ import annotations

from kg.extract.chunks import chunk
from kg.extract.clauses import clauses
from kg.extract.discourse_notes import link, note, note_rest
from kg.extract.noun_infinitives import own_infinitives
from kg.extract.parties import Scene
from kg.extract.pieces import Chunk, Clause, Group
from kg.extract.roles import ROLE_NOUNS
from kg.extract.tagging import Verbs, tag

__all__ = ["parsed"]


def parsed(scene: Scene, first: int, last: int, named: set[int], verbs: Verbs) -> tuple[list[Chunk], list[Clause]]:
    """Chunks and clauses of tokens first..last; `named` are the tokens of actor mentions."""
    tokens = scene.tokens
    chunks = chunk(tokens, first, tag(tokens, first, last, named, scene.dates, verbs), verbs)
    for one in chunks:
        one.human = one.group is not None and _people(scene, one.group)
    found = clauses(chunks)
    link(found)
    own_infinitives(tokens, chunks, found, named)
    scene.tails = {c.group.last: c.tail for c in chunks if c.group is not None and c.tail}
    scene.clauses = found
    note(scene, found)
    note_rest(scene, found, first, last)
    return chunks, found


def _people(scene: Scene, group: Group) -> bool:
    """Whether "who" may mean them."""
    np = group.items[-1]
    mention = scene.mention_at.get(np.head)
    if mention is None:
        return scene.is_human(group) or scene.head(np) in ROLE_NOUNS
    return mention.kind == "person" or mention.plural
