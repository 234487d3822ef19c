"""Diplomatic events from news: texts in, a graph of claims out that can be asked, checked and passed on.

>>> import kg
>>> graph = kg.build("seeds/")                      # doctest: +SKIP
>>> graph.ask("who negotiates with Iran")           # doctest: +SKIP

`kg.open` opens a graph that was built before. Names are loaded where they are first used, so that `import kg` is quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.documents import read
    from kg.errors import GraphError, InputError, KgError, OntologyError, QuestionError, UsageError
    from kg.knowledge import Events, KnowledgeBase, build, claims, open
    from kg.model import Claim, Document, Event, Evidence, Party, When

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "Document",
    "Event",
    "Events",
    "Evidence",
    "GraphError",
    "InputError",
    "KgError",
    "KnowledgeBase",
    "OntologyError",
    "Party",
    "QuestionError",
    "UsageError",
    "When",
    "__version__",
    "build",
    "claims",
    "open",
    "read",
]

_HOMES = {
    "kg.documents": ("read",),
    "kg.errors": ("GraphError", "InputError", "KgError", "OntologyError", "QuestionError", "UsageError"),
    "kg.knowledge": ("Events", "KnowledgeBase", "build", "claims", "open"),
    "kg.views.magics": ("load_ipython_extension",),  # what `%load_ext kg` asks for
    "kg.model": ("Claim", "Document", "Event", "Evidence", "Party", "When"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
