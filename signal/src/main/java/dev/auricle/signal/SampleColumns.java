package dev.auricle.signal;

/**
 * A stretch of a sound, transposed: row b holds sample b of one hop after the other.
 *
 * <p>Bringing the samples of neighbouring frames side by side, frame by frame, would be dearer than
 * the transform. But sample n of frame t is sample {@code n mod hop} of the hop that lies {@code n
 * / hop} hops behind the frame's first: so it is enough to transpose the sound itself, once, and
 * sample n of neighbouring frames stands in one row, {@code n / hop} columns to the right.
 */
final class SampleColumns {
  /** Columns copied together, so that what is read and what is written stays in the cache. */
  private static final int TILE = 16;

  /** Frames kept at a time; few enough to stay in the cache. */
  private static final int REACH = 128;

  private final Frames frames;
  private final int hop;
  private final int width;

  /** Columns behind a frame's own that its neighbours and its last samples stand in. */
  private final int behind;

  private final float[] samples;
  private int first = Integer.MIN_VALUE;

  /**
   * Room for a stretch of a sound.
   *
   * @param lanes frames read side by side
   */
  SampleColumns(Frames frames, int lanes) {
    this.frames = frames;
    this.hop = frames.stft().hop();
    int reach = Math.min(REACH, (frames.count() + lanes - 1) / lanes * lanes);
    this.behind = lanes + (frames.stft().length() - 1) / hop;
    int needed = reach + behind;
    // An odd multiple of a cache line spreads the rows over the whole cache.
    this.width = ((needed + TILE - 1) / TILE | 1) * TILE;
    this.samples = new float[Math.multiplyExact(hop, width)];
  }

  /** Where each sample of the first frame stands: {@code int[length]}. */
  int[] places(int length) {
    int[] places = new int[length];
    for (int n = 0; n < length; n++) {
      places[n] = n % hop * width + n / hop;
    }
    return places;
  }

  float[] samples() {
    return samples;
  }

  /** Frame whose first sample stands at 0. */
  int first() {
    return first;
  }

  /** Sees to it that a frame and its neighbours are here, and says in which column it starts. */
  int moveTo(int frame) {
    if (frame < first || frame >= first + REACH) {
      first = frame;
      int columns = Math.min(REACH, frames.count() - frame) + behind;
      for (int column = 0; column < Math.min(width, columns); column += TILE) {
        fill(column);
      }
    }
    return frame - first;
  }

  private void fill(int column) {
    boolean inside = true;
    for (int c = column; c < column + TILE; c++) {
      inside &= frames.inside(frames.start(first + c), hop);
    }
    float[] x = frames.samples();
    for (int top = 0; top < hop; top += TILE) {
      int bottom = Math.min(hop, top + TILE);
      for (int c = column; c < column + TILE; c++) {
        int from = frames.start(first + c);
        int at = top * width + c;
        for (int row = top; row < bottom; row++) {
          samples[at] = inside ? x[from + row] : frames.at(from + row);
          at += width;
        }
      }
    }
  }
}
