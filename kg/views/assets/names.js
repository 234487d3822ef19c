"use strict";
// What the network draws in pixels of the screen: names in one size at every zoom, rings, lines of kinship.
(function (kg) {
  Object.assign(kg.Network.prototype, {
    /** Under nodes and edges: lines to the states that somebody stands for; and, where some nodes stand out, their
     *  edges in full, after which vis-network draws all edges faintly. (Updating thousands of edges takes seconds.) */
    under(ctx) {
      ctx.strokeStyle = this.line;
      ctx.lineWidth = 1 / this.vis.getScale();
      ctx.globalAlpha = this.lit ? 0.4 : 1;
      for (const [one, other] of this.model.kin) {
        if (this.nodes.get(one) && this.nodes.get(other)) this.stroke(ctx, one, other);
      }
      if (!this.lit) return;
      ctx.globalAlpha = 0.9;
      for (const edge of this.bright) {
        ctx.strokeStyle = edge.color.color;
        ctx.lineWidth = edge.width;
        ctx.setLineDash(edge.dashes || []);
        this.stroke(ctx, edge.from, edge.to);
      }
      ctx.setLineDash([]);
      ctx.globalAlpha = 0.14;
    },

    stroke(ctx, from, to) {
      ctx.beginPath();
      ctx.moveTo(...this.spots[from]);
      ctx.lineTo(...this.spots[to]);
      ctx.stroke();
    },

    /** The heads of the arrows that stand out, and the bars of the other side. */
    heads(ctx) {
      ctx.globalAlpha = 1;
      for (const { from, to, color, arrows } of this.bright) {
        for (const [end, tip, tail] of [["to", to, from], ["from", from, to]]) {
          if (!arrows || !arrows[end] || arrows[end].enabled === false) continue;
          const [x, y] = this.spots[tip], [ax, ay] = this.spots[tail];
          const angle = Math.atan2(y - ay, x - ax), r = this.radius(tip);
          ctx.save();
          ctx.translate(x - Math.cos(angle) * r, y - Math.sin(angle) * r);
          ctx.rotate(angle);
          ctx.fillStyle = color.color;
          ctx.beginPath();
          if (arrows[end].type === "bar") ctx.rect(-4, -6, 2.5, 12);
          else { ctx.moveTo(0, 0); ctx.lineTo(-9, -4); ctx.lineTo(-9, 4); }
          ctx.fill();
          ctx.restore();
        }
      }
    },

    /** Names in one size at every zoom, the heavier first, none upon another; and rings around what is chosen. */
    names(ctx) {
      const scale = this.vis.getScale(), view = this.vis.getViewPosition(), { clientWidth: w, clientHeight: h } = this.root;
      const ratio = ctx.canvas.width / w, boxes = [];
      this.heads(ctx);
      ctx.save();
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      ctx.textAlign = "center";
      ctx.lineJoin = "round";
      ctx.strokeStyle = this.ground;
      const place = (id) => {
        const [x, y] = this.spots[id];
        return [(x - view.x) * scale + w / 2, (y - view.y) * scale + h / 2, this.radius(id) * scale];
      };
      for (const id of [this.cursor, ...(this.chosen || [])]) {
        if (id === null || id === undefined || !this.nodes.get(id)) continue;
        const [x, y, r] = place(id);
        ctx.beginPath();
        ctx.arc(x, y, r + 6, 0, 2 * Math.PI);
        ctx.lineWidth = 2.5;
        ctx.strokeStyle = this.accent;
        ctx.setLineDash(id === this.cursor && document.activeElement === this.root ? [4, 3] : []);
        ctx.stroke();
      }
      ctx.setLineDash([]);
      ctx.strokeStyle = this.ground;
      const ranking = this.ranking(), shapes = ranking.length > 80 ? [] : ranking.map((id) => {
        const [x, y, r] = place(id);
        return [x - r, y - r, x + r, y + r];
      });
      for (const id of ranking) {
        const [x, y, r] = place(id);
        if (x < -60 || y < -20 || x > w + 60 || y > h + 20) continue;
        this.name(ctx, id, [x, y, r], boxes, shapes);
      }
      ctx.restore();
    },

    ranking() {
      const ids = this.nodes.getIds(), lit = this.lit, first = new Set([this.hovered, this.cursor, ...(this.chosen || [])]);
      const weight = (id) => (first.has(id) ? 1e9 : 0) + (lit && lit.has(id) ? 1e6 : 0) + (id < this.offset
        ? 1e3 + this.model.actors[id].events.length : this.model.events[id - this.offset].sources);
      const few = this.shownEvents.length < 40;
      return ids.filter((id) => !lit || lit.has(id) || first.has(id) || (few && id < this.offset)).sort((a, b) => weight(b) - weight(a) || a - b).slice(0, 600);
    },

    name(ctx, id, [x, y, r], boxes, shapes) {
      const isActor = id < this.offset, told = id === this.hovered || id === this.cursor;
      if (!isActor && !told && this.vis.getScale() < 0.55) return;
      const event = isActor ? null : this.model.events[id - this.offset];
      const text = isActor ? kg.brief(this.model.actors[id].name, 26)
        : told ? kg.headline(this.model, event, 70) : kg.brief(event.label, 22);
      const busy = isActor ? this.model.actors[id].events.length : 0, size = isActor ? Math.round(11.6 + Math.min(2.4, Math.log2(1 + busy) / 2)) : 11;
      ctx.font = `${busy > 2 ? "600 " : ""}${size}px system-ui, -apple-system, "Segoe UI", sans-serif`;
      const half = ctx.measureText(text).width / 2 + 3, high = size + 3;
      const places = [[x, y + r + 3], [x, y - r - 3 - high], [x + r + 2 + half, y - high / 2], [x - r - 2 - half, y - high / 2]];
      const wide = this.root.clientWidth, keep = (cx) => (x > 0 && x < wide ? Math.min(wide - half - 2, Math.max(half + 2, cx)) : cx);
      const boxed = places.map(([at, top]) => [keep(at), top]).map(([cx, top]) => [cx - half, top, cx + half, top + high, cx]);
      const free = (one, others) => !others.some((other) =>
        one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]);
      const open = boxed.filter((one) => free(one, boxes));
      const box = open.find((one) => free(one, shapes)) || open[0] || (told ? boxed[0] : null);
      if (!box) return;
      boxes.push(box);
      ctx.textBaseline = "top";
      ctx.lineWidth = 4;
      ctx.strokeText(text, box[4], box[1]);
      ctx.globalAlpha = this.lit && !this.lit.has(id) && !told ? 0.45 : 1;
      ctx.fillStyle = isActor ? this.ink : kg.glyphs.colour(event.root);
      ctx.fillText(text, box[4], box[1]);
      ctx.globalAlpha = 1;
    },
  });
})((globalThis.kg = globalThis.kg || {}));
