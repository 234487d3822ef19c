# %% [markdown]
# # Bring your own articles
#
# A folder of texts in, a knowledge base out, and a clear word on everything that could not be read. The folder here is
# made by the first cell; put your own in its place.

# %%
import tempfile
from pathlib import Path

import kg

folder = Path(tempfile.mkdtemp()) / "articles"
folder.mkdir()
(folder / "visit.txt").write_text(
    "---\ntitle: A visit to Accra\npublished: 2019-03-05\npublisher: The Daily Gazette\n---\n\n"
    "Ghana's foreign minister visited Nigeria on Monday. Ghana and Nigeria signed an agreement on trade.\n",
    encoding="utf-8",
)
(folder / "no-date.txt").write_text(
    "Kenya recalled its ambassador from Somalia on Saturday. Somalia denied that it had expelled the envoy of Kenya.\n",
    encoding="utf-8",
)
(folder / "empty.txt").write_text("", encoding="utf-8")
(folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
sorted(path.name for path in folder.iterdir())

# %% [markdown]
# ## Read them
#
# `out` keeps the knowledge base in a folder of its own; without it, it goes with the object. What cannot be read is a
# warning, and the rest of the batch is done.

# %%
import warnings

with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    graph = kg.build(folder, out=folder.parent / "talks.kg")
for warning in told:
    print(str(warning.message).replace(str(folder), "articles"))

# %%
graph.events()

# %% [markdown]
# ## Dates
#
# The first article says when it was published, so its "Monday" is a day. The second says nothing, so its "Saturday" is
# none, and no year is made up:

# %%
for document in graph.documents():
    print(
        document.title or Path(document.source).name,
        "·",
        document.published or "no date",
        "·",
        document.published_basis,
    )

# %%
print(graph.timeline())

# %% [markdown]
# If you know the date, say it: in the file's front matter, or for a batch with `published`.

# %%
dated = kg.build(folder / "no-date.txt", published="2019-03-11")
print(dated.timeline())

# %% [markdown]
# ## Again
#
# Building once more reads only what is new or changed. Nothing is lost, nothing stands twice.

# %%
(folder / "second.txt").write_text(
    "---\npublished: 2019-03-12\n---\nSomalia and Kenya held talks in Nairobi on Tuesday.\n", encoding="utf-8"
)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    graph = kg.build(folder, out=folder.parent / "talks.kg")
[(Path(entry.source).name, entry.outcome, entry.claims) for entry in graph.report.built.entries]

# %% [markdown]
# ## Your own claims
#
# Reading and storing are two halves that meet in the claim. `kg.claims` gives claims of a text alone, to check them or
# to send them elsewhere:

# %%
for claim in kg.claims(kg.Document.of("Angola will not withdraw its troops from Zambia, its president said.")):
    print(claim.event.type, claim.stance, claim.modality, "–", claim.evidence.quote)

# %% [markdown]
# ## See it

# %%
graph
