"""The named questions in, a page of Markdown about them out: `python -m kg.queries.reference > docs/questions.md`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from kg.queries import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.queries.named import NamedQuestion

__all__ = ["page"]

_HEAD = """# Questions

*Written by `python -m kg.queries.reference` from the headers of `kg/queries/*.rq`; a test compares.*

## In plain words

`kg ask` reads a question with the phrases of the ontology, those that read the articles. It understands

| form | for example |
|---|---|
| who, whom, which country, which G7 members | Who negotiates with Iran? On whom did Russia impose sanctions? |
| is, did, has, will, would, could | Does the United States cooperate with Iran? Will Kerry visit Cuba? |
| when, where, since when | When did Saudi Arabia break off relations with Iran? |
| how often, how many, most often | How often did Trump meet Kim Jong-un? Who met Iran most often? |
| most active | Which country was most active in 2014? Most active organisation? |
| numbers in the words | How many Russian diplomats did the US expel? (told, not counted) |
| who is, who holds an office | Who is Le Drian? Who was foreign minister of Russia in 2014? (from the list of actors) |
| leaving out | Who else besides the US expelled Russian diplomats? |
| timelines | Timeline of North Korea in 2018. Turkey and Russia, what happened? |
| reactions, positions | How did China react to the purchase of the islands? Turkey's position on Sweden in NATO? |
| two compared | Who sanctioned Russia more often, Canada or the United States? |
| the first, second, third, last | When did Trump last meet Kim? Who hosted the first summit? |
| what is planned, contested | What is planned in Ethiopia? Which events are contested? |
| what | What does Iran deny? What happened between Turkey and Russia? |
| according to somebody | Did Iran attack Saudi Arabia according to the United States? |
| who says, confirms, denies | Who confirmed the letter? Who denied that Qatar supported terrorists? |
| who contradicts | Who contradicts Poroshenko? Who contradicts the United States on Iran? Who contradicts whom? |
| which documents | Which documents mention Finland and NATO? |
| short ones after another | and Iraq? And in 2016? When? (`--after "who met Iran in 2015"`) |
| lists | talks between Iran and the United States since 2014 |

with times (in 2015, since July 2015, before 14 July 2015, between 2014 and 2016, in the 1990s, last year; or by an
event: since the nuclear deal, before Trump met Kim), issues (about the nuclear programme), places, and parties by name,
code, people, office or group. "Last year" counts from the newest document unless a day is given, and the answer says
so; so it does with the event that gives a time, and where several fit, with the others. A yes or no is told apart from
planned, conditional, possible, contested, unconfirmed, and *nothing in the graph says so*. What has to be taken less
strictly to find anything stands in the answer, and events of a wider kind stand beside it. What is not understood is
named: a verb that no phrase has is refused, and not answered with the noun behind it; a name that is misspelt is read
as the nearest in the graph, and the answer says so; a refusal offers questions near to the one asked that do have an
answer in this graph. An answer for which something was set aside has the grade `guess`.

`tests/queries/questions.jsonl` asks 210 questions in three ways each of the 59 articles of `seeds/corpus`. Right, whole
set for whole set, are .83 of the two thirds that were open while the grammar was written, and .83 of the third that
was kept apart (November 2026; `python -m tests.queries.score`). Most of what is missed is an event that was not read.

`tests/queries/typed.jsonl` holds questions as they are typed in a hurry (no question mark, lower case, slips, "timeline
of", "who else", "how did X react"), their answers marked from the articles before anything was run. Three ways to ask
each of 20 were read first: 30 of 60 right, 17 without an answer, 13 wrong; then causes were mended, to 50, 3 and 7.
Ten more after that: at first reading 15 of 30 right, 7 without an answer, 8 wrong; mended, 24, 3 and 3. And ten more:
at first reading 24 of 30 right, 3 without an answer, 3 wrong; mended, 28, 2 and 0. And ten last ones, harder: at first
reading 13 of 30 right, 9 without an answer, 8 wrong; mended, 15, 7 and 8 (`python -m tests.queries.score --typed`
counts all as they now are; what is read of the articles moves them too).

## By name

`kg query NAME --PARAMETER VALUE` puts your value in the place of the default. Names and codes do where an actor is
meant; `any` means all. Each question is a file of plain SPARQL that runs on any endpoint as it stands.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(line for question in named.load() for line in _section(question))])


def _section(question: NamedQuestion) -> Iterator[str]:
    yield f"### {question.name}\n"
    yield f"{question.question}\n"
    if question.parameters:
        yield "| parameter | kind | default | meaning |\n|---|---|---|---|"
        for parameter in question.parameters:
            yield f"| {parameter.name} | {parameter.kind} | {parameter.default} | {parameter.meaning} |"
        yield ""
    yield "| column | meaning |\n|---|---|"
    for column, meaning in question.columns.items():
        yield f"| {column} | {meaning} |"
    yield ""


if __name__ == "__main__":
    sys.stdout.write(page())
