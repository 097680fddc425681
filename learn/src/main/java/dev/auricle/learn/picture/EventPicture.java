package dev.auricle.learn.picture;

import dev.auricle.audio.AudioClip;
import dev.auricle.runtime.Event;
import dev.auricle.signal.AuricleException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Events of a reference above those found, above the sound's spectrogram. */
public final class EventPicture {
  private static final int EDGE = 10;
  private static final int ROW = 22;
  private static final int KEY = 26;
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 200;

  /** Okabe and Ito's colours, which colour-blind readers tell apart; more labels begin again. */
  private static final int[] COLOURS = {
    0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xd55e00, 0xb8a900, 0x555555
  };

  private final Pen pen;
  private final List<String> labels;
  private final double seconds;
  private final int left;
  private final int width;

  private EventPicture(Pen pen, List<String> labels, double seconds) {
    this.pen = pen;
    this.labels = labels;
    this.seconds = seconds;
    this.left = EDGE + PanelDrawing.LEFT;
    this.width = WIDTH - EDGE - ColourBar.ROOM - PanelDrawing.LEFT - PanelDrawing.RIGHT;
  }

  /** Draws; labels have the colours of their alphabetical order. */
  public static BufferedImage draw(AudioClip clip, List<Event> reference, List<Event> found) {
    TreeSet<String> labels = new TreeSet<>();
    reference.forEach(event -> labels.add(event.label()));
    found.forEach(event -> labels.add(event.label()));
    PictureOptions options = PictureOptions.usual().withSize(WIDTH, HEIGHT, 1);
    int top = EDGE + KEY + 2 * ROW;
    int height = top + PanelDrawing.height(options, false) + EDGE;
    BufferedImage image =
        new BufferedImage(
            WIDTH * PictureOptions.PIXELS,
            height * PictureOptions.PIXELS,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(PictureOptions.PIXELS, PictureOptions.PIXELS);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, WIDTH, height);
      Pen pen = new Pen(graphics);
      EventPicture picture = new EventPicture(pen, List.copyOf(labels), clip.seconds());
      picture.key(EDGE);
      picture.row("reference", reference, EDGE + KEY);
      picture.row("found", found, EDGE + KEY + ROW);
      new PanelDrawing(pen, options, EDGE, WIDTH - EDGE - ColourBar.ROOM)
          .draw(Panel.of("", clip), top, false);
      int bottom = top + PanelDrawing.height(options, false) - PanelDrawing.BOTTOM;
      ColourBar.draw(pen, options, WIDTH - ColourBar.ROOM, bottom - options.panelHeight());
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /**
   * Draws into a PNG file, first beside its place and then moved there.
   *
   * @throws AuricleException if it cannot be written
   */
  public static void write(AudioClip clip, List<Event> reference, List<Event> found, Path file) {
    SpectrogramPicture.write(draw(clip, reference, found), file);
  }

  private Color colour(String label) {
    return new Color(COLOURS[labels.indexOf(label) % COLOURS.length]);
  }

  private void key(int top) {
    double x = left;
    Graphics2D graphics = pen.graphics();
    for (String label : labels) {
      graphics.setColor(colour(label));
      graphics.fill(new Rectangle2D.Double(x, top + 3, 12, 12));
      pen.small(label, x + 17, top + 13, 0);
      x += 17 + graphics.getFontMetrics().getStringBounds(label, graphics).getWidth() + 18;
    }
  }

  private void row(String name, List<Event> events, int top) {
    pen.small(name, left - 8, top + 14, 1);
    Graphics2D graphics = pen.graphics();
    graphics.setColor(new Color(0xf3f1f6));
    graphics.fill(new Rectangle2D.Double(left, top + 2, width, ROW - 5));
    double scale = width / Math.max(seconds, 1e-3);
    for (Event event : events) {
      graphics.setColor(colour(event.label()));
      // A white edge keeps neighbours of one label apart.
      double wide = Math.max(1, event.seconds() * scale - 0.5);
      graphics.fill(new Rectangle2D.Double(left + event.start() * scale, top + 2, wide, ROW - 5));
    }
  }
}
