"use strict";
// What filters: the legend of types and status, the search, what is chosen now; and the tray of undated events.
(function (kg) {
  const { el, words } = kg;

  kg.Controls = class {
    constructor(model, { state, choose }) {
      Object.assign(this, { model, state, choose });
      this.search = el("input", { type: "search", id: "find", placeholder: kg.text.searchHint, autocomplete: "off", spellcheck: "false",
        list: "names", oninput: (put) => this.typed(put), onkeydown: (press) => { if (press.key === "Enter") this.name(); } });
      // What a name begins to say is offered; taking the offer chooses the actor.
      this.names = el("datalist", { id: "names" }, model.laneActors.slice(0, 400).map((actor) => el("option", { value: actor.name })));
      this.types = el("div", { class: "keys", role: "group", "aria-label": kg.text.types });
      this.statuses = el("div", { class: "keys", role: "group", "aria-label": kg.text.statuses });
      this.now = el("div", { class: "now" });
      this.legend = el("details", { class: "legend", open: true }, el("summary", {}, kg.text.legend), this.types, this.statuses);
      this.tray = el("details", { class: "tray" });
    }

    typed(put) {
      clearTimeout(this.waiting);
      if (put && put.inputType === "insertReplacementText" && this.name()) return;
      this.waiting = setTimeout(() => this.choose({ find: this.search.value.trim() }, { replace: true }), 150);
    }

    /** Chooses the actor whose name stands in the field; says whether there is one. */
    name() {
      const sought = this.search.value.trim().toLowerCase(), found = this.model.laneActors.find((actor) => actor.name.toLowerCase() === sought);
      if (!found) return false;
      clearTimeout(this.waiting);
      this.search.value = "";
      this.choose({ actor: found.id, with: null, event: null, find: "" });
      return true;
    }

    /** One press shows only this key; pressing more keys adds them; pressing the last one shows all again. */
    toggle(field, key) {
      const now = this.state.get()[field] || [];
      const next = now.includes(key) ? now.filter((one) => one !== key) : [...now, key];
      this.choose({ [field]: next.length ? next : null });
    }

    show(state, shown) {
      if (document.activeElement !== this.search) this.search.value = state.find;
      const key = (field, value, glyph, label, count, why) => el("button", { type: "button", class: "key", title: why,
        "aria-pressed": String(!!state[field] && state[field].includes(value)), onclick: () => this.toggle(field, value) },
        glyph, label, el("small", {}, ` ${count.toLocaleString("en")}`));
      const families = [0, 1, 2, 3, 4].map((at) => [at, this.model.roots.filter(([root]) => kg.glyphs.family(root) === at)]);
      refocus(this.types, families.filter(([, roots]) => roots.length).map(([at, roots]) => el("span", { class: "family", role: "group", "aria-label": kg.text.family[at] },
        el("span", { class: "family-name" }, kg.text.family[at]),
        roots.map(([root, count]) => key("types", root, kg.glyphs.svg(root, "actual"), root.toLowerCase(), count, kg.text.family[at])))));
      refocus(this.statuses, !this.model.statuses.length ? [] : [el("span", { class: "family-name" }, kg.text.statuses.toLowerCase()), ...this.model.statuses.map(([status, count]) => key("status", status,
        el("b", { class: `sign ${status}`, "aria-hidden": "true" }, kg.text.statusSign[status] || "●"),
        kg.text.status[status] || status, count, kg.text.statusWhy[status]))]);
      this.now.replaceChildren(...this.choices(state));
      this.showTray(shown);
    }

    /** Chips for all that is chosen, each with a way out. */
    choices(state) {
      const out = [], chip = (label, changes) => out.push(el("button", { type: "button", class: "chip out",
        onclick: () => this.choose(changes) }, words(kg.brief(label, 40)), el("span", { "aria-hidden": "true" }, " ×"),
        el("span", { class: "unseen" }, ` ${kg.text.close}`)));
      const name = (index, id) => { const found = index.get(id); return found ? found.name || found.title : id; };
      if (state.actor !== null) chip(name(this.model.actorById, state.actor), { actor: null, with: null });
      if (state.with !== null) chip(name(this.model.actorById, state.with), { with: null });
      if (state.event !== null) {
        const event = this.model.eventById.get(state.event);
        chip(event ? event.label : state.event, { event: null });
      }
      if (state.document !== null) chip(name(this.model.documentById, state.document), { document: null });
      if (state.from !== null) chip(kg.text.span(kg.dates.plain(state.from), kg.dates.plain(state.to)), { from: null, to: null });
      if (state.find) chip(`“${state.find}”`, { find: "" });
      if (out.length) {
        out.push(el("button", { type: "button", class: "words", onclick: () => this.choose({ part: "evidence" }) }, kg.text.words));
      }
      if (out.length > 2) {
        const { view, lanes, part, show, ...none } = this.state.empty();
        out.push(el("button", { type: "button", class: "link", onclick: () => this.choose({ ...none, types: null, status: null }) }, kg.text.clear));
      }
      return out;
    }

    /** Events that have no place in time, with the reason. */
    showTray(events) {
      const lost = events.filter((event) => !event.time.kind);
      this.tray.hidden = !lost.length;
      const groups = new Map();
      for (const event of lost) {
        const told = this.model.documents[(event.claims[0] || {}).document];
        const span = told && /\//.test(told.published || "");
        const why = span ? kg.text.trayWhy.span(kg.dates.words(told.published)) : event.when || event.deadline ? kg.text.trayWhy.year : kg.text.trayWhy.none;
        const key = `${why}${told && told.basis ? ` (${told.basis})` : ""}`;
        groups.has(key) ? groups.get(key).push(event) : groups.set(key, [event]);
      }
      const item = (event) => el("button", { type: "button", class: "event", onclick: () => this.choose({ event: event.id }) },
        kg.glyphs.svg(event.root, event.status), el("span", {}, words(kg.headline(this.model, event, 90)), " ",
          event.status === "actual" ? null : kg.statusChip(event.status, "small"),
          event.when || event.deadline ? el("small", {}, event.when ? kg.dates.words(event.when.edtf)
            : `${kg.text.deadline.toLowerCase()} ${kg.dates.words(event.deadline.edtf)}`) : null));
      this.tray.replaceChildren(el("summary", {}, `${kg.text.trayTitle} · ${kg.count(lost.length, kg.text.events)}`),
        ...[...groups].flatMap(([why, list]) => [el("p", { class: "quiet" }, words(why)), el("div", { class: "tray-items" }, list.slice(0, 200).map(item))]));
      if (lost.length && lost.length === events.length) this.tray.open = true;
    }
  };

  /** Replaces buttons and keeps the keyboard where it was. */
  function refocus(parent, children) {
    const at = [...parent.querySelectorAll("button")].indexOf(document.activeElement);
    parent.replaceChildren(...children);
    if (at >= 0) parent.querySelectorAll("button")[at].focus();
  }
})((globalThis.kg = globalThis.kg || {}));
