package dev.auricle.learn.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Features side by side, as images where they have two axes (bands upwards, frames to the right)
 * and as lines where they have one. The colours of a row span the values of its first cell.
 */
public final class FeatureGrid {
  private static final int EDGE = 10;
  private static final int TITLE = 22;
  private static final int GAP = 10;

  private final int columns;
  private final int width;
  private final int height;
  private final List<Cell> cells = new ArrayList<>();

  private record Cell(String title, float[] values, int[] shape) {}

  /**
   * An empty grid.
   *
   * @param columns cells in a row
   * @param width of a cell, in points
   * @param height of a cell, in points
   */
  public FeatureGrid(int columns, int width, int height) {
    this.columns = columns;
    this.width = width;
    this.height = height;
  }

  /** Adds the next cell, from the left to the right and from the top down. */
  public FeatureGrid add(String title, float[] values, int... shape) {
    cells.add(new Cell(title, values, shape));
    return this;
  }

  /** Draws all cells, with {@link PictureOptions#PIXELS} pixels to a point. */
  public BufferedImage draw() {
    int rows = (cells.size() + columns - 1) / columns;
    int allWidth = columns * (width + GAP) - GAP + 2 * EDGE;
    int allHeight = rows * (TITLE + height + GAP) - GAP + 2 * EDGE;
    BufferedImage image =
        new BufferedImage(
            allWidth * PictureOptions.PIXELS,
            allHeight * PictureOptions.PIXELS,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(PictureOptions.PIXELS, PictureOptions.PIXELS);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, allWidth, allHeight);
      Pen pen = new Pen(graphics);
      // Values as they are: nothing in between is made up, and the file is small.
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
      for (int i = 0; i < cells.size(); i++) {
        Cell cell = cells.get(i);
        Span span = Span.of(cells.get(i / columns * columns).values());
        int x = EDGE + i % columns * (width + GAP);
        int y = EDGE + i / columns * (TITLE + height + GAP);
        pen.title(cell.title(), x, y + 14, width);
        if (cell.shape().length == 2) {
          BufferedImage map = image(cell, span);
          graphics.drawImage(map, x, y + TITLE, width, height, null);
        } else {
          line(pen, cell.values(), span, x, y + TITLE);
        }
      }
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private static BufferedImage image(Cell cell, Span span) {
    int bands = cell.shape()[0];
    int frames = cell.shape()[1];
    BufferedImage map = new BufferedImage(frames, bands, BufferedImage.TYPE_INT_RGB);
    for (int b = 0; b < bands; b++) {
      for (int t = 0; t < frames; t++) {
        double place = span.place(cell.values()[b * frames + t]);
        map.setRGB(t, bands - 1 - b, ColourMap.MAGMA.rgb(place));
      }
    }
    return map;
  }

  private void line(Pen pen, float[] values, Span span, int x, int y) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < values.length; i++) {
      double px = x + width * (i / Math.max(1.0, values.length - 1));
      double py = y + height * (1 - span.place(values[i]));
      if (i == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    pen.graphics().setColor(Pen.ACCENT);
    pen.graphics().draw(path);
  }

  /** The values that the colours span. */
  private record Span(double low, double high) {
    static Span of(float[] values) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (float value : values) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      return new Span(low, high);
    }

    double place(double value) {
      return Math.max(0, Math.min(1, (value - low) / Math.max(high - low, 1e-9)));
    }
  }
}
