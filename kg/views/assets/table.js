"use strict";
// All events as a table: for those who do not see the picture, and for paper.
(function (kg) {
  const { el, words } = kg;
  const STEP = 200;

  kg.Table = class {
    constructor(model, { choose }) {
      Object.assign(this, { model, choose, sorted: 0, upward: true, shown: STEP });
      this.body = el("tbody");
      this.heads = kg.text.columns.map((name, i) => el("th", { scope: "col" },
        el("button", { type: "button", onclick: () => this.sort(i) }, name)));
      this.caption = el("caption");
      this.more = el("button", { type: "button", class: "more", onclick: () => { this.shown += STEP; this.fill(); } });
      this.root = el("div", { class: "table", tabindex: "0", role: "group", "aria-label": kg.text.tableHelp },
        el("table", {}, this.caption, el("thead", {}, el("tr", {}, this.heads)), this.body), this.more);
    }

    show(events) {
      this.events = events;
      this.shown = STEP;
      this.fill();
    }

    sort(column) {
      this.upward = this.sorted === column ? !this.upward : true;
      this.sorted = column;
      this.fill();
    }

    names(places) { return places.map((at) => this.model.actors[at].name).join(", "); }

    cells(event) {
      const sided = event.initiators.length || event.recipients.length;
      return [kg.briefWhen(event),
        event.label, kg.text.status[event.status] || event.status,
        this.names(sided ? event.initiators : event.parties), this.names(sided ? event.recipients : []),
        event.sources, event.claims.length ? kg.quote(kg.voice(event)) : ""];
    }

    fill() {
      const at = this.sorted, sign = this.upward ? 1 : -1;
      const keyed = this.events.map((event) => [at === 0 ? (event.time.kind ? event.time.from : Infinity) : this.cells(event)[at], event]);
      keyed.sort(([a, x], [b, y]) => (a < b ? -sign : a > b ? sign : x.at - y.at));
      this.body.replaceChildren(...keyed.slice(0, this.shown).map(([, event]) => this.row(event)));
      this.heads.forEach((head, i) => i === at ? head.setAttribute("aria-sort", this.upward ? "ascending" : "descending")
        : head.removeAttribute("aria-sort"));
      this.caption.textContent = kg.text.shown(Math.min(this.shown, keyed.length).toLocaleString("en"), this.model.events.length.toLocaleString("en"));
      this.more.hidden = this.shown >= keyed.length;
      this.more.textContent = kg.text.more((keyed.length - this.shown).toLocaleString("en"));
    }

    row(event) {
      const [when, label, , one, other, sources, said] = this.cells(event);
      return el("tr", {},
        el("td", {}, when),
        el("th", { scope: "row" }, kg.glyphs.svg(event.root, event.status),
          el("button", { type: "button", class: "link", onclick: () => this.choose({ event: event.id }) }, label)),
        el("td", {}, kg.statusChip(event.status, "small")), el("td", {}, words(one)), el("td", {}, words(other)),
        el("td", { class: "number" }, String(sources)), el("td", { class: "said", dir: "auto" }, kg.brief(said, 160)));
    }
  };
})((globalThis.kg = globalThis.kg || {}));
