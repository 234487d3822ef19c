"""The question sets in, figures out: how many questions on the corpus are answered as the files say.

Run it with `python -m tests.queries.score` for the figures (`--show` lists what is wrong of the part that is not
kept apart). A question counts as right only when the whole set of names (days, titles) is right, nothing more and
nothing less; of a `what` question each quote wanted must be there. A third of the questions (`apart`) was kept apart
while the grammar of questions was written. `typed.jsonl` holds questions as people type them in a hurry, in rounds that
were each read once before anything was mended (`--typed` shows these).
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from kg.errors import QuestionError
from kg.queries import ask

HERE = Path(__file__).parent
Scored = tuple[dict[str, Any], str, bool, str]
_NONE = ("!!", "unknown:")
CORPUS = HERE.parents[1] / "seeds" / "corpus"


def questions() -> list[dict[str, Any]]:
    """All questions of the file, in order."""
    lines = (HERE / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def typed() -> list[dict[str, Any]]:
    """Questions typed in a hurry."""
    lines = (HERE / "typed.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def right(wanted: dict[str, Any], answer: Any, titles: dict[str, str]) -> bool:
    """Whether an answer is the one that the file wants."""
    choices: list[list[str]] = wanted["answer"]
    match wanted["kind"]:
        case "verdict":
            said = answer.verdict or ("nothing" if answer.kind == "unknown" else "")
            return said in choices[0]
        case "count":
            return str(answer.number) in choices[0]
        case "what":
            quotes = [row.quote for row in answer.rows]
            return all(any(any(c in quote for c in choice) for quote in quotes) for choice in choices)
        case "text":  # one of each choice stands in the answer in words, or in its evidence
            told = " ".join((answer.text, *(row.quote for row in answer.rows)))
            return all(any(c in told for c in choice) for choice in choices)
        case "refused":
            return answer.kind == "unknown"
        case "docs":
            return set(answer.names) == {titles[choice[0]] for choice in choices}
        case _:
            return matched(choices, answer.names)


def matched(choices: list[list[str]], names: tuple[str, ...]) -> bool:
    """Each name is one of a choice's spellings, and each choice is named."""
    used = [next((n for n, choice in enumerate(choices) if name in choice), None) for name in names]
    return None not in used and len(set(used)) == len(choices)


def titles_of() -> dict[str, str]:
    """Title of each article by the name of its file."""
    return {p.stem: p.read_text(encoding="utf-8").split("title: ")[1].split("\n")[0] for p in CORPUS.glob("2*.txt")}


def score(graph: Any, asked: list[dict[str, Any]] | None = None, *, one_way: bool = False) -> list[Scored]:
    """For each way to ask each question: the question, the words, whether it is right, what was answered.

    `one_way` asks each question in one of its three ways, the first, second, third, first … by turns.
    """
    titles = titles_of()
    out = []
    for n, wanted in enumerate(questions() if asked is None else asked):
        for words in wanted["ask"][n % 7 % 3 :][:1] if one_way else wanted["ask"]:
            try:
                answer = ask(graph, words)
                none = "unknown:" if answer.kind == "unknown" else ""
                said = f"{none}{answer.verdict} {answer.text}"
                out.append((wanted, words, right(wanted, answer, titles), said))
            except QuestionError as problem:
                out.append((wanted, words, wanted["kind"] == "refused", f"!! {problem.what}"))
    return out


def figures(scored: list[Scored]) -> dict[str, float]:
    """Share of ways to ask that are answered rightly: in the open part, and in the part kept apart."""
    parts = {"open": False, "apart": True}
    return {
        name: round(
            sum(s[2] for s in scored if s[0]["apart"] is apart) / sum(s[0]["apart"] is apart for s in scored), 3
        )
        for name, apart in parts.items()
    }


def corpus_graph(folder: Path) -> Any:
    """The corpus, read and opened."""
    from kg.graph import open_graph
    from kg.pipeline import build

    build(CORPUS, folder)
    return open_graph(folder)


def tally(scored: list[Scored]) -> dict[str, int]:
    """How many answers are right, how many are none (refused, or nothing found), and how many are wrong."""
    right_ones = sum(fine for _, _, fine, _ in scored)
    none = sum(not fine and said.startswith(_NONE) for _, _, fine, said in scored)
    return {"right": right_ones, "none": none, "wrong": len(scored) - right_ones - none}


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as place:
        graph = corpus_graph(Path(place) / "corpus.kg")
        if "--typed" in sys.argv:
            every = typed()
            for number in sorted({one["round"] for one in every}):
                scored = score(graph, [one for one in every if one["round"] == number])
                _show(scored)
                sys.stdout.write(f"round {number}: {tally(scored)}\n")
            return
        scored = score(graph)
    if "--show" in sys.argv:
        _show([one for one in scored if not one[0]["apart"]])
    sys.stdout.write(f"{figures(scored)} {tally(scored)}\n")


def _show(scored: list[Scored]) -> None:
    for wanted, words, fine, said in scored:
        if not fine:
            sys.stdout.write(f"{wanted['id']} {words}\n    wanted {wanted['answer']}\n    got    {said[:220]}\n")


if __name__ == "__main__":
    main()
