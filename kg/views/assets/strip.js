"use strict";
// The whole period under the timeline: how many events when, and the part of it that is in sight. Dragging moves
// that part; a press elsewhere brings it there. A component of its own: give it days and a window, it tells a window.
(function (kg) {
  const HIGH = 26, SIZE = 3;

  kg.Strip = class {
    constructor({ choose }) {
      this.choose = choose;
      this.days = [];
      // Keys move the timeline itself, so nothing is lost to those who do not see this.
      this.canvas = kg.el("canvas", { "aria-hidden": "true" });
      this.root = kg.el("div", { class: "strip", title: kg.text.stripHelp }, this.canvas);
      new ResizeObserver(() => this.draw()).observe(this.root);
      this.canvas.addEventListener("pointerdown", (touch) => this.down(touch));
      this.canvas.addEventListener("pointermove", (touch) => { if (this.held !== undefined) this.move(touch.offsetX); });
      for (const end of ["pointerup", "pointercancel"]) this.canvas.addEventListener(end, () => { this.held = undefined; });
    }

    /** The events as [day, root], and the first and last day that the strip shows. */
    setDays(days, first, last) {
      const margin = Math.max(2, (last - first) * 0.03);
      Object.assign(this, { days, first: first - margin, last: last + margin });
      this.draw();
    }

    /** The part that is in sight, in days. */
    setWindow(from, to, left) {
      if (this.from === from && this.to === to && this.left === left) return;
      Object.assign(this, { from, to, left });
      this.draw();
    }

    x(day) { return this.left + ((day - this.first) * (this.wide - this.left)) / (this.last - this.first); }
    day(x) { return this.first + ((x - this.left) * (this.last - this.first)) / (this.wide - this.left); }

    down(touch) {
      this.canvas.setPointerCapture(touch.pointerId);
      const at = this.day(touch.offsetX), inside = at >= this.from && at <= this.to;
      this.held = inside ? at - this.from : (this.to - this.from) / 2;
      this.move(touch.offsetX);
    }

    move(x) {
      const length = this.to - this.from, from = Math.max(this.first - length / 2, Math.min(this.last - length / 2, this.day(x) - this.held));
      this.choose(from, from + length);
    }

    draw() {
      const wide = this.root.clientWidth, ratio = devicePixelRatio || 1;
      if (!wide || this.left === undefined || !this.days.length) return;
      this.wide = wide;
      this.canvas.width = Math.round(wide * ratio);
      this.canvas.height = Math.round(HIGH * ratio);
      const ctx = this.canvas.getContext("2d"), style = getComputedStyle(document.documentElement), colour = (name) => style.getPropertyValue(name).trim();
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      const counts = new Float64Array(Math.ceil((wide - this.left) / SIZE) + 1);
      for (const day of this.days) counts[Math.max(0, Math.min(counts.length - 1, Math.floor((this.x(day) - this.left) / SIZE)))] += 1;
      const most = Math.max(...counts);
      ctx.fillStyle = colour("--actor");
      counts.forEach((n, i) => {
        const high = n ? Math.max(2, (n / most) * (HIGH - 6)) : 0;
        ctx.fillRect(this.left + i * SIZE, HIGH - 1 - high, SIZE - 1, high);
      });
      ctx.fillStyle = colour("--quiet");
      ctx.font = "11px system-ui, sans-serif";
      ctx.textBaseline = "middle";
      ctx.fillText(kg.text.strip, 10, HIGH / 2);
      const [a, b] = [Math.max(this.left, this.x(this.from)), Math.min(wide, this.x(this.to))];
      ctx.fillStyle = colour("--wash");
      ctx.fillRect(a, 0, Math.max(3, b - a), HIGH);
      ctx.strokeStyle = colour("--accent");
      ctx.strokeRect(a + 0.5, 0.5, Math.max(3, b - a) - 1, HIGH - 1);
    }
  };
})((globalThis.kg = globalThis.kg || {}));
