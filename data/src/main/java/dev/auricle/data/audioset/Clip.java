package dev.auricle.data.audioset;

import java.util.Locale;

/**
 * A segment that was drawn for a class.
 *
 * @param label the class
 * @param segment what to cut, and from which video
 */
public record Clip(String label, Segment segment) {

  /** Path in the folder, such as {@code Speech/--PJHxphWEs_30.000.flac}. */
  public String path() {
    return label.replaceAll("[\\\\/:*?\"<>|]", "_") + "/" + name() + ".flac";
  }

  /** Names the cut. */
  public String name() {
    return String.format(Locale.ROOT, "%s_%.3f", segment.video(), segment.start());
  }

  /** Where to see it. */
  public String address() {
    return "https://www.youtube.com/watch?v=" + segment.video();
  }
}
