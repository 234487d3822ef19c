"""Everything that kg raises on purpose.

KgError                  base: one line that says what, where, and what to do
├── InputError           a file or text that cannot be read (exit code 3); the rest of a batch goes on
├── UsageError           the caller asked for something that cannot be meant (exit code 2)
│   └── QuestionError    a question or query that was not understood
├── OntologyError        a term, phrase or row in ontology/ (or a user's own list) is wrong
└── GraphError           a knowledge base that is missing, locked, damaged, or of another version
"""

from __future__ import annotations

__all__ = ["GraphError", "InputError", "KgError", "OntologyError", "QuestionError", "UsageError"]


class KgError(Exception):
    """Base of all errors of kg; catch it to show one line to a user.

    >>> str(KgError("cannot read", where="a.txt", hint="give a text file"))
    'a.txt: cannot read; give a text file'
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str | None = None, hint: str | None = None) -> None:
        self.what, self.where, self.hint = what, where, hint
        super().__init__("".join((f"{where}: " if where else "", what, f"; {hint}" if hint else "")))

    def __reduce__(self) -> tuple[object, ...]:
        """So that an error comes back whole from another process."""
        return _again, (type(self), self.what, self.where, self.hint)


def _again(kind: type[KgError], what: str, where: str | None, hint: str | None) -> KgError:
    return kind(what, where=where, hint=hint)


class InputError(KgError):
    """A document cannot be read. Catch it per document, report it, and go on with the next."""

    exit_code = 3


class UsageError(KgError):
    """The call makes no sense as given (unknown option value, unknown name, missing graph)."""

    exit_code = 2


class QuestionError(UsageError):
    """A question or SPARQL query was not understood; `what` names the part."""


class OntologyError(KgError):
    """A file in ontology/ or a user's own actor list is wrong; `where` names file and line or row."""

    exit_code = 3


class GraphError(KgError):
    """A knowledge base cannot be opened or written; what was stored before is whole."""

    exit_code = 3
