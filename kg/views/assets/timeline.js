"use strict";
// The timeline: lanes of points, intervals and uncertain dates on a canvas that draws only what is in sight.
// A component of its own: give it lanes, it tells what was chosen.
(function (kg) {
  const AXIS = 38, { ROW, PAD, R, DENSE, TAIL } = kg.timelineSizes;

  kg.Timeline = class {
    constructor({ label, headline, tell, moved, chooseEvent, chooseLane, chooseSpan, announce }) {
      Object.assign(this, { label, headline, tell: tell || headline, moved: moved || (() => {}), chooseEvent, chooseLane, chooseSpan, announce });
      this.lanes = [];
      this.span = null;
      this.chosen = null;
      this.cursor = null;
      this.canvas = kg.el("canvas", { tabindex: "0", role: "img", "aria-label": kg.text.timelineHelp });
      this.spacer = kg.el("div", { class: "spacer" });
      this.gutter = kg.el("div", { class: "gutter" });
      this.tip = kg.el("div", { class: "tip", hidden: true });
      this.scroll = kg.el("div", { class: "lanes" }, this.spacer);
      this.root = kg.el("div", { class: "timeline" }, this.canvas, this.scroll, this.gutter, this.tip);
      this.hatches = new Map();
      this.listen();
    }

    /** Shows lanes (of `kg.lanes`); `keep` keeps the part of time in sight. */
    setLanes(lanes, { keep = false } = {}) {
      this.lanes = lanes;
      const marks = lanes.flatMap((lane) => lane.marks);
      // Of a date that is known to decades only the last year counts, or one such event would make dots of all others.
      this.first = least(marks, (mark) => (mark.kind === "uncertain" ? Math.max(mark.from, mark.to - 366) : mark.from));
      this.last = -least(marks, (mark) => -Math.max(mark.to, mark.due === null ? mark.to : mark.due));
      this.order = null;
      if (!keep || this.from === undefined) this.fit();
      else this.layout();
    }

    /** The whole period, or the span that is chosen, with a margin. */
    fit() {
      const [first, last] = this.span || (this.lanes.length ? [this.first, this.last] : [0, 30]);
      const margin = Math.max(2, (last - first) * 0.06);
      this.from = first - margin;
      // On the right there is room for the words of the last event.
      const words = Math.min(110, (this.width || 0) / 5), share = words / Math.max(1, (this.width || 0) - words);
      this.to = last + margin + (last - first + 2 * margin) * share;
      this.layout();
    }

    resize() {
      const ratio = devicePixelRatio || 1, { clientWidth: w, clientHeight: h } = this.root;
      this.left = w < 560 ? 112 : 168;
      if (this.canvas.width !== Math.round(w * ratio) || this.canvas.height !== Math.round(h * ratio)) {
        this.canvas.width = Math.round(w * ratio);
        this.canvas.height = Math.round(h * ratio);
      }
      this.ratio = ratio;
      this.width = Math.max(50, w - this.left);
      this.high = h;
      this.scroll.style.top = this.gutter.style.top = `${AXIS}px`;
      this.gutter.style.width = `${this.left}px`;
      this.layout();
    }

    layout() {
      if (!this.width) return;
      this.scale = this.width / (this.to - this.from);
      this.full = kg.pack(this.lanes, this.from, this.to, this.scale, this.label);
      this.spacer.style.height = `${this.full}px`;
      this.draw();
      this.moved(this.from, this.to, this.left);
    }

    /** Brings a part of time into sight. */
    look(from, to) {
      Object.assign(this, { from, to });
      this.soon();
    }

    x(day) { return this.left + (day - this.from) * this.scale; }
    day(x) { return this.from + (x - this.left) / this.scale; }

    /** Zooms by a factor around a day (or the middle): from one day to a thousand years. */
    zoom(factor, around = (this.from + this.to) / 2) {
      const length = Math.min(400000, Math.max(1.5, (this.to - this.from) / factor)), share = (around - this.from) / (this.to - this.from);
      this.from = around - share * length;
      this.to = this.from + length;
      this.soon();
    }

    pan(pixels) {
      const days = pixels / this.scale;
      this.from += days;
      this.to += days;
      this.soon();
    }

    soon() {
      if (this.waiting) return;
      this.waiting = requestAnimationFrame(() => { this.waiting = null; this.layout(); });
    }

    draw() {
      const ctx = this.canvas.getContext("2d"), style = getComputedStyle(document.documentElement);
      const colour = (name) => style.getPropertyValue(name).trim();
      this.paint = { ink: colour("--ink"), quiet: colour("--quiet"), line: colour("--line"), ground: colour("--ground"),
        accent: colour("--accent"), wash: colour("--wash") };
      ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
      ctx.fillStyle = this.paint.ground;
      ctx.fillRect(0, 0, this.left + this.width, this.high);
      this.hits = [];
      const offset = this.scroll.scrollTop, seen = this.lanes.filter((lane) => lane.top + lane.height > offset && lane.top < offset + this.high);
      ctx.save();
      ctx.beginPath();
      ctx.rect(0, AXIS, this.left + this.width, this.high);
      ctx.clip();
      this.grid(ctx);
      for (const lane of seen) this.lane(ctx, lane, lane.top - offset + AXIS);
      ctx.restore();
      this.axis(ctx);
      this.names(seen, offset);
    }

    grid(ctx) {
      this.ticked = kg.dates.ticks(this.from, this.to, this.width);
      ctx.strokeStyle = this.paint.line;
      ctx.lineWidth = 1;
      for (const { at } of this.ticked.ticks) if (this.x(at) > this.left) line(ctx, this.x(at), AXIS, this.x(at), this.high);
      if (this.span) {
        ctx.fillStyle = this.paint.wash;
        const [a, b] = [this.x(this.span[0]), this.x(this.span[1] + 1)];
        ctx.fillRect(a, AXIS, b - a, this.high);
      }
    }

    axis(ctx) {
      ctx.fillStyle = this.paint.ground;
      ctx.fillRect(0, 0, this.left + this.width, AXIS);
      ctx.font = "12px system-ui, sans-serif";
      ctx.textBaseline = "middle";
      ctx.textAlign = "left";
      const write = (list, y, ink) => {
        ctx.fillStyle = ink;
        list.forEach(({ at, label }, i) => {
          const next = list[i + 1], x = Math.max(this.left + 3, this.x(at) + 3), room = (next ? this.x(next.at) : this.left + this.width) - x;
          if (room > ctx.measureText(label).width && x < this.left + this.width - 14) ctx.fillText(label, x, y);
        });
      };
      write(this.ticked.upper, 10, this.paint.ink);
      write(this.ticked.ticks, this.ticked.upper.length ? 28 : 22, this.ticked.upper.length ? this.paint.quiet : this.paint.ink);
      ctx.strokeStyle = this.paint.line;
      line(ctx, 0, AXIS - 0.5, this.left + this.width, AXIS - 0.5);
      line(ctx, this.left - 0.5, 0, this.left - 0.5, this.high);
    }

    lane(ctx, lane, top) {
      ctx.strokeStyle = this.paint.line;
      line(ctx, 0, top + lane.height - 0.5, this.left + this.width, top + lane.height - 0.5);
      ctx.save();
      ctx.beginPath();
      ctx.rect(this.left, AXIS, this.width, this.high);
      ctx.clip();
      if (lane.dense) this.dense(ctx, lane, top);
      else for (const mark of lane.marks) this.mark(ctx, lane, mark, top + PAD + (lane.named ? mark.namedRow : mark.row) * ROW + ROW / 2);
      ctx.restore();
    }

    /** Too many for rows: bars that count them, friendly upwards in their colours. */
    dense(ctx, lane, top) {
      const size = 5, counts = kg.bins(lane, this.from, this.scale, this.width, size);
      let most = 1;
      for (let i = 0; i < counts.length; i += 5) most = Math.max(most, counts[i] + counts[i + 1] + counts[i + 2] + counts[i + 3] + counts[i + 4]);
      const roots = ["CONSULT", "COOPERATE", "ACCUSE", "ASSAULT", ""];
      for (let family = 0; family < 5; family += 1) {
        ctx.fillStyle = kg.glyphs.colour(roots[family]);
        for (let i = 0; i < counts.length; i += 5) {
          if (counts[i + family] < 0.2) continue;
          let below = 0;
          for (let other = 0; other < family; other += 1) below += counts[i + other];
          const unit = (DENSE - 8) / most, height = counts[i + family] * unit;
          ctx.fillRect(this.left + (i / 5) * size, top + DENSE - 3 - below * unit - height, size - 1, Math.max(1, height));
        }
      }
      const mine = this.chosen && lane.marks.find((mark) => mark.event === this.chosen);
      if (mine) {
        const x = this.x((mine.from + mine.to) / 2 + 0.5), y = top + DENSE / 2;
        kg.glyphs.draw(ctx, mine.event, x, y, R, this.paint.ground);
        this.ring(ctx, mine, x, y);
      }
      this.hits.push({ lane, dense: true, box: [this.left, top, this.left + this.width, top + lane.height] });
    }

    mark(ctx, lane, mark, y) {
      const a = this.x(mark.from + (mark.kind === "point" ? 0.5 : 0)), b = mark.kind === "point" ? a : this.x(mark.to + 1);
      const due = mark.due === null ? null : this.x(mark.due + 0.5), end = Math.max(b, due === null ? b : due);
      const text = lane.named ? mark.text : null, right = end + (text ? text.length * 6.4 + 14 : R);
      if (right < this.left - 30 || a > this.left + this.width + 30) return;
      const ink = kg.glyphs.colour(mark.event.root), dim = this.chosen && this.chosen.time.kind && this.chosen !== mark.event;
      ctx.save();
      ctx.globalAlpha = dim ? 0.3 : 1;
      if (mark.round) this.round(ctx, mark, lane, a, y, ink);
      const at = this.shape(ctx, mark, a, b, y, ink, TAIL(!!lane.named));
      if (due !== null) this.due(ctx, mark, at, due, y, ink);
      if (text) this.word(ctx, text, at, Math.max(at, b), due, y);
      ctx.restore();
      if (this.chosen === mark.event || this.cursor === mark) this.ring(ctx, mark, at, y);
      this.hits.push({ mark, lane, x: at, y, box: [Math.min(a, at) - R - 3, y - ROW / 2, Math.max(right, at + R + 3), y + ROW / 2] });
    }

    /** What is in sight, names of lanes included, as a canvas. */
    picture() {
      this.draw();
      const out = kg.onGround(this.canvas, this.paint.ground), ctx = out.getContext("2d"), offset = this.scroll.scrollTop;
      ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
      ctx.beginPath();
      ctx.rect(0, AXIS, this.left - 4, this.high);
      ctx.clip();
      ctx.fillStyle = this.paint.ink;
      ctx.font = "13px system-ui, sans-serif";
      ctx.textBaseline = "top";
      for (const lane of this.lanes) ctx.fillText(kg.brief(lane.label, 24), 10, lane.top - offset + AXIS + 6);
      return out;
    }

    /** The names of the lanes in sight, as buttons. */
    names(seen, offset) {
      const shown = seen.map((lane) => {
        const name = kg.el("button", { type: "button", class: "lane-name", title: kg.brief(lane.label, 200), onclick: () => this.chooseLane(lane) },
          kg.words(kg.brief(lane.label, 60)), kg.el("small", {}, ` ${lane.marks.length.toLocaleString("en")}`));
        name.style.top = `${lane.top - offset}px`;
        name.style.height = `${lane.height - 1}px`;
        return name;
      });
      const focused = [...this.gutter.children].indexOf(document.activeElement);
      this.gutter.replaceChildren(...shown);
      if (focused >= 0 && shown[focused]) shown[focused].focus({ preventScroll: true });
    }
  };

  const least = (marks, value) => marks.reduce((found, mark) => Math.min(found, value(mark)), marks.length ? Infinity : 0);

  function line(ctx, x0, y0, x1, y1) {
    ctx.beginPath();
    ctx.moveTo(x0, y0);
    ctx.lineTo(x1, y1);
    ctx.stroke();
  }
})((globalThis.kg = globalThis.kg || {}));
