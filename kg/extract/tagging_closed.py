"""A token whose word or place says what it is in, its letter out: signs, numbers, names, dates, small words."""

from __future__ import annotations

from kg.extract import words as w
from kg.extract.judging import BAD, GOOD, PLAIN
from kg.extract.tokens import Tokens

__all__ = ["AUXILIARIES", "PREDICATES", "VERB_TAGS", "closed", "is_closed", "is_number"]

VERB_TAGS = frozenset("bzdng")
AUXILIARIES = frozenset("will shall would may might could can must should cannot".split())
_SIGNS = {
    ",": ",", ";": ";", ":": ":", "—": "-", "–": "-", "--": "-", "-": "-", "(": "(", ")": ")", "[": "(", "]": ")",
    '"': '"', "“": '"', "”": '"', "‘": '"', "«": '"', "»": '"', ".": ".", "!": ".", "?": ".",
}  # fmt: skip
_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty fifty
    sixty hundred hundreds thousand thousands dozen dozens million billion""".split()
)
_MONEY = frozenset("$€£¥")
_PERSONA, _GRATA = frozenset("persona personae personas".split()), frozenset("non grata gratae".split())
"""Said of the noun before, no part of it: "declared the envoy persona non grata"."""
_NEVER = (("at", "no", "time"), ("under", "no", "circumstances"), ("in", "no", "way"), ("at", "no", "point"))
_SAYS = frozenset("argues insists believes asserts contends alleges suggests warns adds thinks".split())
"""No nouns, whatever stands before them."""
_TITLES = frozenset("mr mrs ms dr gen lt col maj capt cmdr adm sgt brig gov sen rep sens reps prof rev hon".split())
_NEVER_PARTS = frozenset(x for phrase in _NEVER for x in phrase)
_APPROXIMATE = frozenset(
    "about around over nearly almost roughly approximately under at more less fewer up least most than to".split()
)
_HANDED = frozenset("hand hands handed handing turn turned turning take took taken taking".split())
_ABOUT = frozenset("about around over nearly almost roughly approximately under some".split())
_IN_PHRASES = _NEVER_PARTS | _APPROXIMATE | {"as", "well"}
_SAID = _SAYS | {"say", "says", "to"}


def closed(tokens: Tokens, i: int, first: int, last: int, names: set[int], dates: set[int], out: list[str]) -> str:
    """The letter of token i of the sentence first..last, or "" for an open word; `out` are the letters before it."""
    word = tokens.lower[i]
    if word not in _TOLD and i not in names and i not in dates and not (out and out[-1] in "Q("):
        return "#" if word[0].isdigit() else ""
    mark = _in_phrase(tokens, i, first, last) if word in _IN_PHRASES else ""
    if mark or ((tokens.words[i] in "()" or (out and out[-1] in "Q(")) and _acronym(tokens, i, first, last)):
        return mark or "Q"
    if i in names:
        return "G" if word == "'s" else "E"
    if word in ("'s", "'"):
        return _apostrophe(tokens, i, out)
    if i in dates:
        return _time(tokens, i, first, last, dates, out)
    if word == "-" and out and out[-1] in "EN" and i + 1 < last and tokens.ends[i - 1] == tokens.starts[i]:
        return "N" if tokens.ends[i] == tokens.starts[i + 1] else "-"  # "Saudi-led", "US-China"
    if word in _SIGNS:
        return _full_stop(tokens, i, first, last) if word == "." else _SIGNS[word]
    said = _said(tokens, i, first, out) if word in _SAID else ""
    if said:
        return said
    if out and word in _OF_OBJECTS and _said_of_the_object(tokens, i, last, out):
        return "I" if word in _PERSONA else "Q" if word in _GRATA else "Y" if word in _RESULTS else "R"
    if word in _CLOSED:
        return _context(_CLOSED[word], tokens, i, last, out) if word in _SHIFTY else _CLOSED[word]
    return "#" if word[0].isdigit() or word in _NUMBERS or word in _MONEY else ""


def _apostrophe(tokens: Tokens, i: int, out: list[str]) -> str:
    """A genitive, or a quotation mark."""
    if not out or (tokens.lower[i] == "'" and (_is_double(tokens, i) or _opens_or_closes(tokens, i, len(out)))):
        return '"'
    return "Y" if out[-1] == "Y" else "G"


def _opens_or_closes(tokens: Tokens, i: int, before: int) -> bool:
    """A single quotation mark: it touches only the word behind it, or an open one stands before."""
    starts, ends = tokens.starts, tokens.ends
    if starts[i] > ends[i - 1]:
        return i + 1 < len(starts) and starts[i + 1] == ends[i]
    opened = any(
        tokens.words[k] == "'" and k > 0 and starts[k] > ends[k - 1] and starts[k + 1] == ends[k]
        for k in range(i - before, i - 1)
    )
    return opened and not tokens.lower[i - 1].endswith("s")


def _said(tokens: Tokens, i: int, first: int, out: list[str]) -> str:
    """ "says", "argues" and the like are no nouns; the "to" of "according to" opens no infinitive."""
    word, before = tokens.lower[i], out[-1] if out else ""
    if word == "to":
        return "P" if i > first and tokens.lower[i - 1] == "according" else ""
    if word in _SAYS and before and before in "NE,R":
        return "z"
    if word in ("say", "says") and (not before or before not in "DAMTO"):
        return "z" if word == "says" else "b"
    return ""


def _is_double(tokens: Tokens, i: int) -> bool:
    """Two apostrophes are a quotation mark."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    after = i + 1 < len(words) and words[i + 1] == "'" and starts[i + 1] == ends[i]
    return after or (i > 0 and words[i - 1] == "'" and starts[i] == ends[i - 1])


def _full_stop(tokens: Tokens, i: int, first: int, last: int) -> str:
    """A full stop, or one that belongs to a name: "Mr. Li", "Ferdinand Marcos Jr."."""
    if first < i < last - 1 and tokens.lower[i - 1] in ("jr", "sr"):
        return "Q"
    return "N" if _after_title(tokens, i, first, last) else "."


def _after_title(tokens: Tokens, i: int, first: int, last: int) -> bool:
    """The full stop of "Mr. Li" belongs to the name."""
    if not first < i < last - 1 or tokens.lower[i - 1] not in _TITLES or not tokens.words[i + 1][0].isupper():
        return False
    return tokens.starts[i] == tokens.ends[i - 1]


_RESULTS = {
    "free": frozenset("set sets setting let lets letting".split()), "dead": frozenset("shot shoot shoots".split()),
    "open": frozenset("threw throw throws thrown throwing".split()), "aside": frozenset("set sets setting".split()),
}  # fmt: skip
"""Words that are one with the verb before them: "set free the pilots"."""
_CALLED = frozenset(
    "guilty responsible accountable innocent unwelcome undesirable free hostage captive liable ablaze alight".split()
)
PREDICATES = _CALLED | BAD | GOOD
"""Words that say of a thing what it is: no things of their own."""
_OF_OBJECTS = _CALLED | PLAIN | _RESULTS.keys() | _PERSONA | _GRATA


def _said_of_the_object(tokens: Tokens, i: int, last: int, out: list[str]) -> bool:
    """ "set free the pilots", "found the minister guilty", "called the vote "wholly illegal"."""
    word, before = tokens.lower[i], out[-1]
    if word in PLAIN:
        opened = "".join(out).rstrip("R").removesuffix('"').rstrip("R")
        return opened[-1:] in tuple("NEI)Q") and _ends(tokens, i, last)
    if word in _RESULTS and before in VERB_TAGS and tokens.lower[i - 1] in _RESULTS[word]:
        return True
    if word in _PERSONA or word in _GRATA:
        return before in ("EN" if word in _PERSONA else "IQ")
    return word in _CALLED and before in "NEI)Q" and _ends(tokens, i, last)


def _ends(tokens: Tokens, i: int, last: int) -> bool:
    """Whether the phrase ends after token i."""
    after = tokens.lower[i + 1] if i + 1 < last else "."
    verbs = _RESULTS.get(tokens.lower[i])
    if verbs and after in w.DETERMINERS and verbs.isdisjoint(tokens.lower[max(0, i - 5) : i]):
        return False  # "demanded that Tehran free the crew"
    return not after[0].isalnum() or after in _CLOSED or after in w.PREPOSITIONS


def is_number(word: str) -> bool:
    """Whether a word is a figure or a number word."""
    return word[0].isdigit() or word in _NUMBERS


def is_closed(word: str) -> bool:
    """Whether a word belongs to the small ones, whatever stands around it."""
    return word in _CLOSED


def _in_phrase(tokens: Tokens, i: int, first: int, last: int) -> str:
    """The letter of a word of "as well as", "more than 200", "at no time"; else ""."""
    word = tokens.lower[i]
    if word in ("as", "well") and (joint := _as_well_as(tokens.lower, i)) >= 0:
        return "CYY"[joint]
    if word in _APPROXIMATE and _approximates(tokens, i, last):
        return "R"
    return "X" if word in _NEVER_PARTS and _in_never(tokens.lower, i, first) else ""


def _time(tokens: Tokens, i: int, first: int, last: int, dates: set[int], out: list[str]) -> str:
    """Y, or what the word is inside a noun phrase: "a three-month ceasefire"."""
    opens = tokens.lower[i] in ("a", "an", "the") and i - 1 not in dates
    if opens and _inside_phrase(tokens, i, last, dates, ["D"]):
        return "D"
    if i > first and i - 1 in dates and out[-1] in "NY":
        return out[-1]
    return "N" if _inside_phrase(tokens, i, last, dates, out) else "Y"


def _inside_phrase(tokens: Tokens, i: int, last: int, dates: set[int], out: list[str]) -> bool:
    """Whether a time stands inside a noun phrase: "a three-month ceasefire", "the November talks"."""
    end = i
    while end < last and end in dates:
        end += 1
    if not out or out[-1] not in "DAGN" or end >= last or not tokens.words[end][0].isalpha():
        return False
    follows = tokens.lower[end]
    if tokens.words[end][0].isupper():
        return False
    if out[-1] == "N":  # "a 95-year-old man" has a determiner before its own words
        return tokens.lower[end - 1].endswith("-old")
    return follows not in _CLOSED and not follows.endswith("ly") and not follows.endswith("ed")


def _approximates(tokens: Tokens, i: int, last: int) -> bool:
    """ "about one million", "more than 200", "at least 19": the words before the number."""
    low = tokens.lower
    word, after = low[i], low[i + 1] if i + 1 < last else ""
    if word in ("at", "more", "less", "fewer", "up") and after in ("least", "most", "than", "to"):
        return i + 2 < last and _is_number(low[i + 2])
    if word in ("least", "most", "than", "to") and i > 0:
        return low[i - 1] in ("at", "more", "less", "fewer", "up") and _is_number(after)
    handed = word == "over" and i > 0 and low[i - 1] in _HANDED  # "handed over ten ambulances"
    return word in _ABOUT and word != "some" and _is_number(after) and not handed


def _is_number(word: str) -> bool:
    return bool(word) and (word[0].isdigit() or word in _NUMBERS or word in ("a", "$", "£", "€"))


def _acronym(tokens: Tokens, i: int, first: int, last: int) -> bool:
    """Whether token i is part of "(UN)" behind a name: it changes nothing."""
    words = tokens.words
    open_ = next((k for k in (i, i - 1, i - 2) if k > first and words[k] == "("), -1)
    if open_ < 0 or open_ + 2 >= last or words[open_ + 2] != ")":
        return False
    inside = words[open_ + 1]
    return i <= open_ + 2 and inside.isupper() and 1 < len(inside) <= 8 and words[open_ - 1][0].isupper()


def _as_well_as(lower: list[str], i: int) -> int:
    """Place of token i in "as well as" (0, 1, 2), or -1."""
    for k in range(3):
        if i - k >= 0 and lower[i - k : i - k + 3] == ["as", "well", "as"]:
            return k
    return -1


def _in_never(lower: list[str], i: int, first: int) -> bool:
    """Whether token i is part of "at no time" and the like, which deny as "never" does."""
    return any(
        tuple(lower[i - k : i - k + 3]) == phrase
        for phrase in _NEVER
        for k in range(3)
        if i - k >= first and phrase[k] == lower[i]
    )


def _build_closed() -> dict[str, str]:
    out: dict[str, str] = {}
    for group, mark in (
        (w.PREPOSITIONS, "P"), (w.DETERMINERS, "D"), (w.POSSESSIVES, "A"), (w.PRONOUNS, "I"), (w.CONJUNCTIONS, "C"),
        (w.SUBORDINATORS, "S"), (w.MODALS, "M"), (w.BE, "B"), (w.HAVE, "H"), (w.DO, "O"), (w.ADVERBS, "R"),
    ):  # fmt: skip
        for word in group:
            out.setdefault(word, mark)
    out |= {
        "not": "X", "never": "X", "n't": "X", "to": "T", "that": "K", "who": "W", "which": "W", "whom": "W",
        "whose": "W", "neither": "D", "either": "D", "nor": "C", "no": "D", "as": "P", "what": "W", "how": "S",
        "so": "R", "why": "S", "done": "n", "according": "P", "due": "R", "prior": "P", "ahead": "P", "instead": "R",
        "owing": "P", "her": "A", "'re": "B", "'ve": "H", "'ll": "M",
    }  # fmt: skip
    for word, (base, _) in w.CONTRACTED.items():
        out[word] = "M" if base in w.MODALS else "B" if base in w.BE else "H" if base in w.HAVE else "O"
    return out


_CLOSED = _build_closed()
_TOLD = _IN_PHRASES | _SAID | _OF_OBJECTS | _NUMBERS | _MONEY | _SIGNS.keys() | _CLOSED.keys() | {"'s", "'"}
"""All that is more than an open word or a figure: the rest needs no second look."""


_SHIFTING = frozenset("each both all neither either had".split())


def _quantity(word: str, after: str, out: list[str]) -> str:
    """Both signed, have each signed, had either agreed: said of the subject, not a phrase of its own."""
    if word in ("each", "both", "all") and out and (out[-1] in "BHMO" or (out[-1] in "ENI" and _is_verb_form(after))):
        return "R"
    if word == "neither" and out and out[-1] in "MBHO":
        return "X"
    if word in ("neither", "either") and after and _is_verb_form(after):
        return "X" if word == "neither" else "R"
    if word == "had" and not out and after not in ("to", "been", ""):
        return "S"  # "Had Nepal agreed, …"
    return ""


def _context(mark: str, tokens: Tokens, i: int, last: int, out: list[str]) -> str:
    """The same small word means different things in different places."""
    word = tokens.lower[i]
    after = tokens.lower[i + 1] if i + 1 < last else ""
    if word == "that":
        if not out or out[-1] in "PD":
            return "D"
        return "K"
    if word in ("before", "after", "since", "until", "till", "as") and _starts_clause(tokens, i + 1, last):
        return "S"
    if word == "so" and (after == "that" or after in w.SUBJECT_PRONOUNS):
        return "S"
    if word in _WAYS and out:
        if word == "back" and "".join(out).rstrip("RX")[-1:] in ("M", "T"):
            return "b"  # "would also back"
        return _way(word, out[-1]) or _late(mark, word, after, out)
    return _late(mark, word, after, out)


_WAYS = frozenset("back home forward apart away together".split())
_SHIFTY = (
    _WAYS | _SHIFTING | frozenset("that before after since until till as so like down up off out over on".split())
) | {"provided", "her", "can"}
"""All small words whose letter depends on the words around."""


def _way(word: str, before: str) -> str:
    """Its back, the home; pushed forward, fell apart."""
    if word in ("back", "home") and before in "ADG":
        return "N"
    return "P" if word != "home" and before in VERB_TAGS else ""


def _late(mark: str, word: str, after: str, out: list[str]) -> str:
    """What the words around say of a small word, where its own letter is not enough."""
    if word in _SHIFTING:
        return _quantity(word, after, out) or mark
    if word == "like" and out and out[-1] in "MTO":
        return "b"
    if word in ("down", "up", "off", "out", "back", "over", "on") and after in ("", ".", ",", "with", "to", "of"):
        return "P"
    if word == "provided" and after != "that" and out and out[-1] != ",":
        return "n" if out[-1] in "BH" else "d"
    if word == "her" and (not after or after in _CLOSED):
        return "I"
    if word == "can" and out and out[-1] in "DA":
        return "N"
    return mark


_IRREGULAR_PAST = frozenset(
    past for base, (forms, _) in w.IRREGULAR.items() for past in forms.split() if past not in (base, "left", "found")
)
_SUBJECTS = frozenset("it he she they we i".split())
"""Pronouns that only a verb can follow, but for "it"."""


def _is_verb_form(word: str) -> bool:
    return word.endswith("ed") or word in AUXILIARIES or word in w.BE or word in w.HAVE or word in w.DO


def _starts_clause(tokens: Tokens, i: int, last: int) -> bool:
    """Whether a verb stands within a few words, before a comma: "after Iran expelled ..."."""
    if i < last and tokens.lower[i] in _SUBJECTS:
        return True
    for k in range(i, min(i + 8, last)):
        word = tokens.lower[k]
        if word == "and" and k > i and _names_meet(tokens, k, last):
            continue  # "after Chad and the African Union agreed"
        if word in (",", ".", ";", "and", "to", "that", "a") or word in w.PREPOSITIONS:
            return False
        if k > i and (
            word in AUXILIARIES
            or word in ("was", "were", "is", "are", "has", "have", "had", "did")
            or word.endswith("ed")
            or word in _IRREGULAR_PAST
        ):
            return True
    return False


def _names_meet(tokens: Tokens, k: int, last: int) -> bool:
    after = k + 2 if k + 2 < last and tokens.lower[k + 1] == "the" else k + 1
    return after < last and tokens.words[k - 1][0].isupper() and tokens.words[after][0].isupper()
