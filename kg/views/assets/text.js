"use strict";
// Every word that the page shows, in one place; and the little helpers that put words on the page.
(function (kg) {
  kg.text = {
    parts: { all: "Overview", network: "Network", timeline: "Timeline", evidence: "Evidence", table: "Table" },
    search: "Search", searchHint: "actor, type, words…", whole: "Whole period", clear: "Clear all", theme: "Dark or light",
    eventView: "Events", actorView: "Actors", byActor: "by actor", byType: "by type",
    fit: "Fit", zoomIn: "Zoom in", zoomOut: "Zoom out", close: "Close",
    types: "Types", statuses: "Status", legend: "Types and status",
    status: {
      actual: "actual", planned: "planned", conditional: "conditional", possible: "possible",
      negated: "denied", contested: "contested", unconfirmed: "unconfirmed",
    },
    statusSign: { actual: "", planned: "›", conditional: "if", possible: "~", negated: "×", contested: "≠", unconfirmed: "?" },
    statusWhy: {
      actual: "said to have happened or to be going on", planned: "announced, intended or expected",
      conditional: "only if something else happens", possible: "may happen or may be true",
      negated: "said not to be so: no source says that it is", contested: "some say so, others deny it",
      unconfirmed: "neither confirmed nor denied, or in question",
    },
    stance: {
      asserted: "says so", confirmed: "confirms it", negated: "says it is not so", denied: "denies it",
      unconfirmed: "neither confirms nor denies it", questioned: "questions it",
    },
    family: ["cooperative words", "cooperative deeds", "hostile words", "hostile deeds", "other"],
    roles: { initiators: "by", recipients: "towards", participants: "between", mediators: "mediated by", hosts: "hosted by" },
    also: "also", words: "Show the words", sideOne: "one side", sideTwo: "other side",
    when: "When", deadline: "Deadline", place: "Place", object: "What", issues: "About", original: "the original on the web", noDate: "no date in the text",
    noYear: "year unknown", reported: "reported", written: "written within", by: "by", after: "after", process: "goes on for a time",
    document: "Document", ownVoice: "in the text's own voice", undatedDocument: "publication date unknown",
    rule: "rule", sure: "sure", guess: "guess", characters: "characters", reads: "because",
    empty: "No event was found in these documents: no phrase that the ontology knows, or nobody known who acts.",
    nothing: "Nothing matches. Loosen the search or the filters.",
    overview: "At a glance", actorOrder: "from the first to the last", undatedHeading: "no date is known",
    lead: (docs, events, actors, span) => `${events} between ${actors}, as told in ${docs}${span ? ` · ${span}` : ""}`,
    some: (some, all) => `The filters let ${some} of ${all} through.`,
    how: "Choose an actor, a line, an event or a span of time, and everything else follows. Every event leads to the exact words, " +
      "to who says them, and to whoever denies it.",
    statusCount: { actual: (n) => `${n} said to have happened or to be going on`, planned: (n) => `${n} planned`,
      conditional: (n) => `${n} on a condition`, possible: (n) => `${n} possible`, negated: (n) => `${n} denied`,
      contested: (n) => `${n} contested`, unconfirmed: (n) => `${n} unconfirmed` },
    heaviest: "Told most often", documents: "Documents", whoActs: "Who acts most",
    trayTitle: "Without a place in time", trayWhy: {
      none: "the text gives no date, and its publication date is not known",
      year: "day and month without a year, and the publication date is not known",
      span: (when) => `the text gives no date; it was written within ${when}`,
    },
    events: ["event", "events"], claims: ["claim", "claims"], sources: ["source", "sources"], actors: ["actor", "actors"],
    docs: ["document", "documents"], lanes: ["lane", "lanes"],
    shown: (some, all) => `${some} of ${all} events shown`, more: (n) => `${n} more`, all: "Show all", slow: "Show all (takes seconds)",
    noParty: "nobody named", between: "and", denials: "Denied or in doubt", affirmations: "Affirmed",
    columns: ["When", "Type", "Status", "By, or one side", "Towards, or other side", "Sources", "Words"],
    networkHelp: "Network of actors and events. Arrow keys move from node to node, Enter chooses, plus and minus zoom, 0 fits.",
    timelineHelp: "Timeline. Left and right go from event to event, Enter chooses, plus and minus zoom, " +
      "Shift with left and right moves, up and down scroll, 0 shows the whole period. Drag with Shift chooses a span.",
    picture: "PNG", pictureHelp: (what) => `Save the ${what} as a picture`,
    tableHelp: "All events that the filters let through, one a row.",
    span: (from, to) => `${from} – ${to}`, spanOff: "any time", denseLane: "many: zoom in or click",
    keyPoint: "on that day", keyExtent: "lasting", keyUncertain: "some time in", keyBy: "reported that day, undated",
    rounds: (n) => `Rounds of these talks · ${n}`, thisRound: "this one",
    saying: "Says", help: {
      title: "How to read this page", status: "What became of an event", types: "What kind of event it is", keys: "Keys",
      claims: "An event is what claims in the documents come to. A claim is what one source says in one document, and is kept with its " +
        "exact words. So nothing here is a fact by itself: open an event, and read who says so, and who does not.",
      keyRows: [["/", "search; Enter behind a name chooses the actor"], ["Tab", "from part to part"],
        ["← → ↑ ↓", "in the network to the nearest node; in the timeline to the event before or after, and up and down"],
        ["Enter", "choose"], ["Escape", "out of what is chosen"], ["+ − 0", "zoom in, zoom out, show all"], ["Shift ← →", "move in time"],
        ["Shift and drag", "choose a span of time"]],
    },
    strip: "whole period", stripHelp: "The whole period: drag the part that is in sight",
    keyDeadline: "deadline", keyRounds: "rounds of talks", chosen: (what) => `Chosen: ${what}`, cleared: "Nothing chosen",
    signs: {
      events: "arrow = towards · bar = other side of the table · dots = host or mediator · width = independent sources · grey line = stands for",
      actors: "line = they face each other · arrow = towards · width = independent sources · colour = most frequent type · grey line = stands for",
    },
    actorSigns: { state: "● state", person: "○ person", organization: "◉ body", grouping: "◉ body", "armed group": "⊗ armed group", other: "dotted = anyone else" },
  };

  kg.capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  /** "1 event", "1,234 events" */
  kg.count = (n, [one, many]) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

  /** An element with properties and children; strings become text nodes, never markup. */
  kg.el = function (tag, properties, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (name === "class") made.className = value;
      else made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return made;
  };

  /** A copy of a canvas on a ground: a picture that can stand in a report. */
  kg.onGround = function (canvas, ground) {
    const out = document.createElement("canvas"), ctx = out.getContext("2d");
    out.width = canvas.width;
    out.height = canvas.height;
    ctx.fillStyle = ground;
    ctx.fillRect(0, 0, out.width, out.height);
    ctx.drawImage(canvas, 0, 0);
    return out;
  };

  /** Somebody's words or name, kept from turning the direction of what stands around it. */
  kg.words = (text, attributes) => kg.el("bdi", attributes, text);

  /** The same for canvas: isolated, and cut to a length. */
  kg.brief = function (text, length) {
    const letters = Array.from(text);
    const cut = letters.length > length ? letters.slice(0, length - 1).join("") + "…" : text;
    return /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(cut)
      ? "\u2068" + cut.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "") + "\u2069" : cut;
  };
})((globalThis.kg = globalThis.kg || {}));
