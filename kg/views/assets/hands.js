"use strict";
// How a timeline is handled: wheel, drag, pinch, keys; choosing a mark, a lane, a span of time.
(function (kg) {
  Object.assign(kg.Timeline.prototype, {
    listen() {
      const canvas = this.canvas;
      new ResizeObserver(() => this.resize()).observe(this.root);
      this.scroll.addEventListener("scroll", () => this.soon());
      canvas.addEventListener("wheel", (turn) => this.wheel(turn), { passive: false });
      canvas.addEventListener("keydown", (press) => this.key(press));
      canvas.addEventListener("focus", () => this.draw());
      canvas.addEventListener("blur", () => { this.cursor = null; this.draw(); });
      this.fingers = new Map();
      canvas.addEventListener("pointerdown", (touch) => this.down(touch));
      canvas.addEventListener("pointermove", (touch) => this.move(touch));
      for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, (touch) => this.up(touch, end));
      canvas.addEventListener("pointerleave", () => { this.tip.hidden = true; });
    },

    wheel(turn) {
      const x = turn.offsetX;
      if (x < this.left) this.scroll.scrollTop += turn.deltaY;
      else if (turn.shiftKey || Math.abs(turn.deltaX) > Math.abs(turn.deltaY)) this.pan(turn.shiftKey ? turn.deltaY : turn.deltaX);
      else this.zoom(Math.exp(-Math.max(-120, Math.min(120, turn.deltaY)) / 300), this.day(x));
      turn.preventDefault();
    },

    down(touch) {
      this.canvas.setPointerCapture(touch.pointerId);
      this.fingers.set(touch.pointerId, { x: touch.offsetX, y: touch.offsetY });
      this.dragged = 0;
      this.brush = touch.shiftKey || touch.offsetY < 38 ? this.day(touch.offsetX) : null;
      this.start = { x: touch.offsetX, y: touch.offsetY };
    },

    move(touch) {
      const finger = this.fingers.get(touch.pointerId);
      if (!finger) return this.hover(touch.offsetX, touch.offsetY);
      const dx = touch.offsetX - finger.x, dy = touch.offsetY - finger.y;
      this.dragged += Math.abs(dx) + Math.abs(dy);
      if (this.fingers.size === 2) this.pinch(touch, finger);
      else if (this.brush !== null) {
        const [a, b] = [this.brush, this.day(touch.offsetX)].sort((one, other) => one - other);
        this.span = [Math.floor(a), Math.floor(b)];
        this.soon();
      } else {
        this.scroll.scrollTop -= dy;
        this.pan(-dx);
      }
      Object.assign(finger, { x: touch.offsetX, y: touch.offsetY });
    },

    pinch(touch, finger) {
      const other = [...this.fingers.entries()].find(([id]) => id !== touch.pointerId)[1];
      const before = Math.max(10, Math.abs(finger.x - other.x)), after = Math.max(10, Math.abs(touch.offsetX - other.x));
      this.zoom(after / before, this.day((touch.offsetX + other.x) / 2));
    },

    up(touch, end) {
      if (!this.fingers.delete(touch.pointerId) || end === "pointercancel") return;
      if (this.brush !== null && this.dragged > 6) this.chooseSpan(this.span);
      else if (this.dragged <= 6) this.click(touch.offsetX, touch.offsetY);
      this.brush = null;
    },

    /** The mark or dense lane at a point of the canvas. */
    at(x, y) {
      const inside = this.hits.filter(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
      return inside.find((hit) => hit.mark && Math.abs(hit.x - x) < 9) || inside.find((hit) => hit.mark) || inside[0] || null;
    },

    click(x, y) {
      const hit = x >= this.left && y > 38 ? this.at(x, y) : null;
      if (!hit) return this.chooseEvent(null);
      if (hit.dense) return this.zoom(5, this.day(x));
      return this.chooseEvent(hit.mark.event);
    },

    hover(x, y) {
      const hit = x >= this.left && y > 38 ? this.at(x, y) : null;
      this.canvas.style.cursor = hit ? "pointer" : x < this.left ? "default" : "grab";
      this.tip.hidden = !hit;
      if (!hit) return;
      this.tip.textContent = hit.dense ? kg.text.denseLane : this.tell(hit.mark.event);
      this.tip.style.left = `${Math.min(x + 12, Math.max(0, this.left + this.width - 300))}px`;
      const low = y > this.high / 2;
      this.tip.style.top = low ? "" : `${y + 16}px`;
      this.tip.style.bottom = low ? `${this.high - y + 12}px` : "";
    },

    key(press) {
      const { key, shiftKey } = press, width = this.width;
      if (shiftKey && key === "ArrowLeft") this.pan(-width / 6);
      else if (shiftKey && key === "ArrowRight") this.pan(width / 6);
      else if (key === "ArrowLeft") this.step(-1);
      else if (key === "ArrowRight") this.step(1);
      else if (key === "ArrowUp") this.scroll.scrollTop -= 60;
      else if (key === "ArrowDown") this.scroll.scrollTop += 60;
      else if (key === "+" || key === "=") this.zoom(1.5);
      else if (key === "-") this.zoom(1 / 1.5);
      else if (key === "0") this.fit();
      else if (key === "Home") this.step(-Infinity);
      else if (key === "End") this.step(Infinity);
      else if ((key === "Enter" || key === " ") && this.cursor) this.chooseEvent(this.cursor.event);
      else return;
      press.preventDefault();
    },

    /** Moves the cursor by events in the order of time, each event once. */
    step(by) {
      if (!this.order) {
        const once = new Map();
        for (const lane of this.lanes) for (const mark of lane.marks) if (!once.has(mark.event)) once.set(mark.event, { mark, lane });
        this.order = [...once.values()].sort((a, b) => a.mark.from - b.mark.from || a.mark.event.at - b.mark.event.at);
      }
      if (!this.order.length) return;
      const now = this.order.findIndex(({ mark }) => mark === this.cursor || (!this.cursor && mark.event === this.chosen));
      const next = Math.min(this.order.length - 1, Math.max(0, now < 0 ? (by > 0 ? 0 : this.order.length - 1) : now + by));
      this.cursor = this.order[next].mark;
      this.reveal(this.order[next]);
      this.announce(this.headline(this.cursor.event));
    },

    reveal({ mark, lane }) {
      const x = this.x(mark.from);
      if (x < this.left + 20 || x > this.left + this.width - 40) this.pan(x - this.left - this.width / 2);
      this.show(lane);
      this.soon();
    },

    /** Brings an event into sight that is chosen elsewhere. */
    bring(event) {
      const places = this.lanes.flatMap((lane) => lane.marks.filter((mark) => mark.event === event).map((mark) => ({ mark, lane })));
      if (!places.length) return;
      const top = this.scroll.scrollTop, { ROW, PAD } = kg.timelineSizes;
      const height = ({ mark, lane }) => lane.top + (lane.dense ? 0 : PAD + (lane.named ? mark.namedRow : mark.row) * ROW);
      const seen = places.some((place) => height(place) >= top - 4 && height(place) + ROW < top + this.high - 38);
      const x = this.x(places[0].mark.from);
      if (x < this.left || x > this.left + this.width) this.pan(x - this.left - this.width / 2);
      if (!seen) this.scroll.scrollTop = Math.max(0, Math.min(places[0].lane.top - 8, height(places[0]) - 8), height(places[0]) - (this.high - 38) / 2);
      this.soon();
    },

    /** Scrolls to a lane that is out of sight. */
    show(lane) {
      const top = this.scroll.scrollTop, room = this.high - 38;
      if (lane.top < top || lane.top + lane.height > top + room) this.scroll.scrollTop = Math.max(0, lane.top - room / 3);
    },

    /** What is in sight, for tests: glyphs with their places. */
    marks() {
      return this.hits.map(({ mark, lane, x, y, dense }) => dense ? { lane: lane.label, dense }
        : { lane: lane.label, event: mark.event.id, kind: mark.kind, x, y });
    },
  });
})((globalThis.kg = globalThis.kg || {}));
