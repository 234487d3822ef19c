"use strict";
// How to read the page: what its signs mean and which keys it knows, in a window that opens on demand.
(function (kg) {
  const { el } = kg;

  /** The button that opens the window, and the window. */
  kg.help = function (model) {
    const heading = el("h2", { id: "help-heading" }, kg.text.help.title);
    const body = el("div", { class: "help-body", tabindex: "0", role: "group", "aria-labelledby": "help-heading" });
    const close = el("button", { type: "button", class: "picture", onclick: () => dialog.close() }, kg.text.close);
    const dialog = el("dialog", { class: "help", "aria-labelledby": "help-heading" }, el("div", { class: "help-head" }, heading, close), body);
    const open = el("button", { type: "button", class: "light ask", "aria-haspopup": "dialog", title: kg.text.help.title, "aria-label": kg.text.help.title,
      onclick: () => { body.replaceChildren(...content(model)); dialog.showModal(); } }, "?");
    dialog.addEventListener("click", (press) => { if (press.target === dialog) dialog.close(); });
    // Escape closes the window and nothing behind it.
    dialog.addEventListener("keydown", (press) => { if (press.key === "Escape") press.stopPropagation(); });
    return [open, dialog];
  };

  function content(model) {
    const { help } = kg.text, list = (rows) => el("dl", {}, rows.flatMap(([sign, said]) => [el("dt", {}, sign), el("dd", {}, said)]));
    const status = Object.keys(kg.text.status).map((one) => [kg.statusChip(one, "small"), kg.text.statusWhy[one]]);
    const families = [0, 1, 2, 3].map((at) => [kg.glyphs.svg(kg.glyphs.roots.find((root) => kg.glyphs.family(root) === at), "actual"),
      `${kg.text.family[at]}: ${kg.glyphs.roots.filter((root) => kg.glyphs.family(root) === at).map((root) => root.toLowerCase()).join(", ")}`]);
    const marks = [["extent", kg.text.keyExtent], ["uncertain", kg.text.keyUncertain], ["by", kg.text.keyBy], ["due", kg.text.keyDeadline],
      ["rounds", kg.text.keyRounds]].map(([sample, label]) => [el("span", { class: `line-key ${sample}` }), label]);
    return [
      el("p", {}, help.claims),
      el("h3", {}, help.status), list(status),
      el("h3", {}, help.types), list(families),
      el("h3", {}, kg.text.parts.network), el("p", {}, kg.text.signs.events), el("p", {}, kg.text.signs.actors),
      el("p", {}, [...new Set(Object.values(kg.text.actorSigns))].join(" · ")),
      el("h3", {}, kg.text.parts.timeline), list(marks),
      el("h3", {}, help.keys), list(help.keyRows),
    ];
  }
})((globalThis.kg = globalThis.kg || {}));
