"use strict";
// The evidence: for a chosen event its claims word by word, who says so and why the date is what it is; for an
// actor, a pair or a search the list of their events.
(function (kg) {
  const { el, words } = kg;
  const STEP = 60;

  kg.Evidence = class {
    constructor(model, { choose }) {
      this.model = model;
      this.choose = choose;
      this.root = el("div", { class: "evidence-body" });
    }

    show(state, events) {
      const event = state.event === null ? null : this.model.eventById.get(state.event);
      const key = JSON.stringify([state.event, state.actor, state.with]);
      this.root.replaceChildren(...(event ? this.event(event, state) : this.list(state, events)).filter((one) => one !== null));
      if (key !== this.key) this.root.scrollTop = 0;
      this.key = key;
    }

    // One event

    event(event, state) {
      const from = state.actor === null ? null : this.model.actorById.get(state.actor);
      const badges = [this.typeChip(event), statusChip(event.status),
        el("span", { class: "chip" }, kg.count(event.sources, kg.text.sources)),
        event.process ? el("span", { class: "chip" }, kg.text.process) : null];
      return [
        from ? el("button", { type: "button", class: "back", onclick: () => this.choose({ event: null }) }, "‹ ", words(from.name)) : null,
        el("h2", {}, words(event.title || event.label)),
        this.sides(event),
        el("p", { class: "chips" }, badges),
        this.facts(event),
        ...this.rounds(event),
        ...this.claims(event),
      ].filter(Boolean);
    }

    typeChip(event) {
      return el("span", { class: "chip" }, kg.glyphs.svg(event.root, event.status), event.title ? event.label : event.root.toLowerCase());
    }

    sides(event) {
      const rows = [];
      const row = (label, places) => { if (places.length) rows.push(el("dt", {}, label), el("dd", {}, places.map((at) => this.actorButton(at)))); };
      if (event.mutual && event.initiators.length && event.recipients.length) {
        row(kg.text.sideOne, event.initiators);
        row(kg.text.sideTwo, event.recipients);
        row(kg.text.also, event.participants);
      } else if (event.mutual) row(kg.text.roles.participants, [...event.initiators, ...event.recipients, ...event.participants]);
      else {
        for (const role of ["initiators", "recipients"]) row(kg.text.roles[role], event[role]);
        row(kg.text.also, event.participants);
      }
      row(kg.text.roles.mediators, event.mediators);
      row(kg.text.roles.hosts, event.hosts);
      return el("dl", { class: "sides" }, rows.length ? rows : el("dd", {}, kg.text.noParty));
    }

    actorButton(at, counted) {
      const actor = this.model.actors[at];
      return el("button", { type: "button", class: "actor", onclick: () => this.choose({ actor: actor.id, with: null, event: null }) },
        words(actor.name), counted ? el("small", {}, ` ${actor.events.length.toLocaleString("en")}`) : null);
    }

    facts(event) {
      const rows = [], row = (label, ...value) => rows.push(el("dt", {}, label), el("dd", {}, ...value));
      row(kg.text.when, ...this.when(event));
      if (event.deadline) row(kg.text.deadline, kg.dates.words(event.deadline.edtf), basis(event.deadline));
      if (event.object && !event.label.includes(event.object)) row(kg.text.object, words(event.object, { dir: "auto" }));
      if (event.place) row(kg.text.place, words(event.place));
      if (event.issues) row(kg.text.issues, words(event.issues.join(", ")));
      return el("dl", { class: "facts" }, rows);
    }

    /** The negotiation of which it is one round: all of them in order, this one marked. */
    rounds(event) {
      const all = this.model.series.get(event.series) || [];
      if (all.length < 2) return [];
      const round = (one) => el("li", one === event ? { "aria-current": "true" } : {}, el("button", { type: "button", class: "link",
        onclick: () => this.choose({ event: one.id }) }, kg.briefWhen(one)), one === event ? ` · ${kg.text.thisRound}`
        : one.status === "actual" ? null : statusChip(one.status, "small"), one.place ? words(` · ${one.place}`) : null);
      return [el("h3", {}, kg.text.rounds(all.length)), el("ol", { class: "round-list" }, all.map(round))];
    }

    when(event) {
      if (event.when) {
        const { edtf, earliest, latest } = event.when;
        const range = !/^\d{4}-\d\d-\d\d$/.test(edtf) && earliest && latest ? ` (${kg.dates.words(earliest)} – ${kg.dates.words(latest)})` : "";
        return [kg.dates.words(edtf), range, basis(event.when)];
      }
      const told = this.model.documents[(event.claims[0] || {}).document];
      if (!event.time.reported && told && /\//.test(told.published || "")) {
        return [`${kg.text.noDate}; ${kg.text.written} ${kg.dates.words(told.published)}`, basis({ basis: told.basis })];
      }
      if (!event.time.reported) return [kg.text.noDate];
      return [`${kg.text.noDate}; ${kg.text.reported} ${kg.dates.plain(event.time.from)}`];
    }

    /** Denials and doubts first, then those who say so. */
    claims(event) {
      const against = event.claims.filter((claim) => ["denied", "negated", "unconfirmed", "questioned"].includes(claim.stance));
      const rest = event.claims.filter((claim) => !against.includes(claim));
      const part = (label, list) => (list.length ? [
        el("h3", {}, `${label} · ${kg.count(list.length, kg.text.claims)}`), ...this.portion(list, (claim) => this.claim(claim))] : []);
      return [...part(kg.text.denials, against), ...part(kg.text.affirmations, rest)];
    }

    claim(claim) {
      const { sentence, at = 0, length } = claim, letters = Array.from(sentence), quote = letters.slice(at, at + length).join("");
      const contrary = ["denied", "negated"].includes(claim.stance);
      return el("article", { class: `claim ${claim.stance}` },
        el("p", { class: "says" }, el("strong", {}, this.speaker(claim)), " ", kg.text.stance[claim.stance] || claim.stance,
          claim.modality !== "actual" ? el("span", { class: "chip small" }, `${kg.text.statusSign[claim.modality] || ""} ${claim.modality}`) : null,
          contrary ? el("span", { class: "chip small no" }, `${kg.text.statusSign.negated} ${claim.stance}`) : null),
        el("blockquote", { dir: "auto" }, letters.slice(0, at).join(""), el("mark", {}, quote), letters.slice(at + length).join("")),
        el("p", { class: "source" }, ...this.source(claim)));
    }

    speaker(claim) {
      if (claim.by !== undefined) {
        const told = claim.said && claim.said.toLowerCase() !== this.model.actors[claim.by].name.toLowerCase();
        return el("span", {}, this.actorButton(claim.by), told ? el("small", { class: "quiet" }, " (", words(claim.said), ")") : "");
      }
      if (claim.said) return words(claim.said);
      const told = this.model.documents[claim.document];
      return el("span", {}, told && told.publisher ? words(told.publisher) : "", ` (${kg.text.ownVoice})`);
    }

    source(claim) {
      const told = this.model.documents[claim.document], out = [];
      if (told) {
        out.push(this.documentButton(told), this.original(told), told.publisher ? words(` · ${told.publisher}`) : "",
          ` · ${told.published ? kg.dates.words(told.published) : kg.text.undatedDocument}`);
      }
      out.push(` · ${kg.text.characters} ${claim.start || 0}–${claim.end}`);
      if (claim.when) out.push(el("br"), `${kg.text.when.toLowerCase()}: ${kg.dates.words(claim.when.edtf)}`, basis(claim.when));
      out.push(el("br"), el("span", { class: `grade ${claim.grade}` }, kg.text[claim.grade] || claim.grade),
        claim.rule ? ` · ${kg.text.rule} ${claim.rule}` : "");
      return out;
    }

    /** A way to the text where it was published; only to the web, and only when pressed. */
    original(told) {
      return /^https?:\/\//i.test(told.url || "") ? el("a", { class: "original", href: told.url, target: "_blank", rel: "noopener noreferrer",
        "aria-label": `${kg.text.original}: ${told.title}`, title: told.url }, "\u2197") : "";
    }

    documentButton(told) {
      return el("button", { type: "button", class: "link", onclick: () => this.choose({ document: told.id, event: null, actor: null, with: null }) },
        words(told.title));
    }

    // Lists

    list(state, events) {
      const one = state.actor === null ? null : this.model.actorById.get(state.actor);
      const other = state.with === null ? null : this.model.actorById.get(state.with);
      if (!one) return this.overview(state, events);
      const title = other ? el("h2", {}, words(one.name), ` ${kg.text.between} `, words(other.name)) : el("h2", {}, words(one.name));
      const about = other ? kg.count(events.length, kg.text.events)
        : [one.kind, ...(one.states || [])].join(" · ") + ` · ${kg.count(events.length, kg.text.events)}` +
          (one.claims ? ` · ${kg.count(one.claims, kg.text.claims)}` : "");
      const said = other ? [] : this.model.claims.filter((claim) => claim.by === one.at), item = this.item();
      return [title, el("p", { class: "quiet" }, about), ...this.inTime(events), ...(said.length ? [
        el("h3", {}, `${kg.text.saying} · ${kg.count(said.length, kg.text.claims)}`),
        ...this.portion(said, (claim) => item(this.model.events[claim.event], claim), 20)] : [])];
    }

    overview(state, events) {
      const { documents, laneActors } = this.model, told = this.model.documentById.get(state.document);
      const acting = laneActors.filter((actor) => events.length === this.model.events.length || events.some((event) => event.parties.includes(actor.at)));
      const known = documents.filter((one) => one.claims || documents.length < 50).sort((a, b) => b.claims - a.claims || a.at - b.at);
      return [
        told ? el("h2", {}, words(told.title)) : el("h2", {}, kg.text.overview),
        ...(told ? [this.about(told)] : this.glance(events)),
        ...(!events.length ? [el("p", {}, this.model.events.length ? kg.text.nothing : kg.text.empty)] : told ? this.eventList(events)
          : [el("h3", {}, kg.text.heaviest), ...this.eventList(events, 12)]),
        ...(told ? [] : [
          acting.length ? el("h3", {}, kg.text.whoActs) : null,
          el("p", { class: "chips" }, acting.slice(0, 16).map((actor) => this.actorButton(actor.at, true))),
          el("h3", {}, kg.text.documents),
          ...this.portion(known, (one) => el("p", { class: "source" }, this.documentButton(one),
            ` · ${one.published ? kg.dates.words(one.published) : kg.text.undatedDocument} · ${kg.count(one.claims, kg.text.claims)}`), 12)]),
      ];
    }

    /** What there is, what it is said to be, and what to do with it. */
    glance(events) {
      const counts = new Map();
      events.forEach((event) => counts.set(event.status, (counts.get(event.status) || 0) + 1));
      const statuses = Object.entries(kg.text.statusCount).filter(([status]) => counts.has(status))
        .map(([status, said]) => said(counts.get(status).toLocaleString("en")));
      const all = this.model.events.length;
      return [
        el("p", {}, events.length < all ? `${kg.text.some(events.length.toLocaleString("en"), kg.count(all, kg.text.events))} ` : null,
          statuses.length ? `${kg.capital(statuses.join(", "))}.` : ""),
        all ? el("p", { class: "quiet" }, kg.text.how) : null,
      ];
    }

    /** Events from the first to the last, under the years; those without a date at the end. */
    inTime(events) {
      const at = (event) => (event.time.kind ? event.time.from : Infinity), item = this.item();
      const ordered = [...events].sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a.at - b.at));
      const year = (event) => (event ? event.time.kind ? kg.dates.iso(event.time.from).slice(0, -6) : kg.text.undatedHeading : null);
      const made = (event) => {
        const held = document.createDocumentFragment(), before = ordered[ordered.indexOf(event) - 1];
        if (year(event) !== year(before)) held.append(el("h3", { class: "year" }, year(event)));
        held.append(item(event));
        return held;
      };
      return this.portion(ordered, made);
    }

    about(told) {
      const link = /^https?:\/\//i.test(told.url || "") ? el("a", { href: told.url, target: "_blank", rel: "noopener noreferrer" }, words(told.url)) : null;
      return el("p", { class: "quiet" }, words([told.publisher, told.source].filter(Boolean).join(" · ")), el("br"),
        told.published ? kg.dates.words(told.published) : kg.text.undatedDocument,
        told.basis ? ` (${kg.text.reads}: ${told.basis})` : "", link ? el("br") : null, link);
    }

    eventList(events, first = STEP) { return this.portion(events, this.item(), first); }

    /** An event as a line of a list: what, when, and the words of one who says so. */
    item() {
      return (event, claim = kg.voice(event)) => el("button", { type: "button", class: "event", onclick: () => this.choose({ event: event.id }) },
        kg.glyphs.svg(event.root, event.status),
        el("span", {}, words(kg.headline(this.model, event)), " ", event.status === "actual" ? null : statusChip(event.status, "small"),
          el("small", {}, kg.briefWhen(event), event.sources > 1 ? ` · ${kg.count(event.sources, kg.text.sources)}` : ""),
          claim ? el("span", { class: "saying", dir: "auto" }, `“${kg.brief(kg.quote(claim), 170)}”`) : null));
    }

    /** The first of a long list and a button for the next. */
    portion(list, make, first = STEP) {
      const out = el("div", { class: "portion" });
      const more = el("button", { type: "button", class: "more", onclick: () => next(STEP) });
      let shown = 0;
      const next = (n) => {
        more.before(...list.slice(shown, shown + n).map((one) => make(one)));
        shown += n;
        more.hidden = shown >= list.length;
        more.textContent = kg.text.more((list.length - shown).toLocaleString("en"));
      };
      out.append(more);
      next(first);
      return [out];
    }
  };

  function statusChip(status, size) {
    const sign = kg.text.statusSign[status];
    return el("span", { class: `chip status ${status} ${size || ""}`, title: kg.text.statusWhy[status] },
      sign ? el("b", { "aria-hidden": "true" }, sign) : null, ` ${kg.text.status[status] || status}`);
  }
  kg.statusChip = statusChip;

  function basis(when) {
    const said = when.text ? `“${when.text}”` : "";
    return el("span", { class: "quiet" }, said || when.basis ? ` ${kg.text.reads}: ` : "", words(said), said && when.basis ? " · " : "", words(when.basis || ""));
  }
})((globalThis.kg = globalThis.kg || {}));
