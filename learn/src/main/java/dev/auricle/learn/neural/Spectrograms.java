package dev.auricle.learn.neural;

import dev.auricle.network.Shape;
import dev.auricle.signal.AuricleException;

/** What networks over bands and frames ask of their features. */
final class Spectrograms {
  private Spectrograms() {}

  static void require(Shape input, String network) {
    if (input.rank() != 2) {
      throw new AuricleException(
          "a "
              + network
              + " reads bands by frames, such as the front-end logmel-64 gives; found features of "
              + input);
    }
  }
}
