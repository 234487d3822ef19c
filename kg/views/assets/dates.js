"use strict";
// Days as numbers (days since 1970), dates as words, ticks for an axis. No clock and no time zone.
(function (kg) {
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  /** "2014-11-05" -> 16379; a year or month means its first day; null where that cannot be said. */
  function day(iso) {
    const found = /^(-?\d{4,6})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso || "");
    if (!found) return null;
    const at = new Date(0);
    at.setUTCFullYear(+found[1], (+found[2] || 1) - 1, +found[3] || 1);
    return Math.round(at.getTime() / 86400000);
  }

  function parts(number) {
    const at = new Date(Math.floor(number) * 86400000);
    return [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  }

  function fromParts(year, month, date) {
    const at = new Date(0);
    at.setUTCFullYear(year, month, date);
    return Math.round(at.getTime() / 86400000);
  }

  const pad = (n) => String(n).padStart(2, "0");

  function iso(number) {
    const [year, month, date] = parts(number);
    return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}-${pad(month + 1)}-${pad(date)}`;
  }

  function plain(number) {
    const [year, month, date] = parts(number);
    return `${date} ${MONTHS[month]} ${year}`;
  }

  /** EDTF for people: "2014-11-05" -> "5 Nov 2014", "XXXX-11-24" -> "24 Nov, year unknown". */
  function words(edtf) {
    if (!edtf) return "";
    const [from, to] = edtf.split("/");
    if (to !== undefined) return `${words(from) || "…"} – ${words(to) || "…"}`;
    const found = /^(-?[\dX]{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([?~%]*)$/.exec(edtf);
    if (!found || +found[2] > 12) return edtf;
    const [, year, month, date, sign] = found;
    const about = sign ? " (about)" : "";
    if (year.includes("X") && !/^\d\d/.test(year)) {
      const rest = [date && date !== "XX" ? +date : "", month && month !== "XX" ? MONTHS[month - 1] : ""].filter(Boolean);
      return (rest.length ? `${rest.join(" ")}, ` : "") + kg.text.noYear;
    }
    const known = [date && date !== "XX" ? +date : "", month && month !== "XX" ? MONTHS[month - 1] : "", year.replace(/X/g, "0")];
    return known.filter((part) => part !== "").join(" ") + (year.includes("X") ? "s" : "") + about;
  }

  const STEPS = [["day", 1], ["day", 2], ["day", 7], ["month", 1], ["month", 3], ["month", 6],
    ["year", 1], ["year", 2], ["year", 5], ["year", 10], ["year", 20], ["year", 50], ["year", 100], ["year", 500]];
  const LENGTH = { day: 1, month: 30.4, year: 365.25 };

  /** Ticks between two days for a width in pixels: {unit, ticks: [{at, label}], upper: [{at, label}]}. */
  function ticks(from, to, width) {
    const perPixel = (to - from) / Math.max(width, 1);
    const wide = { day: 34, month: 44, year: 52 };
    const [unit, step] = STEPS.find(([u, n]) => (LENGTH[u] * n) / perPixel >= wide[u]) || ["year", 1000];
    return { unit, ticks: steps(unit, step, from, to), upper: unit === "day" ? steps("month", 1, from, to, true)
      : unit === "month" ? steps("year", 1, from, to, true) : [] };
  }

  function steps(unit, step, from, to, withYear) {
    const out = [];
    const [year, month] = parts(from);
    if (unit === "day") {
      for (let at = Math.floor(from); at <= to + 1; at += 1) {
        const date = parts(at)[2];
        if (step === 1 || (step === 2 && date % 2 === 1 && date < 31) || (step === 7 && (date - 1) % 7 === 0 && date < 29)) {
          out.push({ at, label: String(date) });
        }
      }
      return out;
    }
    const months = unit === "month" ? step : step * 12;
    let index = Math.floor((year * 12 + month) / months) * months;
    for (; out.length < 400; index += months) {
      const y = Math.floor(index / 12), m = index - y * 12;
      const at = fromParts(y, m, 1);
      if (at > to + 1) break;
      out.push({ at, label: unit === "year" ? String(y) : withYear ? `${MONTHS[m]} ${y}` : MONTHS[m] });
    }
    return out;
  }

  kg.dates = { day, iso, plain, words, ticks };
})((globalThis.kg = globalThis.kg || {}));
