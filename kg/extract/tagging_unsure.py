"""Letters of a sentence in which some verb forms may be nouns in, the same letters decided out."""

from __future__ import annotations

from kg.extract.tagging_joints import JOINING
from kg.extract.tagging_open import word_before
from kg.extract.tokens import Tokens
from kg.extract.words import TOLD_THINGS

__all__ = ["decide"]

_FINITE = frozenset("zdMBHO")
_BOUNDARY = frozenset('KSW;:"-(')
_SAYING = frozenset(
    """said says say saying announced believes believe thinks claimed claims insisted insists added adds believed
    hopes hoped reported reports argues argued warns warned confirmed confirms""".split()
)
_WANTING = frozenset(
    """demand demands demanded insist insists insisted ask asks asked urge urges urged propose proposes proposed request
    requests requested recommend recommends recommended suggest suggests suggested order orders ordered""".split()
)
_BARE = frozenset("demand demands demanded demanding insist insists insisted insisting".split())
_HELPING = frozenset("help helps helped helping let lets letting".split())
_PLURALS = frozenset("people men police troops both".split())


def decide(tokens: Tokens, first: int, out: list[str], unsure: list[int]) -> None:
    """Settle base ("!") and third-person ("?") forms at the places `unsure` of `out`, from left to right.

    One is a verb only where its clause lacks one and its subject is there.
    """
    for k in unsure:
        third = out[k] == "?"
        out[k] = "N"
        if _is_verb(tokens, first, out, k, third=third):
            out[k] = "z" if third else "b"


def _is_verb(tokens: Tokens, first: int, out: list[str], k: int, *, third: bool) -> bool:
    before = word_before(out[:k])
    if third and before == "E" and _is_joined(tokens, first, out, k):
        return True
    if before not in ("N", "E", "I", ")", ",", "C", '"', ""):
        return False
    if not third and (_wanted(tokens, first, out, k) or _helped(tokens, first, out, k)):
        return True
    if third and before == "I" and tokens.lower[first + k - 1] in ("it", "he", "she"):
        return True
    if before == "C":
        return ("z" if third else "b") in out[:k] or (not third and "T" in out[:k])
    if third and out[k - 1] == "," and "z" in out[:k] and tokens.words[first + len(out) - 1] not in ".!?":
        return True  # a headline goes on: "Niger expels envoy, recalls its own"
    if before in ("", ",") or _reach(out, k, -1, tokens.lower, first) or _object_of_saying(tokens, first, out, k):
        return False
    after = out[k + 1] if k + 1 < len(out) else "."
    after = "N" if after in "?!" else after
    right = _reach(out, k, 1, tokens.lower, first)
    if right and not (after in "KDAIE" or (after == "N" and third)):
        return False
    subject = tokens.lower[first + k - 1]
    if third:
        joined = k > 2 and out[k - 2] == "C" and out[k - 3] in "NE" and out[k - 1] in "NE"
        agrees = (
            not joined and subject not in ("they", "we", "i", "you") and (out[k - 1] == "E" or not _plural(subject))
        )
        opened = k > 1 and out[k - 1] == "E" and out[k - 2] in "SK"  # "unless Togo withdraws."
        return agrees and (after in 'DAIETPK#NR",-g' or opened) and not (right and after == "N")
    many = _plural(subject) or before == "I" or "C" in out[max(0, k - 4) : k] or "," in out[max(0, k - 3) : k]
    return many and subject not in ("he", "she", "it") and after in "DAIETPKN#R.,b"


def _is_joined(tokens: Tokens, first: int, out: list[str], k: int) -> bool:
    """ ", a charge Tripoli dismisses", ", and Peru opposes": behind a comma, what joins and a name."""
    at = k - 1
    while at > 0 and out[at] == "E":
        at -= 1
    if out[at] == "W":
        return True  # "which Peru accuses of"
    if out[at] == "C" and out[at - 1] == ",":
        return out[k + 1 : k + 2] != [","] and tokens.lower[first + at] in ("and", "but")  # ", and Peru opposes"
    opened = at - 1 if at and out[at - 1] == "D" else at
    return out[at] == "N" and tokens.lower[first + at] in TOLD_THINGS and opened > 0 and out[opened - 1] == ","


def _wanted(tokens: Tokens, first: int, out: list[str], k: int) -> bool:
    """ "demanded that Bogota hand over": after such a verb and "that" the base form is the verb."""
    for at in range(k - 1, max(-1, k - 9), -1):
        if out[at] == "K":
            return at > 0 and tokens.lower[first + at - 1] in _WANTING
        if out[at] in _FINITE or out[at] == "g":  # "is demanding the force fulfil its mandate"
            bare = tokens.lower[first + at] in _BARE and k + 1 < len(out) and out[k + 1] in "DAE"
            return bare and at < k - 1 and out[k - 1] in "NE"
    return False


def _helped(tokens: Tokens, first: int, out: list[str], k: int) -> bool:
    """ "helped Bosnia rebuild its schools", "let the ship dock": the base form behind whom one helps."""
    for at in range(k - 1, max(-1, k - 6), -1):
        if out[at] in _FINITE or out[at] in "gn":
            follows = out[k + 1] if k + 1 < len(out) else "."
            return tokens.lower[first + at] in _HELPING and at < k - 1 and follows in "DAEPN#.,R"
        if out[at] not in "DAENG#":
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
    return word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")))


def _reach(out: list[str], k: int, step: int, lower: list[str], first: int) -> bool:
    """Whether a finite verb stands on that side before the next boundary; what is said has a verb of its own."""
    at = k + step
    while 0 <= at < len(out):
        mark = out[at]
        if mark in _BOUNDARY or (step < 0 and lower[first + at] in _SAYING):
            return False
        if mark == "," and step < 0 and out[0] == "S":
            return False  # "When it ended, Chad accuses Sudan"
        if step < 0 and mark == "P" and lower[first + at] in JOINING and out[at + 1] in "EDA":
            return False  # "appeals for calm as Chad and Sudan trade fire"
        if mark in _FINITE:
            return True
        at += step
    return False
