"use strict";
// How a mark of the timeline looks: its date as it is known, its deadline, its label, the ring around what is chosen.
(function (kg) {
  const { R, TAIL } = kg.timelineSizes;

  Object.assign(kg.Timeline.prototype, {
    /** The label: behind the mark, or before its deadline where there is room. */
    word(ctx, text, at, end, due, y) {
      ctx.font = "12px system-ui, sans-serif";
      ctx.textBaseline = "middle";
      const wide = ctx.measureText(text).width, x = Math.max(end + R + 8, this.left + 6);
      const before = due !== null && due - x > wide + 10;
      if (before) {
        ctx.fillStyle = this.paint.ground;
        ctx.fillRect(x - 2, y - 8, wide + 5, 16);
      }
      ctx.fillStyle = this.paint.ink;
      ctx.fillText(text, before || due === null ? x : Math.max(due + 12, x), y + 0.5);
    },

    /** Draws what is known of the date; returns where the glyph stands. */
    shape(ctx, mark, a, b, y, ink, tail = TAIL(true)) {
      const sight = (x) => Math.min(this.left + this.width - R, Math.max(this.left + R, x));
      let at = a;
      if (mark.kind === "extent" || mark.kind === "uncertain") {
        const lasting = mark.kind === "extent", h = lasting ? 5 : 6;
        ctx.fillStyle = lasting ? ink : this.hatch(ink);
        ctx.strokeStyle = ink;
        ctx.globalAlpha *= lasting ? 0.55 : 1;
        rounded(ctx, a, y - h, Math.max(4, b - a), 2 * h, lasting ? 2 : 6);
        ctx.fill();
        ctx.globalAlpha = Math.min(1, ctx.globalAlpha / (lasting ? 0.55 : 1));
        ctx.setLineDash(lasting ? [] : [3, 3]);
        ctx.lineWidth = 1;
        ctx.stroke();
        ctx.setLineDash([]);
        at = lasting ? Math.max(a, Math.min(sight(a), b)) : Math.max(a, Math.min(b, sight((a + b) / 2)));
      } else if (mark.kind === "told") {
        ctx.fillStyle = ink;
        ctx.fillRect(this.x(mark.from + 0.5) - 1, y - 8, 2, 16);
        at = this.x(mark.from + 0.5) + R + 3;
      } else if (mark.kind === "by" || mark.kind === "after") {
        const way = mark.kind === "by" ? -1 : 1, from = this.x(mark.from + 0.5);
        const fade = ctx.createLinearGradient(from, 0, from + way * tail, 0);
        fade.addColorStop(0, ink);
        fade.addColorStop(1, "transparent");
        ctx.fillStyle = fade;
        ctx.fillRect(Math.min(from, from + way * tail), y - 1.5, tail, 3);
        ctx.fillStyle = ink;
        ctx.fillRect(from - 1, y - 8, 2, 16);
        at = from + way * Math.min(9, tail - R);
      } else if (mark.kind === "deadline") return a;
      kg.glyphs.draw(ctx, mark.event, at, y, R, this.paint.ground);
      kg.glyphs.badge(ctx, mark.event.status, at, y, R, this.paint.ground, this.paint.ink);
      return at;
    },

    /** A thin line to the round before, where both stand in one row. */
    round(ctx, mark, lane, a, y, ink) {
      const key = lane.named ? "namedRow" : "row";
      if (mark.round[key] !== mark[key]) return;
      ctx.strokeStyle = ink;
      ctx.lineWidth = 1;
      const words = lane.named && mark.round.text ? mark.round.text.length * 6.4 + 18 : R, from = this.x(mark.round.to + 1) + words;
      if (from < a - R) line(ctx, from, y, a - R, y);
    },

    due(ctx, mark, at, due, y, ink) {
      ctx.strokeStyle = ctx.fillStyle = ink;
      ctx.lineWidth = 1.2;
      if (Math.abs(due - at) > 12) { ctx.setLineDash([2, 4]); line(ctx, at + R + 2, y, due - 2, y); ctx.setLineDash([]); }
      line(ctx, due, y - 8, due, y + 8);
      ctx.beginPath();
      ctx.moveTo(due, y - 8);
      ctx.lineTo(due + 8, y - 4.5);
      ctx.lineTo(due, y - 1);
      ctx.fill();
    },

    ring(ctx, mark, x, y) {
      ctx.strokeStyle = this.paint.accent;
      ctx.lineWidth = 2;
      ctx.setLineDash(this.cursor === mark ? [4, 3] : []);
      ctx.beginPath();
      ctx.arc(x, y, R + 5, 0, 2 * Math.PI);
      ctx.stroke();
      ctx.setLineDash([]);
    },

    hatch(ink) {
      if (!this.hatches.has(ink)) {
        const tile = document.createElement("canvas"), ctx = tile.getContext("2d");
        tile.width = tile.height = 8;
        ctx.strokeStyle = ink;
        ctx.globalAlpha = 0.45;
        ctx.lineWidth = 2;
        for (const shift of [-8, 0, 8]) line(ctx, shift, 8, shift + 8, 0);
        this.hatches.set(ink, this.canvas.getContext("2d").createPattern(tile, "repeat"));
      }
      return this.hatches.get(ink);
    },
  });

  function line(ctx, x0, y0, x1, y1) {
    ctx.beginPath();
    ctx.moveTo(x0, y0);
    ctx.lineTo(x1, y1);
    ctx.stroke();
  }
  function rounded(ctx, x, y, w, h, r) {
    ctx.beginPath();
    if (ctx.roundRect) ctx.roundRect(x, y, w, h, r);
    else ctx.rect(x, y, w, h);
  }
})((globalThis.kg = globalThis.kg || {}));
