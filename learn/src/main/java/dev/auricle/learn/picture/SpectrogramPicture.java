package dev.auricle.learn.picture;

import dev.auricle.audio.files.WholeFile;
import dev.auricle.signal.AuricleException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Sounds as spectrograms with axes in seconds and Hz and a key to the colours, one panel or several
 * in one picture.
 *
 * <pre>{@code
 * AudioClip clip = AudioReader.read(Path.of("seven.wav"), AudioReader.NATIVE_RATE);
 * SpectrogramPicture.write(
 *     List.of(Panel.of("seven", clip)), Path.of("seven.png"), PictureOptions.usual());
 * }</pre>
 */
public final class SpectrogramPicture {
  private static final int EDGE = 10;

  private SpectrogramPicture() {}

  /** Draws the panels row by row, from the left to the right and from the top down. */
  public static BufferedImage draw(List<Panel> panels, PictureOptions options) {
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("a picture needs at least one panel, found none");
    }
    boolean titled = panels.stream().anyMatch(panel -> !panel.title().isEmpty());
    int rows = (panels.size() + options.columns() - 1) / options.columns();
    int rowHeight = PanelDrawing.height(options, titled);
    int height = rows * rowHeight + 2 * EDGE;
    BufferedImage image =
        new BufferedImage(
            options.width() * PictureOptions.PIXELS,
            height * PictureOptions.PIXELS,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(PictureOptions.PIXELS, PictureOptions.PIXELS);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, options.width(), height);
      Pen pen = new Pen(graphics);
      int panelWidth = (options.width() - EDGE - ColourBar.ROOM) / options.columns();
      for (int i = 0; i < panels.size(); i++) {
        int left = EDGE + i % options.columns() * panelWidth;
        int top = EDGE + i / options.columns() * rowHeight;
        new PanelDrawing(pen, options, left, panelWidth).draw(panels.get(i), top, titled);
      }
      for (int row = 0; row < rows; row++) {
        int bottom = EDGE + (row + 1) * rowHeight - PanelDrawing.BOTTOM;
        ColourBar.draw(
            pen, options, options.width() - ColourBar.ROOM, bottom - options.panelHeight());
      }
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /**
   * Draws the panels into a PNG file, which is written beside its place first and then moved.
   *
   * @throws AuricleException if it cannot be written
   */
  public static void write(List<Panel> panels, Path file, PictureOptions options) {
    write(draw(panels, options), file);
  }

  static void write(BufferedImage image, Path file) {
    try {
      WholeFile.writeOrThrow(
          file,
          temporary -> {
            if (!ImageIO.write(image, "png", temporary.toFile())) {
              throw new IOException("this Java has no PNG writer");
            }
          });
    } catch (IOException e) {
      throw new AuricleException(
          file + ": the picture could not be written (" + e + "); choose another place with -o", e);
    }
  }
}
