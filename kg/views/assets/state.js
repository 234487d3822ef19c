"use strict";
// What is chosen and filtered, kept in the address: a link shows the same picture, and Back goes back.
(function (kg) {
  const EMPTY = { event: null, actor: null, with: null, types: null, status: null, from: null, to: null, document: null,
    find: "", view: "events", lanes: "actor", show: 300, part: "network" };

  function read(hash) {
    const given = new URLSearchParams(hash.replace(/^#/, "")), state = { ...EMPTY };
    for (const key of ["event", "actor", "with", "document", "find"]) if (given.has(key)) state[key] = given.get(key);
    for (const key of ["types", "status"]) if (given.has(key)) state[key] = given.get(key).split(",").filter(Boolean);
    for (const [key, allowed] of [["view", ["events", "actors"]], ["lanes", ["actor", "type"]],
      ["part", Object.keys(kg.text.parts)]]) if (allowed.includes(given.get(key))) state[key] = given.get(key);
    if (given.has("from") && given.has("to")) {
      state.from = kg.dates.day(given.get("from"));
      state.to = kg.dates.day(given.get("to"));
      if (state.from === null || state.to === null) state.from = state.to = null;
    }
    if (+given.get("show") > 0) state.show = Math.floor(+given.get("show"));
    return state;
  }

  function write(state) {
    const out = new URLSearchParams();
    for (const [key, plain] of Object.entries(EMPTY)) {
      const value = state[key];
      if (value === plain || value === null) continue;
      out.set(key, key === "from" || key === "to" ? kg.dates.iso(value) : Array.isArray(value) ? value.join(",") : String(value));
    }
    return out.toString();
  }

  /** A store with `get()`, `set(changes, {replace})` and `listen(f)`; works without an address too (sandboxed frames). */
  kg.makeState = function () {
    let state = read(location.hash), shown = write(state);
    const listeners = [];
    const tell = () => listeners.forEach((listener) => listener(state));
    addEventListener("popstate", () => {
      const next = read(location.hash);
      if (write(next) === shown) return;
      state = next;
      shown = write(state);
      tell();
    });
    return {
      get: () => state,
      empty: () => ({ ...EMPTY }),
      listen: (listener) => listeners.push(listener),
      set(changes, { replace = false } = {}) {
        state = { ...state, ...changes };
        const next = write(state);
        if (next === shown) return;
        shown = next;
        try {
          history[replace ? "replaceState" : "pushState"](null, "", "#" + next);
        } catch {
          // A sandboxed frame has no address of its own: the choice lives in memory only.
        }
        tell();
      },
    };
  };
})((globalThis.kg = globalThis.kg || {}));
