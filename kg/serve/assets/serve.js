// The query editor of the start page: a query in, a table whose events, claims and documents lead to their words.
"use strict";

const BASE = "https://w3id.org/dipkg/";
const MOST = 1000;

// Where this server shows an IRI; empty where it does not.
function place(iri) {
  if (!iri.startsWith(BASE)) return "";
  const rest = iri.slice(BASE.length);
  const event = /^event\/([0-9a-f]+)$/.exec(rest);
  if (event) return "/event/" + event[1];
  const claim = /^doc\/([^/#]+)\/claim\/([^/#]+)$/.exec(rest);
  if (claim) return "/document/" + claim[1] + "?claim=" + claim[2] + "#words";
  const doc = /^doc\/([^/#]+)(#.*)?$/.exec(rest);
  return doc ? "/document/" + doc[1] : "";
}

function made(tag, text) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  return element;
}

function cell(term) {
  const td = made("td");
  if (!term) return td;
  const shown = term.type === "uri" ? term.value.replace(BASE, "") : term.value;
  const href = term.type === "uri" ? place(term.value) : "";
  if (!href) {
    td.textContent = shown;
    return td;
  }
  const a = made("a", shown);
  a.href = href;
  td.append(a);
  return td;
}

function table(data) {
  if ("boolean" in data) return made("p", data.boolean ? "Yes" : "No");
  const rows = data.results.bindings;
  const box = made("div");
  box.className = "scroll";
  box.append(made("p", rows.length === 1 ? "1 row" : rows.length + " rows" + (rows.length > MOST ? ", the first " + MOST : "")));
  const grid = made("table");
  const head = made("tr");
  for (const name of data.head.vars) {
    const th = made("th", name);
    th.scope = "col";
    head.append(th);
  }
  grid.append(head);
  for (const row of rows.slice(0, MOST)) {
    const tr = made("tr");
    for (const name of data.head.vars) tr.append(cell(row[name]));
    grid.append(tr);
  }
  box.append(grid);
  return box;
}

async function run(form, result) {
  const query = form.elements.query.value;
  result.replaceChildren(made("p", "asking …"));
  try {
    const answer = await fetch("/sparql", {
      method: "POST",
      headers: { "kg-strict": "1", "content-type": "application/sparql-query", accept: "application/sparql-results+json, text/turtle;q=0.9" },
      body: query,
    });
    const text = await answer.text();
    if (!answer.ok) {
      const error = made("pre", text.trim());
      error.className = "error";
      result.replaceChildren(error);
    } else if (answer.headers.get("content-type").includes("json")) {
      result.replaceChildren(table(JSON.parse(text)));
    } else {
      result.replaceChildren(made("pre", text));
    }
  } catch (problem) {
    const error = made("pre", "the server cannot be reached: " + problem.message);
    error.className = "error";
    result.replaceChildren(error);
  }
}

const form = document.querySelector("form.query");
const result = document.getElementById("result");
form.addEventListener("submit", (event) => {
  if (form.elements.format.value) return;
  event.preventDefault();
  run(form, result);
});
form.elements.query.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run(form, result);
  }
});
document.getElementById("example").addEventListener("change", (event) => {
  if (event.target.value) form.elements.query.value = event.target.value;
});
