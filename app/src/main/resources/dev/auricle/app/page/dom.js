// Makes elements: el("button", {class: "quiet", onclick: f}, "Play").

export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked" || name === "disabled") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** A select with a label in front. */
export function choice(name, options, chosen, onchange) {
  const select = el("select", { onchange: () => onchange(select.value) },
    options.map(([value, text]) => el("option", { value, selected: value === chosen }, text)));
  const label = el("label", { class: "choice" }, el("span", {}, name), select);
  return { label, select };
}
