"""Files in, documents out: `read` finds the format, the encoding, the date, the language and the parts.

Errors are yielded between the documents, so that one broken file does not end a batch.
"""

from __future__ import annotations

from kg.documents.notices import Notice, SkippedError
from kg.documents.reading import ENDINGS, read, size

__all__ = ["ENDINGS", "Notice", "SkippedError", "read", "size"]
