# %% [markdown]
# # Two states over time
#
# A question of a researcher: how did the relations of Iran and the United States go, as these articles tell it? The
# sixty short articles in `seeds/` are the corpus; put your own folder in their place.
#
# Counting events is easy, and easily misleading. So each count here can be opened: the last section shows the words
# behind one number.

# %%
from pathlib import Path

import pandas as pd

import kg

home = Path.cwd() if Path("seeds").is_dir() else Path.cwd().parent
graph = kg.build(home / "seeds")
len(graph.documents()), len(graph.events())

# %% [markdown]
# ## Events over time by type
#
# One row an event. An event is dated by the text where the text dates it, else by the day of the first report: that
# is a choice, made here in the open.

# %%
events = graph.events().frame()
events["day"] = pd.to_datetime(events["earliest"].fillna(events["first_reported"]), errors="coerce")
events["year"] = events["day"].dt.year.astype("Int64")
by_year = pd.crosstab(events["year"], events["root"])
by_year.style.bar(axis=None, color="#9dbdf0")

# %% [markdown]
# What was planned, denied or only possible is no event that happened. Status keeps them apart:

# %%
pd.crosstab(events["root"], events["status"])

# %% [markdown]
# ## Cooperation and conflict of two states
#
# Goldstein gave each kind of event a weight from −10 (war) to +10 (help at one's own cost), and CAMEO's codes carry
# such weights. Here each of the sixteen classes has one, in the same spirit. They are ours and rough: change them, and
# see whether your conclusion stands.
#
# Only those who face each other count as a pair: seven who talk with one are not at odds among themselves, and two who
# fight a third are no enemies. Events without any day are left out of a sum over time.

# %%
from itertools import combinations

WEIGHT = {
    "AID": 7.0, "COOPERATE": 6.0, "AGREE": 6.0, "CONCEDE": 5.0, "RETREAT": 4.0, "SUPPORT": 3.5, "CONSULT": 1.5,
    "REQUEST": -1.0, "ACCUSE": -2.0, "REJECT": -4.0, "THREATEN": -5.5, "PROTEST": -5.5, "SANCTION": -6.5,
    "MOBILIZE": -7.0, "COERCE": -7.5, "ASSAULT": -9.5,
}  # fmt: skip


def facing(event) -> set[tuple[str, str]]:
    """Pairs of states across the two sides of an event; all who take part where it has no sides."""
    sides = (event.initiators, event.recipients, event.participants)
    first, second, everyone = ({state for actor in side for state in actor.states} for side in sides)
    if first or second:
        return {(min(a, b), max(a, b)) for a in first for b in second if a != b}
    return set(combinations(sorted(everyone), 2))


def between(one: str, other: str) -> list:
    """Events that happened and in which two states, or those who stand for them, face each other."""
    return [event for event in graph.events(status="actual") if (one, other) in facing(event)]


def scores(one: str, other: str) -> pd.DataFrame:
    rows = [
        {"day": day, "event": event.label, "score": WEIGHT[event.root]}
        for event in between(one, other)
        if (day := event.earliest or event.first_reported)
    ]
    frame = pd.DataFrame(rows, columns=["day", "event", "score"]).sort_values("day", ignore_index=True)
    return frame.assign(sum=frame["score"].cumsum())


dyad = scores("IRN", "USA")
dyad.style.bar(subset=["score"], align=0, color=["#e08a8a", "#8fc79a"]).format({"score": "{:.1f}", "sum": "{:.1f}"})

# %% [markdown]
# The same for every pair of states with at least three events:

# %%
pairs = {}
for event in graph.events(status="actual"):
    for pair in facing(event):
        pairs.setdefault(pair, []).append(WEIGHT[event.root])
table = pd.DataFrame(
    [
        {"pair": " – ".join(pair), "events": len(told), "mean score": sum(told) / len(told)}
        for pair, told in pairs.items()
    ]
)
often = table[table["events"] >= 3].sort_values(["mean score", "pair"], ignore_index=True)
often.style.bar(subset=["mean score"], align=0, color=["#e08a8a", "#8fc79a"]).format({"mean score": "{:.1f}"})

# %% [markdown]
# ## Who stands in the middle
#
# A network of states: tied if they face each other in an event that happened, the stronger the more often.

# %%
import networkx as nx

network = nx.Graph()
for pair, told in sorted(pairs.items()):
    network.add_edge(*pair, weight=len(told), distance=1 / len(told))
measures = pd.DataFrame(
    {
        "partners": dict(network.degree()),
        "events": dict(network.degree(weight="weight")),
        "between": nx.betweenness_centrality(network, weight="distance"),
    }
)
measures.sort_values(["between", "events"], ascending=False).head(10).round(2)

# %% [markdown]
# ## The words behind a number
#
# A score is worth what its events are worth. Take the one that weighs most against the sum, and read it:

# %%
worst = min(between("IRN", "USA"), key=lambda event: (WEIGHT[event.root], event.id))
print(worst.label, "·", worst.when.edtf if worst.when else f"reported {worst.first_reported}")
for reason in graph.why(worst.id):
    print(f"  “{reason.claim.evidence.quote}” ({reason.document.title}, {reason.document.published})")

# %% [markdown]
# And what was said *not* to be so, which no count of events shows:

# %%
for event in graph.events(actor="Iran", status="negated"):
    print(event.label)

# %% [markdown]
# All of it as a page, to look around in:

# %%
graph
