package dev.auricle.learn.report;

import dev.auricle.learn.picture.Ticks;
import java.util.Locale;

/** A small chart with two linear axes, as SVG. */
final class Plot {
  private static final int WIDTH = 360;
  private static final int HEIGHT = 230;
  private static final int LEFT = 44;
  private static final int RIGHT = 12;
  private static final int TOP = 12;
  private static final int BOTTOM = 40;

  private final Html html;
  private final double xLow;
  private final double xHigh;
  private final double yLow;
  private final double yHigh;

  private Plot(Html html, double xLow, double xHigh, double yLow, double yHigh) {
    this.html = html;
    this.xLow = xLow;
    this.xHigh = xHigh > xLow ? xHigh : xLow + 1;
    this.yLow = yLow;
    this.yHigh = yHigh > yLow ? yHigh : yLow + 1;
  }

  /**
   * Opens a chart and draws its axes; {@link #close} ends it.
   *
   * @param words what it shows, for those who do not see it
   */
  static Plot open(
      Html html, String words, String xName, String yName, double[] xRange, double[] yRange) {
    Plot plot = new Plot(html, xRange[0], xRange[1], yRange[0], yRange[1]);
    html.open(
        "svg",
        "class",
        "plot",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "role",
        "img",
        "aria-label",
        words);
    plot.axes(xName, yName);
    return plot;
  }

  private void axes(String xName, String yName) {
    Ticks ys = Ticks.between(yLow, yHigh, 6);
    for (double y : ys.values()) {
      segment("grid", xLow, y, xHigh, y);
      label(ys.label(y), LEFT - 7, py(y) + 4, "end");
    }
    Ticks xs = Ticks.between(xLow, xHigh, 7);
    for (double x : xs.values()) {
      label(xs.label(x), px(x), HEIGHT - BOTTOM + 17, "middle");
    }
    segment("base", xLow, yLow, xHigh, yLow);
    label(xName, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 5, "middle");
    html.element(
        "text",
        yName,
        "class",
        "axis",
        "text-anchor",
        "middle",
        "transform",
        "translate(10 " + (TOP + HEIGHT - BOTTOM) / 2 + ") rotate(-90)");
  }

  private void label(String text, double x, double y, String anchor) {
    html.element(
        "text", text, "class", "axis", "x", number(x), "y", number(y), "text-anchor", anchor);
  }

  Plot segment(String kind, double x1, double y1, double x2, double y2) {
    html.leaf(
        "line",
        "class",
        kind,
        "x1",
        number(px(x1)),
        "y1",
        number(py(y1)),
        "x2",
        number(px(x2)),
        "y2",
        number(py(y2)));
    return this;
  }

  /** A line through the points whose ordinate is a number. */
  Plot curve(String kind, double[] x, double[] y) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(y[i])) {
        points.append(number(px(x[i]))).append(',').append(number(py(y[i]))).append(' ');
      }
    }
    html.leaf("polyline", "class", kind, "points", points.toString().trim());
    return this;
  }

  /** A dot with a radius in pixels, and what it says when pointed at. */
  Plot dot(String kind, double x, double y, double radius, String title) {
    html.open(
        "circle", "class", kind, "cx", number(px(x)), "cy", number(py(y)), "r", number(radius));
    html.element("title", title).close();
    return this;
  }

  /** A bar that stands on the axis, and what it says when pointed at. */
  Plot column(String kind, double from, double to, double y, String title) {
    html.open(
        "rect",
        "class",
        kind,
        "x",
        number(px(from) + 0.5),
        "y",
        number(py(y)),
        "width",
        number(Math.max(1, px(to) - px(from) - 1)),
        "height",
        number(py(yLow) - py(y)));
    html.element("title", title).close();
    return this;
  }

  void close() {
    html.close();
  }

  private double px(double x) {
    return LEFT + (x - xLow) / (xHigh - xLow) * (WIDTH - LEFT - RIGHT);
  }

  private double py(double y) {
    double share = Math.max(0, Math.min(1, (y - yLow) / (yHigh - yLow)));
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
