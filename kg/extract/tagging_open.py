"""A token with an open word in, its letter out: noun, verb form or adverb, by its ending and what stands before it."""

from __future__ import annotations

from kg.extract.tagging_closed import is_closed
from kg.extract.tokens import Tokens
from kg.extract.words import PREPOSITIONS

__all__ = ["Verbs", "open_", "word_before"]

Verbs = dict[str, tuple[tuple[str, str], ...]]
"""Verb form to its (lemma, tag) readings."""

_COUNTING = frozenset("both all each some many several few two three four five six seven others most".split())
_PLAIN_ADJECTIVES = frozenset(
    """new fresh more other further tough strict heavy first last local foreign additional special joint so-called
    highly long small large major newly recent previous own same""".split()
)
_PARTICIPIAL = frozenset(
    "armed united combined allied retired exiled displaced wounded unmanned deposed disputed".split()
)
_LIKE_ADJECTIVES = _PARTICIPIAL | frozenset(
    """guided advanced enriched armoured armored improvised automated detailed limited increased renewed sustained
    targeted repeated continued improved enhanced reduced modified stolen forged refined spent occupied besieged trained
    detained jailed imprisoned captured seized frozen unexploded masked hooded uniformed expired used concerted
    coordinated unprecedented unfounded unspecified undisclosed proposed planned expanded extended abducted kidnapped
    injured trapped stranded looted smuggled banned accused convicted suspected alleged organised organized liquefied
    processed dried smoked mechanised mechanized motorised motorized prolonged heightened strengthened
    sophisticated experienced elected ousted appointed""".split()
)
"""Past forms that right behind a verb mostly belong to the noun: "fired guided missiles"."""
_ING_NOUNS = frozenset(
    """warning meeting bombing shelling signing killing hearing ruling training funding briefing building
    beating stabbing shooting uprising gathering finding understanding ceasefire lending trafficking
    smuggling fighting crossing""".split()
)
_AFTER_NOUN = frozenset("loyal allied opposed close hostile sympathetic linked".split())
_BEFORE_PREPOSITIONS = _AFTER_NOUN | {"short"}
_NOT_VERBS = frozenset(
    """morning evening spring string ceiling sterling wellbeing offspring kingpin midmorning willing unwilling
    longstanding outgoing neighbouring neighboring upcoming""".split()
)
_NOT_ADVERBS = frozenset("family supply assembly ally anomaly".split())


def open_(tokens: Tokens, i: int, first: int, last: int, verbs: Verbs, out: list[str], *, headline: bool) -> str:
    """The letter of token i; "?" or "!" for a third person or base form that may as well be a noun."""
    word = tokens.lower[i]
    if tokens.words[i][0].isupper() and i > first and not headline and not (out and out[-1] == '"'):
        return "N"
    if i + 1 < last and word in _BEFORE_PREPOSITIONS and _is_adverb_before(word, tokens.lower[i + 1], out):
        return "R"
    if i > first and tokens.words[i - 1] == "-" and out[-1] in "NE" and tokens.ends[i - 1] == tokens.starts[i]:
        return "N"  # "Iranian-backed"
    readings = verbs.get(word)
    if readings is None:
        return _unknown(tokens, i, last, out)
    marks = {t for _, t in readings}
    if "G" in marks and out and out[-1] == "T":  # "close to signing": no infinitive follows
        out[-1] = "P"
        return "g"
    if (
        out
        and out[-1] in "EINRX"
        and _asked(tokens, last, out)
        and (marks & {"D", "N"} if "H" in out else "B" in marks)
    ):
        return "b"
    return _known(marks, tokens, i, last, out)


def _asked(tokens: Tokens, last: int, out: list[str]) -> bool:
    """ "Did Syria bomb the village?": the verb of a question that begins with its auxiliary."""
    if "?" not in tokens.words[last - 2 : last]:
        return False
    letters = "".join(out).lstrip('SWR"')
    return (
        letters[:1] in tuple("OMH")
        and len(letters) > 1
        and set(letters[1:]) <= set("DEINRXGA")
        and letters[-1] in "EINRX"
    )


def _is_adverb_before(word: str, after: str, out: list[str]) -> bool:
    """ "short of", and after a noun "loyal to", "opposed to"."""
    if word in _AFTER_NOUN and after == "to" and out and out[-1] in "NE":
        return True
    return word == "short" and after == "of"


def _unknown(tokens: Tokens, i: int, last: int, out: list[str]) -> str:
    """A word that no verb list holds."""
    word, capital = tokens.lower[i], tokens.words[i][0].isupper()
    if word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS:
        return "R"
    if capital or ("-" in word and word.endswith(("ed", "ing"))):
        return "N"
    if len(word) > 4 and word.endswith("ed"):
        return _past("", out, tokens, i, last)
    if len(word) > 5 and word.endswith("ing") and not word.endswith("thing") and word not in _NOT_VERBS:
        return _ing(out, tokens, i, last, unknown=True)
    return "N"


def _known(marks: set[str], tokens: Tokens, i: int, last: int, out: list[str]) -> str:
    """A word that may be one of the verb forms `marks` (B, Z, D, N, G)."""
    before = word_before(out)
    if before == "T" and "G" in marks and "B" not in marks:
        return _after_to(tokens, i, last)
    if before in ("T", "M", "O"):
        return "b" if "B" in marks else "N"
    if before == "B" and marks & {"N", "G"}:
        return "n" if "N" in marks else "g"
    if before == "H" and "N" in marks:
        return "n"
    if "G" in marks:
        return _ing(out, tokens, i, last)
    if marks & {"D", "N"}:
        if "B" in marks and out and out[-1] in "DAG#P":
            return "N"
        return _past("d" if "D" in marks else "n", out, tokens, i, last)
    if before in ("D", "A", "G", "P", "#") and not (before == "#" and "B" in marks and out[-1] == "#"):
        return "N"
    if before == "W":
        return "z" if "Z" in marks else "b"
    return "?" if "Z" in marks else "!"


def word_before(out: list[str]) -> str:
    """The last letter that is no adverb, negation or date."""
    for mark in reversed(out):
        if mark not in "RXY":
            return mark
    return ""


def _past(default: str, out: list[str], tokens: Tokens, i: int, last: int) -> str:
    """A word in -ed (or an irregular past): verb, participle or adjective."""
    before = out[-1] if out else ""
    bare = word_before(out)
    after = tokens.lower[i + 1] if i + 1 < last else "."
    noun_follows = after[0].isalpha() and not is_closed(after) and not after.endswith("ly")
    if bare in ("B", "H"):
        return "n"
    if before in "DAGP" and before:
        previous = tokens.lower[i - 1]
        if previous in _COUNTING and not noun_follows:
            return "d"
        return "N"
    if before == "#":
        return "N" if noun_follows else "d"
    joined = next((mark for mark in reversed(out) if mark not in "RX"), "")  # "on Friday formally accused" is a verb
    if before == "R" and noun_follows and tokens.lower[i - 1].endswith("ly") and joined and joined in "PDAzdbng":
        return "N"  # "carried out closely coordinated raids"
    counted = after in _COUNTING or after[0].isdigit()  # "troops wounded four soldiers"
    if before in "NE" and noun_follows and tokens.lower[i] in _PARTICIPIAL and not tokens.words[i + 1][0].isupper():
        return default or "d" if counted else "N"
    if before and before in "zdbg" and noun_follows and tokens.lower[i] in _LIKE_ADJECTIVES:
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
    if before in ("?", "!"):
        before = "N"
    if _is_thing(tokens.lower, i, before, after):
        return "N"
    if before == "P" and tokens.lower[i] in _OF_OFFICE and i + 1 < last and tokens.words[i + 1][0].isupper():
        return "N"  # "talks with visiting Prime Minister"
    if before in ("D", "A", "G", "#") or (i > 0 and tokens.lower[i - 1] in ("st", "nd", "rd", "th")):
        return "N"
    if (
        before in ("E", "N")
        and unknown
        and after[0].isalpha()
        and not is_closed(after)
        and not tokens.words[i + 1][0].isupper()
    ):
        return "N"
    if tokens.lower[i] in _ING_NOUNS and before in ("N", "E") and after in PREPOSITIONS | {".", _to_of(out)}:
        return "N"
    if before in ("N", "E") and _inside(tokens, i, last, out):
        return "N"
    if before == "P" and after == "of" and not unknown and tokens.lower[i] in _OF_SOMETHING:
        return "g"
    if after in ("of", "between") or after in (".", ",", ";"):
        return "N" if before in ("P", "N", "E", "") and after != "," else "g"
    if before == "P" and after in ("with", "in", "at", "on", "and", "by"):
        noun = tokens.lower[i] in _ING_NOUNS and (tokens.lower[i - 1], tokens.lower[i]) != ("after", "meeting")
        doing = not unknown and not noun and tokens.lower[i - 1] in _BEFORE_DEEDS
        return "g" if after == "with" or (doing and after != "and") else "N"
    return "g"


def _to_of(out: list[str]) -> str:
    """ "the Torkham crossing to": behind an article the noun may be followed by "to"."""
    return "to" if len(out) > 1 and out[-2] in "DA" else ""


def _is_thing(low: list[str], i: int, before: str, after: str) -> bool:
    """ "drinking water", "a memorandum of understanding with", "won backing from": a noun whatever stands around it."""
    if (low[i], after.removesuffix("s")) in _ING_COMPOUNDS or (low[i] == "understanding" and low[i - 1] == "of"):
        return True
    return before in tuple("dzbn") and low[i] in _GOT and after in PREPOSITIONS


_ING_COMPOUNDS = frozenset(
    (("drinking", "water"), ("fighting", "vehicle"), ("training", "camp"), ("building", "material"),
     ("landing", "craft"), ("fishing", "boat"), ("fishing", "vessel"), ("operating", "system"))
)  # fmt: skip
_GOT = frozenset("backing funding financing briefing".split())
_BEFORE_DEEDS = frozenset("after before without by despite of from for".split())
_OF_SOMETHING = frozenset("disapproving complaining speaking approving disposing".split())
_OF_OFFICE = frozenset(
    "visiting outgoing incoming sitting ruling acting serving remaining neighbouring leading".split()
)
_MASS = frozenset(
    """cash money aid support help food water oil gas fuel power land ground access evidence information intelligence
    equipment ammunition explosive legislation talk action work trade pressure control progress peace war violence
    unrest damage harm blame responsibility part place note heed fire force""".split()
)


def _inside(tokens: Tokens, i: int, last: int, out: list[str]) -> bool:
    """ "a data sharing agreement", "the planning minister": behind an article or name and before a bare singular noun.

    Things that are not counted may well be objects: "a man carrying cash".
    """
    low = tokens.lower
    if i + 1 >= last or not low[i + 1].isalpha() or is_closed(low[i + 1]) or tokens.words[i + 1][0].isupper():
        return False
    after, follows = low[i + 1], low[i + 2] if i + 2 < last else "."
    if after in _MASS or after.endswith(("s", "ing", "ed", "ly", "al", "ic", "ary", "ive", "ous", "ful", "ian")):
        return False
    k = len(out) - 1
    while k >= 0 and out[k] in "NE?!":
        k -= 1
    opened = k >= 0 and out[k] == "D" and low[i - len(out) + k] in ("a", "an", "the")
    ended = not follows[0].isalnum() or is_closed(follows) or tokens.words[i + 2][0].isupper()
    return opened and ended


def _after_to(tokens: Tokens, i: int, last: int) -> str:
    """ "committed to closing the base", but "an end to fighting in the north"."""
    after = tokens.lower[i + 1] if i + 1 < last else "."
    return "N" if not after[0].isalnum() or after in PREPOSITIONS or tokens.lower[i] in _ING_NOUNS else "g"
