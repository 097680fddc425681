package dev.auricle.data;

import java.nio.file.Path;

/** Recognises the layout that a dataset comes in. */
public final class Layouts {
  private Layouts() {}

  /**
   * Opens a folder or a manifest.
   *
   * @throws dev.auricle.signal.AuricleException if it is missing, empty, or not recognised; says
   *     what was found and which layouts are known
   */
  public static Dataset open(Path data) {
    throw new UnsupportedOperationException();
  }
}
