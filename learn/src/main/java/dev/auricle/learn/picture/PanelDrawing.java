package dev.auricle.learn.picture;

import dev.auricle.audio.AudioClip;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** Draws one panel: title, waveform, spectrogram and their axes. */
final class PanelDrawing {
  static final int LEFT = 58;
  static final int RIGHT = 14;
  static final int TITLE = 26;
  static final int WAVEFORM = 60;
  static final int GAP = 8;
  static final int BOTTOM = 38;
  private static final int MARGIN = 6;
  private static final int TICK = 4;
  private static final int ROOM_PER_TICK = 64;
  private static final int ROOM_PER_FREQUENCY = 26;

  private final Pen pen;
  private final PictureOptions options;
  private final int x;
  private final int width;

  /** Draws between {@code left} and {@code left + width}, axes included. */
  PanelDrawing(Pen pen, PictureOptions options, int left, int width) {
    this.pen = pen;
    this.options = options;
    this.x = left + LEFT;
    this.width = width - LEFT - RIGHT;
  }

  /** Height of a panel of that kind. */
  static int height(PictureOptions options, boolean titled) {
    return MARGIN
        + (titled ? TITLE : 0)
        + (options.waveform() ? WAVEFORM + GAP : 0)
        + options.panelHeight()
        + BOTTOM;
  }

  void draw(Panel panel, int top, boolean titled) {
    int y = top + MARGIN;
    if (titled) {
      pen.title(panel.title(), x, y + 15, width);
      y += TITLE;
    }
    AudioClip clip = panel.clip();
    if (options.waveform()) {
      if (clip != null) {
        waveform(clip, y);
      }
      y += WAVEFORM + GAP;
    }
    Spectrogram given = panel.spectrogram();
    double spanned = options.seconds() > 0 ? options.seconds() : panel.seconds();
    int sounding = sounding(panel.seconds());
    if (given != null) {
      spectrogram(given, y, sounding);
    } else if (clip != null) {
      spectrogram(
          Spectrogram.of(
              clip,
              options.scale(),
              options.panelHeight() * PictureOptions.PIXELS,
              sounding * PictureOptions.PIXELS,
              options.lowHz(),
              options.highHz()),
          y,
          sounding);
    }
    timeAxis(spanned, y + options.panelHeight());
  }

  /** Points that a sound of that length takes. */
  private int sounding(double seconds) {
    double share = options.seconds() > 0 ? Math.min(1, seconds / options.seconds()) : 1;
    return Math.max(1, (int) Math.round(share * width));
  }

  private void waveform(AudioClip clip, int top) {
    float[] samples = clip.samples();
    float loudest = 0;
    for (float sample : samples) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    float peak = loudest > 0 ? loudest : 1;
    double middle = top + WAVEFORM / 2.0;
    double half = WAVEFORM / 2.0;
    int points = sounding(clip.seconds()) * PictureOptions.PIXELS;
    Path2D shape = new Path2D.Double();
    double[] lowest = new double[points];
    for (int p = 0; p < points; p++) {
      int from = (int) ((long) p * samples.length / points);
      int to = Math.max(from + 1, (int) ((p + 1L) * samples.length / points));
      float low = Float.POSITIVE_INFINITY;
      float high = Float.NEGATIVE_INFINITY;
      for (int i = from; i < Math.min(to, samples.length); i++) {
        low = Math.min(low, samples[i]);
        high = Math.max(high, samples[i]);
      }
      if (low > high) {
        low = 0;
        high = 0;
      }
      lowest[p] = middle - low / peak * half + 0.3;
      double px = x + (double) p / PictureOptions.PIXELS;
      if (p == 0) {
        shape.moveTo(px, middle - high / peak * half - 0.3);
      } else {
        shape.lineTo(px, middle - high / peak * half - 0.3);
      }
    }
    for (int p = points - 1; p >= 0; p--) {
      shape.lineTo(x + (double) p / PictureOptions.PIXELS, lowest[p]);
    }
    shape.closePath();
    pen.line(Pen.LINE, x, middle, x + width, middle);
    Graphics2D graphics = pen.graphics();
    graphics.setColor(Pen.ACCENT);
    graphics.fill(shape);
    pen.small(amplitude(peak), x - MARGIN, middle + 4, 1);
  }

  /** Two digits that count, however quiet a sound is; 1 for silence. */
  static String amplitude(float peak) {
    return String.format(Locale.ROOT, peak < 0.1 ? "±%.2g" : peak == 1 ? "±%.0f" : "±%.2f", peak);
  }

  private void spectrogram(Spectrogram spectrogram, int top, int sounding) {
    float[][] levels = spectrogram.levels();
    int rows = levels.length;
    int columns = levels[0].length;
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double level = 1 + levels[row][column] / options.rangeDb();
        image.setRGB(column, rows - 1 - row, options.colours().rgb(level));
      }
    }
    int height = options.panelHeight();
    pen.graphics().drawImage(image, x, top, sounding, height, null);
    double low = spectrogram.lowHz();
    double high = spectrogram.highHz();
    List<Double> ticks =
        spectrogram.scale().ticks(low, high, Math.max(2, height / ROOM_PER_FREQUENCY));
    for (double hz : ticks) {
      double y = top + height * (1 - spectrogram.scale().place(hz, low, high));
      pen.line(Pen.SOFT, x - TICK, y, x, y);
      pen.small(frequency(hz), x - TICK - 3, y + 4, 1);
    }
    String name = spectrogram.scale() == FrequencyScale.MEL ? "Hz, mel scale" : "Hz";
    pen.upwards(name, x - LEFT + 13, top + height / 2.0);
  }

  private static String frequency(double hz) {
    if (hz < 1000) {
      return String.format(Locale.ROOT, "%.0f", hz);
    }
    String kilo = String.format(Locale.ROOT, "%.2f", hz / 1000);
    return kilo.replaceAll("\\.?0+$", "") + "k";
  }

  private void timeAxis(double seconds, int top) {
    TimeAxis axis = TimeAxis.of(seconds, Math.max(3, width / ROOM_PER_TICK));
    for (int i = 0; i < axis.seconds().size(); i++) {
      double place = x + width * axis.seconds().get(i) / Math.max(seconds, 1e-3);
      pen.line(Pen.SOFT, place, top, place, top + TICK);
      pen.small(axis.labels().get(i), place, top + TICK + 12, 0.5);
    }
    pen.small(axis.unit(), x + width / 2.0, top + TICK + 27, 0.5);
  }
}
