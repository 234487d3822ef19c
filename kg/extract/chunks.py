"""Tagged tokens of a sentence in, chunks out: noun phrases (with possessors and of-phrases, in groups) and verb groups."""

from __future__ import annotations

import re

from kg.extract import words as w
from kg.extract.groups import grouped
from kg.extract.pieces import Chunk, Group, NounPhrase, VerbGroup
from kg.extract.tagging import Verbs
from kg.extract.tokens import Tokens

__all__ = ["chunk"]


_PIECES = re.compile(
    r"(?P<NP>(?:[DA]*(?:#|R(?=[#N]))*(?:[NEQ]|R(?=N))*[NE]Q*(?:#+(?![NE#]))?|[DA]*#+|[DA]+)"
    r"(?:G(?:[#NEQ]|R(?=[N#]))*[NE#]Q*)*|I)"
    r"|(?P<VG>(?:T[XRY]*)?(?:(?:[MBHO][XRYI]{0,2})+(?:[XRY]*[bzdng])?|[XR]*[bzdng]))"
    r"|(?P<T>T)|(?P<R>[RXY]+)|(?P<ONE>.)",
    re.DOTALL,
)


def chunk(tokens: Tokens, first: int, tags: list[str], verbs: Verbs) -> list[Chunk]:
    """Chunks of the sentence that starts at token `first`, noun phrases grouped."""
    line = "".join(tags)
    flat: list[Chunk] = []
    for found in _PIECES.finditer(line):
        begin, end = first + found.start(), first + found.end()
        kind = found.lastgroup or "ONE"
        if kind == "NP":
            starts = line[found.start()] in "DAE" or tokens.words[begin][0].isupper()
            flat.append(
                Chunk(
                    "NP",
                    begin,
                    end,
                    starts=starts,
                    group=Group([_noun_phrase(tokens, begin, line[found.start() : found.end()])]),
                )
            )
        elif kind == "VG":
            flat.append(
                Chunk("VG", begin, end, verb=_verb_group(tokens, begin, line[found.start() : found.end()], verbs))
            )
        elif kind == "T":
            flat.append(Chunk("P", begin, end, word="to"))
        elif kind == "R":
            flat.append(Chunk("R", begin, end, word=tokens.lower[begin]))
        else:
            mark = line[found.start()]
            flat.append(Chunk("P" if mark == "P" else mark, begin, end, word=tokens.lower[begin]))
    return grouped(tokens, _compound(flat))


_COMPOUND = {
    ("according", "to"): "according to", ("because", "of"): "because of", ("due", "to"): "because of",
    ("as", "for"): "about", ("ahead", "of"): "before", ("instead", "of"): "instead of", ("along", "with"): "with",
    ("together", "with"): "with", ("alongside", "with"): "with", ("out", "of"): "out of", ("such", "as"): "such as",
    ("behalf", "of"): "behalf of", ("as", "of"): "as of", ("up", "to"): "up to", ("prior", "to"): "before",
    ("thanks", "to"): "thanks to", ("owing", "to"): "because of", ("next", "to"): "next to", ("apart", "from"): "except",
}  # fmt: skip


def _compound(flat: list[Chunk]) -> list[Chunk]:
    """Prepositions of two words as one."""
    out: list[Chunk] = []
    for chunk_ in flat:
        joined = (
            _COMPOUND.get((out[-1].word, chunk_.word)) if out and chunk_.kind == "P" and out[-1].kind in "PSR" else None
        )
        if joined == "out of":
            joined = None
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
    return NounPhrase(begin, begin + len(line), begin + len(line) - 1, negated=tokens.lower[begin] == "no")


def _verb_group(tokens: Tokens, begin: int, line: str, verbs: Verbs) -> VerbGroup:
    mark, main = line[-1], begin + len(line) - 1
    while mark in "XRYI" and main > begin:
        main -= 1
        mark = line[main - begin]
    auxiliaries = line[: main - begin]
    word = tokens.lower[main]
    lemmas = (
        ("be",)
        if mark == "B"
        else ("have",)
        if mark == "H"
        else ("do",)
        if mark in "OM"
        else _lemmas(word, mark, verbs)
    )
    negated = "X" in line or any(w.CONTRACTED.get(tokens.lower[k], ("", False))[1] for k in range(begin, main + 1))
    modal = next((_modal(tokens.lower[k]) for k in range(begin, main) if line[k - begin] == "M"), "")
    first_word = w.CONTRACTED.get(tokens.lower[begin], (tokens.lower[begin], False))[0]
    form = "finite"
    if line[0] == "T":
        form = "infinitive"
    elif mark == "g" and "B" not in auxiliaries:
        form = "gerund"
    elif mark == "n" and not set(auxiliaries) & set("BHM"):
        form = "participle"
    elif first_word in ("being", "having", "been"):
        form = "gerund"
    passive = mark == "n" and ("B" in auxiliaries or form == "participle")
    past = mark == "d" or any(tokens.lower[k] in w.PAST_AUX for k in range(begin, main + 1)) or first_word in w.PAST_AUX
    ambiguous = mark == "d" and (not verbs.get(word) or any(t == "N" for _, t in verbs[word]))
    perfect = "H" in auxiliaries
    return VerbGroup(
        begin, main + 1, main, lemmas, form, passive, line == "b", negated, modal, past, perfect, mark == "B", ambiguous
    )


def _modal(word: str) -> str:
    return w.MODALS.get(w.CONTRACTED.get(word, (word, False))[0], "")


def _lemmas(word: str, mark: str, verbs: Verbs) -> tuple[str, ...]:
    wanted = {"b": "B", "z": "Z", "d": "D", "n": "N", "g": "G"}[mark]
    readings = verbs.get(word, ())
    exact = tuple(lemma for lemma, tag_ in readings if tag_ == wanted)
    return exact or tuple(dict.fromkeys(lemma for lemma, _ in readings)) or (word,)
