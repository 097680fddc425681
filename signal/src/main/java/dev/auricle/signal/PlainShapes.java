package dev.auricle.signal;

import java.util.Arrays;

/** Plain Java, one frame at a time. */
final class PlainShapes implements ShapeKernel {
  @Override
  public void largest(float[] spectra, int bins, float[] out) {
    float largest = spectra[0];
    for (int bin = 1; bin < bins; bin++) {
      largest = Math.max(largest, spectra[bin]);
    }
    out[0] = largest;
  }

  @Override
  public void centroid(float[] magnitude, int bins, float[] out) {
    float sum = 0;
    float moment = 0;
    float sumExcess = 0;
    float momentExcess = 0;
    for (int from = 0; from < bins; from += SHORT_SUM) {
      float mass = 0;
      float turn = 0;
      for (int bin = from; bin < Math.min(bins, from + SHORT_SUM); bin++) {
        mass += magnitude[bin];
        turn += magnitude[bin] * bin;
      }
      mass -= sumExcess;
      turn -= momentExcess;
      float nextSum = sum + mass;
      float nextMoment = moment + turn;
      sumExcess = nextSum - sum - mass;
      momentExcess = nextMoment - moment - turn;
      sum = nextSum;
      moment = nextMoment;
    }
    out[0] = moment / Math.max(sum, Float.MIN_NORMAL);
  }

  @Override
  public void bandwidth(float[] magnitude, int bins, float[] centre, float[] out) {
    float sum = 0;
    float squares = 0;
    for (int bin = 0; bin < bins; bin++) {
      float distance = centre[0] - bin;
      sum += magnitude[bin];
      squares += distance * distance * magnitude[bin];
    }
    out[0] = (float) Math.sqrt(squares / Math.max(sum, Float.MIN_NORMAL));
  }

  @Override
  public void rolloff(float[] magnitude, int bins, float share, float[] out) {
    float total = 0;
    for (int bin = 0; bin < bins; bin++) {
      total += magnitude[bin];
    }
    float threshold = total * share;
    float sum = 0;
    int below = 0;
    for (int bin = 0; bin < bins; bin++) {
      sum += magnitude[bin];
      if (sum < threshold) {
        below++;
      }
    }
    out[0] = below;
  }

  @Override
  public void meanLogarithm(float[] magnitude, int bins, float floor, float[] out) {
    // What rounding takes from the sum is kept (Kahan): of many bins, it would be heard of.
    float sum = 0;
    float excess = 0;
    int bin = 0;
    for (; bin + 1 < bins; bin += 2) {
      float product = Math.max(floor, magnitude[bin]) * Math.max(floor, magnitude[bin + 1]);
      float term = Logarithm.of(product) - excess;
      float next = sum + term;
      excess = next - sum - term;
      sum = next;
    }
    if (bin < bins) {
      sum += Logarithm.of(Math.max(floor, magnitude[bin])) - excess;
    }
    out[0] = 2 * sum / bins;
  }

  @Override
  public void mean(float[] power, int bins, float floor, float[] out) {
    float sum = 0;
    float excess = 0;
    for (int from = 0; from < bins; from += SHORT_SUM) {
      float term = 0;
      for (int bin = from; bin < Math.min(bins, from + SHORT_SUM); bin++) {
        term += Math.max(floor, power[bin]);
      }
      term -= excess;
      float next = sum + term;
      excess = next - sum - term;
      sum = next;
    }
    out[0] = sum / bins;
  }

  @Override
  public void addScaled(float[] spectra, int bins, float[] scales, float[] sums, int first) {
    for (int bin = 0; bin < bins; bin++) {
      sums[bin * SUMS + first] += spectra[bin] * scales[0];
    }
  }

  @Override
  public void extremes(
      float[] magnitude, SpectralContrast.Band band, int[] work, float[] low, float[] high) {
    int count = band.extremes();
    // The highest from the highest on, and the lowest from the lowest on.
    Arrays.fill(work, 0, count, Integer.MIN_VALUE);
    Arrays.fill(work, count, 2 * count, Integer.MAX_VALUE);
    for (int bin = band.from(); bin < band.to(); bin++) {
      int value = Float.floatToRawIntBits(magnitude[bin]);
      if (value > work[count - 1]) {
        int at = count - 1;
        for (; at > 0 && work[at - 1] < value; at--) {
          work[at] = work[at - 1];
        }
        work[at] = value;
      }
      if (value < work[2 * count - 1]) {
        int at = 2 * count - 1;
        for (; at > count && work[at - 1] > value; at--) {
          work[at] = work[at - 1];
        }
        work[at] = value;
      }
    }
    float sumHigh = 0;
    float sumLow = 0;
    for (int i = 0; i < count; i++) {
      sumHigh += Float.intBitsToFloat(work[i]);
      sumLow += Float.intBitsToFloat(work[count + i]);
    }
    high[0] = sumHigh / count;
    low[0] = sumLow / count;
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
    int found = count;
    for (int bin = from; bin < to; bin++) {
      float left = spectra[bin - 1];
      float here = spectra[bin];
      float right = spectra[bin + 1];
      if (here > thresholds[0] && here > left && here >= right) {
        float curvature = right + left - (here + here);
        float slope = (right - left) * 0.5f;
        float shift = Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
        places[found] = bin + shift;
        heights[found++] = here + slope * 0.5f * shift;
      }
    }
    return found;
  }
}
