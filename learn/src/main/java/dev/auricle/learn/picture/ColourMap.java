package dev.auricle.learn.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Colours for magnitudes: lightness rises evenly, so that prints in grey and colour-blind readers
 * see the same order. Tables of 256 colours by Smith and van der Walt for matplotlib (public
 * domain, CC0).
 */
public enum ColourMap {
  MAGMA,
  VIRIDIS;

  private final int[] table = read(name().toLowerCase(Locale.ROOT) + ".txt");

  /** The colour of a value in [0, 1] (outside: the nearest end), as {@code 0xRRGGBB}. */
  public int rgb(double value) {
    int index = (int) Math.round(value * (table.length - 1));
    return table[Math.max(0, Math.min(table.length - 1, index))];
  }

  private static int[] read(String name) {
    try (InputStream in = ColourMap.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      String[] words =
          new String(in.readAllBytes(), StandardCharsets.US_ASCII).trim().split("\\s+");
      int[] colours = new int[words.length];
      for (int i = 0; i < colours.length; i++) {
        colours[i] = Integer.parseInt(words[i], 16);
      }
      return colours;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a user writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
