// A label has one colour everywhere on the page, whichever model says it.

const COLOURS = 10;
const indices = new Map();

/** Gives colours in the order in which labels are first named. */
export function know(labels) {
  for (const label of labels) if (!indices.has(label)) indices.set(label, indices.size % COLOURS);
}

/** The name of the custom property that holds a label's colour. */
export function variable(label) {
  know([label]);
  return `--label-${indices.get(label)}`;
}

/** The class that sets --c to a label's colour. */
export function colourClass(label) {
  know([label]);
  return `c${indices.get(label)}`;
}

/** A label's colour in the present theme, for canvases. */
export function colour(label) {
  return themed(variable(label));
}

export function themed(property) {
  return getComputedStyle(document.documentElement).getPropertyValue(property).trim();
}
