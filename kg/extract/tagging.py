"""Tokens of a sentence in, one letter a token out: a rough part of speech, enough to cut clauses.

D determiner  A possessive pronoun  I pronoun  G possessive 's  # number  N noun or adjective  E actor name
P preposition  T to  C conjunction  M modal  B be  H have  O do  X not  R adverb  Y date  W who/which/that
Q an acronym in brackets  K that (clause)  S subordinator  b z d n g verb forms (base, third person, past, participle, -ing)  , ; : - " ( ) .
"""

from __future__ import annotations

import functools
from importlib import resources

from kg.extract import words as w
from kg.extract.tokens import Tokens

__all__ = ["VERB_TAGS", "Verbs", "general_verbs", "tag"]

VERB_TAGS = frozenset("bzdng")
_AUX = {"will", "shall", "would", "may", "might", "could", "can", "must", "should", "cannot"}
_SIGNS = {",": ",", ";": ";", ":": ":", "—": "-", "–": "-", "--": "-", "-": "-", "(": "(", ")": ")", "[": "(",
          "]": ")", '"': '"', "“": '"', "”": '"', "‘": '"', "«": '"', "»": '"', ".": ".", "!": ".", "?": "."}  # fmt: skip
_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty fifty
    sixty hundred hundreds thousand thousands dozen dozens million billion""".split()
)
_COUNTING = frozenset("both all each some many several few two three four five six seven others most".split())

_PLAIN_ADJECTIVES = frozenset(
    """new fresh more other further tough strict heavy first last local foreign additional special joint so-called
    highly long small large major newly recent previous own same""".split()
)
_PARTICIPIAL = frozenset(
    "armed united combined allied retired exiled displaced wounded unmanned deposed disputed".split()
)
_ING_NOUNS = frozenset(
    """warning meeting bombing shelling signing killing hearing ruling training funding briefing building beating
    stabbing shooting uprising gathering finding understanding ceasefire lending trafficking smuggling fighting""".split()
)
_AFTER_NOUN = frozenset("loyal allied opposed close hostile sympathetic linked".split())
_NOT_VERBS = frozenset(
    "morning evening spring string ceiling sterling wellbeing offspring kingpin midmorning willing unwilling longstanding outgoing neighbouring neighboring upcoming".split()
)

Verbs = dict[str, tuple[tuple[str, str], ...]]
"""Verb form to its (lemma, tag) readings."""


@functools.lru_cache(maxsize=8)
def general_verbs(extra: frozenset[str] = frozenset()) -> Verbs:
    """Forms of all verbs of verbs.txt and of `extra` lemmas."""
    listed = resources.files("kg.extract").joinpath("verbs.txt").read_text(encoding="utf-8")
    lemmas = {x for line in listed.splitlines() if not line.startswith("#") for x in line.split()} | extra
    out: dict[str, list[tuple[str, str]]] = {}
    for lemma in sorted(lemmas - {"be", "have", "do"}):
        for form, tag_ in w.verb_forms(lemma):
            readings = out.setdefault(form, [])
            if (lemma, tag_) not in readings:
                readings.append((lemma, tag_))
    return {form: tuple(readings) for form, readings in out.items()}


def tag(tokens: Tokens, first: int, last: int, names: set[int], dates: set[int], verbs: Verbs) -> list[str]:
    """Tags of tokens first..last; `names` are tokens of actor mentions, `dates` of time expressions."""
    out: list[str] = []
    unsure: list[int] = []
    headline = _is_headline(tokens, first, last)
    for i in range(first, last):
        mark = _closed(tokens, i, first, last, names, dates, out)
        if not mark:
            mark = _open(tokens, i, first, last, verbs, out, headline)
            if mark in "?!":
                unsure.append(i - first)
        out.append(mark)
    if unsure:
        _decide(tokens, first, out, unsure, verbs)
    return out


def _is_headline(tokens: Tokens, first: int, last: int) -> bool:
    """Title Case Throughout: then a capital says nothing."""
    long_words = [x for x in tokens.words[first:last] if len(x) > 3 and x[0].isalpha()]
    return len(long_words) > 3 and sum(x[0].isupper() for x in long_words) > 0.8 * len(long_words)


def _closed(tokens: Tokens, i: int, first: int, last: int, names: set[int], dates: set[int], out: list[str]) -> str:
    word = tokens.lower[i]
    if tokens.words[i] in "()" or (out and out[-1] in "Q("):
        if _acronym(tokens, i, first, last):
            return "Q"
    if word in ("as", "well") and (joint := _as_well_as(tokens.lower, i)) >= 0:
        return "CYY"[joint]
    if word in _APPROXIMATE and _approximates(tokens, i, last):
        return "R"
    if word in _NEVER_PARTS and _in_never(tokens.lower, i, first, last):
        return "X"
    if i in names:
        return "G" if word == "'s" else "E"
    if word == "'s" or word == "'":
        return ("Y" if out and out[-1] == "Y" else "G") if out else '"'
    if i in dates:
        if word in ("a", "an", "the") and i - 1 not in dates and _inside_phrase(tokens, i, last, dates, ["D"]):
            return "D"
        if i > first and i - 1 in dates and out[-1] in "NY":
            return out[-1]
        return "N" if _inside_phrase(tokens, i, last, dates, out) else "Y"
    if word == "-" and out and out[-1] in "EN" and i + 1 < last and tokens.ends[i - 1] == tokens.starts[i]:
        return "N" if tokens.ends[i] == tokens.starts[i + 1] else "-"  # "Saudi-led", "US-China"
    sign = _SIGNS.get(word)
    if sign:
        return sign
    short = _CLOSED.get(word)
    if short:
        return _context(short, tokens, i, last, out)
    if word[0].isdigit() or word in _NUMBERS or word in "$€£¥":
        return "#"
    return ""


_NEVER = (("at", "no", "time"), ("under", "no", "circumstances"), ("in", "no", "way"), ("at", "no", "point"))
_NEVER_PARTS = frozenset(x for phrase in _NEVER for x in phrase)


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


_APPROXIMATE = frozenset(
    "about around over nearly almost roughly approximately under at more less fewer up least most than to".split()
)
_ABOUT = frozenset("about around over nearly almost roughly approximately under some".split())


def _approximates(tokens: Tokens, i: int, last: int) -> bool:
    """ "about one million", "more than 200", "at least 19": the words before the number."""
    low = tokens.lower
    word, after = low[i], low[i + 1] if i + 1 < last else ""
    if word in ("at", "more", "less", "fewer", "up") and after in ("least", "most", "than", "to"):
        return i + 2 < last and _is_number(low[i + 2])
    if word in ("least", "most", "than", "to") and i > 0:
        return low[i - 1] in ("at", "more", "less", "fewer", "up") and _is_number(after)
    return word in _ABOUT and word != "some" and _is_number(after)


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


def _in_never(lower: list[str], i: int, first: int, last: int) -> bool:
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
    out |= {"not": "X", "never": "X", "n't": "X", "to": "T", "that": "K", "who": "W", "which": "W", "whom": "W",
            "whose": "W", "neither": "D", "either": "D", "nor": "C", "no": "D", "as": "P", "what": "W", "how": "S",
            "why": "S", "done": "n", "according": "P", "due": "R", "prior": "P", "ahead": "P", "instead": "R", "owing": "P", "her": "A", "'re": "B", "'ve": "H", "'ll": "M"}  # fmt: skip
    for word, (base, negated) in w.CONTRACTED.items():
        kind = "M" if base in w.MODALS else "B" if base in w.BE else "H" if base in w.HAVE else "O"
        out[word] = kind if not negated else kind
    return out


_CLOSED = _build_closed()


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
    if word in ("back", "forward", "apart", "away", "together") and out and out[-1] in VERB_TAGS:
        return "P"
    if word in ("each", "both", "all") and out and out[-1] in "BHMO":
        return "R"
    if word in ("neither", "either") and after and _is_verb_form(after):
        return "X" if word == "neither" else "R"
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


def _is_verb_form(word: str) -> bool:
    return word.endswith("ed") or word in _AUX or word in w.BE or word in w.HAVE or word in w.DO


def _starts_clause(tokens: Tokens, i: int, last: int) -> bool:
    """Whether a verb stands within a few words, before a comma: "after Iran expelled ..."."""
    for k in range(i, min(i + 8, last)):
        word = tokens.lower[k]
        if word in (",", ".", ";", "and", "to", "that", "a") or word in w.PREPOSITIONS:
            return False
        if k > i and (
            word in _AUX or word in ("was", "were", "is", "are", "has", "have", "had", "did") or word.endswith("ed")
        ):
            return True
    return False


def _open(tokens: Tokens, i: int, first: int, last: int, verbs: Verbs, out: list[str], headline: bool) -> str:
    word = tokens.lower[i]
    readings = verbs.get(word)
    capital = tokens.words[i][0].isupper()
    if capital and i > first and not headline and not (out and out[-1] == '"'):
        return "N"
    if word in _AFTER_NOUN and i + 1 < last and tokens.lower[i + 1] == "to" and out and out[-1] in "NE":
        return "R"
    if i > first and tokens.words[i - 1] == "-" and out[-1] in "NE" and tokens.ends[i - 1] == tokens.starts[i]:
        return "N"  # "Iranian-backed"
    if word == "short" and i + 1 < last and tokens.lower[i + 1] == "of":
        return "R"
    if readings is None:
        if word.endswith("ly") and len(word) > 4 and word not in ("family", "supply", "assembly", "ally", "anomaly"):
            return "R"
        if "-" in word and word.endswith(("ed", "ing")):
            return "N"
        if len(word) > 4 and word.endswith("ed") and not capital:
            return _past("", out, tokens, i, last)
        if (
            len(word) > 5
            and word.endswith("ing")
            and not capital
            and not word.endswith("thing")
            and word not in _NOT_VERBS
        ):
            return _ing(out, tokens, i, last, unknown=True)
        return "N"
    marks = {t for _, t in readings}
    before = _before(out)
    if before == "T" or before in ("M", "O"):
        return "b" if "B" in marks else "N"
    if before == "B" and ("N" in marks or "G" in marks):
        return "n" if "N" in marks else "g"
    if before == "H" and "N" in marks:
        return "n"
    if "G" in marks:
        return _ing(out, tokens, i, last)
    if "D" in marks or "N" in marks:
        if "B" in marks and out and out[-1] in "DAG#P":
            return "N"
        mark = _past("d" if "D" in marks else "n", out, tokens, i, last)
        return mark
    if before in ("D", "A", "G", "P", "#") and not (before == "#" and "B" in marks and out[-1] == "#"):
        return "N"
    if before == "W":
        return "z" if "Z" in marks else "b"
    return "?" if "Z" in marks else "!"


def _before(out: list[str]) -> str:
    for mark in reversed(out):
        if mark not in "RXY":
            return mark
    return ""


def _past(default: str, out: list[str], tokens: Tokens, i: int, last: int) -> str:
    """A word in -ed (or an irregular past): verb, participle or adjective."""
    before = out[-1] if out else ""
    bare = _before(out)
    after = tokens.lower[i + 1] if i + 1 < last else "."
    noun_follows = after[0].isalpha() and after not in _CLOSED and not after.endswith("ly")
    if bare in ("B", "H"):
        return "n"
    if before in "DAGP" and before:
        previous = tokens.lower[i - 1]
        if previous in _COUNTING and not noun_follows:
            return "d"
        return "N" if noun_follows or before != "P" else "N"
    if before == "#":
        return "N" if noun_follows else "d"
    if before in "NE" and noun_follows and tokens.lower[i] in _PARTICIPIAL:
        return "N"
    if before == "N" and noun_follows and tokens.lower[i - 1] in _PLAIN_ADJECTIVES:
        return "N"
    if not out:
        return "n"
    return default or "d"


def _ing(out: list[str], tokens: Tokens, i: int, last: int, *, unknown: bool = False) -> str:
    """A word in -ing: a verb, or a noun ("the meeting") or adjective ("the warring sides")."""
    before = out[-1] if out else ""
    after = tokens.lower[i + 1] if i + 1 < last else "."
    if before in ("D", "A", "G", "#") or (i > 0 and tokens.lower[i - 1] in ("st", "nd", "rd", "th")):
        return "N"
    if (
        before in ("E", "N")
        and unknown
        and after[0].isalpha()
        and after not in _CLOSED
        and not tokens.words[i + 1][0].isupper()
    ):
        return "N"
    if tokens.lower[i] in _ING_NOUNS and before in ("N", "E") and after in w.PREPOSITIONS | {"."}:
        return "N"
    if after in ("of", "between") or after in (".", ",", ";"):
        return "N" if before in ("P", "N", "E", "") and after != "," else "g"
    if before == "P" and after in ("with", "in", "at", "on", "and", "by"):
        return "g" if after in ("with",) else "N"
    return "g"


_FINITE = frozenset("zdMBHO")
_BOUNDARY = frozenset('KSW;:"-(')


def _decide(tokens: Tokens, first: int, out: list[str], unsure: list[int], verbs: Verbs) -> None:
    """Base and third-person forms that could be nouns: a verb only where a clause lacks one and its subject is there."""
    for k in unsure:
        third = out[k] == "?"
        out[k] = "N"
        before = _before(out[:k])
        if before not in ("N", "E", "I", ")", ",", "C", '"', ""):
            continue
        left, right = _reach(out, k, -1, tokens.lower, first), _reach(out, k, 1, tokens.lower, first)
        if not third and _wanted(tokens, first, out, k):
            out[k] = "b"
            continue
        if third and before == "I" and tokens.lower[first + k - 1] in ("it", "he", "she"):
            out[k] = "z"
            continue
        if before == "C":
            kinds = "z" if third else "b"
            if kinds in out[:k] or (not third and "T" in out[:k]):
                out[k] = kinds
            continue
        if left or before in ("", ",") or _object_of_saying(tokens, first, out, k):
            continue
        after = out[k + 1] if k + 1 < len(out) else "."
        after = "N" if after in "?!" else after
        if right and not (after in "KDAIE" or (after == "N" and third)):
            continue
        subject = tokens.lower[first + k - 1]
        if third:
            agrees = subject not in ("they", "we", "i", "you") and (out[k - 1] == "E" or not _plural(subject))
            follows = after in 'DAIETPK#NR",-' or after == "g"
            if agrees and follows and not (right and after == "N"):
                out[k] = "z"
        elif (
            _plural(subject) or before == "I" or "C" in out[max(0, k - 4) : k] or "," in out[max(0, k - 3) : k]
        ) and subject not in (
            "he",
            "she",
            "it",
        ):
            if after in "DAIETPKN#R.," or after == "b":
                out[k] = "b"


_WANTING = frozenset(
    """demand demands demanded insist insists insisted ask asks asked urge urges urged propose proposes proposed request
    requests requested recommend recommends recommended suggest suggests suggested order orders ordered""".split()
)


def _wanted(tokens: Tokens, first: int, out: list[str], k: int) -> bool:
    """ "demanded that Bogota hand over": after such a verb and "that" the base form is the verb."""
    for at in range(k - 1, max(-1, k - 9), -1):
        if out[at] == "K":
            return at > 0 and tokens.lower[first + at - 1] in _WANTING
        if out[at] in _FINITE:
            return False
    return False


def _object_of_saying(tokens: Tokens, first: int, out: list[str], k: int) -> bool:
    """ "announced new sanctions on", "reported an arms embargo on": no name, pronoun or "the" opens a clause there."""
    at = k - 1
    while at >= 0 and out[at] not in _FINITE and out[at] not in _BOUNDARY:
        at -= 1
    if at < 0 or tokens.lower[first + at] not in _SAYING:
        return False
    between = range(at + 1, k)
    opened = any(out[j] in "EI" or tokens.words[first + j][0].isupper() for j in between)
    the = any(out[j] in "DA" and tokens.lower[first + j] not in ("a", "an") for j in between)
    return not (opened or the)


def _plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))) or word in (
        "people",
        "men",
        "police",
        "troops",
        "both",
    )


_SAYING = frozenset(
    """said says say saying announced believes believe thinks claimed claims insisted insists added adds believed
    hopes hoped reported reports argues argued warns warned confirmed confirms""".split()
)


def _reach(out: list[str], k: int, step: int, lower: list[str], first: int) -> bool:
    """Whether a finite verb stands on that side before the next boundary; what is said has a verb of its own."""
    at = k + step
    while 0 <= at < len(out):
        mark = out[at]
        if mark in _BOUNDARY or (step < 0 and lower[first + at] in _SAYING):
            return False
        if mark in _FINITE:
            return True
        at += step
    return False
