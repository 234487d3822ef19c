"use strict";
// Puts the parts together: state changes, every part shows the new state.
(function (kg) {
  const { el } = kg;
  /** More events than this are a thicket: the network then begins with actors, and what is chosen is brought near. */
  const BIG = 80;
  const model = kg.readModel(JSON.parse(document.getElementById("data").textContent));
  const state = kg.makeState({ view: model.events.length > BIG ? "actors" : "events", ...model.start });
  const narrow = matchMedia("(max-width: 760px)");
  const live = el("div", { class: "unseen", role: "status", "aria-live": "polite" });
  const announce = (text) => { live.textContent = text; };

  function choose(changes, how) {
    state.set(changes, how);
    if (changes.event || changes.actor) announce(kg.text.chosen(changes.event
      ? kg.headline(model, model.eventById.get(changes.event), 160) : model.actorById.get(changes.actor).name));
  }

  const network = new kg.Network(model, { choose, announce });
  const evidence = new kg.Evidence(model, { choose });
  const table = new kg.Table(model, { choose });
  const controls = new kg.Controls(model, { state, choose });
  const timeline = new kg.Timeline({
    label: (event, lane) => {
      const others = event.parties.filter((at) => model.actors[at].id !== lane.id), [a, b] = others.map((at) => model.actors[at].name);
      const who = others.length > 2 ? [`${a} +${others.length - 1}`] : [a, b].filter(Boolean);
      const what = event.object && !event.label.includes(event.object) ? `${event.label} (${kg.brief(event.object, 20)})` : event.label;
      const type = state.get().lanes === "type" && who.length ? event.object ? [kg.brief(event.object, 20)] : [] : [what];
      return kg.brief([...type, ...who].join(" · "), 44);
    },
    headline: (event) => kg.headline(model, event, 160),
    tell: (event) => kg.inBrief(model, event),
    chooseEvent: (event) => choose({ event: event ? event.id : null }),
    chooseLane: (lane) => { if (state.get().lanes === "actor" && lane.id !== null) choose({ actor: lane.id, with: null, event: null });
      else if (lane.id) controls.toggle("types", lane.id); },
    chooseSpan: (span) => choose(span ? { from: span[0], to: span[1] } : { from: null, to: null }),
    announce,
  });

  const strip = new kg.Strip({ choose: (from, to) => timeline.look(from, to) });
  timeline.moved = (from, to, left) => strip.setWindow(from, to, left);

  // The frame of the page

  const press = (label, onclick, more) => el("button", { type: "button", onclick, ...more }, label);
  const choice = (field, values) => {
    const group = el("div", { class: "choice", role: "group" }, values.map(([value, label]) =>
      press(label, () => choose({ [field]: value }), { "data-value": value })));
    group.mark = (now) => [...group.children].forEach((one) => one.setAttribute("aria-pressed", String(one.dataset.value === now)));
    return group;
  };
  const views = choice("view", [["events", kg.text.eventView], ["actors", kg.text.actorView]]);
  const lanes = choice("lanes", [["actor", kg.text.byActor], ["type", kg.text.byType]]);
  const parts = choice("part", Object.entries(kg.text.parts));
  parts.classList.add("parts");
  const tools = (fit, zoom) => el("div", { class: "choice" }, press("−", () => zoom(1 / 1.5), { "aria-label": kg.text.zoomOut }),
    press(kg.text.fit, fit), press("+", () => zoom(1.5), { "aria-label": kg.text.zoomIn }));
  const camera = (part, name) => press(kg.text.picture, () => save(part.picture(), name),
    { class: "picture", "aria-label": kg.text.pictureHelp(name), title: kg.text.pictureHelp(name) });
  function save(canvas, name) {
    canvas.toBlob((blob) => {
      const link = el("a", { href: URL.createObjectURL(blob), download: `${name}.png` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    });
  }
  const count = el("span", { class: "count" });
  const more = el("span", { class: "count" });
  const blanks = [1, 2].map(() => el("p", { class: "blank", hidden: true }));
  const signs = el("p", { class: "hint" });
  const kinds = [...new Set(Object.keys(kg.text.actorSigns).filter((kind) => model.laneActors.some((actor) => kind === (kg.text.actorSigns[actor.kind] ? actor.kind : "other")))
    .map((kind) => kg.text.actorSigns[kind]))];
  const key = (sample, label) => kg.needs(model, sample) ? el("span", { class: `line-key ${sample}` }, label) : null;

  const panel = (name, heading, ...content) => el("section", { class: `panel ${name}`, "aria-label": heading }, ...content);
  document.getElementById("page").replaceChildren(
    el("header", {},
      el("div", { class: "heading" }, el("h1", {}, kg.words(model.title)), el("p", { class: "lead" }, kg.lead(model))),
      el("label", { class: "unseen", for: "find" }, kg.text.search), controls.search, controls.names,
      parts, press("◐", turnLight, { class: "light", "aria-label": kg.text.theme, title: kg.text.theme }), ...kg.help(model)),
    el("section", { class: "filters", "aria-label": kg.text.legend }, controls.legend, controls.now),
    el("main", {},
      panel("network", kg.text.parts.network,
        el("div", { class: "bar" }, views, tools(() => network.fit(true), (by) => network.zoom(by)), camera(network, "network"), count, more),
        network.root, blanks[0],
        signs),
      panel("timeline", kg.text.parts.timeline,
        el("div", { class: "bar" }, lanes, tools(() => timeline.fit(), (by) => timeline.zoom(by)), camera(timeline, "timeline"),
          el("span", { class: "line-keys" }, key("extent", kg.text.keyExtent), key("uncertain", kg.text.keyUncertain),
            key("by", kg.text.keyBy), key("due", kg.text.keyDeadline), key("rounds", kg.text.keyRounds))),
        timeline.root, strip.root, blanks[1], controls.tray),
      panel("table", kg.text.parts.table, table.root),
      panel("evidence", kg.text.parts.evidence, evidence.root)),
    live);

  // What is shown

  let before = null, fitted = "";
  function show(now) {
    const events = kg.filtered(model, now), own = kg.focused(model, now, events);
    const event = now.event === null ? null : model.eventById.get(now.event);
    const first = own === events ? events : [...own, ...events.filter(otherThan(own))];
    const shown = first.slice(0, now.show);
    if (event && !shown.includes(event)) shown.push(event);
    const part = now.part === "all" && narrow.matches ? "network" : now.part === "evidence" && !narrow.matches ? "all" : now.part;
    document.body.dataset.part = part;
    [[views, now.view], [lanes, now.lanes], [parts, part]].forEach(([group, value]) => group.mark(value));
    network.chosen = chosenNodes(now, event);
    network.lit = lit(now, event, own, shown);
    network.show(shown, now.view);
    signs.textContent = `${kg.text.signs[now.view]} · ${kinds.join(" · ")}`;
    const near = shown.length > BIG ? JSON.stringify([now.actor, now.with, now.event]) : "";
    if (filtersOf(now) + near !== fitted) { network.fit(near !== "" && network.lit !== null); fitted = filtersOf(now) + near; }
    showCount(events, shown, now);
    timeline.chosen = event;
    timeline.span = now.from === null ? null : [now.from, now.to];
    if (!before || lanesOf(now) !== lanesOf(before)) {
      strip.setDays(own.filter((one) => one.time.kind).map(({ time }) => (time.kind === "uncertain" && time.to - time.from > 400 ? time.to : (time.from + time.to) / 2)),
        ...kg.period(own));
      timeline.setLanes(kg.lanes(model, own, now.lanes, [now.actor, now.with].filter(Boolean)), { keep: before !== null && ["actor", "with", "from", "to"].every((key) => before[key] === now[key]) });
    } else timeline.draw();
    if (now.part === "table") table.show(own);
    if (event && (!before || before.event !== now.event)) timeline.bring(event);
    document.body.classList.toggle("timeless", !timeline.lanes.length);
    blanks.forEach((blank) => { blank.hidden = own.length > 0; blank.textContent = model.events.length ? kg.text.nothing : kg.text.empty; });
    evidence.show(now, own);
    controls.show(now, own);
    before = now;
  }

  const otherThan = (own) => { const known = new Set(own); return (event) => !known.has(event); };
  const filtersOf = (now) => JSON.stringify([now.types, now.status, now.from, now.to, now.document, now.find, now.view, now.show]);
  const lanesOf = (now) => JSON.stringify([now.types, now.status, now.from, now.to, now.document, now.find, now.actor, now.with, now.lanes]);

  function chosenNodes(now, event) {
    const ids = [now.actor, now.with].filter((id) => model.actorById.has(id)).map((id) => model.actorById.get(id).at);
    return event ? [...ids, network.offset + event.at] : ids;
  }

  /** Node ids that stand out: the chosen event and its parties, or the chosen actor, its events and their parties. */
  function lit(now, event, own, shown) {
    if (event) return new Set([network.offset + event.at, ...event.parties]);
    if (now.actor === null) return null;
    const known = new Set(shown), mine = own.filter((one) => known.has(one));
    const ends = now.view === "actors" && now.with !== null ? [now.actor, now.with].map((id) => model.actorById.get(id).at)
      : mine.flatMap((one) => one.parties);
    return new Set([...mine.map((one) => network.offset + one.at), ...ends]);
  }

  function showCount(events, shown, now) {
    const left = events.length - shown.length;
    count.textContent = kg.text.shown(shown.length.toLocaleString("en"), model.events.length.toLocaleString("en"));
    more.replaceChildren(...(left > 0 ? [press(kg.text.more(Math.min(300, left)), () => choose({ show: now.show + 300 }), { class: "link" }), " ",
      press(now.view === "events" && events.length > 3000 ? kg.text.slow : kg.text.all, () => choose({ show: model.events.length }), { class: "link" })] : []));
  }

  function turnLight() {
    document.documentElement.dataset.theme = kg.dark() ? "light" : "dark";
    recolour();
  }

  function recolour() {
    network.colours();
    timeline.hatches.clear();
    strip.draw();
    show(state.get());
  }

  addEventListener("keydown", (press) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(press.target.tagName), now = state.get();
    if (press.key === "/" && !typing) { controls.search.focus(); press.preventDefault(); }
    if (press.key === "Escape") {
      if (now.event !== null) choose({ event: null });
      else if (now.actor !== null) choose({ actor: null, with: null });
      else if (typing) controls.search.blur();
      announce(kg.text.cleared);
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
  narrow.addEventListener("change", () => show(state.get()));
  let theme = "";
  addEventListener("beforeprint", () => { theme = document.documentElement.dataset.theme || ""; document.documentElement.dataset.theme = "light";
    table.show(kg.focused(model, state.get(), kg.filtered(model, state.get()))); recolour(); });
  addEventListener("afterprint", () => { if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme; recolour(); });
  if (matchMedia("(max-width: 760px), (max-height: 741px)").matches) controls.legend.open = false;

  network.start();
  timeline.resize();
  state.listen(show);
  show(state.get());
  // After two frames everything stands still: the mark that the benchmark waits for.
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("stable")));
  kg.page = { model, state, network, timeline, strip, show: () => show(state.get()) };
})((globalThis.kg = globalThis.kg || {}));
