package dev.auricle.learn.report;

import dev.auricle.audio.AudioClip;
import dev.auricle.learn.picture.ColourMap;
import dev.auricle.learn.picture.FrequencyScale;
import dev.auricle.learn.picture.Spectrogram;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * A log-mel spectrogram of few pixels and few colours, about 4 kB, which the browser enlarges
 * smoothly.
 */
final class Thumbnail {
  private static final int FRAMES = 128;
  private static final int BANDS = 64;
  private static final int COLOURS = 28;
  private static final double RANGE_DB = 70;

  private Thumbnail() {}

  static String dataUri(AudioClip clip) {
    Spectrogram spectrogram = Spectrogram.of(clip, FrequencyScale.MEL, BANDS, FRAMES);
    BufferedImage image =
        new BufferedImage(FRAMES, BANDS, BufferedImage.TYPE_BYTE_INDEXED, palette());
    for (int band = 0; band < BANDS; band++) {
      for (int frame = 0; frame < FRAMES; frame++) {
        double level = 1 + spectrogram.level(band, frame) / RANGE_DB;
        int index = (int) Math.round((COLOURS - 1) * Math.max(0, Math.min(1, level)));
        image.getRaster().setSample(frame, BANDS - 1 - band, 0, index);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }

  private static IndexColorModel palette() {
    byte[] red = new byte[COLOURS];
    byte[] green = new byte[COLOURS];
    byte[] blue = new byte[COLOURS];
    for (int i = 0; i < COLOURS; i++) {
      int rgb = ColourMap.MAGMA.rgb(i / (COLOURS - 1.0));
      red[i] = (byte) (rgb >> 16);
      green[i] = (byte) (rgb >> 8);
      blue[i] = (byte) rgb;
    }
    return new IndexColorModel(8, COLOURS, red, green, blue);
  }
}
