""" "Who is X", "who was foreign minister of Y in 2014" in, an answer out: offices and tenures, and what the graph has.

Offices come from the list of actors that is part of kg, and the answer says so; what X did comes from the graph.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.queries import times, write
from kg.queries.holders import holders
from kg.queries.parties import whole
from kg.queries.resolve import authority
from kg.queries.tell import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.authority import Record, Tenure
    from kg.queries.named import Queryable
    from kg.queries.parties import Names
    from kg.queries.reading import Who

__all__ = ["Profile", "profile"]

_OFFICE = r"(?:office|position|job|post|role|title|function)"
_FORMS = tuple(re.compile(form, re.IGNORECASE) for form in (
    r"^(?:do you know |tell me )?who(?:'s| is| was| are| were) (?P<name>.+)$",
    r"^what(?:'s| is| are) (?P<name>.+)$",
    r"^(?:tell me about|information about|info on|profile of) (?P<name>.+)$",
    rf"^(?:what|which) {_OFFICE} (?:does|did|has|had) (?P<name>.+?) (?:hold|held|have|had)$",
    rf"^(?:what(?:'s| is| was) )?(?P<name>.+?)'s? {_OFFICE}$",
))  # fmt: skip
_MOST = 6


class Profile:
    """Who is asked about; `text` in words, `names` of office-holders, `who` whose events the graph is asked for."""

    def __init__(self, text: str, names: tuple[str, ...] = (), who: Who | None = None) -> None:
        self.text, self.names, self.who = text, names, who


def profile(graph: Queryable, question: str, names: Names, now: str) -> Profile | None:
    """The profile that a question asks for, or None where it asks for something else.

    `question` has no question mark; `now` is the day on which "is" is read (ISO).
    """
    for form in _FORMS:
        if found := form.match(question):
            asked = found["name"].strip(" ,")
            if held := _held(asked, names, now):
                return held
            who = whole(asked, names)
            if who and who.ids and not who.how.startswith(("people", "office")):
                who = replace(who, ids=who.ids[:1]) if who.how.startswith("group") else who
                return Profile(_told(graph, who, names), who=who)
    return None


def _held(asked: str, names: Names, now: str) -> Profile | None:
    """Who holds the office that the words name, at a time that they name or now."""
    timed = times.find(asked, now)
    words = asked
    if timed:
        words = (asked[: timed[1][0]] + asked[timed[1][1] :]).strip(" ,")
    found = holders(words, names, (timed[0].first, timed[0].last) if timed else (now, now))
    if found is None:
        return None
    office, of, tenures = found
    when = timed[0].words if timed else f"on {now}, the day of the newest document"
    if not tenures:
        return Profile(f"No {office} of {of} is in the list of actors that comes with kg ({when})")
    persons = [(_name(t.person), t) for t in tenures]
    told = listed([f"{name} ({'' if t.office == office else f'{t.office}, '}{_span(t)})" for name, t in persons])
    source = "from the list of actors that comes with kg, not from the articles"
    names_of = tuple(dict.fromkeys(name for name, _ in persons))
    return Profile(f"{office} of {of} {when}: {told} ({source})", names_of)


def _told(graph: Queryable, who: Who, names: Names) -> str:
    """Each actor that the words may mean and that occurs; all of them where none does."""
    counted = {one: _counts(graph, one) for one in who.ids}
    there = [one for one in who.ids if any(counted[one])] or list(who.ids)
    lines = [f"{_description(one, names)} {_occurs(*counted[one])}" for one in there[:_MOST]]
    lead = f"“{who.words}” may be: " if len(there) > 1 else ""
    return lead + " | ".join(lines)


def _description(actor_id: str, names: Names) -> str:
    record = authority().get(actor_id)
    if record is None:
        return f"{_label(actor_id)}: not in the list of actors that comes with kg; known from the articles alone."
    parts = list(_offices(record.tenures))
    if record.kind == "person" and not parts:
        parts = [f"of {listed([_name(s) for s in record.states])}"] if record.states else []
    members = names.members(actor_id)
    if members and record.kind == "grouping":
        parts.append(f"its members {listed([_name(m) for m in members])}")
    if groups := _groups(record):
        parts.append(f"member of {listed(groups)}")
    kind = "" if record.kind == "person" and parts else record.kind
    return f"{record.name}: {'; '.join(filter(None, (kind, *parts)))}."


def _offices(tenures: Sequence[Tenure]) -> Iterator[str]:
    """Offices with their times, the latest first; terms that follow one another are told as one."""
    spans: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for t in sorted(tenures, key=lambda t: t.begin or ""):
        terms = spans.setdefault((t.office, t.of), [])
        if terms and terms[-1][1] and terms[-1][1] == t.begin:
            terms[-1] = (terms[-1][0], t.end or "")
        else:
            terms.append((t.begin or "", t.end or ""))
    for (office, of), terms in sorted(spans.items(), key=lambda pair: pair[1][-1], reverse=True):
        yield f"{office} of {_name(of)} ({', '.join(f'{a} to {b}' if b else f'since {a}' for a, b in terms)})"


def _groups(record: Record) -> list[str]:
    return [_name(m.group) for m in record.memberships if m.end is None] if record.kind != "person" else []


def _occurs(events: int, claims: int) -> str:
    if not events and not claims:
        return "In this graph: nothing."
    took = f"takes part in {events} event{'s' * (events != 1)}"
    return f"In this graph: {took}, is the source of {claims} claim{'s' * (claims != 1)}."


def _counts(graph: Queryable, actor_id: str) -> tuple[int, int]:
    rows = [list(graph.query(query)) for query in write.occurrences(actor_id)]
    events, claims = (int(found[0][0] or 0) if found else 0 for found in rows)
    return events, claims


def _span(tenure: Tenure) -> str:
    return f"{tenure.begin} to {tenure.end}" if tenure.end else f"since {tenure.begin}"


def _name(actor_id: str) -> str:
    record = authority().get(actor_id)
    return record.name if record else _label(actor_id)


def _label(actor_id: str) -> str:
    """A name for somebody without a record, from the words of the id.

    >>> _label("person:zohrab-mnatsakanyan")
    'Zohrab Mnatsakanyan'
    """
    return " ".join(w.capitalize() for w in actor_id.rsplit("/", 1)[-1].rpartition(":")[2].split("-"))
