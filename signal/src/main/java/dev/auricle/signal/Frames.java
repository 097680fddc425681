package dev.auricle.signal;

/**
 * A sound cut into the overlapping frames of a {@link Stft}, without copying or padding it as a
 * whole.
 */
final class Frames {
  private final Stft stft;
  private final float[] x;
  private final int margin;
  private final int count;

  /**
   * Frames of a sound.
   *
   * @throws AuricleException if a sample is not a finite number, if there is no whole frame, or if
   *     the sound is too short to be mirrored
   */
  Frames(Stft stft, float[] x, Kernel kernel) {
    this.stft = stft;
    this.x = x;
    this.margin = stft.centred() ? stft.length() / 2 : 0;
    this.count = stft.frames(x.length);
    Samples.requireFinite(x, kernel);
    if (count == 0) {
      throw new AuricleException(
          "a sound of "
              + x.length
              + " samples is shorter than one frame of "
              + stft.length()
              + ": give a longer sound, a shorter transform, or centred frames");
    }
    if (margin > 0) {
      stft.padding().requireLength(x.length, margin);
    }
  }

  Stft stft() {
    return stft;
  }

  int count() {
    return count;
  }

  /** Where frame {@code t} starts in the sound; negative where it starts before it. */
  int start(int t) {
    return t * stft.hop() - margin;
  }

  /** The sample at a place, which may lie outside the sound. */
  float at(int place) {
    return place >= 0 && place < x.length ? x[place] : stft.padding().at(x, place);
  }

  /** Whether {@code count} samples from a place on all lie inside the sound. */
  boolean inside(int place, int count) {
    return place >= 0 && place <= x.length - count;
  }

  /** The sound itself. */
  float[] samples() {
    return x;
  }
}
