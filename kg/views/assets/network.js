"use strict";
// The network: vis-network holds nodes and edges and finds what is under the pointer; how nodes, names and badges
// look is drawn here. Places come from the page's data, nothing moves by itself.
(function (kg) {
  const KINDS = { state: "full", organization: "double", grouping: "double", person: "ring", media: "dotted",
    "armed group": "cross" };

  kg.Network = class {
    constructor(model, { choose, announce }) {
      this.model = model;
      this.offset = model.actors.length;
      this.choose = choose;
      this.announce = announce;
      this.lit = null;
      this.bright = [];
      this.cursor = null;
      this.ties = new Map();
      for (const tie of model.network.edges) {
        const event = (tie[0] >= this.offset ? tie[0] : tie[1]) - this.offset;
        this.ties.has(event) ? this.ties.get(event).push(tie) : this.ties.set(event, [tie]);
      }
      this.nodes = new vis.DataSet();
      this.edges = new vis.DataSet();
      this.root = kg.el("div", { class: "canvas", tabindex: "0", role: "group", "aria-label": kg.text.networkHelp });
      this.tip = kg.el("div", { class: "tip", hidden: true });
      this.root.addEventListener("keydown", (press) => this.key(press));
      this.colours();
    }

    /** Starts vis-network; the element must be on the page by now. */
    start() {
      this.vis = new vis.Network(this.root, { nodes: this.nodes, edges: this.edges }, {
        physics: false, layout: { improvedLayout: false, randomSeed: 1 },
        interaction: { hover: true, selectConnectedEdges: false, hoverConnectedEdges: false, keyboard: false,
          hideEdgesOnDrag: this.model.events.length > 4000, zoomSpeed: 0.7 },
        nodes: { shape: "custom", ctxRenderer: (given) => this.node(given) },
        edges: { smooth: false, hoverWidth: 0.5, selectionWidth: 0, arrowStrikethrough: false,
          scaling: { label: { enabled: false } } },
      });
      this.vis.on("beforeDrawing", (ctx) => this.under(ctx));
      this.vis.on("afterDrawing", (ctx) => this.names(ctx));
      this.root.append(this.tip);
      for (const handled of ["dragStart", "zoom"]) this.vis.on(handled, () => { this.moved = true; this.tip.hidden = true; });
      new ResizeObserver(() => requestAnimationFrame(() => { this.reshape(); if (!this.moved) this.fit(); })).observe(this.root);
      this.vis.on("click", (hit) => this.click(hit));
      this.vis.on("hoverNode", ({ node, pointer }) => { this.hovered = node; this.tell(node, pointer.DOM); this.root.classList.add("pointing"); this.redraw(); });
      this.vis.on("blurNode", () => { this.hovered = null; this.tip.hidden = true; this.root.classList.remove("pointing"); this.redraw(); });
      this.vis.on("hoverEdge", () => this.root.classList.add("pointing"));
      this.vis.on("blurEdge", () => this.root.classList.remove("pointing"));
    }

    colours() {
      const style = getComputedStyle(document.documentElement);
      this.ink = style.getPropertyValue("--ink").trim();
      this.ground = style.getPropertyValue("--ground").trim();
      this.line = style.getPropertyValue("--line").trim();
      this.quiet = style.getPropertyValue("--actor").trim();
      this.accent = style.getPropertyValue("--accent").trim();
    }

    /** Shows these events (and their actors) in the view "events", or what they say of pairs in the view "actors". */
    show(events, view) {
      const look = `${view} ${this.ground}`, before = this.look === look ? new Set(this.shownEvents) : null;
      if (before && before.size === events.length && events.every((event) => before.has(event))) return this.light(this.lit);
      this.look = look;
      this.shownEvents = events;
      if (!this.spots) this.spots = this.shaped();
      const nodes = new Map(), edges = new Map();
      const actors = new Set(events.flatMap((event) => event.parties));
      this.strong = events.length < 60 ? 0.8 : events.length < 150 ? 0.65 : 0.55;
      const all = [...actors, ...(view === "events" ? events.map((event) => this.offset + event.at) : [])];
      this.thin = all.length ? Math.min(3.5, Math.max(1, 0.8 / this.frame(all).scale)) : 1;
      for (const at of actors) nodes.set(at, this.spot(at));
      if (view === "events") {
        for (const event of events) {
          nodes.set(this.offset + event.at, this.spot(this.offset + event.at));
          (this.ties.get(event.at) || []).forEach((tie, i) => {
            const edge = this.tie(event, tie, i);
            edges.set(edge.id, edge);
          });
        }
      } else for (const edge of this.pairs(events)) edges.set(edge.id, edge);
      replace(this.nodes, nodes);
      replace(this.edges, edges);
      return this.light(this.lit);
    }

    spot(id) {
      const [x, y] = this.spots[id];
      return { id, x, y };
    }

    /** The places of the data in the shape of the canvas: upright where it is upright, stretched where it is long. */
    shaped() {
      const w = Math.max(200, this.root.clientWidth - 150), h = Math.max(120, this.root.clientHeight * 0.8), turned = h > w * 1.1;
      const places = this.model.network.nodes.map(([x, y]) => (turned ? [y, x] : [x, y]));
      const acting = this.model.events.slice(0, 300).flatMap((event) => event.parties).map((at) => places[at]);
      const span = (k) => acting.reduce(([a, b], spot) => [Math.min(a, spot[k]), Math.max(b, spot[k])], [Infinity, -Infinity]);
      const [[left, right], [top, bottom]] = [span(0), span(1)];
      const pull = acting.length > 2 ? Math.min(1.9, Math.max(1 / 1.9, (w / h) / ((right - left + 60) / (bottom - top + 60)))) : 1;
      this.shape = `${turned} ${pull.toFixed(1)}`;
      return places.map(([x, y]) => (pull > 1 ? [x * pull, y] : [x, y / pull]));
    }

    /** Gives the nodes their places anew after the canvas has changed its shape. */
    reshape() {
      if (!this.spots || !this.root.clientWidth) return;
      const before = this.shape, spots = this.shaped();
      if (before === this.shape) return;
      this.spots = spots;
      this.nodes.update(this.nodes.getIds().map((id) => this.spot(id)));
      if (this.moved) this.fit(true);
    }

    /** A word about the event under the pointer. */
    tell(id, { x, y }) {
      this.tip.hidden = id < this.offset;
      if (this.tip.hidden) return;
      this.tip.textContent = kg.inBrief(this.model, this.model.events[id - this.offset]);
      this.tip.style.left = `${Math.max(4, Math.min(x + 14, this.root.clientWidth - 310))}px`;
      this.tip.style.top = y > this.root.clientHeight / 2 ? "" : `${y + 16}px`;
      this.tip.style.bottom = y > this.root.clientHeight / 2 ? `${this.root.clientHeight - y + 14}px` : "";
    }

    tie(event, [from, to, role], i) {
      return {
        id: `${event.at}.${i}`, from, to, event: event.at, root: event.root,
        width: this.thin * (1 + Math.min(3, Math.log2(event.sources))), color: { color: kg.glyphs.colour(event.root), opacity: this.strong },
        dashes: role === "aside" ? [1, 5] : event.status === "actual" || event.status === "contested" ? false : [6, 4],
        arrows: role === "to" ? { to: { enabled: true, scaleFactor: 0.55 } }
          : role === "side two" ? { to: { enabled: true, type: "bar", scaleFactor: 0.5 } } : undefined,
      };
    }

    /** One edge for each two actors that face each other: width by sources, colour by the most frequent type. */
    pairs(events) {
      const found = new Map();
      for (const event of events) {
        for (const [a, b, directed] of facings(event)) {
          const key = a < b ? `${a}-${b}` : `${b}-${a}`;
          if (!found.has(key)) found.set(key, { a: Math.min(a, b), b: Math.max(a, b), events: [], forth: 0, back: 0, sources: new Set() });
          const pair = found.get(key);
          pair.events.push(event);
          if (directed) a < b ? (pair.forth += 1) : (pair.back += 1);
          for (const claim of event.claims) {
            pair.sources.add((this.model.documents[claim.document] || {}).publisher || claim.document);
          }
        }
      }
      return [...found].map(([id, pair]) => {
        const counts = new Map();
        pair.events.forEach((event) => counts.set(event.root, (counts.get(event.root) || 0) + 1));
        const root = [...counts].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))[0][0];
        const mutual = pair.events.length - pair.forth - pair.back;
        return {
          id, from: pair.a, to: pair.b, root, pair: [pair.a, pair.b], width: this.thin * (1.2 + 1.6 * Math.log2(1 + pair.sources.size)),
          color: { color: kg.glyphs.colour(root), opacity: this.strong },
          dashes: pair.events.some((event) => ["actual", "contested"].includes(event.status)) ? false : [6, 4],
          arrows: mutual ? undefined : { to: { enabled: pair.forth > 0, scaleFactor: 0.5 }, from: { enabled: pair.back > 0, scaleFactor: 0.5 } },
        };
      });
    }

    /** Lets some nodes stand out (a set of node ids; null for all), and the edges between them. */
    light(lit) {
      this.lit = lit;
      this.bright = lit ? this.edges.get({ filter: (edge) => lit.has(edge.from) && lit.has(edge.to) }) : [];
      this.redraw();
    }

    redraw() { if (this.vis) this.vis.redraw(); }

    /** What is in sight, as a canvas with its ground. */
    picture() {
      return kg.onGround(this.root.querySelector("canvas"), this.ground);
    }

    /** Shows all nodes with room for their names; or, where some stand out, these. */
    fit(near) {
      this.moved = near;
      if (!this.vis || !this.nodes.length || !this.root.clientWidth) return;
      const ids = this.nodes.getIds(), some = near && this.lit ? ids.filter((id) => this.lit.has(id)) : [];
      const whole = this.frame(ids), close = some.length ? this.frame(some) : whole;
      this.vis.moveTo({ ...close, scale: some.length > 2 ? close.scale : Math.min(close.scale, Math.max(0.9, whole.scale * 2.5)) });
      // vis-network leaves out, for one frame, what was not in sight before.
      this.vis.redraw();
    }

    frame(ids) {
      const w = this.root.clientWidth || 900, h = this.root.clientHeight || 400;
      const spots = ids.map((id) => this.spots[id]), span = (k) => spots.reduce(([a, b], spot) =>
        [Math.min(a, spot[k]), Math.max(b, spot[k])], [Infinity, -Infinity]);
      const [left, right] = span(0), [top, bottom] = span(1);
      const scale = Math.min((w - Math.min(150, w / 3)) / (right - left + 30), (h - Math.min(70, h / 5)) / (bottom - top + 30));
      return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.min(1.8, Math.max(0.02, scale)) };
    }
    zoom(factor) { this.moved = true; this.vis.moveTo({ scale: Math.min(6, Math.max(0.02, this.vis.getScale() * factor)) }); }
    reveal(ids) { if (ids.length) this.vis.fit({ nodes: ids, animation: false, maxZoomLevel: 1.2 }); }

    radius(id) {
      const few = this.shownEvents.length < 40 ? 1.35 : 1, scale = this.vis ? this.vis.getScale() : 1;
      return Math.max(this.weight(id, few), (id < this.offset ? (few > 1 ? 6.5 : 4) : few > 1 ? 6 : 3.4) / scale);
    }

    weight(id, few) {
      if (id < this.offset) return few * (8 + Math.min(18, 2.4 * Math.sqrt(this.model.actors[id].events.length)));
      const event = this.model.events[id - this.offset];
      return few * 7 + Math.min(8, 2 * Math.log2(event.sources + event.claims.length / 4 + 0.75));
    }

    node({ ctx, id, x, y }) {
      const scale = this.vis.getScale();
      const r = this.radius(id);
      const dim = this.lit && !this.lit.has(id);
      return {
        drawNode: () => {
          ctx.save();
          if (dim) { ctx.beginPath(); ctx.arc(x, y, r, 0, 2 * Math.PI); ctx.fillStyle = this.ground; ctx.fill(); }
          ctx.globalAlpha = dim ? 0.25 : 1;
          if (id < this.offset) this.actor(ctx, this.model.actors[id], x, y, r);
          else {
            const event = this.model.events[id - this.offset];
            kg.glyphs.draw(ctx, event, x, y, r, this.ground);
            if (scale * r > 5) kg.glyphs.badge(ctx, event.status, x, y, r, this.ground, this.ink);
          }
          ctx.restore();
        },
        nodeDimensions: { width: 2 * r, height: 2 * r },
      };
    }

    actor(ctx, actor, x, y, r) {
      const kind = KINDS[actor.kind] || "dotted";
      const circle = (radius) => { ctx.beginPath(); ctx.arc(x, y, radius, 0, 2 * Math.PI); };
      ctx.lineWidth = Math.max(1.5, r / 6);
      ctx.strokeStyle = this.quiet;
      ctx.fillStyle = kind === "full" ? this.quiet : this.ground;
      ctx.setLineDash(kind === "dotted" ? [r / 4, r / 4] : []);
      circle(r);
      ctx.fill();
      ctx.stroke();
      ctx.setLineDash([]);
      if (kind === "double") { ctx.fillStyle = this.quiet; circle(r * 0.55); ctx.fill(); }
      if (kind === "cross") {
        ctx.beginPath();
        ctx.moveTo(x - r * 0.5, y - r * 0.5); ctx.lineTo(x + r * 0.5, y + r * 0.5);
        ctx.moveTo(x + r * 0.5, y - r * 0.5); ctx.lineTo(x - r * 0.5, y + r * 0.5);
        ctx.stroke();
      }
    }

    click(hit) {
      if (hit.nodes.length) return this.pick(hit.nodes[0]);
      const edge = hit.edges.length ? this.edges.get(hit.edges[0]) : null;
      if (!edge) return this.choose({ event: null, actor: null, with: null });
      if (edge.pair) {
        const [a, b] = edge.pair.map((at) => this.model.actors[at].id);
        return this.choose({ actor: a, with: b, event: null });
      }
      return this.choose({ event: this.model.events[edge.event].id });
    }

    pick(id) {
      if (id < this.offset) this.choose({ actor: this.model.actors[id].id, with: null, event: null });
      else this.choose({ event: this.model.events[id - this.offset].id });
    }

    key(press) {
      const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[press.key];
      if (way) this.step(way);
      else if (press.key === "Enter" || press.key === " ") { if (this.cursor !== null) this.pick(this.cursor); }
      else if (press.key === "+" || press.key === "=") this.zoom(1.3);
      else if (press.key === "-") this.zoom(1 / 1.3);
      else if (press.key === "0") this.fit();
      else return;
      press.preventDefault();
    }

    /** Moves the cursor to the nearest node in a direction; starts at the heaviest. */
    step([dx, dy]) {
      const ids = this.nodes.getIds();
      if (!ids.length) return;
      if (this.cursor === null || !this.nodes.get(this.cursor)) this.cursor = this.ranking()[0];
      else {
        const [x, y] = this.spots[this.cursor];
        let best = null, least = Infinity;
        for (const id of ids) {
          const ex = this.spots[id][0] - x, ey = this.spots[id][1] - y;
          const along = ex * dx + ey * dy, across = Math.abs(ex * dy) + Math.abs(ey * dx);
          if (along > 1 && across <= along * 2 && along + across * 2 < least) { best = id; least = along + across * 2; }
        }
        if (best !== null) this.cursor = best;
      }
      const [x, y] = this.spots[this.cursor], seen = this.vis.canvasToDOM({ x, y });
      if (seen.x < 20 || seen.y < 20 || seen.x > this.root.clientWidth - 20 || seen.y > this.root.clientHeight - 20) {
        this.vis.moveTo({ position: { x, y } });
      }
      this.announce(this.cursor < this.offset ? this.model.actors[this.cursor].name
        : kg.headline(this.model, this.model.events[this.cursor - this.offset], 120));
      this.redraw();
    }
  };

  /** Pairs that face each other in an event: across its sides, or all of a small round without sides. */
  function facings(event) {
    const { initiators: first, recipients: second } = event, directed = !event.mutual;
    if (first.length && second.length) return first.flatMap((a) => second.filter((b) => b !== a).map((b) => [a, b, directed]));
    const all = [...first, ...second, ...event.participants].slice(0, 12);
    return all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b, false]));
  }

  function replace(set, wanted) {
    const gone = set.getIds().filter((id) => !wanted.has(id));
    if (gone.length) set.remove(gone);
    const added = [...wanted.values()].filter((one) => !set.get(one.id));
    const kept = [...wanted.values()].filter((one) => one.color && set.get(one.id));
    if (added.length) set.add(added);
    if (kept.length) set.update(kept);
  }
})((globalThis.kg = globalThis.kg || {}));
