package dev.auricle.signal;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Kernel#polyphase} with a lane a period: outputs of the same phase have the same weights,
 * and their inputs stand side by side once the input is cut into periods and transposed. {@value
 * #PHASES} phases of two vectors of periods each share what they read.
 */
final class VectorPolyphase {
  /** Phases computed together. */
  private static final int PHASES = ResamplingFilter.TOGETHER;

  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();
  private static final int PERIODS = 2 * LANES;

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
    int group = tiles.period * PERIODS;
    int groups = (count - head) / group;
    int rest = count - head - groups * group;
    boolean filled = rest > group / 16;
    PlainPolyphase.compute(filter, input, start, phase, out, at, head);
    int done = head;
    int place = start + filter.distance(phase, head);
    if (groups > 0 || filled) {
      int most = Math.max(1, Math.min(groups, CACHED / (tiles.advance * PERIODS)));
      Periods periods = new Periods(tiles, most * PERIODS);
      for (int left = groups; left > 0; left -= most) {
        int some = Math.min(most, left);
        periods.take(input, place);
        periods.filter(some, out, at + done);
        done += some * group;
        place += some * PERIODS * tiles.advance;
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
    private final float[] sums = new float[PHASES * PERIODS];

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
          sums(samples, places, tiles.starts[tile], group * PERIODS, tiles.weights, tile * tiles.span * PHASES, tiles.span, sums);
          int first = at + group * PERIODS * tiles.period + tile * PHASES;
          for (int lane = 0; lane < PERIODS; lane++) {
            for (int p = 0; p < phases; p++) {
              out[first + lane * tiles.period + p] = sums[p * PERIODS + lane];
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
    FloatVector a0 = FloatVector.zero(S);
    FloatVector b0 = a0;
    FloatVector a1 = a0;
    FloatVector b1 = a0;
    FloatVector a2 = a0;
    FloatVector b2 = a0;
    FloatVector a3 = a0;
    FloatVector b3 = a0;
    for (int n = 0; n < count; n++) {
      int at = places[first + n] + offset;
      int w = from + PHASES * n;
      FloatVector a = FloatVector.fromArray(S, samples, at);
      FloatVector b = FloatVector.fromArray(S, samples, at + LANES);
      FloatVector weight = FloatVector.broadcast(S, weights[w]);
      a0 = a0.add(a.mul(weight));
      b0 = b0.add(b.mul(weight));
      weight = FloatVector.broadcast(S, weights[w + 1]);
      a1 = a1.add(a.mul(weight));
      b1 = b1.add(b.mul(weight));
      weight = FloatVector.broadcast(S, weights[w + 2]);
      a2 = a2.add(a.mul(weight));
      b2 = b2.add(b.mul(weight));
      weight = FloatVector.broadcast(S, weights[w + 3]);
      a3 = a3.add(a.mul(weight));
      b3 = b3.add(b.mul(weight));
    }
    a0.intoArray(sums, 0);
    b0.intoArray(sums, LANES);
    a1.intoArray(sums, PERIODS);
    b1.intoArray(sums, PERIODS + LANES);
    a2.intoArray(sums, 2 * PERIODS);
    b2.intoArray(sums, 2 * PERIODS + LANES);
    a3.intoArray(sums, 3 * PERIODS);
    b3.intoArray(sums, 3 * PERIODS + LANES);
  }
}
