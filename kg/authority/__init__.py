"""The actor lists of ontology/actors/ in, an `Authority` out: who is known, by which names, and when in office.

known = load()
known.find("Burma")            # ('MMR',)
known.get("Q57336").name       # 'Ali Khamenei'
known.members("P5+1", "2014")  # ('CHN', 'DEU', 'FRA', 'GBR', 'RUS', 'USA')
"""

from __future__ import annotations

from pathlib import Path

from kg.authority.authority import Authority
from kg.authority.compiled import check as _check
from kg.authority.compiled import compiled
from kg.authority.records import Membership, Record, Tenure, fold

__all__ = ["Authority", "Membership", "Record", "Tenure", "check", "fold", "load"]


def load(extra: Path | None = None) -> Authority:
    """The shipped lists, with the rows of a user's own list added and overriding; compiled once, then cached.

    Raises OntologyError naming file and row when the own list is wrong.
    """
    return Authority(compiled(_folder(), extra))


def check(extra: Path | None = None) -> list[str]:
    """What is wrong with the lists, one line a row with file, row number and reason; empty when all is well."""
    return _check(_folder(), extra)


def _folder() -> Path:
    from kg.ontology import folder

    return folder() / "actors"
