"use strict";
// What is chosen and filtered, kept in the address: a link shows the same picture, and Back goes back.
(function (kg) {
  const PLAIN = { event: null, actor: null, with: null, types: null, status: null, from: null, to: null, document: null,
    find: "", view: "events", lanes: "actor", show: 300, part: "all" };

  function read(hash, plain) {
    const given = hash instanceof URLSearchParams ? hash : new URLSearchParams(hash.replace(/^#/, "")), state = { ...plain };
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

  function write(state, empty) {
    const out = new URLSearchParams();
    for (const [key, plain] of Object.entries(empty)) {
      const value = state[key];
      if (value === plain || value === null) continue;
      out.set(key, key === "from" || key === "to" ? kg.dates.iso(value) : Array.isArray(value) ? value.join(",") : String(value));
    }
    return out.toString();
  }

  /** A store with `get()`, `set(changes, {replace})` and `listen(f)`; works without an address too (sandboxed frames).
   *  `start` is what the page shows where its address says nothing, in the words of an address. */
  kg.makeState = function (start) {
    const empty = read(new URLSearchParams(start || {}), PLAIN);
    let state = read(location.hash, empty), shown = write(state, empty);
    const listeners = [];
    const tell = () => listeners.forEach((listener) => listener(state));
    addEventListener("popstate", () => {
      const next = read(location.hash, empty);
      if (write(next, empty) === shown) return;
      state = next;
      shown = write(state, empty);
      tell();
    });
    return {
      get: () => state,
      empty: () => ({ ...empty }),
      listen: (listener) => listeners.push(listener),
      set(changes, { replace = false } = {}) {
        state = { ...state, ...changes };
        const next = write(state, empty);
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
