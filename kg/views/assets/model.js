"use strict";
// The page's data with everything that is looked up often; and which events a state lets through.
(function (kg) {
  const ROLES = ["initiators", "recipients", "participants", "mediators", "hosts"];

  kg.readModel = function (raw) {
    const { day } = kg.dates;
    const model = {
      title: raw.title, documents: raw.documents, actors: raw.actors, claims: raw.claims, events: raw.events,
      network: raw.network, start: raw.start, actorById: new Map(), eventById: new Map(), documentById: new Map(),
    };
    const numbered = (list, index) => list.forEach((one, i) => { one.at = i; index.set(one.id, one); });
    numbered(model.actors, model.actorById);
    numbered(model.events, model.eventById);
    numbered(model.documents, model.documentById);
    model.actors.forEach((actor) => { actor.events = []; actor.claims = 0; });
    model.documents.forEach((one) => { one.events = 0; one.claims = 0; });
    model.events.forEach((event) => {
      for (const role of ROLES) event[role] = event[role] || [];
      event.parties = [...new Set(ROLES.flatMap((role) => event[role]))];
      event.label = raw.types[event.type] || event.type;
      event.claims = [];
      event.sources = event.sources || 1;
      event.parties.forEach((at) => model.actors[at].events.push(event));
    });
    model.claims.forEach((claim) => {
      const event = model.events[claim.event];
      event.claims.push(claim);
      if (claim.by !== undefined) model.actors[claim.by].claims += 1;
      if (claim.document >= 0) model.documents[claim.document].claims += 1;
    });
    model.events.forEach((event) => {
      new Set(event.claims.map((claim) => claim.document)).forEach((at) => { if (at >= 0) model.documents[at].events += 1; });
      event.time = time(event, model, day);
    });
    model.series = new Map();
    for (const event of model.events) {
      if (event.series) model.series.has(event.series) ? model.series.get(event.series).push(event) : model.series.set(event.series, [event]);
    }
    for (const rounds of model.series.values()) rounds.sort((a, b) => begin(a) - begin(b) || a.at - b.at);
    model.kin = model.actors.filter((actor) => actor.kind !== "state").flatMap((actor) => (actor.states || [])
      .filter((state) => model.actorById.has(state)).map((state) => [actor.at, model.actorById.get(state).at]));
    model.roots = tally(model.events, (event) => event.root).sort((a, b) => kg.glyphs.order(a[0]) - kg.glyphs.order(b[0]));
    model.statuses = tally(model.events, (event) => event.status)
      .sort((a, b) => Object.keys(kg.text.status).indexOf(a[0]) - Object.keys(kg.text.status).indexOf(b[0]));
    model.laneActors = model.actors.filter((actor) => actor.events.length)
      .sort((a, b) => b.events.length - a.events.length || (a.name < b.name ? -1 : 1));
    return model;
  };

  const begin = (event) => (event.time.kind ? event.time.from : 1e9);

  /** What a report without a date tells: what is to come is not before it, what may be is on neither side. */
  const REPORT = { planned: "after", conditional: "after", possible: "told" };

  /** Where an event stands in time: {kind, from, to, due}; kind is null for those that go to the tray. */
  function time(event, model, day) {
    const when = event.when || {}, out = { kind: null, from: null, to: null, due: null };
    const from = day(when.earliest || (exact(when.edtf) ? when.edtf : null));
    const to = day(when.latest || (exact(when.edtf) ? when.edtf : null));
    if (event.deadline) out.due = day(event.deadline.latest || (exact(event.deadline.edtf) ? event.deadline.edtf : null));
    if (from !== null && to !== null) {
      Object.assign(out, { from, to, kind: from === to ? "point" : /\//.test(when.edtf) && exact(when.edtf.split("/")[0])
        ? "extent" : "uncertain" });
    } else if (from !== null) Object.assign(out, { from, to: from, kind: "after" });
    else if (to !== null) Object.assign(out, { from: to, to, kind: "by" });
    else {
      const told = event.claims.map((claim) => model.documents[claim.document])
        .map((one) => (one && exact(one.published) ? day(one.published) : null)).filter((at) => at !== null);
      if (told.length) {
        const first = Math.min(...told);
        Object.assign(out, { from: first, to: first, reported: true, kind: REPORT[event.status] || "by" });
      } else if (out.due !== null) Object.assign(out, { from: out.due, to: out.due, kind: "deadline" });
    }
    return out;
  }
  const exact = (edtf) => /^-?\d{4,6}-\d\d-\d\d$/.test(edtf || "");

  function tally(list, key) {
    const found = new Map();
    for (const one of list) found.set(key(one), (found.get(key(one)) || 0) + 1);
    return [...found];
  }

  function haystack(event, model) {
    if (event.hay === undefined) {
      const names = event.parties.map((at) => model.actors[at].name + " " + model.actors[at].id);
      const said = event.claims.flatMap((claim) => [claim.sentence, claim.said || ""]);
      event.hay = [event.label, event.type, event.root, event.place || "", event.object || "", ...(event.issues || []), ...names, ...said]
        .join("\n").toLowerCase();
    }
    return event.hay;
  }

  /** Events that the filters let through (search, types, statuses, span, document), heaviest first. */
  kg.filtered = function (model, state) {
    const sought = state.find.toLowerCase().split(/\s+/).filter(Boolean);
    const at = state.document === null ? -1 : (model.documentById.get(state.document) || { at: -2 }).at;
    return model.events.filter((event) =>
      (!state.types || state.types.includes(event.root)) &&
      (!state.status || state.status.includes(event.status)) &&
      (at === -1 || event.claims.some((claim) => claim.document === at)) &&
      (state.from === null || (event.time.kind && event.time.to >= state.from && event.time.from <= state.to)) &&
      sought.every((word) => haystack(event, model).includes(word)));
  };

  /** Of the filtered events those of the chosen actor or pair; all of them where none is chosen. */
  kg.focused = function (model, state, events) {
    const one = state.actor === null ? null : model.actorById.get(state.actor);
    const other = state.with === null ? null : model.actorById.get(state.with);
    if (!one) return events;
    return events.filter((event) => event.parties.includes(one.at) && (!other || facing(event, one.at, other.at)));
  };

  /** Whether two actors face each other in an event (across its sides, where it has sides). */
  function facing(event, a, b) {
    const first = event.initiators, second = event.recipients;
    if (first.length && second.length && [a, b].every((one) => first.includes(one) || second.includes(one))) {
      return (first.includes(a) && second.includes(b)) || (first.includes(b) && second.includes(a));
    }
    return event.parties.includes(a) && event.parties.includes(b);
  }
  kg.facing = facing;

  /** Its date in a few words: as the text tells it, else as it was reported or is due. */
  kg.briefWhen = function (event) {
    if (event.when) return kg.dates.words(event.when.edtf);
    return event.time.reported ? `${kg.text.reported} ${kg.dates.plain(event.time.from)}` : event.deadline
      ? `${kg.text.deadline.toLowerCase()} ${kg.dates.words(event.deadline.edtf)}` : kg.text.noDate;
  };

  /** The exact words of a claim. */
  kg.quote = (claim) => Array.from(claim.sentence).slice(claim.at || 0, (claim.at || 0) + claim.length).join("");

  /** The claim whose words tell best what an event is: one that agrees with its status, rather of the length of a sentence. */
  kg.voice = function (event) {
    const contrary = (claim) => ["denied", "negated"].includes(claim.stance), denied = event.status === "negated";
    const rank = (claim) => (contrary(claim) === denied ? 0 : 1000) + (claim.modality === event.status || (claim.modality === "actual" && (denied || event.status === "contested"))
      ? 0 : 400) + (["unconfirmed", "questioned"].includes(claim.stance) && event.status !== "unconfirmed" ? 500 : 0) + Math.abs(90 - Math.min(claim.length, 390)) / 3;
    return event.claims.reduce((best, claim) => (best === null || rank(claim) < rank(best) ? claim : best), null);
  };

  /** What a pointer that rests on an event is told: its sentence, its date, the words of one who says so. */
  kg.inBrief = function (model, event) {
    const said = event.claims.length ? `\n“${kg.brief(kg.quote(kg.voice(event)), 160)}”` : "";
    const status = event.status === "actual" ? "" : ` · ${kg.text.status[event.status] || event.status}`;
    return `${kg.headline(model, event, 160)}\n${kg.briefWhen(event)}${status}${said}`;
  };

  /** The first and the last day of some events; of a date that is known to years only its end counts. */
  kg.period = (events) => events.filter((event) => event.time.kind).reduce(([a, b], { time }) => [
    Math.min(a, time.kind === "uncertain" && time.to - time.from > 31 ? time.to : time.from), Math.max(b, time.to)], [Infinity, -Infinity]);

  /** What the page holds, in one sentence. */
  kg.lead = function (model) {
    const [first, last] = kg.period(model.events);
    const span = first > last ? "" : first === last ? kg.dates.plain(first) : kg.text.span(kg.dates.plain(first), kg.dates.plain(last));
    return kg.text.lead(kg.count(model.documents.length, kg.text.docs), kg.count(model.events.length, kg.text.events),
      kg.count(model.laneActors.length, kg.text.actors), span);
  };

  /** Whether the timeline has marks that a key explains. */
  kg.needs = (model, key) => model.events.some(({ time, series }) => key === "due" ? time.due !== null
    : key === "rounds" ? series : key === "by" ? ["by", "after", "told"].includes(time.kind) : time.kind === key);

  /** The event in one line: its own sentence, or "send a letter: Barack Obama → Ali Khamenei". */
  kg.headline = function (model, event, length) {
    if (event.title) return kg.brief(event.title, length || 400);
    const names = (places) => {
      const some = places.slice(0, 3).map((at) => model.actors[at].name);
      return some.join(", ") + (places.length > 3 ? ` +${places.length - 3}` : "");
    };
    const first = event.initiators, second = event.recipients;
    const both = first.length && second.length ? `${names(first)} ${event.mutual ? "⇄" : "→"} ${names(second)}`
      : names(event.parties) || kg.text.noParty;
    return kg.brief(`${event.label}: ${both}`, length || 400);
  };
})((globalThis.kg = globalThis.kg || {}));
