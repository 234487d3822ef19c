"use strict";
// Where the marks of a timeline stand: lanes, rows in lanes, labels; no drawing. Packing depends on the scale only,
// so that moving in time moves nothing up or down.
(function (kg) {
  const ROW = 20, FEW = 80, MOST = 40, MANY_LANES = 9, DENSE = 46, PAD = 5, R = 5.5;
  /** How far the stroke of an undated event fades: less where marks stand close. */
  const TAIL = (named) => (named ? 26 : 13);

  /** Lanes by actor or by type from events: [{id, label, marks: [{event, from, to, due, kind}]}], marks in time order.
   *  The lanes of the chosen actors come first and may be high. */
  kg.lanes = function (model, events, by, chosen) {
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
    out.forEach(rounds);
    out.forEach((lane) => { lane.main = chosen.includes(lane.id); });
    const rank = by === "type" ? (lane) => kg.glyphs.order(lane.id) * 1e6 - lane.marks.length : (lane) => -lane.marks.length;
    return out.sort((a, b) => b.main - a.main || rank(a) - rank(b) || (a.label < b.label ? -1 : 1));
  };

  /** Ties each round of a negotiation to the one before. */
  function rounds(lane) {
    const before = new Map();
    for (const mark of lane.marks) {
      const key = mark.event.series;
      if (!key) continue;
      mark.round = before.get(key) || null;
      before.set(key, mark);
    }
  }

  /** Gives each mark its row and each lane its top and height, for the days in sight. Returns the full height.
   *  Rows depend on the scale alone, and are kept as long as it stays; whether a lane shows its marks, with or
   *  without words, or bars that count them, depends on how many are in sight. */
  kg.pack = function (lanes, from, to, scale, label) {
    let top = 0;
    for (const lane of lanes) {
      const most = lane.main || lanes.length <= 2 ? MOST : MANY_LANES;
      if (lane.scale !== scale) {
        lane.scale = scale;
        lane.plainRows = rows(lane, scale, "row", null);
        lane.namedRows = null;
      }
      const sight = lane.marks.reduce((n, mark) => n + (mark.from <= to && last(mark) >= from ? 1 : 0), 0), few = sight <= FEW;
      if (few && lane.namedRows === null) lane.namedRows = rows(lane, scale, "namedRow", label);
      lane.named = few && lane.namedRows <= (sight < 15 ? MOST : most);
      lane.dense = !lane.named && lane.plainRows > (sight < 15 ? MOST : few ? most : MANY_LANES);
      lane.top = top;
      lane.height = lane.dense ? DENSE : (lane.named ? lane.namedRows : lane.plainRows) * ROW + 2 * PAD;
      top += lane.height;
    }
    return top;
  };

  const last = (mark) => (mark.due === null || mark.due < mark.to ? mark.to : mark.due);

  /** Puts each mark into the first row with room, under `key`; returns how many rows that took. */
  function rows(lane, scale, key, label) {
    const ends = [], tail = TAIL(!!label);
    for (const mark of lane.marks) {
      if (label && mark.text === undefined) mark.text = label(mark.event, lane);
      const first = mark.from * scale - R - (mark.kind === "by" ? tail : 4);
      const until = last(mark) * scale + R + (mark.kind === "after" ? tail : 4) + (label ? mark.text.length * 6.4 + 12 : 3);
      const same = mark.round ? mark.round[key] : -1;
      let row = ends[same] <= first ? same : ends.findIndex((end) => end <= first);
      if (row < 0) {
        row = ends.length;
        if (row > MOST) return Infinity;
      }
      ends[row] = until;
      mark[key] = row;
    }
    return Math.max(1, ends.length);
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

  kg.timelineSizes = { ROW, PAD, R, DENSE, TAIL };
})((globalThis.kg = globalThis.kg || {}));
