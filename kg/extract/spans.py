"""The span of words that names an actor, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Mention"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an actor: tokens first..last (exclusive).

    `form` is name, demonym, metonym, person, organ or media; `via` is name, alias, demonym, metonym, title or
    role. `body` is the id of the organization that a person speaks for; `place` is true where a capital is
    where something happens ("in Vienna", "the Geneva talks") rather than who does it; `guessed` says that a bare
    surname was taken for the one office-holder of any time who has it. `offices` are the words of the titles of a
    person, also of those that the lists know for the day.
    """

    first: int
    last: int
    id: str
    name: str
    kind: str
    states: tuple[str, ...]
    via: str
    form: str
    plural: bool = False
    body: str | None = None
    place: bool = False
    guessed: bool = False
    offices: frozenset[str] = frozenset()

    @property
    def stranger(self) -> bool:
        """A person known by name only, who stands for nobody."""
        return self.kind == "person" and not self.states and self.body is None and self.id.startswith("person:")
