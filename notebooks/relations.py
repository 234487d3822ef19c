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

import matplotlib.pyplot as plt
import pandas as pd

import kg

plt.rcParams.update({
    "figure.figsize": (9, 4), "figure.dpi": 110, "figure.autolayout": True, "axes.spines.top": False,
    "axes.spines.right": False, "axes.titlelocation": "left", "legend.frameon": False, "svg.hashsalt": "kg",
})  # fmt: skip
home = Path.cwd() if Path("seeds").is_dir() else Path.cwd().parent
graph = kg.build(home / "seeds")
len(graph.documents()), len(graph.events())

# %% [markdown]
# ## Events over time by type
#
# One row an event. An event is dated by the text where the text dates it, else by the day of the first report: that
# is a choice, made here in the open. The sixteen PLOVER classes come in four families; only what is said to have
# happened is counted.

# %%
FAMILIES = {
    "cooperative words": (["AGREE", "CONSULT", "SUPPORT", "CONCEDE"], "#1c64d1"),
    "cooperative deeds": (["COOPERATE", "AID", "RETREAT"], "#1a7f4b"),
    "hostile words": (["REQUEST", "ACCUSE", "REJECT", "THREATEN"], "#d0892b"),
    "hostile deeds": (["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"], "#c22222"),
}
FAMILY = {root: name for name, (roots, _) in FAMILIES.items() for root in roots}

events = graph.events().frame()
events["day"] = pd.to_datetime(events["earliest"].fillna(events["first_reported"]), errors="coerce")
events["year"] = events["day"].dt.year.astype("Int64")
happened = events[events["status"] == "actual"]
by_year = pd.crosstab(happened["year"], happened["root"].map(FAMILY))[list(FAMILIES)]
by_year = by_year.reindex(range(by_year.index.min(), by_year.index.max() + 1), fill_value=0)

# %%
axes = by_year.plot.bar(stacked=True, width=0.9, color=[colour for _, colour in FAMILIES.values()])
axes.set_title("Events that happened, by year and family")
axes.set(xlabel="", ylabel="events")
axes.legend(title=None, loc="upper left")
plt.close(axes.figure)
axes.figure

# %% [markdown]
# The numbers behind it, where there are any:

# %%
by_year[by_year.sum(axis=1) > 0]

# %% [markdown]
# What was planned, denied or only possible is no event that happened. Status keeps them apart:

# %%
pd.crosstab(events["root"], events["status"])

# %% [markdown]
# ## Cooperation and conflict of two states
#
# Goldstein (*A Conflict-Cooperation Scale for WEIS Events Data*, Journal of Conflict Resolution 36, 1992) had experts
# weigh kinds of events from −10 (war) to +10 (help at one's own cost). CAMEO's codes carry such weights, published with
# GDELT. `events().frame()` gives each event that of its type: the mean of the CAMEO codes that the ontology matches
# with it (`kg.graph.goldstein`).
#
# Only those who face each other count as a pair: seven who talk with one are not at odds among themselves, and two who
# fight a third are no enemies. Events without any day are left out of a sum over time.

# %%
from itertools import combinations

from kg.graph.goldstein import weights

WEIGHT = weights()


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
        {"day": day, "event": event.label, "score": WEIGHT[event.type]}
        for event in between(one, other)
        if (day := event.earliest or event.first_reported)
    ]
    frame = pd.DataFrame(rows, columns=["day", "event", "score"]).sort_values("day", ignore_index=True)
    return frame.assign(sum=frame["score"].cumsum())


dyad = scores("IRN", "USA")
dyad.round(1)

# %% [markdown]
# Each bar is one event; the line is their sum so far. A date says when, and the height how cooperative or hostile, not
# how important.


# %%
def drawn(frame: pd.DataFrame, title: str):
    figure, axes = plt.subplots()
    days = pd.to_datetime(frame["day"])
    axes.axhline(0, color="#888", linewidth=0.8)
    axes.vlines(
        days, 0, frame["score"], colors=["#1a7f4b" if s > 0 else "#c22222" for s in frame["score"]], linewidth=3
    )
    axes.step(days, frame["sum"], where="post", color="#17202b", linewidth=1.4, label="sum so far")
    axes.set_title(title)
    axes.set_ylabel("Goldstein's scale")
    axes.legend()
    plt.close(figure)
    return figure


drawn(dyad, "Iran and the United States: cooperation and conflict")

# %% [markdown]
# The same for every pair of states with at least three events:

# %%
pairs = {}
for event in graph.events(status="actual"):
    for pair in facing(event):
        pairs.setdefault(pair, []).append(WEIGHT[event.type])
table = pd.DataFrame(
    [
        {"pair": " – ".join(pair), "events": len(told), "mean score": sum(told) / len(told)}
        for pair, told in pairs.items()
    ]
)
often = table[table["events"] >= 3].sort_values(["mean score", "pair"], ignore_index=True)

figure, axes = plt.subplots(figsize=(9, 1 + 0.28 * len(often)))
axes.barh(often["pair"], often["mean score"], color=["#1a7f4b" if s > 0 else "#c22222" for s in often["mean score"]])
for row, count in enumerate(often["events"]):
    axes.annotate(f" {count} events", (max(0, often["mean score"][row]), row), va="center", fontsize=8, color="#566170")
axes.axvline(0, color="#888", linewidth=0.8)
axes.margins(y=0.01)
axes.set_title("Mean score of pairs with three events or more")
axes.set_xlabel("Goldstein's scale")
plt.close(figure)
figure

# %% [markdown]
# ## Who stands in the middle
#
# A network of states: tied if they face each other in an event that happened, the stronger the more often.

# %%
import networkx as nx

network = nx.Graph()
for pair, told in sorted(pairs.items()):
    network.add_edge(*pair, weight=len(told), distance=1 / len(told), score=sum(told) / len(told))
measures = pd.DataFrame(
    {
        "partners": dict(network.degree()),
        "events": dict(network.degree(weight="weight")),
        "between": nx.betweenness_centrality(network, weight="distance"),
    }
)
measures.sort_values(["between", "events"], ascending=False).head(10).round(2)

# %% [markdown]
# The largest group of states that are tied to each other: size by events, lines green where they cooperate on the
# whole, red where they do not.

# %%
core = network.subgraph(max(nx.connected_components(network), key=len))
places = nx.spring_layout(core, k=0.45, iterations=200, seed=4, weight=None)
figure, axes = plt.subplots(figsize=(9, 6))
nx.draw_networkx_edges(
    core, places, ax=axes, alpha=0.6,
    width=[0.8 + 0.5 * tie["weight"] for _, _, tie in core.edges(data=True)],
    edge_color=["#1a7f4b" if tie["score"] > 0 else "#c22222" for _, _, tie in core.edges(data=True)],
)  # fmt: skip
busy = dict(core.degree(weight="weight"))
nx.draw_networkx_nodes(core, places, ax=axes, node_size=[40 + 14 * busy[one] for one in core], node_color="#56657a")
nx.draw_networkx_labels(
    core, {one: (x, y + 0.045) for one, (x, y) in places.items()}, ax=axes, font_size=8,
    labels={one: one for one in core if busy[one] > 3}, bbox={"color": "white", "alpha": 0.7, "pad": 0.5},
)  # fmt: skip
axes.set_title("Who faces whom, in events that happened")
axes.axis("off")
plt.close(figure)
figure

# %% [markdown]
# ## The words behind a number
#
# A score is worth what its events are worth. Take the one that weighs most against the sum, and read it:

# %%
worst = min(between("IRN", "USA"), key=lambda event: (WEIGHT[event.type], event.id))
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
