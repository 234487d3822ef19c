"""A document of rows of an event data set in, its claims out: one a row, said by the data set, in the row's words.

Type by the ontology's matches (`kg.cameo`), actors by their codes or names. Who is in the government, the forces, the
courts or the parliament of a state stands for it; an opposition, a company or a crowd does not.
"""

from __future__ import annotations

import functools
import io
import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kg.cameo import coder
from kg.documents import days
from kg.documents.eventrows import cell, of_table
from kg.documents.eventsets import Layout
from kg.extract.dates.edtf import bounds, is_edtf
from kg.model import Claim, Document, Event, Evidence, Modality, Party, Stance, When

if TYPE_CHECKING:
    from kg.authority import Authority
    from kg.ontology import Lexicon

__all__ = ["is_coded", "rows"]

EXTRACTOR = "rows 1"
_STANDS_FOR = frozenset(
    "gov mil cop jud leg spy government executive military police judicial legislative legislature parliament".split()
)
"""Sectors, as CAMEO codes and as ICEWS and POLECAT spell them, of those who act for their state."""
_ROLES = {
    "OPP": "opposition", "REB": "rebels", "CVL": "civilians", "BUS": "business", "MED": "media", "EDU": "education",
    "ELI": "elites", "LAB": "labour", "REF": "refugees", "CRM": "criminals", "INS": "insurgents",
    "SEP": "separatists", "UAF": "unaligned armed forces", "NGO": "organizations", "PTY": "parties", "HLH": "health",
    "AGR": "agriculture", "DEV": "development", "ENV": "environment", "HRI": "human rights", "MOD": "moderates",
    "RAD": "radicals", "SET": "settlers",
}  # fmt: skip
_OTHER_CODES = {
    "ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "KSV": "XKX", "WSB": "PSE", "GZS": "PSE", "UNO": "UN", "NAT": "NATO",
    "EEC": "EU", "IAE": "IAEA", "ARL": "ARABLEAGUE", "ASN": "ASEAN", "OPC": "OPEC", "SCE": "OSCE", "SAD": "SADC",
    "SAA": "SAARC", "WBK": "WB", "TAL": "TALIBAN", "AFU": "AU", "ICO": "OIC",
}  # fmt: skip
"""Where CAMEO's code for a state or body is not that of our lists (ISO 3166, acronyms)."""
_STANCES: dict[str, Stance] = {"negated": "negated", "contested": "questioned", "unconfirmed": "unconfirmed"}
_MODALITIES: dict[str, Modality] = {"planned": "planned", "conditional": "conditional", "possible": "possible"}
"""What a status that kg wrote (`kg export plover`) says of the claim; event data of others is all asserted."""
_CODE = re.compile(r"(?:[A-Z]{3}){1,5}")


def is_coded(document: Document) -> bool:
    """Whether a document is rows of an event data set."""
    return any(part.role == "rows" for part in document.parts)


def rows(document: Document, lexicon: Lexicon, known: Authority) -> tuple[Claim, ...]:
    """The claims of its rows, in their order."""
    at = next(part.start for part in document.parts if part.role == "rows")
    layout = Layout.from_json(json.loads(document.text[:at])["events"])
    key = document.id
    coding = coder(lexicon)
    found: list[Claim] = []
    for raw, cells in _records(document.text[at:], layout):
        start = document.text.index(raw, at)
        at = start + len(raw)
        event = _event(cells, layout, coding.type_of(cell(cells, layout.code), cell(cells, layout.mode)), known)
        if event is None:
            continue
        found.append(
            Claim(
                document=key,
                event=event,
                stance=_STANCES.get(cell(cells, layout.status), "asserted"),
                modality=_MODALITIES.get(cell(cells, layout.status), "actual"),
                evidence=Evidence(start, at, raw),
                when=_when(cell(cells, layout.date)),
                trigger=(start, at),
                grade="sure",
                rule=f"rows/{layout.kind}",
                extractor=EXTRACTOR,
            )
        )
    return tuple(found)


def _records(text: str, layout: Layout) -> Iterator[tuple[str, Sequence[str] | dict[str, Any]]]:
    if isinstance(layout.date, str):
        for line in text.split("\n"):
            if line:
                yield line, json.loads(line)
        return
    for _, raw, cells in of_table(io.StringIO(text, newline="\n"), layout, 1):
        assert not isinstance(cells, str)
        yield raw, cells


def _event(
    cells: Sequence[str] | dict[str, Any], layout: Layout, event_type: str | None, known: Authority
) -> Event | None:
    if event_type is None:
        return None
    doing = _side(cells, layout, layout.source, layout.source_state, layout.source_sectors, known)
    done_to = _side(cells, layout, layout.target, layout.target_state, layout.target_sectors, known)
    return _made(event_type, doing, done_to, _place(cells, layout))


@functools.lru_cache(maxsize=65_536)
def _made(event_type: str, doing: tuple[Party, ...], done_to: tuple[Party, ...], place: str | None) -> Event:
    """One value for the many rows that say the same of another day."""
    found = coder().lexicon.types[event_type]
    if found.reciprocal and not (doing and done_to):  # else the row tells two sides, and sides they stay
        return Event(type=event_type, root=found.root, participants=doing or done_to, place=place)
    return Event(type=event_type, root=found.root, initiators=doing, recipients=done_to, place=place)


def _place(cells: Sequence[str] | dict[str, Any], layout: Layout) -> str | None:
    """The town; a country alone is no place where people meet."""
    if layout.kind == "gdelt" and isinstance(layout.place, int) and cell(cells, layout.place - 1) not in ("3", "4"):
        return None
    town = cell(cells, layout.place).partition(",")[0]
    return town if town and town.upper() != "NULL" else None


@functools.lru_cache(maxsize=16_384)
def _when(words: str) -> When | None:
    edtf = days.normal(words) or words
    if not edtf or not is_edtf(edtf):
        return None
    earliest, latest = bounds(edtf)
    return When(edtf, earliest, latest, words, "as coded")


# --- actors -------------------------------------------------------------------------------------------------


def _side(
    cells: Sequence[str] | dict[str, Any],
    layout: Layout,
    named: tuple[int | str, ...],
    state: int | str | None,
    sectors: int | str | None,
    known: Authority,
) -> tuple[Party, ...]:
    if isinstance(cells, dict):
        return _of_json(cells.get(str(named[0])), cells.get(str(state)) if state else None, known)
    words = tuple(cell(cells, at) for at in named)
    return _parties(words, cell(cells, state), cell(cells, sectors), layout.kind, known)


def _of_json(value: Any, states: Any, known: Authority) -> tuple[Party, ...]:
    """PLOVER's list of objects, or a list of names, or one of either."""
    listed = value if isinstance(value, list) else [value] if value else []
    alone = states[0] if isinstance(states, list) and len(states) == len(listed) == 1 else ""
    found: list[Party] = []
    for one in listed:
        if isinstance(one, dict):
            code = str(one.get("code") or one.get("actor") or one.get("country") or "")
            name = str(one.get("actorText") or one.get("name") or "")
            found += _parties((code, name), code[:3], str(one.get("sector") or ""), "plover", known)
        else:
            found += _parties((str(one),), str(alone or ""), "", "plover", known)
    return tuple(dict.fromkeys(found))


@functools.lru_cache(maxsize=65_536)
def _parties(words: tuple[str, ...], state: str, sectors: str, kind: str, known: Authority) -> tuple[Party, ...]:
    """Who is meant; nobody where nothing is said."""
    if kind == "polecat" and ";" in words[0]:
        return tuple(
            dict.fromkeys(p for one in words[0].split(";") for p in _parties((one.strip(),), "", "", kind, known))
        )
    given = tuple(w for w in words if w and w.upper() != "NULL")
    text = " ".join(dict.fromkeys(given)) or state
    if not text:
        return ()
    found = _person(given, _state(state, known), known)
    found = found or next((p for w in given if (p := _by_code(w, sectors, text, known))), None)
    found = found or next((p for w in given if (p := _by_name(w, text, known))), None)
    return (found or _of_state(_state(state, known), sectors, text, given, known),)


def _person(words: tuple[str, ...], state: str | None, known: Authority) -> Party | None:
    """A name of a person whom the lists know, and know to speak for that state."""
    for word in words:
        ids = known.find(word) if " " in word else ()
        record = known.get(ids[0]) if len(ids) == 1 else None
        if record and record.kind == "person" and (state is None or state in record.states):
            return Party(record.id, record.name, "person", record.states, (0, 0), word, "name")
    return None


def _by_code(word: str, sectors: str, text: str, known: Authority) -> Party | None:
    """USA, USAGOV, USAOPP; UNO, NAT: what begins with the code of a state or body."""
    if not _CODE.fullmatch(word):
        return None
    head = _state(word[:3], known) or _OTHER_CODES.get(word[:3])
    record = known.get(head) if head else None
    if record is None:
        return None
    said = {word[i : i + 3] for i in range(3, len(word), 3)} | set(_sectors(sectors))
    if record.kind != "state" or not said or said & _STANDS_FOR or {s.lower() for s in said} & _STANDS_FOR:
        return Party(record.id, record.name, record.kind, record.states, (0, 0), text, "code")
    roles = [_ROLES[s.upper()] for s in sorted(said) if s.upper() in _ROLES]
    name = f"{' and '.join(roles)} of {record.name}" if roles else text
    return Party(name, name, "described", (), (0, 0), text, "code")


def _by_name(word: str, text: str, known: Authority) -> Party | None:
    ids = known.find(word)
    record = known.get(ids[0]) if len(ids) == 1 else None
    return Party(record.id, record.name, record.kind, record.states, (0, 0), text, "name") if record else None


def _of_state(state: str | None, sectors: str, text: str, given: tuple[str, ...], known: Authority) -> Party:
    """By the country that the row gives: the state itself for its government, else somebody of whom we know words."""
    record = known.get(state) if state else None
    if record and (not given or {s.lower() for s in _sectors(sectors)} & _STANDS_FOR):
        return Party(record.id, record.name, record.kind, record.states, (0, 0), text, "role")
    return Party(text, text, "described", (), (0, 0), text, "name")


def _sectors(words: str) -> list[str]:
    return [s.strip() for s in re.split(r"[,;/]", words) if s.strip() and s.strip().upper() != "NULL"]


def _state(word: str, known: Authority) -> str | None:
    """The id of the state that a code or a name of a country stands for."""
    if not word or word.upper() == "NULL":
        return None
    word = _OTHER_CODES.get(word, word)
    if known.is_state(word):
        return word
    ids = known.find(word)
    return ids[0] if len(ids) == 1 and known.is_state(ids[0]) else None
