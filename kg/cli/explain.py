"""`kg explain`: what is read in a sentence, span by span, and what is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.inputs import Published, Reading
from kg.cli.output import Jsonl, OutFile, destination
from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extract.explain import Explanation
    from kg.model import Claim, Document

__all__ = ["command"]


def command(
    texts: Annotated[list[str], typer.Argument(metavar="TEXT", hidden=True)],
    published: Published = None,
    jsonl: Jsonl = False,
    out: OutFile = None,
) -> int:
    """Show how sentences are read, span by span.

    TEXT is a sentence in quotation marks, a file, or - for stdin. For each sentence: the names and whom they mean, the
    dates, the clauses with what they say of their event, who speaks, the claims and their rules; and for what became no
    claim, the nearest event types and what was missing.

    \b
    kg explain "Peru recalled its envoy to Chile, Bolivia said on Monday." --published 2014-11-06
    """
    from kg.extract.explain import explain

    reading = Reading()
    with destination(out) as stream:
        for document in reading.good(_documents(texts, published, reading)):
            for told in explain(document):
                stream.write(json.dumps(told.to_json(), ensure_ascii=False) + "\n" if jsonl else _told(told))
    return reading.exit_code


def _documents(texts: list[str], published: str | None, reading: Reading) -> Iterator[Document | InputError]:
    """What stands there as a text, or what the named files hold."""
    from kg.documents import read
    from kg.documents.article import Known
    from kg.model import Document

    day = Known.given(published, None, reading.tell).published
    for text in texts:
        if not text.strip():
            yield InputError("no words to explain", where="TEXT", hint="give a sentence in quotation marks")
        elif text == "-" or (len(text) < 200 and Path(text).exists()):
            yield from read([text], published=published, tell=reading.tell)
        elif len(text.split()) < 2:
            yield InputError("no such file, and one word is no sentence", where=text, hint="quote the sentence")
        else:
            yield Document.of(text, published=day)


def _told(told: Explanation) -> str:
    """A sentence and its rows, one thing a line."""
    lines = [" ".join(told.text.split())]
    if told.unread:
        lines.append(f"  not read   {told.unread}")
    lines += [_line("name", n, f"{n['id'] or 'nobody found'}{_via(n)}") for n in told.names]
    lines += [_line("date", d, f"{d['edtf'] or d['value']} ({d['reason']})") for d in told.dates]
    lines += [_line("clause", c, _clause(c)) for c in told.clauses]
    lines += [_line("says", s, f"{s['source'] or 'somebody'}: {' […] '.join(s['content'])}") for s in told.sayings]
    lines += [f"  claim      {_claim(c)}" for c in told.claims]
    lines += [_line("dropped", d, f"{d['type']}: {d['why']}  [{d['rule']}]") for d in told.dropped]
    return "\n".join(lines) + "\n\n"


def _line(head: str, row: dict[str, Any], rest: str) -> str:
    return f"  {head:<9}  {row['start']}–{row['end']} “{' '.join(row['text'].split())}”  {rest}"


def _via(name: dict[str, Any]) -> str:
    known = f" {name['name']}" if name.get("name") and name["name"] != name["text"] else ""
    unsure = ", a guess" if name.get("grade") == "guess" else ""
    return f"{known} ({name['via']}{unsure})"


def _clause(clause: dict[str, Any]) -> str:
    parts = [clause["kind"], f"subject {_quoted([clause['subject']] if clause['subject'] else [])}"]
    parts += [f"object {_quoted(clause['objects'])}"] if clause["objects"] else []
    parts += [_quoted(clause["preps"])] if clause["preps"] else []
    parts += [clause["stance"], clause["modality"]]
    parts += [f"says {', '.join(clause['claimant'])}"] if clause["claimant"] else []
    return ", ".join(parts)


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{' '.join(word.split())}”" for word in words) or "–"


def _claim(claim: Claim) -> str:
    event = claim.event
    who = " & ".join(p.name for p in event.participants) or " > ".join(
        " + ".join(p.name for p in side) or "?" for side in (event.initiators, event.recipients)
    )
    parts = [f"{event.type}: {who}", claim.stance, claim.modality]
    parts += [f"says {claim.claimant.name}"] if claim.claimant else []
    parts += [f"when {claim.when.edtf}"] if claim.when else []
    return f"{', '.join(parts)}, {claim.grade}  [{claim.rule}]"
