package dev.auricle.signal;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link PlainShapes}, lane by lane. */
final class VectorShapes implements ShapeKernel {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  /** A bit for each lane. */
  private static final int[] LANE_BITS = new int[LANES];

  static {
    for (int lane = 0; lane < LANES; lane++) {
      LANE_BITS[lane] = 1 << lane;
    }
  }

  @Override
  public void largest(float[] spectra, int bins, float[] out) {
    FloatVector largest = FloatVector.fromArray(S, spectra, 0);
    for (int at = LANES; at < bins * LANES; at += LANES) {
      largest = largest.max(FloatVector.fromArray(S, spectra, at));
    }
    largest.intoArray(out, 0);
  }

  @Override
  public void centroid(float[] magnitude, int bins, float[] out) {
    FloatVector sum = FloatVector.zero(S);
    FloatVector moment = sum;
    FloatVector sumExcess = sum;
    FloatVector momentExcess = sum;
    for (int from = 0; from < bins; from += SHORT_SUM) {
      int end = Math.min(bins, from + SHORT_SUM);
      FloatVector mass = FloatVector.zero(S);
      FloatVector turn = mass;
      for (int bin = from; bin < end; bin++) {
        FloatVector value = FloatVector.fromArray(S, magnitude, bin * LANES);
        mass = mass.add(value);
        turn = turn.add(value.mul((float) bin));
      }
      mass = mass.sub(sumExcess);
      turn = turn.sub(momentExcess);
      FloatVector nextSum = sum.add(mass);
      FloatVector nextMoment = moment.add(turn);
      sumExcess = nextSum.sub(sum).sub(mass);
      momentExcess = nextMoment.sub(moment).sub(turn);
      sum = nextSum;
      moment = nextMoment;
    }
    moment.div(sum.max(Float.MIN_NORMAL)).intoArray(out, 0);
  }

  @Override
  public void bandwidth(float[] magnitude, int bins, float[] centre, float[] out) {
    FloatVector sum = FloatVector.zero(S);
    FloatVector squares = sum;
    FloatVector middle = FloatVector.fromArray(S, centre, 0);
    for (int bin = 0; bin < bins; bin++) {
      FloatVector distance = middle.sub((float) bin);
      FloatVector value = FloatVector.fromArray(S, magnitude, bin * LANES);
      sum = sum.add(value);
      squares = squares.add(distance.mul(distance).mul(value));
    }
    squares.div(sum.max(Float.MIN_NORMAL)).sqrt().intoArray(out, 0);
  }

  @Override
  public void rolloff(float[] magnitude, int bins, float share, float[] out) {
    FloatVector total = FloatVector.zero(S);
    for (int at = 0; at < bins * LANES; at += LANES) {
      total = total.add(FloatVector.fromArray(S, magnitude, at));
    }
    FloatVector threshold = total.mul(share);
    FloatVector sum = FloatVector.zero(S);
    FloatVector below = sum;
    for (int at = 0; at < bins * LANES; at += LANES) {
      sum = sum.add(FloatVector.fromArray(S, magnitude, at));
      VectorMask<Float> under = sum.compare(VectorOperators.LT, threshold);
      below = below.blend(below.add(1), under);
    }
    below.intoArray(out, 0);
  }

  @Override
  public void meanLogarithm(float[] magnitude, int bins, float floor, float[] out) {
    FloatVector sum = FloatVector.zero(S);
    FloatVector excess = sum;
    int at = 0;
    for (; at + LANES < bins * LANES; at += 2 * LANES) {
      FloatVector even = FloatVector.fromArray(S, magnitude, at).max(floor);
      FloatVector odd = FloatVector.fromArray(S, magnitude, at + LANES).max(floor);
      FloatVector term = VectorKernel.logarithm(even.mul(odd)).sub(excess);
      FloatVector next = sum.add(term);
      excess = next.sub(sum).sub(term);
      sum = next;
    }
    if (at < bins * LANES) {
      FloatVector last = FloatVector.fromArray(S, magnitude, at).max(floor);
      sum = sum.add(VectorKernel.logarithm(last).sub(excess));
    }
    sum.mul(2).div((float) bins).intoArray(out, 0);
  }

  @Override
  public void mean(float[] power, int bins, float floor, float[] out) {
    FloatVector sum = FloatVector.zero(S);
    FloatVector excess = sum;
    for (int from = 0; from < bins; from += SHORT_SUM) {
      int end = Math.min(bins, from + SHORT_SUM) * LANES;
      FloatVector term = FloatVector.zero(S);
      for (int at = from * LANES; at < end; at += LANES) {
        term = term.add(FloatVector.fromArray(S, power, at).max(floor));
      }
      term = term.sub(excess);
      FloatVector next = sum.add(term);
      excess = next.sub(sum).sub(term);
      sum = next;
    }
    sum.div((float) bins).intoArray(out, 0);
  }

  @Override
  public void addScaled(float[] spectra, int bins, float[] scales, float[] sums, int first) {
    FloatVector scale = FloatVector.fromArray(S, scales, 0);
    for (int bin = 0; bin < bins; bin++) {
      int at = bin * SUMS + first;
      FloatVector scaled = FloatVector.fromArray(S, spectra, bin * LANES).mul(scale);
      FloatVector.fromArray(S, sums, at).add(scaled).intoArray(sums, at);
    }
  }

  @Override
  public void extremes(
      float[] magnitude, SpectralContrast.Band band, int[] work, float[] low, float[] high) {
    int end = band.extremes() * LANES;
    for (int at = 0; at < end; at += LANES) {
      IntVector.broadcast(I, Integer.MIN_VALUE).intoArray(work, at);
      IntVector.broadcast(I, Integer.MAX_VALUE).intoArray(work, end + at);
    }
    int from = band.from() * LANES;
    int to = band.to() * LANES;
    int fours = from + (to - from) / (4 * LANES) * (4 * LANES);
    int sorted = 2 * end;
    sortFours(magnitude, from, fours, work, sorted);
    offerHighest(work, sorted, sorted + fours - from, end);
    offerLowest(work, sorted, sorted + fours - from, end);
    for (int at = fours; at < to; at += LANES) {
      offer(magnitude, at, work, end);
    }
    FloatVector sumHigh = FloatVector.zero(S);
    FloatVector sumLow = sumHigh;
    for (int at = 0; at < end; at += LANES) {
      sumHigh = sumHigh.add(IntVector.fromArray(I, work, at).reinterpretAsFloats());
      sumLow = sumLow.add(IntVector.fromArray(I, work, end + at).reinterpretAsFloats());
    }
    sumHigh.div((float) band.extremes()).intoArray(high, 0);
    sumLow.div((float) band.extremes()).intoArray(low, 0);
  }

  /**
   * Numbers that are not negative are in the order of their bits, which HotSpot compares quicker.
   */
  private static IntVector bits(float[] rows, int at) {
    return FloatVector.fromArray(S, rows, at).reinterpretAsInts();
  }

  /** Each four rows in falling order. */
  private static void sortFours(float[] rows, int from, int to, int[] out, int start) {
    int shift = start - from;
    for (int at = from; at < to; at += 4 * LANES) {
      IntVector v0 = bits(rows, at);
      IntVector v1 = bits(rows, at + LANES);
      IntVector v2 = bits(rows, at + 2 * LANES);
      IntVector v3 = bits(rows, at + 3 * LANES);
      IntVector a = v0.max(v1);
      IntVector b = v0.min(v1);
      IntVector c = v2.max(v3);
      IntVector d = v2.min(v3);
      a.max(c).intoArray(out, at + shift);
      b.min(d).intoArray(out, at + shift + 3 * LANES);
      v1 = a.min(c);
      v2 = b.max(d);
      v1.max(v2).intoArray(out, at + shift + LANES);
      v1.min(v2).intoArray(out, at + shift + 2 * LANES);
    }
  }

  /** Four rows at once, so that each place is read and written once for all of them. */
  private static void offerHighest(int[] work, int from, int to, int end) {
    for (int at = from; at < to; at += 4 * LANES) {
      IntVector a = IntVector.fromArray(I, work, at);
      IntVector b = IntVector.fromArray(I, work, at + LANES);
      IntVector c = IntVector.fromArray(I, work, at + 2 * LANES);
      IntVector d = IntVector.fromArray(I, work, at + 3 * LANES);
      for (int place = 0; place < end; place += LANES) {
        IntVector held = IntVector.fromArray(I, work, place);
        held.max(a).intoArray(work, place);
        // What a place lets go of is offered to the next.
        IntVector rest = held.min(a);
        a = rest.max(b);
        rest = rest.min(b);
        b = rest.max(c);
        rest = rest.min(c);
        c = rest.max(d);
        d = rest.min(d);
      }
    }
  }

  private static void offerLowest(int[] work, int from, int to, int end) {
    for (int at = from; at < to; at += 4 * LANES) {
      IntVector a = IntVector.fromArray(I, work, at + 3 * LANES);
      IntVector b = IntVector.fromArray(I, work, at + 2 * LANES);
      IntVector c = IntVector.fromArray(I, work, at + LANES);
      IntVector d = IntVector.fromArray(I, work, at);
      for (int place = end; place < 2 * end; place += LANES) {
        IntVector held = IntVector.fromArray(I, work, place);
        held.min(a).intoArray(work, place);
        IntVector rest = held.max(a);
        a = rest.min(b);
        rest = rest.max(b);
        b = rest.min(c);
        rest = rest.max(c);
        c = rest.min(d);
        d = rest.max(d);
      }
    }
  }

  private static void offer(float[] rows, int row, int[] work, int end) {
    IntVector up = bits(rows, row);
    IntVector down = up;
    for (int at = 0; at < end; at += LANES) {
      IntVector highest = IntVector.fromArray(I, work, at);
      IntVector lowest = IntVector.fromArray(I, work, end + at);
      highest.max(up).intoArray(work, at);
      up = highest.min(up);
      lowest.min(down).intoArray(work, end + at);
      down = lowest.max(down);
    }
  }

  @Override
  public int peaks(
      float[] spectra,
      int from,
      int to,
      int frames,
      float[] thresholds,
      float[] places,
      float[] heights,
      int count) {
    float[] placed = new float[LANES];
    float[] raised = new float[LANES];
    int found = count;
    int valid = -1 >>> (32 - frames);
    IntVector threshold = bits(thresholds, 0);
    IntVector none = IntVector.zero(I);
    IntVector laneBits = IntVector.fromArray(I, LANE_BITS, 0);
    for (int bin = from; bin < to; bin++) {
      IntVector level = bits(spectra, bin * LANES);
      VectorMask<Integer> loud = level.compare(VectorOperators.GT, threshold);
      VectorMask<Integer> rising =
          level.compare(VectorOperators.GT, bits(spectra, (bin - 1) * LANES));
      VectorMask<Integer> peak =
          level.compare(VectorOperators.GE, bits(spectra, (bin + 1) * LANES)).and(rising).and(loud);
      // VectorMask.toLong would make an array of booleans each time.
      int lanes = none.blend(laneBits, peak).reduceLanes(VectorOperators.OR) & valid;
      if (lanes == 0) {
        continue;
      }
      FloatVector left = FloatVector.fromArray(S, spectra, (bin - 1) * LANES);
      FloatVector here = FloatVector.fromArray(S, spectra, bin * LANES);
      FloatVector right = FloatVector.fromArray(S, spectra, (bin + 1) * LANES);
      FloatVector curvature = right.add(left).sub(here.add(here));
      FloatVector slope = right.sub(left).mul(0.5f);
      VectorMask<Float> steep = slope.abs().compare(VectorOperators.GE, curvature.abs());
      FloatVector shift = slope.neg().div(curvature).blend(0, steep);
      shift.add((float) bin).intoArray(placed, 0);
      slope.mul(0.5f).mul(shift).add(here).intoArray(raised, 0);
      for (; lanes != 0; lanes &= lanes - 1) {
        int lane = Integer.numberOfTrailingZeros(lanes);
        places[found] = placed[lane];
        heights[found++] = raised[lane];
      }
    }
    return found;
  }
}
