"""Tagged tokens of a sentence in, chunks out: noun phrases in groups, with what is theirs, and verb groups."""

from __future__ import annotations

import re

from kg.extract import words as w
from kg.extract.groups import grouped
from kg.extract.judging import PLAIN
from kg.extract.pieces import Chunk, Group, NounPhrase, VerbGroup
from kg.extract.tagging import Verbs
from kg.extract.tokens import Tokens

__all__ = ["chunk"]


_PIECES = re.compile(
    r"(?P<NP>(?:[DA]*(?:(?<=[DA])\"(?=R?[NE]))?(?:#|R(?=[#N]))*(?:[NEQ]|R(?=N))*[NE]Q*(?:#+(?![NE#]))?|[DA]*#+|[DA]+)"
    r"(?:G(?:[#NEQ]|R(?=[N#]))*[NE#]Q*)*|IQ*)"
    r"|(?P<VG>(?:T[XRY]*)?(?:(?:[MBHO][XRYI]{0,2})+(?:[XRY]*[bzdng])?|[XR]*[bzdng]))"
    r"|(?P<T>T)|(?P<R>[RXY]+)|(?P<ONE>.)",
    re.DOTALL,
)


def chunk(tokens: Tokens, first: int, tags: list[str], verbs: Verbs) -> list[Chunk]:
    """Chunks of the sentence that starts at token `first`, noun phrases grouped.

    >>> from kg.extract.tagging import general_verbs, tag
    >>> from kg.extract.tokens import tokenize
    >>> words, verbs = tokenize("Peru and Chile have not recalled their envoys to Bolivia."), general_verbs()
    >>> pieces = chunk(words, 0, tag(words, 0, len(words), {0, 2, 9}, set(), verbs), verbs)
    >>> [(piece.kind, words.quote(piece.first, piece.last)) for piece in pieces]  # doctest: +NORMALIZE_WHITESPACE
    [('NP', 'Peru and Chile'), ('VG', 'have not recalled'), ('NP', 'their envoys'), ('P', 'to'), ('NP', 'Bolivia'),
     ('.', '.')]
    """
    line = "".join(tags)
    flat: list[Chunk] = []
    for found in _PIECES.finditer(line):
        begin, end = first + found.start(), first + found.end()
        kind, letters = found.lastgroup or "ONE", found.group()
        cut = 0
        if letters[-1] == "E" and found.start() and line[found.start() - 1] == ",":
            cut = _reduced(tokens, begin, letters, line, found.end())
        if cut:  # "a charge Tripoli denies": as if "that" stood before Tripoli
            flat.append(
                Chunk("NP", begin, cut, starts=True, group=Group([_noun_phrase(tokens, begin, letters[: cut - begin])]))
            )
            flat.append(Chunk("K", cut, cut, word="that"))
            begin, letters = cut, letters[cut - begin :]
        if kind == "NP":
            starts = letters[0] in "DAE" or tokens.words[begin][0].isupper()
            group = Group([_noun_phrase(tokens, begin, letters)])
            flat.append(Chunk("NP", begin, end, starts=starts, group=group))
        elif kind == "VG":
            flat.append(Chunk("VG", begin, end, verb=_verb_group(tokens, begin, letters, verbs)))
        elif kind == "T":
            flat.append(Chunk("P", begin, end, word="to"))
        else:
            told = end - 1 if tokens.lower[end - 1] in PLAIN else begin  # "completely unjustified"
            flat.append(Chunk("R" if kind == "R" else letters, begin, end, word=tokens.lower[told]))
    return grouped(tokens, _compound(_without_owning_days(tokens, flat)))


def _without_owning_days(tokens: Tokens, flat: list[Chunk]) -> list[Chunk]:
    """ "after last Sunday's bombings": the preposition is that of the bombings."""
    for i in range(len(flat) - 2, 0, -1):
        day = flat[i]
        inside = day.kind == "R" and flat[i - 1].kind == "P" and flat[i + 1].kind == "NP"
        if inside and tokens.lower[day.last - 1] in ("'s", "’s"):
            del flat[i]
    return flat


_REDUCED = re.compile(r"D?N+(?=E+$)")
_FINITE = re.compile(r"[XR]*[zdMHB]")


def _reduced(tokens: Tokens, begin: int, letters: str, line: str, behind: int) -> int:
    """The token at which a relative clause without "that" opens behind a comma and a word for what was said, or 0."""
    found = _REDUCED.match(letters)
    if found is None or not _FINITE.match(line, behind):
        return 0
    cut = begin + found.end()
    return cut if tokens.lower[cut - 1] in w.TOLD_THINGS else 0


_COMPOUND = {
    ("according", "to"): "according to", ("because", "of"): "because of", ("due", "to"): "because of",
    ("as", "for"): "about", ("ahead", "of"): "before", ("instead", "of"): "instead of", ("along", "with"): "with",
    ("together", "with"): "with", ("alongside", "with"): "with", ("such", "as"): "such as",
    ("behalf", "of"): "behalf of", ("as", "of"): "as of", ("prior", "to"): "before",
    ("thanks", "to"): "thanks to", ("owing", "to"): "because of", ("next", "to"): "next to",
    ("apart", "from"): "except",
}  # fmt: skip


def _compound(flat: list[Chunk]) -> list[Chunk]:
    """Prepositions of two words as one."""
    out: list[Chunk] = []
    for chunk_ in flat:
        may_join = bool(out) and chunk_.kind == "P" and out[-1].kind in "PSR"
        joined = _COMPOUND.get((out[-1].word, chunk_.word)) if may_join else None
        if joined == "with" and len(out) > 1 and out[-2].kind == "VG":
            joined = None  # "worked together with"
        if joined:
            out[-1] = Chunk("P", out[-1].first, chunk_.last, word=joined)
        else:
            out.append(chunk_)
    return out


def _noun_phrase(tokens: Tokens, begin: int, line: str) -> NounPhrase:
    """A base noun phrase; "Iran's foreign minister" becomes one with a possessor."""
    line = line.rstrip("Q")
    cut = line.rfind("G")
    if cut > 0:
        owner = _noun_phrase(tokens, begin, line[:cut])
        return NounPhrase(owner.first, begin + len(line), begin + len(line) - 1, possessor=owner)
    end, named = begin + len(line), "E" in line or "I" in line
    return NounPhrase(begin, end, end - 1, negated=tokens.lower[begin] == "no", named=named)


def _verb_group(tokens: Tokens, begin: int, line: str, verbs: Verbs) -> VerbGroup:
    main = begin + max(len(line.rstrip("XRYI")), 1) - 1
    mark, auxiliaries = line[main - begin], line[: main - begin]
    word = tokens.lower[main]
    whole = tokens.lower[begin : main + 1]
    contracted = [w.CONTRACTED[x] for x in whole if x in w.CONTRACTED]
    first_word = w.CONTRACTED[whole[0]][0] if whole[0] in w.CONTRACTED else whole[0]
    form = _form(line[0], mark, auxiliaries, first_word)
    return VerbGroup(
        begin,
        main + 1,
        main,
        _AUXILIARY.get(mark) or _lemmas(word, mark, verbs),
        form,
        passive=mark == "n" and ("B" in auxiliaries or form == "participle"),
        base=line == "b",
        negated="X" in line or any(denies for _, denies in contracted),
        modal=next((_modal(x) for x, letter in zip(whole, auxiliaries, strict=False) if letter == "M"), ""),
        past=mark == "d" or not w.PAST_AUX.isdisjoint((*whole, first_word)),
        copula=mark == "B",
        ambiguous=mark == "d" and (not verbs.get(word) or any(t == "N" for _, t in verbs[word])),
    )


_AUXILIARY = {"B": ("be",), "H": ("have",), "O": ("do",), "M": ("do",)}


def _form(opening: str, mark: str, auxiliaries: str, first_word: str) -> str:
    if opening == "T":
        return "infinitive"
    if mark == "g" and "B" not in auxiliaries:
        return "gerund"
    if mark == "n" and not any(x in auxiliaries for x in "BHM"):
        return "participle"
    return "gerund" if first_word in ("being", "having", "been") else "finite"


def _modal(word: str) -> str:
    return w.MODALS.get(w.CONTRACTED.get(word, (word, False))[0], "")


def _lemmas(word: str, mark: str, verbs: Verbs) -> tuple[str, ...]:
    wanted = {"b": "B", "z": "Z", "d": "D", "n": "N", "g": "G"}[mark]
    readings = verbs.get(word, ())
    exact = tuple(lemma for lemma, tag_ in readings if tag_ == wanted)
    return exact or tuple(dict.fromkeys(lemma for lemma, _ in readings)) or (word,)
