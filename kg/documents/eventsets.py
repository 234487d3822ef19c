"""How event data sets are laid out: GDELT, ICEWS, POLECAT, PLOVER JSON, and tables of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kg.documents import fields

__all__ = ["EVENT_FIELDS", "GDELT_SIZES", "Layout", "gdelt", "of_columns", "of_json"]

EVENT_FIELDS = ("date", "source", "target", "code")
"""What `--map` may name in a table of events, beside `title`, `publisher` and the others of articles."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column (by number) or JSON field (by name) holds what; `name` is that of the data set.

    `source` and `target` are given by what may name an actor, the surest first; `*_state` is the country that it
    belongs to, `*_sectors` what it is there (government, opposition), `status` what kg made of it (denied, planned).
    """

    kind: str
    name: str
    date: int | str
    code: int | str
    source: tuple[int | str, ...]
    target: tuple[int | str, ...]
    mode: int | str | None = None
    status: int | str | None = None
    place: int | str | None = None
    source_state: int | str | None = None
    target_state: int | str | None = None
    source_sectors: int | str | None = None
    target_sectors: int | str | None = None
    delimiter: str = "\t"
    quoted: bool = False
    columns: int = 0

    def to_json(self) -> dict[str, Any]:
        """For the head of a document of rows."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Layout:
        """The layout as `to_json` gave it."""
        return cls(**{**data, "source": tuple(data["source"]), "target": tuple(data["target"])})


GDELT_SIZES = {57: "GDELT 1.0", 58: "GDELT 1.0", 61: "GDELT 2.0"}
"""Columns of an event file: 1.0 before and since April 2013 (with SOURCEURL), 2.0.

http://data.gdeltproject.org/documentation/GDELT-Event_Codebook-V2.0.pdf
"""


def gdelt(columns: int) -> Layout:
    """The layout of a GDELT event file, which has no header, by its number of columns."""
    place = {57: 50, 58: 50, 61: 52}[columns]  # ActionGeo_FullName; 2.0 has an ADM2 code for each of three places
    return Layout(
        "gdelt", "GDELT", date=1, code=26, source=(5, 6), target=(15, 16), place=place,
        source_state=7, target_state=17, source_sectors=12, target_sectors=22, columns=columns,
    )  # fmt: skip


def of_columns(names: list[str], delimiter: str, mapping: Mapping[str, str] | None, own: str) -> Layout | None:
    """The layout of a table by its header; None if it is not one of events. `own` names a data set of one's own."""
    at = {name.strip().casefold(): i for i, name in reversed(list(enumerate(names)))}
    given = {field: name.strip().casefold() for field, name in (mapping or {}).items()}
    common: dict[str, Any] = {"delimiter": delimiter, "quoted": True, "columns": len(names)}
    if not given and {"event date", "source name", "target name", "cameo code"} <= at.keys():
        return Layout(
            "icews", "ICEWS", at["event date"], at["cameo code"], (at["source name"],), (at["target name"],),
            place=at.get("city"), source_state=at.get("source country"), target_state=at.get("target country"),
            source_sectors=at.get("source sectors"), target_sectors=at.get("target sectors"), **common,
        )  # fmt: skip
    if not given and {"event date", "event type", "actor name", "recipient name"} <= at.keys():
        return Layout(
            "polecat", "POLECAT", at["event date"], at["event type"], (at["actor name"],), (at["recipient name"],),
            mode=at.get("event mode"), place=at.get("city", at.get("placename")),
            source_state=at.get("actor country"), target_state=at.get("recipient country"),
            source_sectors=at.get("actor sectors"), target_sectors=at.get("recipient sectors"), **common,
        )  # fmt: skip
    if "sqldate" in at and "eventcode" in at and "actor1code" in at and "actor2code" in at and not given:
        name = "GDELT" if "globaleventid" in at else own  # `kg export cameo` has its columns too
        return Layout(
            "gdelt", name, at["sqldate"], at["eventcode"], _there(at, "actor1code", "actor1name"),
            _there(at, "actor2code", "actor2name"), place=at.get("actiongeo_fullname"),
            source_state=at.get("actor1countrycode"), target_state=at.get("actor2countrycode"),
            source_sectors=at.get("actor1type1code"), target_sectors=at.get("actor2type1code"), **common,
        )  # fmt: skip
    return _own(names, given, own, common)


def _there(at: Mapping[str, int], *names: str) -> tuple[int, ...]:
    return tuple(at[name] for name in names if name in at)


_USUAL = {
    "date": "date eventdate event_date day sqldate eventday",
    "source": "source sourceactor actor1 actor1code initiator actor sourcecode side1 sourcename",
    "target": "target targetactor actor2 actor2code recipient targetcode side2 targetname",
    "code": "code cameo cameocode eventcode event eventtype plover rootcode type",
    "mode": "mode eventmode",
    "place": "place location placename",
}


def _own(names: list[str], given: Mapping[str, str], own: str, common: dict[str, Any]) -> Layout | None:
    """A table whose columns are called as is usual, or as the user says; articles have a text, and events none."""
    plain = ["".join(filter(str.isalnum, name.casefold())) for name in names]
    wanted = {field: usual.replace("_", "").split() for field, usual in _USUAL.items()}
    found: dict[str, int] = {}
    for field, usual in wanted.items():
        if field in given:
            found[field] = [name.strip().casefold() for name in names].index(given[field])
        elif places := [plain.index(name) for name in usual if name in plain]:
            found[field] = places[0]
    if not {"date", "code", "source"} <= found.keys() or (
        not set(EVENT_FIELDS) & given.keys() and "text" in fields.columns(names)
    ):
        return None
    if "target" not in found:
        return None
    return Layout(
        "table", own, found["date"], found["code"], (found["source"],), (found["target"],),
        mode=found.get("mode"), place=found.get("place"), **common,
    )  # fmt: skip


def of_json(record: Mapping[str, Any], own: str) -> Layout | None:
    """The layout of PLOVER's JSON, or of what `kg export plover` writes; None for other records.

    https://github.com/openeventdata/PLOVER
    """
    keys = record.keys()
    if {"date", "event", "source"} <= keys and not isinstance(record["source"], str):
        return Layout("plover", own, "date", "event", ("source",), ("target",), mode="mode", place=None)
    if {"event_date", "event_type", "actor_name"} <= keys:
        return Layout(
            "plover", own, "event_date", "event_type", ("actor_name",), ("recipient_name",), mode="event_mode",
            status="status", place="placename", source_state="actor_country", target_state="recipient_country",
        )  # fmt: skip
    return None


def usable(names: Iterable[str]) -> bool:
    """Whether fields that a user names with `--map` speak of events.

    >>> usable(["date", "source"]), usable(["title"])
    (True, False)
    """
    return bool(set(EVENT_FIELDS) & set(names))
