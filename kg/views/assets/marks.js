"use strict";
// Where the marks of a timeline stand: lanes, rows in lanes, labels; no drawing. Packing depends on the scale only,
// so that moving in time moves nothing up or down.
(function (kg) {
  const ROW = 20, FEW = 30, DENSE = 46, PAD = 5, R = 5.5, LABELS = 60;

  /** Lanes by actor or by type from events: [{id, label, marks: [{event, from, to, due, kind}]}], marks in time order. */
  kg.lanes = function (model, events, by) {
    const lanes = new Map();
    const add = (key, id, label, event) => {
      if (!lanes.has(key)) lanes.set(key, { key, id, label, marks: [] });
      lanes.get(key).marks.push({ event, ...event.time });
    };
    for (const event of events) {
      if (!event.time.kind) continue;
      if (by === "type") add(event.type, event.root, event.label, event);
      else if (!event.parties.length) add("-", null, kg.text.noParty, event);
      else for (const at of event.parties) add(at, model.actors[at].id, model.actors[at].name, event);
    }
    const out = [...lanes.values()];
    out.forEach((lane) => lane.marks.sort((a, b) => a.from - b.from || a.to - b.to || a.event.at - b.event.at));
    const rank = by === "type" ? (lane) => kg.glyphs.order(lane.id) * 1e6 - lane.marks.length : (lane) => -lane.marks.length;
    return out.sort((a, b) => rank(a) - rank(b) || (a.label < b.label ? -1 : 1));
  };

  /** Gives each mark its row and each lane its top and height, for `scale` pixels a day. Returns the full height. */
  kg.pack = function (lanes, scale, label) {
    let top = 0;
    for (const lane of lanes) {
      const few = lane.marks.length <= LABELS;
      lane.named = few && fill(lane, scale, label);
      lane.dense = !lane.named && !fill(lane, scale, null);
      lane.top = top;
      lane.height = lane.dense ? DENSE : lane.rows * ROW + 2 * PAD;
      top += lane.height;
    }
    return top;
  };

  function fill(lane, scale, label) {
    const ends = [], most = lane.marks.length <= FEW ? FEW : 7;
    for (const mark of lane.marks) {
      const first = mark.from * scale - R - (mark.kind === "by" ? 26 : 4);
      const until = Math.max(mark.to, mark.due === null ? mark.to : mark.due) * scale + R + (mark.kind === "after" ? 26 : 4);
      mark.text = label ? label(mark.event, lane) : null;
      const last = until + (mark.text ? mark.text.length * 6.4 + 12 : 3);
      let row = ends.findIndex((end) => end <= first);
      if (row < 0) {
        if (ends.length >= most) return false;
        row = ends.length;
      }
      ends[row] = last;
      mark.row = row;
    }
    lane.rows = Math.max(1, ends.length);
    return true;
  }

  /** How many marks of a lane touch each bin of `size` pixels between two days: [[family counts…]…] as one flat array. */
  kg.bins = function (lane, from, scale, width, size) {
    const bins = Math.ceil(width / size) + 1, counts = new Float64Array(bins * 5);
    for (const mark of lane.marks) {
      const first = Math.max(0, Math.floor(((mark.from - from) * scale) / size));
      const last = Math.min(bins - 1, Math.floor(((mark.to - from) * scale) / size));
      const family = kg.glyphs.family(mark.event.root);
      for (let bin = first; bin <= last; bin += 1) counts[bin * 5 + family] += 1 / Math.max(1, last - first + 1);
    }
    return counts;
  };

  kg.timelineSizes = { ROW, PAD, R, DENSE };
})((globalThis.kg = globalThis.kg || {}));
