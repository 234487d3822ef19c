"""The error for a question that is not understood: which part, and what can be asked in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.queries.answer import Answer

__all__ = ["CAN_BE_ASKED", "UnreadError"]

_FORMS = "ask who did what to whom, when, where, how often, which documents say so, who denies it, or whether it is so"
_EXAMPLES = ("who met Castro in 2016", "did Russia expel diplomats", "what does Iran deny")


def _hint(examples: Sequence[str]) -> str:
    return f"{_FORMS}: {', '.join(repr(one) for one in examples)}"


CAN_BE_ASKED = _hint(_EXAMPLES)


class UnreadError(QuestionError):
    """Some part of a question was not understood; `word` is that part where it is one word or name, else empty.

    `nothing` is the answer that nothing is told, where the question makes sense with the unknown name.
    """

    def __init__(self, what: str, word: str = "", *, where: str | None = None, hint: str | None = None) -> None:
        self.word = word
        self.nothing: Answer | None = None
        super().__init__(what, where=where, hint=hint or CAN_BE_ASKED)

    def with_examples(self, questions: Sequence[str]) -> QuestionError:
        """The same with questions that work in place of the examples."""
        return QuestionError(self.what, where=self.where, hint=_hint(questions or _EXAMPLES))
