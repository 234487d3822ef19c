"""Questions in, rows out: plain words (`ask`), named questions (`named`), SPARQL with known prefixes (`prefixes`).

from kg.queries import ask, named
ask(graph, "who negotiates with Iran").text
named.run(graph, "who-negotiates", **{"with": "Iran"})
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.queries.answer import Answer
    from kg.queries.named import Queryable

__all__ = ["ask"]


def ask(graph: Queryable, question: str, *, today: str | None = None, after: str | None = None) -> Answer:
    """What the graph says to a question in plain words; see `kg.queries.asking`."""
    from kg.queries.asking import ask as answer

    return answer(graph, question, today=today, after=after)


def __getattr__(name: str) -> Any:
    """`Answer` is imported when it is asked for."""
    if name == "Answer":
        from kg.queries.answer import Answer

        return Answer
    raise AttributeError(name)
