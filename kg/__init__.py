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
    from kg.model import Claim, Document, Event, Evidence, Party, When

__version__ = "0.1.0"

_HOMES = {
    "Claim": "kg.model",
    "Document": "kg.model",
    "Event": "kg.model",
    "Evidence": "kg.model",
    "GraphError": "kg.errors",
    "InputError": "kg.errors",
    "KgError": "kg.errors",
    "OntologyError": "kg.errors",
    "Party": "kg.model",
    "QuestionError": "kg.errors",
    "UsageError": "kg.errors",
    "When": "kg.model",
    "read": "kg.documents",
}

__all__ = [
    "Claim",
    "Document",
    "Event",
    "Evidence",
    "GraphError",
    "InputError",
    "KgError",
    "OntologyError",
    "Party",
    "QuestionError",
    "UsageError",
    "When",
    "__version__",
    "read",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
