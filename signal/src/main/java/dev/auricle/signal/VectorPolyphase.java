package dev.auricle.signal;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Kernel#polyphase} with a lane a period: outputs of the same phase have the same weights,
 * and their inputs stand side by side once the input is cut into periods and transposed. {@value
 * #PHASES} phases of a vector of periods share what they read.
 */
final class VectorPolyphase {
  /** Phases computed together. */
  private static final int PHASES = ResamplingFilter.TOGETHER;

  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  /** Transposed samples that should stay in the cache. */
  private static final int CACHED = 1 << 13;

  private VectorPolyphase() {}

  static void compute(
      ResamplingFilter filter,
      float[] input,
      int start,
      int phase,
      float[] out,
      int at,
      int count) {
    PhaseTiles tiles = filter.tiles();
    // Up to the next whole period, then as many periods as fill the lanes, then the rest: with
    // periods that nobody asked for, where that is less than adding it up one by one.
    int head = Math.min(count, (tiles.period - phase % tiles.period) % tiles.period);
    int group = tiles.period * LANES;
    int groups = (count - head) / group;
    int rest = count - head - groups * group;
    boolean filled = rest > group / 16;
    PlainPolyphase.compute(filter, input, start, phase, out, at, head);
    int done = head;
    int place = start + filter.distance(phase, head);
    if (groups > 0 || filled) {
      int most = Math.max(1, Math.min(groups, CACHED / (tiles.advance * LANES)));
      Periods periods = new Periods(tiles, most * LANES);
      for (int left = groups; left > 0; left -= most) {
        int some = Math.min(most, left);
        periods.take(input, place);
        periods.filter(some, out, at + done);
        done += some * group;
        place += some * LANES * tiles.advance;
      }
      if (filled) {
        float[] last = new float[group];
        periods.take(input, place);
        periods.filter(1, last, 0);
        System.arraycopy(last, 0, out, at + done, rest);
        return;
      }
    }
    int next = (phase + done) % filter.up;
    PlainPolyphase.compute(filter, input, place, next, out, at + done, count - done);
  }

  /** A stretch of input, transposed: row r holds sample r of one period after the other. */
  private static final class Periods {
    private final PhaseTiles tiles;
    private final int width;
    private final float[] samples;
    private final int[] places;
    private final float[] sums = new float[PHASES * LANES];

    Periods(PhaseTiles tiles, int count) {
      this.tiles = tiles;
      this.width = count + (tiles.reach + tiles.advance - 1) / tiles.advance;
      this.samples = new float[Math.multiplyExact(tiles.advance, width)];
      this.places = new int[tiles.reach];
      for (int n = 0; n < places.length; n++) {
        places[n] = n % tiles.advance * width + n / tiles.advance;
      }
    }

    /** What lies behind the input's end meets weights of zero alone. */
    void take(float[] input, int start) {
      int rows = tiles.advance;
      for (int top = 0; top < rows; top += 32) {
        int bottom = Math.min(rows, top + 32);
        for (int column = 0; column < width; column++) {
          int from = start + column * rows;
          int end = Math.min(bottom, input.length - from);
          for (int row = top; row < end; row++) {
            samples[row * width + column] = input[from + row];
          }
        }
      }
    }

    void filter(int groups, float[] out, int at) {
      for (int tile = 0; tile < tiles.count; tile++) {
        int phases = Math.min(PHASES, tiles.period - tile * PHASES);
        for (int group = 0; group < groups; group++) {
          sums(
              samples,
              places,
              tiles.starts[tile],
              group * LANES,
              tiles.weights,
              tile * tiles.span * PHASES,
              tiles.span,
              sums);
          int first = at + group * LANES * tiles.period + tile * PHASES;
          for (int lane = 0; lane < LANES; lane++) {
            for (int p = 0; p < phases; p++) {
              out[first + lane * tiles.period + p] = sums[p * LANES + lane];
            }
          }
        }
      }
    }
  }

  /** Sums of products of {@value #PHASES} phases. */
  private static void sums(
      float[] samples,
      int[] places,
      int first,
      int offset,
      float[] weights,
      int from,
      int count,
      float[] sums) {
    FloatVector s0 = FloatVector.zero(S);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    for (int n = 0; n < count; n++) {
      FloatVector x = FloatVector.fromArray(S, samples, places[first + n] + offset);
      int w = from + PHASES * n;
      s0 = s0.add(x.mul(weights[w]));
      s1 = s1.add(x.mul(weights[w + 1]));
      s2 = s2.add(x.mul(weights[w + 2]));
      s3 = s3.add(x.mul(weights[w + 3]));
    }
    s0.intoArray(sums, 0);
    s1.intoArray(sums, LANES);
    s2.intoArray(sums, 2 * LANES);
    s3.intoArray(sums, 3 * LANES);
  }
}
