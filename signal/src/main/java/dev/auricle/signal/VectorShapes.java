package dev.auricle.signal;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link PlainShapes}, lane by lane. */
final class VectorShapes implements ShapeKernel {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

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
    for (int bin = 0; bin < bins; bin++) {
      FloatVector value = FloatVector.fromArray(S, magnitude, bin * LANES);
      sum = sum.add(value);
      moment = moment.add(value.mul((float) bin));
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
  public void meanLogarithm(float[] power, int bins, float floor, float[] out) {
    FloatVector sum = FloatVector.zero(S);
    for (int at = 0; at < bins * LANES; at += LANES) {
      FloatVector value = FloatVector.fromArray(S, power, at).max(floor);
      sum = sum.add(VectorKernel.logarithm(value));
    }
    sum.div((float) bins).intoArray(out, 0);
  }

  @Override
  public void mean(float[] power, int bins, float floor, float[] out) {
    FloatVector sum = FloatVector.zero(S);
    for (int at = 0; at < bins * LANES; at += LANES) {
      sum = sum.add(FloatVector.fromArray(S, power, at).max(floor));
    }
    sum.div((float) bins).intoArray(out, 0);
  }

  @Override
  public void extremes(
      float[] magnitude, SpectralContrast.Band band, float[] work, float[] low, float[] high) {
    int end = band.extremes() * LANES;
    for (int at = 0; at < end; at += LANES) {
      FloatVector.broadcast(S, Float.NEGATIVE_INFINITY).intoArray(work, at);
      FloatVector.broadcast(S, Float.POSITIVE_INFINITY).intoArray(work, end + at);
    }
    for (int bin = band.from(); bin < band.to(); bin++) {
      FloatVector up = FloatVector.fromArray(S, magnitude, bin * LANES);
      FloatVector down = up;
      // What a place lets go of is offered to the next.
      for (int at = 0; at < end; at += LANES) {
        FloatVector highest = FloatVector.fromArray(S, work, at);
        FloatVector lowest = FloatVector.fromArray(S, work, end + at);
        highest.max(up).intoArray(work, at);
        up = highest.min(up);
        lowest.min(down).intoArray(work, end + at);
        down = lowest.max(down);
      }
    }
    FloatVector sumHigh = FloatVector.zero(S);
    FloatVector sumLow = sumHigh;
    for (int at = 0; at < end; at += LANES) {
      sumHigh = sumHigh.add(FloatVector.fromArray(S, work, at));
      sumLow = sumLow.add(FloatVector.fromArray(S, work, end + at));
    }
    sumHigh.div((float) band.extremes()).intoArray(high, 0);
    sumLow.div((float) band.extremes()).intoArray(low, 0);
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
    long valid = -1L >>> (64 - frames);
    FloatVector threshold = FloatVector.fromArray(S, thresholds, 0);
    for (int bin = from; bin < to; bin++) {
      FloatVector left = FloatVector.fromArray(S, spectra, (bin - 1) * LANES);
      FloatVector here = FloatVector.fromArray(S, spectra, bin * LANES);
      FloatVector right = FloatVector.fromArray(S, spectra, (bin + 1) * LANES);
      VectorMask<Float> loud = here.compare(VectorOperators.GT, threshold);
      VectorMask<Float> rising = here.compare(VectorOperators.GT, left);
      VectorMask<Float> peak = here.compare(VectorOperators.GE, right).and(rising).and(loud);
      long lanes = peak.toLong() & valid;
      if (lanes != 0) {
        FloatVector curvature = right.add(left).sub(here.add(here));
        FloatVector slope = right.sub(left).mul(0.5f);
        VectorMask<Float> steep = slope.abs().compare(VectorOperators.GE, curvature.abs());
        FloatVector shift = slope.neg().div(curvature).blend(0, steep);
        shift.add((float) bin).intoArray(placed, 0);
        slope.mul(0.5f).mul(shift).add(here).intoArray(raised, 0);
        for (; lanes != 0; lanes &= lanes - 1) {
          int lane = Long.numberOfTrailingZeros(lanes);
          places[found] = placed[lane];
          heights[found++] = raised[lane];
        }
      }
    }
    return found;
  }
}
