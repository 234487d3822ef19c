"""What a check found, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Finding"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong: the promise or shape it breaks, where, and in words."""

    rule: str
    where: str
    what: str
    severity: Literal["error", "warning"] = "error"

    def to_json(self) -> dict[str, str]:
        """The finding as a JSON object."""
        return {"rule": self.rule, "where": self.where, "what": self.what, "severity": self.severity}
