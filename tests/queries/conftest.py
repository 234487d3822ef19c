"""A small knowledge base from claims made by hand: the seed article, and a handful of further documents."""

from __future__ import annotations

import pytest

from kg.graph import build, open_graph
from kg.model import Document
from tests.graph.made import claim, seed


def _more():
    """Documents with the events that the questions of the tests need."""
    letter = Document.of(
        "Iran denied that Obama had written to Khamenei.", title="Tehran denies", publisher="Steppe Herald",
        published="2014-11-07",
    )  # fmt: skip
    yield letter, [claim(letter, "letter", ("Q76",), ("Q57336",), stance="denied", says="IRN")]
    ban = Document.of(
        "Russia imposed sanctions on Turkey. Egypt may visit India.", title="Moscow answers",
        publisher="Harbour Courier", published="2015-11-29",
    )  # fmt: skip
    yield ban, [
        claim(ban, "sanction", ("RUS",), ("TUR",), root="SANCTION", on="2015-11-28",
              quote="Russia imposed sanctions on Turkey."),
        claim(ban, "visit", ("EGY",), ("IND",), modality="possible", quote="Egypt may visit India."),
    ]  # fmt: skip
    for n, (day, whom) in enumerate((("2015-02-01", "IRQ"), ("2015-03-01", "IRQ"), ("2016-03-01", "SYR"))):
        met = Document.of(
            f"Iran met {whom} for the {n}. time.", title=f"Meeting {n}", publisher="Delta Observer", published=day
        )
        yield met, [claim(met, "meet", among=("IRN", whom), on=day)]
    news = Document.of(
        "China will meet Japan on Monday. Germany did not expel Russian diplomats.", title="Notes",
        publisher="Alpine Post", published="2016-05-01",
    )  # fmt: skip
    yield news, [
        claim(news, "meet", among=("CHN", "JPN"), modality="planned", on="2016-05-02",
              quote="China will meet Japan on Monday."),
        claim(news, "expel", ("DEU",), ("RUS",), root="SANCTION", stance="negated",
              quote="Germany did not expel Russian diplomats."),
    ]  # fmt: skip
    raid = Document.of(
        "India attacked Pakistan, India said. Pakistan denied it.", title="Raid", publisher="Meridian Wire",
        published="2016-06-01",
    )  # fmt: skip
    yield raid, [
        claim(raid, "assault", ("IND",), ("PAK",), root="ASSAULT", says="IND", on="2016-05-31",
              quote="India attacked Pakistan"),
        claim(raid, "assault", ("IND",), ("PAK",), root="ASSAULT", says="PAK", on="2016-05-31", stance="denied",
              quote="Pakistan denied it."),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def talks(tmp_path_factory):
    """The knowledge base, opened."""
    read = {document.key: (document, claims) for document, claims in (seed(), *_more())}
    folder = tmp_path_factory.mktemp("questions") / "talks.kg"
    build([d for d, _ in read.values()], lambda d: read[d.key][1], folder, extractor="tests 1")
    return open_graph(folder)


@pytest.fixture(scope="session")
def other_engine(talks):
    """The same graph in rdflib's own memory store and query evaluator."""
    import rdflib

    data = rdflib.Dataset(default_union=True)
    for quad in talks.rdf.quads():
        data.add(quad)
    return data
