"""An event's parties, type and status in, a sentence out: "Barack Obama wrote to Ali Khamenei"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["label", "lasting", "names", "past"]

_PAST = {
    "be": "was", "become": "became", "begin": "began", "break": "broke", "bring": "brought", "build": "built",
    "buy": "bought", "call off": "called off", "come": "came", "cut": "cut", "do": "did", "draw": "drew",
    "drive": "drove", "fall": "fell", "fight": "fought", "find": "found", "forbid": "forbade", "get": "got",
    "give": "gave", "go": "went", "have": "had", "hit": "hit", "hold": "held", "keep": "kept", "lay": "laid",
    "lead": "led", "leave": "left", "lend": "lent", "let": "let", "lift": "lifted", "lose": "lost", "make": "made",
    "meet": "met", "pay": "paid", "put": "put", "say": "said", "see": "saw", "seek": "sought", "sell": "sold",
    "send": "sent", "set": "set", "shake": "shook", "shoot": "shot", "shut": "shut", "speak": "spoke",
    "spend": "spent", "stand": "stood", "strike": "struck", "take": "took", "talk": "talked", "tell": "told",
    "quit": "quit", "throw": "threw", "win": "won", "withdraw": "withdrew", "write": "wrote",
}  # fmt: skip
_DOUBLED = frozenset(("ban", "bar", "drop", "expel", "plan", "rebel", "repel", "ship", "stop", "transfer"))
_PREPOSITIONS = frozenset(
    ("with", "to", "on", "against", "at", "for", "from", "of", "in", "by", "about", "into", "between", "before")
)
_CLAUSE = frozenset(("to", "that", "of", "from"))
"""First words of a clause that says what is asked, promised, denied: told behind whatever verb."""
_OF_ONESELF = frozenset(("demand", "deny", "refuse", "reject", "threaten"))
"""Verbs whose clause says who does what: whom it is done to stands in it."""
_MOST_WORDS = 11
LASTING = frozenset((
    "aid", "ban", "cooperate", "fight", "host", "investigate", "mediate", "military-aid", "negotiate", "peacekeep",
    "sanction", "support", "trade",
))  # fmt: skip
"""Types whose events go on for a time: told in the present tense, since a report seldom says that they ended."""
_BEGUN = frozenset(("ban", "sanction"))
"""What goes on, but begins with a deed on a day: told as that deed, in the past tense."""


def label(
    *,
    verb: str,
    doers: Sequence[str],
    others: Sequence[str],
    status: str,
    event_type: str,
    thing: str = "",
    ways: Sequence[str] = (),
) -> str:
    """The event in words; `verb` is the third person singular ("writes to"), the last word may be a preposition.

    `thing` is what it is about: told where nobody is whom it is done to, where one of `ways` (the thing labels of
    the event type: "signs T with Y") says how, and where it is a clause ("to reopen the port").

    >>> label(verb="writes to", doers=["Barack Obama"], others=["Ali Khamenei"], status="actual",
    ...       event_type="letter")
    'Barack Obama wrote to Ali Khamenei'
    >>> label(verb="cooperates with", doers=["United States", "Iran"], others=[], status="negated",
    ...       event_type="cooperate")
    'United States and Iran do not cooperate'
    >>> label(verb="rejects", doers=["Russia"], others=[], status="actual", event_type="reject", thing="the request")
    'Russia rejected the request'
    >>> label(verb="signs with", doers=["Chad"], others=["Niger"], status="planned", event_type="sign",
    ...       thing="a treaty", ways=["signs T with Y"])
    'Chad is to sign a treaty with Niger'
    """
    subject = names(doers) or "someone"
    thing = " ".join(thing.split())
    if status == "negated":
        thing = thing.removeprefix("no ")
    told = thing.partition(" ")[0].lower() in _CLAUSE
    way = "" if told else _way(thing, others, ways)
    base, tail = _base(way or (_plain(ways) if told else "") or verb)
    phrase = _conjugated(base, status, plural=len(doers) > 1, lasting=lasting(event_type) and event_type not in _BEGUN)
    if told and base in _OF_ONESELF:
        others = ()  # "threatened to shut its port to Oman"
    if way:
        words = f"{subject} {phrase} {_filled(tail, thing, others)}"
    elif others:
        words = f"{subject} {phrase} {_towards(tail, others)} {names(others)} {_cut(thing) if told else ''}"
    elif told:
        words = f"{subject} {phrase} {_without_preposition(tail)} {_cut(thing)}"
    else:
        words = f"{subject} {phrase} {_without_preposition(tail)} {_told(thing, tail)}"
    suffix = {"contested": " (contested)", "unconfirmed": " (unconfirmed)"}.get(status, "")
    return " ".join(words.split()) + suffix


def _cut(clause: str) -> str:
    """The first words of a clause: a label is no text."""
    clause = clause if clause.count('"') != 1 else clause.replace('"', "")
    words = clause.split()
    return clause if len(words) <= _MOST_WORDS else f"{' '.join(words[:_MOST_WORDS])} …"


def _way(thing: str, others: Sequence[str], ways: Sequence[str]) -> str:
    """The first thing label that fits the thing, and has room for those whom it is done to."""
    words = {form for w in thing.lower().split() for form in (w, _singular(w))}
    for way in ways if thing else ():
        nouns, _, told = way.rpartition(": ")
        fits = not nouns or not words.isdisjoint(nouns.split(", "))
        if fits and (not others or "Y" in told.split()):
            return told
    return ""


def _plain(ways: Sequence[str]) -> str:
    """The verb that takes things of any kind: "demands" of "demands T from Y"."""
    plain = (way.partition(" T")[0] for way in ways if ":" not in way and " T" in way)
    return next((verb for verb in plain if " Y" not in verb), "")


def _filled(tail: str, thing: str, others: Sequence[str]) -> str:
    """ "T with Y": the thing and the others in their places; without others their preposition goes too.

    Others whom the thing itself names ("two Chilean policemen" of Chile) are not told twice.
    """
    words = tail.split()
    named = any(name[:5] in thing for name in others)
    if words[:2] == ["Y", "of"] and not others:
        words[0] = "somebody"  # "accused of lying" would be the accused
    if "Y" in words and (not others or (named and words[words.index("Y") - 1] == "of")):
        del words[words.index("Y") - (words[0] != "Y") : words.index("Y") + 1]
    return " ".join({"T": thing[:1].lower() + thing[1:] if " " not in thing else thing, "Y": names(others)}.get(w, w)
                    for w in words)  # fmt: skip


def _towards(tail: str, others: Sequence[str]) -> str:
    """ "mediates between" takes two; with one name it is "with"."""
    one = len(others) == 1 and others[0][:1].isupper()
    return f"{tail.removesuffix('between')}with" if one and tail.endswith("between") else tail


def _told(thing: str, tail: str) -> str:
    """The thing after a verb that takes one; in brackets behind "imposes sanctions on", unless it says the same."""
    if thing and tail and _singular(thing.lower().split()[-1]) in {_singular(w) for w in tail.split()}:
        return ""
    return f"({thing})" if thing and tail else thing


def lasting(event_type: str) -> bool:
    """Whether events of this type go on for a time (support, a fight, talks), unlike a letter or a visit."""
    return event_type in LASTING


def names(parts: Sequence[str], most: int = 3) -> str:
    """A list in words, cut after `most` names when more than one would be left out.

    >>> names(["A", "B", "C", "D", "E"])
    'A, B, C and 2 others'
    """
    if len(parts) > most + 1:
        return f"{', '.join(parts[:most])} and {len(parts) - most} others"
    return " and ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


def past(verb: str) -> str:
    """The past tense of a base form.

    >>> past("write"), past("visit"), past("deny"), past("expel")
    ('wrote', 'visited', 'denied', 'expelled')
    """
    if verb in _PAST:
        return _PAST[verb]
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ed"
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ied"
    return f"{verb}ed"


def _base(verb: str) -> tuple[str, str]:
    """The base form of the first word of "imposes sanctions on", and the rest."""
    first, _, tail = verb.strip().partition(" ")
    return _singular_to_base(first), tail


def _singular_to_base(word: str) -> str:
    special = {"is": "be", "has": "have", "does": "do", "goes": "go"}
    if word in special:
        return special[word]
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return f"{noun[:-3]}y" if len(noun) > len("ties") else noun[:-1]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _third(base: str) -> str:
    special = {"be": "is", "have": "has", "do": "does", "go": "goes"}
    if base in special:
        return special[base]
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("ss", "sh", "ch", "x", "zz")) else f"{base}s"


def _conjugated(base: str, status: str, *, plural: bool, lasting: bool) -> str:
    if status == "planned":
        return f"{'are' if plural else 'is'} to {base}"
    if status == "conditional":
        return f"would {base}"
    if status == "possible":
        return f"may {base}"
    if status == "negated":
        if base == "be":
            return ("are not" if plural else "is not") if lasting else ("were not" if plural else "was not")
        return f"{('do' if plural else 'does') if lasting else 'did'} not {base}"
    if lasting:
        return ("are" if base == "be" else base) if plural else _third(base)
    if base == "be":
        return "were" if plural else "was"
    return past(base)


def _without_preposition(tail: str) -> str:
    words = tail.split()
    while words and words[-1] in _PREPOSITIONS:
        words.pop()
    return " ".join(words)
