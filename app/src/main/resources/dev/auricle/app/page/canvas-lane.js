// A canvas as sharp as the screen, drawn again when its size or the theme changes.

import { el } from "./dom.js";

const SCHEME = matchMedia("(prefers-color-scheme: dark)");

export class CanvasLane {
  /** @param draw called with the context, the width and the height in CSS pixels */
  constructor(className, description, draw) {
    this.draw = draw;
    this.canvas = el("canvas", { role: "img", "aria-label": description });
    this.element = el("div", { class: `lane ${className}` }, this.canvas);
    this.observer = new ResizeObserver(() => this.paint());
    this.observer.observe(this.element);
    this.repaint = () => this.paint();
    SCHEME.addEventListener("change", this.repaint);
  }

  get width() {
    return this.element.clientWidth;
  }

  paint() {
    const width = this.element.clientWidth, height = this.element.clientHeight;
    if (!width || !height) return;
    const scale = devicePixelRatio || 1;
    this.canvas.width = Math.round(width * scale);
    this.canvas.height = Math.round(height * scale);
    const context = this.canvas.getContext("2d");
    context.scale(scale, scale);
    this.draw(context, width, height);
  }

  close() {
    this.observer.disconnect();
    SCHEME.removeEventListener("change", this.repaint);
  }
}
