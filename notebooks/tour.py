# %% [markdown]
# # A tour on one article
#
# One newspaper article from November 2014 becomes a graph; the graph answers questions; every answer leads back to
# the words that it rests on. Nothing here needs a network.
#
# The article stands in the file as it was saved: without a date. The first cell gives the date that the reader knows.
# Leave `published` out, and see how far the text alone leads (last section).

# %%
import tempfile
from pathlib import Path

import kg

home = Path.cwd() if Path("seeds").is_dir() else Path.cwd().parent
article = home / "seeds" / "obama-letter-khamenei.txt"
graph = kg.build(article, published="2014-11-06")
graph.events()

# %% [markdown]
# ## Ask
#
# Questions in plain words become SPARQL. The answer holds the rows; each row has the quote, who says so, and where.

# %%
graph.ask("who negotiates with Iran")

# %%
answer = graph.ask("does the United States cooperate with Iran")
print(answer)

# %% [markdown]
# The same as queries, with `%ask` and `%sparql`. Known prefixes need not be declared.

# %%
# %load_ext kg

# %%
# %ask who wrote to Khamenei

# %%
# %sparql SELECT ?who WHERE { ?a dip:writesTo actor:Q57336 ; rdfs:label ?who }

# %% [markdown]
# A longer query stands in a cell under `%%sparql`, or in a string:

# %%
graph.query("""
    SELECT ?status (COUNT(?event) AS ?events)
    WHERE { ?event dip:status ?status }
    GROUP BY ?status ORDER BY ?status
""").dicts()

# %% [markdown]
# ## A claim is not a fact
#
# What somebody said is kept apart from what we conclude. Here is everything that was said about one event: who says
# so, with which stance, in which words.

# %%
letter = next(event for event in graph.events() if event.type == "letter")
for reason in graph.why(letter.id):
    claim = reason.claim
    speaker = claim.claimant.name if claim.claimant else reason.document.publisher
    print(f"{claim.stance:12} {speaker}: {claim.evidence.quote}")

# %% [markdown]
# Every quote stands in the article exactly as it is shown:

# %%
texts = {document.id: document.text for document in graph.documents()}
for claim in graph.claims():
    words = claim.evidence
    assert texts[claim.document][words.start : words.end] == words.quote

# %% [markdown]
# ## See it
#
# A graph shows itself: a short table, then the page in a frame of its own. (An untrusted notebook keeps the table.)
# Choose an actor, an event or a span of time; the other parts follow.

# %%
graph

# %% [markdown]
# The same page as a file to pass on:

# %%
out = graph.page(Path(tempfile.gettempdir()) / "talks.html")
print(f"{out.name}: {out.stat().st_size / 1e6:.1f} MB")

# %% [markdown]
# The timeline alone, as a picture (`print` gives its text):

# %%
graph.timeline()

# %% [markdown]
# ## Without a date
#
# The file names no date. Then none is invented: "Nov. 24" keeps its day and month, "Wednesday" is no day at all, and
# the page puts the events into a tray that says why.

# %%
undated = kg.build(article)
print(undated.timeline())

# %%
print([document.published for document in undated.documents()])
