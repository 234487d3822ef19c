"""The question set in, figures out: how many questions on the corpus are answered as the file says.

Run it with `python -m tests.queries.score` for the figures (`--show` lists what is wrong of the part that is not
kept apart). A question counts as right only when the whole set of names (days, titles) is right, nothing more and
nothing less; of a `what` question each quote wanted must be there. A third of the questions (`apart`) was kept apart
while the grammar of questions was written.
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
CORPUS = HERE.parents[1] / "seeds" / "corpus"


def questions() -> list[dict[str, Any]]:
    """All questions of the file, in order."""
    lines = (HERE / "questions.jsonl").read_text(encoding="utf-8").splitlines()
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


def score(graph: Any, *, one_way: bool = False) -> list[tuple[dict[str, Any], str, bool, str]]:
    """For each way to ask each question: the question, the words, whether it is right, what was answered.

    `one_way` asks each question in one of its three ways, the first, second, third, first … by turns.
    """
    titles = titles_of()
    out = []
    for n, wanted in enumerate(questions()):
        for words in wanted["ask"][n % 7 % 3 :][:1] if one_way else wanted["ask"]:
            try:
                answer = ask(graph, words)
                out.append((wanted, words, right(wanted, answer, titles), f"{answer.verdict} {answer.text}"))
            except QuestionError as problem:
                out.append((wanted, words, False, f"!! {problem.what}"))
    return out


def figures(scored: list[tuple[dict[str, Any], str, bool, str]]) -> dict[str, float]:
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


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as place:
        scored = score(corpus_graph(Path(place) / "corpus.kg"))
    for wanted, words, fine, said in scored:
        if not fine and not wanted["apart"] and "--show" in sys.argv:
            sys.stdout.write(f"{wanted['id']} {words}\n    wanted {wanted['answer']}\n    got    {said[:220]}\n")
    sys.stdout.write(f"{figures(scored)}\n")


if __name__ == "__main__":
    main()
