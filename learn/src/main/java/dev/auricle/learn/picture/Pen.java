package dev.auricle.learn.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;

/** Lines and text of a picture: one family, two sizes, two inks. */
final class Pen {
  static final Color INK = new Color(0x1d1926);
  static final Color SOFT = new Color(0x675f75);
  static final Color LINE = new Color(0xe5e0eb);
  static final Color ACCENT = new Color(0x5b3cb4);

  private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 13);

  private final Graphics2D graphics;

  Pen(Graphics2D graphics) {
    this.graphics = graphics;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setStroke(new BasicStroke(1));
  }

  Graphics2D graphics() {
    return graphics;
  }

  void line(Color colour, double x1, double y1, double x2, double y2) {
    graphics.setColor(colour);
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  /** Writes small text; {@code anchor} 0 starts at x, 0.5 is centred on it, 1 ends there. */
  void small(String text, double x, double y, double anchor) {
    graphics.setFont(SMALL);
    graphics.setColor(SOFT);
    double width = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
    graphics.drawString(text, (float) (x - anchor * width), (float) y);
  }

  /** A heading, cut with an ellipsis where it is wider than there is room. */
  void title(String text, double x, double y, double room) {
    graphics.setFont(TITLE);
    graphics.setColor(INK);
    String shown = text;
    while (shown.length() > 1
        && graphics.getFontMetrics().getStringBounds(shown, graphics).getWidth() > room) {
      shown = shown.substring(0, shown.length() - 2) + "…";
    }
    graphics.drawString(shown, (float) x, (float) y);
  }

  /** Small text from bottom to top, centred on a point. */
  void upwards(String text, double x, double y) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(-Math.PI / 2);
    small(text, 0, 0, 0.5);
    graphics.setTransform(before);
  }
}
