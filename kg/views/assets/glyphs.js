"use strict";
// How an event looks everywhere: colour and shape by type, fill and badge by status. Shapes are drawn on canvas;
// in text an inline SVG of the same shape stands.
(function (kg) {
  const ROOTS = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"];
  const FAMILY = [0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3];
  const LIGHT = ["#0b7f97", "#1c64d1", "#5b54d6", "#3f86c6", "#1a7f4b", "#5d7d0b", "#0e8a74", "#94700a", "#b35c00", "#8f5a3c",
    "#c2490c", "#c2267e", "#a8329e", "#8b3fc4", "#b3264f", "#c22222"];
  const DARK = ["#4fc3d9", "#6ea8ff", "#a39dff", "#83bdf2", "#5fce92", "#a9cc4e", "#4fd0b8", "#e0b93f", "#f2a04f", "#d1a084",
    "#ff9161", "#ff86c4", "#e48bdc", "#c79bf7", "#ff85a5", "#ff8080"];
  const SHAPES = ["diamond", "square", "triangle", "burst", "pentagon"];
  const HOLLOW = new Set(["planned", "conditional", "possible", "negated", "unconfirmed"]);
  const DASH = { conditional: [3, 2], possible: [1.5, 2], unconfirmed: [1.5, 2] };

  const family = (root) => { const i = ROOTS.indexOf(root); return i < 0 ? 4 : FAMILY[i]; };
  const shape = (root) => SHAPES[family(root)];
  function colour(root) {
    const i = ROOTS.indexOf(root);
    const palette = kg.dark() ? DARK : LIGHT;
    return i < 0 ? (kg.dark() ? "#b4bcc8" : "#5a6472") : palette[i];
  }
  const order = (root) => { const i = ROOTS.indexOf(root); return i < 0 ? 99 : i; };

  function corners(kind, r) {
    if (kind === "diamond") return ring(4, r * 1.25, 0);
    if (kind === "square") return ring(4, r * 1.3, Math.PI / 4);
    if (kind === "triangle") return ring(3, r * 1.35, -Math.PI / 2).map(([x, y]) => [x, y + r * 0.25]);
    if (kind === "burst") return ring(12, r * 1.35, -Math.PI / 2).map(([x, y], i) => (i % 2 ? [x * 0.6, y * 0.6] : [x, y]));
    return ring(5, r * 1.2, -Math.PI / 2);
  }
  function ring(n, r, turn) {
    return Array.from({ length: n }, (_, i) => {
      const angle = turn + (i * 2 * Math.PI) / n;
      return [r * Math.cos(angle), r * Math.sin(angle)];
    });
  }

  /** Draws an event at (x, y) with radius r; `ground` is the colour behind it. */
  function draw(ctx, { root, status }, x, y, r, ground) {
    const ink = colour(root), kind = shape(root);
    ctx.save();
    ctx.translate(x, y);
    ctx.beginPath();
    corners(kind, r).forEach(([cx, cy], i) => (i ? ctx.lineTo(cx, cy) : ctx.moveTo(cx, cy)));
    ctx.closePath();
    ctx.lineWidth = Math.max(1.4, r / 5);
    ctx.strokeStyle = ink;
    ctx.fillStyle = HOLLOW.has(status) ? ground : ink;
    ctx.setLineDash((DASH[status] || []).map((n) => (n * r) / 6));
    ctx.lineJoin = "round";
    ctx.fill();
    ctx.stroke();
    if (status === "contested") {
      ctx.save();
      ctx.clip();
      ctx.fillStyle = ground;
      ctx.fillRect(0, -2 * r, 2 * r, 4 * r);
      ctx.restore();
      ctx.stroke();
    }
    ctx.restore();
  }

  /** The status as a small sign in a circle, up and right of the event. */
  function badge(ctx, status, x, y, r, ground, ink) {
    const sign = kg.text.statusSign[status];
    if (!sign) return;
    const cx = x + r * 1.05, cy = y - r * 1.05, size = Math.max(5, r * 0.72);
    ctx.save();
    ctx.beginPath();
    ctx.arc(cx, cy, size, 0, 2 * Math.PI);
    ctx.fillStyle = ground;
    ctx.strokeStyle = ink;
    ctx.lineWidth = Math.max(0.8, size / 8);
    ctx.setLineDash([]);
    ctx.fill();
    ctx.stroke();
    ctx.fillStyle = ink;
    ctx.font = `bold ${(size * (sign.length > 1 ? 1.15 : 1.6)).toFixed(1)}px system-ui, sans-serif`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(sign, cx, cy + size * 0.06);
    ctx.restore();
  }

  /** The shape as an SVG element for legends and lists; decoration only, so hidden from screen readers. */
  function svg(root, status) {
    const space = "http://www.w3.org/2000/svg";
    const out = document.createElementNS(space, "svg");
    const form = document.createElementNS(space, "polygon");
    out.setAttribute("viewBox", "-10 -10 20 20");
    out.setAttribute("class", "glyph");
    out.setAttribute("aria-hidden", "true");
    form.setAttribute("points", corners(shape(root), 6.4).map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" "));
    form.setAttribute("class", `root-${order(root)}${HOLLOW.has(status) ? " hollow" : ""}`);
    form.setAttribute("stroke", colour(root));
    form.setAttribute("fill", HOLLOW.has(status) ? "none" : colour(root));
    form.setAttribute("stroke-width", "2");
    form.setAttribute("stroke-dasharray", (DASH[status] || []).join(" "));
    out.append(form);
    return out;
  }

  kg.dark = () => document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  kg.glyphs = { roots: ROOTS, family, shape, colour, order, draw, badge, svg };
})((globalThis.kg = globalThis.kg || {}));
