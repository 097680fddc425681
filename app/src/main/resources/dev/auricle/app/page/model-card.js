// A model's card: what it knows, how well it was judged, and what it was made of.

import { colourClass } from "./colours.js";
import { el } from "./dom.js";
import { bytes, percent, plural } from "./words.js";

const MOST_LABELS = 24;

export function modelCard(card) {
  return el("article", { class: "card", "aria-label": card.id },
    el("h2", {}, card.id), card.name === card.id ? null : el("p", { class: "muted" }, card.name),
    labels(card), score(card.evaluation), facts(card), confusion(card), recipe(card.provenance));
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
  const { accuracy, ci95, trainAccuracy, majority, testClips, ciUnit, described, macroF1 } = evaluation;
  return el("div", { class: "score" },
    el("p", { class: "big" }, percent(accuracy, 1)),
    el("p", { class: "muted" }, "accuracy", ci95 ? `, 95 % interval ${percent(ci95[0], 1)} – ${percent(ci95[1], 1)}${ciUnit ? `, resampled by ${ciUnit}` : ""}` : ""),
    ci95 ? interval(accuracy, ci95, majority) : null,
    el("dl", { class: "facts" },
      fact("Judged by", described),
      fact("Test clips", testClips),
      fact("Macro F1", macroF1?.toFixed(3)),
      fact("On its training clips", typeof trainAccuracy === "number" ? `${percent(trainAccuracy, 1)}, ${gap(trainAccuracy - accuracy)}` : null),
      fact("Always the most frequent label", typeof majority === "number" ? percent(majority, 1) : null),
      fact("This model", evaluation.model)));
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
  return `${plural(tuning.programmes, "made-up programme")}: event F1 ${tuning.eventF1.toFixed(2)}, segment F1 ${tuning.segmentF1.toFixed(2)}`;
}

function fact(name, value) {
  return value === undefined || value === null || value === "" ? null : el("div", {}, el("dt", {}, name), el("dd", {}, String(value)));
}

/** What was taken for what: a row for each true label, shaded by its share of the row. */
function confusion({ labels: names, evaluation }) {
  if (!evaluation.confusion) return null;
  const rows = evaluation.confusion.map((row, i) => {
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
