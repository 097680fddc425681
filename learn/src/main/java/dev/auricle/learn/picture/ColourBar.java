package dev.auricle.learn.picture;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** The key to the colours, in dB below each panel's loudest point. */
final class ColourBar {
  static final int ROOM = 62;
  private static final int WIDTH = 12;
  private static final int MOST_TICKS = 6;

  private ColourBar() {}

  static void draw(Pen pen, PictureOptions options, int x, int top) {
    int height = options.panelHeight();
    double step = 1.0 / PictureOptions.PIXELS;
    for (double y = 0; y < height; y += step) {
      pen.graphics().setColor(new Color(options.colours().rgb(1 - y / height)));
      pen.graphics().fill(new Rectangle2D.Double(x, top + y, WIDTH, step));
    }
    Ticks ticks = Ticks.between(-options.rangeDb(), 0, MOST_TICKS);
    for (double level : ticks.values()) {
      double y = top - level / options.rangeDb() * height;
      pen.line(Pen.SOFT, x + WIDTH, y, x + WIDTH + 4, y);
      boolean loudest = Math.abs(level) < 1e-9;
      pen.small(loudest ? "0 dB" : ticks.label(level), x + WIDTH + 7, y + 4, 0);
    }
  }
}
