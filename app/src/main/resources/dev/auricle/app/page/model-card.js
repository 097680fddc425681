// A model's card: what it knows, how well it was judged, and what it was made of.

import { colourClass } from "./colours.js";
import { el } from "./dom.js";
import { bytes, percent, plural } from "./words.js";

const MOST_LABELS = 24;

export function modelCard(card) {
  return el("article", { class: "card", "aria-label": card.id },
    el("h2", {}, card.id), card.name === card.id ? null : el("p", { class: "muted" }, card.name),
    part("labels", () => labels(card)), part("score", () => score(card.evaluation)), part("facts", () => facts(card)),
    part("confusion", () => confusion(card)), part("recipe", () => recipe(card.provenance)));
}

/** A bundle whose card could not be had. */
export function missingCard(id, error) {
  return el("article", { class: "card", "aria-label": id }, el("h2", {}, id), el("p", { class: "error" }, error.message));
}

/** What a bundle holds was written elsewhere: a part that is not as it should be takes no other with it. */
function part(name, draw) {
  try {
    return draw();
  } catch (error) {
    return el("p", { class: "error" }, `The ${name} in this bundle cannot be read: ${error.message}`);
  }
}

function labels({ labels: all, multiLabel }) {
  return [el("ul", { class: "chips", "aria-label": "Labels" },
    all.slice(0, MOST_LABELS).map((label) => el("li", { class: colourClass(label) }, el("i"), label)),
    all.length > MOST_LABELS ? el("li", {}, `and ${all.length - MOST_LABELS} more`) : null),
  multiLabel ? el("p", { class: "muted" }, "Several labels may hold at once.") : null];
}

function score(evaluation) {
  if (typeof evaluation.accuracy !== "number") {
    return el("p", { class: "unjudged" }, "Not judged: this bundle carries no score, so none is shown.");
  }
  const { accuracy, trainAccuracy, majority, testClips, ciUnit, described, macroF1 } = evaluation;
  // What could not be computed stands as null.
  const ci95 = evaluation.ci95?.[0] === null ? null : evaluation.ci95 && numbers("ci95", evaluation.ci95, 2);
  return el("div", { class: "score" },
    el("p", { class: "big" }, percent(accuracy, 1)),
    el("p", { class: "muted" }, "accuracy", ci95 ? `, 95 % interval ${percent(ci95[0], 1)} – ${percent(ci95[1], 1)}${ciUnit ? `, resampled by ${ciUnit}` : ""}` : ""),
    ci95 ? interval(accuracy, ci95, majority) : null,
    el("dl", { class: "facts" },
      fact("Judged by", described),
      fact("Test clips", testClips),
      fact("Macro F1", decimals("macroF1", macroF1, 3)),
      fact("On its training clips", typeof trainAccuracy === "number" ? `${percent(trainAccuracy, 1)}, ${gap(trainAccuracy - accuracy)}` : null),
      fact("Always the most frequent label", typeof majority === "number" ? percent(majority, 1) : null),
      fact("This model", evaluation.model)));
}

function decimals(name, value, places) {
  if (value === undefined || value === null) return null;
  if (typeof value !== "number") throw new Error(`${name} is ${JSON.stringify(value)}, expected a number.`);
  return value.toFixed(places);
}

function numbers(name, values, count) {
  if (!Array.isArray(values) || values.length !== count || values.some((value) => typeof value !== "number")) {
    throw new Error(`${name} is ${JSON.stringify(values)?.slice(0, 60)}, expected ${count} numbers.`);
  }
  return values;
}

function gap(difference) {
  const points = (100 * Math.abs(difference)).toFixed(1);
  return difference >= 0 ? `${points} points above the test score` : `${points} points below the test score`;
}

/** The score and its interval on a line from 0 to 1, with the guess that costs nothing. */
function interval(accuracy, [low, high], majority) {
  const range = el("i", { class: "range" }), dot = el("i", { class: "dot" });
  range.style.left = `${100 * low}%`;
  range.style.width = `${100 * (high - low)}%`;
  dot.style.left = `${100 * accuracy}%`;
  const marks = [range, dot];
  if (typeof majority === "number") {
    const guess = el("i", { class: "guess", title: "always the most frequent label" });
    guess.style.left = `${100 * majority}%`;
    marks.unshift(guess);
  }
  return el("div", { class: "interval", "aria-hidden": "true" }, marks);
}

function facts({ preparation, frontEnd, graphBytes, provenance }) {
  const trained = provenance.trainedOnClips;
  return el("dl", { class: "facts" },
    fact("Trained on", provenance.dataset ? `${provenance.dataset}${trained ? `, ${plural(trained, "clip")}` : ""}` : null),
    fact("Made", provenance.created ? new Date(provenance.created).toLocaleDateString(undefined, { dateStyle: "medium" }) : null),
    fact("Hears", `${preparation.sampleRate / 1000} kHz${preparation.seconds ? `, ${preparation.seconds} s at a time` : ""}`),
    fact("Front-end", [frontEnd.preset, frontEnd.bands ? `${frontEnd.bands} bands` : null].filter(Boolean).join(", ")),
    fact("Graph", bytes(graphBytes)),
    fact("Detection tuned on", detection(provenance.detection)));
}

function detection(tuning) {
  if (!tuning) return null;
  const scores = [["event", tuning.eventF1], ["segment", tuning.segmentF1]]
    .map(([name, value]) => [name, decimals(`${name}F1`, value, 2)]).filter(([, value]) => value)
    .map(([name, value]) => `${name} F1 ${value}`);
  return [plural(tuning.programmes, "made-up programme"), scores.join(", ")].filter(Boolean).join(": ");
}

function fact(name, value) {
  return value === undefined || value === null || value === "" ? null : el("div", {}, el("dt", {}, name), el("dd", {}, String(value)));
}

/** What was taken for what: a row for each true label, shaded by its share of the row. */
function confusion({ labels: names, evaluation }) {
  if (!evaluation.confusion) return null;
  if (!Array.isArray(evaluation.confusion)) throw new Error("it is no table.");
  const rows = evaluation.confusion.map((row, i) => {
    numbers(`its row ${i + 1}`, row, names.length);
    const sum = Math.max(1, row.reduce((a, b) => a + b, 0));
    return el("tr", {}, el("th", { scope: "row" }, names[i]), row.map((count, k) => {
      const cell = el("td", { class: i === k ? "right" : null, title: `${names[i]} taken for ${names[k]}: ${count}` }, count || "·");
      cell.style.setProperty("--share", count / sum);
      return cell;
    }));
  });
  return el("details", {}, el("summary", {}, "What was taken for what"),
    el("div", { class: "scrolls", role: "region", "aria-label": "Confusion", tabindex: 0 },
      el("table", { class: "confusion" }, el("thead", {}, el("tr", {}, el("td", {}, "true \\ said"), names.map((name) => el("th", { scope: "col" }, name)))), el("tbody", {}, rows))));
}

function recipe({ recipe: text }) {
  return text ? el("details", {}, el("summary", {}, "Recipe"), el("pre", { tabindex: 0 }, text)) : null;
}
