// The OpenAPI document as a page.

import { el } from "./dom.js";

const main = document.querySelector("#main");
const description = await (await fetch("api/openapi.json")).json();

main.append(
  el("h1", {}, description.info.title),
  ...paragraphs(description.info.description),
  el("p", {}, "The same as ", el("a", { href: "api/openapi.json" }, "an OpenAPI document"), "."),
  ...description.tags.flatMap(section));

function section(tag) {
  const operations = Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).filter(([, operation]) => operation.tags[0] === tag.name).map(([method, operation]) => [method, path, operation]));
  return [el("h2", {}, tag.name), ...paragraphs(tag.description), ...operations.map((each) => operationOf(...each))];
}

function operationOf(method, path, operation) {
  const verb = operation["x-websocket"] ? "WS" : method.toUpperCase();
  return el("article", { class: "operation", id: operation.operationId },
    el("h3", {}, el("span", { class: `verb ${verb.toLowerCase()}` }, verb), " ", el("code", {}, path)),
    el("p", {}, operation.summary), ...paragraphs(operation.description),
    parameters(operation.parameters), body(operation.requestBody), answers(operation.responses), example(operation["x-example"]));
}

function parameters(list = []) {
  if (!list.length) return null;
  return table("Options", ["name", "in", "what it does"], list.map((each) => {
    const { name, in: place, description: words, schema, required } = each;
    const values = schema?.enum ? ` One of ${schema.enum.join(", ")}.` : "";
    const usual = schema?.default !== undefined ? ` Default: ${schema.default}.` : "";
    return [el("code", {}, name), required ? `${place}, needed` : place, `${words}${values}${usual}`];
  }));
}

function body(request) {
  return request ? el("p", {}, el("b", {}, "Body: "), request.description) : null;
}

function answers(responses) {
  return table("Answers", ["status", "type", "what it means"], Object.entries(responses).map(([status, response]) => {
    const { description: words, content } = response.$ref ? resolve(response.$ref) : response;
    return [status, Object.keys(content ?? {}).join(", ") || "–", words];
  }));
}

function resolve(reference) {
  return reference.slice(2).split("/").reduce((node, key) => node[key], description);
}

function table(caption, heads, rows) {
  return el("div", { class: "scrolls", role: "region", "aria-label": caption, tabindex: 0 }, el("table", {},
    el("caption", {}, caption), el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, rows.map((row) => el("tr", {}, row.map((cell) => el("td", {}, cell)))))));
}

function example(text) {
  return text ? el("pre", { tabindex: 0, "aria-label": "Example" }, text) : null;
}

function paragraphs(text = "") {
  return text.split("\n\n").filter(Boolean).map((each) => el("p", {}, each));
}
