"""What a reader has to say beside documents: notices (read, but look), and texts skipped on purpose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.errors import InputError

__all__ = ["Notice", "SkippedError", "Tell", "said", "silent"]


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark on a document that was read all the same: what, where, and what to do if it is wrong.

    >>> print(Notice("encoding guessed", "a.txt", "save it as UTF-8"))
    a.txt: encoding guessed; save it as UTF-8
    """

    what: str
    where: str
    hint: str | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f"; {self.hint}" if self.hint else "")


Tell = Callable[[Notice], None]
"""Where notices go: any function of one notice, such as `list.append`."""


def said(error: Exception) -> str:
    r"""What an error of another library says, in one line that is not too long.

    >>> said(ValueError("bad thing\n  at line 3"))
    'bad thing at line 3'
    """
    words = " ".join(str(error).split())
    return words if len(words) <= 120 else words[:119] + "…"


def silent(notice: Notice) -> None:
    """Let a notice go unsaid."""


class SkippedError(InputError):
    """A text that can be read but is not for kg (yet): another language, a page without an article.

    Catch it before InputError to count what was skipped apart from what is broken.
    """

    exit_code = 4
